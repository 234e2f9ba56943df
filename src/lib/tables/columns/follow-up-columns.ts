import { column, type ColumnDefinition } from './column-definition.ts';

export const FOLLOW_UP_COLUMNS: readonly ColumnDefinition[] = [
	column({ id: 'title', header: 'tables.head.follow-up', width: 300, card: 'name' }),
	column({ id: 'status', header: 'tables.head.status', width: 120, card: 'pill' }),
	column({ id: 'due', header: 'tables.head.due', width: 256, numeric: true, card: 'line' }),
	column({ id: 'owner', header: 'tables.head.owner', width: 136 }),
	column({ id: 'arises', header: 'tables.head.arises', width: 140, sortable: false }),
	column({ id: 'sources', header: 'tables.head.sources', width: 98, numeric: true, descendingFirst: true }),
	column({ id: 'track', header: 'tables.head.track', width: 142, shown: false })
];
