import type { Kysely, Selectable } from 'kysely';
import type { Claim, RecordedClaim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { parseClaimId, recordedClaim } from '../index-entry.ts';
import type { RecordVersion, Store } from '../store.ts';
import type { Tables } from '../tables.ts';

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

export async function readClaimsAbout(db: Db, records: readonly string[]): Promise<RecordedClaim[]> {
	const rows = await inPages(records, (some) => db.selectFrom('claim').selectAll().where('record', 'in', some).execute());
	return rows.sort(inLedgerOrder).map(claimOf);
}

export async function readClaims(db: Db, ids: readonly string[]): Promise<RecordedClaim[]> {
	const wanted = new Map(ids.flatMap((id) => [parseClaimId(id)].flatMap((at) => (at ? [[id, at] as const] : []))));
	const seqs = [...new Set([...wanted.values()].map(({ seq }) => seq))];
	if (seqs.length > 0 && wanted.size < PAGE) {
		const pairs = [...wanted.values()];
		const rows = await inPages(pairs, (some) =>
			db
				.selectFrom('claim')
				.selectAll()
				.where((eb) => eb.or(some.map(({ seq, n }) => eb.and([eb('seq', '=', seq), eb('n', '=', n)]))))
				.execute()
		);
		return rows.sort(inLedgerOrder).map(claimOf);
	}
	const rows = await inPages(seqs, (some) => db.selectFrom('claim').selectAll().where('seq', 'in', some).execute());
	return rows
		.filter(({ seq, n }) => wanted.has(`${seq}.${n}`))
		.sort(inLedgerOrder)
		.map(claimOf);
}

export async function readClaimPage(db: Db, { after, limit, source, asof }: Parameters<Store['claimPage']>[0]): Promise<RecordedClaim[]> {
	let query = db.selectFrom('claim').selectAll().orderBy('seq').orderBy('n').limit(limit);
	const at = after === undefined ? null : parseClaimId(after);
	if (after !== undefined && !at) return [];
	if (at) query = query.where((eb) => eb.or([eb('seq', '>', at.seq), eb.and([eb('seq', '=', at.seq), eb('n', '>', at.n)])]));
	if (source !== undefined) query = query.where('source', '=', source);
	if (asof !== undefined) query = query.where('seq', '<=', asof);
	return (await query.execute()).map(claimOf);
}

export async function readKinds(db: Db, ids: readonly string[]): Promise<Map<string, RecordKind>> {
	const rows = await inPages(ids, (some) =>
		db.selectFrom('claim').select(['record', 'kind']).distinct().where('record', 'in', some).execute()
	);
	return new Map(rows.map(({ record, kind }) => [record, kind as RecordKind]));
}

export async function readMentioning(db: Db, ids: readonly string[]): Promise<string[]> {
	const rows = await inPages(ids, (some) => db.selectFrom('mention').select('record').distinct().where('id', 'in', some).execute());
	return [...new Set(rows.map(({ record }) => record))].sort();
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

export async function* readChangedRecords(
	db: Db,
	since: number,
	asof?: number
): AsyncGenerator<readonly { record: string; body: RecordBody | null }[]> {
	let after = '';
	for (;;) {
		const rows = await db
			.selectFrom('record_version')
			.select('record')
			.distinct()
			.where('from_seq', '>', since)
			.where('record', '>', after)
			.orderBy('record')
			.limit(PAGE)
			.execute();
		const ids = rows.map(({ record }) => record);
		const bodies = await readRecordsById(db, ids, asof);
		yield ids.map((record) => ({ record, body: bodies.get(record) ?? null }));
		if (rows.length < PAGE) return;
		after = ids.at(-1) ?? after;
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

export async function readTakenBack(db: Db, ids: readonly string[]): Promise<{ claim: string; by: number }[]> {
	const wanted = new Map<number, number[]>();
	for (const id of ids) {
		const at = parseClaimId(id);
		if (at) wanted.set(at.seq, [...(wanted.get(at.seq) ?? []), at.n]);
	}
	const found: { claim: string; by: number }[] = [];
	for (const [seq, numbers] of wanted) {
		const rows = await inPages(numbers, (some) =>
			db.selectFrom('taken_back').select(['n', 'by_seq']).where('seq', '=', seq).where('n', 'in', some).execute()
		);
		for (const { n, by_seq } of rows) found.push({ claim: `${seq}.${n}`, by: by_seq });
	}
	return found;
}

export async function readRecordsIn(
	db: Db,
	seq: number,
	{ after, kind, limit }: { after?: string; kind?: RecordKind; limit: number }
): Promise<string[]> {
	const made = db
		.selectFrom('claim')
		.select('record')
		.where('seq', '=', seq)
		.$if(kind !== undefined, (query) => query.where('kind', '=', kind as string));
	const takenBack = db
		.selectFrom('taken_back')
		.innerJoin('claim', (join) => join.onRef('claim.seq', '=', 'taken_back.seq').onRef('claim.n', '=', 'taken_back.n'))
		.select('claim.record as record')
		.where('by_seq', '=', seq)
		.$if(kind !== undefined, (query) => query.where('kind', '=', kind as string));
	let query = db.selectFrom(made.union(takenBack).as('both')).select('record').orderBy('record').limit(limit);
	if (after !== undefined) query = query.where('record', '>', after);
	return (await query.execute()).map(({ record }) => record);
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

function inLedgerOrder(a: { seq: number; n: number }, b: { seq: number; n: number }): number {
	return a.seq - b.seq || a.n - b.n;
}

function entryOf({ seq, account, at, body }: Selectable<Tables['entry']>): Entry {
	return { seq, account, at, body: JSON.parse(body) as EntryBody };
}

function claimOf({ seq, n, body }: Selectable<Tables['claim']>): RecordedClaim {
	return recordedClaim(seq, n, JSON.parse(body) as Claim);
}

function bodyOf(body: string | null): RecordBody | null {
	return body === null ? null : (JSON.parse(body) as RecordBody);
}
