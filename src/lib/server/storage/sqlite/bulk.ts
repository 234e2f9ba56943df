import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { claimIndex, parseClaimId } from '../index-entry.ts';
import { HeadMovedError, StoreError, type BulkEntry, type Derived, type Store } from '../store.ts';
import type { Connection } from './node-sqlite.ts';

/** Pages of the database held in memory while much is written, in KiB: indexes grow at random places. */
const BULK_CACHE = 256 * 1024;
const USUAL_CACHE = 2 * 1024;

/**
 * See `Store.appendParts`. Statements are prepared once and go round Kysely: a million rows would spend half their time in it.
 * @param inside the store over the same connection, for `derive` to read from
 */
export async function appendParts(connection: Connection, inside: Store, expected: number, bulk: BulkEntry): Promise<Entry> {
	const seq = expected + 1;
	connection.exec(`pragma cache_size = -${BULK_CACHE}`);
	try {
		begin(connection);
		const { changes } = connection.prepare('update head set seq = ? where seq = ?').run([seq, expected]);
		if (Number(changes) !== 1) throw new HeadMovedError(`The ledger is no longer at ${expected}.`);
		const apart = await writeParts(connection, inside, seq, bulk);
		const given = bulk.body();
		const body: EntryBody = given.kind === 'claims' ? { ...given, claims: [], apart } : given;
		const entry: Entry = { seq, account: bulk.account, at: bulk.at, body };
		connection
			.prepare('insert into entry (seq, account, at, kind, body) values (?, ?, ?, ?, ?)')
			.run([seq, entry.account, entry.at, body.kind, JSON.stringify(body)]);
		takeBack(connection, entry);
		const write = derivedWriter(connection, seq);
		for await (const derived of bulk.derive(inside, entry)) {
			bulk.signal?.throwIfAborted();
			write(derived);
		}
		bulk.signal?.throwIfAborted();
		connection.exec('commit');
		return entry;
	} catch (error) {
		connection.exec('rollback');
		throw error;
	} finally {
		connection.exec(`pragma cache_size = -${USUAL_CACHE}`);
	}
}

/** Someone else may be writing for minutes: say so instead of waiting. */
function begin(connection: Connection): void {
	try {
		connection.exec('begin immediate');
	} catch (error) {
		throw new StoreError('busy', '', 'Someone else is writing to this store. Try again when they are done.', error);
	}
}

async function writeParts(connection: Connection, inside: Store, seq: number, bulk: BulkEntry): Promise<number> {
	let claims = 0;
	if (!bulk.parts) return claims;
	const write = claimWriter(connection, seq);
	for await (const some of bulk.parts(inside)) {
		bulk.signal?.throwIfAborted();
		write(some, claims + 1);
		claims += some.length;
		bulk.onpart?.(claims);
	}
	return claims;
}

/** Writes claims and what finds them. */
export function claimWriter(connection: Connection, seq: number): (claims: readonly Claim[], first: number) => void {
	const claimRow = connection.prepare('insert into claim (seq, n, record, kind, source, body) values (?, ?, ?, ?, ?, ?)');
	const find = mentionWriter(connection);
	return (claims, first) => {
		claims.forEach((claim, at) => {
			claimRow.run([seq, first + at, claim.record, claim.kind, claim.source, JSON.stringify(claim)]);
		});
		find(claims);
	};
}

/** Writes by which ids claims are found. */
export function mentionWriter(connection: Connection): (claims: readonly Claim[]) => void {
	const mention = connection.prepare('insert or ignore into mention (id, record) values (?, ?)');
	return (claims) => {
		for (const { id, record } of claimIndex(claims)) mention.run([id, record]);
	};
}

/** Notes which claims an entry takes back. */
export function takeBack(connection: Connection, { seq, body }: Entry): void {
	if (body.kind !== 'claims' || !body.withdraws) return;
	const row = connection.prepare('insert or ignore into taken_back (seq, n, by_seq) values (?, ?, ?)');
	for (const id of body.withdraws) {
		const at = parseClaimId(id);
		if (!at) throw new RangeError(`There is no claim ${id}.`);
		row.run([at.seq, at.n, seq]);
	}
}

/** Writes versions and search rows of one entry, batch after batch. */
export function derivedWriter(connection: Connection, seq: number): (derived: Derived) => void {
	const close = connection.prepare('update record_version set to_seq = ? where record = ? and to_seq is null');
	const version = connection.prepare('insert into record_version (record, from_seq, to_seq, kind, body) values (?, ?, null, ?, ?)');
	const search = connection.prepare('insert into search_row (record, language, folded) values (?, ?, ?)');
	const known = connection.prepare('select id, folded from search_row where record = ?');
	const forget = connection.prepare('delete from search_row where id = ?');
	const unword = connection.prepare('delete from search_words where rowid = ?');
	const unletter = connection.prepare('delete from search_letters where rowid = ?');
	const notUndone = connection.prepare('delete from undone where entry = ?');
	const undone = connection.prepare('insert into undone (entry) values (?)');
	const indexed = Number(connection.scalar('select indexed from search_state'));
	return (derived) => {
		for (const each of derived.undone) {
			notUndone.run([each.entry]);
			if (each.undone) undone.run([each.entry]);
		}
		for (const { record, kind, body } of derived.versions) {
			close.run([seq, record]);
			version.run([record, seq, kind, body && JSON.stringify(body)]);
		}
		for (const { record, rows } of derived.search) {
			for (const row of known.all([record]) as { id: number }[]) {
				if (row.id <= indexed) {
					unword.run([row.id]);
					unletter.run([row.id]);
				}
				forget.run([row.id]);
			}
			if (rows.length > 0) search.run([record, '', rows.map(({ folded }) => folded).join(' ')]);
		}
	};
}
