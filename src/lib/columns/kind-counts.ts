import type { ColumnSet } from './column-set.ts';
import { rowsOf } from './mask.ts';
import { ROW_KINDS } from './row.ts';

/** How many rows there are of each kind (by place in ROW_KINDS), gone ones left out; with a mask, of those it keeps. */
export function kindCounts({ kind, count }: ColumnSet, mask?: Uint8Array): number[] {
	// By mask, then by kind: no branch a row.
	const counts = new Uint32Array(3 * 256);
	if (!mask) for (let row = 0; row < count; row++) counts[256 + kind[row]!]!++;
	else for (let row = 0; row < count; row++) counts[(mask[row]! << 8) | kind[row]!]!++;
	return ROW_KINDS.map((_, own) => counts[256 + own]! + counts[512 + own]!);
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
