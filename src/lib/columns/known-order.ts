import type { DateValue } from '#lib/domain/claim.ts';
import { edtfOfNarrowed } from '#lib/domain/known-order.ts';
import { narrowByOrder } from '#lib/domain/narrow-by-order.ts';
import { UNKNOWN_EDGES, type OrderOfPlaces } from '#lib/domain/order-bounds.ts';
import { contradictingOrders, type OrderAgainst } from '#lib/domain/order-contradictions.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { GONE, type ColumnSet, type RowOrder } from './column-set.ts';
import { EDGES } from './row.ts';

/** What a known order leaves of a row's date: as stated (null: undated) and now. */
export interface Narrowed {
	readonly stated: Edges | null;
	readonly now: Edges;
}

/**
 * The rows whose edges their known order narrows. Only rows that some order ties to another are looked at.
 * @param rowOf the row of an id that stands; -1: none
 * @param statedAt a row's edges as stated; null: undated
 */
export function narrowedRows(
	orders: readonly RowOrder[],
	rowOf: (id: string) => number,
	statedAt: (row: number) => Edges | null
): Map<number, Narrowed> {
	const { places, tied } = tiedRows(orders, rowOf);
	const stated = Array.from(places.keys(), statedAt);
	const now = narrowByOrder(
		stated.map((edges) => edges ?? UNKNOWN_EDGES),
		tied
	);
	const narrowed = new Map<number, Narrowed>();
	for (const [row, place] of places) {
		const [before, after] = [stated[place]!, now[place]!];
		if (after !== (before ?? UNKNOWN_EDGES)) narrowed.set(row, { stated: before, now: after });
	}
	return narrowed;
}

/** The rows some order ties to another with their places in a list, and the orders between those places. */
function tiedRows(
	orders: readonly RowOrder[],
	rowOf: (id: string) => number
): { readonly places: ReadonlyMap<number, number>; readonly tied: readonly (OrderOfPlaces & { readonly from: RowOrder })[] } {
	const places = new Map<number, number>();
	const placeOf = (row: number): number => {
		const place = places.get(row) ?? places.size;
		places.set(row, place);
		return place;
	};
	const tied = orders.flatMap((from) => {
		const other = rowOf(from.of);
		return other < 0 ? [] : [{ row: placeOf(from.row), of: placeOf(other), stands: from.stands, same: from.same, from }];
	});
	return { places, tied };
}

/** The orders of a set that cannot hold beside its dates or beside one another, and which of the two. They narrow nothing. */
export function ordersAgainst(set: ColumnSet): ReadonlyMap<RowOrder, OrderAgainst> {
	const rowOf = (id: string): number => {
		const row = set.id.rowOf(id);
		return row >= 0 && set.kind[row] !== GONE ? row : -1;
	};
	const { places, tied } = tiedRows(set.orders, rowOf);
	const stated = Array.from(places.keys(), (row) => (set.stated.has(row) ? set.stated.get(row)! : edgesAt(set, row)) ?? UNKNOWN_EDGES);
	return new Map(Array.from(contradictingOrders(stated, tied), ([{ from }, against]) => [from, against]));
}

/** Edges of a row of a set as it stands; null when undated. */
export function edgesAt(set: Pick<ColumnSet, keyof Edges>, row: number): Edges | null {
	const earliestStart = set.earliestStart[row]!;
	if (Number.isNaN(earliestStart)) return null;
	return { earliestStart, latestStart: set.latestStart[row]!, earliestEnd: set.earliestEnd[row]!, latestEnd: set.latestEnd[row]! };
}

/** Edges that only a known order gives a row, or has narrowed; null when its date stands as stated. */
export function narrowedEdges(set: ColumnSet, row: number): Edges | null {
	return set.stated.has(row) ? edgesAt(set, row) : null;
}

/**
 * The date a row is shown under: what its known order leaves of it, in the words it was given in, else its own. null when
 * undated, or while its words are on their way.
 */
export function shownDate(set: ColumnSet, row: number): DateValue | null {
	const words = set.words.of(row);
	if (!words) return null;
	const narrowed = narrowedEdges(set, row);
	const edtf = narrowed && edtfOfNarrowed(narrowed);
	return edtf === null ? words.date : { ...words.date, edtf };
}

/** Orders a row stands in, from both sides: which comes first. Rows; what does not stand here is left out. */
export function firstThen(set: ColumnSet): readonly (readonly [first: number, then: number])[] {
	return set.orders.flatMap(({ row, of, stands }) => {
		const other = set.id.rowOf(of);
		if (other < 0 || set.kind[other] === GONE) return [];
		return [stands === 'after' ? ([other, row] as const) : ([row, other] as const)];
	});
}

/** A row with its four stated edges as texts, for JSON knows no infinity; none when it was undated. */
export type StatedText = readonly [row: number, ...edges: string[]];

export function statedToTexts(stated: ColumnSet['stated']): StatedText[] {
	return Array.from(stated, ([row, edges]) => [row, ...(edges === null ? [] : EDGES.map((edge) => String(edges[edge])))] as const);
}

export function statedFromTexts(texts: readonly StatedText[]): Map<number, Edges | null> {
	return new Map(
		texts.map(([row, ...edges]) => {
			if (edges.length === 0) return [row, null];
			const [earliestStart = NaN, latestStart = NaN, earliestEnd = NaN, latestEnd = NaN] = edges.map(Number);
			return [row, { earliestStart, latestStart, earliestEnd, latestEnd }];
		})
	);
}
