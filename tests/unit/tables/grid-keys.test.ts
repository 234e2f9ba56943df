import { describe, expect, test } from 'vitest';
import { placeAfterKey } from '#lib/tables/grid-keys.ts';

const size = { rows: 100, columns: 6, page: 10 };
const press = (key: string, row: number, column: number, { ctrl = false, rtl = false } = {}) => {
	const place = placeAfterKey({ key, ctrl }, { row, column }, size, rtl);
	return place && [place.row, place.column];
};

describe('grid keys', () => {
	test('left and right are sides of the screen in either direction', () => {
		expect(press('ArrowRight', 3, 2)).toEqual([3, 3]);
		expect(press('ArrowRight', 3, 2, { rtl: true })).toEqual([3, 1]);
		expect(press('ArrowLeft', 3, 2, { rtl: true })).toEqual([3, 3]);
		expect(press('ArrowLeft', 3, 2, { rtl: true, ctrl: true })).toEqual([3, 5]);
	});
	test('up from the first row leads into the head, and no further', () => {
		expect(press('ArrowUp', 0, 2)).toEqual([-1, 2]);
		expect(press('ArrowUp', -1, 2)).toEqual([-1, 2]);
	});
	test('paging stops at the first and last row', () => {
		expect(press('PageUp', 4, 1)).toEqual([0, 1]);
		expect(press('PageUp', -1, 1)).toEqual([-1, 1]);
		expect(press('PageDown', 95, 1)).toEqual([99, 1]);
	});
	test('Home and End go to the ends of the row, with Ctrl of the table', () => {
		expect(press('Home', 5, 3)).toEqual([5, 0]);
		expect(press('End', 5, 3)).toEqual([5, 5]);
		expect(press('Home', 5, 3, { ctrl: true })).toEqual([0, 0]);
		expect(press('End', 5, 3, { ctrl: true })).toEqual([99, 5]);
	});
	test('other keys are not the grid’s', () => {
		expect(press('a', 5, 3)).toBeNull();
		expect(press('Tab', 5, 3)).toBeNull();
	});
	test('an empty table has only its head', () => {
		expect(placeAfterKey({ key: 'End', ctrl: true }, { row: 0, column: 0 }, { ...size, rows: 0 }, false)).toEqual({ row: -1, column: 5 });
	});
});
