import { edgesOfValue } from './edges-of.ts';
import type { Certainty, Edges } from './edges.ts';
import { spanOf, type Span } from './edtf-span.ts';
import type { EdtfDate, EdtfMember, EdtfSet, EdtfValue } from './edtf-value.ts';
import { requireEdtf } from './edtf.ts';
import { civilOf, daysInMonth } from './epoch-day.ts';
import { relate, type Relation } from './relation.ts';

/**
 * The stretches of a date that is not one: a set with gaps (`{2022,2027}`, `[2022,2027]`) or an X that leaves some out
 * (`2025-XX-31`). Its four edges reach from the first stretch to the last, and say nothing of what lies between.
 */
export interface DateParts {
	/** `all`: it was in each of them. `one`: it lies in one of them, not known which. */
	readonly of: 'one' | 'all';
	/** Two or more, in order of time; none touches the next. */
	readonly parts: readonly Edges[];
	/** A day, month or season of an unknown year (`XXXX-12-21`): every year has its stretch, so none is listed. */
	readonly yearly?: EdtfDate;
}

/** More stretches than these are not listed: the date is then as wide as its edges. */
const MOST = 366;

/** An X of the year that allows more years than these is not gone through. */
const MOST_YEARS = 10;

const REMEMBERED = 2_000;
const memory = new Map<string, DateParts | null>();

/**
 * The stretches of an EDTF text; null when it is one stretch, which its edges then say wholly. Remembered.
 * @throws RangeError naming the code and position when the text is not EDTF.
 */
export function partsOf(edtf: string): DateParts | null {
	// Most dates are neither: they are not parsed for it.
	if (!/[[{,X]/.test(edtf)) return null;
	const known = memory.get(edtf);
	if (known !== undefined) return known;
	const parts = partsOfValue(requireEdtf(edtf));
	if (memory.size >= REMEMBERED) for (const oldest of memory.keys()) if (memory.delete(oldest)) break;
	memory.set(edtf, parts);
	return parts;
}

/** The stretches of a parsed value; null when it is one. */
export function partsOfValue(value: EdtfValue): DateParts | null {
	if (value.type === 'interval') return null;
	if (value.type === 'date' && isYearly(value)) return { of: 'one', parts: [], yearly: value };
	const of = value.type === 'set' ? value.of : 'one';
	const single = value.type === 'set' ? value.members.flatMap((member) => edgesOfMember(value.of, member)) : stretchesOf(value);
	if (single.length > MOST) return null;
	const parts = joined(single, of);
	return parts.length > 1 ? { of, parts } : null;
}

/**
 * How a date of several stretches stands to [start, end).
 * `one`: certainly when it is so of every stretch, no when of none. `all`: `overlaps` when some stretch does; `during`,
 * `before`, `after` and `by` when every stretch does. A day of an unknown year is certain of nothing bounded.
 */
export function relateParts(relation: Relation, { of, parts, yearly }: DateParts, start: number, end: number): Certainty {
	if (yearly) return relateYearly(relation, yearly, start, end);
	const answers = parts.map((edges) => relate(relation, edges, start, end));
	if (of === 'one') return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? 'no') : 'possibly';
	const [wanted, other]: [Certainty, Certainty] = relation === 'overlaps' ? ['certainly', 'no'] : ['no', 'certainly'];
	if (answers.includes(wanted)) return wanted;
	return answers.includes('possibly') ? 'possibly' : other;
}

/** The relation of a date given by its edges, and by its stretches where it has several. */
export function relateDate(relation: Relation, edges: Edges, parts: DateParts | null, start: number, end: number): Certainty {
	return parts ? relateParts(relation, parts, start, end) : relate(relation, edges, start, end);
}

/**
 * What is left of the stretches when the date as a whole is known more narrowly than its text says, as by a known order.
 * Null when nothing is left of them.
 */
export function partsWithin(date: DateParts, whole: Edges): DateParts | null {
	const { of } = date;
	const parts = date.yearly ? stretchesWithin(date.yearly, whole.earliestStart, whole.latestEnd) : date.parts;
	if (!parts) return date;
	const left = parts.flatMap((part) => {
		const earliestStart = Math.max(part.earliestStart, whole.earliestStart);
		const latestEnd = Math.min(part.latestEnd, whole.latestEnd);
		// What is one of them starts and ends with the whole; of all of them only the first and the last do.
		const limits = of === 'one' ? whole : part;
		const latestStart = Math.min(part.latestStart, limits.latestStart, latestEnd);
		const earliestEnd = Math.max(part.earliestEnd, limits.earliestEnd, earliestStart);
		const isEmpty = earliestStart >= latestEnd || earliestStart > latestStart || earliestEnd > latestEnd;
		return isEmpty ? [] : [{ earliestStart, latestStart, earliestEnd, latestEnd }];
	});
	return left.length > 0 ? { of, parts: left } : null;
}

function isYearly({ anyYear, months, days, season, time }: EdtfDate): boolean {
	return anyYear && !time && (season !== undefined || (months ?? []).length % 12 !== 0 || (days ?? []).length % 31 !== 0);
}

/** Every date of a month and day comes again within so many days: a 29 February round a century that is no leap year. */
const COMES_AGAIN = 8 * 366 + 366;

/** The stretches that may meet [start, end), by year; null where that is so long that one surely lies within. */
function stretchesWithin(date: EdtfDate, start: number, end: number): Edges[] | null {
	if (!(end - start < COMES_AGAIN)) return null;
	const years = Array.from({ length: civilOf(end).year - civilOf(start).year + 3 }, (_, n) => civilOf(start).year - 1 + n);
	const exists = (year: number) =>
		!date.months || !date.days || date.months.some((month) => date.days!.some((day) => day <= daysInMonth(year, month)));
	return years.filter(exists).flatMap((year) => stretchesOf({ ...date, anyYear: false, years: [year, year] }));
}

function relateYearly(relation: Relation, date: EdtfDate, start: number, end: number): Certainty {
	if (start === -Infinity && end === Infinity && relation !== 'before' && relation !== 'after') return 'certainly';
	switch (relation) {
		case 'before':
			return start > -Infinity ? 'possibly' : 'no';
		case 'after':
			return end < Infinity ? 'possibly' : 'no';
		case 'by':
			return end > -Infinity ? 'possibly' : 'no';
		case 'overlaps':
		case 'during': {
			const stretches = stretchesWithin(date, start, end);
			return !stretches || stretches.some((edges) => relate(relation, edges, start, end) !== 'no') ? 'possibly' : 'no';
		}
	}
}

/** What touches is one stretch: `{2022..2024}` is the same as `{2022,2023,2024}`, and lasted from the one to the other. */
function joined(single: readonly Edges[], of: EdtfSet['of']): Edges[] {
	const inOrder = [...single].sort((a, b) => a.earliestStart - b.earliestStart || a.latestEnd - b.latestEnd);
	const parts: Edges[] = [];
	for (const next of inOrder) {
		const last = parts.at(-1);
		if (!last || last.latestEnd < next.earliestStart) parts.push(next);
		else parts[parts.length - 1] = of === 'one' ? eitherOf(last, next) : bothOf(last, next);
	}
	return parts;
}

/** Somewhere within two stretches that touch. */
function eitherOf(a: Edges, b: Edges): Edges {
	return within([Math.min(a.earliestStart, b.earliestStart), Math.max(a.latestEnd, b.latestEnd)]);
}

/** From the one to the other. */
function bothOf(a: Edges, b: Edges): Edges {
	return {
		earliestStart: Math.min(a.earliestStart, b.earliestStart),
		latestStart: Math.min(a.latestStart, b.latestStart),
		earliestEnd: Math.max(a.earliestEnd, b.earliestEnd),
		latestEnd: Math.max(a.latestEnd, b.latestEnd)
	};
}

/** A range `a..b` is one of the dates from `a` to `b`, so within them; or all of them, so it lasted from the one to the other. */
function edgesOfMember(of: EdtfSet['of'], member: EdtfMember): Edges[] {
	const { from, range } = member;
	if (!range && from && of === 'one') return stretchesOf(from);
	return !range && from ? [within(spanOf(from))] : [edgesOfValue({ type: 'set', text: '', of, members: [member] })];
}

/** What an X of a month or a day leaves of the years it may be in; the whole span where those are too many. */
function stretchesOf(date: EdtfDate): Edges[] {
	const [first, last] = date.years;
	if (date.anyYear || date.time || last - first >= MOST_YEARS) return [within(spanOf(date))];
	if (first === last && (date.months ?? []).length < 2 && (date.days ?? []).length < 2) return [within(spanOf(date))];
	const stretches: Edges[] = [];
	for (let year = first; year <= last; year++) {
		for (const month of date.months ?? [undefined]) {
			for (const day of date.days ?? [undefined]) {
				if (month !== undefined && day !== undefined && day > daysInMonth(year, month)) continue;
				const next = within(
					spanOf({
						...date,
						years: [year, year],
						months: month === undefined ? undefined : [month],
						days: day === undefined ? undefined : [day]
					})
				);
				const before = stretches.at(-1);
				if (before?.latestEnd === next.earliestStart) stretches[stretches.length - 1] = eitherOf(before, next);
				else stretches.push(next);
			}
		}
	}
	return stretches;
}

function within([start, end]: Span): Edges {
	return { earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end };
}
