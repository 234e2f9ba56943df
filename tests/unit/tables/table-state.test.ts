import { describe, expect, test } from 'vitest';
import { orderRows } from '#lib/columns/order.ts';
import { columnsOf, shownColumns } from '#lib/tables/columns/columns-of.ts';
import { createTableState } from '#lib/tables/table-state.svelte.ts';
import type { SortKey } from '#lib/view/view-state.ts';
import { deskOf } from './desk.ts';

const up = (column: string): SortKey => ({ column, descending: false });
const down = (column: string): SortKey => ({ column, descending: true });

/** A view of two fields, with the table's wishes carried out at once. */
function setUp(sort: readonly SortKey[] = [], cols: readonly string[] | null = null) {
	const view = { sort, cols };
	const state = createTableState({
		table: 'agreements',
		sort: () => view.sort,
		cols: () => view.cols,
		onsort: (keys) => (view.sort = keys),
		oncols: (ids) => (view.cols = ids)
	});
	return { view, state };
}

describe('table state', () => {
	test('a click sorts, turns round and lets go', () => {
		const { view, state } = setUp();
		const seen = [0, 1, 2].map(() => (state.toggleSort('title', false), view.sort));
		expect(seen).toEqual([[up('title')], [down('title')], []]);
	});
	test('a date is first sorted from the latest', () => {
		const { view, state } = setUp();
		state.toggleSort('date', false);
		expect(view.sort).toEqual([down('date')]);
	});
	test('a shift-click adds a key after the others and turns only its own', () => {
		const { view, state } = setUp([down('date')]);
		state.toggleSort('title', true);
		expect(view.sort).toEqual([down('date'), up('title')]);
		state.toggleSort('title', true);
		expect(view.sort).toEqual([down('date'), down('title')]);
		expect(state.sortOf('title')).toEqual({ direction: 'descending', place: 2, edge: null });
		expect(state.sortOf('stage')).toEqual({ direction: null, place: 0, edge: null });
	});
	test('a plain click drops the other keys', () => {
		const { view, state } = setUp([down('date'), up('title')]);
		state.toggleSort('stage', false);
		expect(view.sort).toEqual([up('stage')]);
	});
	test('the next order can be asked for without wishing it', () => {
		const { view, state } = setUp([down('date')]);
		expect(state.sortAfter('title')).toEqual([up('title')]);
		expect(view.sort).toEqual([down('date')]);
	});
	test('columns follow the view, in its order; the title always stands', () => {
		const { view, state } = setUp([], ['date', 'nonsense', 'stage', 'date']);
		expect(state.columns.map(({ id }) => id)).toEqual(['title', 'date', 'stage']);
		state.toggleColumn('kind');
		expect(view.cols).toEqual(['title', 'date', 'stage', 'kind']);
		state.moveColumn('kind', -1);
		expect(view.cols).toEqual(['title', 'date', 'kind', 'stage']);
		state.toggleColumn('date');
		expect(view.cols).toEqual(['title', 'kind', 'stage']);
		state.toggleColumn('title');
		expect(state.columns[0]?.id).toBe('title');
		state.resetColumns();
		expect(view.cols).toBeNull();
	});
	test('what cannot be sorted by is not', () => {
		const { view, state } = setUp();
		state.toggleSort('quantities', false);
		expect(view.sort).toEqual([]);
	});
});

describe('column definitions', () => {
	/** A follow-up's track is that of what it arises from. */
	const origin = (n: string) => ({ id: `origin ${n}`, kind: 'event' as const, track: n });
	const full = (n: string, kind: 'agreement' | 'event' | 'follow-up', status: string, sources: string[]) => ({
		...{ id: n, kind, status, sources, title: { en: n }, place: { en: n }, date: { edtf: `202${n}` }, track: n, topics: [n], actors: [n] },
		arisesFrom: `origin ${n}`,
		subkind: n === '1' ? `${kind}:session` : `${kind}:treaty`
	});
	test.each([
		['agreements', 'agreement', 'agreement:proposed', 'agreement:signed'],
		['events', 'event', 'event:planned', 'event:held'],
		['follow-ups', 'follow-up', 'follow-up:open', 'follow-up:done']
	] as const)('of %s are sortable only by what rows can be ordered by', (table, kind, first, second) => {
		const set = deskOf(full('1', kind, first, ['a']), full('2', kind, second, ['a', 'b']), origin('1'), origin('2'));
		for (const { id, sortable } of columnsOf(table)) {
			const ordered = [up(id), down(id)].map((key) => orderRows(set, Uint32Array.of(0, 1), [key], 'en').join());
			expect(ordered[0] !== ordered[1], id).toBe(sortable);
		}
	});
	test.each(['agreements', 'events', 'follow-ups'] as const)('of %s begin with the title and fill a card', (table) => {
		expect(shownColumns(table, null)[0]?.id).toBe('title');
		expect(
			shownColumns(table, null)
				.flatMap(({ card }) => card ?? [])
				.sort()
		).toEqual(['line', 'name', 'pill']);
	});
});
