import type { Kysely } from 'kysely';
import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { HeadMovedError, type BulkEntry, type Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { blankClaim, mentionWriter, takeBack, writeIndexes } from './indexing.ts';
import type { Connection } from './node-sqlite.ts';
import { derivedWriter } from './derived.ts';

/** Pages of the database held in memory while much is written, in KiB: indexes grow at random places. */
const BULK_CACHE = 256 * 1024;
const USUAL_CACHE = 2 * 1024;

/**
 * See `Store.appendParts`; inside a transaction that has begun. Statements are prepared once and go round Kysely: a million
 * rows would spend half their time in it.
 * @param inside the store over the same connection, for `derive` to read from
 */
export async function appendParts(
	db: Kysely<Tables>,
	connection: Connection,
	inside: Store,
	expected: number,
	bulk: BulkEntry
): Promise<Entry> {
	const seq = expected + 1;
	const { changes } = connection.prepare('update head set seq = ? where seq = ?').run([seq, expected]);
	if (Number(changes) !== 1) throw new HeadMovedError(`The ledger is no longer at ${expected}.`);
	const apart = await writeParts(connection, inside, seq, bulk);
	const given = bulk.body();
	const body: EntryBody = given.kind === 'claims' && bulk.parts ? { ...given, claims: [], apart } : given;
	const entry: Entry = { seq, account: bulk.account, at: bulk.at, body };
	connection
		.prepare('insert into entry (seq, account, at, kind, body) values (?, ?, ?, ?, ?)')
		.run([seq, entry.account, entry.at, body.kind, JSON.stringify(body)]);
	if (body.kind === 'redact') await blankClaim(db, connection, body.claim);
	if (bulk.parts) takeBack(connection, entry);
	const write = derivedWriter(connection, seq, { later: true });
	for await (const derived of bulk.derive(inside, entry)) {
		bulk.signal?.throwIfAborted();
		write(derived);
	}
	bulk.signal?.throwIfAborted();
	if (!bulk.parts) await writeIndexes(db, connection, entry);
	return entry;
}

/** Gives work on very much a larger cache. */
export async function withLargeCache<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
	connection.exec(`pragma cache_size = -${BULK_CACHE}`);
	try {
		return await work();
	} finally {
		connection.exec(`pragma cache_size = -${USUAL_CACHE}`);
	}
}

async function writeParts(connection: Connection, inside: Store, seq: number, bulk: BulkEntry): Promise<number> {
	let claims = 0;
	if (!bulk.parts) return claims;
	const write = claimWriter(connection, seq);
	const find = mentionWriter(connection);
	for await (const some of bulk.parts(inside)) {
		bulk.signal?.throwIfAborted();
		write(some, claims + 1);
		find.add(some);
		claims += some.length;
		bulk.onpart?.(claims);
	}
	find.done();
	return claims;
}

function claimWriter(connection: Connection, seq: number): (claims: readonly Claim[], first: number) => void {
	const claimRow = connection.prepare('insert into claim (seq, n, record, kind, source, body) values (?, ?, ?, ?, ?, ?)');
	return (claims, first) => {
		claims.forEach((claim, at) => {
			claimRow.run([seq, first + at, claim.record, claim.kind, claim.source, JSON.stringify(claim)]);
		});
	};
}
