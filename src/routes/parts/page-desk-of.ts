import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsToJson } from '#lib/columns/wire.ts';
import { wordsToJson } from '#lib/columns/words.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { BEING_BUILT } from '#lib/server/desk/desk.ts';
import { SMALL_SET } from '#lib/server/desk/whole-set.ts';
import type { ViewState } from '#lib/view/view-state.ts';
import { columnsAddress } from './columns-address.ts';
import { firstSightOf } from './first-sight.ts';
import { PageDesk } from './page-desk.ts';

/** The columns a page is made from: a small set goes with it whole, of a large one the words of what is first in sight, and of `rows`. */
export async function pageDeskOf(
	context: Pick<ServerContext, 'desk' | 'today' | 'limited'>,
	set: ColumnSet,
	asof: number | null,
	view: ViewState,
	rows: readonly number[] = []
): Promise<PageDesk> {
	// A shared view is all there for its page, however large.
	if (set.words.complete && (set.count <= SMALL_SET || context.limited))
		return new PageDesk(set, null, () => ({ inside: columnsToJson(set) }));
	const { desk } = context;
	const found = await desk.textHits(set, view.q, asof);
	const hits = found === BEING_BUILT ? null : found;
	await desk.ranks(set, view.lang);
	const first = await firstSightOf(set, view, hits, context.today());
	const sight = [...first.rows, ...rows];
	await desk.words(set, sight, asof);
	const words = () =>
		[...new Set(sight)].flatMap((row) => {
			const own = set.words.of(row);
			return own ? [[row, wordsToJson(own)] as const] : [];
		});
	return new PageDesk(set, hits, () => ({ seq: set.seq, asof, words: words(), inExtent: first.lines.inExtent, whole: first.whole }), {
		fetched: columnsAddress(asof),
		first: first.lines
	});
}
