import type { TimelineInput } from '../items/item.ts';
import { countBins, fullestOfBins, looseOfBins } from './bin-counts.ts';
import { BIN_SIZES, NO_ROW, type Packing } from './packing.ts';

/**
 * A packing without rows: every lane as bars. One pass over the set, for the first picture while the rows are worked out elsewhere.
 * Days are counted by bins of a power of two, so bars of the level's own bins, and coarser ones, are exact.
 */
export function barsAlone(input: TimelineInput, level: number): Packing {
	const { length: lanes } = input.lanes;
	const counted = countBins(input, level);
	const looseFirst = new Uint32Array(lanes + 1);
	const looseDay: number[] = [];
	const looseUpTo: number[] = [];
	const highest = new Uint32Array(lanes * BIN_SIZES);
	for (let lane = 0; lane < lanes; lane++) {
		const { day, upTo } = looseOfBins(counted, lane);
		looseFirst[lane] = looseDay.length;
		for (let at = 0; at < day.length; at++) {
			looseDay.push(day[at]!);
			looseUpTo.push(upTo[at]!);
		}
		fullestOfBins(counted, lane, highest);
	}
	looseFirst[lanes] = looseDay.length;
	return {
		level,
		rows: new Uint8Array(input.table.count).fill(NO_ROW),
		firstRow: new Uint32Array(lanes + 1),
		ends: new Uint32Array(1),
		placed: new Uint32Array(0),
		sides: new Uint8Array(0),
		dense: new Uint8Array(lanes).fill(1),
		dated: counted.dated,
		looseFirst,
		looseDay: Float64Array.from(looseDay),
		looseUpTo: Uint32Array.from(looseUpTo),
		highest
	};
}
