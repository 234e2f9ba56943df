/** Path and query of an address with some parameters set, or taken out by null. */
export function addressWith(url: URL, patch: Readonly<Record<string, string | null>>): string {
	const params = new URLSearchParams(url.search);
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) params.delete(key);
		else params.set(key, value);
	}
	const query = params.toString();
	return query ? `${url.pathname}?${query}` : url.pathname;
}
