import { columnFacet, facetOf, KIND_OF_TABLE, type Facet } from '#lib/filter/facets.ts';
import type { Filter, TableName } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { facetColumn } from './facet-values.ts';
import { filterMask, NO } from './mask.ts';
import { ROW_KINDS } from './row.ts';

export interface FacetCount {
	/** '' is "not reported". */
	readonly value: string;
	readonly count: number;
}

/**
 * How many kept rows bear each value; most frequent first, then by value. Values no kept row bears are left out.
 * With `table`, only its rows are counted.
 */
export function facetCounts(set: ColumnSet, mask: Uint8Array, facet: Facet, table?: TableName): FacetCount[] {
	const { values, each } = facetColumn(set, facet);
	const only = table && (ROW_KINDS as readonly string[]).indexOf(KIND_OF_TABLE[table]);
	const counts = new Uint32Array(values.length);
	for (let row = 0; row < set.count; row++)
		if (mask[row] !== NO && (only === undefined || set.kind[row] === only)) each(row, (code) => counts[code]!++);
	return values
		.map((value, code) => ({ value, count: counts[code]! }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * The choices of one facet under a filter. The facet's own choice is left out, so its other values stay countable: for
 * a table's column that is `table.column`, else the filter's own list. Every other part of the filter holds.
 * Empty when a table's column has no facet.
 */
export function facetChoices(set: ColumnSet, filter: Filter, column: string, table?: TableName): FacetCount[] {
	const facet = facetOf(column);
	return facet ? facetCounts(set, filterMask(set, withoutFacet(filter, column, table)), facet, table) : [];
}

/** The filter without the choice made on one column of a table, or on one facet. */
export function withoutFacet(filter: Filter, column: string, table?: TableName): Filter {
	const facet = facetOf(column);
	if (table) {
		const kept = Object.entries(filter.columns).filter(([path]) => {
			const asked = columnFacet(path);
			return !(asked?.table === table && asked.facet === facet);
		});
		return { ...filter, columns: Object.fromEntries(kept) };
	}
	switch (facet) {
		case 'kind':
		case 'status':
		case 'track':
		case 'topic':
		case 'actor':
			return { ...filter, [facet]: [] };
		case 'conflict':
			return { ...filter, conflict: false };
		default:
			return filter;
	}
}
