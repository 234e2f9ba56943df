import { join } from 'node:path';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { filterMask, rowsOf } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { resolveRecord } from '#lib/domain/resolve.ts';
import { encodeItems } from '#lib/encoding/encode-items.ts';
import { axisTextOf } from '#lib/encoding/axis.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';
import { WORLD_TODAY } from '#lib/server/transfer/made-up-dates.ts';
import { madeUpWorld } from '#lib/server/transfer/made-up-world.ts';
import { layoutTimeline } from '#lib/timeline/layout/layout.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';
import { startServer } from '../support/server.ts';
import { repeated } from './big-set.ts';

const WARM_UP = 20;
const RECORDS = 5000;
const SEED = 42;
const MANY_ROWS = 100_000;

/** Milliseconds of each run after the warm-up: median and 95th percentile. */
async function measure(name: string, runs: number, work: (run: number) => unknown): Promise<void> {
	const times: number[] = [];
	for (let run = 0; run < runs + WARM_UP; run++) {
		const start = performance.now();
		await work(run);
		if (run >= WARM_UP) times.push(performance.now() - start);
	}
	times.sort((a, b) => a - b);
	const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN).toFixed(2).padStart(9);
	console.log(`${name.padEnd(46)}${at(0.5)} ms median${at(0.95)} ms p95`);
}

/** The first page from the built server, on the seeds: what a newcomer waits for. */
async function benchServer(folder: string): Promise<void> {
	const server = await startServer({ today: '2026-11-22', db: `sqlite:${join(folder, 'seeds.db')}` });
	try {
		for (const language of ['en', 'fa']) {
			await measure(`seeds, server answer for /?lang=${language}`, 200, async () =>
				(await fetch(`${server.url}/?lang=${language}`)).text()
			);
		}
	} finally {
		await server.stop();
	}
}

/** Whole-set questions and one layout on a made-up world. */
async function benchWorld(): Promise<void> {
	const store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => 0, account: 'bench' });
	for (const claims of madeUpWorld({ records: RECORDS, seed: SEED, tracks: 12, burst: 0 })) await ledger.append({ kind: 'claims', claims });
	const records: RecordBody[] = [];
	for await (const record of store.records()) records.push(record);
	const set = columnsFromRecords(records, await store.head());
	const t = createTranslate('en', await loadMessages('en'));
	const reader: Reader = { language: 'en', calendar: 'gregorian', t, today: WORLD_TODAY };
	const mask = filterMask(set, NO_FILTER);
	const rows = rowsOf(mask);
	const input = encodeItems(set, { lanes: 'track', mask }, reader);
	const fitted = fitExtent(input, reader.today);
	const axisText = axisTextOf(reader);
	const texts = { undated: '', emptyLane: () => '', notReported: '', more: () => '' };
	// Every run looks a little further on, as a pan does.
	const layout = (span: number) => (run: number) => {
		const start = fitted.end - span - run;
		const extent = { start, end: start + span };
		return layoutTimeline(input, {
			extent,
			plotWidth: 1000,
			direction: 'ltr',
			today: reader.today,
			todayLabel: '',
			selected: null,
			axisText,
			texts,
			maxHeight: 640
		});
	};

	await measure('5,000: columns from records', 20, () => columnsFromRecords(records, 1));
	await measure('5,000: mask of a text', 50, (run) => filterMask(set, { ...NO_FILTER, q: `ses${run % 3 ? '' : 's'}` }));
	await measure('5,000: order by date, then title', 50, () =>
		orderRows(
			set,
			rows,
			[
				{ column: 'date', descending: true },
				{ column: 'title', descending: false }
			],
			'en'
		)
	);
	// A copy of the set is another set: items made for the first are not had again.
	await measure('5,000: items from rows', 20, () => encodeItems({ ...set }, { lanes: 'track', mask }, reader));
	await measure('5,000: layout while panning, whole span', 50, layout(fitted.end - fitted.start));
	await measure('5,000: layout while panning, two years', 50, layout(730));
	await benchResolver(store, records);
	await store.close();
	await benchRows(repeated(set, MANY_ROWS));
}

/** What the claims about each record add up to, all records in one go. */
async function benchResolver(store: Store, records: readonly RecordBody[]): Promise<void> {
	const claims = await store.claimsAbout(records.map(({ id }) => id));
	const byRecord = [...Map.groupBy(claims, ({ record }) => record)];
	const context = { decisions: [], sources: () => undefined, merged: [] };
	await measure(`resolve ${byRecord.length} records, ${claims.length} claims`, 10, () => {
		for (const [id, own] of byRecord) resolveRecord(id, own[0]?.kind ?? 'event', own, context);
	});
}

/** Whole-set questions where there is much to ask. */
async function benchRows(set: ColumnSet): Promise<void> {
	const all = rowsOf(filterMask(set, NO_FILTER));
	const within = { start: WORLD_TODAY - 365, end: WORLD_TODAY };
	const byDateAndTitle = [
		{ column: 'date', descending: true },
		{ column: 'title', descending: false }
	];
	await measure('100,000: mask of an interval and a kind', 30, () => filterMask(set, { ...NO_FILTER, within, kind: ['event:session'] }));
	await measure('100,000: mask of a text', 20, (run) => filterMask(set, { ...NO_FILTER, q: `fish ${run % 10}` }));
	await measure('100,000: order by date, then title', 20, () => orderRows(set, all, byDateAndTitle, 'en'));
}

/** The server on the seeds, and whole-set questions in Node on a made-up world of 5,000 records. */
export async function benchCore(folder: string): Promise<void> {
	await benchServer(folder);
	await benchWorld();
}
