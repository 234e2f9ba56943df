import type { ColumnSet } from './column-set.ts';
import { rowsOf } from './mask.ts';
import { ROW_KINDS } from './row.ts';

/** How many rows there are of each kind (by place in ROW_KINDS), gone ones left out; with a mask, of those it keeps. */
export function kindCounts({ kind, count }: ColumnSet, mask?: Uint8Array): number[] {
	const counts = new Uint32Array(256);
	if (!mask) for (let row = 0; row < count; row++) counts[kind[row]!]!++;
	else {
		const rows = rowsOf(mask);
		for (let at = 0; at < rows.length; at++) counts[kind[rows[at]!]!]!++;
	}
	return ROW_KINDS.map((_, own) => counts[own]!);
}

/** The rows of one kind that a mask keeps, in row order. */
export function rowsOfKind({ kind }: ColumnSet, mask: Uint8Array, wanted: number): Uint32Array {
	const kept = rowsOf(mask);
	const rows = new Uint32Array(kept.length + 1);
	let at = 0;
	for (let place = 0; place < kept.length; place++) {
		const row = kept[place]!;
		rows[at] = row;
		at += Number(kind[row] === wanted);
	}
	return rows.slice(0, at);
}
