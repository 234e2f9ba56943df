import type { Edges } from '#lib/temporal/edges.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import type { Claim, DateValue } from './claim.ts';
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

/** The orders a claim states in its `order`. "The same year" of a claim whose date was said in another calendar is a year of that one. */
export function ordersIn(fields: Claim['fields']): KnownOrder[] {
	const calendar = DATED.map((name) => calendarOf(fields[name])).find((each) => each !== undefined);
	return elementsIn(fields.order).map(({ record, stands, same }) => ({
		of: String(record),
		stands: stands === 'before' ? 'before' : 'after',
		same: unitIn(calendar, same as OrderUnit | undefined)
	}));
}

/** The order a record is said to stand in, as its `order` field resolves; an element that says neither is none. */
export function ordersOf(body: Pick<RecordBody, 'fields'>): KnownOrder[] {
	return elementsOf(body, 'order').flatMap((element) => {
		const of = memberOf<string>(element, 'record');
		const stands = memberOf<Stands>(element, 'stands');
		if (!of || !stands) return [];
		const calendar = calendarSaid(body, element.members.same?.claims ?? []);
		return [{ of, stands, same: unitIn(calendar, memberOf<OrderUnit>(element, 'same')) }];
	});
}

/** Fields in which a claim that tells an order may say its date. */
const DATED = ['date', 'due'];

function calendarOf(date: unknown): DateValue['calendar'] {
	return date && typeof date === 'object' ? (date as DateValue).calendar : undefined;
}

/** The calendar in which some claims say the record's date, shown or not; undefined: they name none. */
function calendarSaid({ fields }: Pick<RecordBody, 'fields'>, claims: readonly string[]): DateValue['calendar'] {
	for (const name of DATED) {
		const date = fields[name];
		if (date?.shape !== 'value') continue;
		for (const said of [...(date.versions ?? []), ...(date.earlier ?? []), date]) {
			const calendar = said.claims.some((claim) => claims.includes(claim)) ? calendarOf(said.value) : undefined;
			if (calendar) return calendar;
		}
	}
	return undefined;
}

/** A unit that names no calendar is one of the calendar it was said in. */
function unitIn(calendar: DateValue['calendar'], same: OrderUnit | null | undefined): OrderUnit | null {
	if (!same) return null;
	return (same === 'year' || same === 'month') && calendar && calendar !== 'gregorian' ? `${calendar}-${same}` : same;
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
