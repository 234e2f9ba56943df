import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { densityOf } from '#lib/columns/density.ts';
import { extentOf } from '#lib/columns/extent.ts';
import { facetChoices, facetCounts } from '#lib/columns/facets.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { filterMask } from '#lib/columns/mask.ts';
import { valueOf, valuesOf } from '#lib/columns/row.ts';
import { columnsFromJson, columnsToJson } from '#lib/columns/wire.ts';
import { contextOf } from '#lib/filter/context.ts';
import { FACETS } from '#lib/filter/facets.ts';
import { factsOf } from '#lib/filter/facts.ts';
import { NO_FILTER } from '#lib/filter/filter.ts';
import { facetValues } from '#lib/filter/match.ts';
import { content, idsOf, standing } from './content.ts';
import { body, list, RUNS, title, value, world } from './records.ts';

describe('columnsFromRecords', () => {
	const event = body(
		'e',
		'event',
		{ title: title({ en: 'Session' }), kind: value('session'), status: value('held'), track: value('wg') },
		{ since: 5 }
	);
	const agreement = body(
		'a',
		'agreement',
		{
			title: title({ en: 'Memorandum' }),
			kind: value('memorandum', ['x', 'y']),
			stages: list(
				{ stage: 'contract', planned: true, date: { edtf: '2027' } },
				{ stage: 'signed', date: { edtf: '2025-12-05' }, event: 'e' }
			)
		},
		{ since: 2 }
	);
	const followUp = body('f', 'follow-up', { status: value('open'), due: value({ edtf: '2026' }), arises_from: value('e') }, { since: 9 });
	const set = columnsFromRecords([followUp, event, agreement], 9);

	test('rows are in the order they entered the ledger', () => {
		expect(idsOf(set)).toEqual(['a', 'e', 'f']);
		expect(set.id.rowOf('e')).toBe(1);
		expect(set.id.rowOf('nobody')).toBe(-1);
	});

	test('an agreement is listed under its furthest stage reached, not the one planned', () => {
		expect(valueOf(set.status, 0)).toBe('agreement:signed');
		expect(set.words.of(0)?.date).toEqual({ edtf: '2025-12-05' });
		expect(set.atEvent[0]).toBe(1);
		expect(set.planned[0]).toBe(0);
		expect(valuesOf(set.stages, 0)).toEqual(['planned:contract', 'signed']);
	});

	test('a follow-up takes the track of what it arises from', () => {
		expect(valueOf(set.track, 2)).toBe('wg');
		expect(set.planned[2]).toBe(1);
	});

	test('conflicts are counted with their voices and the first path', () => {
		expect([set.conflicts[0], set.voices[0], set.words.of(0)?.conflictPath]).toEqual([1, 3, 'kind']);
		expect(set.conflicts[1]).toBe(0);
	});

	test('no date is NaN, never a day', () => {
		expect(set.earliestStart[1]).toBeNaN();
		expect(set.earliestStart[2]).toBe(20_454);
	});
});

describe('the wire', () => {
	test('a set comes back whole through JSON, open and unknown edges too', () => {
		fc.assert(
			fc.property(world, (records) => {
				const set = columnsFromRecords(records, 7);
				const back = columnsFromJson(JSON.parse(JSON.stringify(columnsToJson(set))));
				expect(content(back)).toEqual(content(set));
				expect(idsOf(back)).toEqual(idsOf(set));
			}),
			RUNS
		);
	});

	test('a version it does not know is refused', () => {
		expect(() => columnsFromJson({ ...columnsToJson(columnsFromRecords([], 0)), version: 99 })).toThrow(RangeError);
	});
});

describe('facets', () => {
	test('counts are those of asking each record', () => {
		fc.assert(
			fc.property(world, fc.constantFrom(...FACETS), (records, facet) => {
				const set = columnsFromRecords(records, 1);
				const context = contextOf(records);
				const slow = new Map<string, number>();
				for (const record of records.filter(({ id }) => set.id.rowOf(id) >= 0))
					for (const of of facetValues(factsOf(record), facet, context)) slow.set(of, (slow.get(of) ?? 0) + 1);
				const fast = facetCounts(set, new Uint8Array(set.count).fill(2), facet);
				expect(new Map(fast.map((choice) => [choice.value, choice.count]))).toEqual(slow);
				expect(fast.map(({ count }) => count)).toEqual(fast.map(({ count }) => count).sort((a, b) => b - a));
			}),
			RUNS
		);
	});

	const kind = (id: string, of: string, status: string) => body(id, 'event', { kind: value(of), status: value(status) });
	const set = columnsFromRecords([kind('1', 'session', 'held'), kind('2', 'visit', 'held'), kind('3', 'visit', 'planned')], 1);

	test('a facet is counted without its own choice, with all others', () => {
		const filter = { ...NO_FILTER, kind: ['event:session'], status: ['event:held'] };
		expect(facetChoices(set, filter, 'kind')).toEqual([
			{ value: 'event:session', count: 1 },
			{ value: 'event:visit', count: 1 }
		]);
		expect(facetChoices(set, filter, 'status')).toEqual([{ value: 'event:held', count: 1 }]);
	});

	test("a table's column leaves out its own choice, but not the choice made above the table", () => {
		const filter = { ...NO_FILTER, columns: { 'events.kind': ['event:session'] } };
		expect(facetChoices(set, filter, 'kind', 'events')).toHaveLength(2);
		expect(facetChoices(set, { ...filter, kind: ['event:visit'] }, 'kind', 'events')).toEqual([{ value: 'event:visit', count: 2 }]);
		expect(facetChoices(set, filter, 'kind', 'agreements')).toEqual([]);
	});
});

describe('extent and density', () => {
	const dated = (id: string, edtf: string) => body(id, 'event', { date: value({ edtf }) });

	test('the extent is the hull of what is dated; open ends reach nowhere', () => {
		const set = columnsFromRecords([dated('1', '2025-12-05'), dated('2', '2024/..'), dated('3', 'XXXX')], 1);
		expect(extentOf(set)).toEqual({ start: 19_723, end: 20_428 });
		expect(extentOf(set, Uint8Array.of(2, 0, 2))).toEqual({ start: 20_427, end: 20_428 });
		expect(extentOf(columnsFromRecords([], 1))).toBeNull();
	});

	test('density counts, for every part, the rows that may lie in it', () => {
		fc.assert(
			fc.property(
				world,
				fc.integer({ min: 18_000, max: 20_500 }),
				fc.integer({ min: 1, max: 1500 }),
				fc.integer({ min: 1, max: 40 }),
				(records, start, parts, bins) => {
					// Whole-day parts, so that the slow twin's borders are exact.
					const width = Math.max(1, Math.floor(parts / bins));
					const set = columnsFromRecords(records, 1);
					const mask = filterMask(set, NO_FILTER);
					const slow = Array.from({ length: bins }, (_, bin) => {
						const [from, to] = [start + bin * width, start + (bin + 1) * width];
						return standing(set).filter((row) => set.earliestStart[row]! < to && set.latestEnd[row]! > from).length;
					});
					expect([...densityOf(set, { start, end: start + bins * width }, bins, mask)]).toEqual(slow);
				}
			),
			RUNS
		);
	});

	test('density refuses an empty extent', () => {
		expect(() => densityOf(columnsFromRecords([], 1), { start: 1, end: 1 }, 4)).toThrow(RangeError);
	});
});
