import { recede } from './recede.ts';
import { laneOfItem, SMALL_TABLE, type TimelineInput } from '../items/item.ts';
import { drawnSpan, startOf } from '../items/span-of-edges.ts';
import type { Extent } from '../scale/extent.ts';
import type { AxisText } from '../scale/ticks.ts';
import { timeScale, type TimeDirection, type TimeScale } from '../scale/time-scale.ts';
import type { Scene, SceneHit, SceneLink, SceneSizes, SceneSpan, SceneText } from '../scene.ts';
import { layoutAxis } from './axis-bands.ts';
import { captions } from './captions.ts';
import { HAIRLINE, halfShape, LEAST_SPAN } from './draw-items.ts';
import { drawRows, rowOf, type Placing } from './draw-rows.ts';
import { fillShelf, RING_RADIUS, undatedRows, type ShelfOptions } from './fill-shelf.ts';
import { packRows } from './pack-rows.ts';
import { levelOf, MOST_ROWS, type Packing, type PackingOptions } from './packing.ts';
import { placeLabels, type PlacedItem } from './place-labels.ts';
import { readingPlace } from './reading-place.ts';
import { chainOf, routeLinks, type Anchor } from './route-links.ts';
import { DESK_SIZES, PHONE_SIZES } from './sizes.ts';
import { stackLanes, type StackedLane } from './stack-lanes.ts';
import { estimatedWidth, type MeasureText } from './text-width.ts';

/** Words the engine writes itself, in the reader's language. */
export interface SceneTexts {
	/** Caption of the shelf. */
	readonly undated: string;
	/** For a lane without dated records. */
	emptyLane(undated: number): string;
	readonly notReported: string;
	/** Label of the strip that stands for rows not drawn. */
	more(count: number): string;
}

export interface LayoutOptions {
	readonly extent: Extent;
	/** Width of the plot (without heads and shelf) in px. */
	readonly plotWidth: number;
	/** Width class: labels, spans and level are decided here, so that the server's picture and the first frame agree. */
	readonly decideAtWidth?: number;
	/** Hold this row level (during a gesture); default: the level of `extent` at the deciding width. */
	readonly level?: number;
	/** Rows worked out elsewhere, for this very table; default: they are worked out here and now. */
	readonly packing?: Packing;
	readonly direction: TimeDirection;
	/** Epoch day of today's beginning. */
	readonly today: number;
	readonly todayLabel: string;
	/** Selected record id. */
	readonly selected: string | null;
	readonly axisText: AxisText;
	readonly texts: SceneTexts;
	/** Language of the engine's own words and of the axis; default `en`. */
	readonly language?: string;
	/** Default: the estimator of `text-width.ts`. */
	readonly measure?: MeasureText;
	/** Height there is for the whole scene, px; lanes over it show fewer rows and a counted strip. Default: no limit. */
	readonly maxHeight?: number;
	/** Rows a lane shows at most; default 40. */
	readonly maxRows?: number;
	/** The scene is drawn at least this high. */
	readonly minHeight?: number;
	/** Keys of lanes opened by the reader: all rows are shown. */
	readonly openLanes?: ReadonlySet<string>;
	/** Phone layout; default: a deciding width below 560. */
	readonly compact?: boolean;
	readonly sizes?: SceneSizes;
	/** Items drawn back, so that the others stand out (`recede`). */
	readonly recedes?: (item: number) => boolean;
}

/** Narrower plots are laid out for a phone. */
export const COMPACT_BELOW = 560;
const BASELINE = 0.35;

/** What the rows of a layout hang on. */
export type RowOptions = Pick<LayoutOptions, 'extent' | 'plotWidth' | 'decideAtWidth' | 'level' | 'compact' | 'sizes' | 'openLanes'>;

/** Which rows a layout asks for: what {@link packRows} or a worker has to be given. */
export function packingFor(input: TimelineInput, options: RowOptions): { readonly level: number; readonly options: PackingOptions } {
	const width = options.decideAtWidth ?? options.plotWidth;
	const compact = options.compact ?? width < COMPACT_BELOW;
	const { shapeScale } = options.sizes ?? (compact ? PHONE_SIZES : DESK_SIZES);
	const open = input.lanes.flatMap((lane, index) => (options.openLanes?.has(lane.key) ? [index] : []));
	return { level: options.level ?? levelOf(options.extent.end - options.extent.start, width), options: { compact, shapeScale, open } };
}

/** Lays the items out. Pure: same arguments, same scene. */
export function layoutTimeline(input: TimelineInput, options: LayoutOptions): Scene {
	const width = options.decideAtWidth ?? options.plotWidth;
	const compact = options.compact ?? width < COMPACT_BELOW;
	const sizes = options.sizes ?? (compact ? PHONE_SIZES : DESK_SIZES);
	const measure = options.measure ?? estimatedWidth;
	const language = options.language ?? 'en';
	const scale = timeScale(options.extent, options.direction);
	const wanted = packingFor(input, options);
	const packing = options.packing ?? packRows(input, wanted.level, wanted.options);
	const { level } = packing;
	const { table } = input;
	const stack = stackLanes(input, packing, {
		sizes,
		compact,
		maxRows: options.maxRows ?? MOST_ROWS,
		maxHeight: options.maxHeight ?? Infinity,
		openLanes: options.openLanes ?? new Set()
	});
	const { axis, gridlines, today } = layoutAxis(scale, {
		width,
		sizes,
		text: options.axisText,
		language,
		measure,
		today: options.today,
		todayLabel: options.todayLabel
	});
	const selected = selectedItem(input, options.selected);
	const place: Placing = { input, options, scale, width, sizes, packing, lanes: stack.lanes, selected, measure, language };

	const rows = drawRows(place);
	const todayAt = today ? today.f * width : null;
	const labels = placeLabels(rows.placed, (index) => input.item(index), {
		width,
		later: scale.later,
		today: todayAt,
		size: sizes.label,
		measure,
		shapeScale: sizes.shapeScale,
		selected,
		readingPlace: (index) => readingPlace(table, index)
	});
	const byRow = new Map<number, PlacedItem[]>();
	for (const each of rows.placed) {
		const row = byRow.get(each.y);
		if (row) row.push(each);
		else byRow.set(each.y, [each]);
	}
	// Of a small set lines are drawn whose both ends lie outside, too.
	const about = table.count <= SMALL_TABLE ? table.order : rows.placed.map((each) => each.item);
	const links = routeLinks(input.linksOf(about), {
		chain: chainOf(input, selected),
		later: scale.later,
		shapeScale: sizes.shapeScale,
		channel: compact ? (-scale.later as 1 | -1) : scale.later,
		anchor: (index) => anchorOf(place, index),
		blocked: (at, y0, y1) => {
			const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)];
			for (const [y, row] of byRow) {
				if (y > top && y < bottom && row.some((each) => each.left < at + 8 && each.right > at - 8)) return true;
			}
			return false;
		}
	});

	const lines = linesByRow(links, rows.drafts.spans, width);
	const shelfOptions: ShelfOptions = {
		sizes,
		later: scale.later,
		measure,
		language,
		undated: options.texts.undated,
		selected,
		more: (count) => options.texts.more(count)
	};
	const shelf = compact ? null : fillShelf(stack.lanes, input, shelfOptions);
	const edge = { f: scale.later > 0 ? 0 : 1, dx: 0 };
	const inside = compact ? undatedRows(stack.lanes, input, width, edge, shelfOptions) : null;
	const labelOf = new Map(labels.map((text) => [text.item, text]));
	const hits = [...rows.placed.map((each) => hitOf(each, labelOf.get(each.item), scale, width, sizes)), ...(inside?.hits ?? [])];
	const ringed = rows.placed.find((each) => each.item === selected && each.mark);
	const ring = ringed?.mark ? { x: ringed.mark.x, y: ringed.y, radius: RING_RADIUS * sizes.shapeScale } : (inside?.ring ?? null);
	const scene: Scene = {
		direction: options.direction,
		extent: options.extent,
		level,
		decidedAt: width,
		compact,
		sizes,
		height: Math.max(stack.height, options.minHeight ?? 0),
		axis,
		gridlines,
		lanes: stack.lanes.map((lane) => ({ ...lane, hidden: rows.hidden[lane.index] ?? 0 })),
		spans: rows.drafts.spans,
		marks: [...rows.drafts.marks, ...(inside?.marks ?? [])],
		ghosts: rows.drafts.ghosts,
		brackets: rows.drafts.brackets,
		links,
		density: rows.density,
		labels: [
			...labels.map((text) => (overLine(text, lines, width) ? { ...text, ground: true } : text)),
			...(inside?.labels ?? []),
			...rows.notReported,
			...captions(place, rows, todayAt, gridlines)
		],
		today,
		ring,
		hits,
		shelf,
		focusOrder: focusOrder(rows.placed, input, stack.lanes)
	};
	return options.recedes ? recede(scene, options.recedes) : scene;
}

/** Stretches of series lines, and of the lines between the stretches of one date, by the row they run along, in px. */
function linesByRow(links: readonly SceneLink[], spans: readonly SceneSpan[], width: number): Map<number, [number, number][]> {
	const rows = new Map<number, [number, number][]>();
	for (const { kind, height, y, f0, f1 } of spans) {
		if (kind !== 'solid' || height > HAIRLINE) continue;
		const row = Math.round(y);
		rows.set(row, [...(rows.get(row) ?? []), [f0 * width, f1 * width]]);
	}
	for (const link of links) {
		if (link.kind !== 'series') continue;
		const y = Math.round(link.elbow === 'down-then-across' ? link.toY : link.fromY);
		const [a, b] = [link.from.f * width, link.to.f * width];
		rows.set(y, [...(rows.get(y) ?? []), [Math.min(a, b), Math.max(a, b)]]);
	}
	return rows;
}

/** Does a line run behind this label? */
function overLine(text: SceneText, lines: ReadonlyMap<number, readonly [number, number][]>, width: number): boolean {
	const stretches = lines.get(Math.round(text.y - text.size * BASELINE));
	if (!stretches) return false;
	const at = text.x.f * width + text.x.dx;
	const [left, right] = text.anchor === 'end' ? [at - text.width, at] : [at, at + text.width];
	return stretches.some(([from, to]) => right > from && left < to);
}

function anchorOf(place: Placing, index: number): Anchor | null {
	const { input, scale, width, sizes } = place;
	const y = rowOf(place, index);
	if (y === null) return null;
	const item = input.item(index);
	const span = drawnSpan(item);
	if (!span) return null;
	const pxPerDay = width / (scale.extent.end - scale.extent.start);
	const wide = (span.end - span.start) * pxPerDay >= LEAST_SPAN;
	const fraction = (day: number) => Math.min(3, Math.max(-2, scale.toFraction(day)));
	const centre = { f: fraction(span.centre), dx: 0 };
	const start = { f: fraction(span.start), dx: 0 };
	const middle = wide && item.planned && !item.notReported ? { f: start.f, dx: scale.later * 14 * (0.4 + 0.6 * sizes.shapeScale) } : centre;
	return {
		lane: item.lane,
		y,
		middle,
		earlierEnd: wide ? start : centre,
		laterEnd: wide ? { f: fraction(span.end), dx: 0 } : centre,
		at: middle.f * width + middle.dx
	};
}

function hitOf(each: PlacedItem, label: SceneText | undefined, scale: TimeScale, width: number, sizes: SceneSizes): SceneHit {
	const centre = (each.left + each.right) / 2;
	const x = each.mark?.x ?? (each.span ? { f: (each.span.f0 + each.span.f1) / 2, dx: 0 } : { f: centre / width, dx: 0 });
	const [from, to] = label?.anchor === 'end' ? [-label.width, 0] : [0, label?.width ?? 0];
	return {
		item: each.item,
		x,
		y: each.y,
		halfWidth: Math.max(each.mark?.half ?? halfShape('diamond'), 8),
		halfHeight: sizes.row / 2,
		f0: each.span?.f0 ?? x.f,
		f1: each.span?.f1 ?? x.f,
		label: label ? { left: { f: label.x.f, dx: label.x.dx + from }, right: { f: label.x.f, dx: label.x.dx + to } } : null
	};
}

/** Lane by lane, by time, then row; the lane's undated last. */
function focusOrder(placed: readonly PlacedItem[], input: TimelineInput, lanes: readonly StackedLane[]): number[] {
	const byLane: PlacedItem[][] = lanes.map(() => []);
	for (const each of placed) byLane[laneOfItem(input, each.item)]?.push(each);
	const start = (item: number) => startOf(input.table, item);
	return lanes.flatMap((lane) => [
		...(byLane[lane.index] ?? [])
			.sort((a, b) => (start(a.item) < start(b.item) ? -1 : start(a.item) > start(b.item) ? 1 : a.row - b.row))
			.map((each) => each.item),
		...lane.undatedItems.slice(0, lane.undatedRows)
	]);
}

/** The item that stands for a record: the last of those the mask keeps, as a record may stand on several lanes; -1: none. */
export function selectedItem(input: TimelineInput, id: string | null): number {
	if (id === null) return -1;
	return input.table.itemsOf(id).findLast((item) => laneOfItem(input, item) < input.lanes.length) ?? -1;
}
