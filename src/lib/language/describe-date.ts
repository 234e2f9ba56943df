import { spanOf, type Span } from '#lib/temporal/edtf-span.ts';
import type { EdtfDate, EdtfEnd, EdtfInterval, EdtfMember, EdtfSet, EdtfValue } from '#lib/temporal/edtf-value.ts';
import { requireEdtf } from '#lib/temporal/edtf.ts';
import { qualifierOfValue } from '#lib/temporal/qualifiers.ts';
import { betweenDays, calendarOf, dayRange, exactUnit, isWholeMonths, monthRange, type Speech } from './date-speech.ts';
import { dateWords, looseWords, uncertainly, yearRange } from './date-words.ts';
import type { CalendarName, Language } from './locales.ts';
import type { MonthNames } from './month-names.ts';
import { patternWords } from './pattern-words.ts';
import type { MessageKey, Translate } from './translate.ts';

export interface DescribeOptions {
	readonly language: Language;
	readonly calendar: CalendarName;
	readonly t: Translate;
	/** "Friday, 5 December 2025" or "5 Dec 2025". */
	readonly style: 'long' | 'short';
	/** By which country's month names; default: the usual ones. */
	readonly months?: MonthNames | undefined;
}

/**
 * A date in words, in any of the calendars. A span that is one unit of that calendar is told as the unit; else as the
 * span, with the Gregorian unit in brackets. The text is the same in Node and in browsers: nothing of it comes from
 * the runtime's own date formats.
 * @throws RangeError when the text is not EDTF.
 */
export function describeDate(edtf: string, options: DescribeOptions): string {
	return valueWords(withoutRepeats(requireEdtf(edtf)), { ...options, form: 'plain', alone: true });
}

/**
 * The same, saying the doubt out loud: "between 1 January and 31 December 2026", "about December 2025", "one of 2022 or
 * 2023". A date without doubt comes out as `describeDate` tells it in the long style.
 * @throws RangeError when the text is not EDTF.
 */
export function describeDoubt(edtf: string, options: Omit<DescribeOptions, 'style'>): string {
	const value = withoutRepeats(requireEdtf(edtf));
	const speech: Speech = { ...options, style: 'long', form: 'plain', alone: true };
	if (value.type === 'date') return doubtWords(value, speech);
	if (value.type === 'interval') {
		const { start, end } = knownEnds(value);
		if (typeof start === 'string' || typeof end === 'string' || (isOneDay(start) && isOneDay(end))) return valueWords(value, speech);
		const ends = { ...speech, alone: false };
		return options.t('dates.began-ended', { start: doubtWords(start, ends), end: doubtWords(end, ends) });
	}
	const [only] = value.members;
	if (value.of === 'one' && value.members.length === 1 && only?.from && only.to && isPlain(only.from) && isPlain(only.to)) {
		return betweenDays(spanOf(only.from)[0], spanOf(only.to)[1] - 1, speech);
	}
	const words = valueWords(value, speech);
	return value.of === 'one' && value.members.length > 1 ? options.t('dates.one-of', { list: words }) : words;
}

/** A set says a date once, however often it is written in it. */
function withoutRepeats(value: EdtfValue): EdtfValue {
	if (value.type !== 'set') return value;
	const members = new Map(value.members.map((member) => [JSON.stringify(member), member]));
	return { ...value, members: [...members.values()] };
}

function doubtWords(date: EdtfDate, speech: Speech): string {
	const [start, end] = spanOf(date);
	const { approximate, uncertain } = qualifierOfValue(date);
	if (approximate || end - start <= 1 || start === -Infinity || patternWords(date, speech) !== undefined) return dateWords(date, speech);
	const words = betweenDays(start, end - 1, speech);
	return uncertain ? uncertainly(words, speech) : words;
}

function valueWords(value: EdtfValue, speech: Speech): string {
	if (value.type === 'date') return dateWords(value, speech);
	return value.type === 'interval' ? intervalWords(value, speech) : setWords(value, speech);
}

/** An end of which nothing is said (`XXXX`) is not known, as one that is left out. */
function knownEnds({ start, end }: EdtfInterval): Pick<EdtfInterval, 'start' | 'end'> {
	const known = (of: EdtfEnd): EdtfEnd => (typeof of !== 'string' && spanOf(of)[0] === -Infinity ? 'unknown' : of);
	return { start: known(start), end: known(end) };
}

function intervalWords(interval: EdtfInterval, speech: Speech): string {
	const { t } = speech;
	const { start, end } = knownEnds(interval);
	const after: Speech = { ...speech, form: 'genitive', alone: false };
	if (typeof end === 'string') {
		if (typeof start === 'string') return t(endless(start, end));
		const date = endWords(start, after);
		return t(end === 'open' ? 'dates.since' : 'dates.since-end-unknown', { date });
	}
	if (typeof start === 'string') {
		const date = endWords(end, after);
		return t(start === 'open' ? 'dates.until' : 'dates.until-start-unknown', { date });
	}
	return fromToWords(start, end, speech);
}

/** Of an interval that names no date at all (`../..`, `/..`, `../`). */
function endless(start: 'open' | 'unknown', end: 'open' | 'unknown'): MessageKey {
	if (start === end) return start === 'open' ? 'dates.without-ends' : 'dates.unknown';
	return start === 'open' ? 'dates.without-start' : 'dates.without-end';
}

function endWords(end: EdtfEnd, speech: Speech): string {
	return typeof end === 'string' ? '' : dateWords(end, speech);
}

/** From one date to another, sharing the month and year they have in common. */
function fromToWords(from: EdtfDate, to: EdtfDate, speech: Speech): string {
	const span: Span = [spanOf(from)[0], spanOf(to)[1]];
	if (!isPlain(from) || !isPlain(to)) return apart(from, to, speech);
	const calendar = calendarOf(span, speech);
	if (calendar !== 'gregorian') return inOtherCalendar(from, to, span, { ...speech, calendar });
	if (isOneDay(from) && isOneDay(to)) return dayRange(span[0], span[1] - 1, { ...speech, calendar });
	if (from.precision !== to.precision) return apart(from, to, speech);
	if (from.precision === 'month') return monthRange(span, calendar, speech);
	return from.precision === 'year' && from.years[0] !== to.years[0]
		? yearRange(from.years[0], to.years[0], speech)
		: apart(from, to, speech);
}

/** A Jalali or Hijri month or year can only be stored as the interval of its days, and is told as what it is. */
function inOtherCalendar(from: EdtfDate, to: EdtfDate, span: Span, speech: Speech): string {
	const unit = exactUnit(span, speech.calendar, speech);
	if (unit !== undefined) return unit;
	if (isWholeMonths(span, speech.calendar)) return monthRange(span, speech.calendar, speech);
	if (isOneDay(from) && isOneDay(to)) return dayRange(span[0], span[1] - 1, speech);
	return looseWords(span, speech.calendar, speech, () => fromToWords(from, to, { ...speech, calendar: 'gregorian' }));
}

function apart(from: EdtfDate, to: EdtfDate, speech: Speech): string {
	const plain = { ...speech, alone: false };
	const [a, b] = [dateWords(from, plain), dateWords(to, plain)];
	return a === b ? a : speech.t('dates.from-to', { from: a, to: b });
}

function setWords({ of, members }: EdtfSet, speech: Speech): string {
	const only = members.length === 1;
	const words = members.map((member) => memberWords(member, of, { ...speech, alone: only }));
	const last = words.pop() ?? '';
	if (!words.length) return last;
	const { t } = speech;
	const first = words.reduce((list, next) => t('dates.comma', { list, next }));
	return t(of === 'one' ? 'dates.or' : 'dates.and', { first, last });
}

function memberWords({ from, to, range }: EdtfMember, of: EdtfSet['of'], speech: Speech): string {
	const { t } = speech;
	if (from && to) {
		if (!range) return dateWords(from, speech);
		return of === 'one' ? betweenWords(from, to, speech) : fromToWords(from, to, speech);
	}
	const known = from ?? to;
	if (!known) return t('dates.unknown');
	const asked: Speech = { ...speech, form: of === 'all' ? 'genitive' : 'plain', alone: false };
	const date = dateWords(known, asked);
	if (of === 'all') return t(from ? 'dates.since' : 'dates.until', { date });
	return t(from ? 'dates.or-later' : 'dates.or-earlier', { date });
}

/**
 * One moment somewhere from one date to another: by days, unless both are whole Gregorian years. All days of a month or year
 * are that month or year, which in another calendar cannot be written otherwise.
 */
function betweenWords(from: EdtfDate, to: EdtfDate, speech: Speech): string {
	const span: Span = [spanOf(from)[0], spanOf(to)[1]];
	const calendar = calendarOf(span, speech);
	if (isAbout(from) && isAbout(to)) {
		const about = speech.style === 'short' ? 'dates.about-short' : 'dates.about';
		return speech.t(about, { date: daysWords(span, { ...speech, calendar, form: 'genitive', alone: false }) });
	}
	if (!isPlain(from) || !isPlain(to)) {
		const plain = { ...speech, alone: false };
		return speech.t('dates.between', { from: dateWords(from, plain), to: dateWords(to, plain) });
	}
	if (calendar === 'gregorian' && from.precision === 'year' && to.precision === 'year') {
		const years = { ...speech, calendar };
		return speech.t('dates.between', { from: dateWords(from, years), to: dateWords(to, years) });
	}
	return exactUnit(span, calendar, { ...speech, calendar }) ?? betweenDays(span[0], span[1] - 1, { ...speech, calendar });
}

function daysWords(span: Span, speech: Speech): string {
	return exactUnit(span, speech.calendar, speech) ?? dayRange(span[0], span[1] - 1, speech);
}

/** A whole day that is marked as about that day, and no more. */
function isAbout(date: EdtfDate): boolean {
	const { approximate, uncertain } = qualifierOfValue(date);
	return approximate && !uncertain && date.precision === 'day';
}

function isOneDay(date: EdtfDate): boolean {
	return date.precision === 'day' && isPlain(date);
}

/** Nothing but a whole day, month or year: no qualifier, no X, no time. */
function isPlain(date: EdtfDate): boolean {
	const { approximate, uncertain } = qualifierOfValue(date);
	const vague = date.vagueDay || date.vagueMonth || date.time !== undefined || date.season !== undefined;
	return !approximate && !uncertain && !vague && date.years[0] === date.years[1] && !date.anyYear;
}
