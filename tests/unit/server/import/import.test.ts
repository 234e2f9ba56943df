import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { elementsOf, memberOf, refOf, titleOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { validateClaim } from '#lib/domain/validate-claim.ts';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';
import { loadSeeds } from '#lib/server/transfer/load-seeds.ts';
import { recordIdOf } from '#lib/server/transfer/import/record-ids.ts';
import { csv, EVENTS, KEYLESS, openBench, type Bench } from './import-files.ts';

let bench: Bench;
beforeEach(() => (bench = openBench()));
afterEach(() => bench.end());

const mapped = { read: { mapping: EVENTS } };
const keyless = { read: { mapping: KEYLESS } };
const rows = [
	'1,First session,01/05/2024,Energy,Iran; Iraq,a',
	'2,Second session,02/06/2024,Energy,Iran,b',
	'3,Third session,03/07/2024,,,c'
];

async function records(kind: 'event' | 'actor' | 'track' | 'source'): Promise<RecordBody[]> {
	const found: RecordBody[] = [];
	for await (const body of (await bench.store()).records({ kind })) found.push(body);
	return found;
}
const titles = async (kind: 'event' | 'actor' | 'track' | 'source') => (await records(kind)).map((body) => titleOf(body).en).sort();

/** All that stands, without the seqs it was written at. */
async function content(): Promise<string> {
	const bodies: RecordBody[] = [];
	for (const kind of ['event', 'actor', 'track', 'source'] as const) bodies.push(...(await records(kind)));
	return JSON.stringify(
		bodies.map(({ id, kind, fields }) => [
			id,
			kind,
			Object.entries(fields).map(([name, field]) => [name, JSON.stringify(field).replaceAll(/"\d+\.\d+"/gu, '""')])
		])
	);
}

describe('a first import', () => {
	test('is one entry by one source, with records, and names found or made', async () => {
		const report = await bench.done('events.csv', csv(...rows), mapped);
		expect(report).toMatchObject({
			outcome: 'committed',
			entry: 1,
			rows: 3,
			records: { fresh: 3, changed: 0, same: 0, gone: 0 },
			made: { track: 1, topic: 0, actor: 2 },
			rowsRefused: 0,
			source: { fresh: true, title: 'events.csv' }
		});
		expect(await titles('event')).toEqual(['First session', 'Second session', 'Third session']);
		expect(await titles('actor')).toEqual(['Iran', 'Iraq']);
		expect(await titles('source')).toEqual(['events.csv']);
		const [first] = (await records('event')).filter((body) => titleOf(body).en === 'First session');
		const [track] = await records('track');
		expect(first && refOf(first, 'track')).toBe(track?.id);
		expect(
			first &&
				elementsOf(first, 'participants')
					.map((each) => memberOf(each, 'actor'))
					.sort()
		).toEqual((await records('actor')).map(({ id }) => id).sort());
	});

	test('makes claims that the schema of claims takes, each with its row and what had no field', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const store = await bench.store();
		const claims = [];
		for await (const some of store.claimsOf(1)) claims.push(...some);
		for (const { id: _, seq: __, ...claim } of claims) expect(validateClaim(claim)).toEqual({ claim });
		expect(claims.filter(({ kind }) => kind === 'event').map(({ where, rest }) => [where, rest])).toEqual([
			['row=2', { note: 'a' }],
			['row=3', { note: 'b' }],
			['row=4', { note: 'c' }]
		]);
	});

	test('names what had no field, with the number of rows that have it', async () => {
		const report = await bench.done('events.csv', csv(...rows, '4,Fourth session,04/08/2024,,,'), mapped);
		expect(report.kept).toEqual([{ name: 'note', count: 3 }]);
	});

	test('joins a name to a record only when it folds to the very same text', async () => {
		const store = await bench.store();
		await createLedger(store, { clock: () => 0, account: 'x' }).append({
			kind: 'claims',
			claims: [
				{ record: 'iraq', kind: 'actor', source: 'desk', fields: { title: { en: 'Iraq', ar: 'العراق' } } },
				{ record: 'iran', kind: 'actor', source: 'desk', fields: { title: { en: 'Islamic Republic of Iran' } } }
			]
		});
		const report = await bench.done('events.csv', csv('1,A,01/05/2024,,IRAQ;العراق;Iran,'), mapped);
		expect(report.found.actor).toBe(2);
		expect(report.made.actor).toBe(1);
		const [event] = await records('event');
		const actors = event ? elementsOf(event, 'participants').map((each) => memberOf(each, 'actor')) : [];
		expect(actors).toContain('iraq');
		expect(actors).not.toContain('iran');
	});

	test('writes nothing in a dry run, and says what it would', async () => {
		const report = await bench.done('events.csv', csv(...rows), { ...mapped, dryRun: true });
		expect(report).toMatchObject({ outcome: 'tried', entry: null, records: { fresh: 3 } });
		expect(await (await bench.store()).head()).toBe(0);
	});
});

describe('ids', () => {
	test('come from series, kind and key alone', () => {
		const id = recordIdOf('s', 'event', 'key:1');
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
		expect(recordIdOf('s', 'event', 'key:1')).toBe(id);
		expect(
			new Set([id, recordIdOf('t', 'event', 'key:1'), recordIdOf('s', 'agreement', 'key:1'), recordIdOf('s', 'event', 'key:2')]).size
		).toBe(4);
	});

	test('stay the same for rows that move, and without a key for rows that keep what is mapped', async () => {
		await bench.done('events.csv', csv(...rows), keyless);
		const before = (await records('event')).map(({ id }) => id).sort();
		const report = await bench.done('events.csv', csv(...rows.toReversed().map((row) => row.replace(/.$/u, 'other note'))), keyless);
		expect(report.records).toEqual({ fresh: 0, changed: 3, same: 0, gone: 0 });
		expect((await records('event')).map(({ id }) => id).sort()).toEqual(before);
	});
});

describe('a later edition', () => {
	test('that is the same file changes nothing', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const report = await bench.done('events.csv', csv(...rows), mapped);
		expect(report).toMatchObject({ outcome: 'unchanged', entry: null, records: { fresh: 0, changed: 0, same: 3, gone: 0 } });
		expect(await (await bench.store()).head()).toBe(1);
	});

	test('that says the same in other bytes changes nothing either', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const report = await bench.done('events.csv', csv(...rows.toReversed()), mapped);
		expect(report).toMatchObject({ outcome: 'unchanged', records: { fresh: 0, changed: 0, same: 3, gone: 0 } });
		expect(await (await bench.store()).head()).toBe(1);
	});

	test('brings new, changed and gone records in one entry, and takes back what it no longer says', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const report = await bench.done(
			'events.csv',
			csv('1,First session,01/05/2024,Energy,Iran; Iraq,a', '2,Second session,09/06/2024,Energy,Iran,b', '4,Fourth,04/08/2024,,,'),
			mapped
		);
		expect(report).toMatchObject({
			outcome: 'committed',
			entry: 2,
			records: { fresh: 1, changed: 1, same: 1, gone: 1 },
			claims: { said: 2, withdrawn: 2 },
			source: { fresh: false }
		});
		expect(await titles('event')).toEqual(['First session', 'Fourth', 'Second session']);
		const [second] = (await records('event')).filter((body) => titleOf(body).en === 'Second session');
		// The old day is taken back, so the two do not stand as versions that differ.
		expect(second?.fields['date']).toMatchObject({ value: { edtf: '2024-06-09' }, by: 'only' });
		expect(second?.claims).toHaveLength(1);
	});

	test('is undone as a whole, and so is the first one after it', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const before = await content();
		await bench.done('events.csv', csv('2,Second session,09/06/2024,Other track,Iran; Syria,b', '4,Fourth,04/08/2024,,,'), mapped);
		expect(await content()).not.toBe(before);
		expect((await bench.undo(2)).type).toBe('done');
		expect(await content()).toBe(before);
		await bench.undo(1);
		expect(await content()).toBe('[]');
		const again = await bench.done('events.csv', csv(...rows), mapped);
		expect(again).toMatchObject({ outcome: 'committed', records: { fresh: 3 } });
	});

	test('knows its series by name and headers, unless told otherwise', async () => {
		const first = await bench.done('events.csv', csv(...rows), mapped);
		const other = await bench.done('other.csv', csv('9,Ninth,01/01/2020,,,'), mapped);
		expect(other.source).toMatchObject({ fresh: true });
		const asSeries = await bench.done('renamed.csv', csv(...rows, '9,Ninth,01/01/2020,,,'), { ...mapped, source: first.source.id });
		expect(asSeries).toMatchObject({ source: { id: first.source.id, fresh: false }, records: { fresh: 1, same: 3 } });
		const anew = await bench.done('events.csv', csv(...rows), { ...mapped, source: 'new' });
		expect(anew).toMatchObject({ source: { fresh: true }, records: { fresh: 3 } });
		const unknown = await bench.take('events.csv', csv(...rows), { ...mapped, source: 'nobody' });
		expect(unknown).toMatchObject({ type: 'refused', refusal: { code: 'unknown-source' } });
	});

	test('takes the mapping its headers are known by', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const report = await bench.done('more.csv', csv('7,Seventh,07/08/2024,Energy,Iran,'));
		expect(report).toMatchObject({ outcome: 'committed', records: { fresh: 1 }, found: { track: 1, actor: 1 } });
		const [seventh] = (await records('event')).filter((body) => titleOf(body).en === 'Seventh');
		expect(seventh?.fields['date']).toMatchObject({ value: { edtf: '2024-08-07' } });
	});

	test('keeps a record whose row it refuses', async () => {
		await bench.done('events.csv', csv(...rows), mapped);
		const report = await bench.done('events.csv', csv(...rows.slice(0, 2), '3,,03/07/2024,,,c'), { ...mapped, acceptRefused: true });
		expect(report).toMatchObject({ outcome: 'unchanged', rowsRefused: 1, records: { fresh: 0, changed: 0, same: 3, gone: 0 } });
		expect(report.refused[0]).toMatchObject({ place: { row: 4 }, code: 'no-title', reach: 'row' });
	});
});

describe('rows that meet', () => {
	test('say to the letter the same: one record, told as odd with the first row', async () => {
		const report = await bench.done('events.csv', csv(rows[0] ?? '', rows[0] ?? '', rows[1] ?? ''), keyless);
		expect(report).toMatchObject({ rows: 3, rowsDouble: 1, records: { fresh: 2 } });
		expect(report.odd).toMatchObject([{ code: 'double-row', place: { row: 3 }, args: { first: 2 } }]);
	});

	test('are alike in what is mapped only: two records, and the same two again', async () => {
		const twins = csv('1,Meeting,01/05/2024,Energy,Iran,morning', '2,Meeting,01/05/2024,Energy,Iran,evening');
		expect((await bench.done('events.csv', twins, keyless)).records.fresh).toBe(2);
		const again = await bench.done('events.csv', `${twins}3,Other,01/05/2024,,,\n`, keyless);
		expect(again.records).toEqual({ fresh: 1, changed: 0, same: 2, gone: 0 });
	});

	test('bear one key: one record with a claim from each', async () => {
		const report = await bench.done('events.csv', csv('1,Meeting,01/05/2024,Energy,Iran,', '1,Meeting,01/05/2024,Energy,Iraq,'), mapped);
		expect(report).toMatchObject({ records: { fresh: 1 }, claims: { said: 6 } });
		expect(report.odd).toMatchObject([{ code: 'key-again', args: { first: 2 } }]);
		const [event] = await records('event');
		expect(event && elementsOf(event, 'participants')).toHaveLength(2);
	});
});

describe('a refusal', () => {
	test('leaves the store as it was, and says row and reason', async () => {
		const outcome = await bench.take('bad.csv', csv('1,"First,01/05/2024,Energy,Iran,a'), mapped);
		expect(outcome).toMatchObject({ type: 'refused', refusal: { code: 'quote-open', problem: { place: { file: 'bad.csv', row: 2 } } } });
		expect(await (await bench.store()).head()).toBe(0);
	});

	test('comes late in a file, too, and takes everything back', async () => {
		const many = Array.from({ length: 3000 }, (_, at) => `${at},Meeting ${at},01/05/2024,Energy,Iran,`);
		const outcome = await bench.take('bad.csv', csv(...many, 'x,too,few'), mapped);
		expect(outcome).toMatchObject({ type: 'refused', refusal: { code: 'cells-too-few', problem: { place: { row: 3002 } } } });
		expect(await (await bench.store()).head()).toBe(0);
		expect(await titles('event')).toEqual([]);
	});

	test('is the answer to a table of which more than one row in ten has no title, unless that is wanted', async () => {
		const poor = csv('1,First,01/05/2024,,,', '2,,02/05/2024,,,', '3,Third,03/05/2024,,,');
		const outcome = await bench.take('poor.csv', poor, mapped);
		expect(outcome).toMatchObject({ type: 'refused', refusal: { code: 'too-many-refused', args: { rows: 3, refused: 1 } } });
		const report = await bench.done('poor.csv', poor, { ...mapped, acceptRefused: true });
		expect(report).toMatchObject({ outcome: 'committed', records: { fresh: 2 }, rowsRefused: 1 });
	});

	test('asks for what only a person can say: the order of day and month of a column', async () => {
		const outcome = await bench.take('dates.csv', 'title,date\nA,03/04/2024\nB,05/06/2024\n');
		expect(outcome).toMatchObject({
			type: 'refused',
			refusal: {
				code: 'unanswered',
				questions: [
					{
						about: 'date-order',
						column: 'date',
						required: true,
						readings: { dmy: ['2024-04-03', '2024-06-05'], mdy: ['2024-03-04', '2024-05-06'] }
					}
				],
				mapping: { columns: { title: { to: 'title' } } }
			}
		});
	});

	test('a single bad cell refuses no row: its words are kept, and it is named', async () => {
		const report = await bench.done('events.csv', csv('1,First,33/13/2024,Energy,Iran,', rows[1] ?? ''), mapped);
		expect(report).toMatchObject({ outcome: 'committed', records: { fresh: 2 }, rowsRefused: 0 });
		expect(report.refused).toMatchObject([{ place: { file: 'events.csv', row: 2, column: 'day' }, value: '33/13/2024', reach: 'cell' }]);
	});

	test('a mapping that is none is named by its member', async () => {
		const outcome = await bench.take('events.csv', csv(...rows), {
			read: { mapping: { ...EVENTS, kind: 'meeting' } as unknown as typeof EVENTS }
		});
		expect(outcome).toMatchObject({ type: 'refused', refusal: { code: 'bad-mapping' } });
	});
});

test('what somebody withdrew by hand is not said again by a later edition', async () => {
	await bench.done('events.csv', csv(...rows), mapped);
	const store = await bench.store();
	const [first] = (await records('event')).filter((body) => titleOf(body).en === 'First session');
	await createLedger(store, { clock: () => 0, account: 'x' }).append({ kind: 'withdraw', claim: first?.claims[0] ?? '', reason: 'wrong' });
	const report = await bench.done('events.csv', csv(...rows, '4,Fourth,04/08/2024,,,'), mapped);
	expect(report.records).toEqual({ fresh: 1, changed: 0, same: 3, gone: 0 });
	expect(await titles('event')).toEqual(['Fourth', 'Second session', 'Third session']);
});

test('an import that is stopped leaves the store as it was', async () => {
	const { doTask } = await import('#lib/server/transfer/import/import-task.ts');
	const { writeFileSync } = await import('node:fs');
	const path = `${bench.folder}/many.csv`;
	writeFileSync(path, csv(...Array.from({ length: 4000 }, (_, at) => `${at},Meeting ${at},01/05/2024,Energy,Iran,`)));
	const stopping = new AbortController();
	const outcome = await doTask(
		{ task: 'import', db: bench.db, path, name: 'many.csv', read: { mapping: EVENTS }, dryRun: false, acceptRefused: false, account: 'x' },
		{
			signal: stopping.signal,
			clock: () => 0,
			tell: (message) => {
				if (message.type === 'progress' && message.phase === 'reading' && message.done > 1000) stopping.abort(new Error('stop'));
			}
		}
	);
	expect(outcome).toEqual({ type: 'cancelled' });
	expect(await (await bench.store()).head()).toBe(0);
});

describe('our own claims', () => {
	const SEEDS = resolve(import.meta.dirname, '../../../../seeds');
	const lines = () =>
		readdirSync(SEEDS)
			.filter((name) => name.endsWith('.jsonl'))
			.sort()
			.map((name) => readFileSync(join(SEEDS, name), 'utf8'))
			.join('');
	const bodiesIn = async (store: Store) => {
		const bodies: RecordBody[] = [];
		for await (const body of store.records()) bodies.push(body);
		return bodies;
	};

	test('give the records they were taken from, with ids and sources, and no other', async () => {
		const report = await bench.done('seeds.jsonl', lines());
		expect(report).toMatchObject({ outcome: 'committed', format: 'own-lines', rowsRefused: 0 });
		const loaded = await openStore('sqlite::memory:');
		const ledger = createLedger(loaded, { clock: () => 0, account: 'x' });
		await loadSeeds({ folder: SEEDS, append: (body) => ledger.append(body) });
		expect(await bodiesIn(await bench.store())).toEqual(await bodiesIn(loaded));
		await loaded.close();
	});

	test('change nothing the second time, and are undone as a whole', async () => {
		await bench.done('seeds.jsonl', lines());
		expect(await bench.done('seeds.jsonl', `${lines()}\n`)).toMatchObject({
			outcome: 'unchanged',
			records: { fresh: 0, changed: 0, gone: 0 }
		});
		await bench.undo(1);
		expect(await bodiesIn(await bench.store())).toEqual([]);
	});

	test('are refused where they speak of a record that nobody knows', async () => {
		const outcome = await bench.take(
			'one.jsonl',
			'{"record":"e","kind":"event","source":"desk","fields":{"title":{"en":"E"}}}\n{"record":"e","kind":"event","source":"nobody","fields":{"status":"held"}}\n'
		);
		expect(outcome).toMatchObject({ type: 'refused', refusal: { code: 'ledger' } });
	});
});
