import type { TimelineInput } from '../items/item.ts';
import { sortByKey } from '../items/sort-by-key.ts';
import { centreOf, endOf, startOf } from '../items/span-of-edges.ts';
import { keepPacking, knownPacking, pack } from './pack-rows.ts';
import type { Packing, PackingOptions } from './packing.ts';
import { readingPlace } from './reading-place.ts';
import { traitsOf, withReach, type TimeOrder } from './time-order.ts';

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
	if (!known) orders.set(input, (known = orderKept(input)));
	return known;
}

function orderKept(input: TimelineInput): TimeOrder {
	const { table } = input;
	const dated = input.kept().filter((item) => !Number.isNaN(startOf(table, item)));
	const places = Uint32Array.from(dated, (item) => readingPlace(table, item)).sort();
	const read = Uint32Array.from(places, (place) => table.order[place]!);
	// As they are read among those that start together.
	const item = sortByKey(
		read,
		Float64Array.from(read, (each) => startOf(table, each))
	);
	const { length: count } = item;
	const start = Float64Array.from(item, (each) => startOf(table, each));
	const end = Float64Array.from(item, (each) => endOf(table, each));
	const centre = start.map((from, k) => centreOf(from, end[k]!));
	const placeOf = new Map<number, number>();
	item.forEach((each, k) => placeOf.set(each, k));
	const placed = (each: number): number => placeOf.get(each) ?? -1;
	return {
		...{ count, items: table.count, item, start, end, centre },
		...withReach(table, placed, start, end),
		group: Uint16Array.from(item, (each) => table.group[each]!),
		traits: Uint8Array.from(item, (each) => traitsOf(table, each)),
		before: Int32Array.from(item, (each) => (table.previous[each]! < 0 ? -1 : placed(table.previous[each]!))),
		byCentre: sortByKey(
			Uint32Array.from(item, (_, k) => k),
			centre
		)
	};
}
