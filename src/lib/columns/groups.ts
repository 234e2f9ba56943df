import { facetOf, STATUSES, SUBKINDS, type Facet } from '#lib/filter/facets.ts';
import type { Language } from '#lib/language/locales.ts';
import { STAGES } from '#lib/domain/kinds.ts';
import type { ColumnSet } from './column-set.ts';
import { facetColumn } from './facet-values.ts';
import { countingPass, NONE } from './rank.ts';
import { listed, nameRanks, textRanks } from './ranks.ts';

export interface RowGroup {
	/** '' is "not reported". */
	readonly value: string;
	/** Where its rows begin among the reordered ones, and how many there are. */
	readonly start: number;
	readonly count: number;
}

const PLANNED = 'planned:';

/**
 * The rows by value of a column, in the order given within a group. A row stands once: with several values under its
 * first, an agreement under the furthest stage it reached (else plans). Groups follow the order the column is sorted by,
 * "not reported" last. A column without a facet makes one group of all.
 */
export function groupRows(
	set: ColumnSet,
	rows: Uint32Array,
	column: string,
	language: Language
): { readonly rows: Uint32Array; readonly groups: readonly RowGroup[] } {
	const facet = facetOf(column);
	if (!facet) return { rows, groups: rows.length ? [{ value: '', start: 0, count: rows.length }] : [] };
	const { values } = facetColumn(set, facet);
	const ranks = valueRanks(set, facet, language);
	// Values of one name are two groups all the same.
	const inOrder = values.map((_, code) => code).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
	const placeOf = new Uint32Array(values.length);
	inOrder.forEach((code, place) => (placeOf[code] = place));
	const places = rowPlaces(set, facet, placeOf);
	const { order } = countingPass(rows, places, values.length, false);
	const groups: RowGroup[] = [];
	for (let start = 0; start < order.length;) {
		const place = places[order[start]!]!;
		let end = start + 1;
		while (end < order.length && places[order[end]!] === place) end++;
		groups.push({ value: place === NONE ? '' : values[inOrder[place]!]!, start, count: end - start });
		start = end;
	}
	return { rows: order, groups };
}

function rowPlaces(set: ColumnSet, facet: Facet, placeOf: Uint32Array): Uint32Array {
	const { values, codes, offsets } = facetColumn(set, facet);
	const places = new Uint32Array(set.count).fill(NONE);
	if (!offsets) {
		for (let row = 0; row < places.length; row++) if (codes[row]! >= 0) places[row] = placeOf[codes[row]!]!;
		return places;
	}
	const planned = values.map((value) => facet === 'stage' && value.startsWith(PLANNED));
	for (let row = 0; row < places.length; row++) {
		const [first, end] = [offsets[row]!, offsets[row + 1]!];
		if (first === end) continue;
		let at = first;
		if (facet === 'stage') for (at = end - 1; at > first && planned[codes[at]!]; at--);
		if (facet === 'stage' && planned[codes[at]!]) at = end - 1;
		places[row] = placeOf[codes[at]!]!;
	}
	return places;
}

function valueRanks(set: ColumnSet, facet: Facet, language: Language): Uint32Array {
	const { values } = facetColumn(set, facet);
	switch (facet) {
		case 'kind':
			return listed(values, SUBKINDS);
		case 'status':
			return listed(values, STATUSES);
		case 'stage':
			return listed(
				values,
				STAGES.flatMap((stage) => [`${PLANNED}${stage}`, stage])
			);
		case 'conflict':
			return listed(values, values);
		case 'place':
			return textRanks(set.places, language);
		default:
			return nameRanks(set, values, language);
	}
}
