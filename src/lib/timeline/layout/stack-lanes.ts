import type { TimelineInput } from '../items/item.ts';
import type { SceneLane, SceneSizes } from '../scene.ts';
import { MOST_OPEN_ROWS, rowsOf, type Packing } from './packing.ts';

export interface StackOptions {
	readonly sizes: SceneSizes;
	readonly compact: boolean;
	/** Rows a lane shows at most. */
	readonly maxRows: number;
	/** Height there is for axis and lanes together, px. */
	readonly maxHeight: number;
	readonly openLanes: ReadonlySet<string>;
}

/** A lane's vertical place, and which of its undated items have a row. */
export interface StackedLane extends SceneLane {
	/** Undated items in the order they stand: as given, but each right after the one it is known to follow. */
	readonly undatedItems: readonly number[];
	/** How many of them have a row; the rest is named "+n" in the last one. */
	readonly undatedRows: number;
	/** y of the first undated row's top. */
	readonly undatedTop: number;
}

/** Density bars take so many rows. */
const DENSE_ROWS = 3;
/** Undated rows of a lane in a narrow plot, the one that counts the rest among them. */
const MOST_BETWEEN = 8;
/** A head has two lines of words. */
const HEAD_ROWS = 2;
const NOTHING = { open: false, dense: false, dated: 0, loose: false, undated: [] };

/** Height axis and lanes would take with every row and every undated item in sight, px. */
export function wholeHeight(input: TimelineInput, packing: Packing, sizes: SceneSizes): number {
	return stackLanes(input, packing, { sizes, compact: false, maxRows: Infinity, maxHeight: Infinity, openLanes: new Set() }).height;
}

/** Stacks the lanes under the axis. Where they are higher than there is room, the tallest give way first. */
export function stackLanes(input: TimelineInput, packing: Packing, options: StackOptions): { lanes: StackedLane[]; height: number } {
	const { sizes, compact, openLanes } = options;
	const undated = input.undated();
	const wanted = input.lanes.map((lane, index) => {
		const open = openLanes.has(lane.key);
		const dense = packing.dense[index] === 1;
		const rows = rowsOf(packing, index);
		// What has no row at all is counted in a strip under the rows there are.
		const loose = (packing.looseFirst[index + 1] ?? 0) > (packing.looseFirst[index] ?? 0);
		return { open, dense, dated: dense ? DENSE_ROWS : loose ? rows + 1 : rows, loose, undated: undated[index] ?? [] };
	});
	// Between the lanes of a narrow plot each undated row pushes the next lane down; beside them it costs nothing.
	const shelfRows = (most: number, open: boolean) => (compact && !open ? Math.min(most, MOST_BETWEEN) : most);
	const heightAt = (index: number, cap: number): number => {
		const lane = wanted[index];
		if (!lane) return 0;
		const most = lane.open ? MOST_OPEN_ROWS + 1 : cap;
		const dated = Math.min(lane.dated, Math.max(lane.dense ? HEAD_ROWS : 1, most));
		const shelf = Math.min(lane.undated.length, shelfRows(most, lane.open));
		const rows = compact ? Math.max(dated, 1) + (shelf > 0 ? shelf + CAPTION_SHARE : 0) : Math.max(dated, shelf, HEAD_ROWS);
		return sizes.headRow + rows * sizes.row + 2 * sizes.lanePadding;
	};
	const room = options.maxHeight - sizes.axis;
	const total = (cap: number) => input.lanes.reduce((sum, _, index) => sum + heightAt(index, cap), 0);
	let cap = Math.max(1, Math.min(options.maxRows, Math.max(1, ...wanted.map((lane) => Math.max(lane.dated, lane.undated.length)))));
	while (cap > HEAD_ROWS && total(cap) > room) cap--;

	let top = sizes.axis;
	const lanes = input.lanes.map((lane, index): StackedLane => {
		const { open, dense, dated, loose, undated: items } = wanted[index] ?? NOTHING;
		const height = heightAt(index, cap);
		const most = open ? MOST_OPEN_ROWS + 1 : cap;
		const rowsTop = top + sizes.headRow + sizes.lanePadding;
		const shown = Math.min(dated, Math.max(dense ? HEAD_ROWS : 1, most));
		const strip = !dense && (dated > shown || loose);
		const rows = strip ? shown - 1 : shown;
		const places = Math.min(items.length, shelfRows(most, open));
		const stacked = {
			index,
			key: lane.key,
			top,
			height,
			rowsTop,
			rows,
			rowsNeeded: rowsOf(packing, index),
			hidden: 0,
			undated: items.length,
			stripTop: strip ? rowsTop + rows * sizes.row : null,
			dense,
			undatedItems: items,
			undatedRows: places < items.length ? Math.max(0, places - 1) : places,
			undatedTop: compact ? rowsTop + (Math.max(shown, 1) + CAPTION_SHARE) * sizes.row : rowsTop
		};
		top += height;
		return stacked;
	});
	return { lanes, height: top };
}

/** The caption over undated rows inside the plot, as a share of a row. */
export const CAPTION_SHARE = 0.75;

/** y of a row's middle. */
export function rowMiddle(lane: SceneLane, row: number, sizes: SceneSizes): number {
	return lane.rowsTop + (row + 0.5) * sizes.row;
}
