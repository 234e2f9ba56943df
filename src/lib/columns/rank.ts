/** The rank of what is not reported: it comes last, whichever way the order runs. */
export const NONE = 0xffffffff;

/** A rank for every row: small whole numbers, equal ones tie, NONE for none. */
export interface Ranks {
	readonly ranks: Uint32Array;
	/** All ranks are below. */
	readonly limit: number;
	/** Every row that has a rank in order of rank, ties in row order; made when first asked for. */
	readonly permutation: () => Uint32Array;
	/** By place in that order: 1 where another rank begins, so that it can be walked backwards without a look at the ranks. */
	readonly firsts: () => Uint8Array;
}

/** Ranks with their order, which is made once; unless it is known. */
export function ranked(ranks: Uint32Array, known: Uint32Array | null = null): Ranks {
	let limit = 0;
	for (let row = 0; row < ranks.length; row++) if (ranks[row] !== NONE && ranks[row]! >= limit) limit = ranks[row]! + 1;
	let permutation = known;
	let firsts: Uint8Array | null = null;
	const inOrder = (): Uint32Array => (permutation ??= presentOf(allRows(ranks.length), ranks, limit));
	return { ranks, limit, permutation: inOrder, firsts: () => (firsts ??= firstsOf(inOrder(), ranks)) };
}

function firstsOf(order: Uint32Array, ranks: Uint32Array): Uint8Array {
	const firsts = new Uint8Array(order.length);
	let before = NONE;
	for (let at = 0; at < order.length; at++) {
		const rank = ranks[order[at]!]!;
		firsts[at] = Number(rank !== before);
		before = rank;
	}
	return firsts;
}

function presentOf(rows: Uint32Array, ranks: Uint32Array, limit: number): Uint32Array {
	const { order, none } = countingPass(rows, ranks, limit, false);
	return order.subarray(0, order.length - none);
}

/** Bits of a digit: its counts fit the nearest cache. */
const DIGIT = 11;

/**
 * The same order as `countingPass`, digit by digit from the least: for few rows of many ranks, where counts of every rank would cost
 * more than the rows.
 */
export function sortByDigits(rows: Uint32Array, ranks: Uint32Array, limit: number, descending: boolean): Uint32Array {
	let from = rows;
	let keys = new Uint32Array(rows.length);
	for (let at = 0; at < rows.length; at++) {
		const rank = ranks[rows[at]!]!;
		keys[at] = rank === NONE ? limit : descending ? limit - 1 - rank : rank;
	}
	for (let shift = 0; limit >>> shift > 0; shift += DIGIT) {
		const next = new Uint32Array((1 << DIGIT) + 1);
		for (let at = 0; at < keys.length; at++) next[((keys[at]! >>> shift) & ((1 << DIGIT) - 1)) + 1]!++;
		for (let digit = 0; digit < 1 << DIGIT; digit++) next[digit + 1]! += next[digit]!;
		const [to, toKeys] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
		for (let at = 0; at < keys.length; at++) {
			const key = keys[at]!;
			const place = next[(key >>> shift) & ((1 << DIGIT) - 1)]!++;
			to[place] = from[at]!;
			toKeys[place] = key;
		}
		from = to;
		keys = toKeys;
	}
	return from === rows ? rows.slice() : from;
}

export function allRows(count: number): Uint32Array {
	const rows = new Uint32Array(count);
	for (let row = 0; row < count; row++) rows[row] = row;
	return rows;
}

/**
 * The rows by rank, keeping their order among equals; rows without a rank last. One counting pass, no comparing.
 * `none` is how many have none.
 */
export function countingPass(
	rows: Uint32Array,
	ranks: Uint32Array,
	limit: number,
	descending: boolean
): { readonly order: Uint32Array; readonly none: number } {
	const starts = new Uint32Array(limit + 1);
	let none = 0;
	for (let at = 0; at < rows.length; at++) {
		const rank = ranks[rows[at]!]!;
		if (rank === NONE) none++;
		else starts[rank]!++;
	}
	let start = 0;
	for (let step = 0; step < limit; step++) {
		const rank = descending ? limit - 1 - step : step;
		const count = starts[rank]!;
		starts[rank] = start;
		start += count;
	}
	starts[limit] = start;
	const order = new Uint32Array(rows.length);
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at]!;
		const rank = ranks[row]!;
		order[starts[rank === NONE ? limit : rank]!++] = row;
	}
	return { order, none };
}
