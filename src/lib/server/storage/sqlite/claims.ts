import type { Claim, RecordedClaim } from '#lib/domain/claim.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { parseClaimId, recordedClaim } from '../index-entry.ts';
import type { Gathered, Store } from '../store.ts';
import type { Connection } from './node-sqlite.ts';

/** Claims and records handed over at a time. */
const BATCH = 1000;

interface ClaimRow {
	readonly seq: number;
	readonly n: number;
	readonly body: string;
}

export function claimOf({ seq, n, body }: ClaimRow): RecordedClaim {
	return recordedClaim(seq, n, JSON.parse(body) as Claim);
}

/** One statement an id, prepared once: faster than long lists, and no list is too long. */
export function readClaimsAbout(connection: Connection, records: readonly string[]): RecordedClaim[] {
	const about = connection.prepare('select seq, n, body from claim where record = ?');
	const rows = [...new Set(records)].flatMap((record) => about.all([record]) as ClaimRow[]);
	return rows.sort(inLedgerOrder).map(claimOf);
}

export function readClaims(connection: Connection, ids: readonly string[]): RecordedClaim[] {
	const one = connection.prepare('select seq, n, body from claim where seq = ? and n = ?');
	const rows = [...new Set(ids)].flatMap((id) => {
		const at = parseClaimId(id);
		return at ? (one.all([at.seq, at.n]) as ClaimRow[]) : [];
	});
	return rows.sort(inLedgerOrder).map(claimOf);
}

export function readClaimPage(connection: Connection, { after, limit, source, asof }: Parameters<Store['claimPage']>[0]): RecordedClaim[] {
	const at = after === undefined ? { seq: 0, n: 0 } : parseClaimId(after);
	if (!at) return [];
	const wheres = ['(seq, n) > (?, ?)', ...(source === undefined ? [] : ['source = ?']), ...(asof === undefined ? [] : ['seq <= ?'])];
	const page = connection.prepare(`select seq, n, body from claim where ${wheres.join(' and ')} order by seq, n limit ?`);
	const values = [at.seq, at.n, ...(source === undefined ? [] : [source]), ...(asof === undefined ? [] : [asof]), limit];
	return (page.all(values) as ClaimRow[]).map(claimOf);
}

export function readKinds(connection: Connection, ids: readonly string[]): Map<string, RecordKind> {
	const kind = connection.prepare('select kind from claim where record = ? limit 1');
	const kinds = new Map<string, RecordKind>();
	for (const id of ids) {
		const [row] = kind.all([id]) as { kind: RecordKind }[];
		if (row) kinds.set(id, row.kind);
	}
	return kinds;
}

export function readMentioning(
	connection: Connection,
	ids: readonly string[],
	{ inside = false, limit = Infinity }: { inside?: boolean; limit?: number } = {}
): string[] {
	const fields = connection.prepare('select record from mention where id = ?');
	const source = connection.prepare('select record from claim where source = ?');
	const records = new Set<string>();
	for (const id of ids)
		for (const statement of inside ? [fields] : [fields, source])
			for (const { record } of statement.iterate([id]) as Iterable<{ record: string }>) {
				if (records.size >= limit) return [...records].sort();
				records.add(record);
			}
	return [...records].sort();
}

export function readTakenBack(connection: Connection, claims: readonly string[]): { claim: string; by: number }[] {
	const by = connection.prepare('select by_seq from taken_back where seq = ? and n = ?');
	return claims.flatMap((claim) => {
		const at = parseClaimId(claim);
		const rows = at ? (by.all([at.seq, at.n]) as { by_seq: number }[]) : [];
		return rows.map(({ by_seq }) => ({ claim, by: by_seq }));
	});
}

/** See `Store.gather`. The ids are kept in a table of the connection's own, which is gone when it closes. */
export function gather(connection: Connection, seq: number, locked: <T>(work: () => T) => Promise<T>): Promise<Gathered> {
	return locked(() => {
		connection.exec(`
drop table if exists temp.gathered;
create temp table gathered (place integer primary key, record text not null unique, kind text not null);
`);
		connection
			.prepare(
				`insert or ignore into gathered (record, kind)
select record, kind from claim where seq = ? and (select json_extract(body, '$.apart') from entry where entry.seq = ?) is not null order by n`
			)
			.run([seq, seq]);
		connection
			.prepare(
				`insert or ignore into gathered (record, kind)
select claim.record, claim.kind from taken_back join claim using (seq, n) where taken_back.by_seq = ? order by seq, n`
			)
			.run([seq]);
		return {
			add: (records) =>
				locked(() => {
					const one = connection.prepare('insert or ignore into gathered (record, kind) values (?, ?)');
					for (const { record, kind } of records) one.run([record, kind]);
				}),
			mentioning: (ids) =>
				locked(() => {
					const inside = connection.prepare(
						`insert or ignore into gathered (record, kind)
select record, (select kind from claim where claim.record = mention.record limit 1) as kind from mention where id = ? and kind is not null`
					);
					const from = connection.prepare('insert or ignore into gathered (record, kind) select record, kind from claim where source = ?');
					for (const id of ids) {
						inside.run([id]);
						from.run([id]);
					}
				}),
			async *records(which) {
				const page = `select place, record, kind from gathered where place > ? and kind ${which === 'sources' ? '=' : '<>'} 'source' order by place limit ?`;
				for (let after = 0; ;) {
					const rows = await locked(
						() => connection.prepare(page).all([after, BATCH]) as { place: number; record: string; kind: RecordKind }[]
					);
					if (rows.length > 0) yield rows;
					if (rows.length < BATCH) return;
					after = rows.at(-1)?.place ?? after;
				}
			},
			done: () => locked(() => connection.exec('drop table if exists temp.gathered'))
		};
	});
}

function inLedgerOrder(a: ClaimRow, b: ClaimRow): number {
	return a.seq - b.seq || a.n - b.n;
}
