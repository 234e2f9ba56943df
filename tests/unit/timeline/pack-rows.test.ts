import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item, TimelineInput } from '#lib/timeline/items/item.ts';
import { levelOf, packRows, type Packing } from '#lib/timeline/layout/pack-rows.ts';
import { desk, item } from './desk-items.ts';

const options = { compact: false, shapeScale: 1 };

/** A set of items on two lanes, some spans, some of a series. */
const sets = fc
	.array(
		fc.record({
			start: fc.integer({ min: 0, max: 2000 }),
			length: fc.integer({ min: 1, max: 400 }),
			lane: fc.integer({ min: 0, max: 1 }),
			circle: fc.boolean()
		}),
		{
			minLength: 1,
			maxLength: 60
		}
	)
	.map((parts): TimelineInput => {
		const items = parts.map(({ start, length, lane, circle }, index): Item =>
			item({
				id: `i${index}`,
				lane,
				shape: circle ? 'circle' : 'square',
				edges: { earliestStart: start, latestStart: start + length, earliestEnd: start, latestEnd: start + length }
			})
		);
		const links = items.flatMap((_, index) =>
			index % 5 === 0 && index > 0 ? [{ from: `i${index - 1}`, to: `i${index}`, kind: 'series' as const }] : []
		);
		return { items, lanes: desk.lanes.slice(0, 2), links };
	});

/** The obvious first fit: rows tried one by one, every earlier item looked at. */
function slowRows(input: TimelineInput, packing: Packing): number[] {
	const rows = input.items.map(() => -1);
	input.lanes.forEach((_, lane) => {
		const order = input.items.flatMap((each, index) => (each.lane === lane && each.edges ? [index] : []));
		const start = (index: number) => input.items[index]?.edges?.earliestStart ?? 0;
		order.sort((a, b) => start(a) - start(b) || a - b);
		const placed: number[] = [];
		for (const index of order) {
			const free = (row: number) => placed.every((other) => rows[other] !== row || (packing.to[other] ?? 0) <= (packing.from[index] ?? 0));
			const before = input.links.find((link) => link.to === input.items[index]?.id)?.from;
			const previous = input.items.findIndex((each) => each.id === before && each.lane === lane);
			const preferred = previous >= 0 ? (rows[previous] ?? -1) : -1;
			let row = 0;
			while (!free(row)) row++;
			rows[index] = preferred >= 0 && free(preferred) ? preferred : row;
			placed.push(index);
		}
	});
	return rows;
}

describe('packing rows', () => {
	test('no two items of one row overlap, label places included', () => {
		fc.assert(
			fc.property(sets, fc.integer({ min: -6, max: 6 }), fc.boolean(), (input, level, compact) => {
				const packing = packRows(input, level, { compact, shapeScale: 1 });
				input.items.forEach((a, i) =>
					input.items.forEach((b, j) => {
						if (i >= j || a.lane !== b.lane || packing.rows[i] !== packing.rows[j]) return;
						const apart = (packing.to[i] ?? 0) <= (packing.from[j] ?? 0) || (packing.to[j] ?? 0) <= (packing.from[i] ?? 0);
						expect(apart).toBe(true);
					})
				);
			}),
			{ seed: 7, numRuns: 150 }
		);
	});

	test('the tree finds the same rows as trying them one by one', () => {
		fc.assert(
			fc.property(sets, fc.integer({ min: -6, max: 6 }), (input, level) => {
				const packing = packRows(input, level, options);
				expect([...packing.rows]).toEqual(slowRows(input, packing));
			}),
			{ seed: 8, numRuns: 150 }
		);
	});

	test('the same set and level give the very same packing, and a new set its own', () => {
		expect(packRows(desk, 0, options)).toBe(packRows(desk, 0, options));
		expect(packRows({ ...desk }, 0, options)).not.toBe(packRows(desk, 0, options));
	});

	test('a title never moves a mark', () => {
		const renamed = { ...desk, items: desk.items.map((each) => ({ ...each, name: each.name.repeat(9), detail: 'long '.repeat(40) })) };
		expect([...packRows(renamed, 0, options).rows]).toEqual([...packRows(desk, 0, options).rows]);
	});

	test('the next session stands in the row of the one before it', () => {
		const { rows } = packRows(desk, 0, options);
		const row = (id: string) => rows[desk.items.findIndex((each) => each.id === id)];
		expect(row('wg-6')).toBe(row('wg-5'));
		expect(new Set(['wg-5', 'meetings', 'signing', 'memo', 'memoranda', 'ceremony', 'contracts'].map(row)).size).toBe(7);
	});

	test('undated items have no row', () => {
		const { rows } = packRows(desk, 0, options);
		desk.items.forEach((each, index) => expect((rows[index] ?? -1) >= 0).toBe(each.edges !== null));
	});

	test('a level spans one doubling of days per px', () => {
		expect(levelOf(1000, 1000)).toBe(0);
		expect(levelOf(1999, 1000)).toBe(0);
		expect(levelOf(2000, 1000)).toBe(1);
		expect(levelOf(10, 1000)).toBe(-7);
	});
});
