import type { Interval } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { NO } from './mask.ts';

/**
 * The hull of the dated rows a mask keeps (default: all that are not gone), in epoch days; null when there is none. An
 * open or unknown edge reaches nowhere: such a row counts by the finite edges it has.
 */
export function extentOf(set: ColumnSet, mask?: Uint8Array): Interval | null {
	let start = Infinity;
	let end = -Infinity;
	// Rows that are gone have no edges.
	for (const edge of [set.earliestStart, set.latestStart, set.earliestEnd, set.latestEnd]) {
		for (let row = 0; row < set.count; row++) {
			const day = edge[row]!;
			if (mask?.[row] === NO || !(day > -Infinity && day < Infinity)) continue;
			if (day < start) start = day;
			if (day > end) end = day;
		}
	}
	return start < end ? { start, end } : start === end ? { start, end: start + 1 } : null;
}
