import type { Claim } from '#lib/domain/claim.ts';

/** A claim and the line it stands on. */
export interface SeedRow {
	readonly claim: Claim;
	readonly file: string;
	/** Counted from 1. */
	readonly line: number;
}

export interface SeedProblem {
	readonly file: string;
	readonly line: number;
	/** Place in the row, such as `fields.date.edtf`; '' for the whole row. */
	readonly path: string;
	readonly code: string;
	readonly reason: string;
}
