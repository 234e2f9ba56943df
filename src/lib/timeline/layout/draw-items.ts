import type { DateParts } from '#lib/temporal/date-parts.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { Item } from '../items/item.ts';
import { drawnSpan, spanOfEdges, type DrawnSpan } from '../items/span-of-edges.ts';
import type { PlotX, TimeScale } from '../scale/time-scale.ts';
import type { SceneBracket, SceneGhost, SceneMark, SceneSizes, SceneSpan } from '../scene.ts';
import { FADE } from './packing.ts';

/** Narrower than this, a span is not drawn and the shape stands alone (mock, "Marks" 2). */
export const LEAST_SPAN = 12;
/** A planned shape stands so far from its span's start. */
const PLANNED_OFFSET = 14;
/** Where a label inside a span begins (mock, "Labels" 2). */
const INSIDE_FROM = 25;
const BRACKET_INSIDE_FROM = 12;
/** Half the width of a bracket round a due day that is too narrow for one. */
const LEAST_BRACKET = 9;
/** The dotted line of what only possibly answers stands so far under it. */
const UNDER = 3;
/** The line between two stretches of one date. */
export const HAIRLINE = 1.25;
/** A stretch is drawn this wide at least, px. */
const LEAST_PART = 4;
/** Nothing is drawn farther outside the view than this share of its width. */
const OUTSIDE = 0.05;

export interface Drafts {
	readonly spans: SceneSpan[];
	readonly marks: SceneMark[];
	readonly ghosts: SceneGhost[];
	readonly brackets: SceneBracket[];
}

export interface DrawContext {
	readonly scale: TimeScale;
	/** Width decisions are made at. */
	readonly width: number;
	readonly today: number;
	readonly sizes: SceneSizes;
	readonly selected: number;
}

/** What was drawn of one item: in px at the deciding width. */
export interface Drawn {
	readonly left: number;
	readonly right: number;
	readonly mark: { readonly x: PlotX; readonly at: number; readonly half: number } | null;
	readonly span: { readonly f0: number; readonly f1: number; readonly left: number; readonly right: number } | null;
	readonly solid: { readonly left: number; readonly right: number } | null;
	readonly insideFrom: number | null;
	readonly bracket: boolean;
}

/** Half the width of a shape at desk size (mock, "Marks" 1). */
export function halfShape(shape: Item['shape']): number {
	switch (shape) {
		case 'circle':
			return 5;
		case 'small-circle':
			return 4;
		case 'square':
			return 4.9;
		case 'hexagon':
			return 5.2;
		default:
			return 6.2;
	}
}

/** Draws one dated item into the drafts. */
export function drawItem(item: Item, index: number, y: number, drafts: Drafts, context: DrawContext): Drawn {
	const span = drawnSpan(item) ?? { start: 0, end: 0, startEdge: 'known', endEdge: 'known', solid: null, centre: 0 };
	const { scale, width, sizes } = context;
	const at = (day: number) => clampF(scale.toFraction(day));
	const pxPerDay = width / (scale.extent.end - scale.extent.start);
	const wide = (span.end - span.start) * pxPerDay >= LEAST_SPAN;
	const box = wide || span.startEdge === 'unknown' || span.endEdge === 'unknown' ? physical(span, at, scale, width) : null;
	const half = halfShape(item.shape) * sizes.shapeScale;

	let mark: PlotX | null = { f: scale.toFraction(span.centre), dx: 0 };
	let insideFrom: number | null = INSIDE_FROM * (0.4 + 0.6 * sizes.shapeScale);
	let bracket = false;
	let solid: Drawn['solid'] = null;
	let versions: Reach | null = null;
	if (item.notReported) {
		bracket = true;
		mark = null;
		insideFrom = BRACKET_INSIDE_FROM;
		drafts.brackets.push(bracketOf(item, index, y, box, scale.toFraction(span.centre), sizes));
	} else if (box && item.parts && item.versions.length === 0) {
		const drawn = drawParts(item, item.parts, index, y, drafts, context);
		mark = drawn.mark;
		// Where only the line passes through the view, its words stand on it.
		if (drawn.inView) insideFrom = null;
	} else if (box && item.planned) {
		planned(item, index, y, span, box, drafts, context);
		mark = plannedMark(span, box, scale, width, sizes);
	} else if (box) {
		versions = drawVersions(item, index, y, span, drafts, context);
		if (versions) insideFrom = null;
		else solid = reported(item, index, y, span, drafts, context);
		// A bar without a shape, but for the halves of a conflict and the selection's ring.
		const shapeless = versions ? versions.wide : solid !== null && !item.conflict;
		if (shapeless && index !== context.selected) mark = null;
	} else versions = drawVersions(item, index, y, span, drafts, context);

	const centre = mark ? mark.f * width + mark.dx : 0;
	if (mark) drafts.marks.push(markOf(item, index, mark, y, sizes));
	drawGhosts(item, index, y, mark ?? { f: scale.toFraction(span.centre), dx: 0 }, drafts, context);
	const least = bracket ? LEAST_BRACKET * sizes.shapeScale : half;
	const middle = mark ? centre : scale.toFraction(span.centre) * width;
	const shape = mark || bracket ? { left: middle - least, right: middle + least } : { left: Infinity, right: -Infinity };
	const left = Math.min(box?.left ?? Infinity, shape.left, versions?.left ?? Infinity);
	const right = Math.max(box?.right ?? -Infinity, shape.right, versions?.right ?? -Infinity);
	if (item.possibly) drafts.spans.push(underline(item, index, y + (box ? sizes.bar / 2 : half) + UNDER, left / width, right / width));
	return {
		left,
		right,
		mark: mark ? { x: mark, at: centre, half } : null,
		span: box,
		solid,
		insideFrom,
		bracket
	};
}

/** Under an item that only possibly lies in the interval asked for: a sign that is no colour and no strength. */
function underline(item: Item, index: number, y: number, from: number, to: number): SceneSpan {
	const ends = { stopLeft: false, stopRight: false, openLeft: false, openRight: false };
	return {
		item: index,
		kind: 'possibly',
		tone: item.tone,
		f0: clampF(from),
		f1: clampF(to),
		y,
		height: 0,
		strength: 'full',
		tinted: false,
		...ends,
		faint: true
	};
}

type Box = NonNullable<Drawn['span']>;

function clampF(f: number): number {
	return Math.min(1 + OUTSIDE, Math.max(-OUTSIDE, f));
}

function physical(span: DrawnSpan, at: (day: number) => number, scale: TimeScale, width: number): Box {
	const fade = FADE / width;
	let earlier = at(span.start);
	let later = at(span.end);
	if (span.startEdge === 'unknown') earlier -= scale.later * fade;
	if (span.endEdge === 'unknown') later += scale.later * fade;
	const f0 = clampF(Math.min(earlier, later));
	const f1 = clampF(Math.max(earlier, later));
	return { f0, f1, left: f0 * width, right: f1 * width };
}

/** A piece of a bar between two days; sides that lie outside the view, or are open, have no stop and no outline. */
function piece(
	item: Item,
	index: number,
	y: number,
	kind: SceneSpan['kind'],
	from: number,
	to: number,
	height: number,
	scale: TimeScale,
	extra: Partial<Pick<SceneSpan, 'strength' | 'tinted'>> & { stopEarlier?: boolean; stopLater?: boolean } = {}
): SceneSpan {
	const [a, b] = [scale.toFraction(from), scale.toFraction(to)];
	const f0 = clampF(Math.min(a, b));
	const f1 = clampF(Math.max(a, b));
	const openLeft = Math.min(a, b) < -OUTSIDE;
	const openRight = Math.max(a, b) > 1 + OUTSIDE;
	const [left, right] = scale.later > 0 ? [extra.stopEarlier, extra.stopLater] : [extra.stopLater, extra.stopEarlier];
	return {
		item: index,
		kind,
		tone: item.tone,
		f0,
		f1,
		y,
		height,
		strength: extra.strength ?? 'full',
		tinted: extra.tinted ?? false,
		stopLeft: (left ?? false) && !openLeft,
		stopRight: (right ?? false) && !openRight,
		openLeft,
		openRight,
		faint: item.possibly
	};
}

/** Dashed round the whole span; hatch at half strength where time has passed with no report, full from today on. */
function planned(item: Item, index: number, y: number, span: DrawnSpan, box: Box, drafts: Drafts, context: DrawContext): void {
	const { scale, today, sizes } = context;
	const height = sizes.bar;
	const [earlier, later] = daysOf(box, scale);
	const passedTo = Math.min(today, later);
	const from = Math.max(today, earlier);
	if (passedTo > earlier) drafts.spans.push(piece(item, index, y, 'hatch', earlier, passedTo, height, scale, { strength: 'half' }));
	if (later > from) drafts.spans.push(piece(item, index, y, 'hatch', from, later, height, scale));
	const outline = piece(item, index, y, 'dashed', earlier, later, height, scale);
	const open = { earlier: span.startEdge !== 'known', later: span.endEdge !== 'known' };
	drafts.spans.push({
		...outline,
		openLeft: outline.openLeft || (scale.later > 0 ? open.earlier : open.later),
		openRight: outline.openRight || (scale.later > 0 ? open.later : open.earlier)
	});
}

function daysOf(box: Box, scale: TimeScale): [number, number] {
	const [a, b] = [scale.toDay(box.f0), scale.toDay(box.f1)];
	return a < b ? [a, b] : [b, a];
}

/** 14 px from the span's start; a span begun before the view keeps its shape at the view's edge. */
function plannedMark(span: DrawnSpan, box: Box, scale: TimeScale, width: number, sizes: SceneSizes): PlotX {
	const offset = PLANNED_OFFSET * (0.4 + 0.6 * sizes.shapeScale);
	if (box.right - box.left < 2 * offset) return { f: scale.toFraction(span.centre), dx: 0 };
	const start = scale.later > 0 ? box.f0 : box.f1;
	const begun = scale.later > 0 ? start < 0 : start > 1;
	if (!begun) return { f: start, dx: scale.later * offset };
	const edge = scale.later > 0 ? 0 : 1;
	const end = scale.later > 0 ? box.f1 : box.f0;
	const left = Math.abs(end - edge) * width;
	return left < 2 * offset ? { f: end, dx: -scale.later * offset } : { f: edge, dx: scale.later * offset };
}

/** Held or signed, wide: solid where certain, hatch where in doubt. @returns the solid bar, if any */
function reported(item: Item, index: number, y: number, span: DrawnSpan, drafts: Drafts, context: DrawContext): Drawn['solid'] {
	const { scale, width, sizes } = context;
	const pxPerDay = width / (scale.extent.end - scale.extent.start);
	const height = sizes.bar - 4;
	const fade = FADE / pxPerDay;
	const start = span.startEdge === 'unknown' ? span.start - fade : span.start;
	const end = span.endEdge === 'unknown' ? span.end + fade : span.end;
	const hatch = (from: number, to: number, stopEarlier: boolean, stopLater: boolean) => {
		if (to > from) drafts.spans.push(piece(item, index, y, 'hatch', from, to, height, scale, { tinted: true, stopEarlier, stopLater }));
	};
	const stops = { earlier: span.startEdge === 'known', later: span.endEdge === 'known' };
	const solid = span.solid && (span.solid.to - span.solid.from) * pxPerDay >= LEAST_SPAN ? span.solid : null;
	if (!solid) {
		hatch(start, end, stops.earlier, stops.later);
		return null;
	}
	hatch(start, solid.from, stops.earlier, false);
	hatch(solid.to, end, false, stops.later);
	const bar = piece(item, index, y, 'solid', solid.from, solid.to, height, scale);
	drafts.spans.push(bar);
	return { left: bar.f0 * width, right: bar.f1 * width };
}

/**
 * Every stretch of a date that is not one, with a hairline from each to the next. What was in all of them is solid, or its shape where
 * a stretch is too narrow for a bar; what is one of them, not known which, is hatched; what is planned is drawn as plans are.
 * @returns where the shape stands, if there is one, and whether any stretch lies in the view
 */
function drawParts(
	item: Item,
	{ of, parts }: DateParts,
	index: number,
	y: number,
	drafts: Drafts,
	context: DrawContext
): { mark: PlotX | null; inView: boolean } {
	const { scale, width, sizes } = context;
	const pxPerDay = width / (scale.extent.end - scale.extent.start);
	const height = sizes.bar - 4;
	const spans = parts.map(spanOfEdges);
	spans.slice(1).forEach((next, before) => {
		drafts.spans.push(piece(item, index, y, 'solid', spans[before]!.end, next.start, HAIRLINE, scale));
	});
	let first: PlotX | null = null;
	spans.forEach((span, place) => {
		const isNarrow = (span.end - span.start) * pxPerDay < LEAST_SPAN;
		const end = Math.max(span.end, span.start + LEAST_PART / pxPerDay);
		const at = { f: scale.toFraction(span.centre), dx: 0 };
		if (item.planned) {
			const box = physical({ ...span, end }, (day) => clampF(scale.toFraction(day)), scale, width);
			planned(item, index, y, span, box, drafts, context);
			if (place === 0) first = plannedMark(span, box, scale, width, sizes);
		} else if (of === 'one') {
			drafts.spans.push(
				piece(item, index, y, 'hatch', span.start, end, height, scale, {
					...{ tinted: true, stopEarlier: span.startEdge === 'known', stopLater: span.endEdge === 'known' }
				})
			);
		} else if (isNarrow) {
			if (place === 0) first = at;
			else drafts.marks.push(markOf(item, index, at, y, sizes));
		} else if (span.solid) reported(item, index, y, span, drafts, context);
		else drafts.spans.push(piece(item, index, y, 'solid', span.start, end, height, scale));
		if (place === 0 && (item.conflict || index === context.selected)) first ??= at;
	});
	const { start, end } = scale.extent;
	return { mark: first, inView: spans.some((span) => span.start < end && span.end > start) };
}

function markOf(item: Item, index: number, x: PlotX, y: number, { shapeScale }: SceneSizes): SceneMark {
	const look = item.planned ? 'dashed' : item.conflict ? 'split' : 'filled';
	return { item: index, x, y, shape: item.shape, tone: item.tone, look, scale: shapeScale, faint: item.possibly };
}

interface Reach {
	readonly left: number;
	readonly right: number;
	/** The shown version is wide enough to do without a shape. */
	readonly wide: boolean;
}

/** One thin bar per version of the date, the shown one filled; null where they would lie too close to tell apart. */
function drawVersions(item: Item, index: number, y: number, shown: DrawnSpan, drafts: Drafts, context: DrawContext): Reach | null {
	if (item.versions.length === 0) return null;
	const { scale, width, sizes } = context;
	const all = [shown, ...item.versions.map((edges: Edges) => spanOfEdges(edges))].slice(0, 4);
	const pxPerDay = width / (scale.extent.end - scale.extent.start);
	const length = (span: DrawnSpan) => (span.end - span.start) * pxPerDay;
	if (!all.some((span) => length(span) >= LEAST_SPAN || Math.abs(span.centre - shown.centre) * pxPerDay >= LEAST_SPAN)) return null;
	const wide = length(shown) >= LEAST_SPAN;
	const gap = 4;
	const height = Math.max(3, Math.min(6, (sizes.row - 4 - gap * (all.length - 1)) / all.length));
	const top = y - (all.length * height + (all.length - 1) * gap) / 2;
	let [left, right] = [Infinity, -Infinity];
	all.forEach((span, place) => {
		// The shape itself stands for a shown version that is too narrow for a bar.
		if (place === 0 && !wide) return;
		const middle = top + place * (height + gap) + height / 2;
		for (const part of (place === 0 && item.parts?.parts.map(spanOfEdges)) || [span]) {
			const end = Math.max(part.end, part.start + 3 / pxPerDay);
			const bar = piece(item, index, middle, place === 0 ? 'version' : 'version-open', part.start, end, height, scale);
			left = Math.min(left, bar.f0 * width);
			right = Math.max(right, bar.f1 * width);
			drafts.spans.push(bar);
		}
	});
	return { left, right, wide };
}

/** A dotted shape at every place the date had, each with a hairline to the next place. */
function drawGhosts(item: Item, index: number, y: number, now: PlotX, drafts: Drafts, context: DrawContext): void {
	let to = now;
	for (const edges of item.ghosts) {
		const f = context.scale.toFraction(spanOfEdges(edges).centre);
		const from = { f: Math.min(2, Math.max(-1, f)), dx: 0 };
		const apart = Math.abs(from.f - to.f) * context.width - Math.abs(to.dx);
		if (apart < LEAST_SPAN) continue;
		drafts.ghosts.push({ item: index, shape: item.shape, tone: item.tone, scale: context.sizes.shapeScale, from, to, y });
		to = from;
	}
}

function bracketOf(item: Item, index: number, y: number, box: Box | null, centre: number, sizes: SceneSizes): SceneBracket {
	const least = LEAST_BRACKET * sizes.shapeScale;
	const roomy = box !== null && box.right - box.left >= 2 * least;
	return {
		item: index,
		tone: item.tone,
		left: roomy ? { f: box.f0, dx: 0 } : { f: centre, dx: -least },
		right: roomy ? { f: box.f1, dx: 0 } : { f: centre, dx: least },
		y,
		height: sizes.bar
	};
}
