import type { Store } from '../storage/store.ts';
import type { FromKeptWorker, KeptTask } from './kept-worker.ts';
import { runWorker } from './run-worker.ts';

export interface KeptBytes {
	readonly seq: number;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads what a store keeps under a name, in one piece; null when there is nothing. Each name is asked for once. */
export type ReadKept = (name: string) => Promise<KeptBytes | null>;

/** Read here and now: some hundred megabytes of a million rows keep this thread from answering meanwhile. */
export function keptFromStore(store: Store): ReadKept {
	return async (name) => {
		const kept = await store.kept(name);
		return kept && { seq: kept.seq, bytes: joined(kept.chunks) };
	};
}

/**
 * Read by a thread, all of these names in their order. What the thread could not read is read here.
 * @param db address for the thread's own connection
 * @param root the project's folder
 */
export function keptByThread(store: Store, db: string, root: string, names: readonly string[]): { read: ReadKept; stop(): void } {
	const asked = new Map(names.map((name) => [name, Promise.withResolvers<KeptBytes | null>()]));
	const here = keptFromStore(store);
	const unread = new Set(names);
	let stopped = false;
	const take = (name: string, found: KeptBytes | null | Promise<KeptBytes | null>): void => {
		if (unread.delete(name)) asked.get(name)?.resolve(found);
	};
	const run = runWorker<KeptTask, FromKeptWorker>(root, 'kept-worker.ts', { db, names }, ({ name, kept }) => take(name, kept));
	const rest = (): void => [...unread].forEach((name) => take(name, stopped ? null : here(name)));
	run.done.then(rest, rest);
	return {
		read: (name) => asked.get(name)?.promise ?? here(name),
		stop() {
			stopped = true;
			run.stop();
		}
	};
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}
