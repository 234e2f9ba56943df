import type { Kysely } from 'kysely';
import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { claimIndex, indexEntry, parseClaimId, redactedClaim } from '../index-entry.ts';
import { UnknownClaimError } from '../store.ts';
import type { Tables } from '../tables.ts';
import { readClaims } from './claims.ts';
import type { Connection } from './node-sqlite.ts';
import { readEntry } from './reading.ts';

type Db = Kysely<Tables>;

/** Rows written with one statement. */
const BATCH = 200;

/** Blanks a claim's payload inside the entry that brought it and where it is found. */
export async function blankClaim(db: Db, connection: Connection, id: string): Promise<void> {
	const at = parseClaimId(id);
	const entry = at && (await readEntry(db, at.seq));
	if (!at || entry?.body.kind !== 'claims') throw new RangeError(`There is no claim ${id}.`);
	const [recorded] = entry.body.apart === undefined ? [] : readClaims(connection, [id]);
	const claim = recorded ?? entry.body.claims[at.n - 1];
	if (!claim) throw new RangeError(`There is no claim ${id}.`);
	const blank = redactedClaim(claim);
	if (!recorded) {
		const claims: readonly Claim[] = entry.body.claims.map((other) => (other === claim ? blank : other));
		const body: EntryBody = { ...entry.body, claims };
		await db
			.updateTable('entry')
			.set({ body: JSON.stringify(body) })
			.where('seq', '=', at.seq)
			.execute();
	}
	await db
		.updateTable('claim')
		.set({ body: JSON.stringify(blank) })
		.where('seq', '=', at.seq)
		.where('n', '=', at.n)
		.execute();
}

/** Writes what finds an entry's claims, and the entry itself where it acts on others. Not for claims that stand apart. */
export async function writeIndexes(db: Db, connection: Connection, entry: Entry): Promise<void> {
	const { seq } = entry;
	const { claims, mentions, control } = indexEntry(entry);
	const rows = claims.map(({ n, claim }) => ({
		seq,
		n,
		record: claim.record,
		kind: claim.kind,
		source: claim.source,
		body: JSON.stringify(claim)
	}));
	await inBatches(rows, (some) => db.insertInto('claim').values(some).execute());
	await inBatches(mentions, (some) =>
		db
			.insertInto('mention')
			.values(some)
			.onConflict((conflict) => conflict.doNothing())
			.execute()
	);
	takeBack(connection, entry);
	if (!control) return;
	const record = 'record' in control ? control.record : await recordOf(db, control.claim);
	await db.insertInto('control').values({ seq, kind: entry.body.kind, record }).execute();
}

async function recordOf(db: Db, claim: string): Promise<string> {
	const at = parseClaimId(claim);
	const row = at && (await db.selectFrom('claim').select('record').where('seq', '=', at.seq).where('n', '=', at.n).executeTakeFirst());
	if (!row) throw new RangeError(`There is no claim ${claim}.`);
	return row.record;
}

/**
 * Writes by which ids claims are found. There are many to a claim, and of all ids: set aside first and written in order
 * they cost a quarter of what they would at random places.
 */
export function mentionWriter(connection: Connection): { add(claims: readonly Claim[]): void; done(): void } {
	connection.exec('drop table if exists temp.mentioned; create temp table mentioned (id text not null, record text not null)');
	const aside = connection.prepare('insert into mentioned (id, record) values (?, ?)');
	return {
		add(claims) {
			for (const { id, record } of claimIndex(claims)) aside.run([id, record]);
		},
		done() {
			connection.exec(
				'insert or ignore into mention (id, record) select id, record from mentioned order by id, record; drop table mentioned'
			);
		}
	};
}

/** Notes which claims an entry takes back. @throws UnknownClaimError when one is not there */
export function takeBack(connection: Connection, { seq, body }: Entry): void {
	if (body.kind !== 'claims' || !body.withdraws) return;
	const row = connection.prepare(
		'insert or ignore into taken_back (seq, n, by_seq) select seq, n, ? from claim where seq = ? and n = ? and seq < ?'
	);
	for (const id of new Set(body.withdraws)) {
		const at = parseClaimId(id);
		if (!at || Number(row.run([seq, at.seq, at.n, seq]).changes) === 0) throw new UnknownClaimError(`There is no claim ${id}.`);
	}
}

async function inBatches<V>(values: readonly V[], write: (some: readonly V[]) => Promise<unknown>): Promise<void> {
	for (let from = 0; from < values.length; from += BATCH) await write(values.slice(from, from + BATCH));
}
