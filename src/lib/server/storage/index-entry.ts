import type { Claim, RecordedClaim } from '#lib/domain/claim.ts';
import { referencesOf } from '#lib/domain/claim-ids.ts';
import type { Entry } from '#lib/domain/entry.ts';

/** What a store keeps of an entry to find it again. */
export interface EntryIndex {
	readonly claims: readonly { readonly n: number; readonly claim: Claim }[];
	readonly mentions: readonly { readonly id: string; readonly record: string }[];
	/** Record the entry acts on; for a withdrawal the claim whose record it is. */
	readonly control: { readonly record: string } | { readonly claim: string } | null;
}

/** Reads an entry for the indexes. */
export function indexEntry({ body }: Entry): EntryIndex {
	switch (body.kind) {
		case 'claims':
			return { claims: body.claims.map((claim, at) => ({ n: at + 1, claim })), mentions: claimIndex(body.claims), control: null };
		case 'withdraw':
			return { claims: [], mentions: [], control: { claim: body.claim } };
		case 'decide':
			return {
				claims: [],
				mentions: decidedIds(body.field, body.value).map((id) => ({ id, record: body.record })),
				control: { record: body.record }
			};
		case 'drop':
			return { claims: [], mentions: [], control: { record: body.record } };
		case 'merge':
		case 'unmerge':
			return { claims: [], mentions: [], control: { record: body.from } };
		default:
			return { claims: [], mentions: [], control: null };
	}
}

/** `seq.n` read back; null when it is no claim's id. */
export function parseClaimId(id: string): { readonly seq: number; readonly n: number } | null {
	const found = /^([1-9]\d{0,14})\.([1-9]\d{0,14})$/.exec(id);
	return found ? { seq: Number(found[1]), n: Number(found[2]) } : null;
}

/** A claim as the ledger names it. */
export function recordedClaim(seq: number, n: number, claim: Claim): RecordedClaim {
	return { ...claim, id: `${seq}.${n}`, seq };
}

/** What is left of a claim after redaction: whose it is, and of what. */
export function redactedClaim({ record, kind, source }: Claim): Claim & { readonly redacted: true } {
	return { record, kind, source, fields: {}, redacted: true };
}

/** Every id these claims mention, other than as their source, with the record they speak of; each pair once. */
export function claimIndex(claims: readonly Claim[]): { id: string; record: string }[] {
	const mentions: { id: string; record: string }[] = [];
	const seen = new Map<string, Set<string>>();
	const see = (id: string, record: string) => {
		let of = seen.get(record);
		if (!of) seen.set(record, (of = new Set()));
		if (of.has(id)) return;
		of.add(id);
		mentions.push({ id, record });
	};
	for (const claim of claims) {
		if (claim.said_by !== undefined) see(claim.said_by, claim.record);
		for (const { id } of referencesOf(claim)) see(id, claim.record);
	}
	return mentions;
}

/** What may be an id in a decision: its value, and the parts of the element's key in its path. Too many do no harm. */
function decidedIds(field: string, value: unknown): string[] {
	const key = field.slice(field.indexOf('/') + 1, Math.max(field.lastIndexOf('/'), 0));
	return [...new Set([...key.split(' · '), ...(typeof value === 'string' ? [value] : [])])].filter((id) => id !== '');
}
