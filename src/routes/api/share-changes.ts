import { GONE } from '#lib/columns/column-set.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { changesBetween, type ShareChange, type ViewState } from '#lib/server/sharing/changes-since.ts';
import type { Limited, Refusal } from '#lib/server/sharing/limit-context.ts';
import type { Share } from '#lib/server/sharing/shares.ts';
import { limitedOf } from './share-context.ts';

/** What became of a shared view: of records its filter keeps, then or now, and of no others. */
export async function changesOfShare(
	whole: ServerContext,
	share: Share
): Promise<{ readonly since: number; readonly head: number; readonly items: readonly ShareChange[] } | Refusal> {
	const [then, now] = await Promise.all([limitedOf(whole, { ...share, frozen: true }), limitedOf(whole, { ...share, frozen: false })]);
	// A view that has outgrown a link has changed: that nothing did would not be true.
	if ('refused' in then) return then;
	if ('refused' in now) return now;
	const [before, after] = await Promise.all([stateOf(then), stateOf(now)]);
	const items = await Promise.all(
		changesBetween(before, after).map(async (change) =>
			change.seq === null ? { ...change, seq: await lastEntryOn(whole, change.id, share.seq) } : change
		)
	);
	return { since: share.seq, head: now.set.seq, items };
}

/** The entry by which a record last became another, or was dropped; null: none since, as when only the day has gone on. */
async function lastEntryOn({ store }: ServerContext, id: string, since: number): Promise<number | null> {
	const last = (await store.history(id)).at(-1)?.fromSeq ?? 0;
	return last > since ? last : null;
}

async function stateOf({ set, context }: Limited): Promise<ViewState> {
	const ids: string[] = [];
	for (let row = 0; row < set.count; row++) if (set.kind[row] !== GONE) ids.push(set.id.at(row));
	return { set, bodies: await context.store.recordsById(ids) };
}
