import type { Item, TimelineInput } from '../items/item.ts';
import { visibleItems } from '../query/visible-items.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { SceneDensity, SceneRun, SceneSizes, SceneText } from '../scene.ts';
import { densityOf } from './density.ts';
import { drawItem, type Drafts, type Drawn } from './draw-items.ts';
import type { LayoutOptions } from './layout.ts';
import type { Packing } from './pack-rows.ts';
import type { PlacedItem } from './place-labels.ts';
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

/** Draws what is in view row by row; what has no row is counted into bars. */
export function drawRows(place: Placing): DrawnRows {
	const { input, options, scale, width, sizes, packing, lanes, selected } = place;
	const drafts: Drafts = { spans: [], marks: [], ghosts: [], brackets: [] };
	const placed: PlacedItem[] = [];
	const counted: number[][] = lanes.map(() => []);
	const notReported: SceneText[] = [];
	const hidden = lanes.map(() => 0);
	// Shapes whose middle lies just outside still show their half.
	const margin = ((options.extent.end - options.extent.start) / width) * 12 * sizes.shapeScale;
	const view = { start: options.extent.start - margin, end: options.extent.end + margin };
	const context = { scale, width, today: options.today, sizes, selected };
	for (const index of visibleItems(input, view)) {
		const item = input.items[index];
		const lane = item ? lanes[item.lane] : undefined;
		if (!item || !lane) continue;
		const y = rowOf(place, index);
		if (lane.dense || (packing.rows[index] ?? 0) >= lane.rows) {
			counted[lane.index]?.push(index);
			hidden[lane.index] = (hidden[lane.index] ?? 0) + 1;
			if (index !== selected) continue;
		}
		if (y === null) continue;
		const drawn = drawItem(item, index, y, drafts, context);
		const side = packing.sides[index] ?? 'later';
		const inRow = lane.dense ? 0 : Math.min(packing.rows[index] ?? 0, lane.rows);
		const words = drawn.bracket ? bracketWords(place, item, index, drawn, y) : null;
		if (words) notReported.push(words);
		const runs = runsOf(item, index === selected, drawn.bracket ? (words ? '' : options.texts.notReported) : item.detail);
		placed.push({ item: index, row: lane.index * 1e6 + inRow, y, ...drawn, insideFrom: words ? null : drawn.insideFrom, side, runs });
	}
	const density = lanes.flatMap((lane) => {
		const items = counted[lane.index] ?? [];
		if (items.length === 0) return [];
		const top = lane.dense ? lane.rowsTop : (lane.stripTop ?? lane.rowsTop);
		const height = lane.dense ? lane.rows * sizes.row : sizes.row;
		return [densityOf(input, items, lane.index, packing.level, scale, { top: top + 3, height: height - 3 })];
	});
	return { drafts, placed, density, hidden, notReported };
}

/** y of an item's row; the selected keeps a place in the strip even where its row is not drawn. */
export function rowOf(place: Placing, index: number): number | null {
	const { input, packing, lanes, sizes, selected } = place;
	const lane = lanes[input.items[index]?.lane ?? -1];
	const row = packing.rows[index] ?? -1;
	if (!lane || row < 0) return null;
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
