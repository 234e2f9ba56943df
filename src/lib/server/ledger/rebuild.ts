import type { Store } from '../storage/store.ts';
import { derive, deriveMany, standsApart } from './derive.ts';

/** Search rows indexed in one go. */
const SEARCH_ROWS = 50_000;

/** Drops everything derived and restores it from the entries, equal at every seq. All or nothing. `many`: records worked out in one go. */
export async function rebuild(store: Store, many?: number): Promise<void> {
	await store.atomically(async (inner) => {
		await inner.clearDerived();
		for await (const entry of inner.entries(0)) {
			if (standsApart(entry)) await inner.writeIndexes(entry.seq);
			const few = await derive(inner, entry, many);
			if (few) await inner.writeDerived(entry.seq, few.derived);
			else for await (const derived of deriveMany(inner, entry)) await inner.writeDerived(entry.seq, derived);
			if (!standsApart(entry)) await inner.writeIndexes(entry.seq);
		}
		while ((await inner.indexSearch(SEARCH_ROWS)) > 0);
	});
}
