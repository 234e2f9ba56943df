import type { RecordedClaim } from '#lib/domain/claim.ts';
import { DESK } from '#lib/domain/claim.ts';
import { aliasClaim, aliasValue } from '#lib/domain/claim-ids.ts';
import type { Entry } from '#lib/domain/entry.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { aliasPath, valueAt } from '#lib/domain/paths.ts';
import { refOf, valueOf, dateOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { resolveRecord } from '#lib/domain/resolve.ts';
import type { Decision, SourceFacts } from '#lib/domain/resolve-context.ts';
import { withdrawn } from '#lib/domain/withdrawn.ts';
import { recordedClaim } from '../storage/index-entry.ts';
import type { Derived, Store } from '../storage/store.ts';
import { aliasChanges, followAlias, type Aliases } from './merging.ts';

/** What one entry did to one record. `before` or `after` null: it was not there. */
export interface RecordChange {
	readonly record: string;
	readonly kind: RecordKind;
	readonly before: RecordBody | null;
	readonly after: RecordBody | null;
}

/** What working out an entry rests on. */
export interface State {
	readonly store: Store;
	/** The entry being derived: its own effect is not in the store's indexes yet, but for claims that stand apart. */
	readonly entry: Entry;
	readonly undone: ReadonlyMap<number, boolean>;
	readonly aliases: Aliases;
	readonly merged: ReadonlyMap<string, readonly string[]>;
	/** Sources read so far (null: nothing is known of it), once those that this entry changes stand. */
	readonly facts: Map<string, SourceFacts | null>;
	/** Looks at the claims about each batch of records, before anything is taken from them. */
	readonly check?: ((claims: readonly RecordedClaim[]) => Promise<void>) | undefined;
}

export interface Resolved {
	readonly kind: RecordKind;
	readonly body: RecordBody | null;
}

export async function kindsOf({ store, entry: { body } }: State, ids: readonly string[]): Promise<Map<string, RecordKind>> {
	const kinds = await store.kinds(ids);
	if (body.kind === 'claims') for (const { record, kind } of body.claims) kinds.set(record, kind);
	return kinds;
}

/**
 * Loads what these records rest on in a few queries, and resolves each.
 * @param after bodies of sources after this entry, where they are not in the store yet; the bodies are added to it
 * @returns those of the ids that no earlier entry speaks of
 */
export async function resolveAll(
	state: State,
	ids: readonly string[],
	kinds: ReadonlyMap<string, RecordKind>,
	after: Map<string, Resolved>
): Promise<Set<string>> {
	const { aliases, merged } = state;
	const alias = (id: string) => followAlias(aliases, id);
	const own = ids.flatMap((id) => (aliases.has(id) ? [] : [id, ...(merged.get(id) ?? [])]));
	const { claims, decisions, dropped, known } = await loadEffects(state, own);
	const standing = dropped.size === 0 ? claims : claims.filter(({ record }) => !dropped.has(record));
	const aliased = aliases.size === 0 ? standing : standing.map((claim) => aliasClaim(claim, alias));
	await loadFacts(
		state,
		aliased.filter(({ kind }) => kind !== 'source'),
		after
	);
	const byRecord = Map.groupBy(aliased, ({ record }) => alias(record));
	const decisionsBy = Map.groupBy(decisions, ({ record }) => alias(record));
	for (const id of ids) {
		const kind = kinds.get(id);
		if (!kind) continue;
		if (aliases.has(id) || dropped.has(id)) {
			after.set(id, { kind, body: null });
			continue;
		}
		const about = (decisionsBy.get(id) ?? []).map(({ seq, field, value, because }): Decision => {
			return { seq, field: aliasPath(kind, field, alias), value: aliasValue(valueAt(kind, field)?.type, value, alias), because };
		});
		const sources = kind === 'source' ? () => undefined : (source: string) => state.facts.get(source) ?? undefined;
		const body = resolveRecord(id, kind, byRecord.get(id) ?? [], { decisions: about, sources, merged: merged.get(id) ?? [] });
		after.set(id, { kind, body });
	}
	return new Set(own.filter((id) => !known.has(id)));
}

interface Effects {
	readonly claims: RecordedClaim[];
	readonly decisions: { seq: number; record: string; field: string; value: unknown; because: string }[];
	readonly dropped: Set<string>;
	/** Ids that an earlier entry speaks of. */
	readonly known: ReadonlySet<string>;
}

/** The claims, decisions and drops in force about these ids, after this entry. */
async function loadEffects(state: State, ids: readonly string[]): Promise<Effects> {
	const { store, entry } = state;
	const { seq, body } = entry;
	const wanted = new Set(ids);
	// While everything is being restored, claims that stand apart from a later entry are there already.
	const claims = (await store.claimsAbout(ids)).filter((claim) => claim.seq <= seq);
	if (body.kind === 'claims')
		body.claims.forEach((claim, at) => {
			if (wanted.has(claim.record)) claims.push(recordedClaim(seq, at + 1, claim));
		});
	await state.check?.(claims);
	const earlier = claims.filter((claim) => claim.seq < seq);
	const known = new Set(earlier.map(({ record }) => record));
	// Nobody can have acted on what nobody spoke of.
	const controls = known.size === 0 ? [entry] : [...(await store.controls([...known])), entry];
	const takenBack = earlier.length === 0 ? [] : await store.takenBack(earlier.map(({ id }) => id));
	const seqs = new Set([...earlier, ...controls].map((each) => each.seq));
	for (const { by } of takenBack) seqs.add(by);
	const off = await store.undone([...seqs]);
	const isOff = (of: number) => state.undone.get(of) ?? off.has(of);
	const left = new Map<string, RecordedClaim>();
	// A claim without fields says nothing; redaction leaves such claims.
	const isBlank = ({ id, fields }: RecordedClaim) => Object.keys(fields).length === 0 || (body.kind === 'redact' && body.claim === id);
	for (const claim of claims) if (!isOff(claim.seq) && !isBlank(claim)) left.set(claim.id, claim);
	for (const { claim, by } of takenBack) if (!isOff(by)) left.delete(claim);
	if (body.kind === 'claims' && body.apart === undefined) for (const claim of body.withdraws ?? []) left.delete(claim);
	const decisions: Effects['decisions'] = [];
	const dropped = new Set<string>();
	for (const { seq: at, body: control } of controls) {
		if (isOff(at)) continue;
		if (control.kind === 'withdraw') {
			const claim = left.get(control.claim);
			const rest = claim && withdrawn(claim, control);
			if (rest) left.set(control.claim, rest);
			else left.delete(control.claim);
		}
		if (control.kind === 'decide' && wanted.has(control.record)) decisions.push({ seq: at, ...control });
		if (control.kind === 'drop') dropped.add(control.record);
	}
	return { claims: [...left.values()], decisions, dropped, known };
}

/** Sources remembered at a time. */
const MOST_FACTS = 100_000;

/** Reads the facts of every source these claims come from, and of those they pass on, from the bodies after this entry. */
async function loadFacts(
	{ store, aliases, facts }: State,
	claims: readonly RecordedClaim[],
	after: ReadonlyMap<string, Resolved>
): Promise<void> {
	if (facts.size > MOST_FACTS) facts.clear();
	const unread = (ids: Iterable<string | undefined>) =>
		[...new Set(ids)].filter((id): id is string => id !== undefined && id !== DESK && !facts.has(id));
	for (let wanted = unread(claims.map(({ source }) => source)); wanted.length > 0;) {
		const kept = await store.recordsById(wanted.filter((id) => !after.has(id)));
		for (const id of wanted) {
			const body = after.has(id) ? after.get(id)?.body : kept.get(id);
			facts.set(id, body?.kind === 'source' ? factsOf(body, aliases) : null);
		}
		wanted = unread(wanted.map((id) => facts.get(id)?.passes_on));
	}
}

function factsOf(body: RecordBody, aliases: Aliases): SourceFacts {
	const published = dateOf(body, 'published')?.edtf;
	const reliability = valueOf<string>(body, 'reliability');
	const passesOn = refOf(body, 'passes_on');
	return {
		...(published !== undefined && { published }),
		...(typeof reliability === 'string' && { reliability }),
		...(passesOn !== null && { passes_on: followAlias(aliases, passesOn) })
	};
}

/** Sources whose worth this entry changed. */
export async function changedFacts(state: State, sources: readonly string[], after: ReadonlyMap<string, Resolved>): Promise<string[]> {
	const before = await state.store.recordsById(sources);
	const none: Aliases = new Map();
	return sources.filter((id) => {
		const [was, is] = [before.get(id), after.get(id)?.body];
		return JSON.stringify(was && factsOf(was, none)) !== JSON.stringify(is ? factsOf(is, none) : undefined);
	});
}

/** These sources and every source that passes their word on, with all ids merged into them: those whose claims may now weigh otherwise. */
export async function passingOn({ store, aliases, merged }: State, changed: readonly string[]): Promise<string[]> {
	const all = new Set<string>();
	let wanted = [...changed];
	while (wanted.length > 0) {
		const fresh = wanted.flatMap((id) => [id, ...(merged.get(id) ?? [])]).filter((id) => !all.has(id));
		for (const id of fresh) all.add(id);
		const mentioning = (await store.mentioning(fresh, { inside: true })).map((id) => followAlias(aliases, id));
		const kinds = await store.kinds(mentioning);
		wanted = mentioning.filter((id) => kinds.get(id) === 'source' && !all.has(id));
	}
	return [...all];
}

export async function toDerived(
	{ store, entry: { seq }, aliases }: State,
	aliasesBefore: Aliases,
	undone: Derived['undone'],
	after: ReadonlyMap<string, Resolved>,
	fresh: ReadonlySet<string>
): Promise<{ derived: Derived; changed: RecordChange[] }> {
	const ids = [...after.keys()].sort();
	const before = await store.recordsById(ids.filter((id) => !fresh.has(id)));
	const firstSeen = await store.firstSeen(ids.filter((id) => !fresh.has(id) && !before.has(id)));
	const changed: RecordChange[] = [];
	for (const id of ids) {
		const now = after.get(id);
		const was = before.get(id) ?? null;
		if (!now || (was === null ? now.body === null : content(was) === content(now.body))) continue;
		const since = was?.since ?? firstSeen.get(id) ?? seq;
		changed.push({ record: id, kind: now.kind, before: was, after: now.body && { ...now.body, since, changed: seq } });
	}
	return {
		changed,
		derived: {
			versions: changed.map(({ record, kind, after: body }) => ({ record, kind, body, fresh: fresh.has(record) })),
			aliases: aliasChanges(aliasesBefore, aliases),
			undone
		}
	};
}

/** A body without its stamps: what a change is a change of. */
function content(body: RecordBody | null): string {
	return JSON.stringify(body && { ...body, since: 0, changed: 0 });
}
