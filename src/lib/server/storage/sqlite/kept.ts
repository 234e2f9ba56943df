import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** A row holds no more than this. */
const MOST_BYTES = 16 * 1024 * 1024;

/** See `Store.keep`. */
export async function keepBytes(db: Kysely<Tables>, name: string, seq: number, chunks: Iterable<Uint8Array>): Promise<void> {
	await forgetBytes(db, name);
	let part = 0;
	for (const chunk of chunks)
		for (let from = 0; from < chunk.length; from += MOST_BYTES)
			await db
				.insertInto('kept')
				.values({ name, seq, part: part++, bytes: chunk.subarray(from, from + MOST_BYTES) })
				.execute();
}

export async function keptBytes(db: Kysely<Tables>, name: string): Promise<{ seq: number; chunks: Uint8Array[] } | null> {
	const rows = await db.selectFrom('kept').select(['seq', 'bytes']).where('name', '=', name).orderBy('part').execute();
	const [first] = rows;
	return first ? { seq: first.seq, chunks: rows.map(({ bytes }) => bytes) } : null;
}

export async function forgetBytes(db: Kysely<Tables>, name: string): Promise<void> {
	await db.deleteFrom('kept').where('name', '=', name).execute();
}
