/**
 * A process of its own for `killed-bulk.test.ts`: fills the store named on the command line by one bulk, and says how far it
 * is, a line a step, so that it can be killed upon one.
 */
import { once } from 'node:events';
import { appendBulk } from '#lib/server/ledger/append-bulk.ts';
import { openStore } from '#lib/server/storage/open-store.ts';

const [url = '', records = '0'] = process.argv.slice(2);
const store = await openStore(url);

function* batches() {
	for (let from = 0; from < Number(records); from += 500)
		yield Array.from({ length: 500 }, (_, at) => ({
			record: `new-${from + at}`,
			kind: 'topic' as const,
			source: 'desk',
			fields: { title: { en: `New ${from + at}` } }
		}));
}

async function* slowly() {
	for (const batch of batches()) {
		yield batch;
		// Lines must leave before the next step: whoever listens kills upon them.
		if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
		await new Promise(setImmediate);
	}
}

await appendBulk(
	store,
	slowly(),
	{ clock: () => 0, account: 'bulk' },
	{ onprogress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`) }
);
process.stdout.write('written\n');
for (let left = 1; left > 0;) process.stdout.write(`search ${(left = await store.indexSearch(200))}\n`);
await store.close();
