import { GONE } from '#lib/columns/column-set.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { changesBetween, type ShareChange, type ViewState } from '#lib/server/sharing/changes-since.ts';
import type { Limited } from '#lib/server/sharing/limit-context.ts';
import type { Share } from '#lib/server/sharing/shares.ts';
import { limitedOf } from './share-context.ts';

/** What became of a shared view: of records its filter keeps, then or now, and of no others. */
export async function changesOfShare(
	whole: ServerContext,
	share: Share
): Promise<{ readonly since: number; readonly head: number; readonly items: readonly ShareChange[] }> {
	const [then, now] = await Promise.all([limitedOf(whole, { ...share, frozen: true }), limitedOf(whole, { ...share, frozen: false })]);
	if (typeof then === 'string' || typeof now === 'string') return { since: share.seq, head: share.seq, items: [] };
	const [before, after] = await Promise.all([stateOf(then), stateOf(now)]);
	return { since: share.seq, head: now.set.seq, items: changesBetween(before, after) };
}

async function stateOf({ set, context }: Limited): Promise<ViewState> {
	const ids: string[] = [];
	for (let row = 0; row < set.count; row++) if (set.kind[row] !== GONE) ids.push(set.id.at(row));
	return { set, bodies: await context.store.recordsById(ids) };
}
