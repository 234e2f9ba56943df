import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brushAt, brushed } from '#lib/timeline/interaction/brush.ts';

const domain = { start: 0, end: 1000 };
const view = { start: 400, end: 600 };

describe('what a hand is on', () => {
	test('near an end its handle, between them the window, elsewhere nothing yet', () => {
		expect(brushAt(view, 395, 10)).toBe('start');
		expect(brushAt(view, 608, 10)).toBe('end');
		expect(brushAt(view, 500, 10)).toBe('window');
		expect(brushAt(view, 200, 10)).toBe('outside');
	});

	test('a narrow window can still be moved: handles leave its middle free', () => {
		expect(brushAt({ start: 500, end: 506 }, 503, 10)).toBe('window');
		expect(brushAt({ start: 500, end: 506 }, 497, 10)).toBe('start');
	});
});

describe('dragging', () => {
	test('the window moves whole and stops at the ends', () => {
		expect(brushed('window', view, 500, 550, domain, 1)).toEqual({ start: 450, end: 650 });
		expect(brushed('window', view, 500, -900, domain, 1)).toEqual({ start: 0, end: 200 });
		expect(brushed('window', view, 500, 2000, domain, 1)).toEqual({ start: 800, end: 1000 });
	});

	test('a handle may pass the other: the ends are sorted', () => {
		expect(brushed('start', view, 400, 700, domain, 1)).toEqual({ start: 600, end: 700 });
		expect(brushed('end', view, 600, 300, domain, 1)).toEqual({ start: 300, end: 400 });
	});

	test('elsewhere a new extent is drawn, in either direction', () => {
		expect(brushed('outside', view, 100, 250, domain, 1)).toEqual({ start: 100, end: 250 });
		expect(brushed('outside', view, 250, 100, domain, 1)).toEqual({ start: 100, end: 250 });
	});

	test('moving one handle leaves the other end, even where it lies outside of the overview', () => {
		expect(brushed('start', { start: 400, end: 1200 }, 400, 300, domain, 1)).toEqual({ start: 300, end: 1200 });
	});

	test('nothing gets narrower than the least, nor turns round (random drags)', () => {
		const day = fc.integer({ min: -200, max: 1200 });
		fc.assert(
			fc.property(fc.constantFrom('start' as const, 'end' as const, 'window' as const, 'outside' as const), day, day, (part, from, to) => {
				const next = brushed(part, view, Math.min(1000, Math.max(0, from)), to, domain, 5);
				expect(next.end - next.start).toBeGreaterThanOrEqual(5);
			}),
			{ seed: 5, numRuns: 300 }
		);
	});
});
