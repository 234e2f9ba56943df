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
import { aliasChanges, aliasesFrom, followAlias, mergedInto, type Aliases } from './merging.ts';
import { searchText } from './search-text.ts';
import { followUndo, type Undoing } from './undoing.ts';

/** What one entry did to one record. `before` or `after` null: it was not there. */
export interface RecordChange {
	readonly record: string;
	readonly kind: RecordKind;
	readonly before: RecordBody | null;
	readonly after: RecordBody | null;
}

/**
 * Works out what an entry, the next after all those the store's indexes hold, does to the records. Writes nothing.
 *
 * Rules beside those of resolving: a merged record's claims and decisions count for the one it is merged into, and every
 * id inside bodies is the id it is merged into now; a dropped record says nothing until its drop is undone; a redacted
 * or empty claim says nothing. Sources' own records are resolved without regard to grades (those are what is being asked), so a
 * change of a source reaches the records it speaks of and ends there.
 */
export async function derive(store: Store, entry: Entry): Promise<{ derived: Derived; changed: RecordChange[] }> {
	const { body } = entry;
	const undoing = body.kind === 'undo' ? await followUndo(store, body.entry) : null;
	const undone = undoing?.undone ?? [];
	const acting = undoing?.base ?? entry;
	const before = await store.aliases();
	const movesIds = acting.body.kind === 'merge' || acting.body.kind === 'unmerge';
	const aliases = movesIds ? await aliasesAfter(store, entry, undone) : before;
	const state: State = {
		store,
		entry,
		undone: new Map(undone.map((each) => [each.entry, each.undone])),
		aliases,
		merged: mergedInto(aliases)
	};

	const raw = await actsOn(store, acting);
	if (movesIds) raw.push(...(await store.mentioning(sameRecords(raw, before, aliases))));
	// The old id as well as the new one: merging away is a change too.
	const ids = new Set(raw.flatMap((id) => [id, followAlias(before, id), followAlias(aliases, id)]));

	const after = new Map<string, Resolved>();
	const kinds = await kindsOf(state, [...ids]);
	// Sources first: what they are worth decides about the others.
	const sources = [...ids].filter((id) => kinds.get(id) === 'source');
	await resolveAll(state, sources, kinds, after);
	const moved = await changedFacts(state, sources, after);
	if (moved.length > 0) for (const id of await store.mentioning(await passingOn(state, moved))) ids.add(followAlias(aliases, id));
	const others = [...ids].filter((id) => !after.has(id));
	for (const [id, kind] of await kindsOf(state, others)) kinds.set(id, kind);
	await resolveAll(
		state,
		others.filter((id) => kinds.get(id) !== 'source'),
		kinds,
		after
	);
	return toDerived(state, before, undone, after);
}

/** Records worked out at a time where an entry speaks of very many. */
const BATCH = 500;

/**
 * What an entry whose claims stand in parts does to the records, batch after batch: sources first, then the others, then
 * records whose sources are worth something else now. The claims are in the store's indexes already. The rules are those of `derive`.
 */
export async function* deriveParts(
	store: Store,
	entry: Entry,
	{ undoing, onrecords = () => undefined }: { undoing?: Undoing; onrecords?: (records: number) => void } = {}
): AsyncGenerator<Derived> {
	const seq = undoing?.base.seq ?? entry.seq;
	const aliases = await store.aliases();
	const undone = new Map(undoing?.undone.map((each) => [each.entry, each.undone]));
	const state: State = { store, entry, undone, aliases, merged: mergedInto(aliases) };
	if (undoing) yield { versions: [], aliases: [], search: [], undone: undoing.undone };
	/** Sources are few, and the others are judged by them. */
	const sources = new Map<string, Resolved>();
	const moved: string[] = [];
	let records = 0;
	for await (const ids of recordsOf(store, seq, aliases, 'source')) {
		const after = new Map<string, Resolved>();
		await resolveAll(state, ids, await kindsOf(state, ids), after);
		// Nobody spoke from a source that was not known before this entry, so only its own records depend on it.
		const before = await store.recordsById(ids);
		moved.push(...(await changedFacts(state, ids, after)).filter((id) => before.has(id)));
		for (const [id, resolved] of after) sources.set(id, resolved);
		yield (await toDerived(state, aliases, [], after)).derived;
	}
	const touched = new Set<string>();
	async function* others(): AsyncGenerator<string[]> {
		yield* recordsOf(store, seq, aliases);
		if (moved.length === 0) return;
		const more = (await store.mentioning(await passingOn(state, moved))).map((id) => followAlias(aliases, id));
		for (let from = 0; from < more.length; from += BATCH) yield more.slice(from, from + BATCH);
	}
	for await (const some of others()) {
		const kinds = await kindsOf(state, some);
		const ids = some.filter((id) => kinds.get(id) !== 'source' && !touched.has(id));
		// Only where a source moved can a record come twice.
		if (moved.length > 0) for (const id of ids) touched.add(id);
		const after = new Map(sources);
		await resolveAll(state, ids, kinds, after);
		for (const id of sources.keys()) after.delete(id);
		const { derived } = await toDerived(state, aliases, [], after);
		yield derived;
		onrecords((records += derived.versions.length));
	}
}

async function* recordsOf(store: Store, seq: number, aliases: Aliases, kind?: RecordKind): AsyncGenerator<string[]> {
	for (let after: string | undefined; ;) {
		const ids = await store.recordsIn(seq, { after, kind, limit: BATCH });
		if (ids.length > 0) yield [...new Set(ids.map((id) => followAlias(aliases, id)))];
		if (ids.length < BATCH) return;
		after = ids.at(-1);
	}
}

interface State {
	readonly store: Store;
	/** The entry being derived: its own effect is not in the store's indexes yet. */
	readonly entry: Entry;
	readonly undone: ReadonlyMap<number, boolean>;
	readonly aliases: Aliases;
	readonly merged: ReadonlyMap<string, readonly string[]>;
}

interface Resolved {
	readonly kind: RecordKind;
	readonly body: RecordBody | null;
}

async function actsOn(store: Store, { seq, body }: Entry): Promise<string[]> {
	switch (body.kind) {
		case 'claims':
			return [...new Set(body.claims.map(({ record }) => record))];
		case 'withdraw':
		case 'redact':
			return (await store.claims([body.claim])).map(({ record }) => record);
		case 'decide':
		case 'drop':
			return [body.record];
		case 'merge':
		case 'unmerge':
			return [body.from, body.into];
		case 'undo':
			throw new RangeError(`Entry ${seq} undoes another; follow it first.`);
	}
}

async function aliasesAfter(store: Store, entry: Entry, undone: Derived['undone']): Promise<Map<string, string>> {
	const entries = await store.merges();
	const off = await store.undone(entries.map(({ seq }) => seq));
	for (const each of undone)
		if (each.undone) off.add(each.entry);
		else off.delete(each.entry);
	return aliasesFrom([...entries.filter(({ seq }) => !off.has(seq)), entry]);
}

/** Every id that is or was one record with one of these. */
function sameRecords(ids: readonly string[], ...maps: readonly Aliases[]): string[] {
	const all = new Set(ids);
	for (const aliases of maps) {
		const ends = new Set([...all].map((id) => followAlias(aliases, id)));
		for (const id of [...ends, ...aliases.keys()]) if (ends.has(followAlias(aliases, id))) all.add(id);
	}
	return [...all];
}

async function kindsOf({ store, entry: { body } }: State, ids: readonly string[]): Promise<Map<string, RecordKind>> {
	const kinds = await store.kinds(ids);
	if (body.kind === 'claims') for (const { record, kind } of body.claims) kinds.set(record, kind);
	return kinds;
}

/** Loads what these records rest on in a few queries, and resolves each. */
async function resolveAll(
	state: State,
	ids: readonly string[],
	kinds: ReadonlyMap<string, RecordKind>,
	after: Map<string, Resolved>
): Promise<void> {
	const { aliases, merged } = state;
	const alias = (id: string) => followAlias(aliases, id);
	const own = ids.flatMap((id) => (aliases.has(id) ? [] : [id, ...(merged.get(id) ?? [])]));
	const { claims, decisions, dropped } = await loadEffects(state, own);
	const aliased = claims.filter(({ record }) => !dropped.has(record)).map((claim) => aliasClaim(claim, alias));
	const facts = await loadFacts(state, aliased, after);
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
		const sources = kind === 'source' ? () => undefined : (source: string) => facts.get(source);
		const body = resolveRecord(id, kind, byRecord.get(id) ?? [], { decisions: about, sources, merged: merged.get(id) ?? [] });
		after.set(id, { kind, body });
	}
}

interface Effects {
	readonly claims: RecordedClaim[];
	readonly decisions: { seq: number; record: string; field: string; value: unknown; because: string }[];
	readonly dropped: Set<string>;
}

/** The claims, decisions and drops in force about these ids, after this entry. */
async function loadEffects(state: State, ids: readonly string[]): Promise<Effects> {
	const { store, entry } = state;
	const { seq, body } = entry;
	const wanted = new Set(ids);
	const claims = await store.claimsAbout(ids);
	if (body.kind === 'claims')
		body.claims.forEach((claim, at) => {
			if (wanted.has(claim.record)) claims.push(recordedClaim(seq, at + 1, claim));
		});
	const controls = [...(await store.controls(ids)), entry];
	const takenBack = await store.takenBack(claims.map(({ id }) => id));
	const off = await store.undone([
		...new Set([...claims.map((claim) => claim.seq), ...controls.map((control) => control.seq), ...takenBack.map(({ by }) => by)])
	]);
	const isOff = (of: number) => state.undone.get(of) ?? off.has(of);
	const left = new Map<string, RecordedClaim>();
	// A claim without fields says nothing; redaction leaves such claims.
	const isBlank = ({ id, fields }: RecordedClaim) => Object.keys(fields).length === 0 || (body.kind === 'redact' && body.claim === id);
	for (const claim of claims) if (!isOff(claim.seq) && !isBlank(claim)) left.set(claim.id, claim);
	for (const { claim, by } of takenBack) if (!isOff(by)) left.delete(claim);
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
	return { claims: [...left.values()], decisions, dropped };
}

/** Facts of every source these claims come from, and of those they pass on, from the bodies after this entry. */
async function loadFacts(
	state: State,
	claims: readonly RecordedClaim[],
	after: ReadonlyMap<string, Resolved>
): Promise<Map<string, SourceFacts>> {
	const facts = new Map<string, SourceFacts>();
	const asked = new Set<string>([DESK]);
	let wanted = [...new Set(claims.map(({ source }) => source))].filter((id) => !asked.has(id));
	while (wanted.length > 0) {
		for (const id of wanted) asked.add(id);
		const kept = await state.store.recordsById(wanted.filter((id) => !after.has(id)));
		for (const id of wanted) {
			const body = after.has(id) ? after.get(id)?.body : kept.get(id);
			if (body?.kind === 'source') facts.set(id, factsOf(body, state.aliases));
		}
		const next = wanted.map((id) => facts.get(id)?.passes_on);
		wanted = [...new Set(next.filter((id): id is string => id !== undefined && !asked.has(id)))];
	}
	return facts;
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
async function changedFacts(state: State, sources: readonly string[], after: ReadonlyMap<string, Resolved>): Promise<string[]> {
	const before = await state.store.recordsById(sources);
	const none: Aliases = new Map();
	return sources.filter((id) => {
		const [was, is] = [before.get(id), after.get(id)?.body];
		return JSON.stringify(was && factsOf(was, none)) !== JSON.stringify(is ? factsOf(is, none) : undefined);
	});
}

/** These sources and every source that passes their word on, with all ids merged into them: those whose claims may now weigh otherwise. */
async function passingOn({ store, aliases, merged }: State, changed: readonly string[]): Promise<string[]> {
	const all = new Set<string>();
	let wanted = [...changed];
	while (wanted.length > 0) {
		const fresh = wanted.flatMap((id) => [id, ...(merged.get(id) ?? [])]).filter((id) => !all.has(id));
		for (const id of fresh) all.add(id);
		const mentioning = (await store.mentioning(fresh)).map((id) => followAlias(aliases, id));
		const kinds = await store.kinds(mentioning);
		wanted = mentioning.filter((id) => kinds.get(id) === 'source' && !all.has(id));
	}
	return [...all];
}

async function toDerived(
	{ store, entry: { seq }, aliases }: State,
	aliasesBefore: Aliases,
	undone: Derived['undone'],
	after: ReadonlyMap<string, Resolved>
): Promise<{ derived: Derived; changed: RecordChange[] }> {
	const ids = [...after.keys()].sort();
	const before = await store.recordsById(ids);
	const firstSeen = await store.firstSeen(ids.filter((id) => !before.has(id)));
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
			versions: changed.map(({ record, kind, after: body }) => ({ record, kind, body })),
			aliases: aliasChanges(aliasesBefore, aliases),
			search: changed.map(({ record, after: body }) => ({ record, rows: body ? searchText(body) : [] })),
			undone
		}
	};
}

/** A body without its stamps: what a change is a change of. */
function content(body: RecordBody | null): string {
	return JSON.stringify(body && { ...body, since: 0, changed: 0 });
}
