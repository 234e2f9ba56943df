import type { Item, TimelineInput } from '../items/item.ts';
import type { PlotX } from '../scale/time-scale.ts';
import type { SceneHit, SceneMark, SceneRun, SceneShelf, SceneSizes, SceneText } from '../scene.ts';
import { halfShape } from './draw-items.ts';
import { runsWidth } from './place-labels.ts';
import type { StackedLane } from './stack-lanes.ts';
import type { MeasureText } from './text-width.ts';

/** From the shelf's line to the shapes, to the words and to the caption, px (mock). */
const SHAPE_AT = 24;
const WORDS_AT = 38;
const CAPTION_AT = 18;
const EDGE = 4;
const BASELINE = 0.35;

export interface ShelfOptions {
	readonly sizes: SceneSizes;
	readonly later: 1 | -1;
	readonly measure: MeasureText;
	readonly language: string;
	readonly undated: string;
	readonly selected: number;
	more(count: number): string;
}

export interface UndatedRows {
	readonly marks: SceneMark[];
	readonly labels: SceneText[];
	readonly joins: { readonly x: number; readonly y0: number; readonly y1: number }[];
	readonly hits: SceneHit[];
	readonly ring: { readonly x: PlotX; readonly y: number; readonly radius: number } | null;
}

/** Radius of the selection ring's middle line: outer radius 10.5 with a stroke of 2. */
export const RING_RADIUS = 9.5;

/**
 * Undated items, one row each: hollow shape, name, detail if there is room.
 * @param edge the earlier edge: of the shelf (f 0, dx in px) or of the plot in compact mode
 */
export function undatedRows(
	lanes: readonly StackedLane[],
	input: TimelineInput,
	width: number,
	edge: PlotX,
	options: ShelfOptions
): UndatedRows {
	const { sizes, later } = options;
	const inPlot = sizes.shelf === 0;
	const marks: SceneMark[] = [];
	const labels: SceneText[] = [];
	const joins: { readonly x: number; readonly y0: number; readonly y1: number }[] = [];
	const hits: SceneHit[] = [];
	let ring: UndatedRows['ring'] = null;
	const shown = lanes.flatMap((lane) => lane.undatedItems.slice(0, lane.undatedRows));
	const orders = shown.length === 0 ? [] : input.linksOf(shown, 'both').filter((link) => link.kind === 'order');
	const ordered = new Set(orders.map((link) => `${link.from} ${link.to}`));
	const at = (dx: number): PlotX => ({ f: edge.f, dx: edge.dx + later * dx });
	const wordsAt = WORDS_AT * (0.4 + 0.6 * sizes.shapeScale);
	const room = width - wordsAt - EDGE;
	for (const lane of lanes) {
		let before: { index: number; y: number; half: number } | null = null;
		lane.undatedItems.slice(0, lane.undatedRows).forEach((index, row) => {
			const item = input.item(index);
			const y = lane.undatedTop + (row + 0.5) * sizes.row;
			const half = halfShape(item.shape) * sizes.shapeScale;
			const x = at(SHAPE_AT);
			const look = item.planned ? 'dashed' : 'hollow';
			marks.push({ item: index, x, y, shape: item.shape, tone: item.tone, look, scale: sizes.shapeScale, faint: item.possibly });
			if (index === options.selected) ring = { x, y, radius: RING_RADIUS * sizes.shapeScale };
			const runs = shelfRuns(item, room, index === options.selected, options);
			const label = runs ? textAt(at(wordsAt), y, runs, item.language, index, inPlot, options) : null;
			if (label) labels.push(label);
			const edges = label ? [at(wordsAt), at(wordsAt + label.width)] : null;
			const [a, b] = edges ?? [];
			hits.push({
				item: index,
				x,
				y,
				halfWidth: Math.max(half, 8),
				halfHeight: sizes.row / 2,
				f0: x.f,
				f1: x.f,
				label: a && b ? (later > 0 ? { left: a, right: b } : { left: b, right: a }) : null
			});
			if (before && ordered.has(`${before.index} ${index}`)) joins.push({ x: x.dx, y0: before.y + before.half, y1: y - half });
			before = { index, y, half };
		});
		const rest = lane.undatedItems.length - lane.undatedRows;
		if (rest > 0) {
			const y = lane.undatedTop + (lane.undatedRows + 0.5) * sizes.row;
			const runs: SceneRun[] = [{ text: options.more(rest), weight: 500, ink: 'ink-2' }];
			labels.push(textAt(at(wordsAt), y, runs, options.language, null, inPlot, options));
		}
	}
	return { marks, labels, joins: joins.filter((join) => join.y1 > join.y0), hits, ring };
}

function textAt(
	x: PlotX,
	y: number,
	runs: readonly SceneRun[],
	language: string,
	item: number | null,
	inPlot: boolean,
	options: ShelfOptions
): SceneText {
	const { sizes, later, measure } = options;
	return {
		x,
		y: y + sizes.label * BASELINE,
		anchor: later > 0 ? 'start' : 'end',
		size: sizes.label,
		runs,
		language,
		halo: inPlot,
		ground: false,
		width: runsWidth(runs, sizes.label, measure),
		item
	};
}

/** Name and detail, the name alone, the name lighter, as much of the name as there is room for: the first that fits. */
function shelfRuns(item: Item, room: number, chosen: boolean, options: ShelfOptions): SceneRun[] | null {
	const name = { text: item.name, weight: 500, ink: chosen ? 'accent' : 'ink' } as const;
	const detail = { text: item.detail, weight: 400, ink: 'ink-2' } as const;
	const variants: SceneRun[][] = [...(item.detail === '' ? [] : [[name, detail]]), [name], [{ ...name, weight: 400 }]];
	return variants.find((each) => runsWidth(each, options.sizes.label, options.measure) <= room) ?? beginningOf(name, room, options);
}

/** Fewer letters than this say nothing. */
const LEAST_BEGINNING = 4;

/** The name cut after a whole word where one fits, with an ellipsis: on the shelf there is no other place to read it. */
function beginningOf(name: SceneRun, room: number, { sizes, measure }: ShelfOptions): SceneRun[] | null {
	const letters = [...name.text];
	const cut = (length: number): string => {
		const text = letters.slice(0, length).join('');
		const word = text.slice(0, Math.max(0, text.lastIndexOf(' ')));
		return `${(letters[length] !== ' ' && word.length * 2 > text.length ? word : text).replace(/[\s:،,(]+$/u, '')}…`;
	};
	for (let length = letters.length - 1; length >= LEAST_BEGINNING; length--) {
		const run: SceneRun = { ...name, text: cut(length) };
		if (measure(run.text, sizes.label, run.weight) <= room) return [run];
	}
	return null;
}

/** The shelf beside the plot. */
export function fillShelf(lanes: readonly StackedLane[], input: TimelineInput, options: ShelfOptions): SceneShelf {
	const { sizes, later, measure } = options;
	const width = sizes.shelf;
	const edge: PlotX = { f: 0, dx: later > 0 ? 0 : width };
	const rows = undatedRows(lanes, input, width, edge, options);
	const caption: SceneText = {
		x: { f: 0, dx: edge.dx + later * CAPTION_AT },
		y: sizes.axis * 0.72 + sizes.axisMonth * BASELINE,
		anchor: later > 0 ? 'start' : 'end',
		size: sizes.axisMonth,
		runs: [{ text: options.undated, weight: 400, ink: 'ink-3' }],
		language: options.language,
		halo: false,
		ground: false,
		width: measure(options.undated, sizes.axisMonth, 400),
		item: null
	};
	return { width, caption, ...rows };
}
