import type { ItemTable } from '../items/item.ts';
import { centreOf, endOf, startOf } from '../items/span-of-edges.ts';
import { visitRow } from '../query/visible-items.ts';
import type { Extent } from '../scale/extent.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { SceneBar, SceneDensity } from '../scene.ts';
import { highestBin, looseBefore, rowsOf, type Packing } from './packing.ts';

/** Bars are 4 to 8 px wide: 2^3 px at the fine end of their size. */
const BIN_LEVEL = 3;
/** Part of a bin its bar takes; the rest is air. */
const BAR_SHARE = 0.75;
/** However far the view, a lane has so many bars at most. */
const MOST_BARS = 4000;

/** Loose items of a lane, and those of its rows from `shown` on. */
export interface Counted {
	readonly table: ItemTable;
	readonly packing: Packing;
	readonly lane: number;
	readonly shown: number;
}

function visitHidden({ table, packing, lane, shown }: Counted, extent: Extent, visit: (item: number) => void): void {
	const first = packing.firstRow[lane] ?? 0;
	for (let row = first + shown; row < first + rowsOf(packing, lane); row++) {
		visitRow(table, packing.placed, packing.ends[row]!, packing.ends[row + 1]!, extent, visit);
	}
}

/** How many of them have their middle in the extent. */
export function countIn(counted: Counted, extent: Extent): number {
	const { table, packing, lane } = counted;
	let count = looseBefore(packing, lane, extent.end) - looseBefore(packing, lane, extent.start);
	visitHidden(counted, extent, (item) => {
		const day = centreOf(startOf(table, item), endOf(table, item));
		if (day >= extent.start && day < extent.end) count++;
	});
	return count;
}

/**
 * The bars of a lane in view, on a grid of days fixed by the resolution, so that they keep their shape while panning. Between two
 * resolutions a bar grows or sinks to the height of the bar of twice its days, so that zooming shows no step. Two bisections a bar,
 * however many items there are.
 */
export function densityOf(
	counted: Counted,
	scale: TimeScale,
	width: number,
	place: { readonly top: number; readonly height: number }
): SceneDensity {
	const { table, packing, lane } = counted;
	const { start, end } = scale.extent;
	const resolution = Math.log2((end - start) / Math.max(1, width));
	const size = Math.floor(resolution) + BIN_LEVEL;
	const toNext = resolution - Math.floor(resolution);
	const days = 2 ** size;
	// From an even bin to an odd one, so that every pair is whole.
	const first = 2 * Math.floor(start / days / 2);
	const count = Math.min(MOST_BARS, 2 * Math.ceil((end / days - first) / 2));
	const counts = new Uint32Array(count);
	let before = looseBefore(packing, lane, first * days);
	for (let bin = 0; bin < count; bin++) {
		const upTo = looseBefore(packing, lane, (first + bin + 1) * days);
		counts[bin] = upTo - before;
		before = upTo;
	}
	visitHidden(counted, { start: first * days, end: (first + count) * days }, (item) => {
		const bin = Math.floor(centreOf(startOf(table, item), endOf(table, item)) / days) - first;
		if (bin >= 0 && bin < count) counts[bin]!++;
	});
	const own = highestBin(packing, lane, size);
	const next = highestBin(packing, lane, size + 1);
	const bars: SceneBar[] = [];
	for (let bin = 0; bin < count; bin++) {
		if (counts[bin] === 0) continue;
		const pair = counts[bin]! + counts[bin ^ 1]!;
		const from = (first + bin) * days;
		const a = scale.toFraction(from);
		const b = scale.toFraction(from + days * BAR_SHARE);
		const share = Math.min(1, (counts[bin]! / own) * (1 - toNext) + (pair / next) * toNext);
		bars.push({ f0: Math.min(a, b), f1: Math.max(a, b), share, count: counts[bin]!, start: from, end: from + days });
	}
	return { lane, top: place.top, height: place.height, bars, strength: 1 };
}
