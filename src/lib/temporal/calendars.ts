import { CalendarDate, IslamicCivilCalendar, IslamicUmalquraCalendar, PersianCalendar, type Calendar } from '@internationalized/date';
import { civilOf, dayOf, type CivilDay } from './epoch-day.ts';

/** The civil calendars a day can be told in; `islamic` is Umm al-Qura. */
export type CivilCalendar = 'gregorian' | 'persian' | 'islamic';

const JULIAN_DAY_OF_1970 = 2_440_588;
const persian = new PersianCalendar();
const umalqura = new IslamicUmalquraCalendar();
const islamic = new IslamicCivilCalendar();

const PERSIAN_CYCLE = { calendar: persian, years: 33, days: 12_053, firstDay: firstDayOf(persian) };
const ISLAMIC_CYCLE = { calendar: islamic, years: 30, days: 10_631, firstDay: firstDayOf(islamic) };

/**
 * The years that the Umm al-Qura table serves. Its last good year is 1599, but only 1599 begins on the same day as the
 * arithmetic calendar that takes over outside (1300 does too), so the change there skips and repeats no day.
 */
const UMALQURA_YEARS = { first: 1300, end: 1599 };
const UMALQURA_FIRST_DAY = islamicYearStart(UMALQURA_YEARS.first);
const UMALQURA_END_DAY = islamicYearStart(UMALQURA_YEARS.end);

/**
 * The date of an epoch day in a calendar, for every day. Persian equals the official calendar from 1200 to 1502 SH and
 * keeps its 33-year cycle beyond; Islamic is Umm al-Qura for 1300–1598 AH and arithmetic (civil) beyond. A fraction is cut off.
 */
export function civilIn(calendar: CivilCalendar, day: number): CivilDay {
	if (calendar === 'gregorian') return civilOf(day);
	const whole = Math.floor(day);
	if (calendar === 'persian') return cyclicCivil(PERSIAN_CYCLE, whole);
	if (whole < UMALQURA_FIRST_DAY || whole >= UMALQURA_END_DAY) return cyclicCivil(ISLAMIC_CYCLE, whole);
	return plain(umalqura.fromJulianDay(whole + JULIAN_DAY_OF_1970));
}

/** The epoch day of a date in a calendar. A month past 12 or before 1 moves into the neighbouring years; a day past its month's end rolls on. */
export function dayIn(calendar: CivilCalendar, { year, month, day }: CivilDay): number {
	if (calendar === 'gregorian') return dayOf(year, month, day);
	const months = year * 12 + month - 1;
	const y = Math.floor(months / 12);
	const m = months - y * 12 + 1;
	if (calendar === 'persian') return cyclicDay(PERSIAN_CYCLE, y, m) + day - 1;
	if (y < UMALQURA_YEARS.first || y >= UMALQURA_YEARS.end) return cyclicDay(ISLAMIC_CYCLE, y, m) + day - 1;
	return umalqura.toJulianDay(new CalendarDate(umalqura, y, m, 1)) - JULIAN_DAY_OF_1970 + day - 1;
}

/** Whether the calendar had begun: earlier days are better told in the Gregorian one. */
export function hasBegun(calendar: CivilCalendar, day: number): boolean {
	return calendar === 'gregorian' || day >= (calendar === 'persian' ? PERSIAN_CYCLE : ISLAMIC_CYCLE).firstDay;
}

type Cycle = { readonly calendar: Calendar; readonly years: number; readonly days: number; readonly firstDay: number };

/** The library clamps years to its era, so days are first moved by whole cycles into years it takes as they are. */
function cyclicCivil({ calendar, years, days, firstDay }: Cycle, day: number): CivilDay {
	const cycles = Math.floor((day - firstDay) / days);
	const date = calendar.fromJulianDay(day - cycles * days + JULIAN_DAY_OF_1970);
	return { year: date.year + cycles * years, month: date.month, day: date.day };
}

function cyclicDay({ calendar, years, days }: Cycle, year: number, month: number): number {
	const cycles = Math.floor((year - 1) / years);
	return calendar.toJulianDay(new CalendarDate(calendar, year - cycles * years, month, 1)) - JULIAN_DAY_OF_1970 + cycles * days;
}

function firstDayOf(calendar: Calendar): number {
	return calendar.toJulianDay(new CalendarDate(calendar, 1, 1, 1)) - JULIAN_DAY_OF_1970;
}

function islamicYearStart(year: number): number {
	return umalqura.toJulianDay(new CalendarDate(umalqura, year, 1, 1)) - JULIAN_DAY_OF_1970;
}

function plain({ year, month, day }: CivilDay): CivilDay {
	return { year, month, day };
}
