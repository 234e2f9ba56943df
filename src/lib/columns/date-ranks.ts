import { DateShapes, smallNumbers, type DateColumns } from './date-shapes.ts';
import { NONE } from './rank.ts';

/**
 * Ranks in the order of `compareForSort`: by earliest start, then latest start, latest end, earliest end; undated rows
 * have none. What follows the earliest start is a shape (a day, a month, a year, so many days) that many dates share: two
 * counting passes, by shape and by start, carry what the comparing of neighbours needs, so memory is walked in order.
 */
export function dateRanks(set: DateColumns): { readonly ranks: Uint32Array; readonly permutation: Uint32Array } {
	const { earliestStart, count } = set;
	const { rows, numbers: starts, limit } = smallNumbers(earliestStart);
	const shapes = new DateShapes(set, rows);

	const dated = rows.length;
	const nextShape = startsOf(shapes.codes, shapes.count);
	const byShape = new Uint32Array(dated);
	const startOf = new Uint32Array(dated);
	const shapeOf = new Uint32Array(dated);
	for (let at = 0; at < dated; at++) {
		const to = nextShape[shapes.codes[at]!]!++;
		byShape[to] = rows[at]!;
		startOf[to] = starts[at]!;
		shapeOf[to] = shapes.codes[at]!;
	}
	const nextStart = startsOf(starts, limit);
	const permutation = new Uint32Array(dated);
	const ordered = new Uint32Array(dated);
	for (let at = 0; at < dated; at++) {
		const to = nextStart[startOf[at]!]!++;
		permutation[to] = byShape[at]!;
		ordered[to] = shapeOf[at]!;
	}
	// `nextStart` now holds where each start ends.
	const ranks = new Uint32Array(count).fill(NONE);
	let rank = -1;
	for (let start = 0, at = 0; start < limit; start++) {
		for (const first = at; at < nextStart[start]!; at++) {
			if (at === first || ordered[at] !== ordered[at - 1]) rank++;
			ranks[permutation[at]!] = rank;
		}
	}
	return { ranks, permutation };
}

/**
 * Ranks by latest end, then earliest end, earliest start, latest start; undated rows have none. Time turned round: what
 * ends last starts first, so the ranks of the mirrored dates, turned round again, are these.
 */
export function latestDateRanks({ count, earliestStart, latestStart, earliestEnd, latestEnd }: DateColumns): Uint32Array {
	const { ranks, permutation } = dateRanks({
		count,
		earliestStart: mirrored(latestEnd),
		latestStart: mirrored(earliestEnd),
		earliestEnd: mirrored(latestStart),
		latestEnd: mirrored(earliestStart)
	});
	// The last row of the permutation has the highest rank.
	const last = permutation.length > 0 ? ranks[permutation[permutation.length - 1]!]! : 0;
	for (let row = 0; row < count; row++) if (ranks[row] !== NONE) ranks[row] = last - ranks[row]!;
	return ranks;
}

function mirrored(moments: Float64Array): Float64Array {
	const turned = new Float64Array(moments.length);
	for (let row = 0; row < moments.length; row++) turned[row] = -moments[row]!;
	return turned;
}

/** Where each code's share begins. */
function startsOf(codes: Uint32Array, limit: number): Uint32Array {
	const starts = new Uint32Array(limit + 1);
	for (let at = 0; at < codes.length; at++) starts[codes[at]! + 1]!++;
	for (let code = 0; code < limit; code++) starts[code + 1]! += starts[code]!;
	return starts.subarray(0, limit);
}
