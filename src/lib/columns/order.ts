import type { Language } from '#lib/language/locales.ts';
import { isSortColumn, type SortKey } from '#lib/filter/sort.ts';
import { GONE, type ColumnSet } from './column-set.ts';
import { countingPass, NONE, sortByDigits, type Ranks } from './rank.ts';
import { ranksOf } from './ranks.ts';

/** A part of the set this large is ordered by walking the whole order; a smaller one by its own rows. */
const WALKABLE = 4;
/** Up to so many ranks a row, counting every rank is cheaper than going digit by digit. */
const COUNTABLE = 2;

/**
 * Rows in the order asked for: by the first key, ties by the next, and so on; full ties keep the order given. Texts
 * are ordered as a reader of `language` expects; an unknown column orders nothing, nor does one whose ranks are not here
 * (`missingRanks`). The rows given are left as they are; rows that are gone are left out.
 */
export function orderRows(set: ColumnSet, rows: Uint32Array, sort: readonly SortKey[], language: Language): Uint32Array {
	let order = withoutGone(set, rows);
	const keys = sort.flatMap(({ column, descending }) => {
		const ranks = isSortColumn(column) ? ranksOf(set, column, language) : null;
		return ranks ? [{ ranks, descending }] : [];
	});
	// The last key first: a pass keeps the order of the one before among equals.
	for (const { ranks, descending } of keys.reverse()) order = orderBy(order, ranks, descending);
	return order;
}

function orderBy(rows: Uint32Array, ranks: Ranks, descending: boolean): Uint32Array {
	if (rows.length * WALKABLE >= ranks.ranks.length && isAscending(rows)) return walk(rows, ranks, descending);
	return ranks.limit <= rows.length * COUNTABLE
		? countingPass(rows, ranks.ranks, ranks.limit, descending).order
		: sortByDigits(rows, ranks.ranks, ranks.limit, descending);
}

/** Picks the rows out of the order of all rows, which is known: two passes without a count. */
function walk(rows: Uint32Array, { ranks, permutation, firsts }: Ranks, descending: boolean): Uint32Array {
	const all = permutation();
	const every = rows.length === ranks.length;
	const marked = new Uint8Array(every ? 0 : ranks.length);
	if (!every) for (let at = 0; at < rows.length; at++) marked[rows[at]!] = 1;
	const order = new Uint32Array(rows.length);
	let next = 0;
	if (!descending && every) {
		order.set(all);
		next = all.length;
	} else if (!descending) {
		for (let at = 0; at < all.length; at++) if (marked[all[at]!] === 1) order[next++] = all[at]!;
	} else {
		// Backwards rank by rank, forwards among equals.
		const begins = firsts();
		for (let end = all.length; end > 0;) {
			let start = end - 1;
			while (begins[start] === 0) start--;
			for (let at = start; at < end; at++) if (every || marked[all[at]!] === 1) order[next++] = all[at]!;
			end = start;
		}
	}
	if (next < rows.length) for (let at = 0; at < rows.length; at++) if (ranks[rows[at]!] === NONE) order[next++] = rows[at]!;
	return order;
}

function isAscending(rows: Uint32Array): boolean {
	for (let at = 1; at < rows.length; at++) if (rows[at]! <= rows[at - 1]!) return false;
	return true;
}

function withoutGone({ kind }: ColumnSet, rows: Uint32Array): Uint32Array {
	for (let at = 0; at < rows.length; at++) if (kind[rows[at]!] === GONE) return rows.filter((row) => kind[row] !== GONE);
	return rows.slice();
}
