import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doTask } from '#lib/server/transfer/import/import-task.ts';
import { takesMostBack } from '#lib/server/transfer/import/import-list.ts';
import { csv, EVENTS, openBench, type Bench } from './import-files.ts';

let bench: Bench;
beforeEach(() => (bench = openBench()));
afterEach(() => bench.end());

const mapped = { read: { mapping: EVENTS } };
const ours = ['1,First session,01/05/2024,,,', '2,Second session,02/06/2024,,,', '3,Third session,03/07/2024,,,', '4,Fourth,04/07/2024,,,'];
const others = ['91,Budget,01/05/2024,,,', '92,Elections,02/06/2024,,,'];

/** What a person who uploads the file is proposed. */
async function proposed(name: string, text: string) {
	writeFileSync(join(bench.folder, name), text);
	const means = { tell: () => undefined, signal: new AbortController().signal, clock: () => 0 };
	const outcome = await doTask({ task: 'examine', db: bench.db, path: join(bench.folder, name), name, read: {} }, means);
	if (outcome.type !== 'examined') throw new Error(JSON.stringify(outcome));
	return outcome.examined.series;
}

describe('another file of a known name', () => {
	test('is refused unless somebody says which source it is, for it would take back what the first one says', async () => {
		const first = await bench.done('basic.csv', csv(...ours), mapped);
		const refused = await bench.take('basic.csv', csv(...others), mapped);
		expect(refused).toMatchObject({
			type: 'refused',
			refusal: { code: 'other-file', args: { kept: 0, gone: 4, source: first.source.id } }
		});
		expect(await bench.take('basic.csv', csv(...others), { ...mapped, dryRun: true })).toMatchObject({ type: 'refused' });
		expect(await (await bench.store()).head()).toBe(1);
		const apart = await bench.done('basic.csv', csv(...others), { ...mapped, source: 'new' });
		expect(apart).toMatchObject({ source: { fresh: true }, records: { fresh: 2, gone: 0 } });
		const said = await bench.done('basic.csv', csv('93,Other,01/05/2024,,,'), { ...mapped, source: first.source.id });
		expect(said).toMatchObject({ source: { fresh: false }, records: { fresh: 1, gone: 4 } });
	});

	test('is not proposed as a later edition, and a later edition is', async () => {
		const { source } = await bench.done('basic.csv', csv(...ours), mapped);
		expect(await proposed('basic.csv', csv(...others))).toEqual({ source: null, doubtful: source.id, same: null });
		expect(await proposed('basic.csv', csv(...ours.slice(1), ...others))).toEqual({ source: source.id, doubtful: null, same: null });
		expect(await proposed('elsewhere.csv', csv(...others))).toEqual({ source: null, doubtful: null, same: null });
	});

	test('is one that takes back more than half, and at least a few', () => {
		expect([takesMostBack(3, 3), takesMostBack(1, 2), takesMostBack(0, 1), takesMostBack(5, 0)]).toEqual([false, false, false, false]);
		expect([takesMostBack(0, 2), takesMostBack(1, 3), takesMostBack(400, 401)]).toEqual([true, true, true]);
	});
});

describe('the same bytes under another name', () => {
	test('change nothing, and the report says whose bytes they are', async () => {
		const { source } = await bench.done('events.csv', csv(...ours), mapped);
		const again = await bench.done('events (1).csv', csv(...ours), mapped);
		expect(again).toMatchObject({ outcome: 'unchanged', source: { id: source.id, title: 'events.csv' }, records: { same: 4 } });
		expect(again.odd).toMatchObject([{ code: 'same-file', reach: 'file', args: { name: 'events.csv', number: 1 } }]);
		expect(await proposed('events (1).csv', csv(...ours))).toMatchObject({ source: source.id, same: { file: 'events.csv', entry: 1 } });
		expect((await bench.done('events.csv', csv(...ours), mapped)).odd).toEqual([]);
	});

	test('stand twice only where a new source is asked for, and that is said', async () => {
		await bench.done('events.csv', csv(...ours), mapped);
		const twice = await bench.done('copy.csv', csv(...ours), { ...mapped, source: 'new' });
		expect(twice).toMatchObject({
			outcome: 'committed',
			records: { fresh: 4 },
			odd: [{ code: 'same-file-again', args: { name: 'events.csv' } }]
		});
	});

	test('of an edition that a later one has replaced are not taken for that source', async () => {
		await bench.done('events.csv', csv(...ours), mapped);
		await bench.done('events.csv', csv(...ours, '5,Fifth,05/07/2024,,,'), mapped);
		expect(await bench.done('copy.csv', csv(...ours), mapped)).toMatchObject({ source: { fresh: true }, odd: [] });
	});
});
