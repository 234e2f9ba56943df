import { axisTextOf } from '#lib/encoding/axis.ts';
import { encodeItems } from '#lib/encoding/encode-items.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { formatDay } from '#lib/language/format-day.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';
import { layoutTimeline } from '#lib/timeline/layout/layout.ts';
import { DESK_SIZES } from '#lib/timeline/layout/sizes.ts';
import { DARK, LIGHT } from '#lib/timeline/paint/palette.ts';
import { paintPictureSvg, plotWidthOf } from '#lib/timeline/paint/svg-painter.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';
import { badParameter, wholeNumber } from '../../answers.ts';
import { requested } from '../../requested.ts';

const COMPACT_BELOW = 720;

/** The picture of any view: the same layout as on screen, painted to SVG. `width` in px, `theme` light or dark. */
export async function GET({ locals, url }) {
	const { context } = locals;
	const params = url.searchParams;
	const width = wholeNumber(params, 'width', { fallback: 1280, min: 240, max: 8000 });
	if ('refused' in width) return width.refused;
	const height = wholeNumber(params, 'height', { fallback: 0, min: 0, max: 20_000 });
	if ('refused' in height) return height.refused;
	const theme = params.get('theme') ?? 'light';
	if (theme !== 'light' && theme !== 'dark') return badParameter('theme', theme, 'Should be light or dark.');
	const asked = await requested(context, locals.language, params, ['width', 'height', 'theme']);
	if ('refused' in asked) return asked.refused;
	const { view, set, mask } = asked;
	const t = createTranslate(view.lang, await loadMessages(view.lang));
	const reader: Reader = { language: view.lang, calendar: view.cal[0], t, today: context.today() };
	const input = encodeItems(set, { lanes: view.lanes, mask }, reader);
	const extent = view.extent ?? fitExtent(input, reader.today);
	const compact = width.value < COMPACT_BELOW;
	const day = (value: number) => formatDay(Math.floor(value), { language: reader.language, calendar: reader.calendar, style: 'short' });
	const scene = layoutTimeline(input, {
		extent,
		plotWidth: plotWidthOf(width.value, compact, DESK_SIZES.shelf),
		compact,
		direction: view.dir,
		today: reader.today,
		todayLabel: t('timeline.today', {
			date: formatDay(reader.today, { language: reader.language, calendar: reader.calendar, style: 'day-month' })
		}),
		selected: view.sel,
		axisText: axisTextOf(reader),
		language: reader.language,
		maxHeight: height.value || undefined,
		texts: {
			undated: t('timeline.undated'),
			emptyLane: (undated) => t('timeline.empty-lane', { undated }),
			notReported: t('timeline.not-reported'),
			more: (count) => t('timeline.more', { count })
		}
	});
	const svg = paintPictureSvg(scene, input.lanes, {
		width: width.value,
		palette: theme === 'dark' ? DARK : LIGHT,
		direction: view.dir,
		title: `Accordline, ${day(extent.start)} – ${day(extent.end - 1)}`,
		lang: view.lang,
		headsCaption: t(`common.lanes-${view.lanes}`)
	});
	return new Response(svg, {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }
	});
}
