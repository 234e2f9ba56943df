/** Puts waiting search rows into the full-text indexes, on a thread and a connection of its own. */
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../storage/open-store.ts';
import { StoreError } from '../storage/store.ts';

export interface SearchTask {
	readonly db: string;
}

/** How many rows still wait. */
export type FromSearchWorker = number;

/** A transaction of a few hundred milliseconds; who wants to write meanwhile waits no longer. */
const ROWS = 5000;
const PAUSE_MS = 20;
/** Someone else is writing for long. */
const BUSY_MS = 2000;

const store = await openStore((workerData as SearchTask).db, { again: true });
try {
	for (let left = Infinity; left > 0;) {
		try {
			left = await store.indexSearch(ROWS);
			parentPort?.postMessage(left satisfies FromSearchWorker);
			await wait(PAUSE_MS);
		} catch (error) {
			if (!(error instanceof StoreError && error.code === 'busy')) throw error;
			await wait(BUSY_MS);
		}
	}
} finally {
	await store.close();
}
