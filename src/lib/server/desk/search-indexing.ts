import type { Store } from '../storage/store.ts';
import { runWorker, type Run } from './run-worker.ts';
import type { FromSearchWorker, SearchTask } from './search-worker.ts';

/** So many rows go in at once, on the server's own thread. */
const FEW = 200;

/** Keeps the full-text indexes of a store up with its records, beside the main thread where there is much to do. */
export interface SearchIndexing {
	/** Records whose texts are not found yet, as far as is known. */
	readonly waiting: number;
	/** Looks whether rows wait, and sees to them. */
	look(): Promise<void>;
	stop(): void;
}

/** @param db address for the worker's own connection; null: in memory, where nothing else can reach it */
export function createSearchIndexing(store: Store, db: string | null, root: string): SearchIndexing {
	let waiting = 0;
	let run: Run | null = null;
	let stopped = false;
	return {
		get waiting() {
			return waiting;
		},
		async look() {
			if (run || stopped) return;
			waiting = await store.searchPending();
			while (waiting > 0 && !stopped && (waiting <= FEW || db === null)) {
				waiting = await store.indexSearch(FEW);
				await new Promise((next) => setImmediate(next));
			}
			if (waiting === 0 || stopped || run || db === null) return;
			run = runWorker<SearchTask, FromSearchWorker>(root, 'search-worker.ts', { db }, (left) => (waiting = left));
			try {
				await run.done;
			} finally {
				run = null;
			}
			waiting = await store.searchPending();
		},
		stop() {
			stopped = true;
			run?.stop();
		}
	};
}
