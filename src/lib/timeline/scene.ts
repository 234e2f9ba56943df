import type { ItemShape, ItemTone } from './items/item.ts';
import type { Extent } from './scale/extent.ts';
import type { PlotX, TimeDirection } from './scale/time-scale.ts';

/**
 * The scene: laid out, not yet painted. Plain data.
 *
 * The *plot* is the time region; every x in it is `f × plot width + dx` px ({@link PlotX}), so one scene is right at any
 * width. y is px from the top of the axis, downwards. The *shelf* is a region of fixed px width beside the plot, with
 * the same y; its x are px from its own left edge. All x are physical (left to right), already mirrored for RTL.
 */
export interface Scene {
	readonly direction: TimeDirection;
	readonly extent: Extent;
	/** Power-of-two resolution the rows were packed at: floor(log2(days per px)). Hold it during a gesture. */
	readonly level: number;
	/** Plot width (px) at which labels and widths were decided. */
	readonly decidedAt: number;
	readonly compact: boolean;
	readonly sizes: SceneSizes;
	/** Whole height: axis and lanes, px. */
	readonly height: number;
	readonly axis: SceneAxis;
	readonly gridlines: readonly SceneGridline[];
	readonly lanes: readonly SceneLane[];
	readonly spans: readonly SceneSpan[];
	readonly marks: readonly SceneMark[];
	readonly ghosts: readonly SceneGhost[];
	readonly brackets: readonly SceneBracket[];
	readonly links: readonly SceneLink[];
	readonly density: readonly SceneDensity[];
	/** Labels of items and of empty lanes, "not reported", "+n". */
	readonly labels: readonly SceneText[];
	/** null when today lies outside the extent. */
	readonly today: SceneToday | null;
	/** Ring round the selected item's shape; null when nothing is selected or it is on the shelf (see `shelf.ring`). */
	readonly ring: SceneRing | null;
	readonly hits: readonly SceneHit[];
	/** null in compact mode: undated items then have rows under their lane, inside the plot. */
	readonly shelf: SceneShelf | null;
	/** Item indices in reading order: lane by lane, by time, the lane's undated last. Only what is drawn as a mark. */
	readonly focusOrder: readonly number[];
}

/** The px sizes a scene was laid out with (desk, phone, stage). */
export interface SceneSizes {
	readonly axis: number;
	readonly row: number;
	readonly lanePadding: number;
	/** Height of the head row inside the plot; 0 where heads stand beside it. */
	readonly headRow: number;
	readonly shelf: number;
	readonly label: number;
	readonly axisYear: number;
	readonly axisMonth: number;
	/** Shapes are drawn this many times their desk size. */
	readonly shapeScale: number;
	/** Height of dashed boxes and hatched spans. */
	readonly bar: number;
}

/** `paper`: on a solid bar. */
export type Ink = 'ink' | 'ink-2' | 'ink-3' | 'accent' | 'paper';

export interface SceneRun {
	readonly text: string;
	readonly weight: 400 | 500 | 600;
	readonly ink: Ink;
}

/** A line of text. `anchor` is physical: `start` means the text stands right of x, `end` left of it. */
export interface SceneText {
	readonly x: PlotX;
	/** Baseline. */
	readonly y: number;
	readonly anchor: 'start' | 'middle' | 'end';
	readonly size: number;
	/** In reading order; an en space stands between two runs. */
	readonly runs: readonly SceneRun[];
	/** For the direction of the text and its shaping. */
	readonly language: string;
	/** 2.5 px of paper round the letters: gridlines and hatch stop there. */
	readonly halo: boolean;
	/** A series line runs behind: paper is laid under the words and the air between. */
	readonly ground: boolean;
	/** Estimated or measured width in px. */
	readonly width: number;
	/** Item index, or null for captions. */
	readonly item: number | null;
}

export interface SceneAxis {
	readonly height: number;
	/** Upper band (years, or months and days when nearer). */
	readonly upper: readonly SceneText[];
	readonly lower: readonly SceneText[];
	/** Short ticks (4 px) standing on the axis line. */
	readonly ticks: readonly number[];
}

export interface SceneGridline {
	readonly f: number;
	/** `strong`: a tick of the upper band, from the axis' top; `weak`: a labelled tick of the lower band, under the axis. */
	readonly strength: 'strong' | 'weak';
}

export interface SceneLane {
	readonly index: number;
	readonly key: string;
	readonly top: number;
	readonly height: number;
	/** y of the first row's top (below padding and head row). */
	readonly rowsTop: number;
	/** Rows drawn of `rowsNeeded`; without limit both are the same. */
	readonly rows: number;
	readonly rowsNeeded: number;
	/** Items of this lane within the extent that stand in rows not drawn; the strip that opens shows them counted. */
	readonly hidden: number;
	/** Items without a date. */
	readonly undated: number;
	/** y of the counted strip's top, if there is one. */
	readonly stripTop: number | null;
	/** Drawn as density bars. */
	readonly dense: boolean;
}

/**
 * A horizontal bar between two fractions, centred on y.
 * `dashed` box round a plan · `hatch` doubt, on the tint or on paper · `solid` certainly lasted, or a hairline between two
 * stretches of one date ·
 * `version`/`version-open` thin bars of versions in conflict.
 */
export interface SceneSpan {
	readonly item: number;
	readonly kind: 'dashed' | 'hatch' | 'solid' | 'version' | 'version-open' | 'possibly';
	readonly tone: ItemTone;
	readonly f0: number;
	readonly f1: number;
	readonly y: number;
	readonly height: number;
	/** Hatch only: half where time has passed without a report. */
	readonly strength: 'full' | 'half';
	/** Hatch only: ground is the kind's tint (else paper). */
	readonly tinted: boolean;
	/** A 1.25 px stop at that physical end. */
	readonly stopLeft: boolean;
	readonly stopRight: boolean;
	/** The span runs on past the view, or is open there: no stop, no outline on that side. */
	readonly openLeft: boolean;
	readonly openRight: boolean;
	/** In the filter's *possibly*: drawn at reduced strength; a piece of kind `possibly` is the dotted line under all of it. */
	readonly faint: boolean;
}

export interface SceneMark {
	readonly item: number;
	readonly x: PlotX;
	readonly y: number;
	readonly shape: ItemShape;
	readonly tone: ItemTone;
	readonly look: 'filled' | 'dashed' | 'hollow' | 'split';
	readonly scale: number;
	readonly faint: boolean;
	/** 1; less while the mark comes in. */
	readonly strength?: number;
}

/** Where a moved date was: dotted shape, and a hairline to where it is now. */
export interface SceneGhost {
	readonly item: number;
	readonly shape: ItemShape;
	readonly tone: ItemTone;
	readonly scale: number;
	readonly from: PlotX;
	readonly to: PlotX;
	readonly y: number;
}

/** Due and past, nothing reported: an empty bracket round the due span. */
export interface SceneBracket {
	readonly item: number;
	readonly tone: ItemTone;
	readonly left: PlotX;
	readonly right: PlotX;
	readonly y: number;
	readonly height: number;
}

/** `series`: dashed, straight along the row, elbowed between rows · `leads-to`: curve with a tip · `order`: shelf only. */
export type SceneLink =
	| {
			readonly kind: 'series';
			readonly from: PlotX;
			readonly fromY: number;
			readonly to: PlotX;
			readonly toY: number;
			/** Where rows differ: which leg comes first. */
			readonly elbow: 'none' | 'down-then-across' | 'across-then-down';
	  }
	| {
			readonly kind: 'leads-to';
			readonly from: PlotX;
			readonly fromY: number;
			readonly to: PlotX;
			readonly toY: number;
			/** Physical side of the channel for marks at about one date: +1 right, −1 left; 0: dates differ, free curve. */
			readonly channel: 1 | -1 | 0;
			readonly scale: number;
	  };

/** A counted bar from f0 to f1, `share` of the highest; it stands for `count` items from `start` to `end` (epoch days, end exclusive). */
export interface SceneBar {
	readonly f0: number;
	readonly f1: number;
	readonly share: number;
	readonly count: number;
	readonly start: number;
	readonly end: number;
}

/** Counted bars of one lane (or of its hidden rows). */
export interface SceneDensity {
	readonly lane: number;
	readonly top: number;
	readonly height: number;
	readonly bars: readonly SceneBar[];
	/** 1; less while bars come or give way to marks. */
	readonly strength: number;
}

export interface SceneToday {
	readonly f: number;
	/** null where there is no room. */
	readonly label: SceneText | null;
}

export interface SceneRing {
	readonly x: PlotX;
	readonly y: number;
	readonly radius: number;
}

/** Where an item can be hit: its shape, and its span from f0 to f1 (f0 ≤ f1, both equal `x.f` where it has none). */
export interface SceneHit {
	readonly item: number;
	readonly x: PlotX;
	readonly y: number;
	readonly halfWidth: number;
	readonly halfHeight: number;
	readonly f0: number;
	readonly f1: number;
	/** The item's label, for pointing at words: px from x; null where it has none. */
	readonly label: { readonly left: PlotX; readonly right: PlotX } | null;
}

/** Undated items, one row each on their lane. x are `{f: 0, dx: px}` from the shelf's left edge. */
export interface SceneShelf {
	readonly width: number;
	readonly caption: SceneText;
	readonly marks: readonly SceneMark[];
	readonly labels: readonly SceneText[];
	/** Vertical joins between two whose order is known. */
	readonly joins: readonly { readonly x: number; readonly y0: number; readonly y1: number }[];
	readonly hits: readonly SceneHit[];
	readonly ring: SceneRing | null;
}
