import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueState } from '../../src/lib/domain/due.ts';
import { conflictsOf, dateOf, elementsOf, memberOf, refOf, resolvedValues, stagesOf, textOf, valueOf } from '../../src/lib/domain/read-record.ts';
import type { RecordBody } from '../../src/lib/domain/record.ts';
import { foldWords } from '../../src/lib/language/fold.ts';
import { createLedger } from '../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { loadSeeds } from '../../src/lib/server/transfer/load-seeds.ts';
import { edgesOf } from '../../src/lib/temporal/edges-of.ts';
import { dayOf, isoOf } from '../../src/lib/temporal/epoch-day.ts';
import { ROOT } from '../support/source-tree.ts';

let store: Store;
const records = new Map<string, RecordBody>();
beforeAll(async () => {
	store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => Date.UTC(2025, 11, 8), account: 'desk' });
	await loadSeeds({ folder: join(ROOT, 'seeds'), append: (body) => ledger.append(body) });
	for await (const body of store.records()) records.set(body.id, body);
});
afterAll(() => store.close());

function record(id: string): RecordBody {
	const body = records.get(id);
	if (!body) throw new Error(`There is no record ${id}.`);
	return body;
}
const at = (id: string, path: string) => resolvedValues(record(id)).find((each) => each.path === path)?.resolved;
const exactly = (count: number) => ({ min: count, max: count });
const spellings = (id: string) =>
	elementsOf(record(id), 'spellings')
		.map((element) => memberOf<string>(element, 'text'))
		.toSorted();
/** Who holds a role: `[person, title]`, over all actors. */
const holders = (organisation: string, title: string) =>
	[...records.values()]
		.filter((body) =>
			elementsOf(body, 'roles').some((role) => memberOf(role, 'organisation') === organisation && memberOf(role, 'title') === title)
		)
		.map(({ id }) => id)
		.toSorted();

test('the seeds are one entry of the ledger', async () => {
	expect(await store.head()).toBe(1);
});

test.each([
	['track', ['iran-russia-ict', 'iran-russia', 'iran-armenia-ict']],
	['source', ['mehr-2025-12-05', 'delegation-contracts', 'ana-663', 'ilna-2025-12-06', 'alvefagh-armenia']],
	[
		'event',
		[
			...['treaty-2025', 'minister-meeting', 'shoitov-in-tehran', 'b2b-2025', 'wg-5', 'mou-signing-2025', 'contract-ceremony-2025'],
			...['wg-6', 'armenia-meeting', 'iran-corridor-dubai']
		]
	],
	[
		'agreement',
		[
			...['strategic-treaty', 'mou-ict-2025', 'mous-companies-2025', 'contracts-2025', 'cooperation-documents', 'third-markets-contracts'],
			'armenia-delegations'
		]
	],
	[
		'actor',
		[
			...['abedi', 'shoitov', 'jalali', 'lajevardi', 'zarepour', 'hashemi', 'hakobyan', 'akbari', 'iran-ict-ministry'],
			...['russia-ministry', 'telecom-infrastructure-company', 'iran', 'russia', 'armenia']
		]
	]
])('every %s of the reports is a record', (kind, ids) => {
	for (const id of ids) expect([id, record(id).kind]).toEqual([id, kind]);
});

test('the fields of the memorandum and the subjects named beside them are topics', () => {
	expect([...records.values()].filter(({ kind }) => kind === 'topic')).toHaveLength(18);
});

describe('claims that differ', () => {
	test.each([
		['contracts-2025', 'quantities/concluded/amount', [exactly(5), ['abedi']], [{ min: 6, max: null }, ['jalali']]],
		['mou-ict-2025', 'quantities/years of preparation/amount', [exactly(3), ['abedi']], [{ min: 4, max: null }, ['shoitov']]]
	])('%s: two voices on %s', (id, path, ...versions) => {
		const conflicts = conflictsOf(record(id));
		expect(conflicts.map(({ path: where, voices }) => [where, voices])).toEqual([[path, 2]]);
		const found = conflicts[0]?.versions.map(({ value, voices }) => [value, voices]) ?? [];
		expect(found).toHaveLength(2);
		expect(found).toEqual(expect.arrayContaining(versions));
		expect(at(id, path)?.by).not.toBe('decided');
	});

	test('and sources differ on nothing else', () => {
		const differing = [...records.values()].flatMap((body) => conflictsOf(body).map(({ path }) => `${body.id} ${path}`));
		expect(differing.toSorted()).toEqual(['contracts-2025 quantities/concluded/amount', 'mou-ict-2025 quantities/years of preparation/amount']);
	});
});

describe('claims that agree', () => {
	test.each([
		['contracts-2025', 'quantities/signed at the ceremony/amount', exactly(5), 3],
		['b2b-2025', 'quantities/Iranian companies/amount', exactly(16), 2]
	])('%s: %s', (id, path, value, claims) => {
		const resolved = at(id, path);
		expect(resolved).toMatchObject({ value, by: 'agree' });
		expect(resolved?.versions).toBeUndefined();
		expect(resolved?.claims).toHaveLength(claims);
	});

	test('the 5th session lasted two days, by two claims of both days and two of its end alone', () => {
		const date = at('wg-5', 'date');
		expect(date).toMatchObject({ value: { edtf: '2025-12-04/2025-12-05' }, by: 'agree' });
		expect(date?.versions).toBeUndefined();
		expect(date?.claims).toHaveLength(4);
	});

	test('the memorandum between governments and the twenty of the visit are two records, and the doubt is told', () => {
		expect(at('mous-companies-2025', 'quantities/memoranda/amount')).toMatchObject({ value: exactly(20), by: 'only' });
		expect(at('mou-ict-2025', 'quantities/memoranda/amount')).toBeUndefined();
		expect(Object.keys(textOf(record('mous-companies-2025'), 'summary')).toSorted()).toEqual(['ar', 'en', 'fa', 'ru']);
		expect(textOf(record('mous-companies-2025'), 'summary').en).toMatch(/not said/);
		// Linked through the session both belong to.
		const event = (id: string) => stagesOf(record(id)).find(({ event }) => event)?.event ?? '';
		expect(event('mous-companies-2025')).toBe('wg-5');
		expect(refOf(record(event('mou-ict-2025')), 'part_of')).toBe('wg-5');
	});
});

describe('one voice alone', () => {
	test('plans the 6th session for 2026 in Tehran; it is due until the last day of the year', () => {
		expect(at('wg-6', 'status')).toMatchObject({ value: 'planned', by: 'only' });
		expect(textOf(record('wg-6'), 'place').en).toBe('Tehran');
		const date = dateOf(record('wg-6'));
		expect(date).toMatchObject({ edtf: '2026', rule: 'within next year', words: { en: 'by next year' } });
		const edges = edgesOf(date?.edtf ?? '');
		expect(isoOf(edges.latestEnd - 1)).toBe('2026-12-31');
		expect(dueState(edges, 'planned', dayOf(2026, 12, 31))).toEqual({ state: 'due', days: 0 });
		expect(dueState(edges, 'planned', dayOf(2027, 1, 1))).toEqual({ state: 'not reported', days: 1 });
	});

	test('gives the share of startups', () => {
		const amount = at('armenia-meeting', "quantities/share of Iran's startups that work in ICT/amount");
		expect(amount).toMatchObject({ value: exactly(25), by: 'only' });
		expect(elementsOf(record('armenia-meeting'), 'quantities').map((each) => memberOf(each, 'unit'))).toEqual(['%']);
	});
});

describe('spellings of one name', () => {
	test.each([
		['abedi', ['ميسم عابدي', 'ميثم عابدي', 'میثم عابدی', 'ميثم عبادي']],
		['shoitov', ['شفيتوف', 'شويتوف']],
		['russia-ministry', ['التنمية الرقمية والاتصالات والإعلام', 'وزارة التنمية الرقمية الروسية', 'توسعه دیجیتال']]
	])('%s', (id, expected) => {
		expect(spellings(id)).toEqual(expected.toSorted());
		expect(conflictsOf(record(id))).toEqual([]);
	});

	test('a search for any of them finds the one person', async () => {
		for (const spelling of spellings('abedi'))
			expect(await store.search(foldWords(spelling ?? ''), 50), String(spelling)).toContain('abedi');
	});
});

describe('roles over time are no conflict', () => {
	test.each([
		['telecom-infrastructure-company', 'head', ['akbari', 'lajevardi']],
		['iran-ict-ministry', 'minister', ['hashemi', 'zarepour']]
	])('%s, %s: two persons', (organisation, title, persons) => {
		expect(holders(organisation, title)).toEqual(persons);
		for (const person of persons) expect(conflictsOf(record(person))).toEqual([]);
	});
});

test('the year of what an undated report tells is not known, and no day is made up', () => {
	for (const id of ['minister-meeting', 'shoitov-in-tehran']) expect(dateOf(record(id))?.edtf).toBe('XXXX');
	for (const id of ['armenia-meeting', 'iran-corridor-dubai']) expect(dateOf(record(id))).toBeNull();
	expect(valueOf(record('ana-663'), 'published')).toMatchObject({ edtf: '[..2024]' });
});

test('every event and agreement has a title and a summary in four languages, none like another', () => {
	const told = [...records.values()].filter(({ kind }) => kind === 'event' || kind === 'agreement');
	expect(told).toHaveLength(17);
	for (const body of told)
		for (const field of ['title', 'summary']) {
			const texts = textOf(body, field);
			expect([body.id, field, ...Object.keys(texts).toSorted()]).toEqual([body.id, field, 'ar', 'en', 'fa', 'ru']);
			expect(new Set(Object.values(texts)).size, body.id).toBe(4);
		}
});
