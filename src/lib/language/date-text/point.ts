import { civilIn, dayIn } from '#lib/temporal/calendars.ts';
import { civilOf, isoOf } from '#lib/temporal/epoch-day.ts';
import type { CalendarName, Language } from '../locales.ts';
import type { Unit } from './meaning.ts';
import { DateTextError, type DateFlag, type DateRule } from './reading.ts';

/** One date of a phrase, in whole epoch days (the end is exclusive), before what stands around it ("before", "by") is applied. */
export interface Point {
	readonly start: number;
	readonly end: number;
	/** Where EDTF has its own word for the span (a season, a third of a year). */
	readonly edtf?: string;
	/** `T09:40`. */
	readonly time?: string;
	readonly calendar: CalendarName;
	readonly rule: DateRule;
	readonly approximate?: boolean;
	readonly uncertain?: boolean;
	readonly flags: readonly DateFlag[];
	/** A period counted from the day said: −1 last, 0 this, 1 next. */
	readonly shifted?: -1 | 0 | 1;
	readonly unit?: Unit;
}

const two = (value: number) => String(value).padStart(2, '0');

export function yearText(year: number): string {
	if (Math.abs(year) > 9999) return `Y${year}`;
	return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** The EDTF of a span that is one Gregorian day, month, year, decade or century; null for any other. */
export function unitText(start: number, end: number): string | null {
	const a = civilOf(start);
	const b = civilOf(end);
	if (end - start === 1) return dayText(start);
	if (a.day !== 1 || b.day !== 1) return null;
	const months = (b.year - a.year) * 12 + b.month - a.month;
	if (months === 1 && Math.abs(a.year) <= 9999) return `${yearText(a.year)}-${two(a.month)}`;
	if (a.month !== 1 || months % 12 !== 0) return null;
	const years = months / 12;
	if (years === 1) return yearText(a.year);
	const last = a.year + years - 1;
	const [low, open] = a.year < 0 ? [-last, '-'] : [a.year, ''];
	const size = [10, 100, 1000].indexOf(years) + 1;
	if (size === 0 || low % years !== 0 || low > 9999) return null;
	return `${open}${String(low)
		.padStart(4, '0')
		.slice(0, 4 - size)}${'X'.repeat(size)}`;
}

/** `YYYY-MM-DD`; EDTF has no days of longer years. */
export function dayText(day: number): string {
	if (Math.abs(civilOf(day).year) > 9999) throw new DateTextError('no-such-day', 0, 'a year of at most four digits with a day');
	return isoOf(day);
}

export function signOf({ approximate, uncertain }: Pick<Point, 'approximate' | 'uncertain'>): string {
	return approximate ? (uncertain ? '%' : '~') : uncertain ? '?' : '';
}

/** The point by itself: some time within its span. */
export function withinText(point: Point): string {
	const sign = signOf(point);
	if (point.time) return `${dayText(point.start)}${point.time}`;
	if (point.edtf) return `${point.edtf}${sign}`;
	return unitOrRange(point.start, point.end, sign);
}

/** The same of any span. */
export function unitOrRange(start: number, end: number, sign = ''): string {
	const unit = unitText(start, end);
	if (unit !== null) return `${unit}${sign}`;
	const years = yearsText(start, end);
	const [first, last] = years ?? [dayText(start), dayText(end - 1)];
	return `[${first}${sign}..${last}${sign}]`;
}

/** The first and the last of some whole Gregorian years. */
function yearsText(start: number, end: number): readonly [string, string] | null {
	const [a, b] = [civilOf(start), civilOf(end)];
	const whole = a.day === 1 && a.month === 1 && b.day === 1 && b.month === 1;
	return whole ? [yearText(a.year), yearText(b.year - 1)] : null;
}

/** The point as the start or the end of an interval: its unit, else its first or last day. */
export function sideText(point: Point, side: 'start' | 'end'): string {
	const unit = point.edtf ?? unitText(point.start, point.end);
	return `${unit ?? dayText(side === 'start' ? point.start : point.end - 1)}${signOf(point)}`;
}

/** The point as one of a set, which may hold ranges. */
export function memberText(point: Point): string {
	const sign = signOf(point);
	const unit = point.edtf ?? unitText(point.start, point.end);
	return unit === null ? `${dayText(point.start)}${sign}..${dayText(point.end - 1)}${sign}` : `${unit}${sign}`;
}

/** The unit (or day) right before or after the point, as a bound for "before" and "after". */
export function neighbourText(point: Point, step: -1 | 1): string {
	const sign = signOf(point);
	const years = (point.edtf ? null : unitText(point.start, point.end))?.match(/^-?\d{4}$/);
	const edge = step < 0 ? point.start - 1 : point.end;
	if (years) return `${yearText(civilOf(edge).year)}${sign}`;
	const month = point.edtf ? null : unitText(point.start, point.end)?.match(/^-?\d{4}-\d\d$/);
	return month ? `${yearText(civilOf(edge).year)}-${two(civilOf(edge).month)}${sign}` : `${dayText(edge)}${sign}`;
}

/** The first day of the week: Saturday for Arabic and Persian readers, else Monday. */
const WEEK_STARTS: Readonly<Record<Language, number>> = { en: 1, ru: 1, ar: 6, fa: 6 };

/** 0 is Sunday; day 0 was a Thursday. */
export function weekdayOf(day: number): number {
	return (((Math.floor(day) + 4) % 7) + 7) % 7;
}

/** The unit of a calendar that holds a day, `shift` units on. */
export function unitAround(unit: Unit, day: number, shift: number, calendar: CalendarName, language: Language): readonly [number, number] {
	if (unit === 'day') return [day + shift, day + shift + 1];
	if (unit === 'week') {
		const start = day - ((weekdayOf(day) - WEEK_STARTS[language] + 7) % 7) + shift * 7;
		return [start, start + 7];
	}
	const { year, month, day: dayOfMonth } = civilIn(calendar, day);
	if (unit === 'ten-days') {
		const tenth = (serial: number) => {
			const inMonth = ((serial % 3) + 3) % 3;
			return monthStart(calendar, (serial - inMonth) / 3) + inMonth * 10;
		};
		const at = (year * 12 + month - 1) * 3 + Math.min(2, Math.floor((dayOfMonth - 1) / 10)) + shift;
		return [tenth(at), tenth(at + 1)];
	}
	const months = MONTHS[unit];
	const serial = (Math.floor((year * 12 + month - 1) / months) + shift) * months;
	return [monthStart(calendar, serial), monthStart(calendar, serial + months)];
}

const MONTHS: Readonly<Record<Exclude<Unit, 'day' | 'week' | 'ten-days'>, number>> = {
	month: 1,
	quarter: 3,
	third: 4,
	half: 6,
	year: 12,
	decade: 120,
	century: 1200
};

function monthStart(calendar: CalendarName, serial: number): number {
	const year = Math.floor(serial / 12);
	return dayIn(calendar, { year, month: serial - year * 12 + 1, day: 1 });
}

/** The same day some units on; the day of the month is cut to the length of the month it falls into. */
export function movedBy(day: number, count: number, unit: Unit, calendar: CalendarName): number {
	if (unit === 'day') return day + count;
	if (unit === 'week') return day + count * 7;
	if (unit === 'ten-days') return day + count * 10;
	const from = civilIn(calendar, day);
	const serial = from.year * 12 + from.month - 1 + count * MONTHS[unit];
	const start = monthStart(calendar, serial);
	return Math.min(start + from.day - 1, monthStart(calendar, serial + 1) - 1);
}
