import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitmapOf, countOf, filterMask, maskFromBitmap, rowsOf } from '#lib/columns/mask.ts';
import { GONE } from '#lib/columns/column-set.ts';
import { certaintyCounts } from '#lib/columns/certainty-counts.ts';
import { datedEdges, factsOf } from '#lib/filter/facts.ts';
import { decodeColumns, encodeColumns } from '#lib/columns/binary.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { patchColumns } from '#lib/columns/patch.ts';
import { columnsFromJson, columnsToJson } from '#lib/columns/wire.ts';
import { contextOf } from '#lib/filter/context.ts';
import { KIND_CHOICES, STATUSES } from '#lib/filter/facets.ts';
import { NO_FILTER, TABLES, type Filter } from '#lib/filter/filter.ts';
import { matches } from '#lib/filter/match.ts';
import { narrowedDates } from '#lib/filter/narrowed-dates.ts';
import { partsOf, relateDate } from '#lib/temporal/date-parts.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { RELATIONS, type Relation } from '#lib/temporal/relation.ts';
import { idsOf } from './content.ts';
import { body, RUNS, title, value, WORDS, world, worldInOrder } from './records.ts';

const some = (values: readonly string[], maxLength = 3) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const seldom = (values: readonly string[]) =>
	fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: some(values) });
/** Days at large, and those on which the worlds' dates begin and end, so that borders are met exactly. */
const day = fc.oneof(
	fc.integer({ min: 18_600, max: 20_900 }),
	fc.constantFrom(18_993, 19_723, 20_089, 20_426, 20_427, 20_428, 20_454, 20_513, 20_605, 20_819)
);

const filter: fc.Arbitrary<Filter> = fc.record({
	q: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...WORDS, 'bag', 'aghd', 'a', 'ата') }),
	within: fc.oneof(
		fc.constant(null),
		fc
			.tuple(day, day)
			.filter(([one, other]) => one !== other)
			.map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) })),
		fc.constantFrom({ start: -Infinity, end: 20_000 }, { start: 20_000, end: Infinity })
	),
	relation: fc.constantFrom(...RELATIONS),
	possible: fc.boolean(),
	undated: fc.boolean(),
	tables: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...TABLES]) }),
	kind: seldom(KIND_CHOICES),
	status: seldom(STATUSES),
	track: seldom(['wg', 'relation', '']),
	topic: seldom(['telecom', 'data', 'nowhere']),
	actor: seldom(['iran', 'iraq', 'a-company', '']),
	conflict: fc.boolean().map((only) => only),
	columns: fc.dictionary(
		fc.constantFrom(
			'events.kind',
			'agreements.stage',
			'agreements.parties',
			'follow-ups.status',
			'events.place',
			'events.conflict',
			'agreements.sources',
			'no.such'
		),
		some(['', 'event', 'event:session', 'signed', 'planned:contract', 'iran', 'follow-up:open', 'Baghdad', 'differ', 's-1']),
		{ maxKeys: 2 }
	),
	published: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.constantFrom('2025-12-04', '2026-06-01', '2023-12-31') }
	)
});

const NUMBER = { no: 0, possibly: 1, certainly: 2 };

describe('filterMask', () => {
	test('answers every row as the slow matches does', () => {
		fc.assert(
			fc.property(world, filter, (records, asked) => {
				const set = columnsFromRecords(records, 9);
				const context = contextOf(records);
				const slow = idsOf(set).map(
					(id) =>
						NUMBER[
							matches(
								records.find((record) => record.id === id)!,
								asked,
								context
							)
						]
				);
				expect([...filterMask(set, asked)]).toEqual(slow);
			}),
			{ ...RUNS, numRuns: 1500 }
		);
	});

	test('answers so too where known orders narrow the dates', () => {
		let told = 0;
		fc.assert(
			fc.property(worldInOrder, filter, (records, asked) => {
				const set = columnsFromRecords(records, 9);
				const inTime = records.filter(({ kind }) => kind === 'event' || kind === 'agreement' || kind === 'follow-up');
				const narrowed = narrowedDates(inTime);
				const [stated, context] = [contextOf(records), { ...contextOf(records), narrowed }];
				const slow = idsOf(set).map((id) => records.find((record) => record.id === id)!);
				const answers = slow.map((record) => NUMBER[matches(record, asked, context)]);
				if (slow.some((record, at) => NUMBER[matches(record, asked, stated)] !== answers[at])) told++;
				expect([...filterMask(set, asked)]).toEqual(answers);
				expect([...narrowed.keys()].sort()).toEqual([...set.stated.keys()].map((row) => set.id.at(row)).sort());
			}),
			{ ...RUNS, numRuns: 1500 }
		);
		// Stated dates alone would have answered otherwise.
		expect(told).toBeGreaterThan(20);
	});

	test('says of dates of every form what interval logic says, whatever the relation', () => {
		const two = (of: number) => String(of).padStart(2, '0');
		const point = fc.oneof(
			fc.integer({ min: 2020, max: 2029 }).map(String),
			fc.tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
			fc
				.tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
				.map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`)
		);
		const ordered = fc.tuple(point, point).filter(([a, b]) => edgesOf(a).earliestStart < edgesOf(b).earliestStart);
		const edtf = fc.oneof(
			point,
			point.map((of) => `${of}~`),
			point.map((of) => `${of}/..`),
			point.map((of) => `../${of}`),
			point.map((of) => `${of}/`),
			point.map((of) => `/${of}`),
			ordered.map(([a, b]) => `${a}/${b}`).filter((of) => parseEdtf(of).ok),
			ordered.map(([a, b]) => `[${a},${b}]`),
			ordered.map(([a, b]) => `{${a},${b}}`)
		);
		const bound = fc.oneof(
			{ weight: 1, arbitrary: fc.constantFrom(-Infinity, Infinity) },
			{ weight: 6, arbitrary: point.map((of) => edgesOf(of).latestEnd) }
		);
		const interval = fc
			.tuple(bound, bound)
			.filter(([a, b]) => a !== b)
			.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
		fc.assert(
			fc.property(fc.array(edtf, { minLength: 1, maxLength: 12 }), interval, fc.constantFrom(...RELATIONS), (dates, within, relation) => {
				const records = dates.map((of, at) => body(`e-${two(at)}`, 'event', { date: value({ edtf: of }) }));
				const set = columnsFromRecords(records, 1);
				const slow = dates.map((of) => NUMBER[relateDate(relation, edgesOf(of), partsOf(of), within.start, within.end)]);
				expect([...filterMask(set, { ...NO_FILTER, within, relation })]).toEqual(slow);
			}),
			{ ...RUNS, numRuns: 1500 }
		);
	});

	test('certain, possible and undated rows are counted whether the filter leaves some of them out or not', () => {
		fc.assert(
			fc.property(world, filter, (records, asked) => {
				const set = columnsFromRecords(records, 9);
				const context = contextOf(records);
				const slow = { certainly: 0, possibly: 0, undated: 0 };
				for (const id of idsOf(set)) {
					const record = records.find((candidate) => candidate.id === id)!;
					const answer = matches(record, { ...asked, possible: true, undated: true }, context);
					if (answer === 'no') continue;
					const { date } = factsOf(record);
					slow[datedEdges(date) || (date && partsOf(date.edtf)) ? answer : 'undated']++;
				}
				expect(certaintyCounts(set, asked)).toEqual(slow);
			}),
			RUNS
		);
	});

	test('an answer about a text keeps the rows it finds, of the kinds asked for, never one that is gone or that it does not know', () => {
		const rows = fc.array(fc.record({ kind: fc.constantFrom(0, 1, 2, GONE), hit: fc.integer({ min: 0, max: 1 }) }), { maxLength: 60 });
		fc.assert(
			fc.property(rows, fc.nat(60), fc.subarray([...TABLES]), (rows, known, tables) => {
				const set = { ...columnsFromRecords([], 1), count: rows.length, kind: Uint8Array.from(rows, ({ kind }) => kind) };
				const hits = Uint8Array.from(rows.slice(0, known), ({ hit }) => hit);
				const asked = tables.length === 0 ? ['events', 'agreements', 'follow-ups'] : tables;
				const slow = rows.map(
					({ kind }, row) => row < known && hits[row] === 1 && asked.some((table) => ['events', 'agreements', 'follow-ups'][kind] === table)
				);
				expect([...filterMask(set, { ...NO_FILTER, q: '*', tables }, hits)]).toEqual(slow.map((keeps) => (keeps ? 2 : 0)));
			}),
			{ ...RUNS, numRuns: 500 }
		);
	});

	test('the rows of a mask are those that hold certainly or possibly, in row order', () => {
		expect([...rowsOf(Uint8Array.of(0, 2, 1, 0, 2))]).toEqual([1, 2, 4]);
		expect(countOf(Uint8Array.of(0, 2, 1, 0, 2))).toBe(3);
	});

	test('kept rows come back from their bitmap, bit r of byte r >> 3; rows beyond it are not kept', () => {
		expect([...bitmapOf(Uint8Array.of(0, 2, 1, 0, 0, 0, 0, 2, 1))]).toEqual([0b1000_0110, 1]);
		fc.assert(
			fc.property(fc.uint8Array({ max: 2, maxLength: 40 }), (mask) => {
				expect([...maskFromBitmap(bitmapOf(mask), mask.length + 9)]).toEqual([...mask.map((of) => Math.min(1, of)), ...Array(9).fill(0)]);
			}),
			RUNS
		);
	});
});

describe('matches', () => {
	const held = (id: string, edtf?: string) => body(id, 'event', { title: title({ en: id }), ...(edtf && { date: value({ edtf }) }) });
	const year = { start: 20_454, end: 20_819 }; // 2026
	const context = contextOf([]);

	test('a year asked within itself is certain, a month inside a vaguer date only possible', () => {
		expect(matches(held('x', '2026'), { ...NO_FILTER, within: year }, context)).toBe('certainly');
		expect(matches(held('x', '2026'), { ...NO_FILTER, within: { start: 20_454, end: 20_485 } }, context)).toBe('possibly');
		expect(matches(held('x', '2027'), { ...NO_FILTER, within: year }, context)).toBe('no');
	});

	test('a date told as within a year is possibly, not certainly, over before a day of it, and begun after one', () => {
		const ask = (relation: Relation, edtf: string, day: number) =>
			matches(held('x', edtf), { ...NO_FILTER, relation, within: { start: day, end: day + 1 } }, context);
		const [january, july] = [20_454, 20_635];
		expect(ask('before', '2026', july)).toBe('possibly');
		expect(ask('after', '2026', july)).toBe('possibly');
		expect(ask('by', '2025', january)).toBe('certainly');
		expect(ask('before', '2025', january)).toBe('certainly');
		expect(ask('during', '2026', july)).toBe('possibly');
		expect(ask('after', '2025', july)).toBe('no');
		expect(ask('by', '2025/..', july)).toBe('no');
	});

	test('undated records stay while dates are asked, as possible, unless excluded', () => {
		expect(matches(held('x'), { ...NO_FILTER, within: year, possible: false }, context)).toBe('possibly');
		expect(matches(held('x', 'XXXX'), { ...NO_FILTER, within: year, undated: false }, context)).toBe('no');
	});

	test('what is only possible goes when only certainty is wanted', () => {
		expect(matches(held('x', '2025/2027'), { ...NO_FILTER, within: { start: 20_454, end: 20_485 }, possible: false }, context)).toBe(
			'certainly'
		);
		expect(matches(held('x', '2026'), { ...NO_FILTER, within: { start: 20_454, end: 20_485 }, possible: false }, context)).toBe('no');
	});

	test('a record is found by the name of its actor in another script, and by another spelling', () => {
		const iraq = body('iraq', 'actor', { title: title({ ar: 'العراق' }, ['Irak']) });
		const visit = body('v', 'event', {
			title: title({ en: 'A visit' }),
			participants: { shape: 'list', elements: [{ key: 'iraq · ', claims: [], members: { actor: value('iraq') } }] }
		});
		const all = contextOf([iraq, visit]);
		expect(matches(visit, { ...NO_FILTER, q: 'العراق visit' }, all)).toBe('certainly');
		expect(matches(visit, { ...NO_FILTER, q: 'irak' }, all)).toBe('certainly');
		expect(matches(visit, { ...NO_FILTER, q: 'iran' }, all)).toBe('no');
	});

	test('a filter on a column of one table asks nothing of other tables', () => {
		expect(matches(held('x'), { ...NO_FILTER, columns: { 'agreements.stage': ['signed'] } }, context)).toBe('certainly');
		expect(matches(held('x'), { ...NO_FILTER, columns: { 'events.place': ['Baghdad'] } }, context)).toBe('no');
		expect(matches(held('x'), { ...NO_FILTER, columns: { 'events.place': [''] } }, context)).toBe('certainly');
	});

	test('published keeps what an outside source had published by the end of that day', () => {
		const source = body('s', 'source', { published: value({ edtf: '2025-12-05' }) });
		const event = body('x', 'event', {}, { sources: ['s'] });
		const all = contextOf([source, event]);
		expect(matches(event, { ...NO_FILTER, published: '2025-12-05' }, all)).toBe('certainly');
		expect(matches(event, { ...NO_FILTER, published: '2025-12-04' }, all)).toBe('no');
		expect(matches(held('y'), { ...NO_FILTER, published: '2025-12-05' }, all)).toBe('no');
	});
});

test('a set is asked by its members, not by the years between them, after a patch and over the wire as well', () => {
	const event = (id: string, edtf: string) => body(id, 'event', { date: value({ edtf }) });
	const records = [event('all', '{2022,2027}'), event('one', '[2022,2027]'), event('open', '[..2022,2024..]'), event('whole', '2022/2027')];
	const set = columnsFromRecords(records, 1);
	const sent = columnsFromJson(columnsToJson(set));
	const bytes = decodeColumns(encodeColumns(set));
	const patched = patchColumns(columnsFromRecords([event('one', '2023'), event('all', '2023')], 1), records, [], 2);
	const narrowed = patchColumns(set, [event('one', '2023')], ['all'], 2);
	for (const each of [set, sent, bytes, patched]) {
		const inYear = (year: number, relation: Relation = 'overlaps') => {
			const within = { start: edgesOf(String(year)).earliestStart, end: edgesOf(String(year)).latestEnd };
			const mask = filterMask(each, { ...NO_FILTER, within, relation });
			return ['all', 'one', 'open', 'whole'].map((id) => mask[each.id.rowOf(id)]);
		};
		expect(inYear(2022)).toEqual([2, 1, 1, 2]);
		expect(inYear(2023)).toEqual([0, 0, 0, 2]);
		expect(inYear(2024)).toEqual([0, 0, 1, 2]);
		expect(inYear(2027)).toEqual([2, 1, 1, 2]);
		expect(inYear(2024, 'before')).toEqual([0, 1, 1, 0]);
	}
	expect([...narrowed.inParts]).toEqual([[set.id.rowOf('open'), '[..2022,2024..]']]);
});

test('a day of an unknown year makes no line of time ten thousand years long, and is possibly where such a day lies', () => {
	const set = columnsFromRecords([body('a', 'event', { date: value({ edtf: 'XXXX-12-21' }) })], 1);
	const days = (edtf: string) => ({ start: edgesOf(edtf).earliestStart, end: edgesOf(edtf).latestEnd });
	expect(set.earliestStart[0]).toBeNaN();
	for (const undated of [true, false]) {
		expect([...filterMask(set, { ...NO_FILTER, within: days('2024'), undated })]).toEqual([1]);
		expect([...filterMask(set, { ...NO_FILTER, within: days('2024-03'), undated })]).toEqual([0]);
	}
	expect([...filterMask(set, { ...NO_FILTER, within: days('2024'), possible: false })]).toEqual([0]);
});
