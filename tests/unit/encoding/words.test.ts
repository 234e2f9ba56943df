import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/lib/columns/row.ts';
import { dateWords, detailOf, sentenceOf } from '../../../src/lib/encoding/describe-row.ts';
import { LANGUAGES } from '../../../src/lib/language/locales.ts';
import { dayOf } from '../../../src/lib/temporal/epoch-day.ts';
import { deskOf, readerOf } from '../tables/desk.ts';

const en = await readerOf('en');
const SESSION: Partial<Row> = {
	id: 'next',
	kind: 'event',
	subkind: 'event:session',
	status: 'event:planned',
	planned: true,
	date: { edtf: '2026', words: { en: 'by next year', ru: 'к следующему году' } },
	place: { en: 'Tehran', ru: 'Тегеран' },
	sources: ['one']
};
const DIFFERING: Partial<Row> = {
	id: 'contracts',
	subkind: 'agreement:contract',
	status: 'agreement:contract',
	date: { edtf: '2025-12-05' },
	conflicts: 1,
	sources: ['one', 'two'],
	quantities: [
		{ what: 'signed', label: { en: 'Signed' }, amount: { min: 5, max: 5 }, words: null, conflict: false },
		{ what: 'concluded', label: { en: 'Contracts concluded' }, amount: { min: 6, max: null }, words: null, conflict: true }
	]
};

describe('the sentence of a mark', () => {
	test('tells kind, state, date with the words it was given in, place and sources', () => {
		expect(sentenceOf(deskOf(SESSION), 0, en)).toBe('Event, Planned, 2026, in the words “by next year”, Tehran, 1 source');
	});

	test('says that nothing was reported once the last day has passed, and no longer that it is planned', () => {
		const sentence = sentenceOf(deskOf(SESSION), 0, { ...en, today: dayOf(2027, 1, 1) });
		expect(sentence).toContain('not reported');
		expect(sentence.toLowerCase()).not.toContain('planned');
	});

	test('says on how many points sources differ', () => {
		expect(sentenceOf(deskOf(DIFFERING), 0, en)).toBe('Agreement, Contract, Friday, 5 December 2025, sources differ on 1 point, 2 sources');
	});

	test('says that there is no date, where there is none or one that says nothing', () => {
		for (const date of [null, { edtf: 'XXXX' }])
			expect(sentenceOf(deskOf({ kind: 'event', date }), 0, en)).toBe('Event, not dated, no outside source');
	});

	test('speaks each language in its own calendar', async () => {
		const sentences = await Promise.all(LANGUAGES.map(async (language) => sentenceOf(deskOf(DIFFERING), 0, await readerOf(language))));
		expect(new Set(sentences).size).toBe(LANGUAGES.length);
		expect(sentences[LANGUAGES.indexOf('fa')]).toContain('۱۴ آذر ۱۴۰۴');
		expect(sentences[LANGUAGES.indexOf('ru')]).toContain('5 декабря 2025');
	});

	test("names months as the reader's country does", async () => {
		const [ar, fa] = [await readerOf('ar'), await readerOf('fa')];
		const set = deskOf(DIFFERING);
		expect(sentenceOf(set, 0, { ...ar, months: 'levant' })).toContain('5 كانون الأول 2025');
		expect(sentenceOf(set, 0, { ...ar, months: 'morocco' })).toContain('5 دجنبر 2025');
		expect(sentenceOf(set, 0, { ...fa, months: 'afghan' })).toContain('۱۴ قوس ۱۴۰۴');
		expect(sentenceOf(set, 0, { ...ar, months: 'afghan' })).toBe(sentenceOf(set, 0, ar));
	});
});

describe('what stands beside a name', () => {
	test('is place and date of what was held, place and plan of what was not', () => {
		expect(detailOf(deskOf({ kind: 'event', date: { edtf: '2025-12-05' }, place: { en: 'Moscow' } }), 0, en)).toBe('Moscow, 5 Dec 2025');
		expect(detailOf(deskOf(SESSION), 0, en)).toBe('Tehran, planned');
		expect(detailOf(deskOf({ planned: true, date: { edtf: '2026' } }), 0, en)).toBe('proposed');
	});

	test('is that sources differ, before all else', () => {
		expect(detailOf(deskOf(DIFFERING), 0, en)).toBe('sources differ');
		expect(detailOf(deskOf({ ...SESSION, conflicts: 2 }), 0, en)).toBe('sources differ');
	});

	test('is that it is a follow-up, so that a flag is not taken for an event', () => {
		expect(detailOf(deskOf({ kind: 'follow-up', planned: true, date: { edtf: '2026' } }), 0, en)).toBe('follow-up');
	});

	test('is nothing where nothing is known', () => {
		expect(detailOf(deskOf({ kind: 'event' }), 0, en)).toBe('');
		expect(dateWords(deskOf({ kind: 'event', date: { edtf: 'XXXX' } }), 0, en, 'long')).toBeNull();
	});
});
