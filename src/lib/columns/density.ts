import type { Interval } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { NO } from './mask.ts';

/**
 * How many rows may lie in each of `bins` equal parts of an extent: a row counts in every part its span (earliest
 * start to latest end) shares time with. Undated rows count nowhere. One pass, whatever the spans' length.
 * @throws RangeError when the extent is empty or infinite, or `bins` is not a positive integer.
 */
export function densityOf(set: ColumnSet, extent: Interval, bins: number, mask?: Uint8Array): Uint32Array {
	const width = (extent.end - extent.start) / bins;
	if (!(Number.isInteger(bins) && width > 0 && Number.isFinite(width)))
		throw new RangeError('density needs a finite extent and at least one bin');
	const steps = new Int32Array(bins + 1);
	const { earliestStart, latestEnd } = set;
	for (let row = 0; row < set.count; row++) {
		if (mask?.[row] === NO || !(earliestStart[row]! < extent.end && latestEnd[row]! > extent.start)) continue;
		const first = Math.min(bins - 1, Math.max(0, Math.floor((earliestStart[row]! - extent.start) / width)));
		const beyond = Math.min(bins, Math.max(first + 1, Math.ceil((latestEnd[row]! - extent.start) / width)));
		steps[first]!++;
		steps[beyond]!--;
	}
	const counts = new Uint32Array(bins);
	let open = 0;
	for (let bin = 0; bin < bins; bin++) counts[bin] = open += steps[bin]!;
	return counts;
}
