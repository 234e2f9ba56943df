import { discard } from './discard.ts';

/** Digits of 16 bits: four hold any number. */
const DIGITS = 4;
const RADIX = 1 << 16;
/** Below this a comparison sort is done before any counts are cleared. */
const SMALL = 4096;
/** Days and half days over some ten thousand years are counted in one pass. */
const MOST_STEPS = 1 << 23;

/**
 * `order` sorted by `keyOf` each entry, ascending, NaN last; equal keys keep their order. A new array. Linear in the entries: days
 * and half days, as dates have, in one pass, other numbers in up to four.
 * @param keyOf key of each entry of `order`, by place
 */
export function sortByKey(order: Uint32Array, keyOf: Float64Array): Uint32Array {
	const count = order.length;
	if (count < SMALL) {
		const places = Uint32Array.from(order, (_, place) => place);
		places.sort((a, b) => compareKeys(keyOf[a]!, keyOf[b]!) || a - b);
		return places.map((place) => order[place]!);
	}
	return byHalfDays(order, keyOf) ?? byDigits(order, keyOf);
}

/** null: the keys are not such days. */
function byHalfDays(order: Uint32Array, keyOf: Float64Array): Uint32Array | null {
	const count = order.length;
	let [least, most] = [Infinity, -Infinity];
	for (let i = 0; i < count; i++) {
		const key = keyOf[i]!;
		if (key < least && key !== -Infinity) least = key;
		if (key > most && key !== Infinity) most = key;
	}
	if (!(least <= most)) return null;
	const steps = (most - least) * 2 + 4;
	if (!(steps <= MOST_STEPS)) return null;
	// The first step is for −∞, the last two for ∞ and for what is no number.
	const next = new Uint32Array(steps + 1);
	const stepOf = new Uint32Array(count);
	for (let i = 0; i < count; i++) {
		const key = keyOf[i]!;
		let step = (key - least) * 2 + 1;
		if (step !== step) step = steps - 1;
		else if (step === -Infinity) step = 0;
		else if (step === Infinity) step = steps - 2;
		else if (Math.floor(key * 2) !== key * 2) return null;
		stepOf[i] = step;
		next[stepOf[i]! + 1]!++;
	}
	for (let step = 1; step <= steps; step++) next[step]! += next[step - 1]!;
	const sorted = new Uint32Array(count);
	for (let i = 0; i < count; i++) sorted[next[stepOf[i]!]!++] = order[i]!;
	discard(next, stepOf);
	return sorted;
}

function byDigits(order: Uint32Array, keyOf: Float64Array): Uint32Array {
	const count = order.length;
	const words = new Uint32Array(2 * count);
	const view = new Float64Array(words.buffer);
	for (let i = 0; i < count; i++) view[i] = keyOf[i]! + 0;
	const low = new Uint32Array(count);
	const high = new Uint32Array(count);
	for (let i = 0; i < count; i++) {
		// Turned so that the bits, read as a whole number, ascend with the key. (−0 became 0 above.)
		const sign = words[2 * i + 1]! >>> 31;
		low[i] = sign ? ~words[2 * i]! : words[2 * i]!;
		high[i] = sign ? ~words[2 * i + 1]! : words[2 * i + 1]! | 0x80000000;
	}
	let to = new Uint32Array(count);
	let places = new Uint32Array(count);
	for (let i = 0; i < count; i++) places[i] = i;
	const counts = new Uint32Array(RADIX);
	for (let digit = 0; digit < DIGITS; digit++) {
		const source = digit < 2 ? low : high;
		const shift = (digit & 1) * 16;
		counts.fill(0);
		for (let i = 0; i < count; i++) counts[(source[i]! >>> shift) & 0xffff]!++;
		if (counts[(source[0]! >>> shift) & 0xffff] === count) continue;
		let sum = 0;
		for (let value = 0; value < RADIX; value++) {
			const own = counts[value]!;
			counts[value] = sum;
			sum += own;
		}
		for (let i = 0; i < count; i++) {
			const place = places[i]!;
			to[counts[(source[place]! >>> shift) & 0xffff]!++] = place;
		}
		[places, to] = [to, places];
	}
	for (let i = 0; i < count; i++) places[i] = order[places[i]!]!;
	discard(words, low, high, to);
	return places;
}

function compareKeys(a: number, b: number): number {
	if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
	return a < b ? -1 : a > b ? 1 : 0;
}
