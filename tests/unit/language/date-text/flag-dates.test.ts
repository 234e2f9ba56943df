import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateClaim } from '#lib/domain/validate-claim.ts';
import { extentFor } from '#lib/language/date-text/extent-for.ts';
import { dateFlags, withDateFlags, type SaidDate } from '#lib/language/date-text/flag-dates.ts';
import { flagWords, ruleWords } from '#lib/language/date-text/rule-words.ts';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { readDateTextSaid } from '#lib/language/date-text/said.ts';
import { DATE_RULES } from '#lib/language/date-text/reading.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import { messages as ar } from '#lib/language/messages/ar.ts';
import { messages as en } from '#lib/language/messages/en.ts';
import { messages as fa } from '#lib/language/messages/fa.ts';
import { messages as ru } from '#lib/language/messages/ru.ts';
import { createTranslate } from '#lib/language/translate.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';

const CATALOGUES = { en, ar, fa, ru };
const t = createTranslate('en', en);

describe('a day said that is known vaguely', () => {
	const edtf = (text: string, said: string | undefined) => {
		const result = readDateTextSaid(text, said);
		return result.ok ? result.edtf : result.code;
	};

	test('is enough where every day of it gives the same date', () => {
		expect(edtf('by next year', '2025-12~')).toBe('2026');
		expect(edtf('last January', '2025-12~')).toBe('2025-01');
		expect(edtf('5 December 2025', '20XX')).toBe('2025-12-05');
	});

	test('is enough exactly where a reading for each of its days gives one date', () => {
		const phrases = [
			'by next year',
			'last January',
			'next month',
			'Friday',
			'March',
			'at the end of the year',
			'in two weeks',
			'next spring',
			'by the end of 2026'
		];
		for (const text of phrases) {
			for (const [said, first, days] of [
				['2025-12', dayOf(2025, 12, 1), 31],
				['[2026-02-10..2026-02-12]', dayOf(2026, 2, 10), 3]
			] as const) {
				const each = new Set(Array.from({ length: days }, (_, n) => JSON.stringify(readDateText(text, { said: first + n }))));
				const result = readDateTextSaid(text, said);
				const alone = readDateText(text);
				expect(result, `${text} in ${said}`).toEqual(
					each.size === 1
						? { ...JSON.parse([...each][0]!), said }
						: alone.ok
							? alone
							: { ...alone, code: 'said-too-vague', expected: expect.any(String) }
				);
			}
		}
	});

	test('is too vague where they differ, and where it is longer than a month', () => {
		expect(edtf('on Friday', '2025-12~')).toBe('said-too-vague');
		expect(edtf('by next year', '2025')).toBe('said-too-vague');
		expect(edtf('by next year', undefined)).toBe('needs-said');
	});
});

describe('dates of claims', () => {
	test('are flagged for a weekday or a second calendar that is another day', () => {
		expect(dateFlags({ edtf: '2025-12-06', words: { en: 'Friday, 6 December 2025' } })).toEqual([
			{ code: 'weekday-differs', weekday: 5, languages: ['en'] }
		]);
		expect(dateFlags({ edtf: '2025-12-05', words: { fa: '۱۴ آذر ۱۴۰۴ (۶ دسامبر ۲۰۲۵)' } })).toEqual([
			{ code: 'calendars-differ', edtf: '2025-12-06', languages: ['fa'] }
		]);
	});

	test('that are the second of two days told are flagged with the first', () => {
		expect(dateFlags({ edtf: '2025-02-20', words: { fa: '۳ اسفند ۱۴۰۳ برابر با ۲۰ فوریه ۲۰۲۵' } })).toEqual([
			{ code: 'calendars-differ', edtf: '2025-02-21', languages: ['fa'] }
		]);
	});

	test('are flagged when their words name a date that cannot be theirs', () => {
		expect(dateFlags({ edtf: '2025-12-05', words: { fa: '۱۵ آذر ۱۴۰۴' } })).toEqual([
			{ code: 'words-differ', edtf: '2025-12-06', languages: ['fa'] }
		]);
		expect(dateFlags({ edtf: '2025-12-05', words: { en: 'December 2025' } })).toEqual([]);
		expect(dateFlags({ edtf: '2025-12-05', words: { en: 'on the day of the meeting' } })).toEqual([]);
	});

	test('say each contradiction once, in however many languages it stands', () => {
		const words = { en: 'Friday, 6 December 2025', ru: 'пятница, 6 декабря 2025' };
		expect(dateFlags({ edtf: '2025-12-06', words })).toEqual([{ code: 'weekday-differs', weekday: 5, languages: ['en', 'ru'] }]);
	});

	test('are found at any depth; a value without contradictions stays the same object', () => {
		const wrong = { edtf: '2025-12-06', words: { en: 'Friday, 6 December 2025' } };
		const right = { stages: [{ stage: 'signed', date: { edtf: '2025-12-05', words: { en: 'Friday, 5 December 2025' } } }] };
		expect(withDateFlags(right)).toBe(right);
		expect(withDateFlags({ stages: [{ stage: 'signed', date: wrong }] })).toEqual({
			stages: [{ stage: 'signed', date: { ...wrong, flags: [{ code: 'weekday-differs', weekday: 5, languages: ['en'] }] } }]
		});
	});

	test('are kept as stated: a contradiction is no reason to refuse a claim', () => {
		const date = { edtf: '2025-12-06', words: { en: 'Friday, 6 December 2025' } };
		const claim = { record: 'r', kind: 'event', source: 's', fields: { date } };
		expect(validateClaim(claim)).toEqual({ claim });
	});

	test('tell in a sentence what is the matter', () => {
		const reader = { language: 'en', calendar: 'gregorian', t } as const;
		expect(flagWords({ code: 'weekday-differs', weekday: 5 }, '2025-12-06', reader)).toBe(
			'The words say Friday; 6 Dec 2025 is a Saturday.'
		);
		expect(flagWords({ code: 'calendars-differ', edtf: '2025-12-06' }, '2025-12-05', reader)).toBe(
			'The words also say 6 Dec 2025; that is not 5 Dec 2025.'
		);
	});
});

describe('the sentence of a contradiction', () => {
	const sentences = (date: SaidDate, language: Language = 'en') =>
		dateFlags(date).map((flag) =>
			flagWords(flag, date.edtf, { language, calendar: 'gregorian', t: createTranslate(language, CATALOGUES[language]) })
		);

	test('says "also" only where the words say the stored date, or another one, too', () => {
		expect(sentences({ edtf: '2025-02-22', words: { en: '20 February 2025' } })).toEqual([
			'The words say 20 Feb 2025; that is not 22 Feb 2025.'
		]);
		expect(sentences({ edtf: '2025-02-22', words: { en: 'yesterday' }, said: '2025-02-21' })).toEqual([
			'The words say 20 Feb 2025; that is not 22 Feb 2025.'
		]);
		expect(sentences({ edtf: '2025-12-05', words: { en: '14 Azar 1404 (6 December 2025)' } })).toEqual([
			'The words also say 6 Dec 2025; that is not 5 Dec 2025.'
		]);
		expect(sentences({ edtf: '2025-12-01', words: { en: '14 Azar 1404 (6 December 2025)' } })).toEqual([
			'The words say 5 Dec 2025; that is not 1 Dec 2025.',
			'The words also say 6 Dec 2025; that is not 1 Dec 2025.'
		]);
	});

	test('says nothing of the weekday of a day that the words do not name', () => {
		expect(sentences({ edtf: '2025-12-05', words: { en: 'Friday, 6 December 2025' } })).toEqual([
			'The words say 6 Dec 2025; that is not 5 Dec 2025.'
		]);
	});

	test('names the language of words that are not the reader’s', () => {
		const date = { edtf: '2025-02-20', words: { en: '20 February 2025', ru: '21 февраля 2025' } };
		expect(sentences(date)).toEqual(['The Russian words say 21 Feb 2025; that is not 20 Feb 2025.']);
		expect(sentences(date, 'ru')[0]).toMatch(/^В словах названа дата 21/);
		expect(sentences(date, 'ar')[0]).toMatch(/^تذكر العبارة الروسية /);
		expect(sentences(date, 'fa')[0]).toMatch(/^در عبارت روسی /);
	});
});

test('every rule of a reading has words', () => {
	expect(DATE_RULES.filter((rule) => /undefined|^date-entry/.test(ruleWords(t, rule)))).toEqual([]);
});

/** What the seeds' articles say of dates, as they say it; these count from an event or from an article without a date. */
const OTHER_EVENTS = ['days of the visit', 'year of an undated report', 'that weekday', 'two days ending that day', 'end only'];

describe('the phrases of the seeds', () => {
	const phrases = ['events-facts', 'agreements-facts', 'follow-ups'].flatMap((name) =>
		readFileSync(`seeds/${name}.jsonl`, 'utf8')
			.split('\n')
			.filter(Boolean)
			.flatMap((line) => [...datesIn(JSON.parse(line).fields)])
	);

	test('are read as the dates the seeds hold, in all four languages, unless the day they were said is known too vaguely', () => {
		const wrong = phrases.flatMap(({ date, rule }) =>
			LANGUAGES.flatMap((language) => {
				const text = date.words?.[language];
				if (!text) return [];
				const result = readDateTextSaid(text, date.said, { language, ...(date.calendar && { calendar: date.calendar }) });
				if (result.ok ? result.edtf === date.edtf : OTHER_EVENTS.includes(rule) && result.code !== 'ambiguous-order') return [];
				return [`${text} (${date.said}): ${result.ok ? result.edtf : result.code} for ${date.edtf}`];
			})
		);
		expect(wrong).toEqual([]);
	});

	test('contradict nothing', () => {
		expect(phrases.flatMap(({ date }) => dateFlags(date))).toEqual([]);
	});
});

function* datesIn(value: unknown): Generator<{ date: SaidDate; rule: string }> {
	if (!value || typeof value !== 'object') return;
	if ('edtf' in value) yield { date: value as SaidDate, rule: (value as { rule?: string }).rule ?? '' };
	else for (const part of Object.values(value)) yield* datesIn(part);
}

describe('the extent shown for a date', () => {
	test('is its span, with room around a short one', () => {
		expect(extentFor(edgesOf('2026'))).toEqual({ start: dayOf(2026, 1, 1), end: dayOf(2027, 1, 1) });
		expect(extentFor(edgesOf('2025-12-05'))).toEqual({ start: dayOf(2025, 11, 28), end: dayOf(2025, 12, 13) });
	});

	test('shows a year of what is open, and nothing of what is not known', () => {
		expect(extentFor(edgesOf('2026/..'))).toEqual({ start: dayOf(2026, 1, 1), end: dayOf(2026, 1, 1) + 366 });
		expect(extentFor(edgesOf('XXXX'))).toBeNull();
	});
});
