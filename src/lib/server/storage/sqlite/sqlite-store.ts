import { Kysely, SqliteDialect } from 'kysely';
import { existsSync } from 'node:fs';
import { StoreError, type Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { Connection } from './node-sqlite.ts';
import * as reading from './reading.ts';
import { appendParts } from './bulk.ts';
import { indexSearch, searchPending, searchRecords } from './search.ts';
import { keepBytes, keptBytes } from './kept.ts';
import { appendEntry, clearTables, rewriteDerived, rewriteParts } from './writing.ts';

/** The embedded store over an open connection with the schema in it. One server process a file. */
export function createSqliteStore(connection: Connection): Store {
	return storeOver(new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) }), connection, false);
}

function storeOver(db: Kysely<Tables>, connection: Connection, inTransaction: boolean): Store {
	const write = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => (inTransaction ? work(db) : db.transaction().execute(work));
	const store: Store = {
		head: () => reading.readHead(db),
		append: (expected, entry, derived) => write((trx) => appendEntry(trx, expected, entry, derived)),
		appendParts: (expected, bulk) => {
			if (inTransaction) throw new RangeError('A transaction is open already.');
			// Kysely's one-connection lock is held for all of it; what is derived is read through a store of its own over the same connection.
			return db.connection().execute(() => appendParts(connection, storeOver(unlocked(connection), connection, true), expected, bulk));
		},
		claimsOf: (seq) => reading.readClaimsOf(db, seq),
		takenBack: (claims) => reading.readTakenBack(db, claims),
		recordsIn: (seq, options) => reading.readRecordsIn(db, seq, options),
		entries: (since, limit) => reading.readEntries(db, since, limit),
		entry: (seq) => reading.readEntry(db, seq),
		claimsAbout: (records) => reading.readClaimsAbout(db, records),
		claims: (ids) => reading.readClaims(db, ids),
		claimPage: (options) => reading.readClaimPage(db, options),
		kinds: (ids) => reading.readKinds(db, ids),
		mentioning: (ids) => reading.readMentioning(db, ids),
		controls: (records) => reading.readControls(db, records),
		merges: () => reading.readMerges(db),
		undone: (seqs) => reading.readUndone(db, seqs),
		record: (id, asof) => reading.readRecord(db, id, asof),
		recordsById: (ids, asof) => reading.readRecordsById(db, ids, asof),
		records: (options) => reading.readRecords(db, options),
		history: (id) => reading.readHistory(db, id),
		firstSeen: (ids) => reading.readFirstSeen(db, ids),
		changed: (since, until, limit) => reading.readChanged(db, since, until, limit),
		changedCount: (since, until, most) => reading.readChangedCount(db, since, until, most),
		alias: (id, asof) => reading.readAlias(db, id, asof),
		aliases: () => reading.readAliases(db),
		search: (terms, limit) => searchRecords(db, terms, limit),
		searchPending: () => searchPending(db),
		indexSearch: (limit) => write((trx) => indexSearch(trx, limit)),
		keep: (name, seq, chunks) => write((trx) => keepBytes(trx, name, seq, chunks)),
		kept: (name) => keptBytes(db, name),
		dataVersion: () => Promise.resolve(Number(connection.scalar('pragma data_version'))),
		bodies: (options) => reading.readBodies(db, options),
		changedRecords: (since, asof) => reading.readChangedRecords(db, since, asof),
		clearDerived: () => write(clearTables),
		writeDerived: (seq, derived) => write((trx) => rewriteDerived(trx, seq, derived)),
		writeParts: (seq) => write(() => rewriteParts(db, connection, seq)),
		atomically: (work) => write((trx) => work(storeOver(trx, connection, true))),
		scrub: async () => {
			// Through Kysely's one-connection lock, so that it never meets an open transaction.
			await db.connection().execute(async () => {
				connection.exec('vacuum');
				connection.exec('pragma wal_checkpoint(truncate)');
			});
		},
		backup: async (file) => {
			if (existsSync(file)) throw new StoreError('exists', file, `${file} is already there. Name a file that does not exist yet.`);
			await connection.backup(file);
		},
		close: () => db.destroy()
	};
	return store;
}

function unlocked(connection: Connection): Kysely<Tables> {
	return new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
}
