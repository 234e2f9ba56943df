import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Certainty, Edges } from '#lib/temporal/edges.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { after, before, during, overlaps } from '#lib/temporal/relation.ts';

/** Every date is within [0, LIMIT); −Infinity and Infinity stand for themselves. */
const LIMIT = 9;

/** The slow twin: every pair of a start and an end in whole days that the edges allow. */
function pairs(edges: Edges): [start: number, end: number][] {
	const days = Array.from({ length: LIMIT + 1 }, (_, day) => day);
	const starts = [-Infinity, ...days].filter((s) =>
		edges.latestStart === -Infinity ? s === -Infinity : Number.isFinite(s) && s >= edges.earliestStart && s < edges.latestStart
	);
	const ends = [...days, Infinity].filter((e) =>
		edges.earliestEnd === Infinity ? e === Infinity : Number.isFinite(e) && e > edges.earliestEnd && e <= edges.latestEnd
	);
	return starts.flatMap((s) => ends.filter((e) => s < e).map((e): [number, number] => [s, e]));
}

function verdict(edges: Edges, holds: (start: number, end: number) => boolean): Certainty {
	const results = pairs(edges).map(([start, end]) => holds(start, end));
	return results.every(Boolean) ? 'certainly' : results.some(Boolean) ? 'possibly' : 'no';
}

const span = fc
	.tuple(fc.integer({ min: 1, max: LIMIT - 2 }), fc.integer({ min: 1, max: 4 }))
	.map(([start, length]): [number, number] => [start, Math.min(start + length, LIMIT - 1)]);

const within = span.map(([start, end]): Edges => ({ earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: end }));
const lasted = fc
	.tuple(span, span)
	.filter(([a, b]) => a[0] < b[1])
	.map(([a, b]): Edges => ({ earliestStart: a[0], latestStart: Math.min(a[1], b[1]), earliestEnd: Math.max(b[0], a[0]), latestEnd: b[1] }));
const openEnd = span.map(([start, end]): Edges => ({ earliestStart: start, latestStart: end, earliestEnd: Infinity, latestEnd: Infinity }));
const openStart = span.map(([start, end]): Edges => ({
	earliestStart: -Infinity,
	latestStart: -Infinity,
	earliestEnd: start,
	latestEnd: end
}));
const anyEdges = fc.oneof(within, lasted, openEnd, openStart);
const options = { seed: 4, numRuns: 4000 };

test('overlaps says what the slow twin says', () => {
	fc.assert(
		fc.property(anyEdges, span, (edges, [start, end]) => {
			expect(overlaps(edges, start, end)).toBe(verdict(edges, (s, e) => s < end && e > start));
		}),
		options
	);
});

test('before and after say what the slow twin says', () => {
	fc.assert(
		fc.property(anyEdges, fc.integer({ min: 1, max: LIMIT - 1 }), (edges, moment) => {
			expect(before(edges, moment)).toBe(verdict(edges, (_, e) => e <= moment));
			expect(after(edges, moment)).toBe(verdict(edges, (s) => s >= moment));
		}),
		options
	);
});

test('during says what the slow twin says', () => {
	fc.assert(
		fc.property(anyEdges, span, (edges, [start, end]) => {
			expect(during(edges, start, end)).toBe(verdict(edges, (s, e) => s >= start && e <= end));
		}),
		options
	);
});

test('a date known to the year is possibly, not certainly, in a month of it', () => {
	const [from, to] = [dayOf(2026, 3, 1), dayOf(2026, 4, 1)];
	expect(overlaps(edgesOf('2026'), from, to)).toBe('possibly');
	expect(overlaps(edgesOf('2026-03-15'), from, to)).toBe('certainly');
	expect(overlaps(edgesOf('2025'), from, to)).toBe('no');
	expect(overlaps(edgesOf('2025/2027'), from, to)).toBe('certainly');
	expect(overlaps(edgesOf('2025/..'), from, to)).toBe('certainly');
	expect(overlaps(edgesOf('2025/'), from, to)).toBe('possibly');
	expect(overlaps(edgesOf('XXXX'), from, to)).toBe('possibly');
	expect(before(edgesOf('2025'), from)).toBe('certainly');
	expect(after(edgesOf('2025/..'), from)).toBe('no');
});
