import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBench, type Bench } from './import-files.ts';

/** Files of others that lie beside the repository, where they are. */
const DATA = resolve(import.meta.dirname, '../../../../../shared/data');

let bench: Bench;
beforeEach(() => (bench = openBench()));
afterEach(() => bench.end());

const dateOrder = (mapping: unknown, column: string, order: string) => {
	const whole = structuredClone(mapping) as { columns: Record<string, { reading: { order: string } }> };
	const target = whole.columns[column];
	if (target) target.reading.order = order;
	return whole as never;
};

describe.skipIf(!existsSync(DATA))('files of others', () => {
	test.each([
		['agreements/gptad.csv', 352, 351],
		['agreements/ieadb-treaties.csv', 5728, 5728],
		['agreements/desta-semicolon.csv', 1217, 1217],
		['agreements/atop-alliance.csv', 745, 745],
		['agreements/heidi.xlsx', 2280, 2280],
		['agreements/un-mtdsg-index.csv', 401, 401],
		['events/us-missions.csv', 656, 656],
		['simile/jfk.xml', 130, 130],
		['timelinejs/all-media-types.json', 41, 41],
		['timelinejs/v2-example.json', 22, 22],
		['timelinejs/my-own-timeline.csv', 10, 10],
		['vis-timeline/wk2014.json', 15, 15],
		['markwhen/search-engines.mw', 48, 48]
	])(
		'%s goes in: %i rows, %i records; the same again changes nothing; undone, nothing is left',
		{ timeout: 60_000 },
		async (file, rows, fresh) => {
			const name = file.slice(file.lastIndexOf('/') + 1);
			const bytes = readFileSync(join(DATA, file));
			const report = await bench.done(name, bytes);
			expect(report).toMatchObject({ outcome: 'committed', rows, records: { fresh, changed: 0, same: 0, gone: 0 }, rowsRefused: 0 });
			expect(await bench.done(name, bytes)).toMatchObject({ outcome: 'unchanged', entry: null });
			// Read to its end as well, and not only known by its hash.
			const compared = await bench.done(name, name.endsWith('.csv') ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes);
			expect(compared).toMatchObject({ outcome: 'unchanged', records: { fresh: 0, changed: 0, gone: 0 } });
			await bench.undo(1);
			const left = [];
			for await (const body of (await bench.store()).records()) left.push(body.id);
			expect(left).toEqual([]);
		}
	);

	test(
		'a column whose days and months are written both ways is asked for, and the cells that do not fit are named',
		{ timeout: 60_000 },
		async () => {
			const bytes = readFileSync(join(DATA, 'agreements/gnevar.csv'));
			const outcome = await bench.take('gnevar.csv', bytes);
			expect(outcome).toMatchObject({
				type: 'refused',
				refusal: { code: 'unanswered', questions: [{ about: 'date-order', column: 'DocForce' }] }
			});
			const mapping = outcome.type === 'refused' ? outcome.refusal.mapping : undefined;
			const report = await bench.done('gnevar.csv', bytes, { read: { mapping: dateOrder(mapping, 'DocForce', 'dmy') } });
			expect(report.outcome).toBe('committed');
			expect(report.refused.map(({ place: { column }, value, code }) => [column, value, code])).toContainEqual([
				'DocForce',
				'12/14/1962',
				'date-order'
			]);
		}
	);

	test('letters beyond ASCII in a file that is no UTF-8 are asked for', async () => {
		const bytes = readFileSync(join(DATA, 'agreements/huggo-env-windows1252.csv'));
		expect(await bench.take('huggo.csv', bytes)).toMatchObject({ type: 'refused', refusal: { questions: [{ about: 'encoding' }] } });
		const report = await bench.done('huggo.csv', bytes, { read: { encoding: 'windows-1252' }, dryRun: true });
		expect(report.outcome).toBe('tried');
	});

	test.each(existsSync(DATA) ? readdirSync(join(DATA, 'csv/test-data')).filter((name) => name.startsWith('bad-')) : [])(
		'%s is refused, with row and reason',
		async (name) => {
			const outcome = await bench.take(name, readFileSync(join(DATA, 'csv/test-data', name)));
			expect(outcome.type).toBe('refused');
			expect(await (await bench.store()).head()).toBe(0);
		}
	);
});
