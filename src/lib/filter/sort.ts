/** The columns records can be ordered by; a table calls some of them by its own name. */
export const SORT_COLUMNS = [
	'title',
	'date',
	'due',
	'date.latest',
	'due.latest',
	'kind',
	'status',
	'stage',
	'track',
	'actor',
	'parties',
	'participants',
	'owner',
	'topics',
	'sources',
	'conflict',
	'place'
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** One key of an order. */
export interface SortKey {
	readonly column: string;
	readonly descending: boolean;
}

export function isSortColumn(column: string): column is SortColumn {
	return (SORT_COLUMNS as readonly string[]).includes(column);
}

/** After the name of a column of dates: ordered by the latest end instead of the earliest start. */
const LATEST = '.latest';

/** Which edge of a date in doubt an order goes by. Ties are settled by the other edges, so the order is always the same. */
export type SortEdge = 'earliest' | 'latest';

/** The column a key orders by, without its edge: `date.latest` orders the column `date`. */
export function columnOfKey(column: string): string {
	return column.endsWith(LATEST) ? column.slice(0, -LATEST.length) : column;
}

/** The edge a key goes by; null for a column that holds no dates. */
export function edgeOfKey(column: string): SortEdge | null {
	const of = columnOfKey(column);
	return of === 'date' || of === 'due' ? (of === column ? 'earliest' : 'latest') : null;
}

/** The key of a column of dates by one of its edges. */
export function keyByEdge(column: string, edge: SortEdge): string {
	return edge === 'latest' ? columnOfKey(column) + LATEST : columnOfKey(column);
}
