import { json } from '@sveltejs/kit';
import { LANGUAGES, isLanguage, type Language } from '#lib/language/locales.ts';
import { wordsOfDate } from '#lib/language/date-text/words-of-date.ts';
import { readDateTextSaid } from '#lib/language/date-text/said.ts';
import { edgesAnswer } from '#lib/server/records/flat-record.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { translatorOf } from '../../../parts/translator.ts';
import { LONGEST_QUESTION, badParameter, tooLong, unknownParameter } from '../../answers.ts';

const CALENDARS = ['gregorian', 'persian', 'islamic'] as const;

/**
 * How a date as people type or say it is understood: its EDTF, edges (inclusive days), words in the four languages, the
 * calendar it was said in and the rule. What is not understood is answered with a code, a position and what was
 * expected; what can be understood in several ways, with the choices.
 */
export async function GET({ url }) {
	const unknown = unknownParameter(url.searchParams, ['text', 'said', 'calendar', 'lang']);
	if (unknown) return unknown;
	const text = url.searchParams.get('text') ?? '';
	if (text.length > LONGEST_QUESTION) return tooLong('text', text);
	const said = url.searchParams.get('said');
	if (said !== null && !parseEdtf(said).ok) return badParameter('said', said, 'Should be a day such as 2025-12-05, or another EDTF date.');
	const calendarName = url.searchParams.get('calendar');
	const calendar = CALENDARS.find((name) => name === calendarName);
	if (calendarName !== null && !calendar) return badParameter('calendar', calendarName, `Should be one of ${CALENDARS.join(', ')}.`);
	const lang = url.searchParams.get('lang');
	if (lang !== null && !isLanguage(lang)) return badParameter('lang', lang, `Should be one of ${LANGUAGES.join(', ')}.`);
	const options = { ...(calendar && { calendar }), ...(lang !== null && { language: lang }) };
	const reading = readDateTextSaid(text, said ?? undefined, options);
	if (!reading.ok) {
		const { code, position, expected, choices } = reading;
		const message =
			choices.length > 0
				? `The date can be read in ${choices.length} ways; expected at character ${position + 1}: ${expected}.`
				: `The date cannot be read at character ${position + 1}: expected ${expected}.`;
		return json({ error: { code, message, parameter: 'text', value: text, position, expected, choices } }, { status: 400 });
	}
	const { edtf, rule, flags, said: saidOn } = reading;
	return json({
		edtf,
		edges: edgesAnswer(edtf),
		words: await inAllLanguages(edtf),
		calendar: reading.calendar,
		rule,
		flags,
		...(saidOn !== undefined && { said: saidOn })
	});
}

/** Each language in the calendar its readers are used to. */
async function inAllLanguages(edtf: string): Promise<Record<Language, string>> {
	const told = await Promise.all(LANGUAGES.map(async (language) => [language, wordsOfDate(edtf, language, await translatorOf(language))]));
	return Object.fromEntries(told) as Record<Language, string>;
}
