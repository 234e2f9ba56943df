import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetChoicesOf, withoutFacet } from '#lib/columns/facets.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { contextOf } from '#lib/filter/context.ts';
import { facetOf, KIND_OF_TABLE } from '#lib/filter/facets.ts';
import { factsOf } from '#lib/filter/facts.ts';
import { NO_FILTER, TABLES, type Filter } from '#lib/filter/filter.ts';
import { facetValues, matches } from '#lib/filter/match.ts';
import { RELATIONS } from '#lib/temporal/relation.ts';
import { RUNS, world } from './records.ts';

const asked: fc.Arbitrary<Filter> = fc
	.record({
		relation: fc.constantFrom(...RELATIONS),
		start: fc.integer({ min: 18_900, max: 20_600 }),
		length: fc.integer({ min: 1, max: 700 }),
		possible: fc.boolean(),
		undated: fc.boolean(),
		status: fc.constantFrom([], ['event:held'], ['agreement:signed', 'event:planned']),
		columns: fc.constantFrom<Filter['columns'][]>({}, { 'events.kind': ['event:session', ''] }, { 'agreements.parties': ['iran'] })
	})
	.map(({ start, length, ...rest }) => ({ ...NO_FILTER, ...rest, within: { start, end: start + length } }));

test('the values of every column are counted among the rows that the days and the relation asked for keep', () => {
	fc.assert(
		fc.property(world, asked, fc.constantFrom(...TABLES), (records, filter, table) => {
			const set = columnsFromRecords(records, 3);
			const context = contextOf(records);
			const columns = ['kind', 'status', 'track', 'actor', 'topic', 'stage', 'conflict'];
			const choices = facetChoicesOf(set, filter, columns, table);
			for (const column of columns) {
				const facet = facetOf(column)!;
				const slow = new Map<string, number>();
				for (const record of records) {
					if (record.kind !== KIND_OF_TABLE[table] || matches(record, withoutFacet(filter, column, table), context) === 'no') continue;
					for (const value of facetValues(factsOf(record), facet, context)) slow.set(value, (slow.get(value) ?? 0) + 1);
				}
				const fast = new Map(choices.get(column)!.map(({ value, count }) => [value, count]));
				expect(fast, column).toEqual(slow);
			}
		}),
		RUNS
	);
});
