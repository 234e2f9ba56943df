import { civilIn, hasBegun } from '#lib/temporal/calendars.ts';
import type { CivilDay } from '#lib/temporal/epoch-day.ts';
import { formatDigits } from './format-number.ts';
import { LOCALES, type CalendarName, type Language } from './locales.ts';
import { monthName, weekdayName, type MonthForm, type MonthNames } from './month-names.ts';

export interface DayOptions {
	readonly language: Language;
	readonly calendar: CalendarName;
	/** "Friday, 5 December 2025" · "5 December 2025" · "5 Dec 2025" · "5 December". */
	readonly style: 'long' | 'medium' | 'short' | 'day-month';
	/** By which country's names; default: the usual ones. */
	readonly months?: MonthNames | undefined;
}

/**
 * An epoch day in words. Day, month, year is the order of all four languages. Days before the calendar began are told
 * in the Gregorian one. A Russian day comes out in the genitive form of its month, as it must.
 */
export function formatDay(day: number, { language, calendar, style, months }: DayOptions): string {
	const told = hasBegun(calendar, day) ? calendar : 'gregorian';
	const { year, month, day: ofMonth } = civilIn(told, day);
	const name = monthName(told, month, language, style === 'short' ? 'short' : 'long', 'genitive', months);
	const dayMonth = `${formatDigits(ofMonth, language)} ${name}`;
	if (style === 'day-month') return dayMonth;
	const date = `${dayMonth} ${formatYear(year, language)}`;
	return style === 'long' ? `${weekdayName(day, language)}${WEEKDAY_COMMA[language]}${date}` : date;
}

const WEEKDAY_COMMA: Readonly<Record<Language, string>> = { en: ', ', ar: '، ', fa: ' ', ru: ', ' };

export interface MonthOptions {
	readonly language: Language;
	readonly calendar: CalendarName;
	readonly width: 'long' | 'short';
	readonly form?: MonthForm | undefined;
	readonly months?: MonthNames | undefined;
}

/** "December 2025". */
export function formatMonth(
	{ year, month }: Pick<CivilDay, 'year' | 'month'>,
	{ language, calendar, width, form, months }: MonthOptions
): string {
	return `${monthName(calendar, month, language, width, form, months)} ${formatYear(year, language)}`;
}

const BEFORE_CHRIST: Readonly<Record<Language, string>> = { en: 'BC', ar: 'ق.م', fa: 'پ.م', ru: 'до н. э.' };

/** A year in digits; the Gregorian year 0 is 1 BC. Other calendars are not told before their year 1. */
export function formatYear(year: number, language: Language): string {
	return year > 0 ? formatDigits(year, language) : `${formatDigits(1 - year, language)} ${BEFORE_CHRIST[language]}`;
}

const BEFORE_HIJRA: Readonly<Record<Language, string>> = { en: 'BH', ar: 'ق.هـ', fa: 'پ.ه', ru: 'до хиджры' };

/** A year counted backwards from the Hijra ("12 BH"), for an axis that reaches before both calendars that begin with it. */
export function formatYearBefore(years: number, language: Language): string {
	return `${formatDigits(years, language)} ${BEFORE_HIJRA[language]}`;
}

const ERAS: Readonly<Record<CalendarName, Readonly<Record<Language, string>>>> = {
	gregorian: { en: 'CE', ar: 'م', fa: 'میلادی', ru: 'н. э.' },
	persian: { en: 'SH', ar: 'هـ ش', fa: 'شمسی', ru: 'солнечной хиджры' },
	islamic: { en: 'AH', ar: 'هـ', fa: 'قمری', ru: 'хиджры' }
};

/** A year that stands alone says whose it is when the calendar is not the one its reader is used to ("1404 SH"). */
export function formatLoneYear(year: number, language: Language, calendar: CalendarName): string {
	const text = formatYear(year, language);
	return calendar === LOCALES[language].calendar || year <= 0 ? text : `${text} ${ERAS[calendar][language]}`;
}
