import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareForSort, datesAgree, narrower } from '#lib/temporal/agree.ts';
import { edgesOf, isUndated } from '#lib/temporal/edges-of.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';

const shown = (edtf: string) => {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
	return [earliestStart, latestStart, earliestEnd, latestEnd].map((day) => (Number.isFinite(day) ? isoOf(day) : String(day))).join(' ');
};

describe('edges', () => {
	test('a single date is within its span, an interval lasted', () => {
		expect(shown('2026')).toBe('2026-01-01 2027-01-01 2026-01-01 2027-01-01');
		expect(shown('2025-12-04/2025-12-05')).toBe('2025-12-04 2025-12-05 2025-12-05 2025-12-06');
		expect(shown('2025-06/2025')).toBe('2025-06-01 2025-07-01 2025-06-01 2026-01-01');
		expect(shown('2025/2025-03')).toBe('2025-01-01 2025-04-01 2025-03-01 2025-04-01');
	});

	test('an open end goes on for ever, an unknown one only may', () => {
		expect(shown('2026/..')).toBe('2026-01-01 2027-01-01 Infinity Infinity');
		expect(shown('2026/')).toBe('2026-01-01 2027-01-01 2026-01-01 Infinity');
		expect(shown('../2026')).toBe('-Infinity -Infinity 2026-01-01 2027-01-01');
		expect(shown('/2026')).toBe('-Infinity 2027-01-01 2026-01-01 2027-01-01');
	});

	test('one of a set is within its hull, all of a set lasted from the first to the last', () => {
		expect(shown('[2022,2024]')).toBe('2022-01-01 2025-01-01 2022-01-01 2025-01-01');
		expect(shown('{2022,2024}')).toBe('2022-01-01 2023-01-01 2024-01-01 2025-01-01');
		expect(shown('{2024,2022..2023}')).toBe('2022-01-01 2023-01-01 2024-01-01 2025-01-01');
		expect(shown('[..2022]')).toBe('-Infinity 2023-01-01 -Infinity 2023-01-01');
		expect(shown('{2022..}')).toBe('2022-01-01 2023-01-01 Infinity Infinity');
	});

	test('about widens nothing', () => {
		expect(edgesOf('2025-12~')).toEqual(edgesOf('2025-12'));
	});

	test('undated is infinite on both sides, however it is written', () => {
		for (const edtf of ['XXXX', 'XXXX-XX', 'XXXX-XX-XX']) expect(isUndated(edgesOf(edtf))).toBe(true);
		for (const edtf of ['2026/..', '../2026', 'XXXX-12', '201X']) expect(isUndated(edgesOf(edtf))).toBe(false);
	});

	test('what is not EDTF throws with its code and position', () => {
		expect(() => edgesOf('2025-02-29')).toThrow(/day at 8/);
		expect(() => edgesOf('')).toThrow(RangeError);
	});

	test('the memory is a cache: asking often and for much changes no answer', () => {
		const first = { ...edgesOf('2025-12-05') };
		for (let year = 1; year <= 9999; year += 1) for (const tail of ['', '-06', '-07']) edgesOf(String(year).padStart(4, '0') + tail);
		expect(edgesOf('2025-12-05')).toEqual(first);
	});

	test('edges stay in order for every interval', () => {
		const part = fc
			.tuple(fc.integer({ min: 2020, max: 2022 }), fc.integer({ min: 0, max: 12 }))
			.map(([y, m]) => (m ? `${y}-${String(m).padStart(2, '0')}` : `${y}`));
		fc.assert(
			fc.property(part, part, (a, b) => {
				fc.pre(edgesOf(a).earliestStart < edgesOf(b).latestEnd);
				const edges = edgesOf(`${a}/${b}`);
				expect(edges.earliestStart).toBeLessThan(edges.latestStart);
				expect(edges.latestStart).toBeLessThanOrEqual(edges.latestEnd);
				expect(edges.earliestStart).toBeLessThanOrEqual(edges.earliestEnd);
				expect(edges.earliestEnd).toBeLessThan(edges.latestEnd);
			}),
			{ seed: 3, numRuns: 500 }
		);
	});
});

describe('agreement of dates', () => {
	test.each([
		['2026', '2026-12-05', true],
		['2025-12', '2025-12-04/2025-12-05', true],
		['2025-12-05', '2025-12-05', true],
		['XXXX', '2025-12-05', true],
		['2026/', '2026-03-01/2026-03-02', true],
		['2025-12-05', '2025-12-06', false],
		['2025-12-04/2025-12-05', '2025-12-05', false],
		['2025-12-15/2026-01-15', '2026', false],
		['2026/..', '2026-03-01/2026-03-02', false]
	] as const)('%s and %s: %s', (a, b, agree) => {
		expect(datesAgree(edgesOf(a), edgesOf(b))).toBe(agree);
		expect(datesAgree(edgesOf(b), edgesOf(a))).toBe(agree);
	});

	test('of two that agree the narrower edges are kept, each on its own', () => {
		expect(narrower(edgesOf('2026'), edgesOf('2026-12-05'))).toEqual(edgesOf('2026-12-05'));
		expect(narrower(edgesOf('XXXX'), edgesOf('2026/..'))).toEqual(edgesOf('2026/..'));
	});

	test('lists go by start, the sharper date first, undated last', () => {
		const sorted = ['XXXX', '2026', '2025-12-05', '../2020', '2026-01-01', '2026/..'].toSorted((a, b) =>
			compareForSort(edgesOf(a), edgesOf(b))
		);
		expect(sorted).toEqual(['../2020', '2025-12-05', '2026-01-01', '2026', '2026/..', 'XXXX']);
	});
});
