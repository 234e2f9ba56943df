import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DESK } from '../../src/lib/domain/claim.ts';
import { FIELDS } from '../../src/lib/domain/fields.ts';
import type { RecordKind } from '../../src/lib/domain/kinds.ts';
import { elementsOf, dateOf, refOf, textOf, valueOf } from '../../src/lib/domain/read-record.ts';
import { readSeeds } from '../../src/lib/server/transfer/read-seeds.ts';
import { SEEDS, seedWorld } from './seed-world.ts';

const { claims, record } = seedWorld();
const kindOf = new Map(claims.map((claim) => [claim.record, claim.kind]));
const idsOf = (kind: RecordKind) => [...kindOf].filter(([, each]) => each === kind).map(([id]) => id);

/** Every record the reports speak of by name, and the desk's lists of what to follow. */
const EXPECTED: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
	source: ['mehr-2025-12-05', 'delegation-contracts', 'ana-663', 'ilna-2025-12-06', 'alvefagh-armenia'],
	track: ['iran-russia-ict', 'iran-russia', 'iran-armenia-ict'],
	event: [
		...['treaty-2025', 'minister-meeting', 'shoitov-in-tehran', 'b2b-2025', 'wg-5'],
		...['mou-signing-2025', 'contract-ceremony-2025', 'wg-6', 'armenia-meeting', 'iran-corridor-dubai']
	],
	agreement: [
		...['strategic-treaty', 'mou-ict-2025', 'mous-companies-2025', 'contracts-2025'],
		...['cooperation-documents', 'third-markets-contracts', 'armenia-delegations']
	],
	actor: [
		...['abedi', 'shoitov', 'jalali', 'lajevardi', 'zarepour', 'hashemi', 'hakobyan', 'akbari'],
		...['iran-ict-ministry', 'russia-ministry', 'telecom-infrastructure-company', 'iran', 'russia', 'armenia']
	]
};

test('the seeds have no problem', () => {
	expect(readSeeds(SEEDS).problems).toEqual([]);
});

describe('every record of the reports is there', () => {
	test.each(Object.entries(EXPECTED))('%s', (kind, ids) => {
		expect(idsOf(kind as RecordKind)).toEqual(expect.arrayContaining([...ids]));
	});

	test('with nothing beside them among tracks, events and agreements', () => {
		for (const kind of ['track', 'event', 'agreement'] as const) expect(idsOf(kind).toSorted()).toEqual(EXPECTED[kind]?.toSorted());
	});

	test('with 18 topics and each separate matter to follow up', () => {
		expect(idsOf('topic')).toHaveLength(18);
		expect(idsOf('follow-up').length).toBeGreaterThanOrEqual(9);
	});
});

test('every record has a title in all four languages, short enough for a label', () => {
	for (const [id, kind] of kindOf) {
		const title = textOf(record(id), 'title');
		expect([id, ...Object.keys(title).toSorted()]).toEqual([id, 'ar', 'en', 'fa', 'ru']);
		const longest = kind === 'event' || kind === 'agreement' ? 34 : 60;
		for (const text of Object.values(title)) expect(text.length, `${id}: ${text}`).toBeLessThanOrEqual(longest);
	}
});

test('texts and readings stand in all four languages, wherever they stand', () => {
	const languages = new Set(['en', 'ar', 'fa', 'ru']);
	const visit = (value: unknown, at: string): void => {
		if (typeof value !== 'object' || value === null) return;
		const keys = Object.keys(value);
		if (!Array.isArray(value) && keys.some((key) => languages.has(key))) expect([at, ...keys.toSorted()]).toEqual([at, 'ar', 'en', 'fa', 'ru']);
		else for (const [key, part] of Object.entries(value)) visit(part, `${at}.${key}`);
	};
	for (const { record, fields } of claims) visit(fields, record);
});

test('facts come from an outside source with its place; the desk gives words only', () => {
	for (const claim of claims) {
		const facts = Object.keys(claim.fields).filter((field) => FIELDS[claim.kind][field]?.nature !== 'editorial');
		if (claim.source === DESK) expect([claim.record, facts]).toEqual([claim.record, []]);
		else expect([claim.record, typeof claim.where === 'number' || claim.where === 'header']).toEqual([claim.record, true]);
	}
});

test('no sentence of a report is kept', () => {
	expect(claims.filter((claim) => claim.quote)).toEqual([]);
});

test('one claim a record, source, place and speaker', () => {
	const places = claims.filter(({ source }) => source !== DESK).map(({ record, source, where, said_by }) => JSON.stringify([record, source, where, said_by]));
	expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});

describe('dates that are not sure stay so', () => {
	test('events without a day have none', () => {
		for (const id of ['minister-meeting', 'shoitov-in-tehran']) expect(dateOf(record(id))?.edtf).toBe('XXXX');
		for (const id of ['armenia-meeting', 'iran-corridor-dubai']) expect(dateOf(record(id))).toBeNull();
	});

	test('sources say how they were dated', () => {
		expect(idsOf('source').map((id) => [id, dateOf(record(id), 'published')?.edtf ?? null])).toEqual(
			expect.arrayContaining([
				['mehr-2025-12-05', '2025-12-05'],
				['delegation-contracts', '2025-12~'],
				['ana-663', '[..2024]'],
				['ilna-2025-12-06', '2025-12-06'],
				['alvefagh-armenia', null]
			])
		);
	});

	test('whatever was put in words keeps them', () => {
		expect(dateOf(record('treaty-2025'))).toMatchObject({ edtf: '2025-01', said: '2025-12~', words: { en: 'last January' } });
	});
});

test('outlets that pass another one on say whose word it is', () => {
	expect(refOf(record('ana-663'), 'passes_on')).toBe('ict-information-centre');
	expect(refOf(record('ilna-2025-12-06'), 'passes_on')).toBe('ict-ministry-report');
});

test('exactly one matter has a day it is due by', () => {
	const due = idsOf('follow-up').filter((id) => dateOf(record(id), 'due'));
	expect(due.map((id) => dateOf(record(id), 'due')?.edtf)).toEqual(['2026']);
	for (const id of idsOf('follow-up')) {
		expect(valueOf(record(id), 'status')).toBe('open');
		expect(elementsOf(record(id), 'owner').length).toBeGreaterThan(0);
		expect(refOf(record(id), 'arises_from')).not.toBeNull();
	}
});

test('the folder explains every field in its README', () => {
	const readme = readFileSync(join(SEEDS, 'README.md'), 'utf8');
	for (const [kind, fields] of Object.entries(FIELDS)) {
		const row = new RegExp(`^\\| ${kind} \\|([^|]*)\\|([^|]*)\\|$`, 'm').exec(readme);
		const named = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map((match) => match[1]);
		const by = (editorial: boolean) => Object.keys(fields).filter((name) => (fields[name]?.nature === 'editorial') === editorial);
		expect([kind, named(row?.[1]).toSorted(), named(row?.[2]).toSorted()]).toEqual([kind, by(true).toSorted(), by(false).toSorted()]);
	}
});
