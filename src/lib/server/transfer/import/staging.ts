import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The largest file that is taken in through the page, in bytes. */
export const LARGEST_UPLOAD = 2 * 1024 ** 3;

/** A file is larger than what is taken. */
export class TooLargeError extends Error {
	override readonly name = 'TooLargeError';
}

/**
 * The folder beside the database in which uploaded files wait to be imported; they are removed afterwards. Each database has its own:
 * a server that starts clears it.
 * @param db `sqlite:PATH`; null is answered for a store in memory, which no other thread can reach
 */
export function stagingFolder(db: string): string | null {
	const path = db.slice('sqlite:'.length);
	return path === ':memory:' ? null : `${path}-imports`;
}

/** Removes what a server that was killed left behind. Called once, before anything is staged. */
export function clearStaged(db: string): void {
	const folder = stagingFolder(db);
	if (folder) rmSync(folder, { recursive: true, force: true });
}

/**
 * Writes a file to the staging folder as it arrives, under a random name. What was written is removed when it does not arrive whole.
 * @throws TooLargeError beyond `most` bytes
 */
export async function stage(
	db: string,
	bytes: ReadableStream<Uint8Array> | Readable,
	most = LARGEST_UPLOAD
): Promise<{ readonly path: string; readonly bytes: number }> {
	const folder = stagingFolder(db);
	if (!folder) throw new RangeError('A store in memory takes no imports.');
	mkdirSync(folder, { recursive: true });
	const path = join(folder, randomUUID());
	let length = 0;
	const counted = new Transform({
		transform(chunk: Uint8Array, _encoding, next) {
			length += chunk.length;
			if (length > most) next(new TooLargeError(`More than ${most} bytes.`));
			else next(null, chunk);
		}
	});
	const source = bytes instanceof Readable ? bytes : Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]);
	try {
		await pipeline(source, counted, createWriteStream(path, { mode: 0o600 }));
	} catch (error) {
		rmSync(path, { force: true });
		throw error;
	}
	return { path, bytes: length };
}

export function removeStaged(path: string): void {
	rmSync(path, { force: true });
}

/** SHA-256 of a file, hex, and its length in bytes. */
export async function hashOf(path: string): Promise<{ readonly hash: string; readonly bytes: number }> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	return { hash: hash.digest('hex'), bytes };
}
