import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInOrder } from '#lib/columns/first-in-order.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { kindCounts, rowsOfKind } from '#lib/columns/kind-counts.ts';
import { isSameMask, rowsOf } from '#lib/columns/mask.ts';
import { orderRows } from '#lib/columns/order.ts';
import { NONE, sortByDigits } from '#lib/columns/rank.ts';
import { SORT_COLUMNS } from '#lib/filter/sort.ts';
import { RUNS, world } from './records.ts';

const masks = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 });
const sorts = fc.array(fc.record({ column: fc.constantFrom(...SORT_COLUMNS, 'nonsense'), descending: fc.boolean() }), { maxLength: 3 });

test('the first rows are those the whole order begins with, whatever the keys, the filter and the number', () => {
	fc.assert(
		fc.property(
			world,
			masks,
			sorts,
			fc.integer({ min: 0, max: 2 }),
			fc.integer({ min: 1, max: 12 }),
			(records, kept, sort, kind, count) => {
				const set = columnsFromRecords(records, 1);
				const mask = Uint8Array.from({ length: set.count }, (_, row) => kept[row % kept.length] ?? 0);
				const whole = orderRows(set, rowsOfKind(set, mask, kind), sort, 'en');
				expect([...firstInOrder(set, mask, kind, sort, 'en', count)]).toEqual([...whole.slice(0, count)]);
			}
		),
		RUNS
	);
});

test('few rows of many ranks are ordered as by comparing, those without a rank last and ties as given', () => {
	fc.assert(
		fc.property(
			fc.array(fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: NONE }), { maxLength: 200 }),
			fc.boolean(),
			(values, descending) => {
				const ranks = Uint32Array.from(values);
				const rows = Uint32Array.from(values.keys());
				const slow = [...rows].sort((a, b) => {
					const [x, y] = [ranks[a] ?? NONE, ranks[b] ?? NONE];
					if (x === NONE || y === NONE) return Number(x === NONE) - Number(y === NONE);
					return descending ? y - x : x - y;
				});
				expect([...sortByDigits(rows, ranks, 5_000_001, descending)]).toEqual(slow);
			}
		),
		RUNS
	);
});

test('rows and counts of a mask are those found row by row, wherever the mask lies in memory', () => {
	fc.assert(
		fc.property(world, masks, fc.integer({ min: 0, max: 7 }), (records, kept, shift) => {
			const set = columnsFromRecords(records, 1);
			const mask = new Uint8Array(new ArrayBuffer(set.count + 8), shift, set.count);
			for (let row = 0; row < mask.length; row++) mask[row] = kept[row % kept.length] ?? 0;
			const slow = [...mask.keys()].filter((row) => mask[row] !== 0);
			expect([...rowsOf(mask)]).toEqual(slow);
			expect(kindCounts(set, mask)).toEqual([0, 1, 2].map((kind) => slow.filter((row) => set.kind[row] === kind).length));
			expect(isSameMask(mask, mask.slice())).toBe(true);
			const other = mask.slice();
			if (other.length > 0) other[other.length - 1] = (other.at(-1)! + 1) % 3;
			expect(isSameMask(mask, other)).toBe(other.length === 0);
		}),
		RUNS
	);
});
