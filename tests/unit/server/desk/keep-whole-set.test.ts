import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BEING_BUILT, openDesk } from '#lib/server/desk/desk.ts';
import { keptSize, prepareWholeSet } from '#lib/server/desk/keep-whole-set.ts';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import { madeUpWorld } from '#lib/server/transfer/made-up-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordline-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function storeOf(records: number) {
	const store = await openStore(`sqlite:${join(folder, `${records}.db`)}`);
	const ledger = createLedger(store, { clock: () => 0, account: 'test' });
	for (const claims of madeUpWorld({ records, seed: 42 })) await ledger.append({ kind: 'claims', claims });
	return store;
}

test('a large store prepared ahead is served and searched at its first start without being read through', async () => {
	const store = await storeOf(2600);
	const shares: number[] = [];
	await prepareWholeSet(store, (share) => shares.push(share));
	expect(shares.at(-1)).toBe(1);
	expect(await keptSize(store)).toEqual({ seq: await store.head(), rows: 2600 });
	let read = 0;
	const watched = { ...store, bodies: (options: { asof?: number }) => (read++, store.bodies(options)) };
	// There is no thread to read it: it is read here.
	const desk = openDesk({ store: watched, db: `sqlite:${join(folder, '2600.db')}`, root: folder, onchange: () => undefined });
	const set = await desk.columns();
	expect(set.count).toBe(2600);
	// The index is read after the columns have been served.
	while ((await desk.textHits(set, 'e')) === BEING_BUILT) await new Promise((next) => setImmediate(next));
	expect(await desk.textHits(set, 'e')).toContain(1);
	expect(read).toBe(0);
	desk.stop();
	await store.close();
});

test('what is kept is read by another thread, which nobody waits for', async () => {
	const db = `sqlite:${join(folder, '2600.db')}`;
	const store = await openStore(db, { again: true });
	const here: string[] = [];
	const watched = { ...store, kept: (name: string) => (here.push(name), store.kept(name)) };
	const desk = openDesk({ store: watched, db, root: process.cwd(), onchange: () => undefined });
	const set = await desk.columns();
	expect(set.count).toBe(2600);
	while ((await desk.textHits(set, 'e')) === BEING_BUILT) await new Promise((next) => setTimeout(next, 5));
	expect(await desk.textHits(set, 'e')).toContain(1);
	while (!(await desk.ranks(set, 'ru'))) await new Promise((next) => setTimeout(next, 5));
	expect(await desk.ranks(set, 'ru')).toHaveLength(2600);
	expect(new Set(here)).toEqual(new Set(['whole']));
	desk.stop();
	await store.close();
});

test('of a small store nothing is kept: it is read whole at every start', async () => {
	const store = await storeOf(300);
	await prepareWholeSet(store, () => undefined);
	expect(await keptSize(store)).toBeNull();
	await store.close();
});
