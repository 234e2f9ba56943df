import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareForSort } from '#lib/temporal/agree.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { orderRows } from '#lib/columns/order.ts';
import { readRow } from '#lib/columns/row.ts';
import { datedEdges } from '#lib/filter/facts.ts';
import { SORT_COLUMNS } from '#lib/filter/sort.ts';
import type { Language } from '#lib/language/locales.ts';
import { body, list, RUNS, title, value, world } from './records.ts';

const all = (set: ColumnSet) => Uint32Array.from({ length: set.count }, (_, row) => row);
const ids = (set: ColumnSet, column: string, descending = false, language: Language = 'en') =>
	[...orderRows(set, all(set), [{ column, descending }], language)].map((row) => set.id.at(row));

describe('orderRows', () => {
	test('dates are ordered as compareForSort says, undated last both ways, ties in the order given', () => {
		fc.assert(
			fc.property(world, fc.boolean(), (records, descending) => {
				const set = columnsFromRecords(records, 1);
				const edges = [...all(set)].map((row) => datedEdges(readRow(set, row).date));
				const slow = [...all(set)].reverse().sort((a, b) => {
					const [x, y] = [edges[a], edges[b]];
					if (!x || !y) return Number(!x) - Number(!y);
					return compareForSort(x, y) * (descending ? -1 : 1);
				});
				expect([...orderRows(set, all(set).reverse(), [{ column: 'date', descending }], 'en')]).toEqual(slow);
			}),
			RUNS
		);
	});

	test('by the latest end, dates that end together are ordered by what else they allow; undated last both ways, ties as given', () => {
		const slowly = (x: Edges, y: Edges) =>
			[
				[x.latestEnd, y.latestEnd],
				[x.earliestEnd, y.earliestEnd],
				[x.earliestStart, y.earliestStart],
				[x.latestStart, y.latestStart]
			].reduce((order, [one = 0, other = 0]) => order || (one < other ? -1 : one > other ? 1 : 0), 0);
		fc.assert(
			fc.property(world, fc.boolean(), fc.boolean(), (records, descending, backwards) => {
				const set = columnsFromRecords(records, 1);
				const rows = backwards ? all(set).reverse() : all(set);
				const edges = [...all(set)].map((row) => datedEdges(readRow(set, row).date));
				const slow = [...rows].sort((a, b) => {
					const [x, y] = [edges[a], edges[b]];
					if (!x || !y) return Number(!x) - Number(!y);
					return slowly(x, y) * (descending ? -1 : 1);
				});
				expect([...orderRows(set, rows, [{ column: 'date.latest', descending }], 'en')]).toEqual(slow);
			}),
			RUNS
		);
	});

	test('a year and a day of it change places between the two edges', () => {
		const at = (id: string, edtf: string) => body(id, 'event', { date: value({ edtf }) });
		const set = columnsFromRecords([at('day', '2026-05-01'), at('year', '2026')], 1);
		expect(ids(set, 'date')).toEqual(['year', 'day']);
		expect(ids(set, 'date.latest')).toEqual(['day', 'year']);
		expect(ids(set, 'due.latest')).toEqual(['day', 'year']);
	});

	test('every column orders all rows, whatever the language, and an unknown one leaves them', () => {
		fc.assert(
			fc.property(
				world,
				fc.constantFrom(...SORT_COLUMNS, 'nothing'),
				fc.constantFrom('en', 'ar', 'fa', 'ru'),
				(records, column, language) => {
					const set = columnsFromRecords(records, 1);
					const rows = [...orderRows(set, all(set), [{ column, descending: false }], language)];
					expect(rows.toSorted((a, b) => a - b)).toEqual([...all(set)]);
					if (column === 'nothing') expect(rows).toEqual([...all(set)]);
				}
			),
			RUNS
		);
	});

	test('titles follow the alphabet of the reader: و before ه in Persian, after it in Arabic', () => {
		const set = columnsFromRecords(
			[body('h', 'event', { title: title({ fa: 'هرات' }) }), body('w', 'event', { title: title({ fa: 'وان' }) })],
			1
		);
		expect(ids(set, 'title', false, 'fa')).toEqual(['w', 'h']);
		expect(ids(set, 'title', false, 'ar')).toEqual(['h', 'w']);
	});

	test('stages run from proposed to ended, planned before reached; what has none comes last both ways', () => {
		const at = (id: string, stage: string, planned = false) => body(id, 'agreement', { stages: list({ stage, planned }) });
		const set = columnsFromRecords([at('1', 'signed'), at('2', 'proposed'), body('3', 'agreement'), at('4', 'signed', true)], 1);
		expect(ids(set, 'stage')).toEqual(['2', '4', '1', '3']);
		expect(ids(set, 'stage', true)).toEqual(['1', '4', '2', '3']);
	});

	test('a second key settles the ties of the first', () => {
		const at = (id: string, status: string, edtf: string) => body(id, 'event', { status: value(status), date: value({ edtf }) });
		const set = columnsFromRecords([at('1', 'held', '2025'), at('2', 'planned', '2026'), at('3', 'held', '2024')], 1);
		const sort = [
			{ column: 'status', descending: false },
			{ column: 'date', descending: false }
		];
		expect([...orderRows(set, all(set), sort, 'en')].map((row) => set.id.at(row))).toEqual(['2', '3', '1']);
	});

	test('parties are ordered by the first one, by name and not by id', () => {
		const with1 = (id: string, actor: string) => body(id, 'agreement', { parties: list({ actor }) });
		const named = (id: string, en: string) => body(id, 'actor', { title: title({ en }) });
		const set = columnsFromRecords([with1('1', 'a'), with1('2', 'b'), named('a', 'Zeta'), named('b', 'Alpha')], 1);
		expect(ids(set, 'parties')).toEqual(['2', '1']);
	});
});
