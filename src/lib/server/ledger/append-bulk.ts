import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, ImportFacts } from '#lib/domain/entry.ts';
import { UnknownClaimError, type Store } from '../storage/store.ts';
import { claimChecker, LedgerError } from './check-entry.ts';
import { deriveMany } from './derive.ts';

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
	/** Stops between two batches; nothing is written then, and the signal's reason is thrown. */
	readonly signal?: AbortSignal;
	readonly onprogress?: (progress: BulkProgress) => void;
	/** Does everything but keep it. */
	readonly dryRun?: boolean;
}

export interface BulkResult {
	/** As it was written, or would have been. */
	readonly entry: Entry;
	readonly claims: number;
	/** Records that are other than they were. */
	readonly records: number;
}

/** Claims kept together. */
const PART = 1000;

/** Thrown through the transaction, so that nothing of it stays. */
class DryRunEnds extends Error {
	override readonly name = 'DryRunEnds';
	readonly entry: Entry;

	constructor(entry: Entry) {
		super('Nothing was to be written.');
		this.entry = entry;
	}
}

/**
 * Writes claims, however many, as ONE entry of the ledger, or nothing. They may speak of each other's records in any order.
 * Memory does not grow with their number. What is said is findable by its words after `Store.indexSearch`.
 * @throws LedgerError when a claim points to something that is not there; StoreError `busy` when someone else is writing;
 * HeadMovedError when someone else was faster.
 */
export async function appendBulk(
	store: Store,
	batches: AsyncIterable<readonly Claim[]> | Iterable<readonly Claim[]>,
	{ clock, account }: { clock: () => number; account: string },
	options: BulkOptions = {}
): Promise<BulkResult> {
	let [claims, records] = [0, 0];
	async function* parts(): AsyncGenerator<readonly Claim[]> {
		for await (const batch of batches) {
			claims += batch.length;
			for (let from = 0; from < batch.length; from += PART) yield batch.slice(from, from + PART);
		}
	}
	const at = new Date(clock()).toISOString();
	const bulk = {
		account,
		at,
		parts,
		body: () => {
			const withdraws = options.withdraws?.() ?? [];
			if (claims + withdraws.length === 0) throw new LedgerError('nothing said', 'An entry of claims needs at least one.');
			return {
				kind: 'claims' as const,
				claims: [],
				...(options.note !== undefined && { note: options.note }),
				...(options.import && { import: options.import() }),
				...(withdraws.length > 0 && { withdraws })
			};
		},
		async *derive(inside: Store, entry: Entry) {
			const check = claimChecker(inside, entry.seq);
			const onrecords = (done: number) => {
				records = done;
				options.onprogress?.({ phase: 'working out', done });
			};
			yield* deriveMany(inside, entry, { check, onrecords });
			if (options.dryRun) throw new DryRunEnds(entry);
		},
		signal: options.signal,
		onpart: (done: number) => options.onprogress?.({ phase: 'reading', done })
	};
	try {
		return { entry: await store.appendParts(await store.head(), bulk), claims, records };
	} catch (error) {
		if (error instanceof UnknownClaimError) throw new LedgerError('unknown claim', error.message);
		if (error instanceof DryRunEnds) return { entry: error.entry, claims, records };
		throw error;
	}
}
