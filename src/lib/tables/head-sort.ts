import type { SortKey, TableName } from '#lib/view/view-state.ts';
import { columnsOf } from './columns/columns-of.ts';

/** How a column is sorted by: its direction, and its place (from 1) among several keys; 0 when it is not. */
export interface HeadSort {
	readonly direction: 'ascending' | 'descending' | null;
	readonly place: number;
}

/** What a head says about its column. The same answer as table-core's, which comes only with the first act. */
export function sortOf(sort: readonly SortKey[], id: string): HeadSort {
	const place = sort.findIndex(({ column }) => column === id);
	const key = sort[place];
	return { direction: key ? (key.descending ? 'descending' : 'ascending') : null, place: place + 1 };
}

/** The order a plain click on a head leads to: its address, for the server and a page without scripts. As table-core's. */
export function sortAfter(table: TableName, sort: readonly SortKey[], id: string): readonly SortKey[] {
	const column = columnsOf(table).find((known) => known.id === id);
	if (!column?.sortable) return [];
	const now = sort.find((key) => key.column === id)?.descending;
	if (now === undefined) return [{ column: id, descending: column.descendingFirst }];
	return now === column.descendingFirst ? [{ column: id, descending: !now }] : [];
}
