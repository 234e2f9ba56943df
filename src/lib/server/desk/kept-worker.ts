/** Reads what a store keeps of the whole set on a thread of its own, with a connection of its own, and hands it over uncopied. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../storage/open-store.ts';
import { keptFromStore, type KeptBytes } from './kept-reader.ts';

export interface KeptTask {
	readonly db: string;
	/** In this order. */
	readonly names: readonly string[];
}

export interface FromKeptWorker {
	readonly name: string;
	/** null: nothing is kept under this name. */
	readonly kept: KeptBytes | null;
}

const { db, names } = workerData as KeptTask;
const store = await openStore(db, { again: true });
try {
	const read = keptFromStore(store);
	for (const name of names) {
		const kept = await read(name);
		parentPort?.postMessage({ name, kept } satisfies FromKeptWorker, kept ? [kept.bytes.buffer] : []);
	}
} finally {
	await store.close();
}
