import { weightOfAll, type Sound } from './sounds.ts';

/** Sounds that stand for one another between scripts and transliterators, with what taking one for the other costs. */
const NEAR: Readonly<Record<string, number>> = {
	vw: 0.3,
	wy: 0.3,
	hx: 0.4,
	sz: 0.5,
	dz: 0.5,
	st: 0.6,
	gk: 0.6,
	gj: 0.5,
	gh: 0.5,
	kx: 0.5,
	dt: 0.6,
	bv: 0.5,
	jz: 0.5,
	jy: 0.6,
	Cj: 0.6,
	Cs: 0.6
};

/** How alike two words sound, and the sounds that were laid side by side; null where one has none for the other's. */
export interface SoundLikeness {
	/** 0 (nothing in common) to 1 (the same). */
	readonly score: number;
	readonly pairs: readonly (readonly [Sound | null, Sound | null])[];
}

/** Costs by the codes of two sounds, so that comparing makes no texts. */
const CODES = 128;
const COSTS = new Float64Array(CODES * CODES).fill(1);
for (let code = 0; code < CODES; code++) COSTS[code * CODES + code] = 0;
for (const [pair, cost] of Object.entries(NEAR)) {
	const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
	COSTS[a * CODES + b] = cost;
	COSTS[b * CODES + a] = cost;
}

/** What taking one sound for another costs; 0 for the same. */
export function costOfChange(a: string, b: string): number {
	if (a === b) return 0;
	const [left, right] = [a.charCodeAt(0), b.charCodeAt(0)];
	return left < CODES && right < CODES ? COSTS[left * CODES + right]! : 1;
}

/** Sounds as numbers: most words are compared and never shown. */
export interface SoundCodes {
	readonly codes: readonly number[];
	readonly weights: readonly number[];
	/** Of all together. */
	readonly weight: number;
}

export function soundCodes(sounds: readonly Sound[]): SoundCodes {
	return {
		codes: sounds.map(({ sound }) => sound.codePointAt(0) ?? 0),
		weights: sounds.map(({ weight }) => weight),
		weight: weightOfAll(sounds)
	};
}

/** A weighted edit distance, as a share of what there is to compare: 0 to 1, the same from both sides. */
export function scoreOfSounds(a: SoundCodes, b: SoundCodes): number {
	const all = Math.max(a.weight, b.weight);
	if (all === 0) return 0;
	// Rounded: sums of tenths must come out the same from both sides.
	return Math.max(0, Math.round((1 - costOfWay(a, b) / all) * 1e6) / 1e6);
}

/** Below this a sound is weak: a vowel as often, or at a word's end not heard. */
const STRONG = 1;

/**
 * Whether two words close with consonants that never stand for one another: Zarif and Azari, Medvedev and Medvedchuk.
 * Scripts and transliterators hardly ever part there.
 */
export function closeOtherwise(a: SoundCodes, b: SoundCodes): boolean {
	const [left, right] = [lastStrong(a), lastStrong(b)];
	if (left < 0 || right < 0 || left === right) return false;
	return left >= CODES || right >= CODES || COSTS[left * CODES + right]! === 1;
}

function lastStrong({ codes, weights }: SoundCodes): number {
	for (let at = codes.length - 1; at >= 0; at--) if (weights[at]! >= STRONG) return codes[at]!;
	return -1;
}

let row = new Float64Array(64);

/** The last number of `costTable`, by the same sums, with one row of it kept. */
function costOfWay(a: SoundCodes, b: SoundCodes): number {
	const width = b.codes.length + 1;
	if (row.length < width) row = new Float64Array(width * 2);
	const cost = row;
	cost[0] = 0;
	for (let j = 1; j < width; j++) cost[j] = cost[j - 1]! + b.weights[j - 1]!;
	for (let i = 0; i < a.codes.length; i++) {
		const [code, weight] = [a.codes[i]!, a.weights[i]!];
		let before: number = cost[0]!;
		let last = (cost[0] = before + weight);
		for (let j = 1; j < width; j++) {
			const other = b.codes[j - 1]!;
			const change = code === other ? 0 : code < CODES && other < CODES ? COSTS[code * CODES + other]! : 1;
			const above = cost[j]!;
			last = Math.min(before + change, above + weight, last + b.weights[j - 1]!);
			before = above;
			cost[j] = last;
		}
	}
	return cost[width - 1]!;
}

/** The same, with the sounds laid side by side. */
export function compareSounds(a: readonly Sound[], b: readonly Sound[]): SoundLikeness {
	const score = scoreOfSounds(soundCodes(a), soundCodes(b));
	return { score, pairs: weightOfAll(a) + weightOfAll(b) === 0 ? [] : wayBack(costTable(a, b), a, b) };
}

let table = new Float64Array(1024);

/** The cheapest way from the first i sounds to the first j, at i × (b's length + 1) + j. Good until the next call. */
function costTable(a: readonly Sound[], b: readonly Sound[]): Float64Array {
	const width = b.length + 1;
	if (table.length < (a.length + 1) * width) table = new Float64Array((a.length + 1) * width * 2);
	const cost = table;
	cost[0] = 0;
	for (let i = 1; i <= a.length; i++) cost[i * width] = cost[(i - 1) * width]! + a[i - 1]!.weight;
	for (let j = 1; j <= b.length; j++) cost[j] = cost[j - 1]! + b[j - 1]!.weight;
	for (let i = 1; i <= a.length; i++) {
		const { sound, weight } = a[i - 1]!;
		for (let j = 1; j <= b.length; j++) {
			const other = b[j - 1]!;
			cost[i * width + j] = Math.min(
				cost[(i - 1) * width + j - 1]! + costOfChange(sound, other.sound),
				cost[(i - 1) * width + j]! + weight,
				cost[i * width + j - 1]! + other.weight
			);
		}
	}
	return cost;
}

function wayBack(cost: Float64Array, a: readonly Sound[], b: readonly Sound[]): (readonly [Sound | null, Sound | null])[] {
	const width = b.length + 1;
	const pairs: (readonly [Sound | null, Sound | null])[] = [];
	let i = a.length;
	let j = b.length;
	while (i > 0 || j > 0) {
		const here = cost[i * width + j]!;
		const both = i > 0 && j > 0 ? cost[(i - 1) * width + j - 1]! + costOfChange(a[i - 1]!.sound, b[j - 1]!.sound) : Infinity;
		if (Math.abs(both - here) < 1e-9) pairs.push([a[--i]!, b[--j]!]);
		else if (i > 0 && Math.abs(cost[(i - 1) * width + j]! + a[i - 1]!.weight - here) < 1e-9) pairs.push([a[--i]!, null]);
		else pairs.push([null, b[--j]!]);
	}
	return pairs.reverse();
}
