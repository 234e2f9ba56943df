import { sql, type Kysely } from 'kysely';
import type { Entry } from '#lib/domain/entry.ts';
import { HeadMovedError, type Derived } from '../store.ts';
import { DERIVED_TABLES, type Tables } from '../tables.ts';
import { derivedWriter } from './derived.ts';
import { blankClaim, mentionWriter, takeBack, writeIndexes } from './indexing.ts';
import type { Connection } from './node-sqlite.ts';
import { readClaimsOf, readEntry } from './reading.ts';
import { clearSearch } from './search.ts';

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
	derivedWriter(connection, seq, { later: false })(derived);
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
