/**
 * `npm run generate -- --records 5000 --seed 42 --db sqlite:PATH`: fills a new store with a made-up world, to try and measure
 * the program with. A store that holds anything is refused and left as it is. With `--csv FILE` the events are written as
 * somebody else's table as well, or without `--db` instead: then all records are events.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepareWholeSet } from '#lib/server/desk/keep-whole-set.ts';
import { appendBulk } from '#lib/server/ledger/append-bulk.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import { madeUpCsv } from '#lib/server/transfer/made-up-csv.ts';
import { WORLD_TODAY } from '#lib/server/transfer/made-up-dates.ts';
import { madeUpWorld, type WorldOptions } from '#lib/server/transfer/made-up-world.ts';

const USAGE = `npm run generate -- --records 5000 --seed 42 --db sqlite:PATH [--csv FILE]
	[--tracks N] [--lanes N: so many tracks share the records] [--actors N] [--burst N: so many events on one day of one track]`;
const MS_PER_DAY = 86_400_000;
/** Search rows indexed in one go. */
const SEARCH_ROWS = 50_000;
const MS_BETWEEN_LINES = 200;

/** @throws Error saying what was wrong with the arguments, the store or the file */
async function generate(): Promise<void> {
	const { values } = parseArgs({
		options: {
			db: { type: 'string' },
			csv: { type: 'string' },
			records: { type: 'string', default: '5000' },
			seed: { type: 'string', default: '42' },
			tracks: { type: 'string' },
			lanes: { type: 'string' },
			actors: { type: 'string' },
			burst: { type: 'string', default: '0' }
		}
	});
	if (!values.db && !values.csv) throw new Error(`Where to? ${USAGE}`);
	const options: WorldOptions = {
		records: wholeNumber('records', values.records, 1),
		seed: wholeNumber('seed', values.seed, 0),
		tracks: values.tracks === undefined ? undefined : wholeNumber('tracks', values.tracks, 1),
		lanes: values.lanes === undefined ? undefined : wholeNumber('lanes', values.lanes, 1),
		actors: values.actors === undefined ? undefined : wholeNumber('actors', values.actors, 1),
		burst: wholeNumber('burst', values.burst, 0),
		eventsOnly: !values.db
	};
	const report = progressLine();
	if (values.csv) writeTable(values.csv, options, report);
	if (values.db) await fillStore(values.db, options, report);
}

function writeTable(path: string, options: WorldOptions, report: (text: string) => void): void {
	const file = openSync(path, 'wx');
	let bytes = 0;
	try {
		for (const lines of madeUpCsv(madeUpWorld(options))) {
			const buffer = Buffer.from(lines);
			for (let from = 0; from < buffer.length;) from += writeSync(file, buffer, from);
			report(`${path}: ${Math.round((bytes += buffer.length) / 1e6)} MB`);
		}
	} finally {
		closeSync(file);
	}
	report('');
	console.log(`Wrote the made-up events to ${path}: ${(bytes / 1e6).toFixed(1)} MB.`);
}

async function fillStore(db: string, options: WorldOptions, report: (text: string) => void): Promise<void> {
	const store = await openStore(db);
	try {
		if ((await store.head()) > 0) throw new Error(`${db} holds something already and was not touched. Name a new file.`);
		const started = performance.now();
		// The ledger's time is made up too: the same seed gives the same store.
		const { claims } = await appendBulk(
			store,
			madeUpWorld(options),
			{ clock: () => WORLD_TODAY * MS_PER_DAY, account: 'generator' },
			{
				note: 'made up',
				onprogress: ({ phase, done }) => report(`${phase === 'reading' ? 'claims written' : 'records worked out'}: ${done}`)
			}
		);
		const visible = performance.now();
		for (let left = 1; left > 0;) report(`search rows left: ${(left = await store.indexSearch(SEARCH_ROWS))}`);
		const searchable = performance.now();
		await prepareWholeSet(store, (share) => report(`columns for the first start: ${Math.floor(share * 100)} %`));
		report('');
		const perSecond = (until: number) => Math.round((1000 * options.records) / (until - started));
		console.log(
			`Made up ${options.records} records from ${claims} claims in ${db}: ${perSecond(visible)} a second to be seen, ${perSecond(searchable)} to be searched as well. Its today is 2026-11-22.`
		);
	} finally {
		await store.close();
	}
}

/** Says how far it is: on a terminal on one line and not too often, else a line every ten seconds. */
function progressLine(): (text: string) => void {
	let last = 0;
	return (text) => {
		const { isTTY } = process.stderr;
		if (performance.now() - last < (isTTY ? MS_BETWEEN_LINES : 50 * MS_BETWEEN_LINES) && (text !== '' || !isTTY)) return;
		last = performance.now();
		process.stderr.write(isTTY ? `\r\u001b[K${text}` : `${text}\n`);
	};
}

function wholeNumber(name: string, value: string, least: number): number {
	const number = Number(value);
	if (/^\d{1,9}$/.test(value) && number >= least) return number;
	throw new Error(`--${name} is "${value}", but should be a whole number from ${least} on. ${USAGE}`);
}

try {
	await generate();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
