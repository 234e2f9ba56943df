import { describe, expect, test } from 'vitest';
import { columnsOf, shownColumns } from '#lib/tables/columns/columns-of.ts';
import { sortAfter, sortByOtherEdge, sortOf } from '#lib/tables/head-sort.ts';
import { edgeOfKey, keyByEdge } from '#lib/filter/sort.ts';
import { sortOfTable } from '#lib/tables/table-rows.ts';
import { createTableState } from '#lib/tables/table-state.svelte.ts';
import type { SortKey, TableName } from '#lib/view/view-state.ts';

const TABLES: readonly TableName[] = ['agreements', 'events', 'follow-ups'];

/** Every order by up to three columns, each in both directions. */
function orders(ids: readonly string[], depth: number): SortKey[][] {
	if (depth === 0) return [[]];
	const shorter = orders(ids, depth - 1);
	const longer = shorter
		.filter((keys) => keys.length === depth - 1)
		.flatMap((keys) =>
			ids
				.filter((id) => !keys.some(({ column }) => column === id))
				.flatMap((column) => [false, true].map((descending) => [...keys, { column, descending }]))
		);
	return [...shorter, ...longer];
}

const withLatest = (keys: readonly SortKey[]): SortKey[] =>
	keys.map((key) => ({ ...key, column: keyByEdge(key.column, edgeOfKey(key.column) ? 'latest' : 'earliest') }));

describe('heads before table-core has come', () => {
	test.each(TABLES)('of %s say and lead to what table-core says, for every order by up to two columns', (table) => {
		const ids = columnsOf(table).map(({ id }) => id);
		let sort: readonly SortKey[] = [];
		const state = createTableState({ table, sort: () => sort, cols: () => null, onsort: () => undefined, oncols: () => undefined });
		for (sort of orders(ids, 2).flatMap((keys) => [keys, withLatest(keys)])) {
			for (const id of ids) {
				expect(sortOf(sort, id), `${JSON.stringify(sort)} ${id}`).toEqual(state.sortOf(id));
				expect(sortAfter(table, sort, id), `${JSON.stringify(sort)} ${id}`).toEqual(state.sortAfter(id));
			}
		}
	});
	test.each([[null], [['date']], [['date!', 'title:300', 'track', 'date']], [['track', 'nonsense', 'sources!:90', 'title!']]])(
		'show the columns table-core shows: %s',
		(cols) => {
			for (const table of TABLES) {
				const state = createTableState({ table, sort: () => [], cols: () => cols, onsort: () => undefined, oncols: () => undefined });
				expect(shownColumns(table, cols)).toEqual(state.columns);
			}
		}
	);
});

describe('the edge a date is ordered by', () => {
	const by = (column: string, descending = false): SortKey => ({ column, descending });

	test('is said of a column of dates that is sorted by, and of no other', () => {
		expect(sortOf([by('date')], 'date').edge).toBe('earliest');
		expect(sortOf([by('date.latest', true)], 'date')).toEqual({ direction: 'descending', place: 1, edge: 'latest' });
		expect(sortOf([by('title')], 'title').edge).toBeNull();
		expect(sortOf([by('title')], 'date').edge).toBeNull();
	});

	test('stays when the order is turned round, and is changed without turning it', () => {
		expect(sortAfter('events', [by('date.latest', true)], 'date')).toEqual([by('date.latest')]);
		expect(sortByOtherEdge([by('title'), by('date', true)], 'date')).toEqual([by('title'), by('date.latest', true)]);
		expect(sortByOtherEdge([by('due.latest')], 'due')).toEqual([by('due')]);
	});

	test('goes along from one table to another; of two edges of one date the first is followed', () => {
		expect(sortOfTable('follow-ups', [by('date.latest', true), by('title')])).toEqual([by('due.latest', true), by('title')]);
		expect(sortOfTable('events', [by('due.latest')])).toEqual([by('date.latest')]);
		expect(sortOfTable('events', [by('date.latest'), by('date', true)])).toEqual([by('date.latest')]);
	});
});
