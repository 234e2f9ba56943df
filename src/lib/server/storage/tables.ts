/** Columns hold JSON as text, and booleans and seqs as integers, so that both engines keep them alike. */
export interface Tables {
	head: { id: number; seq: number };
	/** The ledger, the only truth. Everything below is derived from it, but for the claims of entries that stand apart. */
	entry: { seq: number; account: string; at: string; kind: string; body: string };
	/** Of an entry with `apart` these rows are the truth itself; of all others they are copies, to find them by. */
	claim: { seq: number; n: number; record: string; kind: string; source: string; body: string };
	/** One row a record and an id its claims mention, other than as their source. */
	mention: { id: string; record: string };
	/** Entries that act on others: withdraw, decide, drop, merge, unmerge. */
	control: { seq: number; kind: string; record: string };
	undone: { entry: number };
	record_version: { record: string; from_seq: number; to_seq: number | null; kind: string; body: string | null };
	alias: { from_id: string; from_seq: number; to_seq: number | null; into_id: string };
	/** Under which row a record stands in the two full-text indexes. */
	search_row: { id: number; record: string };
	/** Claims that an entry of claims takes back: what an earlier edition said and the new one does not. */
	taken_back: { seq: number; n: number; by_seq: number };
	/** The last search row that is in the two full-text indexes; rows after it wait for `indexSearch`. */
	search_state: { id: number; indexed: number };
	/** Derived data kept as bytes (columns, ranks), so that a start need not work it out anew. */
	kept: { name: string; seq: number; part: number; bytes: Uint8Array };
	/** What people make here beside the ledger, as JSON; no entry restores it. */
	document: { kind: string; id: string; revision: number; changed: string; body: string };
}

/** Written in `PRAGMA application_id`: "ACRD". */
export const APPLICATION_ID = 0x41435244;
/** Written in `PRAGMA user_version`. A newer file is refused. */
export const SCHEMA_VERSION = 3;

/** Tables that can be dropped and restored from `entry` and the claims that stand apart. */
export const DERIVED_TABLES = ['mention', 'control', 'taken_back', 'undone', 'record_version', 'alias', 'search_row', 'kept'] as const;

/** The schema of SQLite. The two search tables keep no text of their own: `search_row` has it, under the same row id. */
export const SQLITE_SCHEMA = `
create table head (id integer primary key check (id = 1), seq integer not null);
insert into head (id, seq) values (1, 0);
create table entry (seq integer primary key, account text not null, at text not null, kind text not null, body text not null);

create table claim (
	seq integer not null, n integer not null, record text not null, kind text not null, source text not null, body text not null,
	primary key (seq, n)
) without rowid;
create index claim_record on claim (record, seq, n, kind);
create index claim_source on claim (source, seq, n);
create table mention (id text not null, record text not null, primary key (id, record)) without rowid;
create table control (seq integer primary key, kind text not null, record text not null);
create index control_record on control (record, seq);
create index control_kind on control (kind, seq);
create table undone (entry integer primary key);

create table record_version (
	record text not null, from_seq integer not null, to_seq integer, kind text not null, body text,
	primary key (record, from_seq)
);
create index record_version_now on record_version (kind, record) where to_seq is null;
create index record_version_seq on record_version (from_seq, record);
create table alias (
	from_id text not null, from_seq integer not null, to_seq integer, into_id text not null,
	primary key (from_id, from_seq)
) without rowid;

${versionTwo()}
${versionThree()}
`;

/** What a file of an older version lacks, by the version it has. */
export const MIGRATIONS: Readonly<Record<number, string>> = {
	1: `
drop index claim_record;
create index claim_record on claim (record, seq, n, kind);
alter table search_row rename to old_search_row;
drop index search_row_record;
drop table search_words;
drop table search_letters;
${versionTwo()}
insert into search_row (record) select distinct record from old_search_row order by record;
insert into search_words (rowid, folded)
	select search_row.id, group_concat(folded, char(10)) from search_row join old_search_row using (record) group by 1;
insert into search_letters (rowid, folded)
	select search_row.id, group_concat(folded, char(10)) from search_row join old_search_row using (record) group by 1;
drop table old_search_row;
update search_state set indexed = coalesce((select max(id) from search_row), 0);
`,
	2: versionThree()
};

/**
 * The two search tables keep no text, and not where in a text a word stands: that takes two thirds less room and half the time.
 * Whether letters stand together is looked up in the record. They gather 32 MB before they write, and join sixteen pieces
 * at a time: a million rows cost a third less so.
 */
function versionTwo(): string {
	return `
create table taken_back (seq integer not null, n integer not null, by_seq integer not null, primary key (seq, n, by_seq)) without rowid;
create index taken_back_by on taken_back (by_seq, seq, n);
create table search_row (id integer primary key, record text not null unique);
create virtual table search_words
	using fts5(folded, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0');
create virtual table search_letters using fts5(folded, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram');
insert into search_words (search_words, rank) values ('hashsize', 33554432);
insert into search_letters (search_letters, rank) values ('hashsize', 33554432);
insert into search_words (search_words, rank) values ('automerge', 16);
insert into search_letters (search_letters, rank) values ('automerge', 16);
create table search_state (id integer primary key check (id = 1), indexed integer not null);
insert into search_state (id, indexed) values (1, 0);
create table kept (name text not null, seq integer not null, part integer not null, bytes blob not null, primary key (name, part));
`;
}

function versionThree(): string {
	return `
create table document (
	kind text not null, id text not null, revision integer not null, changed text not null, body text not null,
	primary key (kind, id)
) without rowid;
`;
}
