import type { Kysely } from 'kysely';
import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { indexEntry, parseClaimId, redactedClaim } from '../index-entry.ts';
import { HeadMovedError, type Derived } from '../store.ts';
import { DERIVED_TABLES, type Tables } from '../tables.ts';
import { claimWriter, takeBack } from './bulk.ts';
import type { Connection } from './node-sqlite.ts';
import { readEntry } from './reading.ts';
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
	if (entry.body.kind !== 'claims' || !entry.body.parts) await writeIndexes(db, entry);
	await writeDerivedRows(db, seq, derived);
}

/** Writes the claims of an entry's parts, and what finds them, one part after another. */
export async function rewriteParts(db: Db, connection: Connection, seq: number): Promise<void> {
	const entry = await readEntry(db, seq);
	if (entry) takeBack(connection, entry);
	const write = claimWriter(connection, seq);
	for (let part = 0; ; part++) {
		const row = await db
			.selectFrom('entry_part')
			.select(['first', 'body'])
			.where('seq', '=', seq)
			.where('part', '=', part)
			.executeTakeFirst();
		if (!row) return;
		write(JSON.parse(row.body) as Claim[], row.first);
	}
}

export async function clearTables(db: Db): Promise<void> {
	for (const table of DERIVED_TABLES) await db.deleteFrom(table).execute();
	await clearSearch(db);
}

async function blankClaim(db: Db, id: string): Promise<void> {
	const at = parseClaimId(id);
	const entry = at && (await readEntry(db, at.seq));
	if (!at || entry?.body.kind !== 'claims') throw new RangeError(`There is no claim ${id}.`);
	const part = entry.body.parts && (await partWith(db, at));
	const all = part ? part.claims : entry.body.claims;
	const claim = all[at.n - (part?.first ?? 1)];
	if (!claim) throw new RangeError(`There is no claim ${id}.`);
	const blank = redactedClaim(claim);
	const claims: readonly Claim[] = all.map((other) => (other === claim ? blank : other));
	const body: EntryBody = { ...entry.body, claims };
	if (part)
		await db
			.updateTable('entry_part')
			.set({ body: JSON.stringify(claims) })
			.where('seq', '=', at.seq)
			.where('part', '=', part.part)
			.execute();
	else
		await db
			.updateTable('entry')
			.set({ body: JSON.stringify(body) })
			.where('seq', '=', at.seq)
			.execute();
	await db
		.updateTable('claim')
		.set({ body: JSON.stringify(blank) })
		.where('seq', '=', at.seq)
		.where('n', '=', at.n)
		.execute();
}

async function partWith(db: Db, at: { seq: number; n: number }): Promise<{ part: number; first: number; claims: Claim[] } | undefined> {
	const row = await db
		.selectFrom('entry_part')
		.selectAll()
		.where('seq', '=', at.seq)
		.where('first', '<=', at.n)
		.orderBy('first', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && { part: row.part, first: row.first, claims: JSON.parse(row.body) as Claim[] };
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
