import {
	columnOrderingFeature,
	columnVisibilityFeature,
	constructTable,
	functionalUpdate,
	rowSortingFeature,
	tableFeatures,
	type Column
} from '@tanstack/table-core';
import type { TableReactivityBindings } from '@tanstack/table-core/reactivity';
import { untrack } from 'svelte';
import type { SortKey, TableName } from '#lib/view/view-state.ts';
import type { ColumnDefinition } from './columns/column-definition.ts';
import { columnsOf, shownColumns } from './columns/columns-of.ts';

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
	readonly columns: readonly ColumnDefinition[];
	/** `descending`, `ascending` or null, and the place (from 1) among several keys. */
	sortOf(id: string): { readonly direction: 'ascending' | 'descending' | null; readonly place: number };
	/** Asks for the next order of a column; `add` keeps the other keys (shift-click). */
	toggleSort(id: string, add: boolean): void;
	/** The keys that `toggleSort` would ask for: a header's address, for a page without scripts. */
	sortAfter(id: string): readonly SortKey[];
	toggleColumn(id: string): void;
	/** Moves a shown column by -1 or +1 places in reading order. */
	moveColumn(id: string, by: -1 | 1): void;
	resetColumns(): void;
}

/**
 * Column and sort state of one table, on table-core. The view owns it (`sort`, `cols` in, wishes out), so this object
 * holds nothing: the address stays its only home.
 */
export function createTableState(options: TableStateOptions): TableState {
	const all = columnsOf(options.table);
	const shown = () => shownColumns(options.table, options.cols());
	let wish: (keys: readonly SortKey[]) => void = options.onsort;
	const table = constructTable({
		features: tableFeatures({ coreReactivityFeature: runeBindings(), rowSortingFeature, columnVisibilityFeature, columnOrderingFeature }),
		data: [] as NoRow[],
		columns: all.map((column) => ({
			id: column.id,
			accessorFn: () => null,
			enableSorting: column.sortable,
			sortDescFirst: column.descendingFirst,
			enableHiding: column.id !== 'title'
		})),
		state: {
			get sorting() {
				return options.sort().map(({ column, descending }) => ({ id: column, desc: descending }));
			},
			get columnVisibility() {
				const ids = shown().map(({ id }) => id);
				return Object.fromEntries(all.map(({ id }) => [id, ids.includes(id)]));
			},
			get columnOrder() {
				return shown().map(({ id }) => id);
			}
		},
		onSortingChange: (updater) => {
			const next = functionalUpdate(updater, table.atoms.sorting.get());
			wish(next.map(({ id, desc }) => ({ column: id, descending: desc })));
		},
		onColumnVisibilityChange: (updater) => {
			const visible = functionalUpdate(updater, table.atoms.columnVisibility.get());
			const kept = table.atoms.columnOrder.get().filter((id) => visible[id]);
			options.oncols([...kept, ...all.map(({ id }) => id).filter((id) => visible[id] && !kept.includes(id))]);
		},
		onColumnOrderChange: (updater) => options.oncols(functionalUpdate(updater, table.atoms.columnOrder.get()))
	});
	const columnOf = (id: string): Column<typeof table.options.features, NoRow> | undefined => table.getColumn(id);

	return {
		get columns() {
			const order = table.atoms.columnOrder.get();
			const visible = table.atoms.columnVisibility.get();
			return order.filter((id) => visible[id]).flatMap((id) => all.find((column) => column.id === id) ?? []);
		},
		sortOf(id) {
			const sorted = columnOf(id)?.getIsSorted() ?? false;
			return {
				direction: sorted ? (sorted === 'desc' ? 'descending' : 'ascending') : null,
				place: (columnOf(id)?.getSortIndex() ?? -1) + 1
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
			table.setColumnOrder((order) => {
				const from = order.indexOf(id);
				const to = from + by;
				return from < 0 || to < 0 || to >= order.length ? order : order.toSpliced(from, 1).toSpliced(to, 0, id);
			});
		},
		resetColumns() {
			options.oncols(null);
		}
	};
}
