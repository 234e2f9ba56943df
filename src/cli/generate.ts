/**
 * `npm run generate -- --records 5000 --seed 42 --db sqlite:PATH [--lanes 12] [--burst 0]`: fills a new store with a
 * made-up world, to try and measure the program with. A store that holds anything is refused and left as it is.
 */
import { parseArgs } from 'node:util';
import { createLedger } from '#lib/server/ledger/ledger.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import { WORLD_TODAY } from '#lib/server/transfer/made-up-dates.ts';
import { madeUpWorld } from '#lib/server/transfer/made-up-world.ts';

const USAGE = 'npm run generate -- --records 5000 --seed 42 --db sqlite:PATH [--lanes 12] [--burst 0]';
const MS_PER_DAY = 86_400_000;

/** @throws Error saying what was wrong with the arguments, or with the store */
async function generate(): Promise<void> {
	const { values } = parseArgs({
		options: {
			db: { type: 'string' },
			records: { type: 'string', default: '5000' },
			seed: { type: 'string', default: '42' },
			lanes: { type: 'string', default: '12' },
			burst: { type: 'string', default: '0' }
		}
	});
	if (!values.db) throw new Error(`Where to? ${USAGE}`);
	const records = wholeNumber('records', values.records, 1);
	const burst = wholeNumber('burst', values.burst, 0);
	const options = { records, burst, seed: wholeNumber('seed', values.seed, 0), tracks: wholeNumber('lanes', values.lanes, 1) };
	const store = await openStore(values.db);
	try {
		if ((await store.head()) > 0) throw new Error(`${values.db} holds something already and was not touched. Name a new file.`);
		// The ledger's times are made up too: the same seed gives the same store.
		let second = 0;
		const ledger = createLedger(store, { clock: () => WORLD_TODAY * MS_PER_DAY + 1000 * second++, account: 'generator' });
		let claims = 0;
		for (const batch of madeUpWorld(options)) {
			await ledger.append({ kind: 'claims', claims: batch, note: 'made up' });
			claims += batch.length;
		}
		console.log(`Made up ${records} records from ${claims} claims in ${values.db}. Its today is 2026-11-22.`);
	} finally {
		await store.close();
	}
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
