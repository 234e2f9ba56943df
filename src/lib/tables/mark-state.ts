import type { ColumnSet } from '#lib/columns/column-set.ts';

/** How a mark is drawn: held or signed, planned, not dated, sources differ (the last outweighs the others). */
export type MarkState = 'filled' | 'dashed' | 'hollow' | 'split';

/** State of a row's mark, the same as on the timeline. */
export function markStateOf(set: ColumnSet, row: number): MarkState {
	if ((set.conflicts[row] ?? 0) > 0) return 'split';
	if (set.planned[row] === 1) return 'dashed';
	return Number.isNaN(set.earliestStart[row] ?? NaN) ? 'hollow' : 'filled';
}
