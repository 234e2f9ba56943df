/** The columns records can be ordered by; a table calls some of them by its own name. */
export const SORT_COLUMNS = [
	'title',
	'date',
	'due',
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
