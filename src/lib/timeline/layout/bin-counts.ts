import { NO_LANE, type TimelineInput } from '../items/item.ts';
import { centreOf, drawnEnd, drawnStart } from '../items/span-of-edges.ts';
import { hullOfTable } from '../scale/fit.ts';
import { BIN_SIZES, FINEST_BIN } from './packing.ts';

/** Bins a lane is counted into at most: finer than any screen. */
const MOST_BINS = 1 << 15;
/** A gesture shows a level's bars some levels nearer, until those of where it leads are there: bins are finer by so much … */
const NEARER = 3;
/** … while there are no more of them than this. */
const MANY_BINS = 1 << 13;
/** In a column of bins: not looked at yet; no date. */
const NOT_YET = 0xffff;
const UNDATED = 0xfffe;

/** How many kept items lie in which bin of days, by lane. A bin is 2^size days; bin n of a lane begins at day (from + n) × 2^size. */
export interface BinCounts {
	readonly size: number;
	readonly from: number;
	readonly bins: number;
	/** Of lane l: counts[l × bins] … */
	readonly counts: Uint32Array;
	/** Dated items, by lane. */
	readonly dated: Uint32Array;
}

interface Bins {
	readonly size: number;
	readonly from: number;
	readonly bin: Uint16Array;
}

const binsOf = new WeakMap<Float64Array, Bins>();

/** An item's bin is the same whatever the filter: it is worked out once and read from then on, four columns in one. */
function binColumn({ table }: TimelineInput, size: number, from: number): Uint16Array {
	const known = binsOf.get(table.earliestStart);
	if (known?.size === size && known.from === from && known.bin.length === table.count) return known.bin;
	const bin = new Uint16Array(table.count).fill(NOT_YET);
	binsOf.set(table.earliestStart, { size, from, bin });
	return bin;
}

/** One pass over what is kept. Bins are those of the level, finer where they are few and coarser where they were too many. */
export function countBins(input: TimelineInput, level: number): BinCounts {
	const { table, laneOf, lanes } = input;
	const { group, earliestStart, latestStart, earliestEnd, latestEnd } = table;
	const dated = new Uint32Array(lanes.length);
	const hull = hullOfTable(table) ?? { start: 0, end: 1 };
	const own = Math.max(FINEST_BIN, level + 2);
	let size = Math.max(FINEST_BIN, own - NEARER);
	while ((hull.end - hull.start) / 2 ** size > (size < own ? MANY_BINS : MOST_BINS)) size++;
	const aDay = 2 ** -size;
	const from = Math.floor(hull.start * aDay);
	const bins = Math.floor(hull.end * aDay) - from + 1;
	const counts = new Uint32Array(lanes.length * bins);
	const kept = input.kept();
	const column = binColumn(input, size, from);
	const binOf = (item: number): number => {
		const a = earliestStart[item]!;
		const b = latestStart[item]!;
		const c = earliestEnd[item]!;
		const d = latestEnd[item]!;
		let centre = (a + d) / 2;
		// Most are known on both sides: calls for each of a million are most of this pass.
		if (!(a <= d && a > -Infinity && d < Infinity)) {
			const start = drawnStart(a, b, c, d);
			if (start !== start) return UNDATED;
			centre = centreOf(start, drawnEnd(a, b, c, d));
		}
		// Days of a bin are a power of two: multiplying by what is one over it is exact.
		const bin = Math.floor(centre * aDay) - from;
		return bin < 0 ? 0 : bin >= bins ? bins - 1 : bin;
	};
	for (let at = 0; at < kept.length; at++) {
		const item = kept[at]!;
		const lane = laneOf[group[item]!] ?? NO_LANE;
		if (lane >= lanes.length) continue;
		let bin = column[item]!;
		if (bin === NOT_YET) column[item] = bin = binOf(item);
		if (bin === UNDATED) continue;
		dated[lane]!++;
		counts[lane * bins + bin]!++;
	}
	return { size, from, bins, counts, dated };
}

/** A lane's days as a packing tells them that draws no row there: the middle of each bin that holds something, and how many up to there. */
export function looseOfBins({ size, from, bins, counts }: BinCounts, lane: number): { readonly day: number[]; readonly upTo: number[] } {
	const day: number[] = [];
	const upTo: number[] = [];
	let sum = 0;
	for (let bin = 0; bin < bins; bin++) {
		const own = counts[lane * bins + bin]!;
		if (own === 0) continue;
		sum += own;
		day.push((from + bin + 0.5) * 2 ** size);
		upTo.push(sum);
	}
	return { day, upTo };
}

/** The fullest bin of a lane for every size a bar may have, each size counted from the one before it; finer ones than were counted are told as those. */
export function fullestOfBins({ size, from, bins, counts }: BinCounts, lane: number, highest: Uint32Array): void {
	const own = counts.slice(lane * bins, (lane + 1) * bins);
	let [first, used] = [from, bins];
	for (let place = 0; place < BIN_SIZES; place++) {
		if (place + FINEST_BIN > size) {
			const half = Math.floor(first / 2);
			let written = -1;
			for (let n = 0; n < used; n++) {
				const at = Math.floor((first + n) / 2) - half;
				if (at > written) own[(written = at)] = own[n]!;
				else own[at]! += own[n]!;
			}
			[first, used] = [half, written + 1];
		}
		let most = 0;
		for (let n = 0; n < used; n++) if (own[n]! > most) most = own[n]!;
		highest[lane * BIN_SIZES + place] = most;
	}
}
