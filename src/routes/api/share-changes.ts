import type { ServerContext } from '#lib/server/context.ts';
import { changesBetween, type ShareChange } from '#lib/server/sharing/changes-since.ts';
import type { Share } from '#lib/server/sharing/shares.ts';
import { limitedOf } from './share-context.ts';

/** What became of a shared view: of records its filter keeps, then or now, and of no others. */
export async function changesOfShare(
	whole: ServerContext,
	share: Share
): Promise<{ readonly since: number; readonly head: number; readonly items: readonly ShareChange[] }> {
	const [then, now] = await Promise.all([limitedOf(whole, { ...share, frozen: true }), limitedOf(whole, { ...share, frozen: false })]);
	if (typeof then === 'string' || typeof now === 'string') return { since: share.seq, head: share.seq, items: [] };
	return { since: share.seq, head: now.set.seq, items: changesBetween(then.set, now.set) };
}
