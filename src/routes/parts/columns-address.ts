/** Where a large set's columns are: one address for the page that fetches them and the answer that has them fetched ahead. */
export function columnsAddress(asof: number | null): string {
	return `/api/v1/items?form=columns${asof === null ? '' : `&asof=${asof}`}`;
}
