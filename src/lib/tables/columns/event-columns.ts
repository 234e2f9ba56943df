import { column, type ColumnDefinition } from './column-definition.ts';

export const EVENT_COLUMNS: readonly ColumnDefinition[] = [
	column({ id: 'title', header: 'tables.head.event', width: 260, card: 'name' }),
	column({ id: 'status', header: 'tables.head.status', width: 124, card: 'pill' }),
	column({ id: 'date', header: 'tables.head.date', width: 204, numeric: true, descendingFirst: true, card: 'line' }),
	column({ id: 'place', header: 'tables.head.place', width: 106 }),
	column({ id: 'participants', header: 'tables.head.participants', width: 156 }),
	column({ id: 'track', header: 'tables.head.track', width: 130 }),
	column({ id: 'sources', header: 'tables.head.sources', width: 98, numeric: true, descendingFirst: true }),
	column({ id: 'topics', header: 'tables.head.topics', width: 150, shown: false }),
	column({ id: 'kind', header: 'tables.head.kind', width: 120, shown: false }),
	column({ id: 'quantities', header: 'tables.head.quantities', width: 160, sortable: false, shown: false })
];
