import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** How many prepared statements are kept; the oldest goes first. */
const KEPT_STATEMENTS = 200;

/** A connection in the shape Kysely's `SqliteDialect` takes, and the few things that go round Kysely. */
export interface Connection extends SqliteDatabase {
	/** Runs statements that answer nothing. */
	exec(sql: string): void;
	/** The first column of the first row of a pragma or query. */
	scalar(sql: string): unknown;
	/** Copies the database to a file while it is in use. */
	backup(file: string): Promise<void>;
}

/** Opens a file for reading and writing (made when missing), or `:memory:`. */
export function connect(file: string): Connection {
	return wrap(new DatabaseSync(file, { timeout: 5000 }));
}

/** Opens a file to look at it only; `still`: nobody else writes it and no journal lies beside it, so not even a lock is taken. */
export function connectReadOnly(file: string, still: boolean): Connection {
	const url = pathToFileURL(file);
	url.searchParams.set('mode', 'ro');
	if (still) url.searchParams.set('immutable', '1');
	return wrap(new DatabaseSync(url, { readOnly: true, timeout: 5000 }));
}

function wrap(db: DatabaseSync): Connection {
	const kept = new Map<string, SqliteStatement>();
	return {
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
		backup: async (file) => {
			await backup(db, file);
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
