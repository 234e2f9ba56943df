import { createTextIndexBuilder } from '#lib/columns/text-index.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { textMask } from '#lib/columns/text-mask.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { fold, foldWithOffsets, foldWords } from '#lib/language/fold.ts';
import { openDesk } from '#lib/server/desk/desk.ts';
import { findRecords } from '#lib/server/records/find-records.ts';
import { WORLD_TODAY } from '#lib/server/transfer/made-up-dates.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import { ROOT } from '../support/source-tree.ts';
import { median, ms, printFigures, quantile, type Figure } from './figures.ts';
import { madeUpStore, type StoreOptions } from './made-up-store.ts';

const QUESTIONS = [
	'memorandum',
	'memor',
	'orandum',
	'ab',
	'تفاهمنامه',
	'تفاهم‌نامه',
	'اتصالات',
	'меморандум',
	'связ',
	'2025',
	'۱۴۰۴',
	'آذر ۱۴۰۴',
	'zzz'
];
const RUNS = 5;

/** Folding and search at so many records: in the page's columns, in its text index, and as the server answers. */
export async function benchSearch(options: StoreOptions): Promise<void> {
	const db = `sqlite:${madeUpStore(options)}`;
	const store = await openStore(db);
	const desk = openDesk({ store, db, root: ROOT, onchange: () => undefined });
	try {
		const records: RecordBody[] = [];
		for await (const batch of store.bodies()) records.push(...batch);
		const set = columnsFromRecords(records, await store.head());
		const texts = records.flatMap(({ fields }) => (fields.title?.shape === 'text' ? Object.values(fields.title.text) : []));
		const figures: Figure[] = [
			...[fold, foldWords, foldWithOffsets].map((folding) => {
				const begun = performance.now();
				for (const text of texts) folding(text);
				return {
					name: `${folding.name}, each of ${texts.length} titles`,
					value: `${(((performance.now() - begun) / texts.length) * 1000).toFixed(1)} µs`
				};
			})
		];
		const building = performance.now();
		const builder = createTextIndexBuilder();
		for (const record of records) {
			const row = set.id.rowOf(record.id);
			if (row >= 0) builder.addRecord(row, record);
		}
		const index = builder.finish();
		figures.push({ name: 'text index built', value: ms(performance.now() - building) });
		textMask(set, 'warm');
		figures.push(timed('every text read (small sets)', await times((q) => textMask(set, q))));
		figures.push(timed('text index', await times((q) => index.find(set, q)), '≤ 16 ms'));
		await desk.columns();
		while (!desk.search().ready) await new Promise((next) => setTimeout(next, 100));
		figures.push(
			timed('ranked and marked by the server', await times((q) => findRecords({ store, desk, today: () => WORLD_TODAY }, q, 8)), '≤ 100 ms')
		);
		printFigures(`search, ${records.length} records`, figures);
	} finally {
		desk.stop();
		await store.close();
	}
}

async function times(ask: (q: string) => unknown): Promise<number[]> {
	const all: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		for (const q of QUESTIONS) {
			const begun = performance.now();
			await ask(q);
			if (run > 0) all.push(performance.now() - begun);
		}
	}
	return all;
}

function timed(name: string, all: readonly number[], goal = ''): Figure {
	return { name: `${name}: median, 95th`, value: `${ms(median(all))}, ${ms(quantile(all, 0.95))}`, goal };
}
