import { columnFacet, facetOf, type Facet } from '#lib/filter/facets.ts';
import type { Filter, TableName } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { selectedCounts, selectionOf, type Selection } from './facet-count.ts';
import { facetColumn } from './facet-values.ts';
import { filterMask } from './mask.ts';

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
	return countsOf(set, selectionOf(set, mask, table), facet);
}

function countsOf(set: ColumnSet, selection: Selection, facet: Facet): FacetCount[] {
	const { values } = facetColumn(set, facet);
	const counts = selectedCounts(set, selection, facet);
	const found: FacetCount[] = [];
	for (let code = 0; code < counts.length; code++)
		if (counts[code]! > 0) found.push({ value: code === 0 ? '' : values[code - 1]!, count: counts[code]! });
	return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/**
 * The choices of one facet under a filter. The facet's own choice is left out, so its other values stay countable: for
 * a table's column that is `table.column`, else the filter's own list. Every other part of the filter holds.
 * Empty when a table's column has no facet.
 */
export function facetChoices(
	set: ColumnSet,
	filter: Filter,
	column: string,
	table?: TableName,
	textHits: Uint8Array | null = null
): FacetCount[] {
	return facetChoicesOf(set, filter, [column], table, textHits).get(column)!;
}

/** The choices of many facets under one filter, by column: what they ask in common is asked once. */
export function facetChoicesOf(
	set: ColumnSet,
	filter: Filter,
	columns: readonly string[],
	table?: TableName,
	textHits: Uint8Array | null = null
): Map<string, FacetCount[]> {
	const selections = new Map<string, Selection>();
	const selectionUnder = (asked: Filter) => {
		const key = JSON.stringify([asked.kind, asked.status, asked.track, asked.topic, asked.actor, asked.conflict, asked.columns]);
		let selection = selections.get(key);
		if (!selection) selections.set(key, (selection = selectionOf(set, filterMask(set, asked, textHits), table)));
		return selection;
	};
	return new Map(
		columns.map((column) => {
			const facet = facetOf(column);
			return [column, facet ? countsOf(set, selectionUnder(withoutFacet(filter, column, table)), facet) : []];
		})
	);
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
