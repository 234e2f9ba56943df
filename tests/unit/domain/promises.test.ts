import { describe, expect, test } from 'vitest';
import type { RecordedClaim } from '../../../src/lib/domain/claim.ts';
import { roughSpan, shiftRange } from '../../../src/lib/domain/date-shift.ts';
import { ledgerOfPromises } from '../../../src/lib/domain/promises.ts';
import { movedWords, rangeWords, silenceWords, wayOf } from '../../../src/lib/encoding/promise-words.ts';
import { createTranslate, loadMessages } from '../../../src/lib/language/translate.ts';
import { edgesOf } from '../../../src/lib/temporal/edges-of.ts';

const day = (iso: string) => edgesOf(iso).earliestStart;
const TODAY = day('2026-11-22');

function claims(kind: 'event' | 'follow-up', ...given: { fields: object; said_on?: string; source?: string }[]): RecordedClaim[] {
	return given.map(
		({ fields, source = 'paper', said_on }, at) =>
			({ record: 'r', kind, source, fields, ...(said_on && { said_on }), id: `${at + 1}.1`, seq: at + 1 }) as RecordedClaim
	);
}
const due = (edtf: string) => ({ status: 'open', due: { edtf } });
const none = () => undefined;

/** Promised in January for November 2025, moved in March, moved again in September. */
const TWICE = claims(
	'follow-up',
	{ fields: due('2026-06-30'), said_on: '2026-03-01' },
	{ fields: due('2025-11-15'), said_on: '2026-01-05' },
	{ fields: due('2026-09-15'), said_on: '2026-09-20' }
);

describe('the ledger of promises', () => {
	test('goes by when things were said, not by when they were recorded', () => {
		const ledger = ledgerOfPromises('follow-up', TWICE, none);
		expect(ledger.steps.map(({ turn, claim, moved }) => [turn, claim, moved])).toEqual([
			['promised', '2.1', null],
			['moved', '1.1', 227],
			['moved', '3.1', 77]
		]);
		expect([ledger.moves, ledger.later, ledger.closed]).toEqual([2, 304, false]);
	});

	test('ends with what was said of the outcome, and opens again with a new promise', () => {
		const kept = claims('follow-up', { fields: due('2026'), said_on: '2025-12' }, { fields: { status: 'done' }, said_on: '2026-05-02' });
		expect(ledgerOfPromises('follow-up', kept, none)).toMatchObject({ closed: true, steps: [{ turn: 'promised' }, { turn: 'done' }] });
		const again = claims(
			'follow-up',
			{ fields: { status: 'lapsed' }, said_on: '2026-01-01' },
			{ fields: due('2027'), said_on: '2026-05-02' }
		);
		expect(ledgerOfPromises('follow-up', again, none).closed).toBe(false);
	});

	test('begins with the first date that says when: “some day” moves nothing, and nothing is moved from it', () => {
		const vague = claims(
			'follow-up',
			{ fields: due('XXXX'), said_on: '2024-01-05' },
			{ fields: due('[..2025-06-30]'), said_on: '2024-06-01' },
			{ fields: due('2025-12~'), said_on: '2025-07-01' },
			{ fields: due('{2026-12,2027-12}'), said_on: '2026-01-10' }
		);
		const ledger = ledgerOfPromises('follow-up', vague, none);
		expect(ledger.steps.map(({ turn }) => turn)).toEqual(['promised', 'promised', 'moved', 'moved']);
		expect([ledger.moves, ledger.laterBy]).toEqual([2, null]);
		const dated = ledgerOfPromises(
			'follow-up',
			[vague[0]!, ...claims('follow-up', { fields: due('2025-06') }, { fields: due('2026-06') })],
			none
		);
		expect(dated.laterBy).toEqual({ least: 336, most: 394 });
	});

	test('that somebody does not know the outcome closes nothing', () => {
		const unknown = claims('follow-up', { fields: due('2026') }, { fields: { status: 'unknown' } });
		expect(ledgerOfPromises('follow-up', unknown, none)).toMatchObject({ closed: false, steps: [{}, { turn: 'unknown' }] });
	});

	test('of an event holds its plans and the day it was held; an event nobody planned has none', () => {
		const planned = claims(
			'event',
			{ fields: { status: 'planned', date: { edtf: '2026' } }, said_on: '2025-12-05' },
			{ fields: { status: 'held', date: { edtf: '2026-10-01' } }, said_on: '2026-10-02' }
		);
		expect(ledgerOfPromises('event', planned, none).steps.map(({ turn }) => turn)).toEqual(['promised', 'held']);
		const held = claims('event', { fields: { date: { edtf: '2025-12-05' } }, said_on: '2025-12-06' });
		expect(ledgerOfPromises('event', held, none).steps).toEqual([]);
	});

	test('a date said in other words is no move', () => {
		const same = claims('follow-up', { fields: due('2026'), said_on: '2025-12' }, { fields: due('2026'), said_on: '2026-02' });
		expect(ledgerOfPromises('follow-up', same, none)).toMatchObject({ moves: 0, steps: [{ turn: 'promised' }, { turn: 'repeated' }] });
	});

	test('the desk and what was blanked promise nothing; a source without a day keeps its place', () => {
		const mixed = [
			...claims('follow-up', { fields: due('2026'), source: 'undated' }, { fields: due('2027'), source: 'dated' }),
			{ ...claims('follow-up', { fields: due('2028') })[0]!, redacted: true as const }
		];
		const ledger = ledgerOfPromises('follow-up', mixed, (source) => (source === 'dated' ? '2026-02-01' : undefined));
		expect(ledger.steps.map(({ said, turn }) => [said, turn])).toEqual([
			[null, 'promised'],
			['2026-02-01', 'moved']
		]);
		expect(ledger.lastWord).toBe(day('2026-02-01'));
	});
});

test('spans are told in the unit people use for them', () => {
	expect([13, 63, 90, 304, 1100].map(roughSpan)).toEqual([
		{ unit: 'days', count: 13 },
		{ unit: 'weeks', count: 9 },
		{ unit: 'months', count: 3 },
		{ unit: 'months', count: 10 },
		{ unit: 'years', count: 3 }
	]);
});

test('a moved promise is told in one sentence in four languages', async () => {
	const ledger = ledgerOfPromises('follow-up', TWICE, none);
	const told = await Promise.all(
		(['en', 'ar', 'fa', 'ru'] as const).map(async (language) =>
			movedWords(createTranslate(language, await loadMessages(language)), ledger, TODAY)
		)
	);
	expect(told).toEqual([
		'moved twice, 10 months later than first said, last word 9 weeks ago',
		'غُيّر موعده مرتين، متأخر 10 أشهر عما قيل أولًا، آخر خبر قبل 9 أسابيع',
		'۲ بار جابه‌جا شده، ۱۰ ماه دیرتر از آنچه نخست گفته شد، آخرین خبر ۹ هفته پیش',
		'срок перенесён дважды, на 10 месяцев позже, чем было сказано сначала, последние сведения — 9 недель назад'
	]);
});

describe('how far a date moved is told with the doubt of both', () => {
	const words = async (from: string, to: string, language: 'en' | 'ar' | 'fa' | 'ru' = 'en') => {
		const range = shiftRange({ edtf: from }, { edtf: to })!;
		const t = createTranslate(language, await loadMessages(language));
		return wayOf(range) === 0
			? t('promises.as-first')
			: t(wayOf(range) > 0 ? 'promises.step-later' : 'promises.step-earlier', { span: rangeWords(t, range) });
	};

	test.each([
		['2024-12-31', '2027', '2 to 3 years later'],
		['2025-02', '2027', '22 months to 3 years later'],
		['2027', '2024-12-31', '2 to 3 years earlier'],
		['2025-12-31', '2026', 'up to 12 months later'],
		['2025', '2026', 'up to 2 years later'],
		['2025-11-15', '2026-09-15', '10 months later'],
		['2025-12-04/2025-12-08', '2025-12-05/2025-12-10', '2 days later'],
		['2025-03/..', '2025-06/..', '9 weeks to 4 months later'],
		['2026', '2026-12-05', 'back where it was first said to be']
	])('%s → %s: %s', async (from, to, told) => {
		expect(await words(from, to)).toBe(told);
	});

	test('in four languages', async () => {
		const languages = ['en', 'ar', 'fa', 'ru'] as const;
		const told = (from: string, to: string) => Promise.all(languages.map((language) => words(from, to, language)));
		expect(await told('2024-12-31', '2027')).toEqual([
			'2 to 3 years later',
			'متأخر من 2 إلى 3 سنوات',
			'۲ تا ۳ سال دیرتر',
			'на 2–3 года позже'
		]);
		expect(await told('2025-02', '2027')).toEqual([
			'22 months to 3 years later',
			'متأخر من 22 شهرًا إلى 3 سنوات',
			'۲۲ ماه تا ۳ سال دیرتر',
			'на 22 месяца – 3 года позже'
		]);
		expect(await told('2025-12-31', '2026')).toEqual([
			'up to 12 months later',
			'متأخر بما يصل إلى 12 شهرًا',
			'تا ۱۲ ماه دیرتر',
			'на 12 месяцев (самое большее) позже'
		]);
	});

	test('neither bound is passed by any two days the dates allow', () => {
		for (const [from, to] of [
			['2025-02', '2027'],
			['2024-12-31', '2025-03'],
			['2026-03', '2025']
		] as const) {
			const [a, b, range] = [edgesOf(from), edgesOf(to), shiftRange({ edtf: from }, { edtf: to })!];
			let [least, most] = [Infinity, -Infinity];
			for (let x = a.earliestStart; x < a.latestEnd; x++)
				for (let y = b.earliestStart; y < b.latestEnd; y++) [least, most] = [Math.min(least, y - x), Math.max(most, y - x)];
			expect(range).toEqual({ least, most });
		}
	});
});

test('silence is told once the last day has passed without a word', async () => {
	const t = createTranslate('en', await loadMessages('en'));
	const ledger = ledgerOfPromises('follow-up', claims('follow-up', { fields: due('2026-09-20'), said_on: '2026-06-01' }), none);
	expect(silenceWords(t, ledger, day('2026-09-20'), TODAY)).toBe(
		'Silence: 9 weeks past the last day it was due, and no word whether it was kept'
	);
	expect(silenceWords(t, ledger, TODAY, TODAY)).toBe('');
	expect(silenceWords(t, { ...ledger, lastWord: day('2026-10-01') }, day('2026-09-20'), TODAY)).toBe('');
	expect(silenceWords(t, { ...ledger, closed: true }, day('2026-09-20'), TODAY)).toBe('');
});
