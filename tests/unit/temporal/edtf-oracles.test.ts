import { parse } from '@edtf-ts/core';
import readEdtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';

const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 1000, max: 2999 }).map(String);
const date = fc.oneof(
	year,
	fc.tuple(year, two(1, 13)).map((parts) => parts.join('-')),
	fc.tuple(year, two(1, 13), two(0, 32)).map((parts) => parts.join('-'))
);
const qualified = fc.tuple(date, fc.constantFrom('', '', '~', '?', '%')).map((parts) => parts.join(''));
const text = fc.oneof(
	{ weight: 3, arbitrary: qualified },
	{ weight: 2, arbitrary: fc.tuple(qualified, qualified).map((parts) => parts.join('/')) },
	{ weight: 1, arbitrary: fc.tuple(date, date).map(([a, b]) => `[${a},${b}]`) }
);

test('@edtf-ts/core accepts the same dates, qualifiers, intervals and sets, and gives them the same bounds', () => {
	fc.assert(
		fc.property(text, (edtf) => {
			const ours = parseEdtf(edtf);
			const theirs = parse(edtf);
			// It takes intervals that end before they begin; that they cannot be is ours to say.
			if (!ours.ok && ours.code === 'interval-order') return;
			expect(ours.ok).toBe(theirs.success);
			if (!ours.ok || !theirs.success) return;
			const { earliestStart, latestEnd } = edgesOf(edtf);
			const { min, max } = theirs.value;
			expect([isoOf(earliestStart), isoOf(latestEnd - 1)]).toEqual(
				[min, max].map((each) => new Date(Number(each)).toISOString().slice(0, 10))
			);
		}),
		{ seed: 2, numRuns: 3000 }
	);
});

test('edtf gives single dates the same bounds, but for the days that do not exist, which it rolls over', () => {
	fc.assert(
		fc.property(qualified, (edtf) => {
			const ours = parseEdtf(edtf);
			if (!ours.ok) {
				if (ours.code !== 'day') expect(() => readEdtf(edtf)).toThrow();
				return;
			}
			const { earliestStart, latestEnd } = edgesOf(edtf);
			const { min, max } = readEdtf(edtf);
			expect([isoOf(earliestStart), isoOf(latestEnd - 1)]).toEqual([min, max].map((each) => new Date(each).toISOString().slice(0, 10)));
		}),
		{ seed: 5, numRuns: 1000 }
	);
});
