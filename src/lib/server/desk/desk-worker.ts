/** Works out columns, ranks and text index of a large store on a thread of its own, with a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { columnsToParts, type ColumnParts } from '#lib/columns/share.ts';
import type { TextIndexParts } from '#lib/columns/text-index.ts';
import type { Language } from '#lib/language/locales.ts';
import { openStore } from '../storage/open-store.ts';
import { StoreError } from '../storage/store.ts';
import { keepWholeSet } from './keep-whole-set.ts';
import { workOutWholeSet } from './whole-set.ts';

export type FromDeskWorker =
	| { readonly type: 'progress'; readonly records: number }
	| {
			readonly type: 'done';
			readonly set: ColumnParts;
			readonly ranks: Readonly<Record<Language, Uint32Array>>;
			readonly index: TextIndexParts;
	  };

const tell = (message: FromDeskWorker) => parentPort?.postMessage(message);
const store = await openStore((workerData as { db: string }).db);
try {
	const whole = await workOutWholeSet(store, (records) => tell({ type: 'progress', records }));
	tell({ type: 'done', set: columnsToParts(whole.set), ranks: whole.ranks, index: whole.index.parts });
	await keepWholeSet(store, whole).catch((error: unknown) => {
		// Someone is writing for long: the next start works it out again.
		if (!(error instanceof StoreError) && !/locked|busy/i.test(String(error))) throw error;
	});
} finally {
	await store.close();
}
