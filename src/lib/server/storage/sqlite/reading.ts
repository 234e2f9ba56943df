import { sql, type Kysely, type Selectable } from 'kysely';
import type { RecordedClaim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { RecordVersion, Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { claimOf } from './claims.ts';

type Db = Kysely<Tables>;

/** Rows read at once where many are asked for: bounds memory and the number of parameters of a statement. */
const PAGE = 500;

export async function readHead(db: Db): Promise<number> {
	return (await db.selectFrom('head').select('seq').executeTakeFirstOrThrow()).seq;
}

export async function* readEntries(db: Db, since: number, limit = Infinity): AsyncGenerator<Entry> {
	let after = since;
	for (let left = limit; left > 0;) {
		const wanted = Math.min(PAGE, left);
		const rows = await db.selectFrom('entry').selectAll().where('seq', '>', after).orderBy('seq').limit(wanted).execute();
		for (const row of rows) yield entryOf(row);
		if (rows.length < wanted) return;
		after = rows.at(-1)?.seq ?? after;
		left -= rows.length;
	}
}

export async function readEntry(db: Db, seq: number): Promise<Entry | null> {
	const row = await db.selectFrom('entry').selectAll().where('seq', '=', seq).executeTakeFirst();
	return row ? entryOf(row) : null;
}

export async function readControls(db: Db, records: readonly string[]): Promise<Entry[]> {
	const rows = await inPages(records, (some) =>
		db
			.selectFrom('control')
			.innerJoin('entry', 'entry.seq', 'control.seq')
			.selectAll('entry')
			.where('control.record', 'in', some)
			.where('control.kind', 'in', ['withdraw', 'decide', 'drop'])
			.execute()
	);
	return rows.sort((a, b) => a.seq - b.seq).map(entryOf);
}

export async function readMerges(db: Db): Promise<Entry[]> {
	const query = db.selectFrom('control').innerJoin('entry', 'entry.seq', 'control.seq').selectAll('entry');
	return (await query.where('control.kind', 'in', ['merge', 'unmerge']).orderBy('entry.seq').execute()).map(entryOf);
}

export async function readUndone(db: Db, seqs: readonly number[]): Promise<Set<number>> {
	const rows = await inPages([...new Set(seqs)], (some) => db.selectFrom('undone').select('entry').where('entry', 'in', some).execute());
	return new Set(rows.map(({ entry }) => entry));
}

export async function readRecord(db: Db, id: string, asof?: number): Promise<RecordBody | null> {
	const row = await versionsAt(db, asof).select('body').where('record', '=', id).executeTakeFirst();
	return bodyOf(row?.body ?? null);
}

export async function readRecordsById(db: Db, ids: readonly string[], asof?: number): Promise<Map<string, RecordBody>> {
	const rows = await inPages(ids, (some) =>
		versionsAt(db, asof).select(['record', 'body']).where('record', 'in', some).where('body', 'is not', null).orderBy('record').execute()
	);
	return new Map(rows.flatMap(({ record, body }) => [bodyOf(body)].flatMap((found) => (found ? [[record, found] as const] : []))));
}

/** Bodies a batch when whole sets are read. */
const BODIES = 2000;

export async function* readBodies(db: Db, { asof }: { asof?: number } = {}): AsyncGenerator<readonly RecordBody[]> {
	let after = '';
	for (;;) {
		const query = versionsAt(db, asof).select(['record', 'body']).where('body', 'is not', null).where('record', '>', after);
		const rows = await query.orderBy('record').limit(BODIES).execute();
		yield rows.flatMap(({ body }) => bodyOf(body) ?? []);
		if (rows.length < BODIES) return;
		after = rows.at(-1)?.record ?? after;
	}
}

/** By the entry that changed each last, then by id: every record comes once, whatever happened to it. */
export async function* readChangedRecords(
	db: Db,
	since: number,
	asof?: number
): AsyncGenerator<readonly { record: string; body: RecordBody | null }[]> {
	let [seq, after] = [since + 1, ''];
	for (;;) {
		const rows = await db
			.selectFrom('record_version')
			.select(['from_seq', 'record', 'body'])
			.where(sql<boolean>`(from_seq, record) > (${seq}, ${after})`)
			.where('to_seq', 'is', null)
			.orderBy('from_seq')
			.orderBy('record')
			.limit(BODIES)
			.execute();
		const then =
			asof === undefined
				? null
				: await readRecordsById(
						db,
						rows.map(({ record }) => record),
						asof
					);
		yield rows.map(({ record, body }) => ({ record, body: then ? (then.get(record) ?? null) : bodyOf(body) }));
		if (rows.length < BODIES) return;
		seq = rows.at(-1)?.from_seq ?? seq;
		after = rows.at(-1)?.record ?? after;
	}
}

export async function* readClaimsOf(db: Db, seq: number): AsyncGenerator<readonly RecordedClaim[]> {
	let after = 0;
	for (;;) {
		const rows = await db.selectFrom('claim').selectAll().where('seq', '=', seq).where('n', '>', after).orderBy('n').limit(PAGE).execute();
		yield rows.map(claimOf);
		if (rows.length < PAGE) return;
		after = rows.at(-1)?.n ?? after;
	}
}

export async function* readRecords(db: Db, { kind, asof }: { kind?: RecordKind; asof?: number } = {}): AsyncGenerator<RecordBody> {
	let after: string | null = null;
	for (;;) {
		let query = versionsAt(db, asof).select(['record', 'body']).where('body', 'is not', null).orderBy('record').limit(PAGE);
		if (kind) query = query.where('kind', '=', kind);
		if (after !== null) query = query.where('record', '>', after);
		const rows: { record: string; body: string | null }[] = await query.execute();
		for (const row of rows) {
			const body = bodyOf(row.body);
			if (body) yield body;
		}
		if (rows.length < PAGE) return;
		after = rows.at(-1)?.record ?? null;
	}
}

export async function readHistory(db: Db, id: string): Promise<RecordVersion[]> {
	const rows = await db.selectFrom('record_version').selectAll().where('record', '=', id).orderBy('from_seq').execute();
	return rows.map(({ record, from_seq, to_seq, body }) => ({ record, fromSeq: from_seq, toSeq: to_seq, body: bodyOf(body) }));
}

export async function readFirstSeen(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
	const rows = await inPages(ids, (some) =>
		db
			.selectFrom('record_version')
			.select(({ fn }) => ['record', fn.min<number>('from_seq').as('first')])
			.where('record', 'in', some)
			.where('body', 'is not', null)
			.groupBy('record')
			.execute()
	);
	return new Map(rows.map(({ record, first }) => [record, first]));
}

export async function readChangedCount(db: Db, since: number, until: number, most: number): Promise<number> {
	const some = db
		.selectFrom('record_version')
		.select('record')
		.distinct()
		.where('from_seq', '>', since)
		.where('from_seq', '<=', until)
		.limit(most);
	const { records } = await db
		.selectFrom(some.as('some'))
		.select(({ fn }) => fn.countAll<number>().as('records'))
		.executeTakeFirstOrThrow();
	return records;
}

export async function readChanged(db: Db, since: number, until?: number, limit?: number): ReturnType<Store['changed']> {
	let query = db
		.selectFrom('record_version as now')
		.leftJoin('record_version as before', (join) =>
			join.onRef('before.record', '=', 'now.record').onRef('before.to_seq', '=', 'now.from_seq')
		)
		.select(['now.from_seq as seq', 'now.record as record', 'now.kind as kind', 'now.body as after', 'before.body as before'])
		.where('now.from_seq', '>', since)
		.orderBy('now.from_seq')
		.orderBy('now.record');
	if (until !== undefined) query = query.where('now.from_seq', '<=', until);
	if (limit !== undefined) query = query.limit(limit);
	return (await query.execute()).map(({ seq, record, kind, before, after }) => ({
		seq,
		record,
		kind: kind as RecordKind,
		before: bodyOf(before),
		after: bodyOf(after)
	}));
}

export async function readAlias(db: Db, id: string, asof?: number): Promise<string> {
	let at = id;
	for (;;) {
		const query = db.selectFrom('alias').select('into_id').where('from_id', '=', at);
		const row = await (
			asof === undefined
				? query.where('to_seq', 'is', null)
				: query.where('from_seq', '<=', asof).where((eb) => eb.or([eb('to_seq', 'is', null), eb('to_seq', '>', asof)]))
		).executeTakeFirst();
		if (!row) return at;
		at = row.into_id;
	}
}

export async function readAliases(db: Db): Promise<Map<string, string>> {
	const rows = await db.selectFrom('alias').select(['from_id', 'into_id']).where('to_seq', 'is', null).orderBy('from_id').execute();
	return new Map(rows.map(({ from_id, into_id }) => [from_id, into_id]));
}

function versionsAt(db: Db, asof?: number) {
	const query = db.selectFrom('record_version');
	if (asof === undefined) return query.where('to_seq', 'is', null);
	return query.where('from_seq', '<=', asof).where((eb) => eb.or([eb('to_seq', 'is', null), eb('to_seq', '>', asof)]));
}

/** Asks for a long list piece by piece. */
async function inPages<V, R>(values: readonly V[], read: (some: readonly V[]) => Promise<R[]>): Promise<R[]> {
	const rows: R[] = [];
	for (let from = 0; from < values.length; from += PAGE) for (const row of await read(values.slice(from, from + PAGE))) rows.push(row);
	return rows;
}

function entryOf({ seq, account, at, body }: Selectable<Tables['entry']>): Entry {
	return { seq, account, at, body: JSON.parse(body) as EntryBody };
}

function bodyOf(body: string | null): RecordBody | null {
	return body === null ? null : (JSON.parse(body) as RecordBody);
}
