import { ClientSideRowModelModule, ColumnApiModule, createGrid, ModuleRegistry, QuickFilterModule, RowApiModule } from 'ag-grid-community';
import { show, type PeerEvent } from './contract.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, QuickFilterModule, ColumnApiModule, RowApiModule]);

const ROW = 32;
const collator = new Intl.Collator('en');
const day = (time: number | null) => (time === null ? '' : new Date(time).toISOString().slice(0, 10));

void show((element, { events }) => {
	element.style.blockSize = '640px';
	let ready = false;
	let direction: 'asc' | 'desc' = 'desc';
	const grid = createGrid<PeerEvent>(element, {
		rowData: [...events],
		rowHeight: ROW,
		headerHeight: ROW,
		animateRows: false,
		cacheQuickFilter: true,
		getRowId: ({ data }) => String(data.id),
		columnDefs: [
			{ field: 'title', width: 380, comparator: (a: string, b: string) => collator.compare(a, b) },
			{ field: 'start', width: 120, valueFormatter: ({ value }) => day(value as number) },
			{ field: 'end', width: 120, valueFormatter: ({ value }) => day(value as number | null) },
			{ field: 'track', width: 300 },
			{ field: 'id', width: 90 }
		],
		onFirstDataRendered: () => (ready = true)
	});
	return {
		painted: () => ready && element.querySelector('.ag-row') !== null,
		sort(column) {
			direction = direction === 'asc' ? 'desc' : 'asc';
			grid.applyColumnState({ state: [{ colId: column, sort: direction }], defaultState: { sort: null } });
		},
		filter: (text) => grid.setGridOption('quickFilterText', text),
		firstRow: () => String(grid.getDisplayedRowAtIndex(0)?.data?.id),
		scrollBy: (px) => element.querySelector('.ag-body-viewport')?.scrollBy(0, px)
	};
});
