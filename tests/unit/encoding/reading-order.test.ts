import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inReadingOrder } from '../../../src/lib/encoding/item-table.ts';

/** Compared two by two: by start, what has none last, then as they are read, then by row. */
function slowOrder(rank: Uint8Array, start: Float64Array): number[] {
	const place = (row: number) => (Number.isNaN(start[row]) ? 1 : 0);
	return [...rank.keys()].sort(
		(a, b) => place(a) - place(b) || (start[a]! < start[b]! ? -1 : start[a]! > start[b]! ? 1 : 0) || rank[a]! - rank[b]! || a - b
	);
}

const day = fc.oneof(
	{ weight: 12, arbitrary: fc.integer({ min: -40, max: 40 }).map((half) => half / 2) },
	{ weight: 1, arbitrary: fc.constantFrom(-Infinity, Infinity, NaN) }
);
const rank = fc.integer({ min: 0, max: 5 });

test.each([
	['days and half days', day],
	[
		'hours among them',
		fc.oneof({ weight: 9, arbitrary: day }, { weight: 1, arbitrary: fc.integer({ min: -99, max: 99 }).map((hour) => hour / 24) })
	]
])('%s stand in the order of their starts, and of one start as they are read', (_, starts) => {
	fc.assert(
		fc.property(fc.array(fc.tuple(starts, rank), { maxLength: 60 }), fc.constantFrom(1, 90), (rows, times) => {
			// Some hundred are sorted by comparing, some thousand by counting.
			const all = Array.from({ length: times }, () => rows).flat();
			const [start, ranks] = [Float64Array.from(all, ([own]) => own), Uint8Array.from(all, ([, own]) => own)];
			expect([...inReadingOrder(ranks, start)]).toEqual(slowOrder(ranks, start));
		}),
		{ seed: 42, numRuns: 150 }
	);
});
