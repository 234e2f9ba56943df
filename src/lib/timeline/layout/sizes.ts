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
