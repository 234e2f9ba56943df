import { Kysely, SqliteDialect } from 'kysely';
import { existsSync } from 'node:fs';
import { StoreError, type Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import type { Connection } from './node-sqlite.ts';
import { appendParts, withLargeCache } from './bulk.ts';
import * as claims from './claims.ts';
import { derivedWriter } from './derived.ts';
import * as documents from './documents.ts';
import { forgetBytes, keepBytes, keptBytes } from './kept.ts';
import * as reading from './reading.ts';
import { indexSearch, searchPending, searchRecords } from './search.ts';
import { inTransaction } from './transaction.ts';
import { appendEntry, clearTables, rewriteIndexes } from './writing.ts';

/** The embedded store over an open connection with the schema in it. */
export function createSqliteStore(connection: Connection, onclose: () => void = () => undefined): Store {
	const store = storeOver(new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) }), connection, false);
	return {
		...store,
		close: async () => {
			await store.close();
			onclose();
		}
	};
}

function storeOver(db: Kysely<Tables>, connection: Connection, isInside: boolean): Store {
	const write = <T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => (isInside ? work(db) : inTransaction(db, connection, work));
	// What goes round Kysely waits for its one-connection lock, so that it never sees another call's open transaction.
	const read = <T>(work: () => T): Promise<T> =>
		isInside ? new Promise((resolve) => resolve(work())) : db.connection().execute(() => new Promise((resolve) => resolve(work())));
	const store: Store = {
		head: () => reading.readHead(db),
		append: (expected, entry, derived) => write((trx) => appendEntry(trx, connection, expected, entry, derived)),
		appendParts: (expected, bulk) =>
			withLargeCache(connection, () => write((trx) => appendParts(trx, connection, storeOver(trx, connection, true), expected, bulk))),
		claimsOf: (seq) => reading.readClaimsOf(db, seq),
		gather: (seq) => claims.gather(connection, seq, read),
		entries: (since, limit) => reading.readEntries(db, since, limit),
		entry: (seq) => reading.readEntry(db, seq),
		claimsAbout: (records) => read(() => claims.readClaimsAbout(connection, records)),
		claims: (ids) => read(() => claims.readClaims(connection, ids)),
		claimPage: (options) => read(() => claims.readClaimPage(connection, options)),
		kinds: (ids) => read(() => claims.readKinds(connection, ids)),
		mentioning: (ids, options) => read(() => claims.readMentioning(connection, ids, options)),
		takenBack: (ids) => read(() => claims.readTakenBack(connection, ids)),
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
		search: (terms, limit) => read(() => searchRecords(connection, terms, limit)),
		searchPending: () => read(() => searchPending(connection)),
		indexSearch: (limit) => write(() => Promise.resolve(indexSearch(connection, limit))),
		keep: (name, seq, chunks) => write((trx) => keepBytes(trx, name, seq, chunks)),
		kept: (name) => keptBytes(db, name),
		forget: (name) => write((trx) => forgetBytes(trx, name)),
		dataVersion: () => Promise.resolve(Number(connection.scalar('pragma data_version'))),
		bodies: (options) => reading.readBodies(db, options),
		changedRecords: (since, asof) => reading.readChangedRecords(db, since, asof),
		documents: {
			list: (kind) => documents.listDocuments(db, kind),
			get: (kind, id) => documents.readDocument(db, kind, id),
			put: (kind, document) => write((trx) => documents.writeDocument(trx, kind, document)),
			delete: (kind, id) => write((trx) => documents.deleteDocument(trx, kind, id))
		},
		clearDerived: () => write(clearTables),
		writeDerived: (seq, derived) => write(() => Promise.resolve(derivedWriter(connection, seq, { later: true })(derived))),
		writeIndexes: (seq) => write((trx) => rewriteIndexes(trx, connection, seq)),
		// Asked for where very much is written anew.
		atomically: (work) => withLargeCache(connection, () => write((trx) => work(storeOver(trx, connection, true)))),
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
