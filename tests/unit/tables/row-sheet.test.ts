import { describe, expect, test } from 'vitest';
import { drawnRows as drawnAt, offsetOf, placeAfter, scrollTopFor, type Sheet } from '#lib/tables/row-sheet.ts';

const short: Sheet = { count: 1000, row: 35, head: 28, view: 400 };
const long: Sheet = { ...short, count: 10_000_000 };
const drawnRows = (sheet: Sheet, top: number, keep: number) => drawnAt(sheet, { top, offset: offsetOf(sheet, top) }, keep);
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

describe('a list longer than the scroller can be', () => {
	const lowest = scrollTopFor(long, Infinity);

	test('a wheel moves the rows as far as it turns, so every row can be reached', () => {
		let place = { top: lowest / 2, offset: offsetOf(long, lowest / 2) };
		const start = place.offset;
		for (let n = 0; n < 50; n++) {
			const next = placeAfter(long, place, place.top + 100);
			expect(next.offset - place.offset).toBeCloseTo(100, 6);
			expect(drawnAt(long, next, -1).rows.map(({ index }) => index)).toContain(Math.floor(next.offset / long.row));
			place = next;
		}
		expect(place.offset - start).toBeCloseTo(5000, 5);
	});

	test('where the scroller is put when it rests, the same rows stand at the same height of the screen', () => {
		const drifted = { top: lowest / 2 + 5000, offset: offsetOf(long, lowest / 2) + 5000 };
		const rested = { top: scrollTopFor(long, drifted.offset), offset: drifted.offset };
		const seen = ({ top, offset }: typeof drifted) => {
			const { rows } = drawnAt(long, { top, offset }, -1);
			return rows.map(({ index }, i) => [index, Math.round((rows[0]?.gap ?? 0) + i * long.row - top)]);
		};
		expect(seen(rested)).toEqual(seen(drifted));
		expect(Math.abs(offsetOf(long, rested.top) - rested.offset)).toBeLessThan(0.01);
	});

	test('the bar leads to its share of the list, and both ends are reached px by px', () => {
		expect(placeAfter(long, { top: 0, offset: 0 }, lowest).offset).toBe(long.count * long.row - (long.view - long.head));
		expect(placeAfter(long, { top: lowest, offset: offsetOf(long, lowest) }, 0)).toEqual({ top: 0, offset: 0 });
		expect(offsetOf(long, 12_345)).toBe(12_345);
		expect(offsetOf(long, lowest) - offsetOf(long, lowest - 12_345)).toBeCloseTo(12_345, 6);
	});

	test('when a filter makes it shorter its last rows are shown, and the wheel leads up from there', () => {
		const before = { top: 7_000_000, offset: offsetOf(long, 7_000_000) };
		const now = { ...long, count: 400_000 };
		const shown = drawnAt(now, before, -1).rows;
		expect(shown.length).toBeGreaterThan(now.view / now.row);
		expect(shown.at(-1)?.index).toBe(now.count - 1);
		const most = offsetOf(now, Infinity);
		expect(placeAfter(now, before, before.top - 100).offset).toBe(most - 100);
	});

	test('no two places of the scroller are in the wrong order', () => {
		const offsets = Array.from({ length: 2001 }, (_, n) => offsetOf(long, (n / 2000) * lowest));
		expect(offsets.every((offset, n) => n === 0 || offset > (offsets[n - 1] ?? 0))).toBe(true);
	});
});
