import type { Claim, RecordedClaim } from '#lib/domain/claim.ts';
import type { Entry, EntryBody } from '#lib/domain/entry.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';

/** A record's body as it stood in [fromSeq, toSeq); `body` null: dropped or merged away. */
export interface RecordVersion {
	readonly record: string;
	readonly fromSeq: number;
	/** null: still stands. */
	readonly toSeq: number | null;
	readonly body: RecordBody | null;
}

export type DocumentKind = 'deck' | 'room' | 'names-apart' | 'share' | 'view' | 'sign-in' | 'session';

export interface KeptDocument {
	readonly id: string;
	/** Counted from 1. */
	readonly revision: number;
	/** ISO instant. */
	readonly changed: string;
	readonly body: unknown;
}

/** What one entry did to the derived tables, worked out by `server/ledger` and written in the entry's transaction. */
export interface Derived {
	/** Every record whose body changed, with its new body (null: gone). */
	readonly versions: readonly {
		readonly record: string;
		readonly kind: RecordKind;
		readonly body: RecordBody | null;
		/** No entry ever spoke of it before: there is no version to end. */
		readonly fresh?: boolean;
	}[];
	/** Old id → the id it is merged into, as of this entry; null: no longer merged. */
	readonly aliases: readonly { readonly from: string; readonly into: string | null }[];
	/** Entries whose effect this entry takes away, or (undoing an undo) brings back. */
	readonly undone: readonly { readonly entry: number; readonly undone: boolean }[];
}

/** An entry whose claims do not fit one row. */
export interface BulkEntry {
	readonly account: string;
	readonly at: string;
	/** Claims part by part, for an entry of claims; asked for inside the transaction, with the store in it. */
	parts?(store: Store): AsyncIterable<readonly Claim[]>;
	/** The entry's body, asked for once all parts are known; of an entry of claims `parts` is filled in. */
	body(): EntryBody;
	derive(store: Store, entry: Entry): AsyncIterable<Derived>;
	/** Stops between two batches and takes everything back; the reason is thrown. */
	readonly signal?: AbortSignal;
	readonly onpart?: (claims: number) => void;
}

/** Records set aside to be worked out: there may be more of them than fit in memory. Each comes once. */
export interface Gathered {
	add(records: readonly { readonly record: string; readonly kind: RecordKind }[]): Promise<void>;
	/** Adds the records that mention any of these ids, as `Store.mentioning` finds them. */
	mentioning(ids: readonly string[]): Promise<void>;
	/** In the order of their first claim, in batches. Other calls may be made while reading on. */
	records(which: 'sources' | 'others'): AsyncIterable<readonly { readonly record: string; readonly kind: RecordKind }[]>;
	done(): Promise<void>;
}

/** Someone else wrote between our reading and our writing; read again and retry. */
export class HeadMovedError extends Error {
	override readonly name = 'HeadMovedError';
}

/** An entry takes back a claim that is not there. */
export class UnknownClaimError extends Error {
	override readonly name = 'UnknownClaimError';
}

export type StoreErrorCode = 'bad address' | 'unreadable' | 'damaged' | 'not ours' | 'newer' | 'exists' | 'busy' | 'in use';

/** A store that cannot be opened or copied. `message` says what is wrong and what to do; the file was not touched. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	readonly code: StoreErrorCode;
	readonly file: string;

	constructor(code: StoreErrorCode, file: string, message: string, cause?: unknown) {
		super(message, { cause });
		this.code = code;
		this.file = file;
	}
}

/**
 * Where the truth is kept. One contract, several fulfilments; `tests/contract/store.ts` is its meaning in code.
 * Rules that keep every engine open: ids are made by the caller, no triggers, no serials, writes advance a one-row
 * head inside their transaction, so `seq` is gapless and visible in order.
 *
 * The entries are the truth. From an entry alone the store keeps indexes (claims by record, ids mentioned, entries that
 * act on others); everything else derived is handed to it.
 */
export interface Store {
	/** The last entry's seq; 0 when empty. */
	head(): Promise<number>;
	/**
	 * Writes one entry, indexes it, and writes what it derives, or nothing. Claims are named `seq.n`, n from 1. A `redact`
	 * entry also blanks the payload of its claim inside the entry that brought it: the only rewrite.
	 * @throws HeadMovedError when the head is no longer `expected`; StoreError `busy` when another process is writing and
	 * does not finish in two seconds (so any call that writes).
	 */
	append(expected: number, entry: { account: string; at: string; body: EntryBody }, derived: Derived): Promise<Entry>;
	/**
	 * Writes one entry whose claims come in parts, and what they derive, or nothing: all in one transaction, so a process
	 * that ends in between leaves the store as it was. Only a part and a batch of records are held at a time.
	 * `derive` is called once every part is there, with the store inside the transaction, and hands over what to write.
	 * Search rows are written, but left out of the full-text indexes until `indexSearch`.
	 * @throws HeadMovedError when the head is no longer `expected`; UnknownClaimError; StoreError `busy` when someone else is writing.
	 */
	appendParts(expected: number, bulk: BulkEntry): Promise<Entry>;
	/** The claims of an entry, in order, in batches; for one without parts, all at once. */
	claimsOf(seq: number): AsyncIterable<readonly RecordedClaim[]>;
	/** Sets the records aside that this entry's claims, where they stand apart, speak of or take claims back from. One such set at a time. */
	gather(seq: number): Promise<Gathered>;
	/** Entries after `since`, in order, at most `limit`. Other calls may be made while reading on. */
	entries(since: number, limit?: number): AsyncIterable<Entry>;
	entry(seq: number): Promise<Entry | null>;

	/** Claims about any of these ids, in ledger order, as recorded (neither withdrawals nor undos are applied here). */
	claimsAbout(records: readonly string[]): Promise<RecordedClaim[]>;
	/** Claims by id, in ledger order; unknown ids are left out. */
	claims(ids: readonly string[]): Promise<RecordedClaim[]>;
	/** A page of claims in ledger order, after the claim id given. */
	claimPage(options: { after?: string; limit: number; source?: string; asof?: number }): Promise<RecordedClaim[]>;
	/** The kind of each id that any claim was ever recorded about. */
	kinds(ids: readonly string[]): Promise<Map<string, RecordKind>>;
	/** Ids of records with a claim that mentions any of these ids: as its source, speaker or inside
	 * its fields; or with a decision whose value or path holds one. There may be a record too many. Ordered. `inside`: only inside
	 * its fields, or as speaker; `limit`: no more than so many of them, whichever. */
	mentioning(ids: readonly string[], options?: { inside?: boolean; limit?: number }): Promise<string[]>;
	/** Entries in ledger order that withdraw claims about these ids, decide on them or drop them. Undos are not applied. */
	controls(records: readonly string[]): Promise<Entry[]>;
	/** Of these claims (`seq.n`), the ones that later entries of claims take back, with those entries. Undos are not applied. */
	takenBack(claims: readonly string[]): Promise<{ claim: string; by: number }[]>;
	/** All merge and unmerge entries in ledger order. Undos are not applied. */
	merges(): Promise<Entry[]>;
	/** Of these entries, the ones whose effect is taken away now. */
	undone(seqs: readonly number[]): Promise<Set<number>>;

	/** A record as of `asof` (default: now); null when it did not exist, was dropped or merged away. */
	record(id: string, asof?: number): Promise<RecordBody | null>;
	/** The same for many ids; those that are not there are left out. */
	recordsById(ids: readonly string[], asof?: number): Promise<Map<string, RecordBody>>;
	/** All records of a kind, or all, as of `asof`, ordered by id (code units). Other calls may be made while reading on. */
	records(options?: { kind?: RecordKind; asof?: number }): AsyncIterable<RecordBody>;
	/** Every version of one record, oldest first. */
	history(id: string): Promise<RecordVersion[]>;
	/** The seq each of these ids first had a body at. */
	firstSeen(ids: readonly string[]): Promise<Map<string, number>>;
	/** Records changed by entries in (since, until], by seq, then id; at most `limit`. */
	changed(
		since: number,
		until?: number,
		limit?: number
	): Promise<{ seq: number; record: string; kind: RecordKind; before: RecordBody | null; after: RecordBody | null }[]>;
	/** How many records entries after `since` up to `until` changed; counting stops at `most`. */
	changedCount(since: number, until: number, most: number): Promise<number>;
	/** The id this one is merged into as of `asof`, followed to its end; the id itself when it is not merged. */
	alias(id: string, asof?: number): Promise<string>;
	/** Every id merged now → the id named in its merge (one step). */
	aliases(): Promise<Map<string, string>>;

	/**
	 * Ids of records (now) whose folded text holds every term: as a word's beginning, or as a substring from three letters
	 * on. Terms are folded here as the text was. Ordered by id.
	 */
	search(terms: readonly string[], limit: number): Promise<string[]>;

	/** How many search rows wait to be found by their words. */
	searchPending(): Promise<number>;
	/** Puts up to `limit` waiting rows into the full-text indexes; answers about how many still wait, 0 only when none does. */
	indexSearch(limit: number): Promise<number>;

	/** Keeps derived bytes under a name in place of what was there. `rebuild` drops them. */
	keep(name: string, seq: number, chunks: Iterable<Uint8Array>): Promise<void>;
	kept(name: string): Promise<{ readonly seq: number; readonly chunks: readonly Uint8Array[] } | null>;
	forget(name: string): Promise<void>;
	/** A number that changes whenever another connection has written. */
	dataVersion(): Promise<number>;
	/** Every standing record as of `asof`, in batches, ordered by id: for whole-set reading. Other calls may be made in between. */
	bodies(options?: { asof?: number }): AsyncIterable<readonly RecordBody[]>;
	/** Every record that an entry after `since` changed, as it is as of `asof` (default: now; null: gone or not there yet), in batches. */
	changedRecords(since: number, asof?: number): AsyncIterable<readonly { readonly record: string; readonly body: RecordBody | null }[]>;

	/** What people make here beside the ledger (decks, rooms): plain JSON under an id, with a revision so that nobody overwrites unseen. */
	readonly documents: {
		/** Last changed first. */
		list(kind: DocumentKind): Promise<readonly KeptDocument[]>;
		get(kind: DocumentKind, id: string): Promise<KeptDocument | null>;
		/** @param document `expected`: the revision it replaces, 0 for a new one. @returns its revision; null when another stands. */
		put(
			kind: DocumentKind,
			document: { readonly id: string; readonly expected: number; readonly changed: string; readonly body: unknown }
		): Promise<number | null>;
		/** @returns whether there was one. */
		delete(kind: DocumentKind, id: string): Promise<boolean>;
	};

	/** Drops every derived table and index; the ledger writes them again, entry by entry. */
	clearDerived(): Promise<void>;
	/**
	 * Indexes an entry that is already kept. What `derive` reads must hold claims that stand apart, so they are indexed before
	 * their entry is worked out, and all other entries after it.
	 */
	writeIndexes(seq: number): Promise<void>;
	/** Writes what an entry derives; may be called again for the same entry with more. Words wait for `indexSearch`. */
	writeDerived(seq: number, derived: Derived): Promise<void>;
	/** Does all of `work` on the store it is given in one transaction, or none of it. */
	atomically<T>(work: (store: Store) => Promise<T>): Promise<T>;
	/** Leaves nothing in the files of what was deleted or overwritten (after a redaction). */
	scrub(): Promise<void>;
	/** A consistent copy, while serving. @throws StoreError `exists` when there is a file of that name. */
	backup(file: string): Promise<void>;
	close(): Promise<void>;
}
