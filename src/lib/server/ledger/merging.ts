import type { Entry } from '#lib/domain/entry.ts';

/** Old id → id named in its merge. */
export type Aliases = ReadonlyMap<string, string>;

/** The merges in force, from the merge and unmerge entries in force, in ledger order. */
export function aliasesFrom(entries: readonly Entry[]): Map<string, string> {
	const aliases = new Map<string, string>();
	for (const { body } of entries) {
		// Undoing entries can bring back a merge that would now close a circle: then the earlier one stands.
		if (body.kind === 'merge' && followAlias(aliases, body.into) !== body.from) aliases.set(body.from, body.into);
		if (body.kind === 'unmerge' && aliases.get(body.from) === body.into) aliases.delete(body.from);
	}
	return aliases;
}

/** The id a record is kept under. */
export function followAlias(aliases: Aliases, id: string): string {
	let at = id;
	for (let next = aliases.get(at); next !== undefined; next = aliases.get(at)) at = next;
	return at;
}

/** For every id that others are merged into, directly or over others: those ids, sorted. */
export function mergedInto(aliases: Aliases): Map<string, string[]> {
	const merged = new Map<string, string[]>();
	for (const from of [...aliases.keys()].sort()) {
		const into = followAlias(aliases, from);
		merged.set(into, [...(merged.get(into) ?? []), from]);
	}
	return merged;
}

/** What changed between two maps, by id. */
export function aliasChanges(before: Aliases, after: Aliases): { from: string; into: string | null }[] {
	const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
	return ids.flatMap((from) => (before.get(from) === after.get(from) ? [] : [{ from, into: after.get(from) ?? null }]));
}
