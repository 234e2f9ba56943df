import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLedger } from '../../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../../src/lib/server/storage/open-store.ts';

const RECORDS = 20_000;
const WRITER = join(import.meta.dirname, 'bulk-writer.ts');

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'accordline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const topic = (record: string) => ({ record, kind: 'topic', source: 'desk', fields: { title: { en: record } } }) as const;

/** Runs a bulk in another process and kills it, with no time to tidy up, at the first line like this. */
async function killAt(url: string, line: RegExp): Promise<string> {
	const child = spawn(process.execPath, [WRITER, url, String(RECORDS)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	let last = '';
	for await (const said of createInterface(child.stdout)) {
		if (!line.test(said)) continue;
		child.kill('SIGKILL');
		last = said;
		break;
	}
	const [code, signal] = (await ended) as [number | null, string | null];
	expect([code, signal]).toEqual([null, 'SIGKILL']);
	return last;
}

async function fresh(file: string): Promise<string> {
	const url = `sqlite:${file}`;
	const store = await openStore(url);
	await createLedger(store, { clock: () => 0, account: 'desk' }).append({ kind: 'claims', claims: [topic('a'), topic('b')] });
	await store.close();
	return url;
}

test.each([
	['while claims are written', /^reading [1-9]\d{3}$/],
	['while records are worked out', /^working out 1\d{4}$/]
])('a process killed %s leaves the store as it was, whole, and it goes on', async (_, line) => {
	const file = join(folder, 'store.db');
	const url = await fresh(file);
	await killAt(url, line);
	const store = await openStore(url);
	expect([await store.head(), await store.entry(2), await store.record('new-1'), await store.claimsAbout(['new-1'])]).toEqual([
		1,
		null,
		null,
		[]
	]);
	expect([(await store.record('a'))?.changed, await store.search(['new'], 9), await store.search(['a'], 9)]).toEqual([1, [], ['a']]);
	const ledger = createLedger(store, { clock: () => 0, account: 'desk' });
	expect((await ledger.appendBulk([[topic('new-1')]])).entry.seq).toBe(2);
	await store.close();
	const db = new DatabaseSync(file);
	expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
	expect(db.prepare('select count(*) as rows from claim').get()).toEqual({ rows: 3 });
	db.close();
});

test('a process killed while words are indexed leaves all records, and indexing goes on where it was', async () => {
	const url = await fresh(join(folder, 'store.db'));
	await killAt(url, /^search 1\d{4}$/);
	const store = await openStore(url);
	expect([await store.head(), (await store.record('new-19999'))?.id]).toEqual([2, 'new-19999']);
	const pending = await store.searchPending();
	expect(pending).toBeGreaterThan(0);
	expect(pending).toBeLessThan(RECORDS);
	let left = pending;
	while (left > 0) left = await store.indexSearch(5000);
	expect((await store.search(['new'], RECORDS + 1)).length).toBe(RECORDS);
	await store.close();
});
