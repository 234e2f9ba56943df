import { bisectLeft } from 'd3';
import type { TimelineInput } from '../items/item.ts';
import type { Extent } from '../scale/extent.ts';
import { drawnSpan } from '../items/span-of-edges.ts';

/** Dated items by start, with the latest end so far, so that both borders of a view are found by bisection. */
interface SpanIndex {
	readonly order: Int32Array;
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** Running maximum of `ends`: ascending, so the first that can reach into a view is found at once. */
	readonly reach: Float64Array;
}

const indexes = new WeakMap<TimelineInput, SpanIndex>();

function indexOf(input: TimelineInput): SpanIndex {
	const known = indexes.get(input);
	if (known) return known;
	const rows: { item: number; start: number; end: number }[] = [];
	input.items.forEach((item, index) => {
		const span = drawnSpan(item);
		if (!span) return;
		let { start, end } = span;
		// Ghosts and versions are drawn too, so they keep their item in the view.
		for (const edges of [...item.ghosts, ...item.versions]) {
			start = Math.min(start, edges.earliestStart);
			end = Math.max(end, edges.latestEnd);
		}
		rows.push({ item: index, start, end });
	});
	rows.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.item - b.item));
	const order = Int32Array.from(rows, (row) => row.item);
	const starts = Float64Array.from(rows, (row) => row.start);
	const ends = Float64Array.from(rows, (row) => row.end);
	const reach = new Float64Array(rows.length);
	let latest = -Infinity;
	ends.forEach((end, place) => {
		latest = Math.max(latest, end);
		reach[place] = latest;
	});
	const index = { order, starts, ends, reach };
	indexes.set(input, index);
	return index;
}

/** Indices of dated items that touch the extent, by start. O(log n + the stretch between the borders). */
export function visibleItems(input: TimelineInput, extent: Extent): number[] {
	const { order, starts, ends, reach } = indexOf(input);
	const found: number[] = [];
	const last = bisectLeft(starts, extent.end);
	for (let place = bisectLeft(reach, extent.start); place < last; place++) {
		if ((ends[place] ?? 0) >= extent.start) found.push(order[place] ?? 0);
	}
	return found;
}
