import type { ColumnSet } from '#lib/columns/column-set.ts';
import { filterMask } from '#lib/columns/mask.ts';
import type { Language } from '#lib/language/locales.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { defaultView } from '#lib/view/defaults.ts';
import { viewFromUrl } from '#lib/view/from-url.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import type { ViewState } from '#lib/view/view-state.ts';
import { BEING_BUILT } from '#lib/server/desk/desk.ts';
import { badParameter, searchBeingBuilt } from './answers.ts';
import { asofOf } from './asof.ts';

/** What an API address with the dashboard's keys asks for. */
export interface Requested {
	readonly view: ViewState;
	readonly set: ColumnSet;
	/** By row: 0 no, 1 possibly, 2 certainly. */
	readonly mask: Uint8Array;
	readonly asof: number | null;
	/** What the view's text finds, where the set does not know by itself. */
	readonly hits: Uint8Array | null;
}

const REASONS = {
	unknown: 'Unknown parameter.',
	bad: 'This value cannot be read.',
	repeated: 'Given more than once.'
} as const;

/**
 * The view an API address asks for. On a page a bad key is dropped with a notice; a program is told, and gets nothing.
 * @param own keys of the address itself beside the view's
 */
export async function requested(
	context: ServerContext,
	language: Language,
	params: URLSearchParams,
	own: readonly string[]
): Promise<Requested | { readonly refused: Response }> {
	const { view, problems } = viewFromUrl(params, defaultView(language), own);
	const [problem] = problems;
	if (problem) return { refused: badParameter(problem.key, problem.value, REASONS[problem.code]) };
	const asof = await asofOf(context, params);
	if ('refused' in asof) return asof;
	const set = await context.columns(asof.seq);
	const hits = await context.desk.textHits(set, view.q, asof.seq);
	if (hits === BEING_BUILT) return { refused: searchBeingBuilt() };
	await context.desk.ranks(set, language);
	return { view, set, hits, mask: filterMask(set, filterOf(view), hits), asof: asof.seq };
}
