import type { Edges } from '#lib/temporal/edges.ts';
import { civilIn, dayIn, type CivilCalendar } from '#lib/temporal/calendars.ts';
import type { OrderUnit, Stands } from './order-words.ts';

/** The same between places of a list. */
export interface OrderOfPlaces {
	readonly row: number;
	readonly of: number;
	readonly stands: Stands;
	readonly same: OrderUnit | null;
}

/** A date nothing is known of. */
export const UNKNOWN_EDGES: Edges = { earliestStart: -Infinity, latestStart: Infinity, earliestEnd: -Infinity, latestEnd: Infinity };

/** Edges on their way in. */
export interface Bounds {
	earliestStart: number;
	latestStart: number;
	earliestEnd: number;
	latestEnd: number;
}

/** Applies orders until nothing changes any more; the bounds are changed. */
export function narrowBounds(bounds: readonly Bounds[], orders: readonly OrderOfPlaces[]): void {
	// Every pass that changes anything carries a bound one link further; bounds are taken from a finite set, so it ends.
	for (let pass = 0; pass <= 2 * bounds.length + 2; pass++) {
		let changed = false;
		// To and fro: a long chain is then done in a pass, whichever way round it stands.
		for (const order of pass % 2 === 0 ? orders : orders.toReversed())
			changed = apply(order, bounds[order.row]!, bounds[order.of]!) || changed;
		if (!changed) return;
	}
}

/** A side that is open has no moment that could come before or after anything. */
export function isOpen({ latestStart, earliestEnd }: Edges): boolean {
	return latestStart === -Infinity || earliestEnd === Infinity;
}

/** Whether any start and end at all lie within. */
export function isPossible({ earliestStart, latestStart, earliestEnd, latestEnd }: Bounds): boolean {
	return earliestStart < latestStart && earliestEnd < latestEnd && earliestStart < latestEnd;
}

/** Narrows both ends of one order by what it says; tells whether anything changed. */
export function apply({ stands, same: unit }: OrderOfPlaces, own: Bounds, other: Bounds): boolean {
	const [first, then] = stands === 'after' ? [other, own] : [own, other];
	let changed = raise(then, 'earliestStart', first.earliestEnd);
	changed = lower(first, 'latestEnd', then.latestStart) || changed;
	if (unit !== null) changed = applyUnit(unit, own, other) || changed;
	for (const each of [own, other]) changed = close(each) || changed;
	return changed;
}

/** An end is no earlier than its start. */
export function close(bounds: Bounds): boolean {
	const raised = raise(bounds, 'earliestEnd', bounds.earliestStart);
	return lower(bounds, 'latestStart', bounds.latestEnd) || raised;
}

/** Narrows bounds to what others say as well. */
export function meet(into: Bounds, bounds: Bounds): void {
	for (const edge of ['earliestStart', 'earliestEnd'] as const) raise(into, edge, bounds[edge]);
	for (const edge of ['latestStart', 'latestEnd'] as const) lower(into, edge, bounds[edge]);
}

/** All of `own` lies in the unit in which `other` began. */
function applyUnit(unit: OrderUnit, own: Bounds, other: Bounds): boolean {
	let changed = raise(own, 'earliestStart', unitStart(other.earliestStart, unit));
	changed = lower(own, 'latestEnd', unitEnd(before(other.latestStart), unit)) || changed;
	changed = raise(other, 'earliestStart', unitStart(Math.max(own.earliestStart, own.earliestEnd), unit)) || changed;
	changed = lower(other, 'latestStart', unitEnd(before(Math.min(own.latestStart, own.latestEnd)), unit)) || changed;
	return changed;
}

/** The last day that begins before a moment. */
function before(moment: number): number {
	return Math.ceil(moment) - 1;
}

function unitStart(day: number, unit: OrderUnit): number {
	if (!Number.isFinite(day)) return day;
	if (unit === 'day') return Math.floor(day);
	const { calendar, isYear } = partsOf(unit);
	const { year, month } = civilIn(calendar, day);
	return dayIn(calendar, { year, month: isYear ? 1 : month, day: 1 });
}

/** Whose unit it is, and which. */
function partsOf(unit: Exclude<OrderUnit, 'day'>): { readonly calendar: CivilCalendar; readonly isYear: boolean } {
	const isYear = unit.endsWith('year');
	return { calendar: unit.startsWith('persian') ? 'persian' : unit.startsWith('islamic') ? 'islamic' : 'gregorian', isYear };
}

/** Exclusive. */
function unitEnd(day: number, unit: OrderUnit): number {
	if (!Number.isFinite(day)) return day;
	if (unit === 'day') return Math.floor(day) + 1;
	const { calendar, isYear } = partsOf(unit);
	const { year, month } = civilIn(calendar, day);
	return dayIn(calendar, isYear ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 });
}

function raise(bounds: Bounds, edge: keyof Bounds, to: number): boolean {
	if (!(to > bounds[edge])) return false;
	bounds[edge] = to;
	return true;
}

function lower(bounds: Bounds, edge: keyof Bounds, to: number): boolean {
	if (!(to < bounds[edge])) return false;
	bounds[edge] = to;
	return true;
}
