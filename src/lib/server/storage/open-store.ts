import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { connect, connectReadOnly, lock, type Connection } from './sqlite/node-sqlite.ts';
import { createSqliteStore } from './sqlite/sqlite-store.ts';
import { StoreError, type Store } from './store.ts';
import { APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION, SQLITE_SCHEMA } from './tables.ts';

const SCHEME = 'sqlite:';
const SQLITE_MAGIC = 'SQLite format 3\0';
/** Up to this size every page is read before the file is opened for writing; beyond it, only its header and length. */
const CHECKED_BYTES = 256 * 1024 * 1024;

/**
 * Opens the store at `sqlite:PATH` (folder and file are made when missing) or `sqlite::memory:`.
 *
 * An existing file is looked at before it is opened for writing: a damaged one, one of another program and one written
 * by a newer version are refused and not touched.
 * @param options.server the caller serves it: no second server may, while commands may read and write beside it
 * @param options.again this process has it open already (a thread's own connection): it is not looked at first, for closing
 * a file gives back every lock the process holds on it, SQLite's own among them
 * @throws StoreError saying what is wrong and what to do.
 */
export async function openStore(
	url: string,
	{ server = false, again = false }: { server?: boolean; again?: boolean } = {}
): Promise<Store> {
	const file = url.startsWith(SCHEME) ? url.slice(SCHEME.length) : '';
	if (file === '')
		throw new StoreError('bad address', url, `"${url}" is no store. Write sqlite: and a path, such as sqlite:data/accordline.db.`);
	if (file === ':memory:') return createSqliteStore(prepare(connect(file), true));
	try {
		mkdirSync(dirname(file), { recursive: true });
	} catch (error) {
		throw unreadable(file, error);
	}
	const isNew = !existsSync(file) || statSync(file).size === 0;
	if (!isNew && !again) inspect(file);
	const unlock = server ? lockFor(file) : () => undefined;
	let connection: Connection | null = null;
	try {
		connection = connect(file);
		return createSqliteStore(prepare(connection, isNew), unlock);
	} catch (error) {
		connection?.close();
		unlock();
		throw unreadable(file, error);
	}
}

function lockFor(file: string): () => void {
	const unlock = lock(`${file}-server`);
	if (unlock) return unlock;
	throw new StoreError(
		'in use',
		file,
		`Another Accordline server is serving ${file}. Stop it first, or point ACCORDLINE_DB to another file.`
	);
}

/** The marks are written before the journal mode, so they stand in the file itself and not only in its journal. */
function prepare(connection: Connection, isNew: boolean): Connection {
	if (isNew) {
		// Bodies are two or three thousand bytes: on small pages half of each would stay empty.
		connection.exec('pragma page_size = 16384');
		connection.exec('begin immediate');
		connection.exec(SQLITE_SCHEMA);
		connection.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION}; commit`);
	}
	connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
	migrate(connection);
	return connection;
}

/** Brings an older file to this version, whole or not at all. Nothing in it is lost. */
function migrate(connection: Connection): void {
	const version = () => Number(connection.scalar('pragma user_version'));
	// Without a lock first: one that is up to date is opened while someone else writes to it for minutes.
	while (version() < SCHEMA_VERSION) {
		connection.exec('begin immediate');
		try {
			// Read anew inside the transaction: another process may have been faster.
			const from = version();
			const missing = MIGRATIONS[from];
			if (from < SCHEMA_VERSION && missing !== undefined) connection.exec(`${missing}; pragma user_version = ${from + 1}`);
			connection.exec('commit');
		} catch (error) {
			connection.exec('rollback');
			throw error;
		}
	}
}

function inspect(file: string): void {
	const size = statSync(file).size;
	const header = readHeader(file);
	if (header.length < 100 || header.toString('latin1', 0, 16) !== SQLITE_MAGIC)
		throw new StoreError(
			'not ours',
			file,
			`${file} is not a database, or its beginning was overwritten. Point ACCORDLINE_DB to another file, or restore a backup over it.`
		);
	const journal = `${file}-wal`;
	const still = !existsSync(journal) || statSync(journal).size === 0;
	const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
	if (still && size < header.readUInt32BE(28) * pageSize) throw damaged(file, 'it is shorter than it says');
	let connection: Connection | null = null;
	try {
		connection = connectReadOnly(file, still);
		const application = connection.scalar('pragma application_id');
		const version = Number(connection.scalar('pragma user_version'));
		if (application !== APPLICATION_ID)
			throw new StoreError('not ours', file, `${file} is a database of another program. Point ACCORDLINE_DB to another file.`);
		if (version > SCHEMA_VERSION)
			throw new StoreError(
				'newer',
				file,
				`${file} was written by a newer version of Accordline (schema ${version}; this one knows ${SCHEMA_VERSION}). Update Accordline, or restore a backup made before the update.`
			);
		const verdict = size <= CHECKED_BYTES ? connection.scalar('pragma quick_check(1)') : 'ok';
		if (verdict !== 'ok') throw damaged(file, String(verdict));
	} catch (error) {
		if (error instanceof StoreError) throw error;
		throw damaged(file, error instanceof Error ? error.message : String(error), error);
	} finally {
		connection?.close();
	}
}

function readHeader(file: string): Buffer {
	try {
		const handle = openSync(file, 'r');
		try {
			const header = Buffer.alloc(100);
			return header.subarray(0, readSync(handle, header, 0, 100, 0));
		} finally {
			closeSync(handle);
		}
	} catch (error) {
		throw unreadable(file, error);
	}
}

function damaged(file: string, detail: string, cause?: unknown): StoreError {
	return new StoreError(
		'damaged',
		file,
		`${file} is damaged (${detail}). Keep it as it is, and start with a backup of it: ACCORDLINE_DB=sqlite:BACKUP.`,
		cause
	);
}

function unreadable(file: string, error: unknown): StoreError {
	const detail = error instanceof Error ? error.message : String(error);
	return new StoreError(
		'unreadable',
		file,
		`${file} cannot be opened (${detail}). Check that the path is right and that it may be read and written.`,
		error
	);
}
