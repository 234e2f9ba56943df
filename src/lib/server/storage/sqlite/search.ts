import { sql, type Kysely } from 'kysely';
import type { RecordBody } from '#lib/domain/record.ts';
import { fold } from '#lib/language/fold.ts';
import { holdsTerms, searchText } from '../search-text.ts';
import type { Tables } from '../tables.ts';
import type { Connection } from './node-sqlite.ts';

/** The three-letter index finds nothing shorter. */
const SHORTEST_SUBSTRING = 3;

/** Writes by which words records are found. */
export interface SearchWriter {
	/** In place of what was there. `fresh`: nothing was. */
	write(record: string, body: RecordBody | null, fresh?: boolean): void;
	done(): void;
}

/**
 * @param options.later what is written waits for `indexSearch`, as it does anyway behind others that wait; and what was there
 * stays in the indexes without its row, where nobody finds it: taking it out costs ten times as much as putting it in
 */
export function searchWriter(connection: Connection, { later }: { later: boolean }): SearchWriter {
	const known = connection.prepare('select id from search_row where record = ?');
	const forget = connection.prepare('delete from search_row where id = ?');
	const add = connection.prepare('insert into search_row (id, record) values (?, ?)');
	const { insert, remove } = indexWriter(connection);
	let { indexed, last } = searchState(connection);
	return {
		write(record, body, fresh = false) {
			const [old] = fresh ? [] : (known.all([record]) as { id: number }[]);
			if (old && !later && old.id <= indexed) remove(old.id);
			if (old) forget.run([old.id]);
			if (!body) return;
			const waits = later || last > indexed;
			add.run([++last, record]);
			if (waits) return;
			insert(last, body);
			indexed = last;
		},
		done: () => void connection.prepare('update search_state set indexed = ?').run([indexed])
	};
}

function indexWriter(connection: Connection) {
	const words = connection.prepare('insert into search_words (rowid, folded) values (?, ?)');
	const letters = connection.prepare('insert into search_letters (rowid, folded) values (?, ?)');
	const noWords = connection.prepare('delete from search_words where rowid = ?');
	const noLetters = connection.prepare('delete from search_letters where rowid = ?');
	return {
		insert(id: number, body: RecordBody): void {
			const text = searchText(body);
			words.run([id, text]);
			letters.run([id, text]);
		},
		remove(id: number): void {
			noWords.run([id]);
			noLetters.run([id]);
		}
	};
}

/** `last`: no row has a higher id, and none that was indexed under one is left in the indexes. */
function searchState(connection: Connection): { indexed: number; last: number } {
	const indexed = Number(connection.scalar('select indexed from search_state'));
	return { indexed, last: Math.max(indexed, Number(connection.scalar('select max(id) from search_row') ?? 0)) };
}

export function searchPending(connection: Connection): number {
	return Number(connection.scalar('select count(*) from search_row where id > (select indexed from search_state)'));
}

/** See `Store.indexSearch`. */
export function indexSearch(connection: Connection, limit: number): number {
	const { indexed, last } = searchState(connection);
	const rows = connection
		.prepare(
			`select id, body from search_row join record_version on record_version.record = search_row.record and to_seq is null
where id > ? order by id limit ?`
		)
		.iterate([indexed, limit]) as Iterable<{ id: number; body: string }>;
	const { insert } = indexWriter(connection);
	let [to, count] = [indexed, 0];
	for (const { id, body } of rows) {
		insert(id, JSON.parse(body) as RecordBody);
		to = id;
		count++;
	}
	connection.prepare('update search_state set indexed = ?').run([to]);
	// Ids have few gaps, and the last one is taken: as good as a count, which would read them all each time.
	return count < limit ? 0 : last - to;
}

export async function clearSearch(db: Kysely<Tables>): Promise<void> {
	await sql`insert into search_words (search_words) values ('delete-all')`.execute(db);
	await sql`insert into search_letters (search_letters) values ('delete-all')`.execute(db);
	await db.updateTable('search_state').set({ indexed: 0 }).execute();
}

/** See `Store.search`. The indexes name the records that have all the letters; their texts say whether those stand together. */
export function searchRecords(connection: Connection, terms: readonly string[], limit: number): string[] {
	const folded = [...new Set(terms.map((term) => fold(term)))].filter((term) => term !== '');
	if (folded.length === 0) return [];
	const long = folded.filter((term) => [...term].length >= SHORTEST_SUBSTRING);
	const short = folded.filter((term) => [...term].length < SHORTEST_SUBSTRING);
	const [letters, words] = [matchOf(new Set(long.flatMap(lettersOf)), ''), matchOf(short, '*')];
	const wheres = [
		...(letters ? ['id in (select rowid from search_letters where search_letters match ?)'] : []),
		...(words ? ['id in (select rowid from search_words where search_words match ?)'] : [])
	];
	const matches = [letters, words].filter((match) => match !== '');
	const candidates = connection.prepare(isRare(connection, letters) ? byMatch(wheres) : byRecord(wheres)).iterate(matches) as Iterable<{
		record: string;
	}>;
	const body = connection.prepare('select body from record_version where record = ? and to_seq is null');
	const unsure = long.filter((term) => lettersOf(term).length > 1);
	const found: string[] = [];
	if (limit <= 0) return found;
	for (const { record } of candidates) {
		if (unsure.length > 0) {
			const [row] = body.all([record]) as { body: string }[];
			if (!row || !holdsTerms(JSON.parse(row.body) as RecordBody, unsure)) continue;
		}
		found.push(record);
		if (found.length >= limit) break;
	}
	return found;
}

/** Up to so many matches are put in order; more are met in order, which ends as soon as enough are found. */
const RARE = 1_000;

/** Whether few rows have all these letters. '' asks for none: those few letters that begin words are in many. */
function isRare(connection: Connection, letters: string): boolean {
	if (letters === '') return false;
	const after = connection.prepare(`select rowid from search_letters where search_letters match ? limit 1 offset ${RARE}`);
	return after.all([letters]).length === 0;
}

function byMatch(wheres: readonly string[]): string {
	return `select record from search_row where ${wheres.join(' and ')} order by record`;
}

/** All records in their order, each looked for among the matches: the plus keeps SQLite from going by the matches and ordering them all. */
function byRecord(wheres: readonly string[]): string {
	return `select record from search_row where ${wheres.map((where) => `+${where}`).join(' and ')} order by record`;
}

/** Every three letters in a row. */
function lettersOf(term: string): string[] {
	const letters = [...term];
	return letters.slice(SHORTEST_SUBSTRING - 1).map((_, at) => letters.slice(at, at + SHORTEST_SUBSTRING).join(''));
}

/** What must be in a row. Folded terms hold letters, digits and spaces only. */
function matchOf(parts: Iterable<string>, end: '' | '*'): string {
	return [...parts].map((part) => `"${part}"${end}`).join(' AND ');
}
