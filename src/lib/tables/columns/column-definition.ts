import { facetOf } from '#lib/filter/facets.ts';
import type { MessageKey } from '#lib/language/translate.ts';

/** Where a cell stands on a phone's two-line card; null: only on wider screens. */
export type CardPlace = 'name' | 'line' | 'pill';

/** One column of a table, as plain data. */
export interface ColumnDefinition {
	/** Stands in the address (`sort`, `cols`, `f.TABLE.COLUMN`), and is what order and facets of a set are asked by. */
	readonly id: string;
	readonly header: MessageKey;
	/** It can be filtered by its values. */
	readonly filterable: boolean;
	readonly sortable: boolean;
	/** The first click sorts from the latest or the most. */
	readonly descendingFirst: boolean;
	/** Share of the width, in CSS pixels of a table 1040 px wide; its least width is 0.72 of it. */
	readonly width: number;
	readonly align: 'start' | 'end';
	/** Figures of one width, so that they stand under each other. */
	readonly numeric: boolean;
	readonly shown: boolean;
	readonly card: CardPlace | null;
}

type Given = Pick<ColumnDefinition, 'id' | 'header' | 'width'> & Partial<ColumnDefinition>;

/** A column with the usual answers filled in: sortable, shown, at the start; filtered by if it has a facet. */
export function column(given: Given): ColumnDefinition {
	return {
		filterable: facetOf(given.id) !== undefined,
		sortable: true,
		descendingFirst: false,
		align: 'start',
		numeric: false,
		shown: true,
		card: null,
		...given
	};
}
