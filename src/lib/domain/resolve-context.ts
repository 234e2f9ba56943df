import type { Claim } from './claim.ts';

/** What resolving needs to know of a source: taken from the source's own record. Absent: not reported. */
export interface SourceFacts {
	/** EDTF. */
	readonly published?: string;
	/** A–F; no grade ranks last. */
	readonly reliability?: string;
	/** The source whose word this one passes on. */
	readonly passes_on?: string;
}

/** A desk's choice in force. `field` is a path (see `paths.ts`). */
export interface Decision {
	readonly seq: number;
	readonly field: string;
	readonly value: unknown;
	readonly because: string;
}

/** What a record's claims are weighed against, as of one seq. */
export interface ResolveContext {
	/** Decisions in force about this record, in ledger order: of two about one path the later holds. */
	readonly decisions: readonly Decision[];
	readonly sources: (id: Claim['source']) => SourceFacts | undefined;
	/** Ids merged into this record. */
	readonly merged: readonly string[];
}
