import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ids, idsOf } from '#lib/columns/id-column.ts';
import { allocate, extended } from '#lib/columns/memory.ts';
import { RUNS } from './records.ts';

const none = () => new Ids(allocate(Uint8Array, 0), allocate(Uint32Array, 1));
const all = (ids: Ids) => Array.from({ length: ids.count }, (_, row) => ids.at(row));

describe('Ids', () => {
	test('are found by their rows and rows by their ids, in any script', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 })), (names) => {
				const ids = none().with(names);
				expect(all(ids)).toEqual(names);
				expect(names.map((name) => ids.rowOf(name))).toEqual([...names.keys()]);
				expect(ids.rowOf('\u0000')).toBe(-1);
				expect([ids.at(-1), ids.at(names.length)]).toEqual(['', '']);
			}),
			RUNS
		);
	});

	test('columns made of one column see their own further ids and none of each other', () => {
		const base = none().with(['a', 'b']);
		expect(base.rowOf('b')).toBe(1);
		const one = base.with(['c', 'd']);
		const other = base.with(['d', 'c']);
		expect([all(base), all(one), all(other)]).toEqual([
			['a', 'b'],
			['a', 'b', 'c', 'd'],
			['a', 'b', 'd', 'c']
		]);
		expect([base, one, other].map((ids) => ids.rowOf('c'))).toEqual([-1, 2, 3]);
	});

	test('a column too long to be hashed at once is searched through to its end from the first question on', () => {
		const names = Array.from({ length: 250_000 }, (_, row) => `r-${row}`);
		const ids = none().with(names);
		for (const row of [249_999, 3, 120_000, 249_998, 0]) expect(ids.rowOf(`r-${row}`)).toBe(row);
		expect(ids.rowOf('r-250000')).toBe(-1);
		expect(ids.with(['r-250000']).rowOf('r-250000')).toBe(250_000);
	});

	test('a column of another make is taken over', () => {
		expect(all(idsOf({ at: (row) => `x${row}`, rowOf: () => -1 }, 3))).toEqual(['x0', 'x1', 'x2']);
	});
});

describe('room behind a column', () => {
	test('goes to the first that asks; the next one gets a copy', () => {
		const old = allocate(Int32Array, 2);
		old.set([1, 2]);
		const first = extended(old, 3);
		const second = extended(old, 3);
		first.array[2] = 7;
		second.array[2] = 8;
		expect([first.copied, second.copied]).toEqual([false, true]);
		expect([[...old], [...first.array], [...second.array]]).toEqual([
			[1, 2],
			[1, 2, 7],
			[1, 2, 8]
		]);
	});
});
