import { AGREE, DIFFER, type Facet } from '#lib/filter/facets.ts';
import { plainText } from '#lib/filter/facts.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';

/** One facet of a set: its values (the last is '', "not reported") and the codes of a row. */
export interface FacetColumn {
	readonly values: readonly string[];
	/** Calls `visit` with each code of the row; a row without a value has the code of ''. */
	readonly each: (row: number, visit: (code: number) => void) => void;
}

const places = new WeakMap<ColumnSet, FacetColumn>();

/** A facet's values over a set. */
export function facetColumn(set: ColumnSet, facet: Facet): FacetColumn {
	switch (facet) {
		case 'kind':
			return single(set.subkind);
		case 'status':
			return single(set.status);
		case 'track':
			return single(set.track);
		case 'topic':
			return several(set.topics);
		case 'actor':
			return several(set.actors);
		case 'source':
			return several(set.sources);
		case 'stage':
			return several(set.stages);
		case 'conflict':
			return { values: [DIFFER, AGREE, ''], each: (row, visit) => visit(set.conflicts[row] ? 0 : 1) };
		case 'place':
			return placeColumn(set);
	}
}

function single({ values, codes }: CodedColumn): FacetColumn {
	return {
		values: [...values, ''],
		each: (row, visit) => visit(codes[row]! < 0 ? values.length : codes[row]!)
	};
}

function several({ values, offsets, codes }: CodedListColumn): FacetColumn {
	return {
		values: [...values, ''],
		each: (row, visit) => {
			if (offsets[row] === offsets[row + 1]) visit(values.length);
			for (let i = offsets[row]!; i < offsets[row + 1]!; i++) visit(codes[i]!);
		}
	};
}

/** Places are texts, not ids: their dictionary is made when first asked for. */
function placeColumn(set: ColumnSet): FacetColumn {
	let column = places.get(set);
	if (!column) {
		const values = new Map<string, number>();
		const codes = Int32Array.from(set.place, (place) => {
			const text = plainText(place);
			if (text && !values.has(text)) values.set(text, values.size);
			return values.get(text) ?? -1;
		});
		places.set(set, (column = single({ values: [...values.keys()], codes })));
	}
	return column;
}
