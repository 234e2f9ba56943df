import { laneOfItem, type Item, type TimelineInput } from '../items/item.ts';
import { highOf, lowOf, visitRow } from '../query/visible-items.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { SceneDensity, SceneRun, SceneSizes, SceneText } from '../scene.ts';
import { countIn, densityOf } from './density.ts';
import { drawItem, type Drafts, type Drawn } from './draw-items.ts';
import type { LayoutOptions } from './layout.ts';
import { NO_ROW, SIDES, type LabelSide, type Packing } from './packing.ts';
import type { PlacedItem } from './place-labels.ts';
import { readingPlace } from './reading-place.ts';
import { rowMiddle, type StackedLane } from './stack-lanes.ts';
import type { MeasureText } from './text-width.ts';

/** What the parts of a layout share. */
export interface Placing {
	readonly input: TimelineInput;
	readonly options: LayoutOptions;
	readonly scale: TimeScale;
	readonly width: number;
	readonly sizes: SceneSizes;
	readonly packing: Packing;
	readonly lanes: readonly StackedLane[];
	readonly selected: number;
	readonly measure: MeasureText;
	readonly language: string;
}

export interface DrawnRows {
	readonly drafts: Drafts;
	readonly placed: readonly PlacedItem[];
	readonly density: readonly SceneDensity[];
	/** "Not reported", inside brackets wide enough for it. */
	readonly notReported: readonly SceneText[];
	/** Items in view whose row is not drawn, by lane. */
	readonly hidden: readonly number[];
}

/** Draws what is in view row by row; what has no row is counted into bars. The cost is that of what is seen. */
export function drawRows(place: Placing): DrawnRows {
	const { input, options, scale, width, sizes, packing, lanes, selected } = place;
	const { table } = input;
	const drafts: Drafts = { spans: [], marks: [], ghosts: [], brackets: [] };
	const notReported: SceneText[] = [];
	const hidden = lanes.map(() => 0);
	const density: SceneDensity[] = [];
	// Shapes whose middle lies just outside still show their half.
	const margin = ((options.extent.end - options.extent.start) / width) * 12 * sizes.shapeScale;
	const view = { start: options.extent.start - margin, end: options.extent.end + margin };
	const seen: Seen[] = [];
	let chosen = false;
	for (const lane of lanes) {
		const first = packing.firstRow[lane.index] ?? 0;
		for (let row = 0; row < lane.rows && !lane.dense; row++) {
			visitRow(table, packing.placed, packing.ends[first + row]!, packing.ends[first + row + 1]!, view, (index, at) => {
				chosen ||= index === selected;
				seen.push({ index, low: lowOf(table, index), lane: lane.index, row, side: SIDES[packing.sides[at]!] ?? 'later' });
			});
		}
		const counted = { table, packing, lane: lane.index, shown: lane.dense ? 0 : lane.rows };
		hidden[lane.index] = countIn(counted, options.extent);
		if (!lane.dense && lane.stripTop === null) continue;
		const top = lane.dense ? lane.rowsTop : (lane.stripTop ?? lane.rowsTop);
		// Beside a long shelf bars alone take the height of their lane.
		const whole = sizes.headRow > 0 ? lane.rows * sizes.row : lane.height - 2 * sizes.lanePadding;
		const height = lane.dense ? whole : sizes.row;
		const bars = densityOf(counted, scale, width, { top: top + 3, height: height - 3 });
		if (bars.bars.length > 0) density.push(bars);
	}
	if (
		!chosen &&
		selected >= 0 &&
		rowOf(place, selected) !== null &&
		lowOf(table, selected) < view.end &&
		highOf(table, selected) >= view.start
	) {
		const lane = laneOfItem(input, selected);
		seen.push({ index: selected, low: lowOf(table, selected), lane, row: lanes[lane]?.rows ?? 0, side: 'later' });
	}
	// Painted by time, whatever the row.
	seen.sort((a, b) => (a.low < b.low ? -1 : a.low > b.low ? 1 : readingPlace(table, a.index) - readingPlace(table, b.index)));
	const placed: PlacedItem[] = [];
	const context = { scale, width, today: options.today, sizes, selected };
	for (const { index, lane, row, side } of seen) {
		const item = input.item(index);
		const y = rowOf(place, index);
		if (y === null) continue;
		const drawn = drawItem(item, index, y, drafts, context);
		const words = drawn.bracket ? bracketWords(place, item, index, drawn, y) : null;
		if (words) notReported.push(words);
		const runs = runsOf(item, index === selected, drawn.bracket ? (words ? '' : options.texts.notReported) : item.detail);
		placed.push({ item: index, row: lane * 1e6 + row, y, ...drawn, insideFrom: words ? null : drawn.insideFrom, side, runs });
	}
	return { drafts, placed, density, hidden, notReported };
}

interface Seen {
	readonly index: number;
	readonly low: number;
	readonly lane: number;
	readonly row: number;
	readonly side: LabelSide;
}

/** y of an item's row; the selected keeps a place in the strip even where its row is not drawn. */
export function rowOf(place: Placing, index: number): number | null {
	const { input, packing, lanes, sizes, selected } = place;
	const lane = lanes[laneOfItem(input, index)];
	const row = packing.rows[index] ?? NO_ROW;
	if (!lane || Number.isNaN(input.table.earliestStart[index])) return null;
	if (!lane.dense && row < lane.rows) return rowMiddle(lane, row, sizes);
	if (index !== selected) return null;
	return lane.dense ? rowMiddle(lane, 0, sizes) : (lane.stripTop ?? lane.rowsTop) + sizes.row / 2;
}

function runsOf(item: Item, selected: boolean, detail: string): SceneRun[] {
	const runs: SceneRun[] = item.name === '' ? [] : [{ text: item.name, weight: 600, ink: selected ? 'accent' : 'ink' }];
	if (detail !== '') runs.push({ text: detail, weight: 400, ink: 'ink-2' });
	return runs;
}

/** "Not reported" in the middle of a bracket that has room for it, but not for the name as well. */
function bracketWords(place: Placing, item: Item, index: number, drawn: Drawn, y: number): SceneText | null {
	const { options, width, sizes, measure } = place;
	if (!drawn.span) return null;
	const left = Math.max(0, drawn.span.left);
	const right = Math.min(width, drawn.span.right);
	const words = options.texts.notReported;
	const own = measure(words, sizes.label, 400);
	const both = own + measure(item.name, sizes.label, 600) + sizes.label / 2;
	if (right - left < own + 14 || right - left >= both + 40) return null;
	return {
		x: { f: (left + right) / 2 / width, dx: 0 },
		y: y + sizes.label * 0.35,
		anchor: 'middle',
		size: sizes.label,
		runs: [{ text: words, weight: 400, ink: 'ink-3' }],
		language: place.language,
		halo: true,
		ground: false,
		width: own,
		item: null
	};
}
