import type { Claim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { HeadMovedError, type Store } from '../storage/store.ts';
import { appendBulk, type BulkOptions, type BulkResult } from './append-bulk.ts';
import { checkEntry } from './check-entry.ts';
import { derive, deriveMany } from './derive.ts';
import { rebuild } from './rebuild.ts';
import type { RecordChange } from './resolving.ts';

/** An entry as it was written, and what it did. */
export interface Notice {
	readonly entry: Entry;
	readonly changed: readonly RecordChange[];
	/** So much has changed that it is not listed: read it from the store. */
	readonly many?: true;
}

/** The one way to say something new. */
export interface Ledger {
	/**
	 * Writes one entry and everything it changes, or nothing.
	 * @throws LedgerError when it points to something that is not there.
	 */
	append(body: EntryBody): Promise<Notice>;
	/** Writes very many claims as one entry; see `appendBulk`. Listeners are told, unless it is a dry run. */
	appendBulk(batches: AsyncIterable<readonly Claim[]> | Iterable<readonly Claim[]>, options?: BulkOptions): Promise<BulkResult>;
	/** Told of every entry written through this ledger, in order, after it stands. Answers how to stop. */
	subscribe(listener: (notice: Notice) => void): () => void;
}

interface Writer {
	readonly clock: () => number;
	readonly account: string;
	readonly many?: number;
}

/** How often an entry is worked out anew because another process wrote in between. */
const ATTEMPTS = 8;

/**
 * @param options.clock milliseconds since 1970, for the time of an entry
 * @param options.account who writes
 * @param options.many how many records are worked out in one go
 */
export function createLedger(store: Store, options: Writer): Ledger {
	const listeners = new Set<(notice: Notice) => void>();
	// Entries of one process are worked out one after the other; only another process can move the head meanwhile.
	let last: Promise<unknown> = Promise.resolve();

	const write = async (body: EntryBody): Promise<Notice> => {
		for (let attempt = 1; ; attempt++) {
			try {
				const notice = body.kind === 'redact' ? await redact(store, body, options) : await appendOnce(store, body, options);
				for (const listener of listeners) listener(notice);
				return notice;
			} catch (error) {
				if (!(error instanceof HeadMovedError) || attempt >= ATTEMPTS) throw error;
			}
		}
	};

	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const done = last.then(work);
		last = done.catch(() => undefined);
		return done;
	};

	return {
		append: (body) => inTurn(() => write(body)),
		appendBulk: (batches, bulk = {}) =>
			inTurn(async () => {
				const result = await appendBulk(store, batches, options, bulk);
				if (!bulk.dryRun) for (const listener of listeners) listener({ entry: result.entry, changed: [], many: true });
				return result;
			}),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}

async function appendOnce(store: Store, body: EntryBody, { clock, account, many }: Writer): Promise<Notice> {
	const head = await store.head();
	await checkEntry(store, body);
	const given = { account, at: new Date(clock()).toISOString(), body };
	const few = await derive(store, { seq: head + 1, ...given }, many);
	if (few) return { entry: await store.append(head, given, few.derived), changed: few.changed };
	const entry = await store.appendParts(head, { ...given, body: () => body, derive: (inside, written) => deriveMany(inside, written) });
	return { entry, changed: [], many: true };
}

/** Blanks a claim and writes all of history anew without it: no earlier version of a record may keep what it said. */
async function redact(store: Store, body: EntryBody, options: Writer): Promise<Notice> {
	const notice = await store.atomically(async (inner) => {
		const done = await appendOnce(inner, body, options);
		await rebuild(inner);
		return done;
	});
	await store.scrub();
	return notice;
}
