import type { Entry } from '#lib/domain/entry.ts';
import type { Store } from '../storage/store.ts';

/** What an undo does: the entry at the end of the chain of undos, and every effect it turns on or off. */
export interface Undoing {
	/** The entry that is no undo itself. */
	readonly base: Entry;
	readonly undone: readonly { readonly entry: number; readonly undone: boolean }[];
}

/** Follows undo → undone entry → … Each turns the next one round: undoing an undo brings back what it took away. */
export async function followUndo(store: Store, target: number): Promise<Undoing> {
	const undone: { entry: number; undone: boolean }[] = [];
	let taken = true;
	for (let seq = target; ; taken = !taken) {
		undone.push({ entry: seq, undone: taken });
		const entry = await store.entry(seq);
		if (!entry) throw new RangeError(`There is no entry ${seq}.`);
		if (entry.body.kind !== 'undo') return { base: entry, undone };
		seq = entry.body.entry;
	}
}
