import type { ColumnSet } from '#lib/columns/column-set.ts';
import { facetCounts } from '#lib/columns/facets.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import { answerRecord } from '#lib/server/records/record-answer.ts';
import { seqAt } from '#lib/server/records/seq-at.ts';
import { watchOf } from '#lib/server/records/watch.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { unfurl } from './api/share-unfurl.ts';
import { pageDeskOf } from './parts/page-desk-of.ts';

/** A shared view has its own list of what is new. */
const NO_NEWS = { records: 0, entries: 0, since: 0, head: 0 };
/** Tracks named in the menu; the search finds the others. */
const MOST_TRACKS = 60;
/** Changed records are counted up to here for "new since". */
const MOST_COUNTED = 100_000;

export async function load({ locals, url, untrack }) {
	const { context, language } = locals;
	const { desk, store } = context;
	const asofText = url.searchParams.get('asof');
	const asof = asofText === null ? null : await seqAt(store, asofText);
	const set = await desk.columns(asof);
	// The panel's record is the page's own business after the first answer: a change of selection loads nothing here.
	const sel = untrack(() => url.searchParams.get('sel'));
	const found = sel === null ? null : await answerRecord(context, sel, asof ?? undefined);
	const selected = found && 'moved' in found ? await answerRecord(context, found.moved, asof ?? undefined) : found;
	const watch = { ...watchOver(set, context.today()), news: locals.share ? NO_NEWS : await newsSince(context, locals.seen ?? 0) };
	const { view } = viewFromUrl(
		untrack(() => new URLSearchParams(url.searchParams)),
		defaultView(language)
	);
	const page = await pageDeskOf(context, set, asof, view, [...watch.disagree.rows, ...(watch.next ? [watch.next.row] : [])]);
	const byServer = set.count > context.pageRecords;
	locals.byServer = byServer;
	locals.fetched = byServer ? null : page.fetched;
	return {
		byServer,
		desk: page,
		asof,
		answer: selected && 'answer' in selected ? selected.answer : null,
		watch,
		tracks: tracksOf(set),
		unfurled: locals.share && (await unfurl(locals.share.share, set))
	};
}

const overviews = new WeakMap<ColumnSet, { readonly today: number; readonly watch: ReturnType<typeof watchOf> }>();

/** The same for everyone, and passes over a whole set: worked out once a day and state of the ledger. */
function watchOver(set: ColumnSet, today: number): ReturnType<typeof watchOf> {
	const known = overviews.get(set);
	if (known?.today === today) return known.watch;
	const watch = watchOf(set, today);
	overviews.set(set, { today, watch });
	return watch;
}

const tracks = new WeakMap<ColumnSet, { readonly id: string; readonly count: number }[]>();

/** The tracks named in the menu, those with the most records first. */
function tracksOf(set: ColumnSet): { readonly id: string; readonly count: number }[] {
	const known = tracks.get(set);
	if (known) return known;
	const found = facetCounts(set, filterMask(set, NO_FILTER), 'track')
		.filter(({ value }) => value !== '')
		.slice(0, MOST_TRACKS)
		.map(({ value: id, count }) => ({ id, count }));
	tracks.set(set, found);
	return found;
}

async function newsSince({ store }: App.Locals['context'], since: number) {
	const head = await store.head();
	return { records: await store.changedCount(since, head, MOST_COUNTED), entries: Math.max(0, head - since), since, head };
}
