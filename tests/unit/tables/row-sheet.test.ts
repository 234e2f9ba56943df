import { describe, expect, test } from 'vitest';
import {
	drawnRange,
	heightOf,
	isInSight,
	offsetOf,
	placeAfter,
	placeOf,
	scrollTopFor,
	type Sheet,
	type SheetPlace
} from '#lib/tables/row-sheet.ts';

const short: Sheet = { count: 1000, row: 35, head: 28, view: 400 };
const long: Sheet = { ...short, count: 10_000_000 };
const room = (sheet: Sheet) => sheet.view - sheet.head;
const at = (sheet: Sheet, top: number): SheetPlace => ({ top, offset: offsetOf(sheet, top) });
/** The rows drawn, and how far under the head each stands on the screen. */
function seen(sheet: Sheet, place: SheetPlace) {
	const { first, last } = drawnRange(sheet, place);
	return Array.from({ length: last - first + 1 }, (_, i) => ({ row: first + i, y: placeOf(sheet, place, first + i) - place.top }));
}

describe.each([
	['a thousand rows', short],
	['ten million rows', long]
])('%s', (_, sheet) => {
	const end = scrollTopFor(sheet, Infinity);

	test('the first row stands at the top, the last at the bottom', () => {
		expect(seen(sheet, at(sheet, 0))[0]).toEqual({ row: 0, y: 0 });
		expect(seen(sheet, at(sheet, end)).at(-1)).toEqual({ row: sheet.count - 1, y: room(sheet) - sheet.row });
		expect(end).toBe(heightOf(sheet) - room(sheet));
	});

	test('an offset leads to a place of the scroller and back', () => {
		for (const share of [0, 0.1, 0.5, 0.999, 1]) {
			const offset = share * (sheet.count * sheet.row - room(sheet));
			expect(offsetOf(sheet, scrollTopFor(sheet, offset))).toBeCloseTo(offset, 3);
		}
	});

	test('rows cover the view one under the other, wherever it is, and as many are drawn everywhere', () => {
		for (const share of [0, 0.42, 0.5001, 1]) {
			const rows = seen(sheet, at(sheet, share * end));
			expect(rows.slice(1).every(({ y }, i) => y - (rows[i]?.y ?? 0) === sheet.row)).toBe(true);
			expect(rows[0]?.y).toBeLessThanOrEqual(0);
			expect(rows.at(-1)?.y).toBeGreaterThanOrEqual(room(sheet) - sheet.row);
			expect(rows).toHaveLength(seen(sheet, at(sheet, 0)).length);
		}
	});

	test('no element is higher than a browser takes', () => {
		expect(heightOf(sheet)).toBeLessThan(17_000_000);
		expect(placeOf(sheet, at(sheet, 0), sheet.count - 1)).toBeLessThan(17_000_000);
	});
});

describe('a list longer than the scroller can be', () => {
	const lowest = scrollTopFor(long, Infinity);

	test('a wheel moves the rows as far as it turns, so every row can be reached', () => {
		let place = at(long, lowest / 2);
		const start = place.offset;
		for (let n = 0; n < 50; n++) {
			const next = placeAfter(long, place, place.top + 100);
			expect(next.offset - place.offset).toBeCloseTo(100, 6);
			expect(seen(long, next).map(({ row }) => row)).toContain(Math.floor(next.offset / long.row));
			place = next;
		}
		expect(place.offset - start).toBeCloseTo(5000, 5);
	});

	test('where the scroller is put when it rests, the same rows stand at the same height of the screen', () => {
		const drifted = { top: lowest / 2 + 5000, offset: offsetOf(long, lowest / 2) + 5000 };
		const rested = { top: scrollTopFor(long, drifted.offset), offset: drifted.offset };
		const rounded = (place: SheetPlace) => seen(long, place).map(({ row, y }) => [row, Math.round(y)]);
		expect(rounded(rested)).toEqual(rounded(drifted));
		expect(Math.abs(offsetOf(long, rested.top) - rested.offset)).toBeLessThan(0.01);
	});

	test('the bar leads to its share of the list, and both ends are reached px by px', () => {
		expect(placeAfter(long, at(long, 0), lowest).offset).toBe(long.count * long.row - room(long));
		expect(placeAfter(long, at(long, lowest), 0)).toEqual({ top: 0, offset: 0 });
		expect(offsetOf(long, 12_345)).toBe(12_345);
		expect(offsetOf(long, lowest) - offsetOf(long, lowest - 12_345)).toBeCloseTo(12_345, 6);
	});

	test('when a filter makes it shorter its last rows are shown, and the wheel leads up from there', () => {
		const before = at(long, 7_000_000);
		const now = { ...long, count: 400_000 };
		expect(seen(now, before).length).toBeGreaterThan(now.view / now.row);
		expect(seen(now, before).at(-1)?.row).toBe(now.count - 1);
		const most = offsetOf(now, Infinity);
		expect(placeAfter(now, before, before.top - 100).offset).toBe(most - 100);
	});

	test('no two places of the scroller are in the wrong order', () => {
		const offsets = Array.from({ length: 2001 }, (_, n) => offsetOf(long, (n / 2000) * lowest));
		expect(offsets.every((offset, n) => n === 0 || offset > (offsets[n - 1] ?? 0))).toBe(true);
	});
});

test('a row is in sight where any of it lies in the view, also when the list has become shorter than the reader stands', () => {
	const most = short.count * short.row - room(short);
	for (const offset of [0, 17, 35, 8000, most, most + 5000]) {
		const above = (row: number) => row * short.row - Math.min(offset, most);
		const rows = Array.from({ length: short.count }, (_, row) => row);
		expect(rows.filter((row) => isInSight(short, { top: offset, offset }, row))).toEqual(
			rows.filter((row) => above(row) > -short.row && above(row) < short.view)
		);
	}
});

test('a list shorter than the view is drawn whole', () => {
	expect(seen({ ...short, count: 3 }, { top: 0, offset: 0 })).toEqual([
		{ row: 0, y: 0 },
		{ row: 1, y: 35 },
		{ row: 2, y: 70 }
	]);
	expect(seen({ ...short, count: 0 }, { top: 0, offset: 0 })).toEqual([]);
});
