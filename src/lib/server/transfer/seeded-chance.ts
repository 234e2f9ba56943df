/** Chance that can be had again: the same seed gives the same numbers on every machine. */
export interface Chance {
	/** From 0 (included) to 1 (not included). */
	next(): number;
	/** A whole number, both ends included. */
	whole(from: number, to: number): number;
	pick<T>(from: readonly T[]): T;
	/** True in this share of cases. */
	is(share: number): boolean;
}

/**
 * Mulberry32: 32 bits of state, good enough to spread made-up records, and short.
 * @param seed a whole number; only its low 32 bits count
 */
export function seededChance(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		next,
		whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
		pick: (from) => {
			const found = from[Math.floor(next() * from.length)];
			if (found === undefined) throw new RangeError('Nothing to pick from.');
			return found;
		},
		is: (share) => next() < share
	};
}
