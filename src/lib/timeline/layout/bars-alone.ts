import { NO_LANE, type TimelineInput } from '../items/item.ts';
import { centreOf, drawnEnd, drawnStart } from '../items/span-of-edges.ts';
import { hullOfTable } from '../scale/fit.ts';
import { BIN_SIZES, FINEST_BIN, NO_ROW, type Packing } from './packing.ts';

/** Bins a lane is counted into at most: finer than any screen. */
const MOST_BINS = 1 << 15;

/**
 * A packing without rows: every lane as bars. One pass over the set, for the first picture while the rows are worked out elsewhere.
 * Days are counted by bins of a power of two, so bars of the level's own bins, and coarser ones, are exact.
 */
export function barsAlone(input: TimelineInput, level: number): Packing {
	const { table, laneOf, lanes } = input;
	const { count, group, earliestStart, latestStart, earliestEnd, latestEnd } = table;
	const dated = new Uint32Array(lanes.length);
	const hull = hullOfTable(table) ?? { start: 0, end: 1 };
	let size = Math.max(FINEST_BIN, level + 2);
	while ((hull.end - hull.start) / 2 ** size > MOST_BINS) size++;
	const days = 2 ** size;
	const aDay = 1 / days;
	const from = Math.floor(hull.start / days);
	const bins = Math.floor(hull.end / days) - from + 1;
	const counts = new Uint32Array(lanes.length * bins);
	const kept = input.kept();
	for (let at = 0; at < kept.length; at++) {
		const i = kept[at]!;
		const lane = laneOf[group[i]!] ?? NO_LANE;
		if (lane >= lanes.length) continue;
		const a = earliestStart[i]!;
		const b = latestStart[i]!;
		const c = earliestEnd[i]!;
		const d = latestEnd[i]!;
		let centre = (a + d) / 2;
		// Most are known on both sides: calls for each of a million are most of this pass.
		if (!(a <= d && a > -Infinity && d < Infinity)) {
			const start = drawnStart(a, b, c, d);
			if (start !== start) continue;
			centre = centreOf(start, drawnEnd(a, b, c, d));
		}
		dated[lane]!++;
		// Days of a bin are a power of two: multiplying by what is one over it is exact.
		const bin = Math.floor(centre * aDay) - from;
		counts[lane * bins + (bin < 0 ? 0 : bin >= bins ? bins - 1 : bin)]!++;
	}
	const looseFirst = new Uint32Array(lanes.length + 1);
	const looseDay: number[] = [];
	const looseUpTo: number[] = [];
	const highest = new Uint32Array(lanes.length * BIN_SIZES);
	for (let lane = 0; lane < lanes.length; lane++) {
		looseFirst[lane] = looseDay.length;
		let sum = 0;
		for (let bin = 0; bin < bins; bin++) {
			const own = counts[lane * bins + bin]!;
			if (own === 0) continue;
			sum += own;
			looseDay.push((from + bin + 0.5) * days);
			looseUpTo.push(sum);
		}
		for (let place = 0; place < BIN_SIZES; place++) {
			const fold = Math.max(1, 2 ** (place + FINEST_BIN - size));
			let [most, bin, own] = [0, NaN, 0];
			for (let n = 0; n < bins; n++) {
				const at = Math.floor((from + n) / fold);
				own = at === bin ? own + counts[lane * bins + n]! : counts[lane * bins + n]!;
				bin = at;
				if (own > most) most = own;
			}
			highest[lane * BIN_SIZES + place] = most;
		}
	}
	looseFirst[lanes.length] = looseDay.length;
	return {
		level,
		rows: new Uint8Array(count).fill(NO_ROW),
		firstRow: new Uint32Array(lanes.length + 1),
		ends: new Uint32Array(1),
		placed: new Uint32Array(0),
		sides: new Uint8Array(0),
		dense: new Uint8Array(lanes.length).fill(1),
		dated,
		looseFirst,
		looseDay: Float64Array.from(looseDay),
		looseUpTo: Uint32Array.from(looseUpTo),
		highest
	};
}
