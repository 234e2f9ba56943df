import type { Reader } from '#lib/encoding/reader.ts';
import type { PicturedView } from '#lib/server/transfer/picture/view-scene.ts';
import { everythingOf, openingExtent } from '../parts/opening-extent.ts';
import { translatorOf } from '../parts/translator.ts';
import { badParameter, wholeNumber } from './answers.ts';
import { requested, type Requested } from './requested.ts';

/** A picture an address asks for. */
export interface Pictured {
	readonly asked: Requested;
	readonly view: PicturedView;
	/** px. */
	readonly width: number;
	/** undefined: as high as it must be. */
	readonly height: number | undefined;
	readonly theme: 'light' | 'dark';
}

/**
 * The view and the sizes an address asks for, or the refusal to answer with.
 * @param own keys of the address itself beside the view's and `width`, `height`, `theme`
 */
export async function pictured(
	{ context, language, months }: Pick<App.Locals, 'context' | 'language' | 'months'>,
	params: URLSearchParams,
	own: readonly string[],
	width = 1280
): Promise<Pictured | { readonly refused: Response }> {
	const wide = wholeNumber(params, 'width', { fallback: width, min: 240, max: 8000 });
	if ('refused' in wide) return wide;
	const high = wholeNumber(params, 'height', { fallback: 0, min: 0, max: 20_000 });
	if ('refused' in high) return high;
	const theme = params.get('theme') ?? 'light';
	if (theme !== 'light' && theme !== 'dark') return { refused: badParameter('theme', theme, 'Should be light or dark.') };
	const asked = await requested(context, language, params, ['width', 'height', 'theme', ...own]);
	if ('refused' in asked) return asked;
	const view = await picturedView(asked, { context, months });
	return { asked, view, width: wide.value, height: high.value || undefined, theme };
}

/** What was asked for as the files of a view take it. */
export async function picturedView(
	{ view, set, mask }: Requested,
	{ context, months }: Pick<App.Locals, 'context' | 'months'>
): Promise<PicturedView> {
	const t = await translatorOf(view.lang);
	const reader: Reader = { language: view.lang, calendar: view.cal[0], months, t, today: context.today(), zone: context.zone };
	const extent = view.extent ?? openingExtent(everythingOf(set, reader), reader);
	return { set, mask, lanes: view.lanes, extent, direction: view.dir, selected: view.sel, reader, second: view.cal[1] };
}
