import { GONE, type ColumnSet } from './column-set.ts';
import { NO } from './mask.ts';
import { ROW_KINDS } from './row.ts';

/** How many rows there are of each kind (by place in ROW_KINDS), gone ones left out; with a mask, of those it keeps. One pass. */
export function kindCounts({ kind, count }: ColumnSet, mask?: Uint8Array): number[] {
	const counts = ROW_KINDS.map(() => 0);
	for (let row = 0; row < count; row++) if (kind[row] !== GONE && (!mask || mask[row] !== NO)) counts[kind[row]!]!++;
	return counts;
}

/** The rows of one kind that a mask keeps, in row order. */
export function rowsOfKind({ kind, count }: ColumnSet, mask: Uint8Array, wanted: number): Uint32Array {
	const rows = new Uint32Array(count + 1);
	let at = 0;
	for (let row = 0; row < count; row++) {
		rows[at] = row;
		at += Number(kind[row] === wanted && mask[row] !== NO);
	}
	return rows.slice(0, at);
}
