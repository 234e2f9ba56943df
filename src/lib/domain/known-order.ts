import type { Edges } from '#lib/temporal/edges.ts';
import { civilIn, dayIn, type CivilCalendar } from '#lib/temporal/calendars.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import { elementsIn } from './element-key.ts';
import type { OrderUnit, Stands } from './order-words.ts';
import { elementsOf, memberOf } from './read-record.ts';
import type { RecordBody } from './record.ts';

/** What is known of a record's place in time beside another. */
export interface KnownOrder {
	/** Id of the other record. */
	readonly of: string;
	readonly stands: Stands;
	readonly same: OrderUnit | null;
}

/** The orders in a claim's `order`, as it states them. */
export function ordersIn(value: unknown): KnownOrder[] {
	return elementsIn(value).map(({ record, stands, same }) => ({
		of: String(record),
		stands: stands === 'before' ? 'before' : 'after',
		same: (same as OrderUnit | undefined) ?? null
	}));
}

/** The order a record is said to stand in, as its `order` field resolves; an element that says neither is none. */
export function ordersOf(body: Pick<RecordBody, 'fields'>): KnownOrder[] {
	return elementsOf(body, 'order').flatMap((element) => {
		const of = memberOf<string>(element, 'record');
		const stands = memberOf<Stands>(element, 'stands');
		return of && stands ? [{ of, stands, same: memberOf<OrderUnit>(element, 'same') ?? null }] : [];
	});
}

/** The same between places of a list. */
export interface OrderOfPlaces {
	readonly row: number;
	readonly of: number;
	readonly stands: Stands;
	readonly same: OrderUnit | null;
}

/** A date nothing is known of. */
export const UNKNOWN_EDGES: Edges = { earliestStart: -Infinity, latestStart: Infinity, earliestEnd: -Infinity, latestEnd: Infinity };

interface Bounds {
	earliestStart: number;
	latestStart: number;
	earliestEnd: number;
	latestEnd: number;
}

/**
 * What a known order leaves of some dates: "A after B" says that B had ended when A began. Every bound found holds in every
 * world in which the stated edges and the orders hold, and it carries on along chains. Where they cannot all hold, the dates
 * tied together by those orders are left as stated: an order never corrects a date. Pure; the edges given are not changed.
 *
 * @param stated edges by place, epoch days, ends exclusive; {@link UNKNOWN_EDGES} where there is no date
 */
export function narrowByOrder(stated: readonly Edges[], orders: readonly OrderOfPlaces[]): Edges[] {
	const bounds = stated.map((edges): Bounds => ({ ...edges }));
	// A side that is open has no moment that could come before or after anything.
	const usable = orders.filter(({ row, of }) => row !== of && [row, of].every((place) => stated[place] && !isOpen(stated[place])));
	// Every pass that changes anything carries a bound one link further; bounds are taken from a finite set, so it ends.
	for (let pass = 0; pass <= 2 * stated.length + 2; pass++) {
		let changed = false;
		for (const order of usable) changed = apply(order, bounds[order.row]!, bounds[order.of]!) || changed;
		if (!changed) break;
	}
	const tied = tiedTogether(stated.length, usable);
	const broken = new Set(bounds.flatMap((edges, place) => (isPossible(edges) || isOpen(stated[place]!) ? [] : [tied[place]])));
	return stated.map((edges, place) => (broken.has(tied[place]) ? edges : same(edges, bounds[place]!) ? edges : bounds[place]!));
}

function isOpen({ latestStart, earliestEnd }: Edges): boolean {
	return latestStart === -Infinity || earliestEnd === Infinity;
}

function isPossible({ earliestStart, latestStart, earliestEnd, latestEnd }: Bounds): boolean {
	return earliestStart < latestStart && earliestEnd < latestEnd && earliestStart < latestEnd;
}

function apply({ stands, same: unit }: OrderOfPlaces, own: Bounds, other: Bounds): boolean {
	const [first, then] = stands === 'after' ? [other, own] : [own, other];
	let changed = raise(then, 'earliestStart', first.earliestEnd);
	changed = lower(first, 'latestEnd', then.latestStart) || changed;
	if (unit !== null) changed = applyUnit(unit, own, other) || changed;
	for (const each of [own, other]) {
		changed = raise(each, 'earliestEnd', each.earliestStart) || changed;
		changed = lower(each, 'latestStart', each.latestEnd) || changed;
	}
	return changed;
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

/** For every place the least place it is tied to, directly or through others. */
function tiedTogether(count: number, orders: readonly OrderOfPlaces[]): number[] {
	const root = Array.from({ length: count }, (_, place) => place);
	const find = (place: number): number => {
		while (root[place] !== place) place = root[place]!;
		return place;
	};
	for (const { row, of } of orders) {
		const [a, b] = [find(row), find(of)];
		root[Math.max(a, b)] = Math.min(a, b);
	}
	return root.map((_, place) => find(place));
}

function same(a: Edges, b: Edges): boolean {
	return (
		a.earliestStart === b.earliestStart && a.latestStart === b.latestStart && a.earliestEnd === b.earliestEnd && a.latestEnd === b.latestEnd
	);
}

/**
 * A date that only a known order gives, as EDTF: some day of a span that may be open to one side. null when it says how
 * long it lasted (its stated words then stand), or when nothing is known.
 */
export function edtfOfNarrowed({ earliestStart, latestStart, earliestEnd, latestEnd }: Edges): string | null {
	if (latestStart <= earliestEnd) return null;
	const from = Number.isFinite(earliestStart) ? isoOf(Math.floor(earliestStart)) : '';
	const to = Number.isFinite(latestEnd) ? isoOf(Math.ceil(latestEnd) - 1) : '';
	if (from === '' && to === '') return null;
	return from === to ? from : `[${from}..${to}]`;
}

/**
 * The same things so that every known order stands, otherwise as given. What comes after another stands right behind it, so
 * that a line between the two is short. In a circle the first given goes first. Time: linear in both.
 */
export function inKnownOrder<T>(given: readonly T[], firstThen: readonly (readonly [T, T])[]): readonly T[] {
	const among = new Set(firstThen.length === 0 ? [] : given);
	const waitsFor = new Map<T, T[]>();
	const followers = new Map<T, T[]>();
	for (const [first, then] of firstThen) {
		if (first === then || !among.has(first) || !among.has(then)) continue;
		waitsFor.set(then, [...(waitsFor.get(then) ?? []), first]);
		followers.set(first, [...(followers.get(first) ?? []), then]);
	}
	if (waitsFor.size === 0) return given;
	const sorted = new Set<T>();
	const begun = new Set<T>();
	const place = (each: T): void => {
		if (begun.has(each)) return;
		begun.add(each);
		for (const first of waitsFor.get(each) ?? []) place(first);
		sorted.add(each);
		for (const then of followers.get(each) ?? []) if ((waitsFor.get(then) ?? []).every((first) => sorted.has(first))) place(then);
	};
	for (const each of given) place(each);
	return [...sorted];
}
