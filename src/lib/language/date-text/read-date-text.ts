import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { fold } from '../fold.ts';
import type { CalendarName, Language } from '../locales.ts';
import { TermCursor } from './cursor.ts';
import { completed, type Context, type DayOrder, type Parts } from './parts.ts';
import { sideText, withinText } from './point.ts';
import { DateTextError, type DateChoice, type DateReading, type DateTextOptions, type DateTextResult } from './reading.ts';
import type { Sentence } from './limits.ts';
import { readSentence } from './read-sentence.ts';
import { termsOf, type Figure, type Term } from './terms.ts';

const LONGEST = 300;
const PERSIAN_FIGURES = /[\u06F0-\u06F9]/;
/** Years that EDTF takes as Gregorian and a reader may mean in another calendar. */
const SHARED_YEAR = /^(?:1[2-4]\d\d|1500)$/;
const SIMPLE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T\d\d:\d\d)?([~?%]?)$/;
/** The years in an EDTF text: four figures at the beginning of a date. */
const YEARS = /(?:^|[/,[{.~?%])(\d{3}[\dX])(?=[-~?%T/,\]}.]|$)/g;

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
	if (result.code === 'which-calendar')
		return {
			...result,
			choices: choicesIn(
				text,
				CALENDARS.map((calendar) => ({ ...options, calendar }))
			)
		};
	if (result.code === 'which-day') {
		const choices = choicesIn(
			text,
			NTHS.map((nth) => ({ ...options, nth }))
		);
		return choices.length > 0 ? { ...result, choices } : result;
	}
	if (result.code !== 'ambiguous-order') return result;
	const several = !options.calendar && result.choices.some(({ calendar }) => calendar !== 'gregorian');
	const asked = several ? CALENDARS.map((calendar) => ({ ...options, calendar })) : [options];
	const choices = choicesIn(
		text,
		asked.flatMap((each) => ORDERS.map((order) => ({ ...each, order })))
	);
	return choices.length > 0 ? { ...result, choices } : result;
}

const CALENDARS = ['persian', 'islamic', 'gregorian'] as const;
/** More days than these no name has in one year. */
const NTHS = [0, 1, 2, 3];
const ORDERS = ['day first', 'month first'] as const;

/** What the text says each way it is tried, each answer once: a question without a choice is none. */
function choicesIn(text: string, tries: readonly Tried[]): DateChoice[] {
	const found = tries.flatMap((options): DateChoice[] => {
		const result = readOnce(text, options);
		if (!result.ok && result.code === 'which-day' && options.nth === undefined)
			return choicesIn(
				text,
				NTHS.map((nth) => ({ ...options, nth }))
			);
		return result.ok ? [{ edtf: result.edtf, calendar: result.calendar }] : [];
	});
	return found.filter((each, at) => found.findIndex(({ edtf, calendar }) => edtf === each.edtf && calendar === each.calendar) === at);
}

type Tried = DateTextOptions & { readonly order?: DayOrder; readonly nth?: number };

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

function contextOf(text: string, terms: readonly Term[], { said, calendar, language, order, nth }: Tried): Context {
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
		nth
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

/** A text that is EDTF already; years that another calendar shares are asked about, as in any text. */
function readEdtf(text: string, context: Context): Sentence | null {
	const asTyped = edtfText(text);
	const typed = parseEdtf(asTyped).ok ? asTyped : asTyped.toUpperCase();
	const parsed = parseEdtf(typed);
	// Two dates of one calendar the wrong way round are no date told twice.
	if (!parsed.ok && parsed.code === 'interval-order' && isDates(typed)) {
		throw new DateTextError('wrong-order', text.indexOf('/') + 1, 'an end that is not before the start');
	}
	if (!parsed.ok) return null;
	const shared = [...typed.matchAll(YEARS)].some(([, year = '']) => SHARED_YEAR.test(year.replace('X', '0')));
	if (shared && !context.calendar) {
		throw new DateTextError('which-calendar', 0, 'a calendar: SH, AH or CE after the year', edtfChoices(typed, context));
	}
	const calendar = context.calendar ?? 'gregorian';
	if (!shared || calendar === 'gregorian') return { edtf: typed, calendar: 'gregorian', rule: 'as written', flags: [] };
	const other = edtfIn(typed, calendar, context);
	if (!other) throw new DateTextError('unreadable', 0, 'single dates or an interval of them, or their Gregorian days');
	return other;
}

function isDates(typed: string): boolean {
	const sides = typed.split('/').map((side) => SIMPLE.exec(side));
	return sides.length === 2 && sides.every((side) => side !== null && !SHARED_YEAR.test(side[1] ?? ''));
}

/** Digits in ASCII; direction marks gone, and blanks at the ends and beside the signs between dates. */
function edtfText(text: string): string {
	return text
		.replace(/\p{Cf}/gu, '')
		.trim()
		.replace(/\s*(\/|,|\.\.)\s*/gu, '$1')
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, fold)
		.replace(/[\u2010-\u2013]/gu, '-');
}

function edtfChoices(typed: string, context: Context): DateChoice[] {
	return (['persian', 'islamic', 'gregorian'] as const).flatMap((calendar) => {
		try {
			const edtf = calendar === 'gregorian' ? typed : edtfIn(typed, calendar, context)?.edtf;
			return edtf ? [{ edtf, calendar }] : [];
		} catch (error) {
			if (error instanceof DateTextError) return [];
			throw error;
		}
	});
}

/** The figures of an EDTF text meant in another calendar; null where it holds more than plain dates. */
function edtfIn(typed: string, calendar: CalendarName, context: Context): Sentence | null {
	if (typed.includes('T') && typed.includes('/')) return null;
	const sides = typed.split('/').map((side) => {
		if (side === '' || side === '..') return side;
		const match = SIMPLE.exec(side);
		if (!match) return null;
		const [, year, month, day, time, sign] = match;
		const figure = (digits: string): Figure => ({ value: Number(digits), digits: digits.length, at: 0 });
		const parts: Parts = { at: 0, forced: calendar };
		if (year) parts.year = figure(year);
		if (month) parts.monthFigure = figure(month);
		if (day) parts.day = figure(day);
		const point = { ...completed(parts, context), approximate: sign === '~' || sign === '%', uncertain: sign === '?' || sign === '%' };
		return time ? { ...point, time } : point;
	});
	const [start, end] = sides;
	if (start === null || start === undefined || end === null) return null;
	if (end === undefined) return typeof start === 'string' ? null : { edtf: withinText(start), calendar, rule: start.rule, flags: [] };
	const edtf = `${typeof start === 'string' ? start : sideText(start, 'start')}/${typeof end === 'string' ? end : sideText(end, 'end')}`;
	return { edtf, calendar, rule: 'span of another calendar', flags: [] };
}

/** Where a text was meant as EDTF (it has nothing but its signs), its parser knows better what is wrong. */
function edtfProblem(text: string, error: DateTextError): DateTextResult | null {
	const typed = edtfText(text);
	const signs = /^[-0-9XYESTZ?~%./:,[\]{}+]+$/.test(typed) && /[XYESTZ[\]{}%]/.test(typed);
	if (!signs || error.choices.length > 0) return null;
	const parsed = parseEdtf(typed);
	if (parsed.ok) return null;
	const position = Math.min(text.length, parsed.position + (text.length - text.trimStart().length));
	return {
		ok: false,
		code: parsed.position >= typed.length ? 'unfinished' : 'unreadable',
		position,
		expected: parsed.expected,
		choices: []
	};
}
