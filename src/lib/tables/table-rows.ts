import type { ColumnSet } from '#lib/columns/column-set.ts';
import { ROW_KINDS } from '#lib/columns/row.ts';
import { KIND_OF_TABLE } from '#lib/filter/facets.ts';
import { TABLES, type Interval, type TableName } from '#lib/filter/filter.ts';
import { edgeOfKey, keyByEdge, type SortKey } from '#lib/filter/sort.ts';
import { columnsOf } from './columns/columns-of.ts';

/** The kind of row a table shows, as its number in `ColumnSet.kind`. */
export const TABLE_KINDS = Object.fromEntries(
	TABLES.map((table) => [table, (ROW_KINDS as readonly string[]).indexOf(KIND_OF_TABLE[table])])
) as Readonly<Record<TableName, number>>;

/** A view's sort as a table can follow it: by its own columns only; `date` of one is `due` of another. */
export function sortOfTable(table: TableName, sort: readonly SortKey[]): SortKey[] {
	const seen = new Set<string>();
	return sort.flatMap((key) => {
		const edge = edgeOfKey(key.column);
		const own = edge ? (table === 'follow-ups' ? 'due' : 'date') : key.column;
		// A column has one place in the order: of two edges of one date the first is followed.
		if (seen.has(own) || !columnsOf(table).some((known) => known.id === own)) return [];
		seen.add(own);
		return [{ ...key, column: edge ? keyByEdge(own, edge) : own }];
	});
}

export interface ExtentCounts {
	readonly certainly: number;
	readonly possibly: number;
	readonly undated: number;
}

/** How many of these rows lie certainly or possibly in an interval, and how many have no date. One pass. */
export function countInExtent(
	{ earliestStart, latestStart, earliestEnd, latestEnd }: ColumnSet,
	rows: Uint32Array,
	{ start, end }: Interval
): ExtentCounts {
	let [certainly, possibly, undated] = [0, 0, 0];
	// By place: an iterator over a million rows is slow until it is compiled.
	for (let place = 0; place < rows.length; place++) {
		const row = rows[place]!;
		const from = earliestStart[row]!;
		if (Number.isNaN(from)) undated++;
		else if (from < end && latestEnd[row]! > start) {
			if (latestStart[row]! <= end && earliestEnd[row]! >= start) certainly++;
			else possibly++;
		}
	}
	return { certainly, possibly, undated };
}

/**
 * Rows of these lines, and rows they are told by (what an agreement follows from), whose words are not here yet.
 * @param rowAt the row of a line; undefined where there is none
 */
export function rowsWithoutWords(
	set: ColumnSet,
	rowAt: (line: number) => number | undefined,
	{ first, last }: { readonly first: number; readonly last: number },
	columns: readonly { readonly id: string }[]
): Uint32Array {
	const links = columns.flatMap(({ id }) => (id === 'follows' ? [set.followsFrom] : id === 'arises' ? [set.arisesFrom] : []));
	const missing = new Set<number>();
	for (let line = first; line <= last; line++) {
		const row = rowAt(line);
		if (row === undefined) continue;
		for (const told of [row, ...links.map((link) => link[row] ?? -1)]) if (told >= 0 && set.words.of(told) === undefined) missing.add(told);
	}
	return Uint32Array.from(missing);
}
