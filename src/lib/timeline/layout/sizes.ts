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

/** Sizes of a stage so many times as large as one of 1280 × 720 px. */
export function stageSizes(scale: number, undated: boolean): SceneSizes {
	return Object.fromEntries(
		Object.entries({ ...STAGE_SIZES, ...(!undated && { shelf: EMPTY_SHELF }) }).map(([name, size]: [string, number]) => [
			name,
			size * scale
		])
	) as unknown as SceneSizes;
}
