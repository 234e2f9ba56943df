import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLedger } from '../../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../../src/lib/server/storage/open-store.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'accordline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function fill(file: string): Promise<void> {
	const store = await openStore(`sqlite:${file}`);
	const ledger = createLedger(store, { clock: () => 0, account: 'desk' });
	for (let at = 0; at < 40; at++)
		await ledger.append({
			kind: 'claims',
			claims: [{ record: `t${at}`, kind: 'topic', source: 'desk', fields: { title: { en: 'word '.repeat(200) } } }]
		});
	await store.close();
}

async function refused(file: string, code: string): Promise<void> {
	const before = readFileSync(file);
	const beside = readdirSync(folder);
	const error = await openStore(`sqlite:${file}`).then(
		() => null,
		(thrown: unknown) => thrown
	);
	expect(error).toMatchObject({ name: 'StoreError', code, file });
	expect((error as Error).message).toContain(file);
	expect(readFileSync(file).equals(before)).toBe(true);
	expect(readdirSync(folder)).toEqual(beside);
}

test('a missing folder and file are made', async () => {
	const file = join(folder, 'a', 'b', 'store.db');
	await (await openStore(`sqlite:${file}`)).close();
	expect(existsSync(file)).toBe(true);
});

test('an address that is no SQLite path is refused with an example of one that is', async () => {
	await expect(openStore('mysql://x')).rejects.toMatchObject({ code: 'bad address' });
	await expect(openStore('sqlite:')).rejects.toThrow('sqlite:data/accordline.db');
});

test('a file that is no database is refused and not touched', async () => {
	const file = join(folder, 'notes.txt');
	writeFileSync(file, 'Dear diary, '.repeat(50));
	await refused(file, 'not ours');
});

test('a database of another program is refused and not touched', async () => {
	const file = join(folder, 'other.db');
	const db = new DatabaseSync(file);
	db.exec('create table t (x); pragma user_version = 1');
	db.close();
	await refused(file, 'not ours');
});

test('a database of a newer version is refused and not touched', async () => {
	const file = join(folder, 'store.db');
	await fill(file);
	const db = new DatabaseSync(file);
	db.exec('pragma user_version = 99');
	db.close();
	await refused(file, 'newer');
});

test('a damaged page and a cut file are refused and not touched', async () => {
	const whole = join(folder, 'store.db');
	await fill(whole);
	const bytes = readFileSync(whole);
	const damaged = join(folder, 'damaged.db');
	writeFileSync(
		damaged,
		Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 8192, 0x5a), bytes.subarray(bytes.length - 4096)])
	);
	await refused(damaged, 'damaged');
	const cut = join(folder, 'cut.db');
	writeFileSync(cut, bytes.subarray(0, bytes.length - 4096));
	await refused(cut, 'damaged');
});

test('a store whose process died with its journal beside it opens with everything acknowledged', async () => {
	const file = join(folder, 'store.db');
	const store = await openStore(`sqlite:${file}`);
	await createLedger(store, { clock: () => 0, account: 'desk' }).append({
		kind: 'claims',
		claims: [{ record: 't', kind: 'topic', source: 'desk', fields: { title: { en: 'T' } } }]
	});
	const left = join(folder, 'left.db');
	copyFileSync(file, left);
	copyFileSync(`${file}-wal`, `${left}-wal`);
	await store.close();
	const again = await openStore(`sqlite:${left}`);
	expect((await again.record('t'))?.id).toBe('t');
	await again.close();
});

test('nothing of a redacted claim is left in the files, nor in any earlier version', async () => {
	const file = join(folder, 'store.db');
	const store = await openStore(`sqlite:${file}`);
	const ledger = createLedger(store, { clock: () => 0, account: 'desk' });
	const title = (en: string) => ({ record: 't', kind: 'topic', source: 'desk', fields: { title: { en } } }) as const;
	await ledger.append({ kind: 'claims', claims: [title('Xyzzyplugh'), title('plain')] });
	await ledger.append({ kind: 'redact', claim: '1.1', because: 'law' });
	expect(JSON.stringify(await store.history('t'))).not.toContain('Xyzzyplugh');
	expect(await store.search(['xyzzy'], 9)).toEqual([]);
	await store.close();
	for (const name of readdirSync(folder))
		expect(readFileSync(join(folder, name)).toString('latin1').toLowerCase()).not.toContain('xyzzyplugh');
});
