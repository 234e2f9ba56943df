import { civilIn } from '#lib/temporal/calendars.ts';
import type { CalendarName, Language } from '../locales.ts';
import { calendarOfNamed, namedDayIn, namedDaysBetween, type NamedDay } from './named-days.ts';
import { chosen, weekdayPoint } from './nearest.ts';
import { unitAround, weekdayOf, withinText, type Point } from './point.ts';
import { DateTextError, type DateChoice, type DateFlag } from './reading.ts';
import { fullYears, type FullYear } from './short-years.ts';
import { dayPoint, fractionPoint, seasonPoint, spanPoint, yearsPiece, yearsPoint, type YearsPiece } from './spans.ts';
import type { Figure } from './terms.ts';

/** What is known beside the text. */
export interface Context {
	/** Epoch day; throws `needs-said` where none was given. */
	readonly said: (position: number) => number;
	readonly hasSaid: boolean;
	/** As asked for, of what the words do not tell. */
	readonly calendar: CalendarName | undefined;
	/** In which units are counted that name no calendar. */
	readonly counting: CalendarName;
	readonly language: Language;
	/** A choice that is tried out of figures whose order is open. */
	readonly order: DayOrder | undefined;
	/** Which of several days of a name is tried. */
	readonly nth: number | undefined;
	/** Which of the years that two figures may be is tried. */
	readonly century: number | undefined;
}

export type DayOrder = 'year first' | 'day first' | 'month first';

/** The parts of a date as a text names them, still without what it leaves out. */
export interface Parts {
	readonly at: number;
	weekday?: number;
	day?: Figure;
	month?: { readonly calendar: CalendarName; readonly month: number };
	/** A month in figures belongs to the calendar of its year. */
	monthFigure?: Figure;
	year?: Figure;
	era?: { readonly calendar: CalendarName; readonly before?: true };
	/** All days that have the name that was said. */
	named?: readonly NamedDay[];
	season?: number;
	quarter?: number;
	third?: number;
	half?: number;
	century?: number;
	decade?: Figure;
	/** A word for decades stands there: "the 1900s" could be the century as well, "دهه ۱۹۰۰" not. */
	tenYears?: true;
	/** "last January", "next Friday". */
	shift?: -1 | 0 | 1;
	/** "of next week", beside a weekday. */
	weekShift?: -1 | 0 | 1;
	/** "of last year". */
	yearShift?: -1 | 0 | 1;
	time?: { readonly hour: number; readonly minute: number };
	/** The time is told in a zone: it is not kept, for the words keep it and a day is all that is compared. */
	zone?: true;
	/** A calendar tried out for a choice. */
	forced?: CalendarName;
}

/**
 * Where a date without its year is looked for: around the day said; only from it on ("by March"); among those that had begun
 * ("since March"); or, where words leave open whether it has begun ("from 1 March"), both the one that had and the nearest.
 */
export type Towards = 'near' | 'future' | 'past' | 'either';

/** Years that could be of any of the three calendars. */
export const SHARED_YEARS = { first: 1200, last: 1500 };
const CALENDARS = ['persian', 'islamic', 'gregorian'] as const;
/** No text speaks of later years of the Hijra. */
export const LAST_HIJRI_YEAR = 1700;
/** 2051: what stands beside a feast of the moon and is later is no year of the sun. */
const LAST_PERSIAN_YEAR_OF_TALK = 1430;

/** The date that the parts name. @throws DateTextError where they do not suffice or contradict each other. */
export function completed(parts: Parts, context: Context, towards: Towards = 'near'): Point {
	const point = unweekdayed(parts, context, towards);
	const flags = weekdayFlags(parts, point);
	const { time, zone, weekday } = parts;
	if (point.end - point.start !== 1 && (time || weekday !== undefined))
		throw new DateTextError('unfinished', parts.at, 'a day beside the weekday or the time');
	if (!time) return { ...point, flags };
	if (zone) return { ...point, flags, rule: 'the day only, its time is of a zone' };
	return { ...point, flags, time: `T${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}` };
}

function weekdayFlags({ weekday }: Parts, point: Point): readonly DateFlag[] {
	if (weekday === undefined || point.end - point.start !== 1 || weekdayOf(point.start) === weekday) return point.flags;
	return [...point.flags, { code: 'weekday-differs', weekday }];
}

function unweekdayed(parts: Parts, context: Context, towards: Towards): Point {
	if (parts.named) return namedPoint(parts, parts.named, context, towards);
	if (parts.century !== undefined) return centuryPoint(parts, parts.century, context);
	if (parts.decade) return decadePoint(parts, parts.decade, context);
	if (parts.yearShift !== undefined) {
		const point = inShiftedYear(parts, parts.yearShift, context);
		// "last year 2026", said in 2026, is no year.
		const other = parts.year && civilIn(point.calendar, point.start).year !== parts.year.value;
		if (other) throw new DateTextError('unreadable', parts.year!.at, 'one year, not two');
		return point;
	}
	if (!parts.year) return yearless(parts, context, towards);
	const isMonthOfMoon = parts.month?.calendar === 'islamic' && !parts.day && parts.weekday === undefined;
	if (isMonthOfMoon && parts.year.value > LAST_HIJRI_YEAR && (!parts.era || parts.era.calendar === 'gregorian'))
		return monthOfMoonIn(parts, parts.month!.month, parts.year, context);
	if (isShort(parts, parts.year)) {
		const { calendar, year } = fullYear(parts, parts.year, context);
		return inYear(parts, calendar, year);
	}
	return inYear(parts, calendarOfYear(parts, parts.year, context), yearOf(parts, parts.year, context));
}

/** "Ramadan 2026": the one that touches that Gregorian year; in some years two do. */
function monthOfMoonIn(parts: Parts, month: number, { value, at }: Figure, context: Context): Point {
	const { start, end } = yearsPoint('gregorian', value, 1);
	const first = civilIn('islamic', start).year;
	const found = [first, first + 1, first + 2].map((year) => spanPoint('islamic', year, month, year, month + 1));
	return onlyPoint(
		found.filter((point) => point.start < end && point.end > start),
		at,
		context
	);
}

/** The day of a name: in the year said with it, of whatever calendar, else nearest to the day said. */
function namedPoint(parts: Parts, days: readonly NamedDay[], context: Context, towards: Towards): Point {
	const points = days.flatMap((day) => {
		const calendar = calendarOfNamed(day);
		const rule = day.rule === 'islamic' ? 'the day of that name, by Umm al-Qura' : 'the day of that name';
		return namedStarts(parts, day, context, towards).map((start): Point => ({ start, end: start + 1, calendar, rule, flags: [] }));
	});
	return onlyPoint(
		points.filter((point, n) => points.findIndex(({ start }) => start === point.start) === n),
		parts.at,
		context
	);
}

function namedStarts(parts: Parts, day: NamedDay, context: Context, towards: Towards): readonly number[] {
	const own = calendarOfNamed(day);
	const { year, yearShift } = parts;
	if (year) {
		const calendar = calendarOfNamedYear(parts, own, year, context);
		const value = yearOf({ ...parts, forced: calendar }, year, context);
		if (calendar === own) return [namedDayIn(day, value)];
		const { start, end } = yearsPoint(calendar, value, 1);
		return namedDaysBetween(day, start, end);
	}
	const said = context.said(parts.at);
	if (yearShift !== undefined) {
		const calendar = parts.era?.calendar ?? context.counting;
		return namedDaysBetween(day, ...unitAround('year', said, yearShift, calendar, context.language));
	}
	const now = civilIn(own, said).year;
	const near = [now - 1, now, now + 1].map((each): Point => {
		const start = namedDayIn(day, each);
		return { start, end: start + 1, calendar: own, rule: 'the day of that name', flags: [] };
	});
	return chosen(near, parts, said, towards).map(({ start }) => start);
}

/**
 * A year of the Hijra beside a day by name is of the day's own calendar ("Eid al-Fitr 1447"); in Persian, where the sun's
 * years are the usual ones, it is asked about as long as it could well be one of those.
 */
function calendarOfNamedYear(parts: Parts, own: CalendarName, year: Figure, context: Context): CalendarName {
	const isOpen = own === 'islamic' && context.language === 'fa' && year.value <= LAST_PERSIAN_YEAR_OF_TALK;
	const isShared = year.value >= SHARED_YEARS.first && year.value <= SHARED_YEARS.last;
	if (parts.forced ?? parts.era) return parts.forced ?? parts.era?.calendar ?? own;
	if (own === 'gregorian' || !isShared || isOpen) return calendarOfYear(parts, year, context);
	return own;
}

/** One of several, where it is said which. @throws DateTextError `which-day` where it is not */
function onlyPoint(points: readonly Point[], at: number, context: Context, expected = 'which of the days of this name'): Point {
	if (points.length === 0) throw new DateTextError('no-such-day', at, 'a year that has this day');
	const [only] = points;
	const point = points.length === 1 ? only : context.nth === undefined ? undefined : points[context.nth];
	if (point) return point;
	const choices = points.map((each) => ({ edtf: withinText(each), calendar: each.calendar }));
	throw new DateTextError('which-day', at, expected, choices);
}

/** Centuries count from their year 1 where a part of them is told in years: the first half of the 19th is 1801 to 1850. */
function centuryPoint(parts: Parts, century: number, context: Context): Point {
	requireAlone(parts);
	const { era, forced } = parts;
	const asked = century * 100 <= LAST_HIJRI_YEAR ? context.calendar : undefined;
	const calendar = forced ?? era?.calendar ?? asked ?? 'gregorian';
	const first = era?.before ? 1 - century * 100 : (century - 1) * 100;
	const piece = pieceOf(parts);
	return piece ? yearsPiece(calendar, era?.before ? first : first + 1, 100, piece) : yearsPoint(calendar, first, 100);
}

/** "The 2000s" are a decade or a century. */
function decadePoint(parts: Parts, decade: Figure, context: Context): Point {
	requireAlone(parts);
	const { calendar, year } =
		decade.digits < 3
			? fullYear(parts, decade, context, 'decade')
			: { calendar: calendarOfYear(parts, decade, context), year: decade.value };
	const piece = pieceOf(parts);
	const points = (year % 100 === 0 && !parts.tenYears ? [10, 100] : [10]).map((years) => {
		const first = Math.floor(year / years) * years;
		return piece ? yearsPiece(calendar, first, years, piece) : yearsPoint(calendar, first, years);
	});
	return onlyPoint(points, decade.at, context, 'the decade or the century');
}

function pieceOf({ quarter, third, half }: Parts): YearsPiece | undefined {
	if (half !== undefined) return { n: half, of: 2 };
	if (third !== undefined) return { n: third, of: 3 };
	return quarter === undefined ? undefined : { n: quarter, of: 4 };
}

/** What stands beside a decade or a century and has no place there is not passed over. */
function requireAlone(parts: Parts): void {
	const { day, month, monthFigure, year, season, weekday, time, shift, yearShift } = parts;
	const strange = [day, month, monthFigure, year, season, weekday, time, shift, yearShift].some((part) => part !== undefined);
	const at = day?.at ?? monthFigure?.at ?? year?.at ?? parts.at;
	if (strange) throw new DateTextError('unreadable', at, 'nothing but a decade or a century');
}

function yearOf(parts: Parts, figure: Figure, context: Context): number {
	const { era } = parts;
	if (isShort(parts, figure)) return fullYear(parts, figure, context).year;
	return era?.before ? 1 - figure.value : figure.value;
}

function isShort({ era }: Parts, { digits }: Figure): boolean {
	return digits < 3 && !era;
}

/** @throws DateTextError `short-year` where it is not said which century */
function fullYear(parts: Parts, figure: Figure, context: Context, of: 'year' | 'decade' = 'year'): FullYear {
	const years = fullYears(parts, figure, context);
	const tried = context.century === undefined ? undefined : years[context.century];
	if (tried) return tried;
	const readings = years.map(({ calendar, year }) => ({ ...parts, forced: calendar, [of]: { value: year, digits: 4, at: figure.at } }));
	throw new DateTextError('short-year', figure.at, 'a year of four digits', choicesOf(readings, context));
}

/** Whose year it is: of the era, of the month's name, of the calendar asked for; a year that could be of several is asked about. */
function calendarOfYear(parts: Parts, figure: Figure, context: Context): CalendarName {
	const { era, month, forced } = parts;
	const named = forced ?? era?.calendar ?? month?.calendar;
	if (named) {
		const other = era && month && era.calendar !== month.calendar;
		if (other || (named !== 'gregorian' && figure.value > LAST_HIJRI_YEAR)) {
			throw new DateTextError('year-of-another-calendar', figure.at, `a year of the ${month?.calendar ?? named} calendar`);
		}
		return named;
	}
	const { value } = figure;
	if (context.calendar && (context.calendar === 'gregorian' || value <= LAST_HIJRI_YEAR)) return context.calendar;
	if (value < SHARED_YEARS.first || value > SHARED_YEARS.last) return 'gregorian';
	throw new DateTextError(
		'which-calendar',
		figure.at,
		'a calendar: SH, AH or CE after the year',
		choicesOf(
			CALENDARS.map((forced) => ({ ...parts, forced })),
			context
		)
	);
}

/** Those of several readings that name a date. */
function choicesOf(readings: readonly Parts[], context: Context): DateChoice[] {
	return readings.flatMap((parts) => {
		try {
			const point = completed(parts, context);
			return [{ edtf: withinText(point), calendar: point.calendar }];
		} catch (error) {
			if (error instanceof DateTextError) return [];
			throw error;
		}
	});
}

/** The parts inside a known year of a calendar. */
function inYear(parts: Parts, calendar: CalendarName, year: number): Point {
	const month = monthOf(parts);
	const units = [month, parts.quarter, parts.third, parts.half, parts.season].filter((part) => part !== undefined);
	if (units.length > 1) throw new DateTextError('unreadable', parts.at, 'a month, a season or a part of a year, and one of them');
	if (month !== undefined && parts.day) return dayPoint(calendar, year, month, parts.day);
	if (parts.day) throw new DateTextError('unfinished', parts.day.at, 'a month beside the day');
	if (month !== undefined) {
		if (month < 1 || month > 12) throw new DateTextError('no-such-day', parts.monthFigure?.at ?? parts.at, 'a month from 1 to 12');
		return spanPoint(calendar, year, month, year, month + 1);
	}
	if (parts.quarter !== undefined) return fractionPoint(calendar, year, parts.quarter, 3, 32);
	if (parts.third !== undefined) return fractionPoint(calendar, year, parts.third, 4, 36);
	if (parts.half !== undefined) return fractionPoint(calendar, year, parts.half, 6, 39);
	if (parts.season !== undefined && calendar === 'islamic') {
		throw new DateTextError('year-of-another-calendar', parts.year?.at ?? parts.at, 'a year with seasons');
	}
	if (parts.season !== undefined) return seasonPoint(calendar, year, parts.season);
	return yearsPoint(calendar, year, 1);
}

function monthOf({ month, monthFigure }: Parts): number | undefined {
	return month?.month ?? monthFigure?.value;
}

/** "in January of this year", "the first quarter of next year", "next year". */
function inShiftedYear(parts: Parts, shift: -1 | 0 | 1, context: Context): Point {
	const calendar = parts.month?.calendar ?? parts.era?.calendar ?? context.calendar ?? (parts.season ? 'gregorian' : context.counting);
	const [start] = unitAround('year', context.said(parts.at), shift, calendar, context.language);
	const point = inYear(parts, calendar, civilIn(calendar, start).year);
	const whole = monthOf(parts) === undefined && !parts.quarter && !parts.third && !parts.half && !parts.season;
	return { ...point, rule: 'counted from the day it was said', ...(whole && { shifted: shift, unit: 'year' as const }) };
}

/** Parts without a year: the one nearest to the day said, or the last or next one. */
function yearless(parts: Parts, context: Context, towards: Towards): Point {
	const hasMonth = monthOf(parts) !== undefined;
	if (!hasMonth && !parts.season && !parts.quarter && !parts.third && !parts.half) {
		if (parts.weekday === undefined) throw new DateTextError('unfinished', parts.day?.at ?? parts.at, 'a month and a year');
		return weekdayPoint(parts.weekday, parts, context, towards);
	}
	const said = context.said(parts.at);
	const calendar = calendarOfYearless(parts, context);
	const { year } = civilIn(calendar, said);
	const found = [year - 1, year, year + 1].flatMap((each) => {
		try {
			return [inYear(parts, calendar, each)];
		} catch (error) {
			if (error instanceof DateTextError && error.code === 'no-such-day') return [];
			throw error;
		}
	});
	const points = chosen(found, parts, said, towards);
	if (points.length === 0) throw new DateTextError('no-such-day', parts.day?.at ?? parts.at, 'a day that the month has');
	const point = onlyPoint(points, parts.at, context, 'the year');
	if (parts.shift === -1) return { ...point, rule: 'the month of that name before' };
	if (parts.shift === 1) return { ...point, rule: 'the month of that name after' };
	return { ...point, rule: calendar === 'gregorian' ? 'nearest to the day it was said' : point.rule };
}

/** A month by its name tells the calendar; in figures it could be of any, where the reader's own is not the Gregorian one. */
function calendarOfYearless(parts: Parts, context: Context): CalendarName {
	const known = parts.forced ?? parts.month?.calendar ?? parts.era?.calendar ?? context.calendar;
	if (known) return known;
	if (!parts.monthFigure || context.counting === 'gregorian') return parts.season ? 'gregorian' : context.counting;
	const readings = CALENDARS.map((forced) => ({ ...parts, forced }));
	throw new DateTextError('which-calendar', parts.at, 'a month by its name, or a year with its calendar', choicesOf(readings, context));
}
