import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, ImportFacts } from '#lib/domain/entry.ts';
import type { Store } from '../storage/store.ts';
import { checkClaims } from './check-entry.ts';
import { deriveParts } from './derive.ts';

/** How far a bulk append has come. */
export interface BulkProgress {
	readonly phase: 'reading' | 'working out';
	/** Claims read, or records worked out. */
	readonly done: number;
}

export interface BulkOptions {
	readonly note?: string;
	/** Asked for when all claims are in. */
	readonly import?: () => ImportFacts;
	/** Claims of earlier entries that this one takes back; asked for when all claims are in. */
	readonly withdraws?: () => readonly string[];
	readonly signal?: AbortSignal;
	readonly onprogress?: (progress: BulkProgress) => void;
}

/** Claims kept together. */
const PART = 1000;

/**
 * Writes claims, however many, as ONE entry of the ledger, or nothing. Batches are checked as they come: what a claim mentions
 * is known from before, or stands in this or an earlier batch of the same entry. Memory does not grow with their number.
 * @throws LedgerError when a claim points to something that is not there; StoreError `busy` when someone else is writing.
 */
export async function appendBulk(
	store: Store,
	batches: AsyncIterable<readonly Claim[]> | Iterable<readonly Claim[]>,
	{ clock, account }: { clock: () => number; account: string },
	options: BulkOptions = {}
): Promise<Entry> {
	async function* parts(inside: Store): AsyncGenerator<readonly Claim[]> {
		for await (const batch of batches) {
			await checkClaims(inside, batch);
			// What is handed over is written before the next batch is asked for, so that one may speak of it.
			for (let from = 0; from < batch.length; from += PART) yield batch.slice(from, from + PART);
		}
	}
	return store.appendParts(await store.head(), {
		account,
		at: new Date(clock()).toISOString(),
		parts,
		body: () => {
			const withdraws = options.withdraws?.() ?? [];
			return {
				kind: 'claims',
				claims: [],
				...(options.note !== undefined && { note: options.note }),
				...(options.import && { import: options.import() }),
				...(withdraws.length > 0 && { withdraws })
			};
		},
		derive: (inside, entry) => deriveParts(inside, entry, { onrecords: (done) => options.onprogress?.({ phase: 'working out', done }) }),
		signal: options.signal,
		onpart: (done) => options.onprogress?.({ phase: 'reading', done })
	});
}
