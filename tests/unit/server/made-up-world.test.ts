import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { DESK, type Claim } from '../../../src/lib/domain/claim.ts';
import { validateClaim } from '../../../src/lib/domain/validate-claim.ts';
import { columnsFromRecords } from '../../../src/lib/columns/from-records.ts';
import type { ColumnSet } from '../../../src/lib/columns/column-set.ts';
import type { RecordBody } from '../../../src/lib/domain/record.ts';
import { createLedger } from '../../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../../src/lib/server/storage/open-store.ts';
import { checkReferences } from '../../../src/lib/server/transfer/check-references.ts';
import { WORLD_TODAY } from '../../../src/lib/server/transfer/made-up-dates.ts';
import { madeUpCsv } from '../../../src/lib/server/transfer/made-up-csv.ts';
import { madeUpWorld } from '../../../src/lib/server/transfer/made-up-world.ts';
import { seededChance } from '../../../src/lib/server/transfer/seeded-chance.ts';
import { dayOf } from '../../../src/lib/temporal/epoch-day.ts';

const OPTIONS = { records: 1200, seed: 42 };
const batches = [...madeUpWorld(OPTIONS)];
const claims = batches.flat();

const idsOf = (of: readonly Claim[], kind: string) => new Set(of.filter((claim) => claim.kind === kind).map(({ record }) => record));
const count = (set: ColumnSet, holds: (row: number) => boolean) => Array.from({ length: set.count }, (_, row) => row).filter(holds).length;

async function columnsOf(world: readonly Claim[][]): Promise<ColumnSet> {
	const store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => 0, account: 'test' });
	// The ledger refuses a batch that speaks of what is not there yet.
	for (const batch of world) await ledger.append({ kind: 'claims', claims: batch });
	const records: RecordBody[] = [];
	for await (const body of store.records({})) records.push(body);
	const set = columnsFromRecords(records, await store.head());
	await store.close();
	return set;
}

describe('chance', () => {
	test('is mulberry32: the numbers known for seed 1', () => {
		const chance = seededChance(1);
		expect([chance.next(), chance.next(), chance.next()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
	});

	test('reaches both ends of a range and nothing outside it', () => {
		const chance = seededChance(7);
		const seen = new Set(Array.from({ length: 200 }, () => chance.whole(3, 6)));
		expect([...seen].sort()).toEqual([3, 4, 5, 6]);
	});
});

describe('a made-up world', () => {
	test('is the same for one seed and another for another', () => {
		expect([...madeUpWorld(OPTIONS)]).toEqual(batches);
		expect([...madeUpWorld({ ...OPTIONS, seed: 43 })]).not.toEqual(batches);
	});

	test('says nothing that a form would refuse, and points only to what is there', () => {
		const problems = claims.flatMap((claim) => {
			const checked = validateClaim(claim);
			return 'problems' in checked ? [{ claim, problems: checked.problems }] : [];
		});
		expect(problems).toEqual([]);
		expect(checkReferences(claims.map((claim, at) => ({ claim, file: 'world', line: at + 1 })))).toEqual([]);
	});

	test('has 60 % events, 25 % agreements and 15 % follow-ups', () => {
		expect(['event', 'agreement', 'follow-up'].map((kind) => idsOf(claims, kind).size)).toEqual([720, 300, 180]);
	});

	test('has about 60 actors, 20 sources, 18 topics and a dozen tracks, none named twice', () => {
		expect(['source', 'topic', 'track'].map((kind) => idsOf(claims, kind).size)).toEqual([20, 18, 12]);
		expect(idsOf(claims, 'actor').size).toBe(60);
		const names = claims
			.filter(({ kind, source }) => source === DESK && ['actor', 'source', 'topic', 'track'].includes(kind))
			.map(({ fields }) => (fields.title as { en: string }).en);
		expect(new Set(names).size).toBe(names.length);
	});

	test('is titled in four languages, but for a few that lack one or two', () => {
		const titles = claims.filter(({ source }) => source === DESK).map(({ fields }) => Object.keys(fields.title as object).length);
		expect(titles.filter((languages) => languages === 4).length / titles.length).toBeGreaterThan(0.9);
		expect(Math.min(...titles)).toBe(2);
	});

	test('takes as many tracks as asked, and puts a burst on one day of one of them', async () => {
		const set = await columnsOf([...madeUpWorld({ records: 200, seed: 5, tracks: 30, burst: 50 })]);
		expect(set.names.has('track-30') && !set.names.has('track-31')).toBe(true);
		const day = set.earliestStart[set.id.rowOf('event-1')];
		const first = count(set, (row) => set.earliestStart[row] === day && set.track.values[set.track.codes[row] ?? -1] === 'track-1');
		expect(first).toBeGreaterThanOrEqual(50);
	});
});

describe('a large world', () => {
	const large = [...madeUpWorld({ records: 40_000, seed: 9 })].flat();
	const facts = large.filter(({ kind, source }) => kind === 'event' && source !== DESK);

	test('has tracks and actors in proportion to its records, none named twice', () => {
		expect(idsOf(large, 'track').size).toBe(80);
		expect(idsOf(large, 'actor').size).toBe(100);
		expect(idsOf([...madeUpWorld({ records: 20_000, seed: 9, tracks: 2000, actors: 2100 })].flat(), 'track').size).toBe(2000);
		const names = [...madeUpWorld({ records: 1, seed: 9, tracks: 2000, actors: 2100 })]
			.flat()
			.filter(({ kind, source }) => kind === 'actor' && source === DESK)
			.map(({ fields }) => (fields.title as { en: string }).en);
		expect([names.length, new Set(names).size]).toEqual([2100, 2100]);
	});

	test('lets a quarter of its events last, half of them no longer than a month', () => {
		const days = facts.flatMap(({ fields }) => {
			const stay = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec((fields.date as { edtf: string } | undefined)?.edtf ?? '');
			return stay ? [(Date.parse(stay[2] ?? '') - Date.parse(stay[1] ?? '')) / 86_400_000] : [];
		});
		const long = days.filter((length) => length > 4).sort((a, b) => a - b);
		expect(long.length / idsOf(large, 'event').size).toBeGreaterThan(0.1);
		expect(long[Math.floor(long.length / 2)]).toBeGreaterThan(20);
		expect(long[Math.floor(long.length / 2)]).toBeLessThan(50);
		expect(long.at(-1)).toBeGreaterThan(500);
	});

	test('puts everything on as many lanes as asked', () => {
		const lanes = (count: number) =>
			new Set(
				[...madeUpWorld({ records: 300, seed: 3, lanes: count })]
					.flat()
					.flatMap(({ kind, fields }) => (kind === 'event' ? (fields.track ?? []) : []))
			);
		expect([...lanes(1)]).toEqual(['track-1']);
		expect(lanes(200).size).toBeGreaterThan(80);
	});
});

describe("as somebody else's table", () => {
	const lines = [...madeUpCsv(madeUpWorld({ records: 400, seed: 11, eventsOnly: true }))].join('');
	const rows = parse(lines, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

	test('has one row an event, with days in ISO, a last day for stays, and names instead of ids', () => {
		expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 400 }, (_, at) => `event-${at + 1}`));
		expect(rows.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date ?? '')).length).toBeGreaterThan(200);
		expect(rows.filter(({ end }) => end !== '').every(({ date, end }) => (date ?? '') <= (end ?? ''))).toBe(true);
		expect(rows.some(({ date }) => date?.endsWith('~')) && rows.some(({ date }) => date === '')).toBe(true);
		expect(rows.every(({ title, track, parties, topics }) => title && track && parties?.includes('; ') && topics)).toBe(true);
		expect(lines).not.toMatch(/track-\d|land-\d|topic-\d/);
		expect(lines).toContain('"');
	});

	test('is written in four tongues, one a row', () => {
		const titled = (script: RegExp) => rows.filter(({ title }) => script.test(title ?? '')).length;
		expect(titled(/^[a-z0-9 :()]+$/i)).toBeGreaterThan(120);
		expect(titled(/^[\p{Script=Arabic}\p{N}\p{M}\u200C :()]+$/u)).toBeGreaterThan(120);
		expect(titled(/^[\p{Script=Cyrillic}\p{N} :()]+$/u)).toBeGreaterThan(60);
	});
});

describe('as records', async () => {
	const set = await columnsOf(batches);
	const rows = Array.from({ length: set.count }, (_, row) => row);
	const share = (holds: (row: number) => boolean) => count(set, holds) / set.count;

	test('about 6 % are undated', () => {
		expect(share((row) => Number.isNaN(set.earliestStart[row]))).toBeGreaterThan(0.04);
		expect(share((row) => Number.isNaN(set.earliestStart[row]))).toBeLessThan(0.08);
	});

	test('about 4 % are disputed and about 3 % have moved', () => {
		expect(share((row) => (set.conflicts[row] ?? 0) > 0)).toBeGreaterThan(0.025);
		expect(share((row) => (set.conflicts[row] ?? 0) > 0)).toBeLessThan(0.06);
		expect(share((row) => (set.words.of(row)?.earlierDates.length ?? 0) > 0)).toBeGreaterThan(0.015);
		expect(share((row) => (set.words.of(row)?.earlierDates.length ?? 0) > 0)).toBeLessThan(0.05);
	});

	test('sources differ about dates as well as about quantities', () => {
		const paths = new Set(rows.map((row) => set.words.of(row)?.conflictPath.split('/')[0]));
		expect(paths).toEqual(new Set(['', 'date', 'quantities', 'stages']));
	});

	test('some things are planned, and some planned things are overdue', () => {
		expect(count(set, (row) => set.planned[row] === 1 && (set.earliestStart[row] ?? NaN) > WORLD_TODAY)).toBeGreaterThan(50);
		expect(count(set, (row) => set.planned[row] === 1 && (set.latestEnd[row] ?? NaN) <= WORLD_TODAY)).toBeGreaterThan(10);
	});

	test('finite dates lie in 2012–2028, with days on which one track has three events and more', () => {
		const finite = [...set.earliestStart].filter(Number.isFinite);
		expect(Math.min(...finite)).toBeGreaterThanOrEqual(dayOf(2012, 1, 1));
		expect(Math.max(...finite)).toBeLessThan(dayOf(2029, 1, 1));
		const days = new Map<string, number>();
		for (let row = 0; row < set.count; row++) {
			const key = `${set.track.codes[row]} ${set.earliestStart[row]}`;
			if (set.kind[row] === 0 && set.words.of(row)?.date?.edtf.length === 10) days.set(key, (days.get(key) ?? 0) + 1);
		}
		expect([...days.values()].filter((events) => events >= 3).length).toBeGreaterThan(10);
	});

	test('every form of date is there: day, stay, month, year, about, open, unknown and before', () => {
		const forms = [/^\d{4}-\d\d-\d\d$/, /^[\d-]{10}\/[\d-]{10}$/, /^\d{4}-\d\d$/, /^\d{4}$/, /~$/, /\/\.\.$/, /\/$/, /^\//, /^\[\.\./];
		const dates = rows.flatMap((row) => set.words.of(row)?.date?.edtf ?? []);
		expect(forms.filter((form) => !dates.some((edtf) => form.test(edtf)))).toEqual([]);
	});

	test('sessions count up along their series', () => {
		let checked = 0;
		for (let row = 0; row < set.count; row++) {
			const before = set.previous[row]!;
			if (before < 0) continue;
			checked++;
			expect(set.ordinal[row]).toBe((set.ordinal[before] ?? 0) + 1);
		}
		expect(checked).toBeGreaterThan(50);
	});
});
