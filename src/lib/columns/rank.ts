/** The rank of what is not reported: it comes last, whichever way the order runs. */
export const NONE = 0xffffffff;

/** A rank for every row: small whole numbers, equal ones tie, NONE for none. */
export interface Ranks {
	readonly ranks: Uint32Array;
	/** All ranks are below. */
	readonly limit: number;
	/** Every row that has a rank in order of rank, ties in row order; made when first asked for. */
	readonly permutation: () => Uint32Array;
}

/** Ranks with their order, which is made once; unless it is known. */
export function ranked(ranks: Uint32Array, known: Uint32Array | null = null): Ranks {
	let limit = 0;
	for (let row = 0; row < ranks.length; row++) if (ranks[row] !== NONE && ranks[row]! >= limit) limit = ranks[row]! + 1;
	let permutation = known;
	return {
		ranks,
		limit,
		permutation: () => (permutation ??= presentOf(allRows(ranks.length), ranks, limit))
	};
}

function presentOf(rows: Uint32Array, ranks: Uint32Array, limit: number): Uint32Array {
	const { order, none } = countingPass(rows, ranks, limit, false);
	return order.subarray(0, order.length - none);
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
