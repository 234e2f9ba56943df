import { describe, expect, test } from 'vitest';
import { conflictsOf, elementsOf, memberOf, refOf, refsOf, resolvedValues, stagesOf, textOf, valueOf, dateOf } from '../../src/lib/domain/read-record.ts';
import { seedWorld } from './seed-world.ts';

const { claims, record } = seedWorld();

const conflicts = (id: string) => conflictsOf(record(id)).map(({ path, voices }) => ({ path, voices }));
const resolvedAt = (id: string, path: string) => resolvedValues(record(id)).find((each) => each.path === path)?.resolved;
const amount = (id: string, what: string) => resolvedAt(id, `quantities/${what}/amount`);
const exactly = (n: number) => ({ min: n, max: n });
const spellings = (id: string) =>
	elementsOf(record(id), 'spellings')
		.map((element) => memberOf<string>(element, 'text'))
		.toSorted();
const offices = (person: string) => elementsOf(record(person), 'roles').map(({ members }) => `${members['title']?.value} of ${members['organisation']?.value}`);

describe('two voices differ', () => {
	test('on how many contracts were concluded: five in all, or more than five', () => {
		const shown = amount('contracts-2025', 'concluded');
		expect(shown?.versions?.map(({ value, voices }) => [value, voices])).toEqual(
			expect.arrayContaining([
				[exactly(5), ['abedi']],
				[{ min: 6, max: null }, ['jalali']]
			])
		);
		expect(conflicts('contracts-2025')).toEqual([{ path: 'quantities/concluded/amount', voices: 2 }]);
	});

	test('on how long the memorandum was prepared: three years, or many', () => {
		const shown = amount('mou-ict-2025', 'years of preparation');
		expect(shown?.versions?.map(({ value, voices }) => [value, voices])).toEqual(
			expect.arrayContaining([
				[exactly(3), ['abedi']],
				[{ min: 4, max: null }, ['shoitov']]
			])
		);
		expect(conflicts('mou-ict-2025')).toEqual([{ path: 'quantities/years of preparation/amount', voices: 2 }]);
	});

	test('and nowhere else in the seeds', () => {
		const ids = [...new Set(claims.map((claim) => claim.record))];
		expect(ids.filter((id) => conflicts(id).length > 0).toSorted()).toEqual(['contracts-2025', 'mou-ict-2025']);
	});
});

describe('claims agree', () => {
	test('on the five contracts signed at the ceremony, in three places', () => {
		const shown = amount('contracts-2025', 'signed at the ceremony');
		expect(shown).toMatchObject({ value: exactly(5), by: 'agree' });
		expect(shown?.claims).toHaveLength(3);
	});

	test('on the 16 Iranian companies, in two places', () => {
		const shown = amount('b2b-2025', 'Iranian companies');
		expect(shown).toMatchObject({ value: exactly(16), by: 'agree' });
		expect(shown?.claims).toHaveLength(2);
	});

	test('on the two days of the 5th session, though two of them give its end only', () => {
		expect(resolvedAt('wg-5', 'date')).toMatchObject({ value: { edtf: '2025-12-04/2025-12-05' }, by: 'agree' });
		const forms = claims.flatMap(({ record, fields }) => (record === 'wg-5' && fields['date'] ? [(fields['date'] as { edtf: string }).edtf] : []));
		expect(new Set(forms)).toEqual(new Set(['2025-12-04/2025-12-05', '/2025-12-05']));
	});
});

test('the memorandum between governments and the 20 of the visit are two records, linked by the session, the doubt said in words', () => {
	expect(amount('mous-companies-2025', 'memoranda')).toMatchObject({ value: exactly(20), by: 'only' });
	expect(conflicts('mous-companies-2025')).toEqual([]);
	expect(stagesOf(record('mous-companies-2025')).map(({ event }) => event)).toContain('wg-5');
	for (const { event } of stagesOf(record('mou-ict-2025'))) expect(refOf(record(event ?? ''), 'part_of')).toBe('wg-5');
	expect(Object.keys(textOf(record('mous-companies-2025'), 'summary')).toSorted()).toEqual(['ar', 'en', 'fa', 'ru']);
});

test('the 6th session is planned in Tehran within 2026, by one voice', () => {
	const session = record('wg-6');
	expect(valueOf(session, 'status')).toBe('planned');
	expect(dateOf(session)).toMatchObject({ edtf: '2026', said: '2025-12~', rule: 'within next year', words: { en: 'by next year' } });
	expect(valueOf<{ en: string }>(session, 'place')?.en).toBe('Tehran');
	expect(valueOf(session, 'series/previous')).toBe('wg-5');
	expect(resolvedAt('wg-6', 'date')?.by).toBe('only');
	expect(claims.filter((claim) => claim.record === 'wg-6' && claim.source !== 'desk').map((claim) => claim.said_by)).toEqual(['abedi']);
});

test('the share of startups has a single voice', () => {
	expect(amount('armenia-meeting', "share of Iran's startups that work in ICT")).toMatchObject({ value: exactly(25), by: 'only' });
});

describe('spellings are kept, and differ from no one', () => {
	test.each([
		['abedi', ['ميثم عابدي', 'ميثم عبادي', 'ميسم عابدي', 'میثم عابدی']],
		['shoitov', ['شفيتوف', 'شويتوف']],
		['russia-ministry', ['التنمية الرقمية والاتصالات والإعلام', 'توسعه دیجیتال', 'وزارة التنمية الرقمية الروسية']]
	])('%s', (id, expected) => {
		expect(spellings(id)).toEqual(expected.toSorted());
		expect(conflicts(id)).toEqual([]);
	});
});

describe('an office has several holders over time, without conflict', () => {
	test.each([
		['head of telecom-infrastructure-company', ['lajevardi', 'akbari']],
		['minister of iran-ict-ministry', ['zarepour', 'hashemi']]
	])('%s', (office, holders) => {
		for (const holder of holders) {
			expect(offices(holder)).toContain(office);
			expect(conflicts(holder)).toEqual([]);
		}
	});
});

test('a matter becomes a memorandum first and a contract after it', () => {
	expect(refOf(record('contracts-2025'), 'follows_from')).toBe('mou-ict-2025');
	expect(refsOf(record('contracts-2025'), 'stages', 'event')).toEqual(expect.arrayContaining(['b2b-2025', 'contract-ceremony-2025']));
});
