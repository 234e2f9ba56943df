import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { foldOf, namedHits } from '#lib/columns/text-mask.ts';
import { holdsTerm } from '#lib/filter/text-match.ts';
import { RUNS, world } from './records.ts';

test('the names that hold a term are those that hold it one by one, nameless ones among them', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ab'), minLength: 1, maxLength: 3 });
	const name = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
	fc.assert(
		fc.property(world, fc.array(name, { minLength: 1, maxLength: 6 }), word, (records, names, term) => {
			const set = columnsFromRecords(records, 1);
			const ids = names.map((_, at) => `n${at}`);
			const named = {
				...set,
				track: { ...set.track, values: ids },
				names: new Map(ids.map((id, at) => [id, { en: names[at]! }] as const))
			};
			const one = (id: string) => Number(holdsTerm(foldOf(named.names.get(id)), term));
			expect([...namedHits(named, term).tracks.hits]).toEqual(ids.map(one));
		}),
		RUNS
	);
});
