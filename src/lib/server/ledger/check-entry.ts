import { DESK, type Claim, type RecordedClaim } from '#lib/domain/claim.ts';
import { referencesOf } from '#lib/domain/claim-ids.ts';
import type { EntryBody } from '#lib/domain/entry.ts';
import { FIELDS } from '#lib/domain/fields.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { valueAt } from '#lib/domain/paths.ts';
import type { Store } from '../storage/store.ts';
import { followAlias } from './merging.ts';

export type LedgerErrorCode =
	| 'nothing said'
	| 'unknown source'
	| 'unknown record'
	| 'unknown claim'
	| 'unknown entry'
	| 'unknown field'
	| 'wrong kind'
	| 'not decidable'
	| 'same record'
	| 'kept apart'
	| 'already merged'
	| 'not merged'
	| 'already redacted'
	| 'already undone'
	| 'cannot be undone';

/** An entry the ledger does not take. Nothing was written; `message` says which id, claim or field. */
export class LedgerError extends Error {
	override readonly name = 'LedgerError';
	readonly code: LedgerErrorCode;

	constructor(code: LedgerErrorCode, message: string) {
		super(message);
		this.code = code;
	}
}

/** Checks that everything an entry points to is there. What a claim's fields hold is checked by `validate-claim`. @throws LedgerError */
export async function checkEntry(store: Store, body: EntryBody): Promise<void> {
	switch (body.kind) {
		case 'claims':
			return checkClaims(store, body.claims, body.withdraws ?? []);
		case 'withdraw': {
			const claim = await knownClaim(store, body.claim);
			for (const field of [...(body.fields ?? []), ...Object.keys(body.elements ?? {})])
				if (!Object.hasOwn(FIELDS[claim.kind], field)) throw new LedgerError('unknown field', `A ${claim.kind} has no field "${field}".`);
			return;
		}
		case 'decide': {
			const at = valueAt(await standingKind(store, body.record), body.field);
			if (!at) throw new LedgerError('unknown field', `There is no value at "${body.field}".`);
			if (!at.decidable) throw new LedgerError('not decidable', `"${body.field}" is not decided; say it in a claim by the desk.`);
			return;
		}
		case 'drop':
			await standingKind(store, body.record);
			return;
		case 'merge': {
			if (body.from === body.into) throw new LedgerError('same record', `"${body.from}" cannot be merged into itself.`);
			const [from, into] = [await standingKind(store, body.from), await standingKind(store, body.into)];
			if (from !== into) throw new LedgerError('wrong kind', `"${body.from}" is a ${from}, "${body.into}" a ${into}: they cannot be one.`);
			return;
		}
		case 'unmerge':
			if ((await store.aliases()).get(body.from) !== body.into)
				throw new LedgerError('not merged', `"${body.from}" is not merged into "${body.into}".`);
			return;
		case 'redact':
			if ((await knownClaim(store, body.claim)).redacted)
				throw new LedgerError('already redacted', `Claim ${body.claim} is redacted already.`);
			return;
		case 'undo':
			return checkUndo(store, body.entry);
	}
}

async function checkClaims(store: Store, claims: readonly Claim[], withdraws: readonly string[]): Promise<void> {
	if (claims.length + withdraws.length === 0) throw new LedgerError('nothing said', 'An entry of claims needs at least one.');
	const taken = new Set((await store.claims(withdraws)).map(({ id }) => id));
	for (const id of withdraws) if (!taken.has(id)) throw new LedgerError('unknown claim', `There is no claim ${id}.`);
	const own = kindsIn(claims);
	const known = await store.kinds([...own.keys(), ...mentionedIn(claims)]);
	for (const [record, kind] of own) {
		const before = known.get(record);
		if (before && before !== kind) throw new LedgerError('wrong kind', `"${record}" is a ${before}, not a ${kind}.`);
		known.set(record, kind);
	}
	checkMentions(claims, known);
}

/** Kinds remembered at a time. */
const MOST_KINDS = 200_000;

/**
 * Checks claims of one entry batch by batch, when all of them are in the store's indexes: the claims about some records,
 * earlier ones among them.
 * @returns throws LedgerError, as `checkEntry` does
 */
export function claimChecker(store: Store, seq: number): (claims: readonly RecordedClaim[]) => Promise<void> {
	const known = new Map<string, RecordKind>();
	return async (claims) => {
		kindsIn(claims);
		const own = claims.filter((claim) => claim.seq === seq);
		if (known.size > MOST_KINDS) known.clear();
		const unknown = mentionedIn(own).filter((id) => !known.has(id));
		for (const [id, kind] of await store.kinds(unknown)) known.set(id, kind);
		checkMentions(own, known);
	};
}

/** The kind of each record these claims are about. */
function kindsIn(claims: readonly Claim[]): Map<string, RecordKind> {
	const kinds = new Map<string, RecordKind>();
	for (const { record, kind } of claims) {
		if (record === DESK) throw new LedgerError('wrong kind', `"${DESK}" is no record.`);
		const before = kinds.get(record);
		if (before === undefined) kinds.set(record, kind);
		else if (before !== kind) throw new LedgerError('wrong kind', `"${record}" is given as a ${before} and as a ${kind}.`);
	}
	return kinds;
}

function mentionedIn(claims: readonly Claim[]): string[] {
	const ids = new Set<string>();
	for (const claim of claims) {
		if (claim.source !== DESK) ids.add(claim.source);
		if (claim.said_by !== undefined) ids.add(claim.said_by);
		for (const { id } of referencesOf(claim)) ids.add(id);
	}
	return [...ids];
}

/** @param known the kind of every id that is there */
function checkMentions(claims: readonly Claim[], known: ReadonlyMap<string, RecordKind>): void {
	for (const claim of claims) {
		if (claim.source !== DESK && known.get(claim.source) !== 'source')
			throw new LedgerError('unknown source', `"${claim.source}", given as the source of a claim about "${claim.record}", is not known.`);
		const references = referencesOf(claim);
		if (claim.said_by !== undefined) references.push({ id: claim.said_by, to: ['actor'], field: 'said_by' });
		for (const { id, to, field } of references) {
			const kind = known.get(id);
			if (!kind) throw new LedgerError('unknown record', `"${id}", in "${field}" of "${claim.record}", is not known.`);
			if (!to.includes(kind))
				throw new LedgerError('wrong kind', `"${id}", in "${field}" of "${claim.record}", is a ${kind}, not a ${to.join(' or ')}.`);
		}
	}
}

async function checkUndo(store: Store, seq: number): Promise<void> {
	const entry = await store.entry(seq);
	if (!entry) throw new LedgerError('unknown entry', `There is no entry ${seq}.`);
	if (entry.body.kind === 'redact') throw new LedgerError('cannot be undone', `Entry ${seq} redacted a claim; what it said is gone.`);
	if ((await store.undone([seq])).has(seq)) throw new LedgerError('already undone', `Entry ${seq} is undone already.`);
}

async function knownClaim(store: Store, id: string) {
	const [claim] = await store.claims([id]);
	if (!claim) throw new LedgerError('unknown claim', `There is no claim ${id}.`);
	return claim;
}

/** The kind of a record that stands now under this very id. */
async function standingKind(store: Store, id: string): Promise<RecordKind> {
	const body = await store.record(id);
	if (body) return body.kind;
	const into = followAlias(await store.aliases(), id);
	throw new LedgerError('unknown record', into === id ? `There is no record "${id}".` : `"${id}" is merged into "${into}"; name that one.`);
}
