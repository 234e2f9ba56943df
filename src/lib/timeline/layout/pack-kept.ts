import type { ItemTable, TimelineInput } from '../items/item.ts';
import { sortByKey } from '../items/sort-by-key.ts';
import { centreOf, endOf, reachAt, startOf } from '../items/span-of-edges.ts';
import { keepPacking, knownPacking, pack } from './pack-rows.ts';
import type { Packing, PackingOptions } from './packing.ts';
import { readingPlace } from './reading-place.ts';
import { traitsOf, type TimeOrder } from './time-order.ts';

/** Up to so many kept items their rows are worked out within a frame. */
const MOST_KEPT = 20_000;

/**
 * Rows of what a filter leaves of very many, here and now: the same as of the whole table, in the time of the few that are kept.
 * null: too many are.
 */
export function packKept(input: TimelineInput, level: number, options: PackingOptions): Packing | null {
	const known = knownPacking(input, level, options);
	if (known) return known;
	if (input.kept().length > MOST_KEPT) return null;
	const { mask, laneOf, lanes } = input;
	const packing = pack(orderOf(input), { mask, laneOf, lanes: lanes.length }, level, options);
	keepPacking(input, level, options, packing);
	return packing;
}

const orders = new WeakMap<TimelineInput, TimeOrder>();

/** The time order of the kept items alone, for every level of one input. */
function orderOf(input: TimelineInput): TimeOrder {
	let known = orders.get(input);
	if (!known) orders.set(input, (known = orderOfItems(input.table, input.kept())));
	return known;
}

/** The time order of some items of a table, as if no others were in it. */
export function orderOfItems(table: ItemTable, items: Uint32Array): TimeOrder {
	const places = new Uint32Array(items.length);
	let count = 0;
	for (const each of items) {
		const from = startOf(table, each);
		if (from === from) places[count++] = readingPlace(table, each);
	}
	// As they are read among those that start together.
	const read = places.slice(0, count).sort();
	for (let at = 0; at < count; at++) read[at] = table.order[read[at]!]!;
	const begins = new Float64Array(count);
	for (let at = 0; at < count; at++) begins[at] = startOf(table, read[at]!);
	const item = sortByKey(read, begins);
	const [start, end, centre] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
	const group = new Uint16Array(count);
	const traits = new Uint8Array(count);
	const byDay = new Uint32Array(count);
	const placeOf = new Map<number, number>();
	for (let k = 0; k < count; k++) {
		const each = item[k]!;
		start[k] = startOf(table, each);
		end[k] = endOf(table, each);
		centre[k] = centreOf(start[k]!, end[k]!);
		group[k] = table.group[each]!;
		traits[k] = traitsOf(table, each);
		byDay[k] = k;
		placeOf.set(each, k);
	}
	const before = new Int32Array(count);
	for (let k = 0; k < count; k++) {
		const previous = table.previous[item[k]!]!;
		before[k] = previous < 0 ? -1 : (placeOf.get(previous) ?? -1);
	}
	return {
		...{ count, items: table.count, item, group, start, end, centre, traits, before, byCentre: sortByKey(byDay, centre) },
		...reachOfItems(table, item, start, end)
	};
}

/** As `withReach`, asked by the items: they are few, and those with ghosts and versions may be very many. */
function reachOfItems(table: ItemTable, item: Uint32Array, start: Float64Array, end: Float64Array) {
	const { reach } = table;
	if (reach.items.length === 0) return { low: start, high: end };
	const [low, high] = [start.slice(), end.slice()];
	for (let k = 0; k < item.length; k++) {
		const at = reachAt(table, item[k]!);
		if (at < 0) continue;
		if (Number.isFinite(reach.start[at]) && reach.start[at]! < low[k]!) low[k] = reach.start[at]!;
		if (Number.isFinite(reach.end[at]) && reach.end[at]! > high[k]!) high[k] = reach.end[at]!;
	}
	return { low, high };
}
