import { sql, type Kysely } from 'kysely';
import type { Entry } from '#lib/domain/entry.ts';
import { HeadMovedError, type Derived } from '../store.ts';
import { DERIVED_TABLES, type Tables } from '../tables.ts';
import { blankClaim, inBatches, mentionWriter, takeBack, writeIndexes } from './indexing.ts';
import type { Connection } from './node-sqlite.ts';
import { readClaimsOf, readEntry } from './reading.ts';
import { clearSearch, writeSearch } from './search.ts';

type Db = Kysely<Tables>;

/** Advances the head first: that takes the one write lock, and fails when someone else was faster. */
export async function appendEntry(
	db: Db,
	connection: Connection,
	expected: number,
	given: Omit<Entry, 'seq'>,
	derived: Derived
): Promise<Entry> {
	const seq = expected + 1;
	const { numUpdatedRows } = await db.updateTable('head').set({ seq }).where('seq', '=', expected).executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new HeadMovedError(`The ledger is no longer at ${expected}.`);
	const entry: Entry = { seq, account: given.account, at: given.at, body: given.body };
	const row = { seq, account: entry.account, at: entry.at, kind: entry.body.kind, body: JSON.stringify(entry.body) };
	await db.insertInto('entry').values(row).execute();
	if (entry.body.kind === 'redact') await blankClaim(db, connection, entry.body.claim);
	await writeIndexes(db, connection, entry);
	await writeDerivedRows(db, connection, seq, derived);
	return entry;
}

/** See `Store.writeIndexes`. */
export async function rewriteIndexes(db: Db, connection: Connection, seq: number): Promise<void> {
	const entry = await readEntry(db, seq);
	if (!entry) throw new RangeError(`There is no entry ${seq}.`);
	if (entry.body.kind !== 'claims' || entry.body.apart === undefined) return writeIndexes(db, connection, entry);
	takeBack(connection, entry);
	const find = mentionWriter(connection);
	for await (const claims of readClaimsOf(db, seq)) find.add(claims);
	find.done();
}

export async function clearTables(db: Db): Promise<void> {
	for (const table of DERIVED_TABLES) await db.deleteFrom(table).execute();
	const apart = sql<boolean>`json_extract(entry.body, '$.apart') is not null`;
	await db
		.deleteFrom('claim')
		.where('seq', 'not in', db.selectFrom('entry').select('seq').where('kind', '=', 'claims').where(apart))
		.execute();
	await clearSearch(db);
}

/** See `Store.writeDerived`. */
export async function writeDerivedRows(db: Db, connection: Connection, seq: number, { versions, aliases, undone }: Derived): Promise<void> {
	await inBatches(versions, async (some) => {
		const records = some.map(({ record }) => record);
		await db.updateTable('record_version').set({ to_seq: seq }).where('record', 'in', records).where('to_seq', 'is', null).execute();
		const rows = some.map(({ record, kind, body }) => ({ record, from_seq: seq, to_seq: null, kind, body: body && JSON.stringify(body) }));
		await db.insertInto('record_version').values(rows).execute();
	});
	for (const { from, into } of aliases) {
		await db.updateTable('alias').set({ to_seq: seq }).where('from_id', '=', from).where('to_seq', 'is', null).execute();
		if (into !== null) await db.insertInto('alias').values({ from_id: from, from_seq: seq, to_seq: null, into_id: into }).execute();
	}
	for (const { entry, undone: taken } of undone) {
		await db.deleteFrom('undone').where('entry', '=', entry).execute();
		if (taken) await db.insertInto('undone').values({ entry }).execute();
	}
	writeSearch(connection, versions);
}
