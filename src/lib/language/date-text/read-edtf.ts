import { parseEdtf, type EdtfValue } from '#lib/temporal/edtf.ts';
import type { EdtfDate, EdtfEnd, EdtfMember } from '#lib/temporal/edtf-value.ts';
import { datesIn } from '#lib/temporal/qualifiers.ts';
import { fold } from '../fold.ts';
import type { CalendarName } from '../locales.ts';
import type { Sentence } from './limits.ts';
import { LAST_HIJRI_YEAR, SHARED_YEARS, completed, type Context, type Parts } from './parts.ts';
import { memberText, sideText, withinText, type Point } from './point.ts';
import { DateTextError, type DateChoice, type DateTextProblem } from './reading.ts';
import { yearsPoint } from './spans.ts';
import type { Figure } from './terms.ts';

const SIMPLE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T\d\d:\d\d)?([~?%]?)$/;
const CALENDARS = ['persian', 'islamic', 'gregorian'] as const;

/**
 * A text that is EDTF already; null where it is none. EDTF itself is Gregorian, but people write years of other calendars in
 * its form: years that several calendars share are asked about, and where a calendar is asked for they are of that.
 * @throws DateTextError `which-calendar`; `edtf-is-gregorian` for what cannot be moved to the calendar asked for
 */
export function readEdtf(text: string, context: Context): Sentence | null {
	const asTyped = edtfText(text);
	const typed = parseEdtf(asTyped).ok ? asTyped : asTyped.toUpperCase();
	const parsed = parseEdtf(typed);
	if (!parsed.ok) {
		// Two dates of one calendar the wrong way round are no date told twice.
		if (parsed.code === 'interval-order' && isDates(typed))
			throw new DateTextError('wrong-order', text.indexOf('/') + 1, 'an end that is not before the start');
		const leading = text.length - text.trimStart().length;
		const bad = badNumber(typed, parsed);
		if (bad) throw new DateTextError('no-such-day', Math.min(text.length, bad.position + leading), bad.expected);
		return null;
	}
	const { value } = parsed;
	if (!context.calendar && datesIn(value).some(isShared))
		throw new DateTextError('which-calendar', 0, 'a calendar: SH, AH or CE after the year', edtfChoices(typed, value, context));
	return moved(typed, value, context.calendar ?? 'gregorian', context);
}

/** Digits in ASCII; direction marks gone, and blanks at the ends and beside the signs between dates. */
function edtfText(text: string): string {
	return text
		.replace(/\p{Cf}/gu, '')
		.trim()
		.replace(/\s*(\/|,|\.\.)\s*/gu, '$1')
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, fold)
		.replace(/[\u2010-\u2013]/gu, '-');
}

function isDates(typed: string): boolean {
	const sides = typed.split('/').map((side) => SIMPLE.exec(side));
	return sides.length === 2 && sides.every((side) => side !== null && !isSharedYear(Number(side[1])));
}

/** Years from here on are not told by two figures many years ahead: `1939-45` is a span, `2025-42` a slip. */
const FIRST_NEW_YEAR = 2000;
const LONGEST_SHORT_SPAN = 10;

/** `2025-13`, `2025-339`, `-0005-02-29`: figures in the form of EDTF of which no grammar of words should make something else. */
function badNumber(typed: string, { code, position, expected }: Fault): Omit<Fault, 'code'> | null {
	if (/^-\d{4}(-\d\d){0,2}$/.test(typed)) return { position, expected: code === 'month' ? MONTH : expected };
	const [, year, month, day] = /^(\d{4})-(\d{2,3})(-\d\d)?$/.exec(typed) ?? [];
	if (year === undefined || month === undefined || code === 'day') return null;
	// "1851-52" and "2013-14" go from the one year to the other.
	const years = Number(month) - (Number(year) % 100);
	const isSpan = month.length === 2 && !day && years > 0 && (Number(year) < FIRST_NEW_YEAR || years <= LONGEST_SHORT_SPAN);
	return isSpan ? null : { position: year.length + 1, expected: MONTH };
}

type Fault = Readonly<Record<'code' | 'expected', string>> & { readonly position: number };
const MONTH = 'a month from 1 to 12';

function isSharedYear(year: number): boolean {
	return year >= SHARED_YEARS.first && year <= SHARED_YEARS.last;
}

function isShared({ years, anyYear }: EdtfDate): boolean {
	return !anyYear && years.every(isSharedYear);
}

function edtfChoices(typed: string, value: EdtfValue, context: Context): DateChoice[] {
	return CALENDARS.flatMap((calendar) => {
		try {
			const { edtf } = moved(typed, value, calendar, { ...context, calendar });
			return parseEdtf(edtf).ok ? [{ edtf, calendar }] : [];
		} catch (error) {
			if (error instanceof DateTextError) return [];
			throw error;
		}
	});
}

/** The same figures in a calendar. Years that it has not reached yet are Gregorian in any case. */
function moved(typed: string, value: EdtfValue, calendar: CalendarName, context: Context): Sentence {
	const asWritten: Sentence = { edtf: typed, calendar: 'gregorian', rule: 'as written', flags: [] };
	if (calendar === 'gregorian') return asWritten;
	const isLate = ({ text, years }: EdtfDate) => !text.startsWith('Y') && years[0] > LAST_HIJRI_YEAR;
	if (datesIn(value).every(isLate)) return asWritten;
	const pointOf = (date: EdtfDate) => (isLate(date) ? null : pointIn(date, typed, calendar, context));
	if (value.type === 'date') {
		const point = pointOf(value)!;
		return { edtf: withinText(point), calendar, rule: point.rule, flags: [] };
	}
	const side = (end: EdtfEnd, at: 'start' | 'end') => {
		if (typeof end === 'string') return end === 'open' ? '..' : '';
		// A moment has no side but itself, and EDTF has none in an interval of days.
		if (end.time) throw gregorianOnly(end, typed);
		const point = pointOf(end);
		return point ? sideText(point, at) : end.text;
	};
	const rule = calendar === 'persian' ? 'span of another calendar' : 'span of the Umm al-Qura calendar';
	if (value.type === 'interval') return { edtf: `${side(value.start, 'start')}/${side(value.end, 'end')}`, calendar, rule, flags: [] };
	const member = ({ from, to, range }: EdtfMember) => {
		if (range) return `${from ? side(from, 'start') : ''}..${to ? side(to, 'end') : ''}`;
		const point = from ? pointOf(from) : null;
		return point ? memberText(point) : (from?.text ?? '');
	};
	const members = value.members.map(member).join(',');
	return { edtf: value.of === 'one' ? `[${members}]` : `{${members}}`, calendar, rule, flags: [] };
}

/** Where other calendars have the same: seasons by the sun, quarters, thirds and halves of a year. */
const PIECES = [
	['season', 21, 24],
	['quarter', 33, 36],
	['third', 37, 39],
	['half', 40, 41]
] as const;

/** One date of EDTF with its figures meant in another calendar. @throws DateTextError `edtf-is-gregorian` */
function pointIn(date: EdtfDate, typed: string, calendar: CalendarName, context: Context): Point {
	const [, bare = '', sign = ''] = /^([^~?%]*)([~?%]?)$/.exec(date.text) ?? [];
	const [first, last] = date.years;
	const isWhole = date.months === undefined && date.season === undefined;
	const isExact = first === last && !date.vagueMonth && !date.vagueDay;
	if (bare === '' || bare.startsWith('Y') || date.anyYear || first < 1 || last > LAST_HIJRI_YEAR || !(isExact || isWhole))
		throw gregorianOnly(date, typed);
	const doubt = { approximate: sign === '~' || sign === '%', uncertain: sign === '?' || sign === '%' };
	if (!isExact) return { ...yearsPoint(calendar, first, last - first + 1), ...doubt };
	const [, month, day] = bare.split(/[-T]/).map((digits): Figure => ({ value: Number(digits), digits: 2, at: 0 }));
	const parts: Parts = { at: 0, forced: calendar, year: { value: first, digits: 4, at: 0 } };
	if (date.season !== undefined) {
		const piece = PIECES.find(([, from, to]) => date.season! >= from && date.season! <= to);
		if (!piece || (piece[0] === 'season' && calendar === 'islamic')) throw gregorianOnly(date, typed);
		parts[piece[0]] = date.season - piece[1] + 1;
	} else {
		if (month) parts.monthFigure = month;
		if (day && date.days) parts.day = day;
	}
	const point = { ...completed(parts, context), ...doubt };
	return date.time ? { ...point, time: bare.slice(bare.indexOf('T')) } : point;
}

function gregorianOnly({ text }: EdtfDate, typed: string): DateTextError {
	const expected =
		'a Gregorian date: EDTF has no other calendar. In another one a plain date goes (1404-09-14), or its words (14 Azar 1404)';
	return new DateTextError('edtf-is-gregorian', Math.max(0, typed.indexOf(text)), expected);
}

/** Where a text was meant as EDTF (it has nothing but its signs), its parser knows better what is wrong. */
export function edtfProblem(text: string, error: DateTextError): DateTextProblem | null {
	const typed = edtfText(text);
	const signs = /^[-0-9XYESTZ?~%./:,[\]{}+]+$/.test(typed) && /[XYESTZ[\]{}%]/.test(typed);
	if (!signs || error.choices.length > 0) return null;
	const parsed = parseEdtf(typed);
	if (parsed.ok) return null;
	const position = Math.min(text.length, parsed.position + (text.length - text.trimStart().length));
	return {
		ok: false,
		code: parsed.position >= typed.length ? 'unfinished' : 'unreadable',
		position,
		expected: parsed.expected,
		choices: []
	};
}
