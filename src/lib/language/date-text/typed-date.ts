import { isoOf } from '#lib/temporal/epoch-day.ts';
import type { CalendarName, Language } from '../locales.ts';
import { readDateText } from './read-date-text.ts';
import type { DateTextResult } from './reading.ts';
import { countsFromSaid, readDateTextSaid } from './said.ts';

/** What is typed into the field of a date. */
export interface Typed {
	readonly text: string;
	/** The day the words were said, as typed; null: nothing is typed there, they are said today. */
	readonly saidOn: string | null;
	/** The calendar of years whose words do not tell it. */
	readonly calendar?: CalendarName | undefined;
}

export interface TypedReading {
	/** null: nothing is typed, or the day said is not understood. */
	readonly date: DateTextResult | null;
	/** How the day said is understood; null: the words stand by themselves. */
	readonly said: DateTextResult | null;
}

/**
 * A typed date with the day it was said on, which is typed as well and matters to relative words only ("by next year").
 * @param today epoch day
 */
export function readTypedDate(
	{ text, saidOn, calendar }: Typed,
	{ today, language }: { readonly today: number | undefined; readonly language: Language }
): TypedReading {
	if (text.trim() === '') return { date: null, said: null };
	const options = { language, ...(calendar && { calendar }) };
	const without = readDateText(text, options);
	if (today === undefined || !countsFromSaid(without)) return { date: without, said: null };
	const said = readDateText(saidOn ?? isoOf(today), { language, said: today });
	return { date: said.ok ? readDateTextSaid(text, said.edtf, options) : null, said };
}
