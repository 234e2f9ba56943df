/**
 * `npm run generate -- --records 5000 --seed 42 --db sqlite:PATH [--lanes 12] [--burst 0] [--actors 22]`: fills a new store
 * with a made-up world, to try and measure the program with. A store that holds anything is refused and left as it is.
 */
import { parseArgs } from 'node:util';
import { appendBulk } from '#lib/server/ledger/append-bulk.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import { WORLD_TODAY } from '#lib/server/transfer/made-up-dates.ts';
import { madeUpWorld } from '#lib/server/transfer/made-up-world.ts';

const USAGE = 'npm run generate -- --records 5000 --seed 42 --db sqlite:PATH [--lanes 12] [--burst 0] [--actors 22]';
const MS_PER_DAY = 86_400_000;
/** Records to a track, and to a person, where there are many. */
const PER_TRACK = 500;
/** Search rows indexed in one go. */
const SEARCH_ROWS = 20_000;
const MS_BETWEEN_LINES = 200;

/** @throws Error saying what was wrong with the arguments, or with the store */
async function generate(): Promise<void> {
	const { values } = parseArgs({
		options: {
			db: { type: 'string' },
			records: { type: 'string', default: '5000' },
			seed: { type: 'string', default: '42' },
			lanes: { type: 'string' },
			actors: { type: 'string' },
			burst: { type: 'string', default: '0' }
		}
	});
	if (!values.db) throw new Error(`Where to? ${USAGE}`);
	const records = wholeNumber('records', values.records, 1);
	const options = {
		records,
		burst: wholeNumber('burst', values.burst, 0),
		seed: wholeNumber('seed', values.seed, 0),
		// A large world has many tracks and people; a small one few, so that lanes fill.
		tracks: values.lanes === undefined ? Math.max(12, Math.floor(records / PER_TRACK)) : wholeNumber('lanes', values.lanes, 1),
		people: values.actors === undefined ? Math.max(22, Math.floor(records / PER_TRACK)) : wholeNumber('actors', values.actors, 1)
	};
	const store = await openStore(values.db);
	try {
		if ((await store.head()) > 0) throw new Error(`${values.db} holds something already and was not touched. Name a new file.`);
		const started = performance.now();
		const report = progressLine();
		// The ledger's time is made up too: the same seed gives the same store.
		const entry = await appendBulk(
			store,
			madeUpWorld(options),
			{ clock: () => WORLD_TODAY * MS_PER_DAY, account: 'generator' },
			{
				note: 'made up',
				onprogress: ({ phase, done }) => report(`${phase === 'reading' ? 'claims written' : 'records worked out'}: ${done}`)
			}
		);
		const claims = entry.body.kind === 'claims' ? entry.body.apart : 0;
		for (let left = 1; left > 0;) report(`search rows left: ${(left = await store.indexSearch(SEARCH_ROWS))}`);
		const seconds = (performance.now() - started) / 1000;
		report('');
		console.log(
			`Made up ${records} records from ${claims} claims in ${values.db}, ${Math.round(records / seconds)} a second. Its today is 2026-11-22.`
		);
	} finally {
		await store.close();
	}
}

/** Says on a terminal how far it is, on one line, and not too often. */
function progressLine(): (text: string) => void {
	let last = 0;
	return (text) => {
		if (!process.stderr.isTTY || (text !== '' && performance.now() - last < MS_BETWEEN_LINES)) return;
		last = performance.now();
		process.stderr.write(`\r\u001b[K${text}`);
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
