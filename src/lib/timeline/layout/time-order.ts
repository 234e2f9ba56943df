import type { ItemTable } from '../items/item.ts';
import { discard } from '../items/discard.ts';
import { sortByKey } from '../items/sort-by-key.ts';
import { centreOf, drawnEnd, drawnStart } from '../items/span-of-edges.ts';

/** What packing reads of a table; a worker is sent these columns and nothing else. */
export type PackedColumns = Pick<
	ItemTable,
	'count' | 'group' | 'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd' | 'reach' | 'shape' | 'order' | 'previous'
>;

/** Bits of `TimeOrder.traits`. */
export const START_UNKNOWN = 1;
export const END_UNKNOWN = 2;
export const IS_EVENT = 4;

/**
 * The dated items of a table by drawn start, every column in that order, so that a packing runs through memory once. Made once a
 * table; no filter, lane or level is in it.
 */
export interface TimeOrder {
	readonly count: number;
	/** Items of the table, dated or not. */
	readonly items: number;
	readonly item: Uint32Array;
	readonly group: Uint16Array;
	readonly start: Float64Array;
	readonly end: Float64Array;
	readonly centre: Float64Array;
	/** Start and end with ghosts and versions. */
	readonly low: Float64Array;
	readonly high: Float64Array;
	readonly traits: Uint8Array;
	/** Place of the one before it in its series, -1: none. */
	readonly before: Int32Array;
	/** Places by centre. */
	readonly byCentre: Uint32Array;
}

/** Sorts a table for packing. A million items: some 100 ms, so off the main thread. */
export function timeOrder(table: PackedColumns): TimeOrder {
	const { earliestStart, latestStart, earliestEnd, latestEnd, order } = table;
	// Drawn ends are worked out in the order memory has them; only what is needed is then picked in the order of time.
	const starts = new Float64Array(table.count);
	const ends = new Float64Array(table.count);
	const kinds = new Uint8Array(table.count);
	for (let i = 0; i < table.count; i++) {
		const a = earliestStart[i]!;
		const b = latestStart[i]!;
		const c = earliestEnd[i]!;
		const d = latestEnd[i]!;
		starts[i] = drawnStart(a, b, c, d);
		ends[i] = drawnEnd(a, b, c, d);
		kinds[i] = traits4(a, b, c, d, table.shape[i]!);
	}
	let count = order.length;
	while (count > 0 && Number.isNaN(starts[order[count - 1]!]!)) count--;
	let item: Uint32Array = order.slice(0, count);
	const start = new Float64Array(count);
	const pick = (): void => {
		for (let k = 0; k < count; k++) start[k] = starts[item[k]!]!;
	};
	pick();
	let sorted = true;
	for (let k = 1; k < count && sorted; k++) sorted = start[k]! >= start[k - 1]!;
	if (!sorted) {
		const read = item;
		item = sortByKey(read, start);
		discard(read);
		pick();
	}
	const end = new Float64Array(count);
	const centre = new Float64Array(count);
	const group = new Uint16Array(count);
	const traits = new Uint8Array(count);
	const placeOf = new Int32Array(table.count).fill(-1);
	for (let k = 0; k < count; k++) {
		const i = item[k]!;
		end[k] = ends[i]!;
		centre[k] = centreOf(start[k]!, end[k]!);
		group[k] = table.group[i]!;
		placeOf[i] = k;
		traits[k] = kinds[i]!;
	}
	const before = new Int32Array(count).fill(-1);
	for (let i = 0; i < table.count; i++) {
		const previous = table.previous[i]!;
		if (previous >= 0 && placeOf[i]! >= 0) before[placeOf[i]!] = placeOf[previous]!;
	}
	const { low, high } = withReach(table, (i) => placeOf[i]!, start, end);
	const places = new Uint32Array(count);
	for (let k = 0; k < count; k++) places[k] = k;
	const byCentre = sortByKey(places, centre);
	discard(starts, ends, kinds, placeOf, places);
	return { count, items: table.count, item, group, start, end, centre, low, high, traits, before, byCentre };
}

function traits4(a: number, b: number, c: number, d: number, shape: number): number {
	return (
		(a === -Infinity && b < Infinity && b > -Infinity ? START_UNKNOWN : 0) |
		(d === Infinity && c < Infinity && c > -Infinity ? END_UNKNOWN : 0) |
		(shape < 2 ? IS_EVENT : 0)
	);
}

/** Traits of one item. */
export function traitsOf({ earliestStart, latestStart, earliestEnd, latestEnd, shape }: PackedColumns, i: number): number {
	return traits4(earliestStart[i]!, latestStart[i]!, earliestEnd[i]!, latestEnd[i]!, shape[i]!);
}

/**
 * The same order with these items alone, as if no others were in the table: what a filter leaves of very many is packed in the time
 * of the few.
 * @param keeps by place: 1 where the item stays
 */
export function narrowed(order: TimeOrder, keeps: Uint8Array): TimeOrder {
	const newPlace = new Int32Array(order.count).fill(-1);
	const kept = new Uint32Array(order.count);
	let count = 0;
	for (let k = 0; k < order.count; k++) {
		if (keeps[k] === 0) continue;
		newPlace[k] = count;
		kept[count++] = k;
	}
	const places = kept.subarray(0, count);
	const days = (column: Float64Array): Float64Array => {
		const own = new Float64Array(count);
		for (let at = 0; at < count; at++) own[at] = column[places[at]!]!;
		return own;
	};
	const [start, end] = [days(order.start), days(order.end)];
	const item = new Uint32Array(count);
	const group = new Uint16Array(count);
	const traits = new Uint8Array(count);
	const before = new Int32Array(count);
	for (let at = 0; at < count; at++) {
		const k = places[at]!;
		item[at] = order.item[k]!;
		group[at] = order.group[k]!;
		traits[at] = order.traits[k]!;
		before[at] = order.before[k]! < 0 ? -1 : newPlace[order.before[k]!]!;
	}
	const byCentre = new Uint32Array(count);
	let next = 0;
	for (let n = 0; n < order.count && next < count; n++) {
		const place = newPlace[order.byCentre[n]!]!;
		if (place >= 0) byCentre[next++] = place;
	}
	return {
		...{ count, items: order.items, item, group, start, end, traits, before, byCentre, centre: days(order.centre) },
		low: order.low === order.start ? start : days(order.low),
		high: order.high === order.end ? end : days(order.high)
	};
}

/**
 * How far ghosts and versions reach beyond the drawn spans.
 * @param placeOf place of an item in the order, -1: it is not in it
 */
export function withReach({ reach }: PackedColumns, placeOf: (item: number) => number, start: Float64Array, end: Float64Array) {
	if (reach.items.length === 0) return { low: start, high: end };
	const low = start.slice();
	const high = end.slice();
	reach.items.forEach((item, n) => {
		const k = placeOf(item);
		if (k < 0) return;
		if (Number.isFinite(reach.start[n]) && reach.start[n]! < low[k]!) low[k] = reach.start[n]!;
		if (Number.isFinite(reach.end[n]) && reach.end[n]! > high[k]!) high[k] = reach.end[n]!;
	});
	return { low, high };
}

const orders = new WeakMap<PackedColumns, TimeOrder>();

/** The time order of a table, made when first asked for. */
export function timeOrderOf(table: PackedColumns): TimeOrder {
	let known = orders.get(table);
	if (!known) orders.set(table, (known = timeOrder(table)));
	return known;
}
