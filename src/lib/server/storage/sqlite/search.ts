import { sql, type Kysely } from 'kysely';
import { fold } from '#lib/language/fold.ts';
import type { Derived } from '../store.ts';
import type { Tables } from '../tables.ts';

type Db = Kysely<Tables>;

/** The three-letter index finds nothing shorter. */
const SHORTEST_SUBSTRING = 3;

/** Replaces the search rows of records, and their two indexes. */
export async function writeSearch(db: Db, search: Derived['search']): Promise<void> {
	for (const { record, rows } of search) {
		const old = await db.selectFrom('search_row').select('id').where('record', '=', record).execute();
		for (const { id } of old) {
			await sql`delete from search_words where rowid = ${id}`.execute(db);
			await sql`delete from search_letters where rowid = ${id}`.execute(db);
		}
		await db.deleteFrom('search_row').where('record', '=', record).execute();
		for (const { language, folded } of rows) {
			const { id } = await db.insertInto('search_row').values({ record, language, folded }).returning('id').executeTakeFirstOrThrow();
			await sql`insert into search_words (rowid, folded) values (${id}, ${folded})`.execute(db);
			await sql`insert into search_letters (rowid, folded) values (${id}, ${folded})`.execute(db);
		}
	}
}

export async function clearSearch(db: Db): Promise<void> {
	await sql`insert into search_words (search_words) values ('delete-all')`.execute(db);
	await sql`insert into search_letters (search_letters) values ('delete-all')`.execute(db);
}

/** See `Store.search`. Terms may be found in different languages of one record. */
export async function searchRecords(db: Db, terms: readonly string[], limit: number): Promise<string[]> {
	const folded = [...new Set(terms.map((term) => fold(term).trim()))].filter((term) => term !== '');
	if (folded.length === 0) return [];
	let query = db.selectFrom('search_row').select('record').distinct().orderBy('record').limit(limit);
	for (const term of folded) query = query.where('record', 'in', recordsWith(term));
	return (await query.execute()).map(({ record }) => record);
}

function recordsWith(term: string) {
	const phrase = `"${term.replaceAll('"', '""')}"`;
	const words = sql<string>`select rowid from search_words where search_words match ${`${phrase} *`}`;
	const letters = sql<string>`select rowid from search_letters where search_letters match ${phrase}`;
	const rows = [...term].length < SHORTEST_SUBSTRING ? words : sql<string>`${words} union ${letters}`;
	return sql<string>`(select record from search_row where id in (${rows}))`;
}
