import { dayIn } from '#lib/temporal/calendars.ts';
import type { CalendarName } from '../locales.ts';
import { yearText, type Point } from './point.ts';
import { DateTextError, type DateRule } from './reading.ts';
import type { Figure } from './terms.ts';

/** Some whole years. */
export function yearsPoint(calendar: CalendarName, first: number, count: number): Point {
	return spanPoint(calendar, first, 1, first + count, 1);
}

/** The nth of some equal parts. */
export interface YearsPiece {
	readonly n: number;
	readonly of: number;
}

/** A half, third or quarter of some years, in whole years. */
export function yearsPiece(calendar: CalendarName, first: number, count: number, { n, of }: YearsPiece): Point {
	const bound = (part: number) => first + Math.round((count * part) / of);
	return yearsPoint(calendar, bound(n - 1), bound(n) - bound(n - 1));
}

/** From the first of a month to the first of another. */
export function spanPoint(calendar: CalendarName, year: number, month: number, endYear: number, endMonth: number): Point {
	const start = dayIn(calendar, { year, month, day: 1 });
	return { start, end: dayIn(calendar, { year: endYear, month: endMonth, day: 1 }), calendar, rule: ruleIn(calendar, 'span'), flags: [] };
}

function ruleIn(calendar: CalendarName, what: 'day' | 'span'): DateRule {
	if (calendar === 'gregorian') return 'as written';
	return calendar === 'persian' ? `${what} of another calendar` : `${what} of the Umm al-Qura calendar`;
}

/** A day of a month. @throws DateTextError where the month has none such */
export function dayPoint(calendar: CalendarName, year: number, month: number, { value, at }: Figure): Point {
	const start = month >= 1 && month <= 12 ? dayIn(calendar, { year, month, day: 1 }) : NaN;
	const length = dayIn(calendar, { year, month: month + 1, day: 1 }) - start;
	if (!(value >= 1 && value <= length)) {
		const expected = Number.isNaN(length) ? 'a month from 1 to 12' : `a day from 1 to ${length}`;
		throw new DateTextError('no-such-day', at, expected);
	}
	return { start: start + value - 1, end: start + value, calendar, rule: ruleIn(calendar, 'day'), flags: [] };
}

/** A quarter or half: EDTF's own in Gregorian years, else the days of the months. */
export function fractionPoint(calendar: CalendarName, year: number, n: number, months: number, code: number): Point {
	const point = spanPoint(calendar, year, (n - 1) * months + 1, year, n * months + 1);
	return calendar === 'gregorian' ? { ...point, edtf: `${yearText(year)}-${code + n}` } : point;
}

/** Northern seasons: of Gregorian years as EDTF bounds them here (March–May …), of Jalali years by their own months. */
export function seasonPoint(calendar: CalendarName, year: number, season: number): Point {
	if (calendar !== 'gregorian') return spanPoint(calendar, year, season * 3 - 2, year, season * 3 + 1);
	return { ...spanPoint(calendar, year, season * 3, year, season * 3 + 3), edtf: `${yearText(year)}-${20 + season}` };
}
