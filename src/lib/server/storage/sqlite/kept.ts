import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** See `Store.keep`. */
export async function keepBytes(db: Kysely<Tables>, name: string, seq: number, chunks: Iterable<Uint8Array>): Promise<void> {
	await db.deleteFrom('kept').where('name', '=', name).execute();
	let part = 0;
	for (const bytes of chunks) await db.insertInto('kept').values({ name, seq, part: part++, bytes }).execute();
}

export async function keptBytes(db: Kysely<Tables>, name: string): Promise<{ seq: number; chunks: Uint8Array[] } | null> {
	const rows = await db.selectFrom('kept').select(['seq', 'bytes']).where('name', '=', name).orderBy('part').execute();
	const [first] = rows;
	return first ? { seq: first.seq, chunks: rows.map(({ bytes }) => bytes) } : null;
}
