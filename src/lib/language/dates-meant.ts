import { readDateText } from './date-text/read-date-text.ts';
import type { CalendarName, Language } from './locales.ts';

/** Longer questions are texts, not dates. */
const LONGEST = 60;

/** A date that the words of a question may mean. */
interface DateMeant {
	/** Gregorian. */
	readonly edtf: string;
	readonly calendar: CalendarName;
}

/**
 * The dates a whole question may mean: every reading of it, where an order or a calendar is left open, for a search shows them
 * all and decides nothing. Empty: it is no date.
 * @param today epoch day from which words such as "next month" count
 */
export function datesMeant(q: string, { today, language }: { readonly today: number; readonly language?: Language }): DateMeant[] {
	const text = q.trim();
	if (text === '' || text.length > LONGEST) return [];
	const result = readDateText(text, { said: today, ...(language ? { language } : {}) });
	if (result.ok) return [{ edtf: result.edtf, calendar: result.calendar }];
	return result.choices.map(({ edtf, calendar }) => ({ edtf, calendar }));
}
