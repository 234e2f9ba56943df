import { NO_FILTER, type Filter } from '#lib/filter/filter.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { limitContext, type Limited, type Refusal } from '#lib/server/sharing/limit-context.ts';
import { createShares, type Share, type Shares } from '#lib/server/sharing/shares.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import type { KeptDeck } from './decks.ts';

/** A shared view that is being looked at. */
export interface Shared {
	readonly share: Share;
	/** Where its pages stand: `/share/TOKEN`. */
	readonly base: string;
	/** The context of the whole desk: for what became of the view since it was pinned, and nothing else. */
	readonly whole: ServerContext;
	readonly embedded: boolean;
}

const shares = new WeakMap<ServerContext, Shares>();

export function sharesOf(context: ServerContext): Shares {
	let own = shares.get(context);
	if (!own) shares.set(context, (own = createShares(context.store, Date.now)));
	return own;
}

/** The question a share's view asks: all that it ever shows. */
export function filterOfShare(share: Pick<Share, 'view' | 'language'>): Filter {
	const { view } = viewFromUrl(new URLSearchParams(share.view), defaultView(share.language));
	return { ...NO_FILTER, ...filterOf(view) };
}

/** Whether a text asks for a view that is understood as a whole. */
export function isView(text: string): boolean {
	return viewFromUrl(new URLSearchParams(text.replace(/^\?/, '')), defaultView('en')).problems.length === 0;
}

/** So many limited contexts are kept: they are asked for with every picture and row of a shared page. */
const KEPT = 20;
const kept = new WeakMap<ServerContext, Map<string, Promise<Limited | Refusal>>>();

/** The context that answers for what a deck's steps show, for those who follow it. */
export async function limitedToDeck(context: ServerContext, { id, revision, deck }: KeptDeck): Promise<Limited | Refusal> {
	// A step that cannot be read shows nothing, rather than all there is.
	const filters = deck.steps.flatMap(({ view }) => (isView(view) ? [filterOfShare({ view, language: 'en' })] : []));
	return keptLimits(context, `deck ${id} ${revision} ${(await context.columns()).seq}`, () => limitContext(context, null, filters));
}

/** The context that answers for a share alone, as of its moment; of a live one as of now. */
export async function limitedOf(context: ServerContext, share: Share): Promise<Limited | Refusal> {
	const seq = share.frozen ? share.seq : (await context.columns()).seq;
	return keptLimits(context, `${share.token} ${share.frozen ? `frozen ${share.today}` : 'live'} ${seq}`, () =>
		limitContext(context, share.frozen ? share : null, [filterOfShare(share)])
	);
}

async function keptLimits(context: ServerContext, key: string, make: () => Promise<Limited | Refusal>): Promise<Limited | Refusal> {
	const known = kept.get(context) ?? new Map<string, Promise<Limited | Refusal>>();
	kept.set(context, known);
	let limited = known.get(key);
	if (!limited) known.set(key, (limited = make()));
	const found = await limited.catch((error: unknown) => {
		known.delete(key);
		throw error;
	});
	if ('refused' in found) known.delete(key);
	for (const old of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(old);
	return found;
}
