/**
 * The pairing of two small sets, each member in one pair at most, with the greatest sum; as many pairs as the smaller set
 * has members. By bit sets: 8 and 8 take some two thousand steps.
 * @param left,right how many there are; at most 12
 * @param worth of a pair, not negative
 */
export function pairBest(left: number, right: number, worth: (i: number, j: number) => number): (readonly [number, number])[] {
	if (left > right) return pairBest(right, left, (i, j) => worth(j, i)).map(([i, j]) => [j, i] as const);
	if (left === 1) return [[0, greatest(right, worth)]];
	if (left === 2 && right === 2) {
		const crossed = worth(0, 1) + worth(1, 0) > worth(0, 0) + worth(1, 1);
		return crossed ? CROSSED : STRAIGHT;
	}
	const sets = 1 << right;
	// best[i][set]: the most that the first i can have when `set` of the others is taken; every one of the i is paired.
	const best = Array.from({ length: left + 1 }, () => new Float64Array(sets).fill(-1));
	const chosen = Array.from({ length: left + 1 }, () => new Int8Array(sets));
	best[0]![0] = 0;
	for (let i = 0; i < left; i++)
		for (let set = 0; set < sets; set++) {
			const before = best[i]![set]!;
			if (before < 0) continue;
			for (let j = 0; j < right; j++) {
				if (set & (1 << j)) continue;
				const next = set | (1 << j);
				const value = before + worth(i, j);
				if (value > best[i + 1]![next]!) {
					best[i + 1]![next] = value;
					chosen[i + 1]![next] = j;
				}
			}
		}
	let set = 0;
	for (let at = 0; at < sets; at++) if (best[left]![at]! > best[left]![set]!) set = at;
	const pairs: [number, number][] = [];
	for (let i = left; i > 0; i--) {
		const j = chosen[i]![set]!;
		pairs.unshift([i - 1, j]);
		set &= ~(1 << j);
	}
	return pairs;
}

/** Most names have a first and a last part. */
const STRAIGHT: (readonly [number, number])[] = [
	[0, 0],
	[1, 1]
];
const CROSSED: (readonly [number, number])[] = [
	[0, 1],
	[1, 0]
];

/** The first of those worth most to the only one. */
function greatest(count: number, worth: (i: number, j: number) => number): number {
	let best = 0;
	for (let j = 1; j < count; j++) if (worth(0, j) > worth(0, best)) best = j;
	return best;
}
