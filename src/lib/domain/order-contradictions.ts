import type { Edges } from '#lib/temporal/edges.ts';
import { apply, close, isOpen, isPossible, meet, narrowBounds, type Bounds, type OrderOfPlaces } from './order-bounds.ts';

/** What an order contradicts: the dates along it, or other orders, with which it runs in a circle. */
export type OrderAgainst = 'dates' | 'orders';

/** Contradictions of more orders than these are not taken apart: all that take part in them are told. */
const LONGEST = 16;

/**
 * The orders that cannot hold beside the dates, or beside one another, and what each contradicts. The smallest contradictions
 * are found first – one order against two dates, then two that lead from one date to another, and so on; a circle of three
 * counts three – and every order in one of that size is left out before larger ones are looked for. So an order is never told
 * for what another alone got wrong, and it does not matter in which sequence they are given. What is left can hold together.
 *
 * @param stated edges by place, epoch days; `UNKNOWN_EDGES` where there is no date
 */
export function contradictingOrders<Order extends OrderOfPlaces>(
	stated: readonly Edges[],
	orders: readonly Order[]
): ReadonlyMap<Order, OrderAgainst> {
	const against = new Map<Order, OrderAgainst>();
	let standing = orders;
	let checked: typeof orders | null = null;
	let [broken, circle]: [boolean, typeof orders] = [false, []];
	const leaveOut = (found: readonly Order[], what: OrderAgainst): void => {
		for (const order of found) against.set(order, what);
		if (found.length > 0) standing = standing.filter((order) => !against.has(order));
	};
	leaveOut(
		orders.filter(({ row, of }) => row === of),
		'orders'
	);
	for (let size = 1; size <= LONGEST; size++) {
		// Nearly always all is well, which is seen at once.
		if (checked !== standing) [broken, circle, checked] = [atBroken(stated, standing).length > 0, circling(standing), standing];
		if (!broken && circle.length === 0) return against;
		const beyond = broken ? chainsBeyondDates(stated, standing, size) : [];
		leaveOut(
			circle.filter((order) => isInCircle(order, circle, size)),
			'orders'
		);
		leaveOut(beyond, 'dates');
	}
	leaveOut(atBroken(stated, standing), 'dates');
	leaveOut(circling(standing), 'orders');
	return against;
}

/** Orders beside dates that are open to neither side: the others say nothing of when. */
export function usable<Order extends OrderOfPlaces>(stated: readonly Edges[], orders: readonly Order[]): Order[] {
	const isUsable = (edges: Edges | undefined) => edges !== undefined && !isOpen(edges) && isPossible(edges);
	return orders.filter(({ row, of }) => isUsable(stated[row]) && isUsable(stated[of]));
}

/** Orders at a date of which nothing is left. */
function atBroken<Order extends OrderOfPlaces>(stated: readonly Edges[], orders: readonly Order[]): Order[] {
	const used = usable(stated, orders);
	const bounds = stated.map((edges): Bounds => ({ ...edges }));
	narrowBounds(bounds, used);
	return used.filter(({ row, of }) => !isPossible(bounds[row]!) || !isPossible(bounds[of]!));
}

/** The orders of every chain of a size that leads from one date to another which is too early for it; none shorter does. */
function chainsBeyondDates<Order extends OrderOfPlaces>(stated: readonly Edges[], orders: readonly Order[], size: number): Order[] {
	const used = usable(stated, orders);
	// What chains of at most so many orders say of each place.
	const reached: Bounds[][] = [stated.map(closed)];
	while (reached.length < size) reached.push(oneFurther(reached.at(-1)!, used));
	return used.filter((order) => {
		for (let up = 0; up < size; up++) {
			const [own, other] = [order.row, order.of].map((place) => crossed(reached[up]![place]!, reached[size - 1 - up]![place]!)) as [
				Bounds,
				Bounds
			];
			if (!isPossible(own) || !isPossible(other)) continue;
			apply(order, own, other);
			if (!isPossible(own) || !isPossible(other)) return true;
		}
		return false;
	});
}

function closed(edges: Edges): Bounds {
	const bounds = { ...edges };
	close(bounds);
	return bounds;
}

function oneFurther(bounds: readonly Bounds[], orders: readonly OrderOfPlaces[]): Bounds[] {
	const next = bounds.map((each) => ({ ...each }));
	for (const order of orders) {
		const [own, other] = [{ ...bounds[order.row]! }, { ...bounds[order.of]! }];
		apply(order, own, other);
		meet(next[order.row]!, own);
		meet(next[order.of]!, other);
	}
	return next;
}

function crossed({ earliestStart, earliestEnd }: Bounds, { latestStart, latestEnd }: Bounds): Bounds {
	return { earliestStart, latestStart, earliestEnd, latestEnd };
}

function firstThen({ row, of, stands }: OrderOfPlaces): readonly [first: number, then: number] {
	return stands === 'after' ? [of, row] : [row, of];
}

/** The orders of circles, and of ways between them. Time: linear. */
function circling<Order extends OrderOfPlaces>(orders: readonly Order[]): readonly Order[] {
	return peeled(peeled(orders, firstThen), (order) => firstThen(order).toReversed() as [number, number]);
}

/** Without what nothing leads to, again and again. */
function peeled<Order extends OrderOfPlaces>(orders: readonly Order[], ends: typeof firstThen): readonly Order[] {
	const waits = new Map<number, number>();
	const from = new Map<number, Order[]>();
	for (const order of orders) {
		const [first, then] = ends(order);
		waits.set(then, (waits.get(then) ?? 0) + 1);
		from.set(first, [...(from.get(first) ?? []), order]);
	}
	const gone = new Set<Order>();
	const free = [...from.keys()].filter((place) => !waits.has(place));
	for (const place of free) {
		for (const order of from.get(place) ?? []) {
			const [, then] = ends(order);
			const left = waits.get(then)! - 1;
			waits.set(then, left);
			gone.add(order);
			if (left === 0) free.push(then);
		}
	}
	return gone.size === 0 ? orders : orders.filter((order) => !gone.has(order));
}

/** Whether an order is part of a circle of so many, and of none shorter that would have been left out before. */
function isInCircle(order: OrderOfPlaces, orders: readonly OrderOfPlaces[], size: number): boolean {
	const [goal, start] = firstThen(order);
	let reached = new Set([start]);
	for (let steps = 1; steps < size; steps++) {
		reached = new Set(
			orders
				.map(firstThen)
				.filter(([first]) => reached.has(first))
				.map(([, then]) => then)
		);
	}
	return reached.has(goal);
}
