import { describe, expect, test } from 'vitest';
import { cellLine, cellText } from '#lib/tables/cells.ts';
import { columnsOf } from '#lib/tables/columns/columns-of.ts';
import { facetValues } from '#lib/tables/facet-value.ts';
import { footerText } from '#lib/tables/footer-text.ts';
import { markStateOf } from '#lib/tables/mark-state.ts';
import { stageStep } from '#lib/tables/stage-step.ts';
import { deskOf, readerOf } from './desk.ts';

const en = await readerOf('en');

describe('cells', () => {
	test('a field without a claim reads "not reported", never "no"', () => {
		const set = deskOf({ id: 'a', title: { en: 'A' } });
		for (const column of ['stage', 'parties', 'topics', 'track', 'kind', 'follows', 'quantities', 'nonsense']) {
			expect(cellText(set, 0, column, en), column).toEqual({ text: 'not reported', missing: true });
		}
		expect(cellText(set, 0, 'date', en)).toEqual({ text: 'not dated', missing: true });
	});
	test('every column of every table says something in every language', async () => {
		const set = deskOf({ id: 'a', title: { en: 'A' }, status: 'agreement:signed', subkind: 'agreement:treaty' });
		for (const language of ['en', 'ar', 'fa', 'ru'] as const) {
			const reader = await readerOf(language);
			for (const table of ['agreements', 'events', 'follow-ups'] as const)
				for (const { id } of columnsOf(table)) expect(cellText(set, 0, id, reader).text, `${language} ${id}`).not.toBe('');
		}
	});
	test('a title in another language keeps that language; a missing one is the id', () => {
		const set = deskOf({ id: 'a', title: { fa: 'تفاهم‌نامه' } }, { id: 'b' });
		expect(cellText(set, 0, 'title', en)).toEqual({ text: 'تفاهم‌نامه', language: 'fa' });
		expect(cellText(set, 1, 'title', en).text).toBe('b');
	});
	test('a date keeps its words beside it, unless it is known to the day', () => {
		const words = { en: 'last January' };
		const set = deskOf(
			{ id: 'a', date: { edtf: '2025-01', words } },
			{ id: 'b', date: { edtf: '2025-12-05', words: { en: 'Friday evening' } } },
			{ id: 'c', date: { edtf: '2025-12-04/2025-12-05', words } },
			{ id: 'd', date: { edtf: 'XXXX', words: { en: 'earlier this year' } } }
		);
		expect(cellText(set, 0, 'date', en)).toMatchObject({ detail: '“last January”', detailLanguage: 'en' });
		expect(cellText(set, 1, 'date', en).detail).toBeUndefined();
		expect(cellText(set, 2, 'date', en).detail).toBeUndefined();
		expect(cellText(set, 3, 'date', en)).toMatchObject({ text: 'not dated', missing: true, detail: '“earlier this year”' });
	});
	test("a date's month is named as the reader's country names it", async () => {
		const set = deskOf({ id: 'a', date: { edtf: '2026-01-05' } });
		const ar = await readerOf('ar');
		expect(cellText(set, 0, 'date', ar).text).toBe('5 يناير 2026');
		expect(cellText(set, 0, 'date', { ...ar, months: 'levant' }).text).toBe('5 كانون الثاني 2026');
	});
	test('sources are counted, and said to differ', async () => {
		const set = deskOf({ id: 'a', sources: ['s1', 's2'], conflicts: 1 }, { id: 'b', sources: ['s1'] });
		expect(cellText(set, 0, 'sources', en)).toEqual({ text: '2', detail: 'differ', tone: 'differ' });
		expect(cellText(set, 1, 'sources', await readerOf('fa'))).toEqual({ text: '۱' });
	});
	test('a list names what fits, at least one, and counts the rest', () => {
		const set = deskOf({ id: 'a', topics: ['ai', 'cyber', 'transit'] });
		const whole = 'artificial intelligence, cybersecurity, data transit';
		const at = (letters: number) => cellText(set, 0, 'topics', en, letters);
		expect(cellText(set, 0, 'topics', en)).toEqual({ text: whole });
		expect(at(whole.length)).toEqual({ text: whole });
		expect(at(whole.length - 1)).toEqual({ text: 'artificial intelligence, cybersecurity', more: 1, whole });
		expect(at(5)).toEqual({ text: 'artificial intelligence', more: 2, whole });
		expect(cellLine(at(5))).toBe(whole);
	});
	test('a follow-up is due to the end of its last day, then overdue', () => {
		const due = (edtf: string, status = 'follow-up:open') =>
			cellText(deskOf({ id: 'f', kind: 'follow-up', status, date: { edtf } }), 0, 'due', en).detail;
		expect(due('2026')).toBe('39 days left');
		expect(due('2026-11-23')).toBe('1 day left');
		expect(due('2026-11-22')).toBe('due today');
		expect(due('2026-11-21')).toBe('overdue by 1 day');
		expect(due('2026-11-21', 'follow-up:done')).toBeUndefined();
		expect(due('2026-11-20/..')).toBeUndefined();
		expect(cellText(deskOf({ id: 'f', kind: 'follow-up', status: 'follow-up:open' }), 0, 'due', en).text).toBe('no due date');
	});
	test('a planned event past its last day is "not reported held", not "not held"', () => {
		const set = deskOf(
			{ id: 'e', kind: 'event', status: 'event:planned', planned: true, date: { edtf: '2026-10' } },
			{ id: 'f', kind: 'event', status: 'event:planned', planned: true, date: { edtf: '2026' } }
		);
		expect(cellText(set, 0, 'status', en)).toEqual({ text: 'Planned', planned: true, tone: 'event' });
		expect(cellText(set, 0, 'date', en).detail).toBe('not reported held');
		expect(cellText(set, 1, 'date', en).detail).toBeUndefined();
	});
	test('quantities that differ say so', () => {
		const quantity = { what: 'concluded', label: null, amount: { min: 5, max: 5 }, words: null };
		const set = deskOf({ id: 'a', quantities: [{ ...quantity, conflict: true }] });
		expect(cellText(set, 0, 'quantities', en)).toEqual({ text: 'concluded 5', detail: 'differ', tone: 'differ' });
	});
});

describe('marks and stages', () => {
	test('a dispute outweighs a plan, a plan an unknown date', () => {
		const set = deskOf(
			{ id: 'a', conflicts: 1, planned: true },
			{ id: 'b', planned: true },
			{ id: 'c' },
			{ id: 'd', date: { edtf: '2025' } }
		);
		expect([0, 1, 2, 3].map((row) => markStateOf(set, row))).toEqual(['split', 'dashed', 'hollow', 'filled']);
	});
	test('stages stand on four steps', () => {
		expect(['proposed', 'memorandum', 'contract', 'in force', 'lapsed', ''].map((stage) => stageStep(`agreement:${stage}`))).toEqual([
			0, 1, 2, 3, -1, -1
		]);
	});
});

describe('what stands round the table', () => {
	test('facets are named, the missing value too', () => {
		const named = (column: string, value: string) => facetValues(column, [{ value, count: 1 }], en)[0]?.label;
		expect(named('stage', 'planned:contract')).toBe('Contract, planned');
		expect(named('status', 'event:held')).toBe('Held');
		expect(named('parties', 'iran')).toBe('Iran');
		expect(named('kind', 'agreement:treaty')).toBe('Treaty');
		expect(named('topics', '')).toBe('not reported');
	});
	test('the foot counts what is certain and what was kept', async () => {
		const counts = { shown: 7, total: 7, certainly: 5, possibly: 0, undated: 2 };
		expect(footerText(en.t, counts)).toEqual({ shown: '7 of 7', extent: 'in this extent: 5 certainly, 2 not dated and kept' });
		expect(footerText((await readerOf('fa')).t, counts).shown).toBe('۷ از ۷');
	});
});
