import { describe, expect, test } from 'vitest';
import { columnsOf, shownColumns } from '#lib/tables/columns/columns-of.ts';
import { sortAfter, sortOf } from '#lib/tables/head-sort.ts';
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

describe('heads before table-core has come', () => {
	test.each(TABLES)('of %s say and lead to what table-core says, for every order by up to two columns', (table) => {
		const ids = columnsOf(table).map(({ id }) => id);
		let sort: readonly SortKey[] = [];
		const state = createTableState({ table, sort: () => sort, cols: () => null, onsort: () => undefined, oncols: () => undefined });
		for (sort of orders(ids, 2)) {
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
