import type { Store } from '../../storage/store.ts';
import { followAlias, type Aliases } from '../../ledger/merging.ts';

/** Two actors a person has looked at and found to be two. */
export interface KeptApart {
	readonly one: string;
	readonly other: string;
	readonly because: string;
	/** ISO instant. */
	readonly at: string;
}

const KIND = 'names-apart';

/** One and the same for both orders. */
function documentId(one: string, other: string): string {
	return JSON.stringify([one, other].sort());
}

/** All pairs kept apart, the latest first. */
export async function keptApart(store: Store): Promise<KeptApart[]> {
	return (await store.documents.list(KIND)).map(({ changed, body }) => ({ ...(body as Omit<KeptApart, 'at'>), at: changed }));
}

export async function keepApart(store: Store, pair: KeptApart): Promise<void> {
	const id = documentId(pair.one, pair.other);
	const { at, ...body } = pair;
	for (;;) {
		const expected = (await store.documents.get(KIND, id))?.revision ?? 0;
		if ((await store.documents.put(KIND, { id, expected, changed: at, body })) !== null) return;
	}
}

/** @returns whether they were kept apart */
export async function letTogether(store: Store, one: string, other: string): Promise<boolean> {
	return store.documents.delete(KIND, documentId(one, other));
}

/**
 * Whether two actors are kept apart, by the ids they have now: what was said of an id holds for the one it was joined to.
 */
export function apartness(pairs: readonly KeptApart[], aliases: Aliases): (a: string, b: string) => boolean {
	const apart = new Set(pairs.map(({ one, other }) => documentId(followAlias(aliases, one), followAlias(aliases, other))));
	return (a, b) => apart.has(documentId(a, b));
}
