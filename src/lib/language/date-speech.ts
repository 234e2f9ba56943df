import { civilIn, dayIn, hasBegun } from '#lib/temporal/calendars.ts';
import type { Span } from '#lib/temporal/edtf-span.ts';
import { formatDay, formatLoneYear, formatMonth } from './format-day.ts';
import { formatDigits } from './format-number.ts';
import type { CalendarName, Language } from './locales.ts';
import { monthName, type MonthForm, type MonthNames } from './month-names.ts';
import type { Translate } from './translate.ts';

/** Who is told, and how. */
export interface Speech {
	readonly language: Language;
	readonly calendar: CalendarName;
	readonly t: Translate;
	readonly style: 'long' | 'short';
	/** By which country's month names. */
	readonly months?: MonthNames | undefined;
	/** Follows a preposition: Russian then needs another form. */
	readonly form: MonthForm;
	/** Not joined to another date by words: a single day then names its weekday, and a span has room for its own words. */
	readonly alone: boolean;
}

/** The calendar in which a span can be told: the asked one, unless the span begins before it did. */
export function calendarOf([start]: Span, { calendar }: Speech): CalendarName {
	return hasBegun(calendar, start) ? calendar : 'gregorian';
}

export function dayWords(day: number, speech: Speech): string {
	const style = speech.style === 'short' ? 'short' : speech.alone && speech.form === 'plain' ? 'long' : 'medium';
	return formatDay(day, { ...speech, style });
}

export function yearWords(year: number, calendar: CalendarName, { language, form, t }: Speech): string {
	const text = formatLoneYear(year, language, calendar);
	return form === 'genitive' ? t('dates.of-year', { year: text }) : text;
}

/** The words of a span that is exactly one day, month or year of the calendar; undefined for any other. */
export function exactUnit([start, end]: Span, calendar: CalendarName, speech: Speech): string | undefined {
	if (end - start === 1) return dayWords(start, speech);
	const { year, month, day } = civilIn(calendar, start);
	if (day !== 1) return undefined;
	if (end === dayIn(calendar, { year, month: month + 1, day: 1 })) return formatMonth({ year, month }, monthOptions(calendar, speech));
	return month === 1 && end === dayIn(calendar, { year: year + 1, month: 1, day: 1 }) ? yearWords(year, calendar, speech) : undefined;
}

/** Whether a span begins and ends with whole months of the calendar. */
export function isWholeMonths([start, end]: Span, calendar: CalendarName): boolean {
	return civilIn(calendar, start).day === 1 && civilIn(calendar, end).day === 1;
}

/** "4–5 December 2025", "29 November – 3 December 2025": from one day to another, both included. */
export function dayRange(first: number, last: number, speech: Speech): string {
	const calendar = calendarOf([first, last], speech);
	const a = civilIn(calendar, first);
	const b = civilIn(calendar, last);
	const { language, t } = speech;
	if (first === last) return dayWords(first, speech);
	const options = { ...speech, calendar, style: speech.style === 'short' ? ('short' as const) : ('medium' as const) };
	const to = formatDay(last, options);
	if (a.year !== b.year) return t('dates.from-to', { from: formatDay(first, options), to });
	if (a.month !== b.month) return t('dates.from-to', { from: dayAndMonth(a, calendar, speech), to });
	const key = last - first === 1 ? 'dates.day-pair' : 'dates.tight-range';
	const days = t(key, { from: formatDigits(a.day, language), to: formatDigits(b.day, language) });
	return `${days} ${formatMonth(a, { ...monthOptions(calendar, speech), form: 'genitive' })}`;
}

/** "between 1 January and 31 December 2026", both days included. */
export function betweenDays(first: number, last: number, speech: Speech): string {
	const calendar = calendarOf([first, last], speech);
	const a = civilIn(calendar, first);
	const b = civilIn(calendar, last);
	const style = speech.style === 'short' ? 'short' : 'medium';
	if (first === last) return formatDay(first, { ...speech, calendar, style });
	const full = formatDay(first, { ...speech, calendar, style });
	const sameMonth = a.year === b.year && a.month === b.month;
	const from = sameMonth ? formatDigits(a.day, speech.language) : a.year === b.year ? dayAndMonth(a, calendar, speech) : full;
	return speech.t('dates.between', { from, to: formatDay(last, { ...speech, calendar, style }) });
}

/** "January – June 2025": the months that hold the first and the last day. */
export function monthRange([start, end]: Span, calendar: CalendarName, speech: Speech): string {
	const a = civilIn(calendar, start);
	const b = civilIn(calendar, end - 1);
	const options = monthOptions(calendar, speech);
	if (a.year === b.year && a.month === b.month) return formatMonth(a, options);
	const from =
		a.year === b.year ? monthName(calendar, a.month, speech.language, options.width, speech.form, speech.months) : formatMonth(a, options);
	return speech.t('dates.from-to', { from, to: formatMonth(b, options) });
}

export function monthOptions(calendar: CalendarName, { language, style, form, months }: Speech) {
	return { language, calendar, width: style, form, months };
}

function dayAndMonth({ month, day }: { month: number; day: number }, calendar: CalendarName, { language, style, months }: Speech): string {
	return `${formatDigits(day, language)} ${monthName(calendar, month, language, style, 'genitive', months)}`;
}
