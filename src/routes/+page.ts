/** Keys of an address that filter; chips tell them and take them away. */
const FILTERS = ['in', 'q', 'track', 'topic', 'actor', 'kind', 'status', 'conflict', 'published'];

/** Code that not every first picture needs travels only with those that do: the panel and the chips. */
export async function load({ data, url, untrack }) {
	const filtered = untrack(() => [...url.searchParams.keys()]).some((key) => FILTERS.includes(key) || key.startsWith('f.'));
	const [panel, chips] = await Promise.all([
		data.answer ? import('./parts/DetailPanel.svelte') : null,
		filtered ? import('./parts/FilterChips.svelte') : null
	]);
	return { ...data, panel: panel?.default ?? null, chips: chips?.default ?? null };
}
