import {
	columnOrderingFeature,
	columnPinningFeature,
	columnSizingFeature,
	columnVisibilityFeature,
	constructTable,
	functionalUpdate,
	rowSortingFeature,
	tableFeatures,
	type Column
} from '@tanstack/table-core';
import type { TableReactivityBindings } from '@tanstack/table-core/reactivity';
import { untrack } from 'svelte';
import { columnChoiceText, LEAST_WIDTH, MOST_WIDTH } from '#lib/view/column-choice.ts';
import { columnOfKey, edgeOfKey } from '#lib/filter/sort.ts';
import type { SortKey, TableName } from '#lib/view/view-state.ts';
import { columnsOf, shownColumns, type ShownColumn } from './columns/columns-of.ts';
import type { HeadSort } from './head-sort.ts';

/** No data ever reaches table-core: order, filter and rows are asked of `columns`. */
type NoRow = Record<string, never>;

/** Runes as table-core's signals. Nothing is kept twice: a read-only atom asks anew and so follows what it reads. */
function runeBindings(): TableReactivityBindings {
	const subscription = { unsubscribe: () => undefined };
	return {
		createOptionsStore: false,
		wrapExternalAtoms: false,
		addSubscription: () => undefined,
		batch: (fn) => fn(),
		schedule: (fn) => queueMicrotask(fn),
		untrack,
		createReadonlyAtom: (fn) => ({ get: () => fn(), subscribe: () => subscription }),
		createWritableAtom: <T>(initial: T) => {
			let value = $state.raw(initial);
			return {
				get: () => value,
				set: (next: T | ((previous: T) => T)) => {
					value = functionalUpdate(
						next,
						untrack(() => value)
					);
				},
				subscribe: () => subscription
			};
		}
	};
}

/** The part of a ViewState that a table holds, and the two wishes it may utter. All are read anew at every use. */
export interface TableStateOptions {
	readonly table: TableName;
	readonly sort: () => readonly SortKey[];
	readonly cols: () => readonly string[] | null;
	readonly onsort: (keys: readonly SortKey[]) => void;
	readonly oncols: (ids: readonly string[] | null) => void;
}

export interface TableState {
	/** Columns shown, in order. */
	readonly columns: readonly ShownColumn[];
	sortOf(id: string): HeadSort;
	/** Asks for the next order of a column; `add` keeps the other keys (shift-click). */
	toggleSort(id: string, add: boolean): void;
	/** The keys that `toggleSort` would ask for. */
	sortAfter(id: string): readonly SortKey[];
	toggleColumn(id: string): void;
	/** Moves a shown column by some places in reading order, among the pinned or among the others. */
	moveColumn(id: string, by: number): void;
	/** Gives a column a width, px, as near as widths go; null gives it its share back. */
	resizeColumn(id: string, width: number | null): void;
	/** Keeps a column at the start, or lets it go again. */
	togglePin(id: string): void;
	resetColumns(): void;
}

/**
 * Column and sort state of one table, on table-core. The view owns it (`sort`, `cols` in, wishes out), so this object
 * holds nothing: the address stays its only home. Comes with the first act; until then `shownColumns`, `sortOf` and
 * `sortAfter` of `head-sort.ts` give the same answers.
 */
export function createTableState(options: TableStateOptions): TableState {
	const all = columnsOf(options.table);
	const shown = () => shownColumns(options.table, options.cols());
	/** A column of dates keeps the edge it is ordered by when it is turned round. */
	const keyOf = (id: string) => options.sort().find(({ column }) => columnOfKey(column) === id);
	let wish: (keys: readonly SortKey[]) => void = options.onsort;
	const table = constructTable({
		features: tableFeatures({
			coreReactivityFeature: runeBindings(),
			rowSortingFeature,
			columnVisibilityFeature,
			columnOrderingFeature,
			columnPinningFeature,
			columnSizingFeature
		}),
		data: [] as NoRow[],
		columns: all.map((column) => ({
			id: column.id,
			accessorFn: () => null,
			enableSorting: column.sortable,
			sortDescFirst: column.descendingFirst,
			enableHiding: column.id !== 'title',
			size: column.width,
			minSize: LEAST_WIDTH,
			maxSize: MOST_WIDTH
		})),
		state: {
			get sorting() {
				return options.sort().map(({ column, descending }) => ({ id: columnOfKey(column), desc: descending }));
			},
			get columnVisibility() {
				const ids = shown().map(({ id }) => id);
				return Object.fromEntries(all.map(({ id }) => [id, ids.includes(id)]));
			},
			get columnOrder() {
				return shown().map(({ id }) => id);
			},
			get columnPinning() {
				return { start: shown().flatMap(({ id, pinned }) => (pinned ? [id] : [])), end: [] };
			},
			get columnSizing() {
				return Object.fromEntries(shown().flatMap(({ id, px }) => (px === null ? [] : [[id, px]])));
			}
		},
		onSortingChange: (updater) => {
			const next = functionalUpdate(updater, table.atoms.sorting.get());
			wish(next.map(({ id, desc }) => ({ column: keyOf(id)?.column ?? id, descending: desc })));
		},
		onColumnVisibilityChange: (updater) => {
			const visible = functionalUpdate(updater, table.atoms.columnVisibility.get());
			const kept = table.atoms.columnOrder.get().filter((id) => visible[id]);
			write({ order: [...kept, ...all.map(({ id }) => id).filter((id) => visible[id] && !kept.includes(id))] });
		},
		onColumnOrderChange: (updater) => write({ order: functionalUpdate(updater, table.atoms.columnOrder.get()) }),
		onColumnPinningChange: (updater) => {
			const { start } = functionalUpdate(updater, table.atoms.columnPinning.get());
			const order = table.atoms.columnOrder.get();
			write({ start, order: [...start, ...order.filter((id) => !start.includes(id))] });
		},
		onColumnSizingChange: (updater) => write({ sizes: functionalUpdate(updater, table.atoms.columnSizing.get()) })
	});
	const columnOf = (id: string): Column<typeof table.options.features, NoRow> | undefined => table.getColumn(id);

	/** Wishes the columns as they are but for what changed. */
	function write({
		order = table.atoms.columnOrder.get(),
		start = table.atoms.columnPinning.get().start,
		sizes = table.atoms.columnSizing.get()
	}: {
		readonly order?: readonly string[];
		readonly start?: readonly string[];
		readonly sizes?: Readonly<Record<string, number>>;
	}): void {
		options.oncols(order.map((id) => columnChoiceText({ id, pinned: start.includes(id), width: sizes[id] ?? null })));
	}

	return {
		get columns() {
			const known = shown();
			const order = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()];
			return order.flatMap(({ id }) => known.find((column) => column.id === id) ?? []);
		},
		sortOf(id) {
			const sorted = columnOf(id)?.getIsSorted() ?? false;
			const key = keyOf(id);
			return {
				direction: sorted ? (sorted === 'desc' ? 'descending' : 'ascending') : null,
				place: (columnOf(id)?.getSortIndex() ?? -1) + 1,
				edge: key ? edgeOfKey(key.column) : null
			};
		},
		toggleSort(id, add) {
			if (columnOf(id)?.getCanSort()) columnOf(id)?.toggleSorting(undefined, add);
		},
		sortAfter(id) {
			let keys: readonly SortKey[] = [];
			wish = (next) => (keys = next);
			this.toggleSort(id, false);
			wish = options.onsort;
			return keys;
		},
		toggleColumn(id) {
			columnOf(id)?.toggleVisibility();
		},
		moveColumn(id, by) {
			const { start } = table.atoms.columnPinning.get();
			const order = table.atoms.columnOrder.get();
			const from = order.indexOf(id);
			const [first, last] = start.includes(id) ? [0, start.length - 1] : [start.length, order.length - 1];
			const to = Math.max(first, Math.min(from + by, last));
			if (from >= 0 && to !== from) table.setColumnOrder(order.toSpliced(from, 1).toSpliced(to, 0, id));
		},
		resizeColumn(id, width) {
			table.setColumnSizing((sizes) => {
				const others = Object.entries(sizes).filter(([other]) => other !== id);
				const own = width === null ? [] : [[id, Math.max(LEAST_WIDTH, Math.min(Math.round(width), MOST_WIDTH))] as const];
				return Object.fromEntries([...others, ...own]);
			});
		},
		togglePin(id) {
			columnOf(id)?.pin(columnOf(id)?.getIsPinned() ? false : 'start');
		},
		resetColumns() {
			options.oncols(null);
		}
	};
}
