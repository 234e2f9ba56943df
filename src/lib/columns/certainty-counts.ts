import type { Filter } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { CERTAINLY, filterMask, NO } from './mask.ts';

/** How many rows a filter's interval answers with which certainty. */
export interface CertaintyCounts {
	readonly certainly: number;
	readonly possibly: number;
	readonly undated: number;
}

/**
 * Of the rows that the rest of a filter keeps: how many certainly and how many possibly stand to its interval as it asks, and
 * how many have no date. Counted whether the filter keeps the last two or not, so that a reader knows what leaving them out
 * leaves out.
 * @throws RangeError when `published` is not EDTF.
 */
export function certaintyCounts(set: ColumnSet, filter: Filter, textHits: Uint8Array | null = null): CertaintyCounts {
	const mask = filterMask(set, { ...filter, possible: true, undated: true }, textHits);
	const { earliestStart, inParts } = set;
	let [certainly, possibly, undated] = [0, 0, 0];
	for (let row = 0; row < mask.length; row++) {
		if (mask[row] === NO) continue;
		// A set open to both sides has no edges to draw, and is asked by its members all the same.
		if (Number.isNaN(earliestStart[row]!) && !inParts.has(row)) undated++;
		else if (mask[row] === CERTAINLY) certainly++;
		else possibly++;
	}
	return { certainly, possibly, undated };
}
