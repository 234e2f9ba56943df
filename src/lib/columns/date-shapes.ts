import type { ColumnSet } from './column-set.ts';

/** The four edges of every row. */
export type DateColumns = Pick<ColumnSet, 'count' | 'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd'>;

/** Days between the first and the last up to which days are counted instead of sorted. */
const COUNTABLE = 1 << 23;

/** The dated rows, and numbers that order them as their moments do: whole days counted from the first, else places among the distinct. */
export function smallNumbers(moments: Float64Array): { rows: Uint32Array; numbers: Uint32Array; limit: number } {
	let [first, last, whole, dated] = [Infinity, -Infinity, true, 0];
	for (let row = 0; row < moments.length; row++) {
		const moment = moments[row]!;
		if (moment !== moment) continue;
		dated++;
		if (moment - moment !== 0) continue;
		if (moment < first) first = moment;
		if (moment > last) last = moment;
		if (moment !== Math.floor(moment)) whole = false;
	}
	if (first > last) first = last = 0;
	const rows = new Uint32Array(dated);
	const numbers = new Uint32Array(dated);
	const countable = whole && last - first <= COUNTABLE;
	let at = 0;
	for (let row = 0; row < moments.length; row++) {
		const moment = moments[row]!;
		if (moment !== moment) continue;
		rows[at] = row;
		if (countable) numbers[at] = moment === -Infinity ? 0 : moment === Infinity ? last - first + 2 : moment - first + 1;
		at++;
	}
	return { rows, numbers, limit: countable ? last - first + 3 : placesAmong(moments, rows, numbers) };
}

function placesAmong(moments: Float64Array, rows: Uint32Array, numbers: Uint32Array): number {
	const sorted = new Float64Array(rows.length);
	for (let at = 0; at < rows.length; at++) sorted[at] = moments[rows[at]!]!;
	sorted.sort();
	let distinct = 0;
	for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[distinct++] = sorted[at]!;
	for (let at = 0; at < rows.length; at++) {
		const moment = moments[rows[at]!]!;
		let [low, high] = [0, distinct - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle]! < moment) low = middle + 1;
			else high = middle;
		}
		numbers[at] = low;
	}
	return distinct;
}

/**
 * What dates are beside where they start: latest start, latest end and earliest end from there on (from day 0 where the
 * start is open). `codes` has one a dated row, in the order in which dates with one start are listed.
 */
export class DateShapes {
	readonly codes: Uint32Array;
	count = 0;
	/** Three numbers a shape. */
	#parts = new Float64Array(3 * 64);
	#table = new Int32Array(256).fill(-1);

	constructor({ earliestStart, latestStart, latestEnd, earliestEnd }: DateColumns, rows: Uint32Array) {
		const codes = new Uint32Array(rows.length);
		let [last, x, y, z] = [-1, NaN, NaN, NaN];
		for (let at = 0; at < rows.length; at++) {
			const row = rows[at]!;
			const start = earliestStart[row]!;
			const from = start - start === 0 ? start : 0;
			const a = latestStart[row]! - from;
			const b = latestEnd[row]! - from;
			const c = earliestEnd[row]! - from;
			if (a !== x || b !== y || c !== z) {
				last = this.#codeOf(a, b, c);
				[x, y, z] = [a, b, c];
			}
			codes[at] = last;
		}
		this.codes = codes;
		this.#order();
	}

	#codeOf(a: number, b: number, c: number): number {
		const parts = this.#parts;
		const mask = this.#table.length - 1;
		let slot = hash(a, b, c) & mask;
		for (let code = this.#table[slot]!; code >= 0; code = this.#table[slot]!) {
			if (parts[code * 3] === a && parts[code * 3 + 1] === b && parts[code * 3 + 2] === c) return code;
			slot = (slot + 1) & mask;
		}
		const code = this.count++;
		this.#table[slot] = code;
		parts[code * 3] = a;
		parts[code * 3 + 1] = b;
		parts[code * 3 + 2] = c;
		if (this.count * 3 === parts.length) this.#grow();
		return code;
	}

	#grow(): void {
		const old = this.#parts;
		this.#parts = new Float64Array(old.length * 2);
		this.#parts.set(old);
		this.#table = new Int32Array(this.#table.length * 2).fill(-1);
		const mask = this.#table.length - 1;
		for (let code = 0; code < this.count; code++) {
			let slot = hash(old[code * 3]!, old[code * 3 + 1]!, old[code * 3 + 2]!) & mask;
			while (this.#table[slot]! >= 0) slot = (slot + 1) & mask;
			this.#table[slot] = code;
		}
	}

	#order(): void {
		const parts = this.#parts;
		const compare = (one: number, other: number) => {
			for (let part = 0; part < 3; part++) {
				const [a, b] = [parts[one * 3 + part]!, parts[other * 3 + part]!];
				if (a !== b) return a < b ? -1 : 1;
			}
			return 0;
		};
		const order = Uint32Array.from({ length: this.count }, (_, code) => code).sort(compare);
		const placeOf = new Uint32Array(this.count);
		for (let place = 0; place < order.length; place++) placeOf[order[place]!] = place;
		const { codes } = this;
		for (let at = 0; at < codes.length; at++) codes[at] = placeOf[codes[at]!]!;
	}
}

/** Days are whole but for a time of day; what a shift drops only makes neighbours meet. */
function hash(a: number, b: number, c: number): number {
	const mixed = Math.imul(a * 16, 0x9e3779b1) ^ Math.imul(b * 16, 0x85ebca6b) ^ Math.imul(c * 16, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 15)) >>> 0;
}
