import type { Claim } from './claim.ts';

/** What an import was: one source, one file, one edition. */
export interface ImportFacts {
	/** Source record all its claims come from. */
	readonly source: string;
	readonly file: string;
	/** SHA-256 of the file, hex. */
	readonly hash: string;
	readonly format: string;
	/** The mapping used, as JSON data; absent for formats with a meaning of their own. */
	readonly mapping?: unknown;
	/** Names the set of headers: a file with the same ones is read with the same mapping. */
	readonly headers?: string;
	/** Rows of the file, and its length in bytes. */
	readonly rows?: number;
	readonly bytes?: number;
	/** Records new, changed and gone in this edition, and those it says nothing new of. */
	readonly fresh: number;
	readonly changed: number;
	readonly gone: number;
	readonly same?: number;
}

/** What one act says. The ledger is nothing but a numbered list of these. */
export type EntryBody =
	| {
			readonly kind: 'claims';
			/** Empty where they stand `apart`. */
			readonly claims: readonly Claim[];
			readonly note?: string;
			/**
			 * Too many claims for one row of the ledger (an import, a made-up world): so many stand in rows of their own beside
			 * it, as much truth as the entry, numbered from 1.
			 */
			readonly apart?: number;
			/** Claims of earlier editions that this one no longer makes (`seq.n`): taken back with the same entry. */
			readonly withdraws?: readonly string[];
			readonly import?: ImportFacts;
	  }
	/** Takes back a claim whole, or only some fields, or only some elements (`field` → keys). */
	| {
			readonly kind: 'withdraw';
			readonly claim: string;
			readonly fields?: readonly string[];
			readonly elements?: Readonly<Record<string, readonly string[]>>;
			readonly reason: string;
	  }
	/** A desk's choice; holds against claims before it. `field` is a path: `date`, `quantities/concluded/amount`. */
	| { readonly kind: 'decide'; readonly record: string; readonly field: string; readonly value: unknown; readonly because: string }
	| { readonly kind: 'merge'; readonly from: string; readonly into: string; readonly because?: string }
	| { readonly kind: 'unmerge'; readonly from: string; readonly into: string }
	| { readonly kind: 'drop'; readonly record: string; readonly because?: string }
	/** Blanks a claim's payload, for law: the only rewrite. It cannot be undone. */
	| { readonly kind: 'redact'; readonly claim: string; readonly because: string }
	/** Takes an earlier entry's effect away (any but redact). Undoing an undo brings it back. */
	| { readonly kind: 'undo'; readonly entry: number };

export type EntryKind = EntryBody['kind'];

/** One row of the ledger. */
export interface Entry {
	readonly seq: number;
	readonly account: string;
	/** ISO instant, UTC. */
	readonly at: string;
	readonly body: EntryBody;
}
