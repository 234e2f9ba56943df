import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '#lib/timeline/items/item.ts';
import { densityOf } from '#lib/timeline/layout/density.ts';
import { packRows } from '#lib/timeline/layout/pack-rows.ts';
import type { Packing } from '#lib/timeline/layout/packing.ts';
import { rowsAndBars } from '#lib/timeline/layout/rows-and-bars.ts';
import { timeScale } from '#lib/timeline/scale/time-scale.ts';
import { desk, item } from './desk-items.ts';
import { inputOf, type NamedLink, type TestInput } from './input-of.ts';

const lanes = desk.lanes.slice(0, 3);
const SPAN = 9000;

/** A lane has few items or very many: between them a bin more or less may tell whether it is crowded. */
const sizes = fc.constantFrom(0, 1, 12, 30, 2500);

function inputWith(counts: readonly number[], seed: number): TestInput {
	let at = seed;
	const next = (below: number) => (at = (at * 48_271 + 11) % 2_147_483_647) % below;
	const items = counts.flatMap((count, lane) =>
		Array.from({ length: count }, (_, index): Item => {
			const [start, length] = [next(SPAN), 1 + next(40)];
			const edges = { earliestStart: start, latestStart: start + 1, earliestEnd: start + length, latestEnd: start + length + 1 };
			const unknown = next(9);
			return item({
				id: `${lane}-${index}`,
				lane,
				shape: next(2) === 0 ? 'circle' : 'square',
				edges: unknown === 0 ? null : unknown === 1 ? { ...edges, earliestStart: -Infinity } : edges
			});
		})
	);
	const links = items.flatMap((_, index): NamedLink[] =>
		index % 5 === 0 && index > 0 ? [{ from: items[index - 1]!.id, to: items[index]!.id, kind: 'series' }] : []
	);
	return inputOf(
		items,
		lanes,
		links,
		Uint8Array.from(items, () => next(4) && 2)
	);
}

describe('what stands until all rows have come', () => {
	test('rows on lanes that are not crowded are those that come, and crowded lanes have the bars that come', () => {
		fc.assert(
			fc.property(fc.tuple(sizes, sizes, sizes), fc.nat(1_000_000), fc.boolean(), (counts, seed, compact) => {
				const input = inputWith(counts, seed);
				const options = { compact, shapeScale: 1 };
				const [soon, all] = [rowsAndBars(input, 3, options)!, packRows(input, 3, options)];
				const told = ({ rows, firstRow, ends, placed, sides, dense, dated }: Packing) => ({
					...{ rows, firstRow, ends, placed, sides, dense, dated }
				});
				expect(told(soon)).toEqual(told(all));
				const barsOf = (packing: Packing, lane: number) =>
					densityOf({ table: input.table, packing, lane, shown: 0 }, timeScale({ start: 0, end: SPAN }, 'ltr'), 1000, { top: 0, height: 9 })
						.bars;
				for (const lane of [0, 1, 2]) expect(barsOf(soon, lane)).toEqual(barsOf(all, lane));
			}),
			{ seed: 3, numRuns: 60 }
		);
	});

	test('a lane the reader has opened has rows though it is crowded', () => {
		const input = inputWith([2500, 20, 0], 7);
		const options = { compact: false, shapeScale: 1, open: [0] };
		const [soon, all] = [rowsAndBars(input, 3, options)!, packRows(input, 3, options)];
		expect([...soon.dense]).toEqual([0, 0, 0]);
		expect(soon.placed).toEqual(all.placed);
		expect([...soon.looseUpTo]).toEqual([...all.looseUpTo]);
	});

	test('nothing is told where the bins of a long time are coarser than what makes a lane crowded', () => {
		const far = item({ id: 'far', lane: 0, edges: { earliestStart: -9e7, latestStart: -9e7, earliestEnd: -9e7, latestEnd: -9e7 } });
		expect(rowsAndBars(inputOf([...inputWith([30, 0, 0], 1).items, far], lanes), -4, { compact: false, shapeScale: 1 })).toBeNull();
	});
});
