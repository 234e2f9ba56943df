import { describe, expect, test } from 'vitest';
import { drawnRows, offsetOf, scrollTopFor, type Sheet } from '#lib/tables/row-sheet.ts';

const short: Sheet = { count: 1000, row: 35, head: 28, view: 400 };
const long: Sheet = { ...short, count: 10_000_000 };
const bottomOf = (sheet: Sheet, top: number) => {
	const { rows, rest } = drawnRows(sheet, top, -1);
	return rows.reduce((sum, { gap }) => sum + gap + sheet.row, rest);
};

describe.each([
	['a thousand rows', short],
	['ten million rows', long]
])('%s', (_, sheet) => {
	const end = scrollTopFor(sheet, Infinity);

	test('the first row is drawn at the top, the last at the bottom', () => {
		expect(drawnRows(sheet, 0, -1).rows[0]).toEqual({ index: 0, gap: 0 });
		expect(drawnRows(sheet, end, -1).rows.at(-1)?.index).toBe(sheet.count - 1);
	});

	test('an offset leads to a place of the scroller and back', () => {
		for (const share of [0, 0.1, 0.5, 0.999, 1]) {
			const offset = share * (sheet.count * sheet.row - (sheet.view - sheet.head));
			expect(offsetOf(sheet, scrollTopFor(sheet, offset))).toBeCloseTo(offset, 3);
		}
	});

	test('the list is as high wherever it is scrolled to, and never higher than a browser takes', () => {
		for (const share of [0, 0.3, 0.77, 1]) expect(bottomOf(sheet, share * end)).toBeCloseTo(bottomOf(sheet, 0), 3);
		expect(bottomOf(sheet, 0)).toBeLessThan(17_000_000);
	});

	test('rows cover the view without a gap between them', () => {
		for (const share of [0, 0.42, 1]) {
			const top = share * end;
			const { rows } = drawnRows(sheet, top, -1);
			expect(rows.slice(1).every(({ gap }) => gap === 0)).toBe(true);
			const first = rows[0]?.gap ?? 0;
			expect(first).toBeLessThanOrEqual(top);
			expect(first + rows.length * sheet.row).toBeGreaterThanOrEqual(top + sheet.view - sheet.head - 1);
		}
	});

	test('a row with the focus stays in the page far from where it is scrolled to', () => {
		expect(drawnRows(sheet, end, 0).rows[0]?.index).toBe(0);
		expect(drawnRows(sheet, 0, sheet.count - 1).rows.at(-1)?.index).toBe(sheet.count - 1);
		expect(drawnRows(sheet, end / 2, sheet.count).rows.every(({ index }) => index < sheet.count)).toBe(true);
	});
});
