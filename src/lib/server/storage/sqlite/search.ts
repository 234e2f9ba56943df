import { sql, type Kysely } from 'kysely';
import { fold } from '#lib/language/fold.ts';
import type { Derived } from '../store.ts';
import type { Tables } from '../tables.ts';

type Db = Kysely<Tables>;

/** The three-letter index finds nothing shorter. */
const SHORTEST_SUBSTRING = 3;

/** Replaces the search rows of records, and their two indexes. */
export async function writeSearch(db: Db, search: Derived['search']): Promise<void> {
	let { indexed, last } = await searchState(db);
	for (const { record, rows } of search) {
		const old = await db.selectFrom('search_row').select('id').where('record', '=', record).execute();
		for (const { id } of old) {
			if (id > indexed) continue;
			await sql`delete from search_words where rowid = ${id}`.execute(db);
			await sql`delete from search_letters where rowid = ${id}`.execute(db);
		}
		await db.deleteFrom('search_row').where('record', '=', record).execute();
		if (rows.length > 0) {
			// One row a record: terms may be found in different languages of it.
			const folded = rows.map((row) => row.folded).join(' ');
			const { id } = await db.insertInto('search_row').values({ record, language: '', folded }).returning('id').executeTakeFirstOrThrow();
			// While earlier rows wait for the indexes this one waits behind them.
			if (last > indexed) continue;
			await sql`insert into search_words (rowid, folded) values (${id}, ${folded})`.execute(db);
			await sql`insert into search_letters (rowid, folded) values (${id}, ${folded})`.execute(db);
			indexed = last = id;
		}
	}
	await db.updateTable('search_state').set({ indexed }).execute();
}

async function searchState(db: Db): Promise<{ indexed: number; last: number }> {
	const { indexed } = await db.selectFrom('search_state').select('indexed').executeTakeFirstOrThrow();
	const { last } = await db
		.selectFrom('search_row')
		.select(({ fn }) => fn.max<number | null>('id').as('last'))
		.executeTakeFirstOrThrow();
	// An id that was the last and is gone may be given again: what is indexed must not run ahead of what is there.
	return { indexed: Math.min(indexed, last ?? 0), last: last ?? 0 };
}

export async function searchPending(db: Db): Promise<number> {
	const { indexed } = await searchState(db);
	const row = await db
		.selectFrom('search_row')
		.select(({ fn }) => fn.countAll<number>().as('rows'))
		.where('id', '>', indexed)
		.executeTakeFirstOrThrow();
	return row.rows;
}

/** See `Store.indexSearch`. */
export async function indexSearch(db: Db, limit: number): Promise<number> {
	const { indexed, last } = await searchState(db);
	const end = await db
		.selectFrom('search_row')
		.select('id')
		.where('id', '>', indexed)
		.orderBy('id')
		.offset(limit - 1)
		.limit(1)
		.executeTakeFirst();
	const to = end?.id ?? last;
	if (to <= indexed) return 0;
	for (const index of ['search_words', 'search_letters'])
		await sql`insert into ${sql.table(index)} (rowid, folded) select id, folded from search_row where id > ${indexed} and id <= ${to} order by id`.execute(
			db
		);
	await db.updateTable('search_state').set({ indexed: to }).execute();
	return searchPending(db);
}

export async function clearSearch(db: Db): Promise<void> {
	await sql`insert into search_words (search_words) values ('delete-all')`.execute(db);
	await sql`insert into search_letters (search_letters) values ('delete-all')`.execute(db);
	await db.updateTable('search_state').set({ indexed: 0 }).execute();
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
