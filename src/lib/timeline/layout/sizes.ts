import type { SceneSizes } from '../scene.ts';

/** Desk sizes (mock, "Space" and "Type"). */
export const DESK_SIZES: SceneSizes = {
	axis: 44,
	row: 22,
	lanePadding: 6,
	headRow: 0,
	shelf: 206,
	label: 12,
	axisYear: 13,
	axisMonth: 11,
	shapeScale: 1,
	bar: 16
};

/** Phone: rows of 31 for the finger, lane heads inside the plot, no shelf. */
export const PHONE_SIZES: SceneSizes = {
	...DESK_SIZES,
	row: 31,
	lanePadding: 0,
	headRow: 31,
	shelf: 0,
	label: 12.5,
	axisYear: 12.5,
	axisMonth: 12.5,
	shapeScale: 1.3,
	bar: 21
};

/** The stage, to be read from the back row; larger screens multiply it. */
const STAGE_SIZES: SceneSizes = {
	axis: 64,
	row: 52,
	lanePadding: 10,
	headRow: 0,
	shelf: 330,
	label: 19,
	axisYear: 20,
	axisMonth: 17,
	shapeScale: 1.9,
	bar: 34
};

/** The shelf of a stage that has nothing undated to show. */
const EMPTY_SHELF = 120;

/** How close a stage stands: its words, and its rows, as shares of the usual. */
export interface Closeness {
	readonly words: number;
	readonly rows: number;
}

/** From the roomiest on. The last still has words of 13 px on 1280 × 720, the least a back row can read. */
export const CLOSENESS: readonly Closeness[] = [
	{ words: 1, rows: 1 },
	{ words: 1, rows: 0.8 },
	{ words: 0.9, rows: 0.7 },
	{ words: 0.8, rows: 0.62 },
	{ words: 0.7, rows: 0.46 }
];

/** Sizes of a stage so many times as large as one of 1280 × 720 px. */
export function stageSizes(scale: number, undated: boolean, { words, rows }: Closeness = { words: 1, rows: 1 }): SceneSizes {
	const row = STAGE_SIZES.row * rows;
	return {
		axis: STAGE_SIZES.axis * words * scale,
		row: row * scale,
		lanePadding: STAGE_SIZES.lanePadding * rows * scale,
		headRow: 0,
		shelf: (undated ? STAGE_SIZES.shelf : EMPTY_SHELF) * words * scale,
		label: STAGE_SIZES.label * words * scale,
		axisYear: STAGE_SIZES.axisYear * words * scale,
		axisMonth: Math.max(13, STAGE_SIZES.axisMonth * words) * scale,
		shapeScale: STAGE_SIZES.shapeScale * words * scale,
		bar: Math.min(STAGE_SIZES.bar, row - 6) * scale
	};
}
