import type { Interval } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { NO } from './mask.ts';

/**
 * The hull of the dated rows a mask keeps (default: all), in epoch days; null when there is none. An open or unknown
 * edge reaches nowhere: such a row counts by the finite edges it has.
 */
export function extentOf(set: ColumnSet, mask?: Uint8Array): Interval | null {
	let start = Infinity;
	let end = -Infinity;
	const take = (edge: number) => {
		if (!Number.isFinite(edge)) return;
		if (edge < start) start = edge;
		if (edge > end) end = edge;
	};
	for (let row = 0; row < set.count; row++) {
		if (mask?.[row] === NO) continue;
		take(set.earliestStart[row]!);
		take(set.latestStart[row]!);
		take(set.earliestEnd[row]!);
		take(set.latestEnd[row]!);
	}
	return start < end ? { start, end } : start === end ? { start, end: start + 1 } : null;
}
