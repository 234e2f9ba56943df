import type { Reader } from '#lib/encoding/reader.ts';
import { LOCALES, type CalendarName } from '#lib/language/locales.ts';
import { translatorOf } from './parts/translator.ts';

const CALENDARS: readonly string[] = ['gregorian', 'persian', 'islamic'] satisfies CalendarName[];

/** The reader of this page: one language's catalogue, its calendar unless the address asks for another, and today. */
export async function load({ data, url }) {
	const { language, today } = data;
	const t = await translatorOf(language);
	const asked = url.searchParams.get('cal')?.split(',')[0] ?? '';
	const calendar = CALENDARS.includes(asked) ? (asked as CalendarName) : LOCALES[language].calendar;
	const reader: Reader = { language, calendar, months: data.months, t, today, zone: data.zone };
	return { ...data, reader };
}
