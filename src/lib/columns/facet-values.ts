import { AGREE, DIFFER, type Facet } from '#lib/filter/facets.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';

/** One facet of a set: a code a row (-1: not reported), or several (none: not reported). */
export type FacetColumn = (CodedColumn & { readonly offsets?: undefined }) | CodedListColumn;

/** A facet's values over a set. */
export function facetColumn(set: ColumnSet, facet: Facet): FacetColumn {
	switch (facet) {
		case 'kind':
			return set.subkind;
		case 'status':
			return set.status;
		case 'track':
			return set.track;
		case 'topic':
			return set.topics;
		case 'actor':
			return set.actors;
		case 'source':
			return set.sources;
		case 'stage':
			return set.stages;
		case 'conflict':
			return conflictColumn(set.conflicts);
		case 'place':
			return set.place;
	}
}

const CONFLICT = [DIFFER, AGREE];
const conflictColumns = new WeakMap<Uint16Array, CodedColumn>();

/** Whether sources differ, as codes; made when first asked for. */
function conflictColumn(conflicts: Uint16Array): CodedColumn {
	let column = conflictColumns.get(conflicts);
	if (!column) {
		const codes = new Int32Array(conflicts.length);
		for (let row = 0; row < codes.length; row++) codes[row] = conflicts[row] === 0 ? 1 : 0;
		conflictColumns.set(conflicts, (column = { values: CONFLICT, codes }));
	}
	return column;
}
