import { discard } from '../items/discard.ts';
import type { TimelineInput } from '../items/item.ts';
import { NO_LANE } from '../items/item.ts';
import {
	BIN_SIZES,
	coarsestOf,
	FADE,
	FINEST_BIN,
	INSIDE_MARGIN,
	LABEL_ALLOWANCE,
	MOST_OPEN_ROWS,
	MOST_ROWS,
	NO_ROW,
	SIDES,
	type Packing,
	type PackingOptions
} from './packing.ts';
import { END_UNKNOWN, IS_EVENT, START_UNKNOWN, narrowed, timeOrderOf, type TimeOrder } from './time-order.ts';

/** Half of the widest shape. */
const HALF_SHAPE = 6.2;
/** Air between what stands in one row. */
const AIR = 3.5;
/** Shapes nearer than this are "at one date". */
const ONE_DATE = 24;
/** A lane with more than one item per so many px of its own span is crowded. */
export const PX_PER_ITEM = 4;
export const LEAST_LANE_WIDTH = 200;
/** A crowded lane is drawn as bars alone where most of its stretches of so many px are crowded; a burst of one day is not that. */
export const STRETCH = 64;
/** Leaves of a lane's tree of row ends: a power of two over the most rows. */
const LEAVES = 64;
const [LATER, EARLIER, INSIDE] = [SIDES.indexOf('later'), SIDES.indexOf('earlier'), SIDES.indexOf('inside')];

/** Which items stand where: all of an input that packing depends on. */
export interface Standing {
	readonly mask: Uint8Array;
	readonly laneOf: Uint16Array;
	readonly lanes: number;
}

const cache = new WeakMap<TimelineInput, Map<string, Packing>>();

/** Levels kept of one input: there and back again. */
const KEPT = 8;

export function packingKey(level: number, { compact, shapeScale, open = [] }: PackingOptions): string {
	return [level, compact, shapeScale, ...open].join('|');
}

/** A packing known already, by input identity, level and options. */
export function knownPacking(input: TimelineInput, level: number, options: PackingOptions): Packing | null {
	return cache.get(input)?.get(packingKey(level, options)) ?? null;
}

export function keepPacking(input: TimelineInput, level: number, options: PackingOptions, packing: Packing): void {
	let known = cache.get(input);
	if (!known) cache.set(input, (known = new Map()));
	known.set(packingKey(level, options), packing);
	const oldest = known.keys().next().value;
	if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
}

/** Rows for the whole set, here and now; kept by input identity, level and options. */
export function packRows(input: TimelineInput, level: number, options: PackingOptions): Packing {
	const known = knownPacking(input, level, options);
	if (known) return known;
	const { mask, laneOf, lanes } = input;
	const packing = pack(timeOrderOf(input.table), { mask, laneOf, lanes: lanes.length }, level, options);
	keepPacking(input, level, options, packing);
	return packing;
}

/**
 * First fit, per lane and in order of start: an item takes the lowest row that is free from its start on, the next of a series its
 * predecessor's where that is free. Lanes have a bounded number of rows; what finds none is loose. Time: linear in the items, for
 * a million some 30 ms.
 */
export function pack(whole: TimeOrder, standing: Standing, level: number, options: PackingOptions): Packing {
	const order = ofKept(whole, standing);
	const coarse = coarsestOf(level);
	const crowd = gather(order, standing);
	const { lanes } = standing;
	const open = new Set(options.open);
	const dense = new Uint8Array(lanes);
	const highest = new Uint32Array(lanes * BIN_SIZES);
	const side = new Uint8Array(order.count);
	const caps = new Uint8Array(lanes);
	for (let lane = 0; lane < lanes; lane++) {
		const days = crowd.days.subarray(crowd.first[lane], crowd.first[lane + 1]);
		const counts = runs(days);
		fullestBins(counts, highest.subarray(lane * BIN_SIZES, (lane + 1) * BIN_SIZES));
		dense[lane] = Number(!open.has(lane) && isDense(counts, days.length, coarse));
		caps[lane] = dense[lane] ? 0 : open.has(lane) ? MOST_OPEN_ROWS : MOST_ROWS;
		if (!dense[lane]) chooseSides(order, crowd, lane, coarse, options, side);
	}
	const row = firstFit(order, crowd.lane, caps, side, coarse, options);
	const packing = {
		...{ level, dense, highest, dated: crowd.dated },
		...byRow(order, crowd.lane, row, side, lanes),
		...loose(crowd, row, lanes)
	};
	discard(crowd.lane, crowd.places, crowd.days, row, side);
	return packing;
}

/** Where a filter leaves few, only they are gone through from here on. */
const FEW = 4;

function ofKept(order: TimeOrder, { mask, laneOf, lanes }: Standing): TimeOrder {
	const keeps = new Uint8Array(order.count);
	let count = 0;
	for (let k = 0; k < order.count; k++) {
		const stays = Number(mask[order.item[k]!] !== 0 && laneOf[order.group[k]!]! < lanes);
		keeps[k] = stays;
		count += stays;
	}
	const found = count * FEW < order.count ? narrowed(order, keeps) : order;
	discard(keeps);
	return found;
}

interface Crowd {
	/** Lane by place; NO_LANE. */
	readonly lane: Uint16Array;
	readonly dated: Uint32Array;
	/** Places of lane l by centre: places[first[l]] … and their centres beside them. */
	readonly first: Uint32Array;
	readonly places: Uint32Array;
	readonly days: Float64Array;
}

function gather(order: TimeOrder, { mask, laneOf, lanes }: Standing): Crowd {
	const { count, item, group, byCentre, centre } = order;
	const lane = new Uint16Array(count);
	const dated = new Uint32Array(lanes);
	for (let k = 0; k < count; k++) {
		const own = mask[item[k]!] === 0 ? NO_LANE : laneOf[group[k]!]!;
		lane[k] = own;
		if (own < lanes) dated[own]!++;
		else lane[k] = NO_LANE;
	}
	const first = new Uint32Array(lanes + 1);
	for (let l = 0; l < lanes; l++) first[l + 1] = first[l]! + dated[l]!;
	const next = first.slice();
	const places = new Uint32Array(first[lanes]!);
	const days = new Float64Array(first[lanes]!);
	for (let n = 0; n < count; n++) {
		const k = byCentre[n]!;
		const own = lane[k]!;
		if (own === NO_LANE) continue;
		const at = next[own]!++;
		places[at] = k;
		days[at] = centre[k]!;
	}
	return { lane, dated, first, places, days };
}

/** Equal days told once, with their number. */
interface Runs {
	readonly day: Float64Array;
	readonly count: Uint32Array;
}

function runs(days: Float64Array): Runs {
	let distinct = 0;
	for (let i = 0; i < days.length; i++) if (i === 0 || days[i] !== days[i - 1]) distinct++;
	const day = new Float64Array(distinct);
	const count = new Uint32Array(distinct);
	let at = -1;
	for (let i = 0; i < days.length; i++) {
		if (i === 0 || days[i] !== days[i - 1]) day[++at] = days[i]!;
		count[at]!++;
	}
	return { day, count };
}

/** The fullest bin of each size; each size is counted from the one before it. */
function fullestBins({ day, count }: Runs, highest: Uint32Array): void {
	const bins = new Float64Array(day.length);
	const counts = new Uint32Array(day.length);
	let used = 0;
	for (let size = 0; size < BIN_SIZES; size++) {
		let written = -1;
		let most = 0;
		const from = size === 0 ? day.length : used;
		const scale = size === 0 ? 2 ** -FINEST_BIN : 0.5;
		for (let i = 0; i < from; i++) {
			const bin = Math.floor((size === 0 ? day[i]! : bins[i]!) * scale);
			const own = size === 0 ? count[i]! : counts[i]!;
			if (written >= 0 && bins[written] === bin) counts[written]! += own;
			else {
				bins[++written] = bin;
				counts[written] = own;
			}
			if (counts[written]! > most) most = counts[written]!;
		}
		used = written + 1;
		highest[size] = most;
	}
}

function isDense({ day, count }: Runs, items: number, coarse: number): boolean {
	const width = Math.max(LEAST_LANE_WIDTH, ((day.at(-1) ?? 0) - (day[0] ?? 0)) / coarse);
	if (items <= width / PX_PER_ITEM) return false;
	let [stretches, crowded, bin, own] = [0, 0, NaN, 0];
	for (let i = 0; i < day.length; i++) {
		const at = Math.floor(day[i]! / (STRETCH * coarse));
		if (at !== bin) {
			stretches++;
			bin = at;
			own = 0;
		}
		const before = own;
		own += count[i]!;
		if (before <= STRETCH / PX_PER_ITEM && own > STRETCH / PX_PER_ITEM) crowded++;
	}
	return crowded * 2 > stretches;
}

/** From three at one date on it is a crowd, and events are labelled on the earlier side. A wide span carries its label inside. */
function chooseSides(order: TimeOrder, crowd: Crowd, lane: number, coarse: number, options: PackingOptions, side: Uint8Array): void {
	const { days, places } = crowd;
	const [first, after] = [crowd.first[lane]!, crowd.first[lane + 1]!];
	const near = coarse * ONE_DATE;
	for (let i = first; i < after; i++) {
		const k = places[i]!;
		if ((order.end[k]! - order.start[k]!) / coarse >= LABEL_ALLOWANCE + INSIDE_MARGIN) {
			side[k] = INSIDE;
			continue;
		}
		if (options.compact || !(order.traits[k]! & IS_EVENT)) continue;
		const day = days[i]!;
		const one = i + 1 < after && days[i + 1]! <= day + near;
		const other = i > first && days[i - 1]! >= day - near;
		const crowded =
			(one && other) || (one && i + 2 < after && days[i + 2]! <= day + near) || (other && i - 1 > first && days[i - 2]! >= day - near);
		side[k] = crowded ? EARLIER : LATER;
	}
}

function firstFit(
	order: TimeOrder,
	lane: Uint16Array,
	caps: Uint8Array,
	side: Uint8Array,
	coarse: number,
	options: PackingOptions
): Uint8Array {
	const { count, start, end, low, high, centre, traits, before } = order;
	const row = new Uint8Array(count).fill(NO_ROW);
	if (caps.every((cap) => cap === 0)) return row;
	const half = HALF_SHAPE * options.shapeScale * coarse;
	const air = AIR * coarse;
	const fade = FADE * coarse;
	const allowance = LABEL_ALLOWANCE * coarse;
	// What an item keeps free, in days: span, shape, ghosts, versions, air and the label's place.
	const from = (k: number): number => {
		const shape = centre[k]! - half;
		let first = start[k]! < shape ? start[k]! : shape;
		if (traits[k]! & START_UNKNOWN) first -= fade;
		if (low[k]! < first) first = low[k]!;
		return first - air - (side[k] === EARLIER ? allowance : 0);
	};
	const to = (k: number): number => {
		const shape = centre[k]! + half;
		let last = end[k]! > shape ? end[k]! : shape;
		if (traits[k]! & END_UNKNOWN) last += fade;
		if (high[k]! > last) last = high[k]!;
		return last + air + (side[k] === LATER ? allowance : 0);
	};
	// For each lane a tree with the earliest end of the rows below each node, so that the lowest free row is found in a few steps.
	const ends = new Float64Array(caps.length * 2 * LEAVES).fill(Infinity);
	caps.forEach((cap, own) => {
		const root = own * 2 * LEAVES;
		ends.fill(-Infinity, root + LEAVES, root + LEAVES + cap);
		for (let node = LEAVES - 1; node > 0; node--) ends[root + node] = Math.min(ends[root + 2 * node]!, ends[root + 2 * node + 1]!);
	});
	const place = (k: number): void => {
		const own = lane[k]!;
		const root = own * 2 * LEAVES;
		const begins = from(k);
		const previous = before[k]!;
		const preferred = previous >= 0 && lane[previous] === own ? row[previous]! : NO_ROW;
		let node = 1;
		if (preferred !== NO_ROW && ends[root + LEAVES + preferred]! <= begins) node = LEAVES + preferred;
		else {
			if (ends[root + 1]! > begins) return;
			while (node < LEAVES) {
				node *= 2;
				if (ends[root + node]! > begins) node++;
			}
		}
		row[k] = node - LEAVES;
		ends[root + node] = to(k);
		for (node >>= 1; node > 0; node >>= 1) {
			const left = ends[root + 2 * node]!;
			const right = ends[root + 2 * node + 1]!;
			ends[root + node] = left < right ? left : right;
		}
	};
	if (!options.compact) {
		for (let k = 0; k < count; k++) if (lane[k] !== NO_LANE && caps[lane[k]!] !== 0) place(k);
		return row;
	}
	// Where all labels stand on the later side, the next of a series often cannot share its predecessor's row; it then comes right
	// after it, so that the line between them stays short.
	const after = new Int32Array(count).fill(-1);
	for (let k = 0; k < count; k++) if (before[k]! >= 0 && lane[k] !== NO_LANE && lane[before[k]!] === lane[k]) after[before[k]!] = k;
	const seen = new Uint8Array(count);
	for (let first = 0; first < count; first++) {
		if (lane[first] === NO_LANE || caps[lane[first]!] === 0) continue;
		for (let k = first; k >= 0 && seen[k] === 0;) {
			seen[k] = 1;
			place(k);
			const next = after[k]!;
			k = next >= 0 && from(next) < to(k) ? next : -1;
		}
	}
	return row;
}

/** Items by lane and row. Within a row the order of start is the order of time: what stands there does not meet. */
function byRow(order: TimeOrder, lane: Uint16Array, row: Uint8Array, side: Uint8Array, lanes: number) {
	const { count, item } = order;
	const used = new Uint32Array(lanes);
	for (let k = 0; k < count; k++) if (row[k] !== NO_ROW && row[k]! >= used[lane[k]!]!) used[lane[k]!] = row[k]! + 1;
	const firstRow = new Uint32Array(lanes + 1);
	for (let l = 0; l < lanes; l++) firstRow[l + 1] = firstRow[l]! + used[l]!;
	const ends = new Uint32Array(firstRow[lanes]! + 1);
	for (let k = 0; k < count; k++) if (row[k] !== NO_ROW) ends[firstRow[lane[k]!]! + row[k]! + 1]!++;
	for (let r = 1; r < ends.length; r++) ends[r]! += ends[r - 1]!;
	const next = ends.slice();
	const placed = new Uint32Array(ends.at(-1) ?? 0);
	const sides = new Uint8Array(placed.length);
	const rows = new Uint8Array(order.items).fill(NO_ROW);
	for (let k = 0; k < count; k++) {
		if (row[k] === NO_ROW) continue;
		const at = next[firstRow[lane[k]!]! + row[k]!]!++;
		placed[at] = item[k]!;
		sides[at] = side[k]!;
		rows[item[k]!] = row[k]!;
	}
	return { firstRow, ends, placed, sides, rows };
}

function loose({ first, places, days }: Crowd, row: Uint8Array, lanes: number) {
	const looseFirst = new Uint32Array(lanes + 1);
	const looseDay = new Float64Array(days.length);
	const looseUpTo = new Uint32Array(days.length);
	let at = 0;
	for (let lane = 0; lane < lanes; lane++) {
		looseFirst[lane] = at;
		let sum = 0;
		for (let i = first[lane]!; i < first[lane + 1]!; i++) {
			if (row[places[i]!] !== NO_ROW) continue;
			sum++;
			if (at === looseFirst[lane] || looseDay[at - 1] !== days[i]) looseDay[at++] = days[i]!;
			looseUpTo[at - 1] = sum;
		}
	}
	looseFirst[lanes] = at;
	const told = { looseFirst, looseDay: looseDay.slice(0, at), looseUpTo: looseUpTo.slice(0, at) };
	discard(looseDay, looseUpTo);
	return told;
}
