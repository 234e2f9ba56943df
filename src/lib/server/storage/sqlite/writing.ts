import { sql, type Kysely } from 'kysely';
import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { indexEntry, parseClaimId, redactedClaim } from '../index-entry.ts';
import { HeadMovedError, type Derived } from '../store.ts';
import { DERIVED_TABLES, type Tables } from '../tables.ts';
import { mentionWriter, takeBack } from './bulk.ts';
import type { Connection } from './node-sqlite.ts';
import { readClaims, readClaimsOf, readEntry } from './reading.ts';
import { clearSearch, writeSearch } from './search.ts';

type Db = Kysely<Tables>;

/** Rows written with one statement. */
const BATCH = 200;

/** Advances the head first: that takes the one write lock, and fails when someone else was faster. */
export async function appendEntry(db: Db, expected: number, given: Omit<Entry, 'seq'>, derived: Derived): Promise<Entry> {
	const seq = expected + 1;
	const { numUpdatedRows } = await db.updateTable('head').set({ seq }).where('seq', '=', expected).executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) throw new HeadMovedError(`The ledger is no longer at ${expected}.`);
	const entry: Entry = { seq, account: given.account, at: given.at, body: given.body };
	const row = { seq, account: entry.account, at: entry.at, kind: entry.body.kind, body: JSON.stringify(entry.body) };
	await db.insertInto('entry').values(row).execute();
	if (entry.body.kind === 'redact') await blankClaim(db, entry.body.claim);
	await writeIndexes(db, entry);
	await writeDerivedRows(db, seq, derived);
	return entry;
}

/** Writes what belongs to an entry that is already kept. */
export async function rewriteDerived(db: Db, seq: number, derived: Derived): Promise<void> {
	const entry = await readEntry(db, seq);
	if (!entry) throw new RangeError(`There is no entry ${seq}.`);
	// Parts are indexed by `rewriteParts`, and what they derive comes in several calls.
	if (entry.body.kind !== 'claims' || entry.body.apart === undefined) await writeIndexes(db, entry);
	await writeDerivedRows(db, seq, derived);
}

/** Writes again what finds the claims that stand apart from an entry. */
export async function rewriteParts(db: Db, connection: Connection, seq: number): Promise<void> {
	const entry = await readEntry(db, seq);
	if (entry) takeBack(connection, entry);
	const find = mentionWriter(connection);
	for await (const claims of readClaimsOf(db, seq)) find(claims);
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

async function blankClaim(db: Db, id: string): Promise<void> {
	const at = parseClaimId(id);
	const entry = at && (await readEntry(db, at.seq));
	if (!at || entry?.body.kind !== 'claims') throw new RangeError(`There is no claim ${id}.`);
	const [recorded] = entry.body.apart === undefined ? [] : await readClaims(db, [id]);
	const claim = recorded ?? entry.body.claims[at.n - 1];
	if (!claim) throw new RangeError(`There is no claim ${id}.`);
	const blank = redactedClaim(claim);
	if (!recorded) {
		const claims: readonly Claim[] = entry.body.claims.map((other) => (other === claim ? blank : other));
		const body: EntryBody = { ...entry.body, claims };
		await db
			.updateTable('entry')
			.set({ body: JSON.stringify(body) })
			.where('seq', '=', at.seq)
			.execute();
	}
	await db
		.updateTable('claim')
		.set({ body: JSON.stringify(blank) })
		.where('seq', '=', at.seq)
		.where('n', '=', at.n)
		.execute();
}

async function writeIndexes(db: Db, entry: Entry): Promise<void> {
	const { seq } = entry;
	const { claims, mentions, control } = indexEntry(entry);
	const rows = claims.map(({ n, claim }) => ({
		seq,
		n,
		record: claim.record,
		kind: claim.kind,
		source: claim.source,
		body: JSON.stringify(claim)
	}));
	await inBatches(rows, (some) => db.insertInto('claim').values(some).execute());
	await inBatches(mentions, (some) =>
		db
			.insertInto('mention')
			.values(some)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
	if (!control) return;
	const record = 'record' in control ? control.record : await recordOf(db, control.claim);
	await db.insertInto('control').values({ seq, kind: entry.body.kind, record }).execute();
}

async function recordOf(db: Db, claim: string): Promise<string> {
	const at = parseClaimId(claim);
	const row = at && (await db.selectFrom('claim').select('record').where('seq', '=', at.seq).where('n', '=', at.n).executeTakeFirst());
	if (!row) throw new RangeError(`There is no claim ${claim}.`);
	return row.record;
}

async function writeDerivedRows(db: Db, seq: number, { versions, aliases, search, undone }: Derived): Promise<void> {
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
	await writeSearch(db, search);
}

async function inBatches<V>(values: readonly V[], write: (some: readonly V[]) => Promise<unknown>): Promise<void> {
	for (let from = 0; from < values.length; from += BATCH) await write(values.slice(from, from + BATCH));
}
