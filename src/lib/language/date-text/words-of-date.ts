import { describeDoubt } from '../describe-date.ts';
import { LOCALES, type CalendarName, type Language } from '../locales.ts';
import { stripBidi } from '../bidi.ts';
import type { MonthNames } from '../month-names.ts';
import type { Translate } from '../translate.ts';

/** A date as a sentence tells it, doubt and all, in the calendar asked for or the language's own; without direction marks. */
export function wordsOfDate(
	edtf: string,
	language: Language,
	t: Translate,
	calendar: CalendarName = LOCALES[language].calendar,
	months?: MonthNames
): string {
	return stripBidi(describeDoubt(edtf, { language, calendar, months, t }));
}
