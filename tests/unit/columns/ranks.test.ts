import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumnsBuilder } from '#lib/columns/build.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { groupRows } from '#lib/columns/groups.ts';
import { orderRows } from '#lib/columns/order.ts';
import { missingRanks, provideRanks, ranksOf, textRanks } from '#lib/columns/ranks.ts';
import { titleRanks } from '#lib/columns/title-ranks.ts';
import { createWordsCache, wordsFromJson, wordsOfRecord, wordsToJson } from '#lib/columns/words.ts';
import { contextOf } from '#lib/filter/context.ts';
import { FACETS } from '#lib/filter/facets.ts';
import { factsOf } from '#lib/filter/facts.ts';
import { facetValues } from '#lib/filter/match.ts';
import { SORT_COLUMNS } from '#lib/filter/sort.ts';
import type { Language } from '#lib/language/locales.ts';
import { compareForSort } from '#lib/temporal/agree.ts';
import { datedEdges } from '#lib/filter/facts.ts';
import { allRows, idsOf } from './content.ts';
import { body, list, RUNS, title, value, WORDS, world } from './records.ts';

const language = fc.constantFrom<Language>('en', 'ar', 'fa', 'ru');
const NONE = 0xffffffff;

describe('titleRanks', () => {
	const part = fc.constantFrom(
		...WORDS,
		'12',
		'007',
		'7',
		'No. 3',
		'a-b',
		'b',
		'a',
		'ab',
		'!',
		'вода',
		'هرات',
		'وان',
		'中',
		'𠀀',
		'1234567890123'
	);
	const text = fc.dictionary(
		fc.constantFrom('en', 'ar', 'fa', 'ru'),
		fc.array(part, { maxLength: 4 }).map((parts) => parts.join(' ')),
		{ maxKeys: 2 }
	);

	test('rank word by word as whole keys do', () => {
		fc.assert(
			fc.property(fc.array(fc.option(text), { maxLength: 40 }), language, (titles, of) => {
				expect([...titleRanks(titles, of)]).toEqual([...textRanks(titles, of)]);
			}),
			{ ...RUNS, numRuns: 400 }
		);
	});
});

describe('ranks had elsewhere', () => {
	const builder = createColumnsBuilder({ words: 'none' });
	for (const id of ['a', 'b', 'c']) builder.add(body(id, 'event'));
	const set = builder.finish(1);
	const byTitle = [{ column: 'title', descending: false }];

	test('titles are missing until they are provided, for that language; dates until they are worked out', () => {
		expect(missingRanks(set, byTitle, 'en')).toEqual([{ column: 'title', language: 'en' }]);
		expect(missingRanks(set, [{ column: 'kind', descending: false }], 'en')).toEqual([]);
		// Dates can be ranked here, in more time than a frame has.
		expect(missingRanks(set, [{ column: 'due', descending: false }], 'en')).toEqual([{ column: 'date', language: 'en' }]);
		ranksOf(set, 'date', 'fa');
		expect(missingRanks(set, [{ column: 'due', descending: false }], 'en')).toEqual([]);
		expect([...orderRows(set, allRows(set), byTitle, 'en')]).toEqual([0, 1, 2]);
		provideRanks(set, 'title', 'en', Uint32Array.of(1, NONE, 0));
		expect(missingRanks(set, byTitle, 'en')).toEqual([]);
		expect(missingRanks(set, byTitle, 'fa')).toHaveLength(1);
		expect([...orderRows(set, allRows(set), byTitle, 'en')]).toEqual([2, 0, 1]);
		expect([...orderRows(set, allRows(set), [{ column: 'title', descending: true }], 'en')]).toEqual([0, 2, 1]);
	});

	test('a set with all its words misses none, and too few ranks are refused', () => {
		expect(missingRanks(columnsFromRecords([], 1), byTitle, 'en')).toEqual([]);
		expect(() => provideRanks(set, 'title', 'en', Uint32Array.of(1))).toThrow(RangeError);
	});
});

describe('orderRows', () => {
	test('orders any rows by any keys as comparing their ranks would, whole set, part or out of order', () => {
		const key = fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() });
		const keys = fc.array(key, { maxLength: 3 });
		fc.assert(
			fc.property(world, keys, language, fc.infiniteStream(fc.nat()), fc.boolean(), (records, sort, of, chance, reversed) => {
				const set = columnsFromRecords(records, 1);
				const rows = allRows(set).filter(() => chance.next().value! % 3 !== 0);
				if (reversed) rows.reverse();
				const slow = [...rows].sort((a, b) => {
					for (const { column, descending } of sort) {
						const { ranks } = ranksOf(set, column, of)!;
						const [one, other] = [ranks[a]!, ranks[b]!];
						if (one === other) continue;
						if (one === NONE || other === NONE) return one === NONE ? 1 : -1;
						return descending ? other - one : one - other;
					}
					return 0;
				});
				expect([...orderRows(set, rows, sort, of)]).toEqual(slow);
			}),
			{ ...RUNS, numRuns: 400 }
		);
	});

	test('dates of many shapes, with times of day and open ends, stand as compareForSort says', () => {
		const day = fc.integer({ min: 1, max: 9 }).map((of) => `2025-12-0${of}`);
		const edtf = fc.oneof(
			day,
			fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
			day.map((of) => `${of}/..`),
			day.map((of) => `../${of}`),
			day.map((of) => `/${of}`),
			day.map((of) => `${of}T10:30:00Z`),
			fc.constantFrom('2025-12', '2025', '20XX', '-0500', 'XXXX')
		);
		fc.assert(
			fc.property(fc.array(edtf, { maxLength: 60 }), (dates) => {
				const records = dates.map((of, at) => body(`e-${String(at).padStart(3, '0')}`, 'event', { date: value({ edtf: of }) }));
				const set = columnsFromRecords(records, 1);
				const edges = dates.map((of) => datedEdges({ edtf: of }));
				const slow = [...allRows(set)].sort((a, b) => {
					const [x, y] = [edges[a], edges[b]];
					return x && y ? compareForSort(x, y) : Number(!x) - Number(!y);
				});
				expect([...orderRows(set, allRows(set), [{ column: 'date', descending: false }], 'en')]).toEqual(slow);
			}),
			RUNS
		);
	});
});

describe('groupRows', () => {
	test('every row stands once, under a value of its own, in the order given; values in their order, none last', () => {
		fc.assert(
			fc.property(world, fc.constantFrom(...FACETS), language, (records, facet, of) => {
				const set = columnsFromRecords(records, 1);
				const context = contextOf(records);
				const given = allRows(set).reverse();
				const { rows, groups } = groupRows(set, given, facet, of);
				expect([...rows].sort((a, b) => b - a)).toEqual([...given]);
				let next = 0;
				for (const { value: of, start, count } of groups) {
					expect(start).toBe(next);
					const own = [...rows.subarray(start, (next = start + count))];
					expect(own).toEqual([...own].sort((a, b) => b - a));
					for (const row of own)
						expect(facetValues(factsOf(records.find(({ id }) => id === set.id.at(row))!), facet, context)).toContain(of);
				}
				expect(next).toBe(rows.length);
				expect(new Set(groups.map((group) => group.value)).size).toBe(groups.length);
				expect(groups.slice(0, -1).map((group) => group.value)).not.toContain('');
			}),
			RUNS
		);
	});

	test('agreements stand under the furthest stage reached, else planned, stages in their order', () => {
		const at = (id: string, ...stages: Record<string, unknown>[]) => body(id, 'agreement', { stages: list(...stages) });
		const set = columnsFromRecords(
			[
				at('1', { stage: 'signed' }, { stage: 'in force', planned: true }),
				at('2', { stage: 'contract', planned: true }, { stage: 'signed', planned: true }),
				body('3', 'agreement'),
				at('4', { stage: 'proposed' })
			],
			1
		);
		const { rows, groups } = groupRows(set, allRows(set), 'stage', 'en');
		expect(groups.map((group) => group.value)).toEqual(['proposed', 'planned:signed', 'signed', '']);
		expect([...rows].map((row) => idsOf(set)[row])).toEqual(['4', '2', '1', '3']);
	});

	test('groups of names follow the alphabet of the reader, and two of one name stay two', () => {
		const in1 = (id: string, track: string) => body(id, 'event', { track: value(track) });
		const named = (id: string, en: string) => body(id, 'track', { title: title({ en }) });
		const set = columnsFromRecords(
			[in1('1', 'z'), in1('2', 'y'), in1('3', 'x'), named('z', 'Alpha'), named('y', 'Beta'), named('x', 'Alpha')],
			1
		);
		expect(groupRows(set, allRows(set), 'track', 'en').groups.map((group) => group.value)).toEqual(['z', 'x', 'y']);
		expect(groupRows(set, allRows(set), 'nothing', 'en').groups).toEqual([{ value: '', start: 0, count: 3 }]);
	});
});

describe('words', () => {
	const words = (en: string) => wordsOfRecord(body('e', 'event', { title: title({ en }) }));

	test('a cache keeps the rows read last, and says which are missing', () => {
		const cache = createWordsCache(2);
		cache.put(1, words('one'));
		cache.put(2, words('two'));
		expect(cache.of(1)?.title).toEqual({ en: 'one' });
		cache.put(3, words('three'));
		expect(cache.missing([1, 2, 3])).toEqual([2]);
		const other = cache.with(
			new Map([
				[1, null],
				[3, words('drei')]
			])
		);
		expect([other.missing([1, 3]), other.of(3)?.title, cache.of(3)?.title]).toEqual([[1], { en: 'drei' }, { en: 'three' }]);
	});

	test('cross as JSON without what says nothing', () => {
		fc.assert(
			fc.property(world, (records) => {
				for (const record of records) {
					const of = wordsOfRecord(record);
					expect(wordsFromJson(JSON.parse(JSON.stringify(wordsToJson(of))))).toEqual(of);
				}
			}),
			{ ...RUNS, numRuns: 30 }
		);
		expect(wordsToJson(wordsOfRecord(body('e', 'event')))).toEqual({});
	});
});
