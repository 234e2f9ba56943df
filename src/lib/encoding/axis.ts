import { formatDay, formatMonth, formatYear } from '#lib/language/format-day.ts';
import { monthName } from '#lib/language/month-names.ts';
import { formatDigits } from '#lib/language/format-number.ts';
import { civilIn } from '#lib/temporal/calendars.ts';
import { calendarOf } from './calendar-starts.ts';
import type { CalendarName, Language } from '#lib/language/locales.ts';
import type { Reader } from './reader.ts';

const HOURS = 24;

/** Words and month beginnings of the axis in the reader's language and calendar; with a second one, the lower band is its own. */
export function axisTextOf({ language, calendar }: Pick<Reader, 'language' | 'calendar'>, second?: CalendarName) {
	const own = bandTextOf(language, calendar);
	return { ...own, ...(second !== undefined && second !== calendar && { lower: bandTextOf(language, second) }) };
}

function bandTextOf(language: Language, calendar: CalendarName) {
	const starts = calendarOf(calendar);
	const year = (day: number) => formatYear(civilIn(calendar, day).year, language);
	return {
		year,
		month: (day: number) => monthName(calendar, civilIn(calendar, day).month, language, 'short'),
		monthAndYear: (day: number) => formatMonth(civilIn(calendar, day), { language, calendar, width: 'long' }),
		dayOfMonth: (day: number) => formatDigits(civilIn(calendar, day).day, language),
		dayMonthYear: (day: number) => formatDay(Math.floor(day), { language, calendar, style: 'short' }),
		hour: (day: number) => `${formatDigits(Math.round((day - Math.floor(day)) * HOURS), language, 2)}:${formatDigits(0, language, 2)}`,
		...(starts && { calendar: starts })
	};
}
