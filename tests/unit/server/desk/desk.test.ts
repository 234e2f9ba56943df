import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnSet } from '../../../../src/lib/columns/column-set.ts';
import { columnsFromRecords } from '../../../../src/lib/columns/from-records.ts';
import { titleRanks } from '../../../../src/lib/columns/title-ranks.ts';
import { textMask } from '../../../../src/lib/columns/text-mask.ts';
import type { Claim } from '../../../../src/lib/domain/claim.ts';
import type { RecordBody } from '../../../../src/lib/domain/record.ts';
import { BEING_BUILT, openDesk, type Desk } from '../../../../src/lib/server/desk/desk.ts';
import { createLedger, type Ledger } from '../../../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../../../src/lib/server/storage/store.ts';
import { ROOT } from '../../../support/source-tree.ts';

/** More than are ever read together: all of it goes through the worker. */
const RECORDS = 2600;
const WORDS = ['summit', 'council', 'border', 'water', 'энергия', 'نشست'];

const folder = mkdtempSync(join(tmpdir(), 'accordline-desk-'));
const db = `sqlite:${join(folder, 'desk.db')}`;
let store: Store;
let ledger: Ledger;

function said(n: number, title = `${WORDS[n % WORDS.length]} ${n % 700} ${n % 13}`): Claim {
	return { record: `e-${n}`, kind: 'event', source: 'desk', fields: { title: { en: title } } };
}

async function untilReady(desk: Desk): Promise<void> {
	await desk.columns();
	while (!desk.search().ready) await new Promise((next) => setTimeout(next, 20));
}

/** The slow twin: everything from the records. */
async function fromRecords(asof: number): Promise<ColumnSet> {
	const records: RecordBody[] = [];
	for await (const batch of store.bodies({ asof })) records.push(...batch);
	return columnsFromRecords(records, asof);
}

async function expectSame(desk: Desk, asof: number): Promise<void> {
	const [set, twin] = [await desk.columns(asof), await fromRecords(asof)];
	const ids = (of: ColumnSet) =>
		Array.from({ length: of.count }, (_, row) => row).flatMap((row) => (of.kind[row] === 255 ? [] : [of.id.at(row)]));
	expect(set.seq).toBe(asof);
	expect(ids(set).toSorted()).toEqual(ids(twin).toSorted());
	for (const q of ['summit', 'ummi 5', 'wat', 'нер', 'fresh']) {
		const hits = await desk.textHits(set, q, asof);
		if (hits === null || hits === BEING_BUILT) throw new Error('no hits');
		const slow = textMask(twin, q);
		const found = (of: ColumnSet, mask: Uint8Array) =>
			ids(of)
				.filter((id) => mask[of.id.rowOf(id)] === 1)
				.toSorted();
		expect(found(set, hits), q).toEqual(found(twin, slow));
	}
}

let desk: Desk;
const open = () => openDesk({ store, db, root: ROOT, onchange: () => undefined });

beforeAll(async () => {
	store = await openStore(db);
	ledger = createLedger(store, { clock: () => 0, account: 'test' });
	await ledger.append({ kind: 'claims', claims: Array.from({ length: RECORDS }, (_, n) => said(n)) });
	desk = open();
	await untilReady(desk);
});
afterAll(async () => {
	desk.stop();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

describe('the desk of a large store', () => {
	test('has the columns and the text index that its records make', async () => {
		expect((await desk.columns()).words.complete).toBe(false);
		expect(desk.progress()).toBeNull();
		await expectSame(desk, 1);
	});

	test('follows what is new, changed and gone, and still answers for before', async () => {
		await desk.take(await ledger.append({ kind: 'claims', claims: [said(RECORDS, 'fresh summit'), said(3, 'fresh name')] }));
		await desk.take(await ledger.append({ kind: 'drop', record: 'e-5' }));
		await expectSame(desk, 3);
		await expectSame(desk, 2);
		await expectSame(desk, 1);
	});

	test('ranks titles that came or changed among the others', async () => {
		const set = await desk.columns();
		const ranks = await desk.ranks(set, 'en');
		const bodies = await store.recordsById(
			Array.from({ length: set.count }, (_, row) => set.id.at(row)),
			set.seq
		);
		const titles = Array.from({ length: set.count }, (_, row) => {
			const title = bodies.get(set.id.at(row))?.fields.title;
			return title?.shape === 'text' ? title.text : null;
		});
		const alive = (all: Uint32Array) => [...all].flatMap((rank, row) => (set.kind[row] === 255 ? [] : [[row, rank] as const]));
		const order = (all: Uint32Array) =>
			alive(all)
				.toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
				.map(([row]) => row);
		expect(order(ranks ?? new Uint32Array())).toEqual(order(titleRanks(titles, 'en')));
	});

	test('gives the words of rows as of the set asked', async () => {
		const before = await desk.columns(1);
		const words = await desk.words(before, [before.id.rowOf('e-3')], 1);
		expect([...words.values()].map(({ title }) => title.en)).toEqual([`${WORDS[3]} 3 3`]);
		const now = await desk.columns();
		expect((await desk.words(now, [now.id.rowOf('e-3')])).get(now.id.rowOf('e-3'))?.title.en).toBe('fresh name');
	});

	test('starts again from what it kept, and catches up', async () => {
		desk.stop();
		await ledger.append({ kind: 'claims', claims: [said(RECORDS + 1, 'fresh again')] });
		desk = open();
		await untilReady(desk);
		await expectSame(desk, 4);
	});

	test('takes in an entry too large to list while it goes on answering', async () => {
		const seq = 5;
		const notice = await ledger.append({ kind: 'claims', claims: Array.from({ length: RECORDS }, (_, n) => said(n + 10_000)) });
		const taken = desk.take(notice);
		expect((await desk.columns()).count).toBeGreaterThan(RECORDS);
		await taken;
		await untilReady(desk);
		await expectSame(desk, seq);
		await expectSame(desk, 4);
	});

	test('sees what another process wrote', async () => {
		const other = await openStore(db, { again: true });
		await createLedger(other, { clock: () => 0, account: 'other' }).append({
			kind: 'claims',
			claims: [said(99_999, 'fresh from elsewhere')]
		});
		await other.close();
		await expect.poll(async () => (await desk.columns()).seq, { timeout: 10_000 }).toBe(6);
		await expectSame(desk, 6);
	});
});

test('a store in memory needs no worker, whatever its size', async () => {
	const inMemory = await openStore('sqlite::memory:');
	await createLedger(inMemory, { clock: () => 0, account: 'test' }).append({
		kind: 'claims',
		claims: Array.from({ length: RECORDS }, (_, n) => said(n))
	});
	const own = openDesk({ store: inMemory, db: null, root: ROOT, onchange: () => undefined });
	const set = await own.columns();
	expect(set.count).toBe(RECORDS);
	expect(set.words.complete).toBe(true);
	own.stop();
	await inMemory.close();
});
