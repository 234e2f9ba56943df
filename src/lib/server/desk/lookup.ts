import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Store } from '../storage/store.ts';
import type { Lookup, LookupAnswer, LookupTask } from './lookup-worker.ts';

/** Full-text questions to the store that keep nobody else waiting. */
export interface Lookups {
	/** As `Store.search`. Answers nothing once the signal says so. */
	search(terms: readonly string[], limit: number, signal?: AbortSignal): Promise<readonly string[]>;
	stop(): void;
}

/**
 * @param db address for the worker's own connection; null: asked on this thread
 * @param large whether the store is so large that a thread is worth its memory
 */
export function createLookups(store: Store, db: string | null, root: string, large: () => boolean): Lookups {
	let worker: Worker | null = null;
	let questions = 0;
	const waiting = new Map<number, { done: (ids: readonly string[]) => void; failed: (error: unknown) => void }>();

	function started(address: string): Worker {
		if (worker) return worker;
		const next = new Worker(join(root, 'src/lib/server/desk/lookup-worker.ts'), { workerData: { db: address } satisfies LookupTask });
		next.unref();
		next.on('message', ({ question, ids }: LookupAnswer) => {
			waiting.get(question)?.done(ids);
			waiting.delete(question);
		});
		next.on('error', (error) => {
			for (const { failed } of waiting.values()) failed(error);
			waiting.clear();
			worker = null;
		});
		return (worker = next);
	}

	return {
		async search(terms, limit, signal) {
			if (db === null || !large()) return store.search(terms, limit);
			const own = started(db);
			const question = ++questions;
			return new Promise((done, failed) => {
				waiting.set(question, { done, failed });
				own.postMessage({ question, terms, limit } satisfies Lookup);
				signal?.addEventListener(
					'abort',
					() => {
						own.postMessage({ drop: question });
						waiting.delete(question);
						done([]);
					},
					{ once: true }
				);
			});
		},
		stop: () => void worker?.terminate()
	};
}
