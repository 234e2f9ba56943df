import type { ColumnSet } from '#lib/columns/column-set.ts';
import { ordersAgainst } from '#lib/columns/known-order.ts';
import type { KnownOrder } from '#lib/domain/known-order.ts';
import type { OrderAgainst } from '#lib/domain/order-contradictions.ts';

/** A stated order that cannot hold, and what it contradicts: it narrows nothing. `record` is the one of which it is stated. */
export interface OrderFlag extends KnownOrder {
	readonly record: string;
	readonly against: OrderAgainst;
}

/** The stated orders that cannot hold and of which a record is an end, whichever of the two states it. */
export function orderFlagsOf(set: ColumnSet, id: string): OrderFlag[] {
	const own = set.id.rowOf(id);
	if (own < 0 || set.orders.length === 0) return [];
	return Array.from(ordersAgainst(set), ([{ row, ...order }, against]) => ({ record: set.id.at(row), ...order, against })).filter(
		({ record, of }) => record === id || of === id
	);
}
