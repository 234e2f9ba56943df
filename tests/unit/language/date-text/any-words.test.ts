import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripBidi } from '#lib/language/bidi.ts';
import { describeDate, describeDoubt } from '#lib/language/describe-date.ts';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { LANGUAGES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { messages as ar } from '#lib/language/messages/ar.ts';
import { messages as en } from '#lib/language/messages/en.ts';
import { messages as fa } from '#lib/language/messages/fa.ts';
import { messages as ru } from '#lib/language/messages/ru.ts';
import { createTranslate } from '#lib/language/translate.ts';
import { civilIn } from '#lib/temporal/calendars.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { dayOf, isoOf } from '#lib/temporal/epoch-day.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';

const SEED = 1404;
const MESSAGES = { ar, en, fa, ru };
const CALENDARS: readonly CalendarName[] = ['gregorian', 'persian', 'islamic'];
type Style = 'doubt' | 'long' | 'short';

function wordsOf(text: string, language: Language, calendar: CalendarName, style: Style): string {
	const options = { language, calendar, t: createTranslate(language, MESSAGES[language]) };
	return stripBidi(style === 'doubt' ? describeDoubt(text, options) : describeDate(text, { ...options, style }));
}

/** What the words are read as; null: not at all. */
function readBack(text: string, language: Language, calendar: CalendarName, style: Style): string | null {
	const result = readDateText(wordsOf(text, language, calendar, style), { language, calendar });
	return result.ok ? result.edtf : null;
}

const day = fc.integer({ min: dayOf(1901, 1, 1), max: dayOf(2076, 1, 1) }).map(isoOf);
const month = day.map((text) => text.slice(0, 7));
const year = day.map((text) => text.slice(0, 4));
const unit = fc.oneof(day, month, year);
const sign = fc.constantFrom('~', '?', '%');
const pair = (each: fc.Arbitrary<string>, joint: string) =>
	fc
		.tuple(each, each)
		.filter(([a, b]) => a < b)
		.map((both) => both.join(joint));
/** All codes but the southern seasons, which nobody types. */
const season = fc.tuple(
	year,
	fc.constantFrom(...[21, 22, 23, 24, 25, 26, 27, 28, 33, 34, 35, 36, 37, 38, 39, 40, 41].map((code) => `-${code}`))
);
const decade = year.map((text) => `${text.slice(0, 3)}X`).filter((text) => !text.endsWith('0X'));
const clock = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map((parts) => `T${parts.map((part) => String(part).padStart(2, '0')).join(':')}`);
const joined = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((each) => each.join(''));
const around = (open: string, inner: fc.Arbitrary<string>, close: string) => inner.map((text) => `${open}${text}${close}`);

/** What comes back in every language, calendar and style. */
const ALWAYS: Readonly<Record<string, fc.Arbitrary<string>>> = {
	'a day': day,
	'a day and time': joined(day, clock),
	'a day in doubt': joined(day, sign),
	'from day to day': pair(day, '/'),
	'since a day': around('', day, '/..'),
	'a day and no known end': around('', day, '/'),
	'an end on a day': around('/', day, ''),
	'some day between two': around('[', pair(day, '..'), ']'),
	'a day or later': around('[', day, '..]'),
	'a day or earlier': around('[..', day, ']'),
	'one of two days': around('[', pair(day, ','), ']'),
	'one of three days': around('[', fc.tuple(day, day, day).map(String), ']')
};

/** What comes back where it is told in long words: the short ones of another calendar give the months around it only. */
const IN_FULL: Readonly<Record<string, fc.Arbitrary<string>>> = {
	'a month, a year, a decade': fc.oneof(month, year, decade),
	'a season, quarter, third or half': season.map((parts) => parts.join('')),
	'any of these in doubt': fc.oneof(
		joined(month, sign),
		joined(year, sign),
		joined(
			season.map((parts) => parts.join('')),
			sign
		)
	),
	'from month to month, from year to year': fc.oneof(pair(month, '/'), pair(year, '/')),
	'both ends in doubt': fc
		.tuple(joined(month, sign), joined(month, sign))
		.map((both) => both.join('/'))
		.filter((text) => parseEdtf(text).ok),
	'since it': around('', unit, '/..'),
	'no known end': around('', unit, '/'),
	'some time between two': fc.oneof(around('[', pair(month, '..'), ']'), around('[', pair(year, '..'), ']')),
	'it or later, it or earlier': fc.oneof(around('[', unit, '..]'), around('[..', unit, ']')),
	'one of several, all of two': fc.oneof(
		around('[', fc.tuple(year, year, year).map(String), ']'),
		around('[', pair(month, ','), ']'),
		around('{', pair(fc.oneof(day), ','), '}'),
		around('{', pair(month, ','), '}')
	)
};

/** Now and then three months of the moon are a season to the day, and are told as the months they are. */
function isSeasonOfMoon(text: string, calendar: CalendarName): boolean {
	const { earliestStart, latestEnd } = edgesOf(text);
	return (
		calendar === 'islamic' && /-[2-4]\d[~?%]?$/.test(text) && [earliestStart, latestEnd].every((at) => civilIn(calendar, at).day === 1)
	);
}

function comesBack(arbitrary: fc.Arbitrary<string>, styles: readonly Style[]): void {
	const reader = fc.tuple(fc.constantFrom(...LANGUAGES), fc.constantFrom(...CALENDARS), fc.constantFrom(...styles));
	fc.assert(
		fc.property(arbitrary, reader, (text, [language, calendar, style]) => {
			fc.pre(!isSeasonOfMoon(text, calendar));
			const back = readBack(text, language, calendar, style);
			const told = `${text} as “${wordsOf(text, language, calendar, style)}” (${language}, ${calendar}, ${style})`;
			expect(back === null ? null : edgesOf(back), told).toEqual(edgesOf(text));
		}),
		{ seed: SEED, numRuns: 300 }
	);
}

describe('words of any date, in four languages and three calendars, are read back to its edges:', () => {
	test.each(Object.entries(ALWAYS))('%s, long and short', (_, arbitrary) => {
		comesBack(arbitrary, ['doubt', 'long', 'short']);
	});
	test.each(Object.entries(IN_FULL))('%s, in full', (_, arbitrary) => {
		comesBack(arbitrary, ['doubt', 'long']);
	});
	test.each(Object.entries(IN_FULL))('%s, short too where the calendar is its own', (_, arbitrary) => {
		fc.assert(
			fc.property(arbitrary, fc.constantFrom(...LANGUAGES), (text, language) => {
				const back = readBack(text, language, 'gregorian', 'short');
				expect(back === null ? null : edgesOf(back)).toEqual(edgesOf(text));
			}),
			{ seed: SEED, numRuns: 200 }
		);
	});
});

/** Words that two dates share, or that tell less than the date: what they are read as instead. */
describe('words that do not come back, and why:', () => {
	test.each([
		['a month in short words of another calendar is the months around it', '2025-12', 'fa', 'persian', 'short', '2025-11-22/2026-01-20'],
		['“the 1900s” in English may be the decade or the century, and is asked about', '190X', 'en', 'gregorian', 'long', null],
		['a century is told by its first and last year', '19XX', 'ru', 'gregorian', 'long', '1900/1999'],
		['“until” is “by” in Persian', '../2052', 'fa', 'gregorian', 'long', '[..2052]'],
		['“until” is “by” in Russian', '../2052', 'ru', 'gregorian', 'long', '[..2052]'],
		['an end within its own start is told as between', '1970-01/1970-01-08', 'en', 'persian', 'long', '[1970-01-01..1970-01-08]'],
		[
			'three months of the moon that are a season to the day are told as months',
			'1902-28~',
			'en',
			'islamic',
			'doubt',
			'1902-12-01~/1903-02-28'
		],
		['southern seasons are not read', '1941-30', 'en', 'gregorian', 'long', null]
	] as const)('%s', (_, text, language, calendar, style, expected) => {
		expect(readBack(text, language, calendar, style)).toBe(expected);
	});
});
