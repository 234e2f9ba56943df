import type { TimelineInput } from '../items/item.ts';
import { countBins, fullestOfBins, looseOfBins, type BinCounts } from './bin-counts.ts';
import { orderOfItems } from './pack-kept.ts';
import { LEAST_LANE_WIDTH, pack, PX_PER_ITEM, STRETCH } from './pack-rows.ts';
import { BIN_SIZES, coarsestOf, type Packing, type PackingOptions } from './packing.ts';

const NONE = new Uint32Array(0);
/** Up to so many items of lanes that are not crowded get their rows within a frame. */
const MOST_IN_ROWS = 8000;

/**
 * What a filter leaves of very many, here and now: rows on the lanes that are not crowded, as `pack` gives them, and where a lane is
 * crowded bars, exact from the level's own bins on. null: that is not told within a frame.
 */
export function rowsAndBars(input: TimelineInput, level: number, options: PackingOptions): Packing | null {
	const { laneOf, lanes, mask, table } = input;
	const counted = countBins(input, level);
	const open = new Set(options.open);
	const dense = new Uint8Array(lanes.length);
	let inRows = 0;
	for (let lane = 0; lane < lanes.length; lane++) {
		const crowded = isDense(counted, lane, coarsestOf(level));
		if (crowded === null) return null;
		dense[lane] = Number(crowded && !open.has(lane));
		if (dense[lane] === 0) inRows += counted.dated[lane]!;
	}
	if (inRows > MOST_IN_ROWS) return null;
	const rows = pack(
		orderOfItems(table, inRows === 0 ? NONE : itemsWhere(input, dense)),
		{ mask, laneOf, lanes: lanes.length },
		level,
		options
	);
	return withBars(rows, counted, dense);
}

/** Kept items of lanes that are not crowded. */
function itemsWhere(input: TimelineInput, dense: Uint8Array): Uint32Array {
	const { laneOf, table } = input;
	const { group } = table;
	const items: number[] = [];
	const kept = input.kept();
	for (let at = 0; at < kept.length; at++) if (dense[laneOf[group[kept[at]!]!]!] === 0) items.push(kept[at]!);
	return Uint32Array.from(items);
}

/** As `pack` decides it, but for what lies at the very ends of a lane: its bins are told, not its days. null: the bins are too coarse. */
function isDense({ size, from, bins, counts, dated }: BinCounts, lane: number, coarse: number): boolean | null {
	const stretch = (STRETCH * coarse) / 2 ** size;
	if (stretch < 1) return null;
	let [first, last] = [-1, -1];
	let [stretches, crowded, at, own] = [0, 0, NaN, 0];
	for (let bin = 0; bin < bins; bin++) {
		const count = counts[lane * bins + bin]!;
		if (count === 0) continue;
		if (first < 0) first = bin;
		last = bin;
		const of = Math.floor((from + bin) / stretch);
		if (of !== at) {
			stretches++;
			at = of;
			own = 0;
		}
		const before = own;
		own += count;
		if (before <= STRETCH / PX_PER_ITEM && own > STRETCH / PX_PER_ITEM) crowded++;
	}
	const width = Math.max(LEAST_LANE_WIDTH, ((last - first) * 2 ** size) / coarse);
	return dated[lane]! > width / PX_PER_ITEM && crowded * 2 > stretches;
}

/** Rows where there are some, and what the bins tell of the other lanes. */
function withBars(rows: Packing, counted: BinCounts, dense: Uint8Array): Packing {
	const looseFirst = new Uint32Array(dense.length + 1);
	const looseDay: number[] = [];
	const looseUpTo: number[] = [];
	const highest = rows.highest.slice(0, dense.length * BIN_SIZES);
	for (let lane = 0; lane < dense.length; lane++) {
		looseFirst[lane] = looseDay.length;
		const [from, to] = [rows.looseFirst[lane]!, rows.looseFirst[lane + 1]!];
		const { day, upTo } =
			dense[lane] === 1 ? looseOfBins(counted, lane) : { day: rows.looseDay.subarray(from, to), upTo: rows.looseUpTo.subarray(from, to) };
		for (let at = 0; at < day.length; at++) {
			looseDay.push(day[at]!);
			looseUpTo.push(upTo[at]!);
		}
		if (dense[lane] === 1) fullestOfBins(counted, lane, highest);
	}
	looseFirst[dense.length] = looseDay.length;
	return {
		...{ ...rows, dense, highest, looseFirst, dated: counted.dated },
		...{ looseDay: Float64Array.from(looseDay), looseUpTo: Uint32Array.from(looseUpTo) }
	};
}
