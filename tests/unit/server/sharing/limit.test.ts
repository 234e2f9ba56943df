import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GONE, type ColumnSet } from '#lib/columns/column-set.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { NO_FILTER, type Filter } from '#lib/filter/filter.ts';
import { openContext, type ServerContext } from '#lib/server/context.ts';
import { limitContext, type Limited } from '#lib/server/sharing/limit-context.ts';
import { NotSharedError } from '#lib/server/sharing/limit-store.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { filterOf } from '#lib/view/to-filter.ts';

const TABLED = new Set(['event', 'agreement', 'follow-up']);

let whole: ServerContext;
/** Every id that stands in the ledger, and every claim. */
let ids: string[];
let claims: string[];
/** The ledger when the seeds were in it; more has been written since. */
let seeded: number;

beforeAll(async () => {
	const environment = {
		db: 'sqlite::memory:',
		seeds: 'seeds',
		zone: 'UTC',
		today: dayOf(2026, 11, 22),
		pageRecords: 3_000_000,
		host: '',
		port: null,
		origin: null
	};
	whole = await openContext(environment, { root: '.', clock: () => Date.UTC(2026, 10, 20) });
	seeded = await whole.store.head();
	const text = (en: string) => ({ en });
	await whole.ledger.append({
		kind: 'claims',
		claims: [
			{ record: 'treaty-2025', kind: 'event', source: 'paper', fields: { place: text('Elsewhere') } },
			{ record: 'paper', kind: 'source', source: 'paper', fields: { title: text('Later paper') } },
			{
				record: 'later',
				kind: 'event',
				source: 'paper',
				fields: { title: text('Later talks'), kind: 'meeting', track: 'iran-russia-ict' }
			},
			{
				record: 'aside',
				kind: 'event',
				source: 'paper',
				fields: { title: text('Talks aside'), kind: 'meeting', track: 'iran-armenia-ict' }
			}
		]
	});
	ids = [];
	for await (const { id } of whole.store.records({})) ids.push(id);
	claims = (await whole.store.claimPage({ limit: 10_000 })).map(({ id }) => id);
});
afterAll(() => whole.close());

function rowsOf(set: ColumnSet, mask?: Uint8Array): string[] {
	const found: string[] = [];
	for (let row = 0; row < set.count; row++) if (set.kind[row] !== GONE && mask?.[row] !== 0) found.push(set.id.at(row));
	return found.sort();
}

/** What a page or an API address reads from its query. */
function asked(query: string): Filter {
	return { ...NO_FILTER, ...filterOf(viewFromUrl(new URLSearchParams(query), defaultView('en')).view) };
}

const QUERIES = [
	'track=iran-russia-ict',
	'track=iran-armenia-ict',
	'track=',
	'in=2025-12',
	'in=2026/..&undated=0',
	'in=2025-12&rel=before',
	'possible=0',
	'kind=event',
	'kind=agreement',
	'kind=event:session',
	'status=event:planned',
	'status=agreement:signed',
	'status=follow-up:open',
	'conflict=1',
	'q=memorandum',
	'q=مسکو',
	'q=',
	'actor=iran',
	'table=follow-ups',
	'asof=0',
	'asof=1',
	'asof=99',
	'published=2020-01-01',
	'published=2026-11-22'
];
const query = fc.uniqueArray(fc.constantFrom(...QUERIES), { maxLength: 3 }).map((parts) => parts.join('&'));
const moment = fc.constantFrom<'live' | 'frozen'>('live', 'frozen');

async function shared(view: string, when: 'live' | 'frozen'): Promise<{ limited: Limited; rows: string[]; hidden: string[] }> {
	const pinned = when === 'frozen' ? { seq: seeded, today: dayOf(2026, 11, 22), zone: 'UTC' } : null;
	const limited = await limitContext(whole, pinned, [asked(view)]);
	if ('refused' in limited) throw new Error(limited.refused);
	// The slow way: each record of that moment, asked by itself.
	const set = await whole.columns(pinned?.seq ?? null);
	const rows = rowsOf(set, filterMask(set, asked(view), null));
	return { limited, rows, hidden: rowsOf(await whole.columns()).filter((id) => !rows.includes(id)) };
}

/** Strings anywhere inside a value, names of members included: an id that is hidden must be none of them. */
function* stringsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (value instanceof Map) for (const pair of value) yield* stringsIn(pair);
	else if (Array.isArray(value)) for (const part of value) yield* stringsIn(part);
	else if (value && typeof value === 'object') for (const [name, part] of Object.entries(value)) yield* stringsIn([name, part]);
}

describe('a shared view', () => {
	test('holds what its filter keeps, and whatever is asked of it on top keeps no other record', async () => {
		await fc.assert(
			fc.asyncProperty(query, query, moment, async (view, more, when) => {
				const { limited, rows } = await shared(view, when);
				expect(rowsOf(limited.set)).toEqual(rows);
				const filter = asked(more);
				for (const asof of [null, 0, seeded, 99]) {
					const set = await limited.context.columns(asof);
					expect(set).toBe(limited.set);
					const hits = await limited.context.desk.textHits(set, filter.q, asof);
					if (typeof hits === 'string') throw new Error(hits);
					for (const id of rowsOf(set, filterMask(set, filter, hits))) expect(rows).toContain(id);
				}
				for (const id of await limited.context.desk.lookUp([filter.q || 'a'], 1000)) expect(rows).toContain(id);
			}),
			{ seed: 5, numRuns: 150 }
		);
	});

	test('tells nothing of a record that is not in it, whichever id, claim or moment is asked for', async () => {
		await fc.assert(
			fc.asyncProperty(query, moment, fc.constantFrom(undefined, 0, 1, 99), async (view, when, asof) => {
				const { limited, rows, hidden } = await shared(view, when);
				const { store } = limited.context;
				const answers: unknown[] = [await store.recordsById(ids, asof), await store.claims(claims)];
				for await (const body of store.records(asof === undefined ? {} : { asof })) {
					expect(rows.includes(body.id) || !TABLED.has(body.kind), body.kind).toBe(true);
					answers.push(body);
				}
				for (const id of ids) answers.push(await store.record(id, asof), await store.history(id));
				for (let seq = 1; seq <= seeded + 1; seq++) answers.push(await store.entry(seq));
				const told = new Set(stringsIn(answers));
				expect(hidden.filter((id) => told.has(id))).toEqual([]);
				for (const id of hidden) expect(await store.record(id, asof)).toBeNull();
			}),
			{ seed: 6, numRuns: 40 }
		);
	});

	test('that is frozen says the same whatever was written since', async () => {
		const { limited } = await shared('track=iran-russia-ict', 'frozen');
		const live = await shared('track=iran-russia-ict', 'live');
		expect(rowsOf(live.limited.set)).toContain('later');
		expect(rowsOf(limited.set)).not.toContain('later');
		expect(await limited.context.store.record('paper')).toBeNull();
		expect(await live.limited.context.store.record('paper')).not.toBeNull();
		const versions = await (await shared('track=iran-russia', 'frozen')).limited.context.store.history('treaty-2025');
		expect(versions.map(({ fromSeq }) => fromSeq)).toEqual([seeded]);
		expect(JSON.stringify(versions)).not.toContain('Elsewhere');
		expect([limited.set.seq, await limited.context.store.head()]).toEqual([seeded, seeded]);
	});

	test('is closed to every question no page of it has to ask', async () => {
		const { store } = (await shared('track=iran-russia-ict', 'live')).limited.context;
		const closed = [
			...['append', 'appendParts', 'claimsOf', 'gather', 'entries', 'claimsAbout', 'claimPage', 'kinds', 'mentioning', 'controls'],
			...['merges', 'changed', 'changedCount', 'aliases', 'search', 'documents', 'firstSeen']
		] as const;
		for (const name of closed) {
			expect(() => {
				const member: unknown = store[name as keyof typeof store];
				if (typeof member !== 'function') throw new Error(`${name} is open`);
				(member as () => void)();
			}, name).toThrow(NotSharedError);
		}
	});

	test('of several filters holds what any of them keeps, and nothing when none is asked', async () => {
		const limited = await limitContext(whole, null, [asked('track=iran-armenia-ict'), asked('conflict=1')]);
		if ('refused' in limited) throw new Error(limited.refused);
		const [armenia, differing] = [await shared('track=iran-armenia-ict', 'live'), await shared('conflict=1', 'live')];
		expect(rowsOf(limited.set)).toEqual([...new Set([...armenia.rows, ...differing.rows])].sort());
		const none = await limitContext(whole, null, []);
		expect('set' in none && rowsOf(none.set)).toEqual([]);
	});
});
