/** Answers full-text questions beside the main thread: two letters of a million records take a tenth of a second. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../storage/open-store.ts';

export interface LookupTask {
	readonly db: string;
}

export interface Lookup {
	readonly question: number;
	readonly terms: readonly string[];
	readonly limit: number;
}

export interface LookupAnswer {
	readonly question: number;
	readonly ids: readonly string[];
}

const store = await openStore((workerData as LookupTask).db, { again: true });
/** Questions that nobody waits for any more by the time it is their turn. */
const dropped = new Set<number>();
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (message: Lookup | { readonly drop: number }) => {
	if ('drop' in message) {
		dropped.add(message.drop);
		return;
	}
	const { question, terms, limit } = message;
	last = last.then(async () => {
		// What came in meanwhile is heard first.
		await new Promise((next) => setImmediate(next));
		const ids = dropped.delete(question) ? [] : await store.search(terms, limit);
		parentPort?.postMessage({ question, ids } satisfies LookupAnswer);
	});
});
