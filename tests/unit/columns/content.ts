import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import { EDGES, LINKS, LISTS, readRow, valueOf, valuesOf } from '#lib/columns/row.ts';

export const allRows = (set: ColumnSet) => Uint32Array.from({ length: set.count }, (_, row) => row);
export const standing = (set: ColumnSet) => [...allRows(set)].filter((row) => set.kind[row] !== GONE);
export const idsOf = (set: ColumnSet) => Array.from({ length: set.count }, (_, row) => set.id.at(row));

/** What the columns say of a row, words apart. */
export function columnsOf(set: ColumnSet, row: number) {
	const other = set.otherDates.rows.indexOf(row);
	const link = (to: number) => (to < 0 ? '' : set.id.at(to));
	return {
		id: set.id.at(row),
		row: set.id.rowOf(set.id.at(row)) === row,
		kind: set.kind[row],
		coded: [set.subkind, set.status, set.track, set.place].map((column) => valueOf(column, row)),
		places: set.place.codes[row]! < 0 ? false : set.places[set.place.codes[row]!] !== undefined,
		edges: EDGES.map((edge) => set[edge][row]),
		inParts: set.inParts.get(row) ?? null,
		other: other < 0 ? null : [set.otherDates.start[other], set.otherDates.end[other]],
		numbers: [set.planned, set.conflicts, set.voices, set.ordinal].map((column) => column[row]),
		lists: LISTS.map((list) => valuesOf(set[list], row)),
		links: LINKS.map((name) => link(set[name][row]!)),
		open: set.unresolved
			.filter((open) => open.row === row)
			.map((open) => [open.link, open.id].join())
			.sort()
	};
}

/** A set without its row order and without rows that are gone: rows by id, and the maps sorted. */
export function content(set: ColumnSet) {
	const rows = standing(set).map((row) => ({ ...columnsOf(set, row), ...(set.words.complete && { words: readRow(set, row) }) }));
	const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
	return {
		seq: set.seq,
		rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
		maps: [sorted(set.names), sorted(set.spellings), sorted(set.published)]
	};
}
