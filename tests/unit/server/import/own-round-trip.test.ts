import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DESK, type Claim } from '#lib/domain/claim.ts';
import { conflictsOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { plainFields } from '#lib/formats/record-fields.ts';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';
import { bodyOf, writeExport } from '#lib/server/transfer/export/export-stream.ts';
import { madeUpWorld } from '#lib/server/transfer/made-up-world.ts';
import { seededStore, viewFileOf } from '../files/seeded-view.ts';
import { openBench, type Bench } from './import-files.ts';

let bench: Bench;
beforeEach(() => (bench = openBench()));
afterEach(() => bench.end());

async function linesOf(store: Store): Promise<string> {
	const request = await viewFileOf(store, 'en');
	return new Response(bodyOf(writeExport('jsonl', request), request.signal)).text();
}

/** A record as a reader sees it, and who says each version that differs; without the claims' numbers, which are the ledger's own. */
function seen(body: RecordBody | undefined) {
	return (
		body && {
			kind: body.kind,
			fields: plainFields(body),
			differing: conflictsOf(body).map(({ path, versions }) => [path, versions.map(({ value, voices }) => [value, voices])])
		}
	);
}

describe('JSON lines of a view, taken in by an empty store', () => {
	test('give the same records: every shown value, and what sources differ on with who says it', async () => {
		const store = await seededStore();
		const { set, rows } = await viewFileOf(store, 'en');
		const ids = Array.from(rows, (row) => set.id.at(row));
		const before = await store.recordsById(ids);
		expect([...before.values()].filter((body) => conflictsOf(body).length > 0).length).toBeGreaterThan(1);
		const report = await bench.done('ours.jsonl', await linesOf(store));
		expect(report).toMatchObject({ outcome: 'committed', rowsRefused: 0 });
		const after = await (await bench.store()).recordsById(ids);
		for (const id of ids) expect(seen(after.get(id)), id).toEqual(seen(before.get(id)));
		await store.close();
	});

	test('do so for records that have moved, were planned, promised and joined, and where some of a word was taken back', async () => {
		const store = await openStore('sqlite::memory:');
		const ledger = createLedger(store, { clock: () => 0, account: 'x' });
		for (const batch of madeUpWorld({ records: 1200, seed: 42 })) await ledger.append({ kind: 'claims', claims: batch });
		const source = (record: string, reliability: string): Claim[] => [
			{ record, kind: 'source', source: DESK, fields: { title: { en: record }, reliability } },
			{ record, kind: 'source', source: record, fields: { published: { edtf: '2026-01-01' } } }
		];
		const says = (by: string, fields: Claim['fields']): Claim => ({
			record: 'joint',
			kind: 'event',
			source: by,
			said_on: '2026-02-01',
			fields
		});
		const { entry } = await ledger.append({
			kind: 'claims',
			claims: [
				...source('s-a', 'B'),
				...source('s-b', 'A'),
				...source('s-c', 'C'),
				...source('s-d', 'C'),
				{ record: 'joint', kind: 'event', source: DESK, fields: { title: { en: 'Joint' } } },
				says('s-a', { date: { edtf: '2026-01-05' }, status: 'held' }),
				says('s-b', { date: { edtf: '2026-01-06' } }),
				says('s-c', { date: { edtf: '2026-01-07' }, status: 'cancelled' }),
				says('s-d', { date: { edtf: '2026-01-08' } })
			]
		});
		await ledger.append({ kind: 'withdraw', claim: `${entry.seq}.12`, fields: ['date'], reason: 'misread' });
		await ledger.append({ kind: 'merge', from: 's-d', into: 's-a' });
		const { set, rows } = await viewFileOf(store, 'en');
		const ids = Array.from(rows, (row) => set.id.at(row));
		const before = await store.recordsById(ids);
		const paths = [...before.values()].flatMap((body) => conflictsOf(body).map(({ path }) => path.split('/')[0]));
		expect(new Set(paths)).toEqual(new Set(['date', 'quantities', 'stages', 'status']));
		const joint = Object.fromEntries(
			conflictsOf(before.get('joint')!).map(({ path, versions }) => [path, versions.map(({ voices }) => voices)])
		);
		expect(joint).toEqual({ date: [['s-b'], ['s-a'], ['s-a']], status: [['s-c'], ['s-a']] });
		expect(await bench.done('ours.jsonl', await linesOf(store))).toMatchObject({ outcome: 'committed', rowsRefused: 0 });
		const after = await (await bench.store()).recordsById(ids);
		for (const id of ids) expect(seen(after.get(id)), id).toEqual(seen(before.get(id)));
		await store.close();
	});

	test('give what the desk has decided, though other words came later', async () => {
		const store = await seededStore();
		const ledger = createLedger(store, { clock: () => 0, account: 'x' });
		const { set, rows } = await viewFileOf(store, 'en');
		const ids = Array.from(rows, (row) => set.id.at(row));
		const open = [...(await store.recordsById(ids)).values()].flatMap((body) =>
			conflictsOf(body).map(({ path, versions }) => ({ id: body.id, path, versions }))
		);
		const { id, path, versions } = open[0]!;
		await ledger.append({ kind: 'decide', record: id, field: path, value: versions[1]!.value, because: 'seen' });
		const decided = await store.record(id);
		await bench.done('ours.jsonl', await linesOf(store));
		expect(plainFields((await (await bench.store()).record(id))!)).toEqual(plainFields(decided!));
		await store.close();
	});

	test('are written the same from there, and change nothing where they are taken in again', async () => {
		const store = await seededStore();
		const lines = await linesOf(store);
		await bench.done('ours.jsonl', lines);
		const again = await linesOf(await bench.store());
		const claimsIn = (text: string) =>
			text
				.trim()
				.split('\n')
				.filter((line) => !line.includes('"record":"accordline-export"'))
				.sort();
		expect(claimsIn(again)).toEqual(claimsIn(lines));
		expect(await bench.done('ours.jsonl', `${lines}\n`)).toMatchObject({ outcome: 'unchanged' });
		await store.close();
	});
});

test('a line with several faults is one row refused', async () => {
	const good = '{"record":"e","kind":"event","source":"desk","fields":{"title":{"en":"E"}}}';
	const bad = '{"record":"f","kind":"event","source":"desk","fields":{"title":5,"nothing":1}}';
	const report = await bench.done('three.jsonl', [good, bad, good.replace('"e"', '"g"'), ''].join('\n'), { acceptRefused: true });
	expect(report.refused.length).toBeGreaterThan(1);
	expect(report).toMatchObject({ rows: 3, rowsRefused: 1 });
});
