import type { Claim } from './claim.ts';

/** What one act says. The ledger is nothing but a numbered list of these. */
export type EntryBody =
	| { readonly kind: 'claims'; readonly claims: readonly Claim[]; readonly note?: string }
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
