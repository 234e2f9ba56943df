import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import { HeadMovedError, type Store } from '../storage/store.ts';
import { checkEntry } from './check-entry.ts';
import { derive, deriveParts, type RecordChange } from './derive.ts';
import { rebuild } from './rebuild.ts';
import { partsUndone, type Undoing } from './undoing.ts';

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
	/** Told of every entry written through this ledger, in order, after it stands. Answers how to stop. */
	subscribe(listener: (notice: Notice) => void): () => void;
}

/** How often an entry is worked out anew because another process wrote in between. */
const ATTEMPTS = 8;

/**
 * @param options.clock milliseconds since 1970, for the time of an entry
 * @param options.account who writes
 */
export function createLedger(store: Store, options: { readonly clock: () => number; readonly account: string }): Ledger {
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

	return {
		append(body) {
			const done = last.then(() => write(body));
			last = done.catch(() => undefined);
			return done;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}

/** Undoes an entry in parts, batch after batch, in one transaction. Listeners hear that much has changed, not what. */
async function undoParts(
	store: Store,
	body: EntryBody,
	undoing: Undoing,
	options: { clock: () => number; account: string }
): Promise<Notice> {
	const { clock, account } = options;
	const entry = await store.appendParts(await store.head(), {
		account,
		at: new Date(clock()).toISOString(),
		body: () => body,
		derive: (inside, written) => deriveParts(inside, written, { undoing })
	});
	return { entry, changed: [], many: true };
}

async function appendOnce(store: Store, body: EntryBody, { clock, account }: { clock: () => number; account: string }): Promise<Notice> {
	const head = await store.head();
	await checkEntry(store, body);
	const undoing = await partsUndone(store, body);
	if (undoing) return undoParts(store, body, undoing, { clock, account });
	const given = { account, at: new Date(clock()).toISOString(), body };
	const { derived, changed } = await derive(store, { seq: head + 1, ...given });
	return { entry: await store.append(head, given, derived), changed };
}

/** Blanks a claim and writes all of history anew without it: no earlier version of a record may keep what it said. */
async function redact(store: Store, body: EntryBody, options: { clock: () => number; account: string }): Promise<Notice> {
	const notice = await store.atomically(async (inner) => {
		const done = await appendOnce(inner, body, options);
		await rebuild(inner);
		return done;
	});
	await store.scrub();
	return notice;
}
