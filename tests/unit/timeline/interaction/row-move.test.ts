import { expect, test } from 'vitest';
import { glide } from '#lib/timeline/interaction/glide.ts';
import { movingRows, picturedBefore, rowsDiffer } from '#lib/timeline/interaction/row-move.ts';
import type { Scene } from '#lib/timeline/scene.ts';

/** Only what the move reads; the rest of a scene passes through untouched. */
function sceneOf(ys: Record<number, number>): Scene {
	const marks = Object.entries(ys).map(([item, y]) => ({ item: Number(item), y, x: { f: 0.5, dx: 0 } }));
	const labels = [...marks.map(({ item, y }) => ({ item, y: y + 4 })), { item: null, y: 200 }];
	return { marks, labels, spans: [], ghosts: [], brackets: [], links: [{}], density: [], ring: null } as unknown as Scene;
}

test('rows are the same until an item that is in both pictures has another', () => {
	const places = picturedBefore(sceneOf({ 1: 10, 2: 32 }));
	expect(rowsDiffer(places, sceneOf({ 1: 10, 2: 32 }))).toBe(false);
	expect(rowsDiffer(places, sceneOf({ 1: 10, 3: 54 }))).toBe(false);
	expect(rowsDiffer(places, sceneOf({ 1: 10, 2: 54 }))).toBe(true);
});

test('a move begins at the old rows, ends as the new picture itself, and takes marks and their labels along', () => {
	const from = picturedBefore(sceneOf({ 1: 10, 2: 32 }));
	const to = sceneOf({ 1: 76, 2: 32, 5: 98 });
	const start = movingRows(from, to, 0);
	expect(start.marks.map(({ y }) => y)).toEqual([10, 32, 98]);
	expect(start.labels.map(({ y }) => y)).toEqual([14, 36, 102, 200]);
	const middle = movingRows(from, to, 0.5).marks[0]?.y ?? 0;
	expect(middle).toBeGreaterThan(10);
	expect(middle).toBeLessThan(76);
	expect(movingRows(from, to, 1)).toBe(to);
});

test('a glide begins and ends exactly, and stays between when it only comes nearer', () => {
	const [from, to] = [
		{ start: 0, end: 1000 },
		{ start: 400, end: 500 }
	];
	const at = glide(from, to);
	expect(at(0)).toBe(from);
	expect(at(1)).toBe(to);
	for (const done of [0.1, 0.5, 0.9]) {
		const { start, end } = at(done);
		expect(start).toBeGreaterThanOrEqual(0);
		expect(end).toBeLessThanOrEqual(1000);
		expect(end - start).toBeGreaterThan(100);
	}
});
