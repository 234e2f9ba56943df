import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** How many prepared statements are kept; the oldest goes first. */
const KEPT_STATEMENTS = 200;
const TIMEOUT_MS = 5000;
/** Pages copied in one step of a backup. */
const BACKUP_PAGES = 1000;
/** Result code of SQLite: someone else has the lock. */
const SQLITE_BUSY = 5;

/** A connection in the shape Kysely's `SqliteDialect` takes, and the few things that go round Kysely. */
export interface Connection extends SqliteDatabase {
	readonly file: string;
	/** How long a statement waits for another process, in ms: it blocks meanwhile. */
	readonly timeout: number;
	/** Runs statements that answer nothing. */
	exec(sql: string): void;
	/** The first column of the first row of a pragma or query. */
	scalar(sql: string): unknown;
	/** Copies the database to a file while it is in use. */
	backup(file: string): Promise<void>;
}

/** Opens a file for reading and writing (made when missing), or `:memory:`. */
export function connect(file: string): Connection {
	return wrap(new DatabaseSync(file, { timeout: TIMEOUT_MS }), file);
}

/** Opens a file to look at it only; `still`: nobody else writes it and no journal lies beside it, so not even a lock is taken. */
export function connectReadOnly(file: string, still: boolean): Connection {
	const url = pathToFileURL(file);
	url.searchParams.set('mode', 'ro');
	if (still) url.searchParams.set('immutable', '1');
	return wrap(new DatabaseSync(url, { readOnly: true, timeout: TIMEOUT_MS }), file);
}

/**
 * Takes a lock that lasts as long as the process, or until it is given back, on a file beside the database: the system
 * gives it back whatever happens to the process.
 * @returns how to give it back; null when another process has it
 */
export function lock(file: string): (() => void) | null {
	const db = new DatabaseSync(file, { timeout: 0 });
	try {
		db.exec('pragma locking_mode = exclusive; begin exclusive');
		return () => db.close();
	} catch (error) {
		db.close();
		if (isBusy(error)) return null;
		throw error;
	}
}

/** Whether an error says that another connection holds the lock. */
export function isBusy(error: unknown): boolean {
	return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === SQLITE_BUSY;
}

function wrap(db: DatabaseSync, file: string): Connection {
	const kept = new Map<string, SqliteStatement>();
	return {
		file,
		timeout: TIMEOUT_MS,
		prepare(sql) {
			const known = kept.get(sql);
			if (known) return known;
			const statement = wrapStatement(db.prepare(sql));
			if (kept.size >= KEPT_STATEMENTS) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
			kept.set(sql, statement);
			return statement;
		},
		exec: (sql) => db.exec(sql),
		scalar: (sql) => Object.values(db.prepare(sql).get() ?? {})[0],
		backup: async (target) => {
			if (file === ':memory:') return void (await backup(db, target));
			// A connection of its own, which stays at one moment: whatever is written meanwhile neither shows nor starts it anew.
			const still = new DatabaseSync(file, { readOnly: true, timeout: TIMEOUT_MS });
			try {
				still.exec('begin; select seq from head');
				await backup(still, target, { rate: BACKUP_PAGES });
			} finally {
				still.close();
			}
		},
		close: () => {
			kept.clear();
			db.close();
		}
	};
}

function wrapStatement(statement: StatementSync): SqliteStatement {
	const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...values(parameters)),
		run: (parameters) => statement.run(...values(parameters)),
		iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>
	};
}
