import { expect, test } from 'vitest';
import type { Item } from '#lib/timeline/items/item.ts';
import { fitStage } from '#lib/timeline/layout/fit-stage.ts';
import { packingFor } from '#lib/timeline/layout/layout.ts';
import { packRows } from '#lib/timeline/layout/pack-rows.ts';
import { CLOSENESS, stageSizes } from '#lib/timeline/layout/sizes.ts';
import { stackLanes } from '#lib/timeline/layout/stack-lanes.ts';
import { plotWidthOf } from '#lib/timeline/layout/plot-width.ts';
import { desk, item } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const lanes = desk.lanes.slice(0, 1);
/** So many items on one day: each wants a row of its own. */
const atOnce = (count: number) =>
	inputOf(
		Array.from({ length: count }, (_, index): Item =>
			item({ id: `i${index}`, lane: 0, edges: { earliestStart: 100, latestStart: 100, earliestEnd: 101, latestEnd: 101 } })
		),
		lanes
	);
const room = { extent: { start: 0, end: 200 }, width: 1168, height: 470, scale: 1 };

test('few rows stand as wide apart as the stage allows', () => {
	const { sizes, whole } = fitStage(atOnce(3), room);
	expect([sizes, whole]).toEqual([stageSizes(1, false), true]);
});

test('of more rows as many as there are stand in the room there is, in the largest sizes that allow it', () => {
	for (let count = 1; count <= 14; count++) {
		const input = atOnce(count);
		const { sizes, whole } = fitStage(input, room);
		expect(whole, `${count} rows`).toBe(true);
		const heightAt = (tried: typeof sizes) => {
			const wanted = packingFor(input, {
				extent: room.extent,
				plotWidth: plotWidthOf(room.width, false, tried.shelf),
				sizes: tried,
				compact: false
			});
			const packing = packRows(input, wanted.level, wanted.options);
			return stackLanes(input, packing, { sizes: tried, compact: false, maxRows: Infinity, maxHeight: Infinity, openLanes: new Set() })
				.height;
		};
		expect(heightAt(sizes)).toBeLessThanOrEqual(room.height);
		const larger = CLOSENESS.map((closeness) => stageSizes(1, false, closeness)).filter(({ row }) => row > sizes.row);
		for (const tried of larger) expect(heightAt(tried)).toBeGreaterThan(room.height);
	}
});

test('what has no room even in the closest sizes is said to be left out, and words stay at 13 px or more', () => {
	const { sizes, whole } = fitStage(atOnce(40), room);
	expect(whole).toBe(false);
	expect(Math.min(sizes.label, sizes.axisMonth, sizes.axisYear)).toBeGreaterThanOrEqual(13);
});
