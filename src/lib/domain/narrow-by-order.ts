import type { Edges } from '#lib/temporal/edges.ts';
import { narrowBounds, type Bounds, type OrderOfPlaces } from './order-bounds.ts';
import { contradictingOrders, usable } from './order-contradictions.ts';

/**
 * What a known order leaves of some dates: "A after B" says that B had ended when A began. Every bound found holds in every
 * world in which the stated edges and the orders hold, and it carries on along chains. Orders that contradict the dates or one
 * another ({@link contradictingOrders}) narrow nothing: an order never corrects a date. All others narrow. Pure; the edges
 * given are not changed, and come back themselves where nothing narrows them.
 *
 * @param stated edges by place, epoch days, ends exclusive; `UNKNOWN_EDGES` where there is no date
 */
export function narrowByOrder(stated: readonly Edges[], orders: readonly OrderOfPlaces[]): Edges[] {
	const against = contradictingOrders(stated, orders);
	const bounds = stated.map((edges): Bounds => ({ ...edges }));
	narrowBounds(
		bounds,
		usable(stated, orders).filter((order) => !against.has(order))
	);
	return stated.map((edges, place) => (same(edges, bounds[place]!) ? edges : bounds[place]!));
}

function same(a: Edges, b: Edges): boolean {
	return (
		a.earliestStart === b.earliestStart && a.latestStart === b.latestStart && a.earliestEnd === b.earliestEnd && a.latestEnd === b.latestEnd
	);
}
