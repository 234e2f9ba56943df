import { columnOfKey, edgeOfKey, keyByEdge, type SortEdge } from '#lib/filter/sort.ts';
import type { SortKey, TableName } from '#lib/view/view-state.ts';
import { columnsOf } from './columns/columns-of.ts';

/** How a column is sorted by: its direction, and its place (from 1) among several keys; 0 when it is not. */
export interface HeadSort {
	readonly direction: 'ascending' | 'descending' | null;
	readonly place: number;
	/** Which edge of a date it goes by; null: it holds no dates, or is not sorted by. */
	readonly edge: SortEdge | null;
}

/** What a head says about its column. The same answer as table-core's, which comes only with the first act. */
export function sortOf(sort: readonly SortKey[], id: string): HeadSort {
	const place = sort.findIndex(({ column }) => columnOfKey(column) === id);
	const key = sort[place];
	return {
		direction: key ? (key.descending ? 'descending' : 'ascending') : null,
		place: place + 1,
		edge: key ? edgeOfKey(key.column) : null
	};
}

/** The order a plain click on a head leads to: its address, for the server and a page without scripts. As table-core's. */
export function sortAfter(table: TableName, sort: readonly SortKey[], id: string): readonly SortKey[] {
	const column = columnsOf(table).find((known) => known.id === id);
	if (!column?.sortable) return [];
	const key = sort.find((known) => columnOfKey(known.column) === id);
	if (key === undefined) return [{ column: id, descending: column.descendingFirst }];
	return key.descending === column.descendingFirst ? [{ column: key.column, descending: !key.descending }] : [];
}

/** The order with one column of dates by its other edge. */
export function sortByOtherEdge(sort: readonly SortKey[], id: string): readonly SortKey[] {
	return sort.map((key) =>
		columnOfKey(key.column) === id ? { ...key, column: keyByEdge(id, edgeOfKey(key.column) === 'latest' ? 'earliest' : 'latest') } : key
	);
}
