import { expect, test } from 'vitest';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import type { Item } from '#lib/timeline/items/item.ts';
import { fillHeight } from '#lib/timeline/layout/fill-height.ts';
import { layoutTimeline } from '#lib/timeline/layout/layout.ts';
import { plotWidthOf } from '#lib/timeline/layout/plot-width.ts';
import { DESK_SIZES } from '#lib/timeline/layout/sizes.ts';
import { englishAxis, englishTexts, item } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const extent = { start: dayOf(2025, 1, 1), end: dayOf(2026, 1, 1) };
const day = dayOf(2025, 6, 1);
const at = { earliestStart: day, latestStart: day, earliestEnd: day + 1, latestEnd: day + 1 };

/** So many lanes with so many items on one day: each wants a row of its own. */
function input(lanes: number, rows: number) {
	const heads = Array.from({ length: lanes }, (_, lane) => ({ key: `${lane}`, name: `Lane ${lane}`, detail: '', language: 'en' }));
	const items = heads.flatMap((_, lane) =>
		Array.from({ length: rows }, (__, row): Item => item({ id: `${lane}-${row}`, lane, edges: at, detail: '' }))
	);
	return inputOf(items, heads);
}

function drawn(of: ReturnType<typeof input>, width: number, height: number) {
	const sizes = fillHeight(of, { extent, width, height }, DESK_SIZES);
	const scene = layoutTimeline(of, {
		...{ extent, sizes, compact: false, plotWidth: plotWidthOf(width, false, sizes.shelf), maxHeight: height },
		...{ direction: 'ltr', today: day, todayLabel: '', selected: null, axisText: englishAxis, texts: englishTexts }
	});
	return { sizes, scene };
}

test('a picture of few rows fills the height it is given, and leaves none of them out', () => {
	for (const height of [297, 350, 468, 526.3]) {
		for (const [lanes, rows] of [
			[1, 1],
			[1, 3],
			[2, 2],
			[3, 3]
		] as const) {
			const { scene } = drawn(input(lanes, rows), 800, height);
			expect(scene.height, `${lanes} × ${rows} in ${height}`).toBeGreaterThan(height - 1);
			expect(scene.height).toBeLessThanOrEqual(height);
			expect(scene.lanes.every((lane) => lane.rows === lane.rowsNeeded)).toBe(true);
			expect(scene.marks).toHaveLength(lanes * rows);
		}
	}
});

test('its words grow, but never over what the heads beside them bear', () => {
	const { sizes } = drawn(input(1, 2), 800, 400);
	expect(sizes.label / DESK_SIZES.label).toBeCloseTo(1.3, 6);
	expect(sizes.bar).toBeLessThan(sizes.row);
});

test('a picture that is higher than its room keeps its sizes', () => {
	expect(drawn(input(3, 12), 800, 300).sizes).toEqual(DESK_SIZES);
});

test('a picture without lanes keeps its sizes', () => {
	expect(drawn(input(0, 0), 800, 300).sizes).toEqual(DESK_SIZES);
});
