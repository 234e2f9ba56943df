import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { StoreError } from '../store.ts';
import type { Tables } from '../tables.ts';
import { isBusy, type Connection } from './node-sqlite.ts';

/** How long a writer waits for another process, and how often it asks. The event loop is free in between. */
const PATIENCE_MS = 2000;
const BETWEEN_MS = 50;

/**
 * Does work that writes in one transaction, or nothing of it. The lock is taken at once: work that has read is never told
 * at its end that someone else was writing.
 * @throws StoreError `busy` when another process writes and does not finish in time
 */
export async function inTransaction<T>(db: Kysely<Tables>, connection: Connection, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
	for (let waited = 0; ; waited += BETWEEN_MS) {
		const done = await db.connection().execute(async (own) => {
			if (!begin(connection)) return null;
			try {
				const result = await work(own);
				connection.exec('commit');
				return { result };
			} catch (error) {
				connection.exec('rollback');
				throw error;
			}
		});
		if (done) return done.result;
		if (waited >= PATIENCE_MS)
			throw new StoreError(
				'busy',
				connection.file,
				`Someone else is writing to ${connection.file}, perhaps an import. Nothing was written; try again when it is done.`
			);
		await wait(BETWEEN_MS);
	}
}

function begin(connection: Connection): boolean {
	connection.exec('pragma busy_timeout = 0');
	try {
		connection.exec('begin immediate');
		return true;
	} catch (error) {
		if (isBusy(error)) return false;
		throw error;
	} finally {
		connection.exec(`pragma busy_timeout = ${connection.timeout}`);
	}
}
