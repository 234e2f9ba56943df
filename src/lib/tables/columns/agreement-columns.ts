import { column, type ColumnDefinition } from './column-definition.ts';

export const AGREEMENT_COLUMNS: readonly ColumnDefinition[] = [
	column({ id: 'title', header: 'tables.head.agreement', width: 308, card: 'name' }),
	column({ id: 'stage', header: 'tables.head.stage', width: 188, card: 'pill' }),
	column({ id: 'date', header: 'tables.head.date', width: 184, numeric: true, descendingFirst: true, card: 'line' }),
	column({ id: 'parties', header: 'tables.head.parties', width: 148 }),
	column({ id: 'topics', header: 'tables.head.subjects', width: 138 }),
	column({ id: 'sources', header: 'tables.head.sources', width: 98, numeric: true, descendingFirst: true }),
	column({ id: 'kind', header: 'tables.head.kind', width: 120, shown: false }),
	column({ id: 'track', header: 'tables.head.track', width: 160, shown: false }),
	column({ id: 'quantities', header: 'tables.head.quantities', width: 160, sortable: false, shown: false }),
	column({ id: 'follows', header: 'tables.head.follows', width: 180, sortable: false, shown: false })
];
