import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtfOfNarrowed, inKnownOrder } from '../../../src/lib/domain/known-order.ts';
import { narrowByOrder } from '../../../src/lib/domain/narrow-by-order.ts';
import { UNKNOWN_EDGES, type OrderOfPlaces } from '../../../src/lib/domain/order-bounds.ts';
import { contradictingOrders } from '../../../src/lib/domain/order-contradictions.ts';
import { ORDER_UNITS, STANDS } from '../../../src/lib/domain/order-words.ts';
import { civilIn } from '../../../src/lib/temporal/calendars.ts';
import { edgesOf } from '../../../src/lib/temporal/edges-of.ts';
import type { Edges } from '../../../src/lib/temporal/edges.ts';

const SEED = 20_261_122;
const after = (row: number, of: number, same: OrderOfPlaces['same'] = null): OrderOfPlaces => ({ row, of, stands: 'after', same });
const said = (edges: Edges | undefined) => edges && edtfOfNarrowed(edges);

describe('a known order narrows dates', () => {
	test('after a meeting of 5 March 2024, same year: from that day to the end of the year', () => {
		const [, visit] = narrowByOrder([edgesOf('2024-03-05'), UNKNOWN_EDGES], [after(1, 0, 'year')]);
		expect(said(visit)).toBe('[2024-03-05..2024-12-31]');
	});

	test('a Persian year runs from Nowruz to Nowruz, and so do its months; Hijri units are those of Umm al-Qura', () => {
		const meeting = edgesOf('2025-12-05');
		const follows = (same: OrderOfPlaces['same']) => said(narrowByOrder([meeting, UNKNOWN_EDGES], [after(1, 0, same)])[1]);
		expect(follows('year')).toBe('[2025-12-05..2025-12-31]');
		expect(follows('persian-year')).toBe('[2025-12-05..2026-03-20]');
		expect(follows('persian-month')).toBe('[2025-12-05..2025-12-21]');
		expect(follows('islamic-year')).toBe('[2025-12-05..2026-06-15]');
		expect(follows('islamic-month')).toBe('[2025-12-05..2025-12-20]');
	});

	test('in a unit of another calendar the earlier one is narrowed as well', () => {
		const [meeting] = narrowByOrder([UNKNOWN_EDGES, edgesOf('2026-02-10')], [after(1, 0, 'persian-year')]);
		expect(said(meeting)).toBe('[2025-03-21..2026-02-10]');
	});

	test('when the later one becomes known the earlier one is narrowed as well', () => {
		const [meeting] = narrowByOrder([UNKNOWN_EDGES, edgesOf('2024-06-10')], [after(1, 0, 'year')]);
		expect(said(meeting)).toBe('[2024-01-01..2024-06-10]');
		const [corridor] = narrowByOrder([UNKNOWN_EDGES, edgesOf('2024-06-10')], [{ row: 0, of: 1, stands: 'before', same: null }]);
		expect(said(corridor)).toBe('[..2024-06-10]');
	});

	test('what is known of one end of a chain reaches the other', () => {
		const chain = [edgesOf('2024-03-05'), UNKNOWN_EDGES, UNKNOWN_EDGES, UNKNOWN_EDGES];
		expect(said(narrowByOrder(chain, [after(3, 2), after(2, 1), after(1, 0)])[3])).toBe('[2024-03-05..]');
	});

	test('nothing known on either side stays nothing known, by identity', () => {
		const stated = [UNKNOWN_EDGES, UNKNOWN_EDGES];
		const narrowed = narrowByOrder(stated, [after(1, 0, 'year')]);
		expect(narrowed[0]).toBe(stated[0]);
		expect(narrowed[1]).toBe(stated[1]);
	});

	test('an order that contradicts the dates leaves them as stated; what else hangs on them narrows all the same', () => {
		const stated = [edgesOf('2025'), edgesOf('2024'), UNKNOWN_EDGES, UNKNOWN_EDGES];
		const orders = [after(1, 0), after(2, 1), { row: 3, of: 1, stands: 'before', same: 'year' } as const];
		expect([...contradictingOrders(stated, orders)]).toEqual([[orders[0], 'dates']]);
		const now = narrowByOrder(stated, orders);
		expect(now.slice(0, 2)).toEqual(stated.slice(0, 2));
		expect(said(now[2])).toBe('[2024-01-01..]');
		expect(said(now[3])).toBe('[2024-01-01..2024-12-31]');
	});

	test('a circle of orders is told as a whole, and what hangs on it still narrows', () => {
		const stated = [UNKNOWN_EDGES, UNKNOWN_EDGES, edgesOf('2024'), UNKNOWN_EDGES];
		const orders = [after(0, 2), after(1, 0), after(2, 1), after(3, 2)];
		expect([...contradictingOrders(stated, orders)]).toEqual(orders.slice(0, 3).map((order) => [order, 'orders']));
		const now = narrowByOrder(stated, orders);
		expect(now.slice(0, 3)).toEqual(stated.slice(0, 3));
		expect(said(now[3])).toBe('[2024-01-01..]');
	});

	test('of two orders against each other the dates tell which one is wrong', () => {
		const stated = [edgesOf('2024'), edgesOf('2025')];
		expect([...contradictingOrders(stated, [after(0, 1), after(1, 0)])]).toEqual([[after(0, 1), 'dates']]);
		expect(contradictingOrders([UNKNOWN_EDGES, UNKNOWN_EDGES], [after(0, 1), after(1, 0)]).size).toBe(2);
	});

	test('a long chain from a date to an earlier one is told whole, in whatever sequence it stands', () => {
		const links = Array.from({ length: 90 }, (_, place) => after(place + 1, place));
		const stated = links.map(() => UNKNOWN_EDGES);
		const chain = [edgesOf('2025'), ...stated.slice(1), edgesOf('2024')];
		expect(contradictingOrders(chain, links).size).toBe(90);
		expect(new Set(contradictingOrders(chain, links.toReversed()).keys())).toEqual(new Set(links));
		expect(narrowByOrder(chain, links)).toEqual(chain);
	});

	test('an order beside a date that cannot be “the same year” is told as well', () => {
		const stated = [edgesOf('2024-04-05'), edgesOf('2025-01-10')];
		expect([...contradictingOrders(stated, [after(1, 0, 'year')]).values()]).toEqual(['dates']);
		expect(contradictingOrders(stated, [after(1, 0, 'persian-year')]).size).toBe(0);
	});

	test('an order beside a date that is open to that side says nothing', () => {
		const stated = [edgesOf('2024/..'), UNKNOWN_EDGES];
		expect(narrowByOrder(stated, [after(1, 0)])).toEqual(stated);
	});
});

/** Quarters of days in which the slow twin lays out every world. */
const STEP = 0.25;
const DAYS = 3;

interface World {
	readonly start: number;
	readonly end: number;
}

function worldsOf(edges: Edges): World[] {
	const worlds: World[] = [];
	for (let start = Math.max(0, edges.earliestStart); start < Math.min(DAYS, edges.latestStart); start += STEP) {
		for (let end = start + STEP; end <= Math.min(DAYS, edges.latestEnd); end += STEP)
			if (end > edges.earliestEnd) worlds.push({ start, end });
	}
	return worlds;
}

function stands(order: OrderOfPlaces, worlds: readonly World[]): boolean {
	const [own, other] = [worlds[order.row]!, worlds[order.of]!];
	if (!(order.stands === 'after' ? own.start >= other.end : own.end <= other.start)) return false;
	if (order.same === null) return true;
	const day = Math.floor(other.start);
	return own.start >= day && own.end <= day + 1;
}

/** The hull of every world in which all orders stand, in whole days; null when there is none. */
function slowly(stated: readonly Edges[], orders: readonly OrderOfPlaces[]): Edges[] | null {
	const hulls = stated.map(() => ({ earliestStart: Infinity, latestStart: -Infinity, earliestEnd: Infinity, latestEnd: -Infinity }));
	const each = stated.map(worldsOf);
	let any = false;
	const visit = (chosen: World[]): void => {
		const place = chosen.length;
		if (place < stated.length) {
			for (const world of each[place]!) {
				const next = [...chosen, world];
				if (orders.every((order) => Math.max(order.row, order.of) !== place || stands(order, next))) visit(next);
			}
			return;
		}
		any = true;
		chosen.forEach(({ start, end }, index) => {
			const hull = hulls[index]!;
			hull.earliestStart = Math.min(hull.earliestStart, Math.floor(start));
			hull.latestStart = Math.max(hull.latestStart, Math.floor(start) + 1);
			hull.earliestEnd = Math.min(hull.earliestEnd, Math.ceil(end) - 1);
			hull.latestEnd = Math.max(hull.latestEnd, Math.ceil(end));
		});
	};
	visit([]);
	return any ? hulls : null;
}

const day = fc.integer({ min: 0, max: DAYS - 1 });
/** Some day of a span: a single value, as dates of one kind are. */
const within = fc.tuple(day, day).map(([a, b]): Edges => {
	const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
	return { earliestStart: from, latestStart: to, earliestEnd: from, latestEnd: to };
});
const worlds = fc.record({
	stated: fc.array(within, { minLength: 2, maxLength: 3 }),
	orders: fc.array(
		fc.record({
			row: fc.nat(2),
			of: fc.nat(2),
			stands: fc.constantFrom(...STANDS),
			same: fc.option(fc.constant('day' as const), { nil: null, freq: 3 })
		}),
		{ minLength: 1, maxLength: 3 }
	)
});

test('narrowed dates hold every world the slow twin lays out, and without units they hold no more', () => {
	fc.assert(
		fc.property(worlds, ({ stated, orders: any }) => {
			const orders = any.filter(({ row, of }) => row !== of && row < stated.length && of < stated.length);
			const fast = narrowByOrder(stated, orders);
			const slow = slowly(stated, orders);
			if (slow === null) return;
			fast.forEach((edges, place) => {
				const hull = slow[place]!;
				expect(edges.earliestStart).toBeLessThanOrEqual(hull.earliestStart);
				expect(edges.latestStart).toBeGreaterThanOrEqual(hull.latestStart);
				expect(edges.earliestEnd).toBeLessThanOrEqual(hull.earliestEnd);
				expect(edges.latestEnd).toBeGreaterThanOrEqual(hull.latestEnd);
				if (orders.every(({ same }) => same === null)) expect(edges).toEqual(hull);
			});
		}),
		{ seed: SEED, numRuns: 60 }
	);
});

/** The smallest sets of orders that no world holds, one size after another: every order in one is left out before the next size. */
function slowlyAgainst(stated: readonly Edges[], orders: readonly OrderOfPlaces[]): Set<OrderOfPlaces> {
	const against = new Set<OrderOfPlaces>();
	for (let size = 1; size <= orders.length; size++) {
		const standing = orders.filter((order) => !against.has(order));
		const sets = subsets(standing).filter((each) => each.length === size && slowly(stated, each) === null);
		for (const order of sets.flat()) against.add(order);
	}
	return against;
}

function subsets<T>([first, ...rest]: readonly T[]): T[][] {
	return first === undefined ? [[]] : subsets(rest).flatMap((each) => [each, [first, ...each]]);
}

test('orders are told to contradict exactly where the slow twin finds no world for them', () => {
	fc.assert(
		fc.property(worlds, ({ stated, orders: any }) => {
			const orders = any
				.filter(({ row, of }) => row !== of && row < stated.length && of < stated.length)
				.map((order) => ({ ...order, same: null }));
			const fast = contradictingOrders(stated, orders);
			const slow = slowlyAgainst(stated, orders);
			expect(orders.filter((order) => fast.has(order))).toEqual(orders.filter((order) => slow.has(order)));
			const held = orders.filter((order) => !slow.has(order));
			expect(narrowByOrder(stated, orders)).toEqual(slowly(stated, held));
		}),
		{ seed: SEED, numRuns: 300 }
	);
});

test('a date that an order narrows never grows', () => {
	const edges = fc.constantFrom(UNKNOWN_EDGES, ...['2024', '2024-03', '2025-12-04/2025-12-05', '[..2024]', '2026-05-01'].map(edgesOf));
	const orders = fc.array(
		fc.record({
			row: fc.nat(3),
			of: fc.nat(3),
			stands: fc.constantFrom(...STANDS),
			same: fc.option(fc.constantFrom(...ORDER_UNITS), { nil: null })
		}),
		{ maxLength: 5 }
	);
	fc.assert(
		fc.property(fc.array(edges, { minLength: 4, maxLength: 4 }), orders, (stated, all) => {
			narrowByOrder(stated, all).forEach((now, place) => {
				expect(now.earliestStart).toBeGreaterThanOrEqual(stated[place]!.earliestStart);
				expect(now.latestEnd).toBeLessThanOrEqual(stated[place]!.latestEnd);
				expect(now.earliestStart).toBeLessThan(now.latestEnd);
			});
		}),
		{ seed: SEED, numRuns: 300 }
	);
});

describe('things put in their known order', () => {
	test('stand right behind what they come after; the rest keep their places', () => {
		expect(inKnownOrder(['a', 'b', 'c', 'd'], [['d', 'b']])).toEqual(['a', 'd', 'b', 'c']);
		expect(inKnownOrder(['visit', 'talks', 'meeting'], [['meeting', 'visit']])).toEqual(['meeting', 'visit', 'talks']);
	});

	test('hold every order that is no circle, and each thing once', () => {
		const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 10 });
		fc.assert(
			fc.property(pairs, (all) => {
				const forward = all.filter(([a, b]) => a !== b).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
				const sorted = inKnownOrder([5, 0, 7, 2, 3, 6, 1, 4], forward);
				expect([...sorted].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
				for (const [first, then] of forward) expect(sorted.indexOf(first)).toBeLessThan(sorted.indexOf(then));
				expect([...inKnownOrder([0, 1, 2], [...all.filter(([a, b]) => a < 3 && b < 3)])].sort()).toEqual([0, 1, 2]);
			}),
			{ seed: SEED, numRuns: 200 }
		);
	});
});

/** The slow twin of units: every day is asked whose unit it lies in. */
test('a unit leaves exactly the days of it that the order allows, in every calendar', () => {
	const CALENDAR = { persian: 'persian', islamic: 'islamic' } as const;
	fc.assert(
		fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.constantFrom(...ORDER_UNITS), (known, same) => {
			const day = { earliestStart: known, latestStart: known + 1, earliestEnd: known, latestEnd: known + 1 };
			const [, narrowed] = narrowByOrder([day, UNKNOWN_EDGES], [after(1, 0, same)]);
			const calendar = CALENDAR[same.split('-')[0] as 'persian'] ?? 'gregorian';
			const unitOf = (at: number) => {
				const { year, month } = civilIn(calendar, at);
				return same === 'day' ? `${at}` : same.endsWith('year') ? `${year}` : `${year}-${month}`;
			};
			let end = known;
			while (unitOf(end) === unitOf(known)) end++;
			expect([narrowed!.earliestStart, narrowed!.latestEnd]).toEqual([known, end]);
		}),
		{ seed: SEED, numRuns: 200 }
	);
});
