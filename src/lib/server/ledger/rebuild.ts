import type { Store } from '../storage/store.ts';
import { derive, deriveParts } from './derive.ts';
import { partsUndone } from './undoing.ts';

/** Drops everything derived and restores it from the entries, equal at every seq. All or nothing. */
export async function rebuild(store: Store): Promise<void> {
	await store.atomically(async (inner) => {
		await inner.clearDerived();
		for await (const entry of inner.entries(0)) {
			if (entry.body.kind === 'claims' && entry.body.apart !== undefined) {
				await inner.writeParts(entry.seq);
				for await (const derived of deriveParts(inner, entry)) await inner.writeDerived(entry.seq, derived);
				continue;
			}
			const undoing = await partsUndone(inner, entry.body);
			if (undoing) {
				for await (const derived of deriveParts(inner, entry, { undoing })) await inner.writeDerived(entry.seq, derived);
			} else await inner.writeDerived(entry.seq, (await derive(inner, entry)).derived);
		}
	});
}
