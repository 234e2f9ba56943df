import { aliasClaim, referencesOf } from '#lib/domain/claim-ids.ts';
import type { Claim, RecordedClaim } from '#lib/domain/claim.ts';
import { elementKey, elementsIn } from '#lib/domain/element-key.ts';
import { FIELDS } from '#lib/domain/fields.ts';
import type { RecordBody, ResolvedValue } from '#lib/domain/record.ts';
import type { Store } from '../../storage/store.ts';

/** A field on which sources differ: the claims that speak of it, and of lists those that speak of each element. */
interface Open {
	readonly claims: readonly string[];
	readonly elements: ReadonlyMap<string, readonly string[]> | null;
}

type Contested = ReadonlyMap<string, Open>;

/**
 * The fields, groups and lists in which sources differ. What the desk has decided is not among them: it is shown
 * by the decision, which no claim carries, so only the value decided on goes into a file.
 */
function contestedIn(body: RecordBody): Contested {
	const found = new Map<string, Open>();
	for (const [name, field] of Object.entries(body.fields)) {
		if (field.shape === 'value' && isOpen([field])) {
			// Whether a date was a plan is told by the status its claim gives beside it: they go together.
			const status = FIELDS[body.kind][name]?.nature === 'planned-date' ? body.fields['status'] : undefined;
			if (status?.shape === 'value' && status.decision) continue;
			found.set(name, { elements: null, claims: claimsOf([field]) });
			if (status?.shape === 'value') found.set('status', { elements: null, claims: claimsOf([status]) });
		}
		if (field.shape === 'group' && isOpen(Object.values(field.members)))
			found.set(name, { elements: null, claims: claimsOf(Object.values(field.members)) });
		// Elements stand in the order they were first said, so a list goes as a whole.
		if (field.shape === 'list' && isOpen(field.elements.flatMap(({ members }) => Object.values(members))))
			found.set(name, {
				elements: new Map(field.elements.map(({ key, claims }) => [key, claims])),
				claims: field.elements.flatMap(({ claims }) => claims)
			});
	}
	return found;
}

function isOpen(values: readonly ResolvedValue[]): boolean {
	return values.some(({ versions }) => versions) && !values.some(({ decision }) => decision);
}

function claimsOf(values: readonly ResolvedValue[]): string[] {
	return values.flatMap(({ claims, versions = [], earlier = [] }) =>
		[claims, ...[...versions, ...earlier].map((each) => each.claims)].flat()
	);
}

/** Claims of records that are written out: those on what sources differ on as they were made, each with its source and speaker. */
export interface SourcedClaims {
	/** By record, in the order of the ledger. */
	readonly about: ReadonlyMap<string, readonly Claim[]>;
	/** A claim that gives what is shown, without what `about` holds; null: nothing is left of it. */
	readonly rest: (claim: Claim) => Claim | null;
}

/** @param asof as of when ids of merged records are followed; undefined: now */
export async function contestedClaims(store: Store, bodies: readonly RecordBody[], asof: number | undefined): Promise<SourcedClaims> {
	const contested = new Map<string, Contested>();
	for (const body of bodies) {
		const found = contestedIn(body);
		if (found.size > 0) contested.set(body.id, found);
	}
	const ids = new Set([...contested.values()].flatMap((fields) => [...fields.values()].flatMap(({ claims }) => claims)));
	const recorded = new Map((await store.claims([...ids])).filter(({ redacted }) => !redacted).map((claim) => [claim.id, claim]));
	const merged = await mergedInto(store, [...recorded.values()], asof);
	const about = new Map<string, readonly Claim[]>();
	for (const [id, fields] of contested) {
		const said = [...new Set([...fields.values()].flatMap(({ claims }) => claims))].flatMap((claim) => recorded.get(claim) ?? []);
		about.set(
			id,
			said.sort(byLedger).flatMap((claim) => partOf({ ...aliasClaim(claim, merged), record: id }, fields) ?? [])
		);
	}
	return {
		about,
		rest(claim) {
			const known = contested.get(claim.record);
			if (!known) return claim;
			const kept = Object.entries(claim.fields).filter(([name]) => !known.has(name));
			return kept.length > 0 ? { ...claim, fields: Object.fromEntries(kept) } : null;
		}
	};
}

/** The id each source, speaker and record in these claims goes by now. */
async function mergedInto(store: Store, claims: readonly Claim[], asof: number | undefined): Promise<(id: string) => string> {
	const ids = new Set(
		claims.flatMap((claim) => [claim.source, ...(claim.said_by ? [claim.said_by] : []), ...referencesOf(claim).map(({ id }) => id)])
	);
	const known = new Map<string, string>();
	for (const id of ids) known.set(id, await store.alias(id, asof));
	return (id) => known.get(id) ?? id;
}

/** What a claim says of the contested fields it speaks of; null: nothing. */
function partOf({ id, seq: _seq, redacted: _redacted, rest: _rest, ...claim }: RecordedClaim, contested: Contested): Claim | null {
	const { fields } = claim;
	const part = [...contested].flatMap(([name, { elements, claims }]) => {
		if (!claims.includes(id) || fields[name] === undefined) return [];
		if (elements === null) return [[name, fields[name]] as const];
		const spec = FIELDS[claim.kind][name];
		if (spec?.shape !== 'list') return [];
		// Some elements of a claim may have been taken back.
		const standing = elementsIn(fields[name]).filter((element) => elements.get(elementKey(spec, element))?.includes(id));
		return standing.length > 0 ? [[name, standing] as const] : [];
	});
	return part.length > 0 ? { ...claim, fields: Object.fromEntries(part) } : null;
}

/** Of two of one rank the later recorded is shown, so their order is theirs in the ledger. */
function byLedger(one: RecordedClaim, other: RecordedClaim): number {
	return one.seq - other.seq || numberIn(one) - numberIn(other);
}

function numberIn({ id }: RecordedClaim): number {
	return Number(id.split('.')[1]);
}
