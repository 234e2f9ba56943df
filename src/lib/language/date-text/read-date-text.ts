import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import type { Language } from '../locales.ts';
import { TermCursor } from './cursor.ts';
import type { Context, DayOrder } from './parts.ts';
import {
	DateTextError,
	type DateChoice,
	type DateReading,
	type DateTextOptions,
	type DateTextProblem,
	type DateTextResult
} from './reading.ts';
import type { Sentence } from './limits.ts';
import { edtfProblem, readEdtf } from './read-edtf.ts';
import { readSentence } from './read-sentence.ts';
import { termsOf, type Term } from './terms.ts';

const LONGEST = 300;
const PERSIAN_FIGURES = /[\u06F0-\u06F9]/;

/**
 * A date as people type or say it, in any of the four languages and three calendars, or in EDTF.
 *
 * Nothing is guessed in silence: an order of day and month that could be either, and a year that could be of several
 * calendars, come back as a problem with its choices; phrases such as "next year" need the day they were said on. What
 * contradicts itself (a weekday, a second calendar) is kept as stated and flagged. Pure: neither clock nor zone.
 */
export function readDateText(text: string, options: DateTextOptions = {}): DateTextResult {
	const result = readOnce(text, options);
	if (result.ok) return result;
	// What is to choose between is the whole text each way, not the one date in it that leaves it open.
	const choices = choicesIn(text, triesFor(result, options));
	return choices.length > 0 || result.code === 'which-calendar' ? { ...result, choices } : result;
}

const CALENDARS = ['persian', 'islamic', 'gregorian'] as const;
/** More days than these no name has in one year, and no two figures more years. */
const NTHS = [0, 1, 2, 3];
const ORDERS = ['year first', 'day first', 'month first'] as const;

/** The ways in which a text can be tried that leaves something open; none where that was tried already. */
function triesFor({ code, choices }: DateTextProblem, options: Tried): readonly Tried[] {
	if (code === 'which-calendar' && !options.calendar) return CALENDARS.map((calendar) => ({ ...options, calendar }));
	if (code === 'which-day' && options.nth === undefined) return NTHS.map((nth) => ({ ...options, nth }));
	if (code === 'short-year' && options.century === undefined) return NTHS.map((century) => ({ ...options, century }));
	if (code !== 'ambiguous-order' || options.order) return [];
	const calendars = CALENDARS.filter((each) => choices.some(({ calendar }) => calendar === each));
	const isOpen = !options.calendar && calendars.some((calendar) => calendar !== 'gregorian');
	const asked = isOpen ? calendars.map((calendar) => ({ ...options, calendar })) : [options];
	return asked.flatMap((each) => ORDERS.map((order) => ({ ...each, order })));
}

/** What the text says each way it is tried, each answer once: a question without a choice is none. */
function choicesIn(text: string, tries: readonly Tried[]): DateChoice[] {
	const found = tries.flatMap((options): DateChoice[] => {
		const result = readOnce(text, options);
		return result.ok ? [{ edtf: result.edtf, calendar: result.calendar }] : choicesIn(text, triesFor(result, options));
	});
	return found.filter((each, at) => found.findIndex(({ edtf, calendar }) => edtf === each.edtf && calendar === each.calendar) === at);
}

type Tried = DateTextOptions & { readonly order?: DayOrder; readonly nth?: number; readonly century?: number };

function readOnce(text: string, options: Tried): DateTextResult {
	try {
		if (!text.trim()) throw new DateTextError('empty', 0, 'a date');
		if (text.length > LONGEST) throw new DateTextError('too-long', LONGEST, `at most ${LONGEST} characters`);
		const terms = termsOf(text);
		const context = contextOf(text, terms, options);
		return finished(readEdtf(text, context) ?? readSentence(new TermCursor(terms, text.trimEnd().length), context));
	} catch (error) {
		if (!(error instanceof DateTextError)) throw error;
		return (
			edtfProblem(text, error) ?? {
				ok: false,
				code: error.code,
				position: error.position,
				expected: error.expected,
				choices: error.choices
			}
		);
	}
}

function finished({ edtf, calendar, rule, flags }: Sentence): DateReading {
	const parsed = parseEdtf(edtf);
	if (!parsed.ok) throw new DateTextError('wrong-order', 0, 'an end that is not before the start');
	return { ok: true, edtf, edges: edgesOf(edtf), calendar, rule, flags };
}

function contextOf(text: string, terms: readonly Term[], { said, calendar, language, order, nth, century }: Tried): Context {
	const spoken = languageOf(terms, text, language);
	return {
		said: (position) => {
			if (said === undefined) throw new DateTextError('needs-said', position, 'the day on which this was said');
			return Math.floor(said);
		},
		hasSaid: said !== undefined,
		calendar,
		// Persian readers count years and months in their own calendar; the answer says so.
		counting: calendar ?? (spoken === 'fa' ? 'persian' : 'gregorian'),
		language: spoken,
		order,
		nth,
		century
	};
}

/** The language in which the most words are known; the given one where no other has more of them. */
function languageOf(terms: readonly Term[], text: string, given?: Language): Language {
	const counts: Record<Language, number> = { en: 0, ar: 0, fa: 0, ru: 0 };
	for (const { languages = [] } of terms) for (const language of languages) counts[language] += 1 / languages.length;
	// Figures alone tell by their shape whose they are.
	if (!given && PERSIAN_FIGURES.test(text)) counts.fa += 0.5;
	if (given && Object.values(counts).every((count) => count <= counts[given])) return given;
	return (Object.entries(counts) as [Language, number][]).reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
