import type { DateValue } from '#lib/domain/claim.ts';
import { edtfOfParts, edtfSpan } from './date-parts.ts';
import { readDateString } from './date-strings.ts';

interface IsoRange {
	readonly fromDateTimeIso: string;
	readonly toDateTimeIso: string;
}

/**
 * The date of a Markwhen event. What is written is read here where it is plain (ISO, EDTF, month names, years, `now` as an
 * open end); anything else as the parser resolved it, the words kept and told. `nowhere` is the moment the parser was given
 * as now: what it resolves to that, it did not understand, or it hangs on the day of reading.
 */
export function markwhenDate(
	written: string,
	range: IsoRange,
	nowhere: string,
	relative: boolean
): { readonly date: DateValue | null; readonly problem?: string } {
	const plain = relative ? null : plainDate(written);
	if (plain) return { date: plain };
	if (written === '') return { date: null, problem: 'no-date' };
	const year = Date.parse(nowhere) / 1000;
	const [from, to] = [Date.parse(range.fromDateTimeIso) / 1000, Date.parse(range.toDateTimeIso) / 1000];
	// Near nowhere only by hanging on it.
	if (Math.abs(from - year) < 100 * 366 * 86_400)
		return { date: null, problem: relative || !/^\d/u.test(written) ? 'relative-to-now' : 'date' };
	if (from === year || to === year) return { date: null, problem: 'date' };
	const edtf = rangeDate(range);
	if (edtf === null) return { date: null, problem: 'date' };
	const ambiguous = /^\s*\d{1,2}\/\d{1,2}\/\d/u.test(written);
	return { date: { edtf, words: { en: written } }, problem: ambiguous ? 'day-month-order' : relative ? 'relative' : 'resolved' };
}

/** `A - B`, `A / B`, `A to B`, or one date; null when a side is not plain. */
function plainDate(written: string): DateValue | null {
	const whole = readDateString(written);
	if (whole) return withWords(whole.edtf, written);
	for (const { 0: separator, index } of written.matchAll(/\s*[-–—]\s*|\s*\/\s*|\s+to\s+/giu)) {
		const [from, to] = [written.slice(0, index).trim(), written.slice(index + separator.length).trim()];
		const start = /^now$/iu.test(from) ? null : readDateString(from)?.edtf;
		if (!start) continue;
		if (/^now$/iu.test(to)) return { edtf: `${start}/..`, words: { en: written } };
		const end = readDateString(to)?.edtf;
		const edtf = end ? edtfSpan(start, end) : null;
		if (edtf) return withWords(edtf, written);
	}
	return null;
}

/** Words are kept where the date was said in words, not where it was written as a date. */
function withWords(edtf: string, written: string): DateValue {
	return /\p{L}{3}/u.test(written) ? { edtf, words: { en: written } } : { edtf };
}

/** A range of moments (end exclusive) as EDTF: whole years, months or days where it is such, else days, else moments. */
export function rangeDate({ fromDateTimeIso, toDateTimeIso }: IsoRange): string | null {
	const [from, to] = [face(fromDateTimeIso), face(toDateTimeIso)];
	if (!from || !to) return null;
	const midnight = !from.time && !to.time;
	if (!midnight) {
		const [start, end] = [momentOf(from), momentOf(to)];
		return start && end ? edtfSpan(start, end) : start;
	}
	if (from.month === 1 && from.day === 1 && to.month === 1 && to.day === 1) {
		return to.year > from.year
			? span(edtfOfParts({ year: from.year }), edtfOfParts({ year: to.year - 1 }))
			: edtfOfParts({ year: from.year });
	}
	if (from.day === 1 && to.day === 1 && (to.year > from.year || to.month > from.month)) {
		const last = to.month === 1 ? { year: to.year - 1, month: 12 } : { year: to.year, month: to.month - 1 };
		return span(edtfOfParts({ year: from.year, month: from.month }), edtfOfParts(last));
	}
	const end = new Date(0);
	end.setUTCFullYear(to.year, to.month - 1, to.day - 1);
	const last = edtfOfParts({ year: end.getUTCFullYear(), month: end.getUTCMonth() + 1, day: end.getUTCDate() });
	const start = edtfOfParts({ year: from.year, month: from.month, day: from.day });
	return span(start, last) ?? start;
}

interface Face {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	readonly time: string;
	readonly zone: string;
}

function face(iso: string): Face | null {
	const [, year, month, day, time = '', zone = ''] =
		/^([+-]?\d{4,6})-(\d{2})-(\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/u.exec(iso) ?? [];
	if (year === undefined) return null;
	return { year: Number(year), month: Number(month), day: Number(day), time: /^00:00(?::00)?$/u.test(time) ? '' : time, zone };
}

function momentOf({ year, month, day, time, zone }: Face): string | null {
	const date = edtfOfParts({ year, month, day });
	return (
		date && `${date}T${(time || '00:00').replace(/:00$/u, (seconds) => (time.length > 5 ? '' : seconds))}${zone === '+00:00' ? 'Z' : zone}`
	);
}

function span(start: string | null, end: string | null): string | null {
	return start === null ? null : edtfSpan(start, end);
}
