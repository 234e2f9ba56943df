import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendBulk } from '../../../src/lib/server/ledger/append-bulk.ts';
import { createLedger } from '../../../src/lib/server/ledger/ledger.ts';
import { rebuild } from '../../../src/lib/server/ledger/rebuild.ts';
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

test('a file of the first version is brought to this one, whole, and goes on', async () => {
	const file = join(folder, 'old.db');
	writeVersionOne(file);
	const store = await openStore(`sqlite:${file}`);
	expect([await store.head(), (await store.record('t'))?.fields['title'], await store.searchPending()]).toMatchObject([
		1,
		{ text: OLD.t },
		0
	]);
	expect([await store.search(['old'], 9), await store.search(['ewor', 'قدیم'], 9), await store.search(['x'], 9)]).toEqual([
		['t'],
		['t'],
		['u']
	]);
	const ledger = createLedger(store, { clock: () => 0, account: 'desk' });
	const topic = (record: string, en: string) => ({ record, kind: 'topic', source: 'desk', fields: { title: { en } } }) as const;
	await ledger.append({ kind: 'claims', claims: [topic('t', 'New words')] });
	await ledger.appendBulk([[topic('v', 'Bulk')]]);
	await store.indexSearch(9);
	expect([await store.search(['old'], 9), await store.search(['new'], 9), await store.search(['bulk'], 9)]).toEqual([['t'], ['t'], ['v']]);
	await rebuild(store);
	expect((await store.history('t')).map(({ fromSeq }) => fromSeq)).toEqual([1, 2]);
	expect(await store.documents.put('deck', { id: 'd', expected: 0, changed: '2026-11-22T00:00:00.000Z', body: { title: {} } })).toBe(1);
	await store.close();
	const again = new DatabaseSync(file, { readOnly: true });
	expect(again.prepare('pragma user_version').get()).toEqual({ user_version: 3 });
	again.close();
});

test('a file of the second version gets what it lacks and keeps what it has', async () => {
	const file = join(folder, 'second.db');
	const store = await openStore(`sqlite:${file}`);
	await createLedger(store, { clock: () => 0, account: 'desk' }).append({
		kind: 'claims',
		claims: [{ record: 't', kind: 'topic', source: 'desk', fields: { title: { en: 'Old' } } }]
	});
	await store.close();
	const db = new DatabaseSync(file);
	db.exec('drop table document; pragma user_version = 2');
	db.close();
	const again = await openStore(`sqlite:${file}`);
	expect(await again.head()).toBe(1);
	expect(await again.documents.list('deck')).toEqual([]);
	await again.close();
});

test('a file of the first version that cannot be brought to this one is left as it was', async () => {
	const file = join(folder, 'old.db');
	writeVersionOne(file);
	const db = new DatabaseSync(file);
	db.exec('create table kept (name text)');
	db.close();
	await expect(openStore(`sqlite:${file}`)).rejects.toMatchObject({ code: 'unreadable' });
	const after = new DatabaseSync(file, { readOnly: true });
	expect(after.prepare('pragma user_version').get()).toEqual({ user_version: 1 });
	expect(after.prepare('select count(*) as rows from search_row where language is not null').get()).toEqual({ rows: 3 });
	after.close();
});

test('a second server on one file is refused while the first one runs; commands are not', async () => {
	const url = `sqlite:${join(folder, 'store.db')}`;
	const server = await openStore(url, { server: true });
	await expect(openStore(url, { server: true })).rejects.toMatchObject({ code: 'in use' });
	const command = await openStore(url);
	await createLedger(command, { clock: () => 0, account: 'desk' }).append({
		kind: 'claims',
		claims: [{ record: 't', kind: 'topic', source: 'desk', fields: { title: { en: 'T' } } }]
	});
	await command.close();
	const before = await server.dataVersion();
	expect([await server.head(), before]).toEqual([1, before]);
	await server.close();
	await (await openStore(url, { server: true })).close();
});

test('while another process writes for long, others read and open, and a writer is told that the store is busy', async () => {
	const file = join(folder, 'store.db');
	await fill(file);
	const other = new DatabaseSync(file);
	other.exec('begin immediate; update head set seq = seq');
	const store = await openStore(`sqlite:${file}`);
	expect(await store.head()).toBe(40);
	const version = await store.dataVersion();
	const ledger = createLedger(store, { clock: () => 0, account: 'desk' });
	const append = () => ledger.append({ kind: 'drop', record: 't1' });
	const bulk = appendBulk(store, [], { clock: () => 0, account: 'desk' });
	const [one, many] = await Promise.allSettled([append(), bulk]);
	for (const each of [one, many]) expect(each).toMatchObject({ reason: { name: 'StoreError', code: 'busy', file } });
	other.exec('insert into undone (entry) values (99); commit');
	other.close();
	expect(await store.dataVersion()).not.toBe(version);
	expect((await append()).entry.seq).toBe(41);
	await store.close();
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

const OLD = { t: { en: 'Old newords', fa: 'کلمه قدیم' }, u: { en: 'x y' } };

/** A file as version 1 wrote it: one entry, two records, search rows by language. */
function writeVersionOne(file: string): void {
	const db = new DatabaseSync(file);
	db.exec(VERSION_ONE);
	const claims = Object.entries(OLD).map(([record, title]) => ({ record, kind: 'topic', source: 'desk', fields: { title } }));
	db.prepare("insert into entry (seq, account, at, kind, body) values (1, 'desk', '2025-01-01T00:00:00.000Z', 'claims', ?)").run(
		JSON.stringify({ kind: 'claims', claims })
	);
	for (const [at, claim] of claims.entries()) {
		const { record, fields } = claim;
		const id = `1.${at + 1}`;
		db.prepare("insert into claim (seq, n, record, kind, source, body) values (1, ?, ?, 'topic', 'desk', ?)").run(
			at + 1,
			record,
			JSON.stringify(claim)
		);
		db.prepare("insert into mention (id, record) values ('desk', ?)").run(record);
		const title = { shape: 'text', text: fields.title, claims: { en: id }, others: [] };
		const body = { id: record, kind: 'topic', fields: { title }, claims: [id], sources: [], merged: [], since: 1, changed: 1 };
		db.prepare("insert into record_version (record, from_seq, to_seq, kind, body) values (?, 1, null, 'topic', ?)").run(
			record,
			JSON.stringify(body)
		);
	}
	const rows = [
		['t', 'en', 'old newords'],
		['t', 'fa', 'کلمه قدیم'],
		['u', 'en', 'x y']
	] as const;
	for (const [at, [record, language, folded]] of rows.entries()) {
		db.prepare('insert into search_row (id, record, language, folded) values (?, ?, ?, ?)').run(at + 1, record, language, folded);
		for (const table of ['search_words', 'search_letters'])
			db.prepare(`insert into ${table} (rowid, folded) values (?, ?)`).run(at + 1, folded);
	}
	db.exec('update head set seq = 1; pragma application_id = 1094931012; pragma user_version = 1; pragma journal_mode = wal');
	db.close();
}

const VERSION_ONE = `
create table head (id integer primary key check (id = 1), seq integer not null);
insert into head (id, seq) values (1, 0);
create table entry (seq integer primary key, account text not null, at text not null, kind text not null, body text not null);

create table claim (
	seq integer not null, n integer not null, record text not null, kind text not null, source text not null, body text not null,
	primary key (seq, n)
) without rowid;
create index claim_record on claim (record, seq, n);
create index claim_source on claim (source, seq, n);
create table mention (id text not null, record text not null, primary key (id, record)) without rowid;
create table control (seq integer primary key, kind text not null, record text not null);
create index control_record on control (record, seq);
create index control_kind on control (kind, seq);
create table undone (entry integer primary key);

create table record_version (
	record text not null, from_seq integer not null, to_seq integer, kind text not null, body text,
	primary key (record, from_seq)
);
create index record_version_now on record_version (kind, record) where to_seq is null;
create index record_version_seq on record_version (from_seq, record);
create table alias (
	from_id text not null, from_seq integer not null, to_seq integer, into_id text not null,
	primary key (from_id, from_seq)
) without rowid;

create table search_row (id integer primary key, record text not null, language text not null, folded text not null);
create index search_row_record on search_row (record);
create virtual table search_words using fts5(folded, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
create virtual table search_letters using fts5(folded, content = '', contentless_delete = 1, tokenize = 'trigram');
`;
