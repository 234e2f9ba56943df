/** Works out columns, ranks and text index of a large store on a thread of its own, with a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { columnsToParts, type ColumnParts } from '#lib/columns/share.ts';
import type { TextIndexParts } from '#lib/columns/text-index.ts';
import type { Language } from '#lib/language/locales.ts';
import { openStore } from '../storage/open-store.ts';
import { StoreError } from '../storage/store.ts';
import { keepWholeSet } from './keep-whole-set.ts';
import { buildColumns, rankAndIndex } from './whole-set.ts';

/** What the worker is to do: all of it as of now, to be kept, or as of an earlier seq. */
export interface DeskTask {
	readonly db: string;
	readonly asof: number | null;
}

export type FromDeskWorker =
	/** Share of the columns' records that have been read, 0–1. */
	| { readonly type: 'progress'; readonly share: number }
	| { readonly type: 'columns'; readonly set: ColumnParts }
	| { readonly type: 'side'; readonly titles: Readonly<Record<Language, Uint32Array>>; readonly index: TextIndexParts };

const { db, asof } = workerData as DeskTask;
const tell = (message: FromDeskWorker) => parentPort?.postMessage(message);
const store = await openStore(db, { again: true });
try {
	const set = await buildColumns(store, asof ?? (await store.head()), (share) => tell({ type: 'progress', share }));
	tell({ type: 'columns', set: columnsToParts(set) });
	const side = await rankAndIndex(store, set);
	tell({ type: 'side', titles: side.titles, index: side.index.parts });
	if (asof === null)
		await keepWholeSet(store, { set, ...side }).catch((error: unknown) => {
			// Someone is writing for long: the next start works it out again.
			if (!(error instanceof StoreError)) throw error;
		});
} finally {
	await store.close();
}
