import { KIND_OF_TABLE, type Facet } from '#lib/filter/facets.ts';
import type { TableName } from '#lib/filter/filter.ts';
import { GONE, type Codes, type ColumnSet } from './column-set.ts';
import { facetColumn, type FacetColumn } from './facet-values.ts';
import { NO } from './mask.ts';
import { ROW_KINDS } from './row.ts';

/** The rows to count, said the shorter way: of the kinds asked these, or all but these. */
export interface Selection {
	readonly kinds: readonly number[];
	readonly rows: Uint32Array;
	readonly except: boolean;
}

export function selectionOf({ kind, count }: ColumnSet, mask: Uint8Array, table?: TableName): Selection {
	const kinds = [...ROW_KINDS.keys()].filter((number) => !table || KIND_OF_TABLE[table] === ROW_KINDS[number]);
	const asked = new Uint8Array(256);
	for (const number of kinds) asked[number] = 1;
	let [all, kept] = [0, 0];
	for (let row = 0; row < count; row++) {
		const of = asked[kind[row]!]!;
		all += of;
		kept += of & -Number(mask[row] !== NO);
	}
	const except = kept * 2 > all;
	const rows = new Uint32Array((except ? all - kept : kept) + 1);
	let at = 0;
	for (let row = 0; row < count; row++) {
		rows[at] = row;
		at += asked[kind[row]!]! & Number((mask[row] === NO) === except);
	}
	return { kinds, rows: rows.subarray(0, at), except };
}

/** Rows by code + 1; place 0 counts "not reported". */
export function selectedCounts(set: ColumnSet, { kinds, rows, except }: Selection, facet: Facet): Uint32Array {
	const column = facetColumn(set, facet);
	const counts = countRows(column, rows);
	if (!except) return counts;
	const whole = wholeCounts(set.kind, column);
	for (let code = 0; code < counts.length; code++) {
		let all = 0;
		for (const kind of kinds) all += whole[kind]![code] ?? 0;
		counts[code] = all - counts[code]!;
	}
	return counts;
}

function countRows({ values, codes, offsets }: FacetColumn, rows: Uint32Array): Uint32Array {
	const counts = new Uint32Array(values.length + 1);
	if (!offsets) {
		for (let at = 0; at < rows.length; at++) counts[codes[rows[at]!]! + 1]!++;
		return counts;
	}
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at]!;
		const end = offsets[row + 1]!;
		let place = offsets[row]!;
		if (place === end) counts[0]!++;
		for (; place < end; place++) counts[codes[place]! + 1]!++;
	}
	return counts;
}

const known = new WeakMap<Int32Array | Codes, { readonly kind: Uint8Array; readonly counts: readonly Uint32Array[] }>();

/** Counts of all rows, kind by kind: what most questions differ from by little. Remembered for as long as the column lives. */
function wholeCounts(kind: Uint8Array, column: FacetColumn): readonly Uint32Array[] {
	const before = known.get(column.codes);
	if (before?.kind === kind) return before.counts;
	const { codes, offsets, values } = column;
	// Gone rows have a place of their own, which nobody reads.
	const counts = Array.from({ length: ROW_KINDS.length + 1 }, () => new Uint32Array(values.length + 1));
	const gone = ROW_KINDS.length;
	for (let row = 0; row < kind.length; row++) {
		const of = counts[kind[row] === GONE ? gone : kind[row]!]!;
		if (!offsets) {
			of[codes[row]! + 1]!++;
			continue;
		}
		const end = offsets[row + 1]!;
		let place = offsets[row]!;
		if (place === end) of[0]!++;
		for (; place < end; place++) of[codes[place]! + 1]!++;
	}
	known.set(column.codes, { kind, counts });
	return counts;
}
