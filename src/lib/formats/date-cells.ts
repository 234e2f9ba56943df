import type { DateValue } from '#lib/domain/claim.ts';
import type { Language } from '#lib/domain/text.ts';
import { stripBidi } from '#lib/language/bidi.ts';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { civilIn, dayIn, type CivilCalendar } from '#lib/temporal/calendars.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { dayOf, daysInMonth, isoOf } from '#lib/temporal/epoch-day.ts';
import { OPEN_WORDS, weekdayOf } from './date-cell-names.ts';
import { dateWords, plainDateText, type DateWords } from './date-cell-text.ts';
import { edtfOfSerial } from './excel-day.ts';
import type { DateReading } from './foreign.ts';

/**
 * Why a cell gave no date, or what is odd about the one it gave.
 * Refused: `date-unreadable` (no date), `date-order` (its day and month do not fit the order said for the column),
 * `two-digit-year`, `no-year`, `no-such-day`, `calendar` (its mark or month names another calendar), `zero-date`.
 * Odd: `weekday` (does not fit the day), `far-year` (after 2300: often means "no end"), `calendar-doubt` (a Gregorian year
 * that looks like one of the Hijra).
 */
export interface DateProblem {
	readonly severity: 'refused' | 'odd';
	readonly code: string;
	readonly args?: Readonly<Record<string, string | number>>;
}

/** A date cell as read. `null`: it says nothing, or that it is not known; `open`: it says that there is no end. */
export interface DateCell {
	readonly date: DateValue | null | 'open';
	readonly problem?: DateProblem;
	/** Letters after the date that are no part of it. */
	readonly note?: string;
}

/** A year, and a month and day as far as they are said; 0 is "not known". */
export interface NumberedDate {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
}

/** Longest text that is still looked at as a date. */
const LONGEST = 120;
const FAR_YEAR = 2300;
const YEAR_AND_TWO = /^\p{Nd}{4}-(?:2[1-9]|3\p{Nd}|4[01])$/u;
const NOTHING: DateCell = { date: null };

export class DateRefusal extends Error {
	readonly code: string;
	readonly args: Readonly<Record<string, string | number>>;
	constructor(code: string, args: Readonly<Record<string, string | number>> = {}) {
		super(code);
		this.code = code;
		this.args = args;
	}
}

/**
 * The date in a cell, by the order and calendar said for its column. Forms that can be read in one way only (ISO with the
 * year first, month names, EDTF in a Gregorian column) are read under every order; day and month are never guessed, a
 * century neither. Words that differ from the EDTF are kept beside it, also when the date is refused (`XXXX`).
 * Days of the Hijra are told as approximate, for they follow the sighting of the moon.
 */
export function readDateCell(text: string, reading: DateReading, language: Language = 'en'): DateCell {
	const said = text.trim();
	if (said === '') return NOTHING;
	if (isMarker(said, reading.unknown)) return NOTHING;
	if (isMarker(said, reading.open)) return { date: 'open' };
	if (said.length > LONGEST) return refusal(said, new DateRefusal('date-unreadable'), language);
	try {
		return understand(said, reading, language);
	} catch (error) {
		if (!(error instanceof DateRefusal)) throw error;
		return (
			openSpan(said, reading, language) ??
			(error.code === 'date-unreadable' ? asPeopleSay(said, reading, language) : null) ??
			refusal(said, error, language)
		);
	}
}

/** Spans, decades, seasons and the like, in words: only where they can mean one thing, and hang on no day they were said on. */
function asPeopleSay(said: string, { calendar }: DateReading, language: Language): DateCell | null {
	// `1910-30` is a season of EDTF and a span of years to whoever fills a table: neither is taken for the other.
	if (!/\p{Nd}/u.test(said) || YEAR_AND_TWO.test(said)) return null;
	const read = readDateText(said, { language, calendar });
	if (!read.ok || read.flags.length > 0) return null;
	return { date: valueOf(read.edtf, said, language, read.calendar, read.rule) };
}

const OPEN_SPAN = new RegExp(
	`^(.*\\p{Nd}.*?)\\s*(?:[-–—/]|\\b(?:to|till?|until|through)\\b|по(?= )|до(?= )|تا(?= )|إلى(?= )|حتى(?= ))?\\s*(?:${OPEN_WORDS})$`,
	'iu'
);

/** `2021–present`: a beginning that can be read, and the word that there is no end. null: it is not that. */
function openSpan(said: string, reading: DateReading, language: Language): DateCell | null {
	const begins = OPEN_SPAN.exec(said)?.[1];
	if (begins === undefined) return null;
	const start = readDateCell(begins, reading, language);
	if (start.date === null || start.date === 'open' || start.problem) return null;
	const edtf = `${start.date.edtf}/..`;
	return parseEdtf(edtf).ok ? { date: valueOf(edtf, said, language, reading.calendar, start.date.rule) } : null;
}

/** Whether a cell is one of the words said to mean "no end" or "not known". */
export function isMarker(said: string, markers: readonly string[] | undefined): boolean {
	return markers !== undefined && markers.some((marker) => marker.trim().toLowerCase() === said.toLowerCase());
}

/** A refused cell: its words are kept with a date of which nothing is known, unless they are zeros. */
export function refusal(said: string, { code, args }: DateRefusal, language: Language): DateCell {
	const problem: DateProblem = { severity: 'refused', code, ...(Object.keys(args).length > 0 && { args }) };
	return { date: code === 'zero-date' ? null : valueOf('XXXX', said, language), problem };
}

/** A date value with the words it stood in, where they say it otherwise. */
export function valueOf(edtf: string, said: string, language: Language, calendar: CivilCalendar = 'gregorian', rule?: string): DateValue {
	const words = stripBidi(said);
	return {
		edtf,
		...(words !== edtf && words !== '' && { words: { [language]: words } }),
		...(calendar !== 'gregorian' && { calendar }),
		...(rule !== undefined && { rule })
	};
}

function understand(said: string, reading: DateReading, language: Language): DateCell {
	const { order, calendar } = reading;
	const usual = calendar === 'gregorian' ? usualEdtf(said) : null;
	if (usual !== null) return told(usual, said, language, reading);
	const text = plainDateText(said);
	if (/^[0\s./-]+$/u.test(text) && !/^0000$/u.test(text)) throw new DateRefusal('zero-date');
	if (order === 'excel' && /^\d+(?:\.\d+)?$/u.test(text)) {
		const edtf = edtfOfSerial(Number(text), 1900);
		if (edtf === null) throw new DateRefusal('no-such-day');
		return told(edtf, said, language, reading);
	}
	if (calendar === 'gregorian' && isPlainEdtf(text, order)) return told(text, said, language, reading);
	const words = dateWords(text);
	if (!words) throw new DateRefusal('date-unreadable');
	if (words.calendars && !words.calendars.includes(calendar)) throw new DateRefusal('calendar', { calendar });
	const numbered = orderedDate(words, text, reading);
	const edtf = edtfOfNumbers(words.beforeChrist ? { ...numbered, year: 1 - numbered.year } : numbered, calendar, order);
	const whole = qualified(edtf, words, calendar);
	if (!parseEdtf(whole).ok) throw new DateRefusal('no-such-day', { order });
	const cell = told(whole, said, language, reading);
	const problem = weekdayProblem(words, edtf) ?? cell.problem;
	return { ...cell, ...(problem && { problem }), ...(words.note !== undefined && { note: words.note }) };
}

const USUAL = /^(\d{4})-(\d\d)-(\d\d)(?:([T ])([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/u;

/** The forms nearly every machine writes, without the detour through words: long files are full of them. */
function usualEdtf(said: string): string | null {
	const [, year = '', month = '', day = '', joint, hour, minute, second] = USUAL.exec(said) ?? [];
	if (year === '' || year === '0000' || month === '00' || day === '00' || Number(month) > 12) return null;
	if (Number(day) > daysInMonth(Number(year), Number(month))) return null;
	if (joint !== ' ') return said;
	return `${year}-${month}-${day}T${hour}:${minute}${second === undefined || second === '00' ? '' : `:${second}`}`;
}

/** EDTF as it stands: any of it where ISO was said, elsewhere what begins with a year of four digits and cannot be a span of years. */
function isPlainEdtf(text: string, order: DateReading['order']): boolean {
	if (order === 'iso') return parseEdtf(text).ok;
	if (/^\d{4}$/u.test(text)) return true;
	const isYearFirst = /^\d{4}-(?:0\d|1[0-2]|XX)(?:-|[?~%]|T|$)|^\d{4}[?~%]$|^\d{2}[\dX]X/u.test(text) && !/[/[{]/u.test(text);
	return isYearFirst && parseEdtf(text).ok;
}

/** Year, month and day by the column's order, or by what leaves no choice. */
function orderedDate({ numbers, months, calendars }: DateWords, text: string, { order, calendar }: DateReading): NumberedDate {
	const isYear = (digits: string | undefined) =>
		digits !== undefined && (digits.length === 4 || (digits.length === 3 && (calendar !== 'gregorian' || calendars !== undefined)));
	if (months.length > 0) return namedDate(numbers, months, calendar, isYear);
	const [first = '', second, third] = numbers;
	if (numbers.length === 1) {
		if (isYear(first) || (order === 'year' && first.length < 5)) return { year: Number(first) };
		if (first.length === 8) return compactDate(first, order);
		if (first.length <= 2) throw new DateRefusal('two-digit-year');
	}
	if (numbers.length === 2 && second !== undefined) {
		const [year, month] = isYear(first) ? [first, second] : [second, first];
		// `1861-67` is a span of years, and `14-02` has none.
		if (!isYear(year) || month.length > 2 || Number(month) > 12) throw new DateRefusal('date-unreadable');
		return { year: Number(year), month: Number(month) };
	}
	if (numbers.length !== 3 || second === undefined || third === undefined) throw new DateRefusal('date-unreadable');
	if ([first, second, third].filter((digits) => digits.length > 2).length > 1) throw new DateRefusal('date-unreadable');
	if (isYear(first)) {
		// With hyphens it is ISO; with other signs nobody said that the month comes next.
		if (order !== 'iso' && order !== 'ymd' && !/^\d{4}-\d{1,2}-\d{1,2}(?!\d)/u.test(text)) throw new DateRefusal('date-order', { order });
		return checkedMonth(first, second, third, order);
	}
	if (!isYear(third)) throw new DateRefusal('two-digit-year');
	if (order === 'dmy') return checkedMonth(third, second, first, order);
	if (order === 'mdy') return checkedMonth(third, first, second, order);
	throw new DateRefusal('date-order', { order });
}

function checkedMonth(year: string, month: string, day: string, order: string): NumberedDate {
	if (Number(month) > 12) throw new DateRefusal(Number(day) <= 12 && Number(month) <= 31 ? 'date-order' : 'no-such-day', { order });
	return { year: Number(year), month: Number(month), day: Number(day) };
}

function namedDate(
	numbers: readonly string[],
	months: DateWords['months'],
	calendar: CivilCalendar,
	isYear: (digits: string | undefined) => boolean
): NumberedDate {
	const named = months.find((entry) => entry.calendar === calendar);
	if (!named) throw new DateRefusal('calendar', { calendar });
	const years = numbers.filter(isYear);
	const [day, more] = numbers.filter((digits) => !isYear(digits));
	if (years.length > 1 || more !== undefined) throw new DateRefusal(years.length === 0 ? 'two-digit-year' : 'date-unreadable');
	if (years.length === 0) throw new DateRefusal('no-year');
	if (day !== undefined && day.length > 2) throw new DateRefusal('date-unreadable');
	return { year: Number(years[0]), month: named.month, ...(day !== undefined && { day: Number(day) }) };
}

/** Eight digits without signs, by the order said. */
function compactDate(digits: string, order: DateReading['order']): NumberedDate {
	const part = (from: number, to: number) => digits.slice(from, to);
	if (order === 'iso' || order === 'ymd') return checkedMonth(part(0, 4), part(4, 6), part(6, 8), order);
	if (order === 'dmy') return checkedMonth(part(4, 8), part(2, 4), part(0, 2), order);
	if (order === 'mdy') return checkedMonth(part(4, 8), part(0, 2), part(2, 4), order);
	throw new DateRefusal('date-unreadable');
}

/**
 * The EDTF of a date in numbers. A day or month of 0 is not known: `1964-XX-16`, `1964-05`, `1964`; a year of 0, where
 * more is said, likewise. A Persian or Islamic month or year is one of its days, `[first..last]`: an interval would say that it
 * lasted all of them, which nobody said.
 * @throws DateRefusal `no-such-day`, `zero-date`
 */
export function edtfOfNumbers({ year, month = 0, day = 0 }: NumberedDate, calendar: CivilCalendar, order: string): string {
	if (month > 12 || day > 31) throw new DateRefusal('no-such-day', { order });
	if (calendar === 'gregorian') return gregorianEdtf(year, month, day);
	if (year === 0) throw new DateRefusal('zero-date');
	if (month > 0 && day > 0) {
		const at = dayIn(calendar, { year, month, day });
		const back = civilIn(calendar, at);
		// Where the moon was seen a day later, a month has the thirtieth that the table leaves out.
		const isThirtieth = calendar === 'islamic' && day === 30;
		if ((back.month !== month || back.day !== day) && !isThirtieth) throw new DateRefusal('no-such-day', { order });
		return isoOf(at);
	}
	if (month === 0 && day > 0) throw new DateRefusal('no-such-day', { order });
	const first = { year, month: month || 1, day: 1 };
	const next = month > 0 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
	return `[${isoOf(dayIn(calendar, first))}..${isoOf(dayIn(calendar, next) - 1)}]`;
}

/** A sign of doubt behind a date as `edtfOfNumbers` gives it: behind both days of a span. */
export function withSign(edtf: string, sign: string): string {
	return edtf.startsWith('[') ? edtf.replace('..', `${sign}..`).replace(']', `${sign}]`) : `${edtf}${sign}`;
}

function gregorianEdtf(year: number, month: number, day: number): string {
	if (year === 0 && month === 0) throw new DateRefusal('zero-date');
	const two = (n: number) => String(n).padStart(2, '0');
	const years = year === 0 ? 'XXXX' : `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
	if (month === 0) return day === 0 ? years : `${years}-XX-${two(day)}`;
	if (day === 0) return `${years}-${two(month)}`;
	// Of an unknown year every day may be: 29 February too.
	if (day > daysInMonth(year || 2000, month)) throw new DateRefusal('no-such-day');
	return `${years}-${two(month)}-${two(day)}`;
}

function qualified(edtf: string, { approximate, uncertain, time }: DateWords, calendar: CivilCalendar): string {
	const isAbout = approximate || calendar === 'islamic';
	if (time !== undefined && /^-?\d{4}-\d{2}-\d{2}$/u.test(edtf) && !approximate && !uncertain) return `${edtf}T${time}`;
	const sign = isAbout && uncertain ? '%' : isAbout ? '~' : uncertain ? '?' : '';
	return withSign(edtf, sign);
}

function weekdayProblem({ weekday }: DateWords, edtf: string): DateProblem | undefined {
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(edtf) ?? [];
	if (weekday === undefined || year === undefined) return undefined;
	const fits = weekdayOf(dayOf(Number(year), Number(month), Number(day))) === weekday;
	return fits ? undefined : { severity: 'odd', code: 'weekday', args: { date: edtf } };
}

/** The rules by which days of other calendars become Gregorian ones, kept beside the date. */
const RULES: Readonly<Record<CivilCalendar, string | undefined>> = {
	gregorian: undefined,
	persian: 'Persian calendar',
	islamic: 'Umm al-Qura calendar; the moon may have been seen a day off'
};

function told(edtf: string, said: string, language: Language, { calendar, mixed }: DateReading): DateCell {
	const date = valueOf(edtf, said, language, calendar, RULES[calendar]);
	const year = Number(/^\[?(\d{4})/u.exec(edtf)?.[1] ?? 2000);
	if (year > FAR_YEAR) return { date, problem: { severity: 'odd', code: 'far-year', args: { year } } };
	if (calendar === 'gregorian' && year >= 1250 && year <= 1500 && (mixed || language === 'fa' || language === 'ar')) {
		return { date, problem: { severity: 'odd', code: 'calendar-doubt', args: { year } } };
	}
	return { date };
}
