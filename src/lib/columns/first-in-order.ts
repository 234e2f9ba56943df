import type { Language } from '#lib/language/locales.ts';
import { isSortColumn, type SortKey } from '#lib/filter/sort.ts';
import type { ColumnSet } from './column-set.ts';
import { rowsOfKind } from './kind-counts.ts';
import { NO } from './mask.ts';
import { orderRows } from './order.ts';
import type { Ranks } from './rank.ts';
import { ranksOf } from './ranks.ts';

/** Rows that tie with the last one wanted are ordered by the other keys; of more than so many the whole order is worked out. */
const MOST_TIES = 5000;
/** More places than these times the rows wanted are not walked: what is kept is too thinly spread. */
const MOST_STEPS = 200;

/**
 * The first rows of what `orderRows` would make of the rows of one kind that a mask keeps, without ordering the rest where that can
 * be spared: what a table shows of a million before anyone scrolls.
 */
export function firstInOrder(
	set: ColumnSet,
	mask: Uint8Array,
	wanted: number,
	sort: readonly SortKey[],
	language: Language,
	count: number
): Uint32Array {
	const keys = sort.filter(({ column }) => isSortColumn(column));
	if (keys.length === 0) return asTheyCome(set, mask, wanted, count);
	const ranks = keys[0] && isSortColumn(keys[0].column) ? ranksOf(set, keys[0].column, language) : null;
	const found = ranks ? walked(set, mask, wanted, ranks, keys[0]!.descending, { count, ties: keys.length > 1 }) : null;
	if (!found) return orderRows(set, rowsOfKind(set, mask, wanted), sort, language).slice(0, count);
	return (keys.length > 1 ? orderRows(set, found.sort(), sort, language) : found).slice(0, count);
}

/** The first rows in no order but their own. */
function asTheyCome({ kind }: ColumnSet, mask: Uint8Array, wanted: number, count: number): Uint32Array {
	const found: number[] = [];
	for (let row = 0; row < kind.length && found.length < count; row++) if (mask[row] !== NO && kind[row] === wanted) found.push(row);
	return Uint32Array.from(found);
}

/** Rows from the front of an order that is known, with all that tie with the last; null where that is too long a way. */
function walked(
	{ kind }: ColumnSet,
	mask: Uint8Array,
	wanted: number,
	{ permutation, firsts }: Ranks,
	descending: boolean,
	{ count, ties }: { readonly count: number; readonly ties: boolean }
): Uint32Array | null {
	const all = permutation();
	const begins = descending || ties ? firsts() : null;
	const found: number[] = [];
	const most = count * MOST_STEPS;
	// Ascending, one run of equals after another; descending, the runs backwards, each forwards.
	let [start, end] = [0, 0];
	if (descending) start = end = all.length;
	for (let steps = 0; found.length < count;) {
		if (descending) {
			if (start === 0) return null;
			end = start--;
			while (begins![start] === 0) start--;
		} else {
			if (end === all.length) return null;
			start = end++;
			if (begins) while (end < all.length && begins[end] === 0) end++;
		}
		if ((steps += end - start) > most) return null;
		for (let at = start; at < end; at++) {
			const row = all[at]!;
			if (mask[row] === NO || kind[row] !== wanted) continue;
			found.push(row);
			if (!ties && found.length === count) break;
		}
		if (found.length > count + MOST_TIES) return null;
	}
	return Uint32Array.from(found);
}
