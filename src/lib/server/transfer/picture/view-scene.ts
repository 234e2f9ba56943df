import type { CalendarName } from '#lib/language/locales.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { axisTextOf } from '#lib/encoding/axis.ts';
import { encodeItems } from '#lib/encoding/encode-items.ts';
import type { LaneGrouping } from '#lib/encoding/lanes.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { formatDay } from '#lib/language/format-day.ts';
import { fillHeight } from '#lib/timeline/layout/fill-height.ts';
import { layoutTimeline } from '#lib/timeline/layout/layout.ts';
import { DESK_SIZES } from '#lib/timeline/layout/sizes.ts';
import type { MeasureText } from '#lib/timeline/layout/text-width.ts';
import type { TimelineInput } from '#lib/timeline/items/item.ts';
import { DARK, LIGHT } from '#lib/timeline/paint/palette.ts';
import { plotWidthOf } from '#lib/timeline/layout/plot-width.ts';
import { paintPictureSvg } from '#lib/timeline/paint/svg-painter.ts';
import type { Extent } from '#lib/timeline/scale/extent.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';
import type { TimeDirection } from '#lib/timeline/scale/time-scale.ts';
import type { Scene } from '#lib/timeline/scene.ts';

/** Below this width (px) a picture is laid out as on a phone: heads inside the plot, no shelf. */
const COMPACT_BELOW = 720;

/** A view as plain data, as every file of it needs it. */
export interface PicturedView {
	readonly set: ColumnSet;
	/** By row: 0 no, 1 possibly, 2 certainly. */
	readonly mask: Uint8Array;
	readonly lanes: LaneGrouping;
	/** null: fitted to what there is. */
	readonly extent: Extent | null;
	readonly direction: TimeDirection;
	readonly selected: string | null;
	readonly reader: Reader;
	/** Calendar of the axis' lower band, where it is not the reader's own. */
	readonly second?: CalendarName | undefined;
}

/** A view laid out at a width, with what it was laid out from. */
export interface ViewScene {
	readonly view: PicturedView;
	readonly scene: Scene;
	readonly input: TimelineInput;
	readonly extent: Extent;
	/** Whole width, px. */
	readonly width: number;
	/** First and last day shown, in words. */
	readonly span: string;
	/** Words over the lane heads. */
	readonly headsCaption: string;
}

export interface SceneRoom {
	/** px */
	readonly width: number;
	/** px at most: lanes over it show fewer rows and how many more there are. */
	readonly height?: number;
	/** Few rows are drawn larger and farther apart, so that all of the height is used. */
	readonly fill?: boolean;
	/** Widths of words in the face they will be shown in; default: that of the page. */
	readonly measure?: MeasureText;
}

/** Lays a view out in the room there is. */
export function sceneOf(view: PicturedView, { width, height, fill, measure }: SceneRoom): ViewScene {
	const { set, mask, lanes, direction, selected, reader } = view;
	const { language, t } = reader;
	const input = encodeItems(set, { lanes, mask }, reader);
	const extent = view.extent ?? fitExtent(input, reader.today);
	const compact = width < COMPACT_BELOW;
	const room = height === undefined || compact || !fill ? null : { extent, width, height };
	const sizes = room ? fillHeight(input, room, DESK_SIZES) : null;
	const day = (value: number) => formatDay(Math.floor(value), { ...reader, style: 'short' });
	const scene = layoutTimeline(input, {
		extent,
		plotWidth: plotWidthOf(width, compact, (sizes ?? DESK_SIZES).shelf),
		...(sizes && { sizes }),
		...(measure && { measure }),
		compact,
		direction,
		today: reader.today,
		todayLabel: t('timeline.today', { date: formatDay(reader.today, { ...reader, style: 'day-month' }) }),
		selected,
		axisText: axisTextOf(reader, view.second),
		language,
		maxHeight: height,
		texts: {
			undated: t('timeline.undated'),
			emptyLane: (undated) => t('timeline.empty-lane', { undated }),
			notReported: t('timeline.not-reported'),
			more: (count) => t('timeline.more', { count })
		}
	});
	const span = `${day(extent.start)} – ${day(extent.end - 1)}`;
	return { view, scene, input, extent, width, span, headsCaption: t(`common.lanes-${lanes}`) };
}

/** The picture of a laid-out view as an SVG file. */
export function svgOf({ view, scene, input, width, span, headsCaption }: ViewScene, theme: 'light' | 'dark'): string {
	return paintPictureSvg(scene, input.lanes, {
		width,
		palette: theme === 'dark' ? DARK : LIGHT,
		direction: view.direction,
		title: `Accordline, ${span}`,
		lang: view.reader.language,
		headsCaption
	});
}
