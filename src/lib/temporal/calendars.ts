import { civilOf, dayOf, type CivilDay } from './epoch-day.ts';
import { UMM_AL_QURA, ummAlQuraMonth, ummAlQuraOf } from './umm-al-qura.ts';

/** The civil calendars a day can be told in; `islamic` is Umm al-Qura. */
export type CivilCalendar = 'gregorian' | 'persian' | 'islamic';

/** The first days of the years 1: 1 Farvardin 1 SH (21 March 622), 1 Muharram 1 AH (19 July 622, arithmetic). */
const PERSIAN_FIRST_DAY = -492_268;
const ISLAMIC_FIRST_DAY = -492_148;

/**
 * The date of an epoch day in a calendar, for every day. Persian equals the official calendar from 1200 to 1502 SH and
 * keeps its 33-year cycle beyond; Islamic is Umm al-Qura for 1300–1598 AH and arithmetic (civil) beyond. A fraction is cut off.
 */
export function civilIn(calendar: CivilCalendar, day: number): CivilDay {
	if (calendar === 'gregorian') return civilOf(day);
	const whole = Math.floor(day);
	if (calendar === 'persian') return persianOf(whole);
	return whole < UMM_AL_QURA.firstDay || whole >= UMM_AL_QURA.endDay ? islamicOf(whole) : ummAlQuraOf(whole);
}

/** The epoch day of a date in a calendar. A month past 12 or before 1 moves into the neighbouring years; a day past its month's end rolls on. */
export function dayIn(calendar: CivilCalendar, { year, month, day }: CivilDay): number {
	if (calendar === 'gregorian') return dayOf(year, month, day);
	const months = year * 12 + month - 1;
	const y = Math.floor(months / 12);
	const m = months - y * 12 + 1;
	if (calendar === 'persian') return persianMonth(y, m) + day - 1;
	// The last announced year and the arithmetic calendar that takes over meet on one day: the change skips and repeats none.
	const announced = y >= UMM_AL_QURA.firstYear && y < UMM_AL_QURA.endYear;
	return (announced ? ummAlQuraMonth(y, m) : islamicMonth(y, m)) + day - 1;
}

/** Whether the calendar had begun: earlier days are better told in the Gregorian one. */
export function hasBegun(calendar: CivilCalendar, day: number): boolean {
	return calendar === 'gregorian' || day >= (calendar === 'persian' ? PERSIAN_FIRST_DAY : ISLAMIC_FIRST_DAY);
}

/** First day of a Persian month: six months of 31 days, then of 30; 8 of 33 years are leap years (Birashk and others: the 33-year rule). */
function persianMonth(year: number, month: number): number {
	const yearStart = PERSIAN_FIRST_DAY + 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
	return yearStart + (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6);
}

function persianOf(day: number): CivilDay {
	const year = yearHolding(day, Math.floor((33 * (day - PERSIAN_FIRST_DAY)) / 12_053) + 1, (y) => persianMonth(y, 1));
	const past = day - persianMonth(year, 1);
	const month = past < 186 ? Math.floor(past / 31) + 1 : Math.floor((past - 6) / 30) + 1;
	return { year, month, day: day - persianMonth(year, month) + 1 };
}

/** First day of a month of the arithmetic Islamic calendar: 30 and 29 days in turn; 11 of 30 years have a day more (2, 5, 7, 10, 13, 16, 18 …). */
function islamicMonth(year: number, month: number): number {
	return ISLAMIC_FIRST_DAY + 354 * (year - 1) + Math.floor((11 * year + 3) / 30) + Math.ceil(29.5 * (month - 1));
}

function islamicOf(day: number): CivilDay {
	const year = yearHolding(day, Math.floor((30 * (day - ISLAMIC_FIRST_DAY)) / 10_631) + 1, (y) => islamicMonth(y, 1));
	const month = Math.min(12, Math.floor((day - islamicMonth(year, 1)) / 29.5) + 1);
	return { year, month, day: day - islamicMonth(year, month) + 1 };
}

/** The year that holds a day, beside a guess that is off by one at most. */
function yearHolding(day: number, guess: number, start: (year: number) => number): number {
	if (day < start(guess)) return guess - 1;
	return day >= start(guess + 1) ? guess + 1 : guess;
}
