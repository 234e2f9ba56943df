import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Certainty, Edges } from '#lib/temporal/edges.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { after, before, during, overlaps, relate, RELATIONS, type Relation } from '#lib/temporal/relation.ts';

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
const unknownEnd = span.map(([start, end]): Edges => ({ earliestStart: start, latestStart: end, earliestEnd: start, latestEnd: Infinity }));
const unknownStart = span.map(([start, end]): Edges => ({
	earliestStart: -Infinity,
	latestStart: end,
	earliestEnd: start,
	latestEnd: end
}));
const anyEdges = fc.oneof(within, lasted, openEnd, openStart, unknownEnd, unknownStart);

/** What each relation says of one start and one end. */
const HOLDS: Readonly<Record<Relation, (s: number, e: number, start: number, end: number) => boolean>> = {
	overlaps: (s, e, start, end) => s < end && e > start,
	during: (s, e, start, end) => s >= start && e <= end,
	before: (_, e, start) => e <= start,
	after: (s, _e, _start, end) => s >= end,
	by: (_, e, _start, end) => e <= end
};
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

test.each(RELATIONS)('%s says what the slow twin says, of every kind of date with doubt', (relation) => {
	fc.assert(
		fc.property(anyEdges, span, (edges, [start, end]) => {
			expect(relate(relation, edges, start, end)).toBe(verdict(edges, (s, e) => HOLDS[relation](s, e, start, end)));
		}),
		options
	);
});

test.each(RELATIONS)('%s of dates as written says what going through their days says', (relation) => {
	const first = dayOf(2026, 3, 1);
	const written = [
		'2026-03-03',
		'2026-03-02/2026-03-05',
		'[2026-03-02..2026-03-06]',
		'{2026-03-01..2026-03-04}',
		'2026-03-03/..',
		'2026-03-02/'
	];
	for (const edtf of written) {
		const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
		const edges: Edges = {
			earliestStart: earliestStart - first,
			latestStart: latestStart - first,
			earliestEnd: earliestEnd - first,
			latestEnd: latestEnd - first
		};
		for (let start = 0; start < LIMIT - 1; start++) {
			for (let end = start + 1; end < LIMIT; end++) {
				const slow = verdict(edges, (s, e) => HOLDS[relation](s, e, start, end));
				expect(relate(relation, edges, start, end), `${edtf} ${relation} ${start}..${end}`).toBe(slow);
			}
		}
	}
});

test('an interval open to one side is asked as one that reaches as far as any day', () => {
	const march = edgesOf('2026-03');
	const [from, to] = [dayOf(2026, 3, 1), dayOf(2026, 4, 1)];
	expect(relate('overlaps', march, -Infinity, from)).toBe('no');
	expect(relate('overlaps', march, -Infinity, to)).toBe('certainly');
	expect(relate('during', march, from, Infinity)).toBe('certainly');
	expect(relate('before', march, to, Infinity)).toBe('certainly');
	expect(relate('before', march, -Infinity, to)).toBe('no');
	expect(relate('after', march, from, Infinity)).toBe('no');
	expect(relate('by', march, -Infinity, to)).toBe('certainly');
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
