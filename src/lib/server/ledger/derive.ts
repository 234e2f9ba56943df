import type { Entry } from '#lib/domain/entry.ts';
import type { RecordedClaim } from '#lib/domain/claim.ts';
import type { Derived, Gathered, Store } from '../storage/store.ts';
import { aliasChanges, aliasesFrom, followAlias, mergedInto, type Aliases } from './merging.ts';
import { changedFacts, kindsOf, passingOn, resolveAll, toDerived, type RecordChange, type Resolved, type State } from './resolving.ts';
import { followUndo } from './undoing.ts';

/** So many records are worked out in one go; from that number on `deriveMany` is asked. */
export const MANY = 5000;

/**
 * Works out what an entry, the next after all those the store's indexes hold, does to the records. Writes nothing.
 * @returns null when it may reach more records than should be held at a time, or its claims stand apart: see `deriveMany`
 *
 * Rules beside those of resolving: a merged record's claims and decisions count for the one it is merged into, and every
 * id inside bodies is the id it is merged into now; a dropped record says nothing until its drop is undone; a redacted
 * or empty claim says nothing. Sources' own records are resolved without regard to grades (those are what is being asked), so a
 * change of a source reaches the records it speaks of and ends there.
 */
export async function derive(store: Store, entry: Entry, most = MANY): Promise<{ derived: Derived; changed: RecordChange[] } | null> {
	const { state, acting, undone, before, movesIds } = await begin(store, entry);
	const { aliases } = state;
	if (standsApart(acting)) return null;
	const raw = await actsOn(store, acting);
	if (movesIds) raw.push(...(await store.mentioning(sameRecords(raw, before, aliases), { limit: most })));
	if (raw.length >= most) return null;
	// The old id as well as the new one: merging away is a change too.
	const ids = new Set(raw.flatMap((id) => [id, followAlias(before, id), followAlias(aliases, id)]));

	const after = new Map<string, Resolved>();
	const kinds = await kindsOf(state, [...ids]);
	// Sources first: what they are worth decides about the others.
	const sources = [...ids].filter((id) => kinds.get(id) === 'source');
	const fresh = await resolveAll(state, sources, kinds, after);
	const moved = await changedFacts(state, sources, after);
	if (moved.length > 0) {
		const more = await store.mentioning(await passingOn(state, moved), { limit: most });
		if (more.length >= most) return null;
		for (const id of more) ids.add(followAlias(aliases, id));
	}
	const others = [...ids].filter((id) => !after.has(id));
	for (const [id, kind] of await kindsOf(state, others)) kinds.set(id, kind);
	const rest = others.filter((id) => kinds.get(id) !== 'source');
	for (const id of await resolveAll(state, rest, kinds, after)) fresh.add(id);
	return toDerived(state, before, undone, after, fresh);
}

/**
 * The same for an entry that reaches very many records, batch after batch: sources first, then the others. What is handed over
 * must be written before the next batch is asked for; claims that stand apart are in the store's indexes already.
 * @param options.check looks at the claims about each batch of records
 */
export async function* deriveMany(
	store: Store,
	entry: Entry,
	options: { readonly check?: (claims: readonly RecordedClaim[]) => Promise<void>; readonly onrecords?: (records: number) => void } = {}
): AsyncGenerator<Derived> {
	const { state, acting, undone, before, movesIds } = await begin(store, entry, options.check);
	const { aliases } = state;
	yield { versions: [], aliases: aliasChanges(before, aliases), undone };
	const gathered = await gather(store, acting, state);
	if (movesIds) await gathered.mentioning(sameRecords(await actsOn(store, acting), before, aliases));
	const moved: string[] = [];
	let records = 0;
	for (const which of ['sources', 'others'] as const) {
		for await (const some of gathered.records(which)) {
			const kinds = new Map(some.flatMap(({ record, kind }) => reached(record, before, aliases).map((id) => [id, kind] as const)));
			const ids = [...kinds.keys()];
			const after = new Map<string, Resolved>();
			const fresh = await resolveAll(state, ids, kinds, after);
			// Nobody spoke from a source of which nothing was known: only its own records depend on it, and they come after it.
			if (which === 'sources') moved.push(...(await changedFacts(state, ids, after)).filter((id) => !fresh.has(id)));
			const { derived } = await toDerived(state, aliases, [], after, fresh);
			yield derived;
			options.onrecords?.((records += derived.versions.length));
		}
		if (moved.length > 0) await gathered.mentioning(await passingOn(state, moved));
		moved.length = 0;
	}
	await gathered.done();
}

/** The ids whose records a change of this one reaches: what it is and was merged into as well. */
function reached(id: string, before: Aliases, aliases: Aliases): string[] {
	return before.size + aliases.size === 0 ? [id] : [id, followAlias(before, id), followAlias(aliases, id)];
}

async function gather(store: Store, acting: Entry, state: State): Promise<Gathered> {
	const gathered = await store.gather(acting.seq);
	if (standsApart(acting)) return gathered;
	const ids = await actsOn(store, acting);
	const kinds = await kindsOf(state, ids);
	await gathered.add(ids.flatMap((record) => [kinds.get(record)].flatMap((kind) => (kind ? [{ record, kind }] : []))));
	return gathered;
}

export function standsApart({ body }: Entry): boolean {
	return body.kind === 'claims' && body.apart !== undefined;
}

interface Beginning {
	readonly state: State;
	/** The entry whose effect comes or goes: for an undo, the one at the end of its chain. */
	readonly acting: Entry;
	readonly undone: Derived['undone'];
	readonly before: Aliases;
	readonly movesIds: boolean;
}

async function begin(store: Store, entry: Entry, check?: State['check']): Promise<Beginning> {
	const undoing = entry.body.kind === 'undo' ? await followUndo(store, entry.body.entry) : null;
	const undone = undoing?.undone ?? [];
	const acting = undoing?.base ?? entry;
	const before = await store.aliases();
	const movesIds = acting.body.kind === 'merge' || acting.body.kind === 'unmerge';
	const aliases = movesIds ? await aliasesAfter(store, entry, undone) : before;
	const turned = new Map(undone.map((each) => [each.entry, each.undone]));
	return {
		state: { store, entry, undone: turned, aliases, merged: mergedInto(aliases), facts: new Map(), check },
		acting,
		undone,
		before,
		movesIds
	};
}

async function actsOn(store: Store, { seq, body }: Entry): Promise<string[]> {
	switch (body.kind) {
		case 'claims':
			return [...new Set([...body.claims, ...(await store.claims(body.withdraws ?? []))].map(({ record }) => record))];
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
