import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemAt, TOUCH_RADIUS } from '#lib/timeline/interaction/hit-test.ts';
import type { SceneHit } from '#lib/timeline/scene.ts';

function hit(item: number, f: number, y: number, change: Partial<SceneHit> = {}): SceneHit {
	return { item, x: { f, dx: 0 }, y, halfWidth: 6, halfHeight: 6, f0: f, f1: f, label: null, ...change };
}

describe('what a point hits', () => {
	test('a mouse must be on the shape, with three px of grace; a finger within its radius', () => {
		const hits = [hit(4, 0.5, 50)];
		expect(itemAt(hits, 1000, 508, 50, false)).toBe(4);
		expect(itemAt(hits, 1000, 510, 50, false)).toBeNull();
		expect(itemAt(hits, 1000, 506 + TOUCH_RADIUS, 50, true)).toBe(4);
		expect(itemAt(hits, 1000, 507 + TOUCH_RADIUS, 50, true)).toBeNull();
		expect(itemAt(hits, 1000, 500, 57 + TOUCH_RADIUS, true)).toBeNull();
	});

	test('a span is hit over its whole length, a label over its words', () => {
		const span = hit(1, 0.2, 20, { f0: 0.2, f1: 0.8, halfHeight: 8 });
		const named = hit(2, 0.1, 60, { label: { left: { f: 0.1, dx: 14 }, right: { f: 0.1, dx: 90 } } });
		expect(itemAt([span, named], 1000, 790, 20, false)).toBe(1);
		expect(itemAt([span, named], 1000, 810, 20, false)).toBeNull();
		expect(itemAt([span, named], 1000, 185, 60, false)).toBe(2);
		expect(itemAt([span, named], 1000, 195, 60, false)).toBeNull();
	});

	test('a shape wins over a span that runs under it, and a span over words', () => {
		const long = hit(1, 0, 20, { f0: 0, f1: 1 });
		const small = hit(2, 0.5, 20);
		const named = hit(3, 0.45, 20, { label: { left: { f: 0.45, dx: 14 }, right: { f: 0.6, dx: 0 } } });
		expect(itemAt([small, long], 1000, 500, 20, false)).toBe(2);
		expect(itemAt([long, named], 1000, 560, 20, false)).toBe(1);
	});

	test('of two shapes the nearer is hit, of two at one place the one on top', () => {
		expect(itemAt([hit(1, 0.5, 20), hit(2, 0.52, 20)], 1000, 506, 20, true)).toBe(1);
		expect(itemAt([hit(1, 0.5, 20), hit(2, 0.52, 20)], 1000, 512, 20, true)).toBe(2);
		expect(itemAt([hit(1, 0.5, 20), hit(2, 0.5, 20)], 1000, 500, 20, false)).toBe(2);
	});

	test('on the shelf places are px and the width is 0', () => {
		const shelved = hit(7, 0, 40, { x: { f: 0, dx: 24 }, f0: 0, f1: 0, label: { left: { f: 0, dx: 38 }, right: { f: 0, dx: 120 } } });
		expect(itemAt([shelved], 0, 24, 40, false)).toBe(7);
		expect(itemAt([shelved], 0, 100, 40, false)).toBe(7);
		expect(itemAt([shelved], 0, 130, 40, false)).toBeNull();
	});

	test('whoever points at a middle hits that shape or one that lies as near (random scenes)', () => {
		const place = fc.record({ f: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.integer({ min: 0, max: 200 }) });
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), fc.boolean(), (places, coarse) => {
				const hits = places.map(({ f, y }, n) => hit(n, f, y));
				for (const [n, { f, y }] of places.entries()) {
					const found = itemAt(hits, 800, f * 800, y, coarse);
					const other = places[found ?? -1];
					expect(other && Math.hypot((other.f - f) * 800, other.y - y)).toBe(0);
					expect(found).toBeGreaterThanOrEqual(n);
				}
			}),
			{ seed: 11, numRuns: 200 }
		);
	});
});
