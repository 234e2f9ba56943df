import { ordersOf } from '#lib/domain/known-order.ts';
import { narrowByOrder } from '#lib/domain/narrow-by-order.ts';
import { UNKNOWN_EDGES, type OrderOfPlaces } from '#lib/domain/order-bounds.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { datedEdges, factsOf } from './facts.ts';

/**
 * What the known orders among some records leave of their dates: edges by id, of those they narrow. The slow, obvious
 * way that columns are held against: every record is looked at, whether an order ties it or not.
 */
export function narrowedDates(records: readonly RecordBody[]): Map<string, Edges> {
	const places = new Map(records.map(({ id }, place) => [id, place]));
	const stated = records.map((body) => datedEdges(factsOf(body).date) ?? UNKNOWN_EDGES);
	const orders = records.flatMap((body, row) =>
		ordersOf(body).flatMap(({ of, stands, same }): OrderOfPlaces[] => {
			const other = places.get(of);
			return other === undefined ? [] : [{ row, of: other, stands, same }];
		})
	);
	const narrowed = narrowByOrder(stated, orders);
	return new Map(records.flatMap(({ id }, place) => (narrowed[place] === stated[place] ? [] : [[id, narrowed[place]!] as const])));
}
