/** Compares the names of very many actors on a thread of its own, with a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RecordBody } from '#lib/domain/record.ts';
import { openStore } from '../../storage/open-store.ts';
import { compareNames, onlySpokenOf, type NamesCompared } from './compare-names.ts';
import { namedActor, type NamedActor } from './named-actors.ts';

export interface NamesTask {
	readonly db: string;
	/** As of this entry. */
	readonly seq: number;
}

/** The share that is done, or what was found. */
export type FromNamesWorker = number | (Omit<NamesCompared, 'actors'> & { readonly bodies: readonly RecordBody[] });

/** Reading the actors takes about as long as comparing them. */
const READING = 0.5;
/** So often it is told how far it is. */
const TELL_MS = 100;

const { db, seq } = workerData as NamesTask;
let toldAt = 0;
const tell = (message: FromNamesWorker) => parentPort?.postMessage(message);
const tellShare = (share: number) => {
	if (performance.now() - toldAt < TELL_MS) return;
	toldAt = performance.now();
	tell(share);
};
const store = await openStore(db, { again: true });
try {
	// Where there are so many actors, most of the records are.
	const total = await store.changedCount(0, seq, Number.MAX_SAFE_INTEGER);
	const actors: NamedActor[] = [];
	for await (const body of store.records({ kind: 'actor', asof: seq })) {
		actors.push(namedActor(body));
		tellShare(READING * Math.min(1, actors.length / Math.max(1, total)));
	}
	for (const step of compareNames(actors)) {
		if (typeof step === 'number') {
			tellShare(READING + (1 - READING) * step);
			continue;
		}
		const { actors: spokenOf, pairs, spelled } = onlySpokenOf(step);
		tell({ bodies: spokenOf.map(({ body }) => body), pairs, spelled });
	}
} finally {
	await store.close();
}
