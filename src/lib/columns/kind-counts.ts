import type { ColumnSet } from './column-set.ts';
import { rowsOf } from './mask.ts';
import { ROW_KINDS } from './row.ts';

/** How many rows there are of each kind (by place in ROW_KINDS), gone ones left out; with a mask, of those it keeps. */
export function kindCounts(set: ColumnSet, mask?: Uint8Array): readonly number[] {
	let all = totals.get(set);
	if (!all) {
		const counts = new Uint32Array(256);
		for (let row = 0; row < set.count; row++) counts[set.kind[row]!]!++;
		totals.set(set, (all = ROW_KINDS.map((_, own) => counts[own]!)));
	}
	if (!mask) return all;
	const rows = rowsOf(mask);
	// A mask keeps no row that is gone: where it keeps as many as there are, it keeps them all.
	if (rows.length === all.reduce((sum, own) => sum + own, 0)) return all;
	const counts = new Uint32Array(256);
	for (let at = 0; at < rows.length; at++) counts[set.kind[rows[at]!]!]!++;
	return ROW_KINDS.map((_, own) => counts[own]!);
}

const totals = new WeakMap<ColumnSet, readonly number[]>();

/** Tells how many rows of each kind a set has where that is known already, and saves the pass. */
export function provideKindCounts(set: ColumnSet, counts: readonly number[]): void {
	totals.set(set, counts);
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
