import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByKey } from '#lib/timeline/items/sort-by-key.ts';

/** So many keys that no comparison sort is taken. */
const MANY = 5000;

const ends = fc.constantFrom(-Infinity, Infinity, NaN, 0, -0);
const keys = {
	'days and half days': fc.oneof({ weight: 30, arbitrary: fc.integer({ min: -60_000, max: 60_000 }).map((n) => n / 2) }, ends),
	'numbers of any kind': fc.oneof({ weight: 30, arbitrary: fc.double({ noNaN: true }) }, ends)
};

for (const [kind, arbitrary] of Object.entries(keys)) {
	test(`${kind} are sorted as by comparing them, equal ones in the order given, NaN last`, () => {
		fc.assert(
			fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 60 }), (few) => {
				const key = Float64Array.from({ length: MANY }, (_, n) => few[n % few.length] ?? 0);
				const order = Uint32Array.from(key, (_, n) => MANY - n);
				const slow = [...key.keys()].sort((a, b) => {
					const [x, y] = [key[a] ?? 0, key[b] ?? 0];
					if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
					return x < y ? -1 : x > y ? 1 : a - b;
				});
				expect([...sortByKey(order, key)]).toEqual(slow.map((place) => MANY - place));
				expect([...sortByKey(order.subarray(0, few.length), key.subarray(0, few.length))]).toEqual(
					slow.filter((place) => place < few.length).map((place) => MANY - place)
				);
			}),
			{ seed: 12, numRuns: 40 }
		);
	});
}
