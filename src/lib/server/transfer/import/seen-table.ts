/**
 * A set of pairs of 32-bit numbers with a small value each, in flat arrays: a million entries take some 30 MB, where a Map
 * of strings takes ten times that. Pairs are taken as they are, so callers give hashes or other numbers already well spread.
 */
export class SeenTable {
	#high: Uint32Array;
	#low: Uint32Array;
	#row: Uint32Array;
	/** 0: the slot is free. */
	#state: Uint8Array;
	#size = 0;

	constructor(expected = 1024) {
		const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
		this.#high = new Uint32Array(slots);
		this.#low = new Uint32Array(slots);
		this.#row = new Uint32Array(slots);
		this.#state = new Uint8Array(slots);
	}

	get size(): number {
		return this.#size;
	}

	/** State of a pair; 0: it is not there. */
	state(high: number, low: number): number {
		return this.#state[this.#slot(high, low)] ?? 0;
	}

	/** The row kept with a pair; 0: it is not there. */
	row(high: number, low: number): number {
		const slot = this.#slot(high, low);
		return this.#state[slot] ? (this.#row[slot] ?? 0) : 0;
	}

	/** @param state 1–255 */
	set(high: number, low: number, state: number, row = 0): void {
		if (this.#size * 5 > this.#state.length * 3) this.#grow();
		const slot = this.#slot(high, low);
		if (this.#state[slot] === 0) this.#size++;
		this.#high[slot] = high;
		this.#low[slot] = low;
		this.#row[slot] = row;
		this.#state[slot] = state;
	}

	#slot(high: number, low: number): number {
		const last = this.#state.length - 1;
		let slot = (Math.imul(high ^ (low >>> 7), 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b)) & last;
		while (this.#state[slot] !== 0 && (this.#high[slot] !== high >>> 0 || this.#low[slot] !== low >>> 0)) slot = (slot + 1) & last;
		return slot;
	}

	#grow(): void {
		const [high, low, row, state] = [this.#high, this.#low, this.#row, this.#state];
		this.#high = new Uint32Array(high.length * 2);
		this.#low = new Uint32Array(high.length * 2);
		this.#row = new Uint32Array(high.length * 2);
		this.#state = new Uint8Array(high.length * 2);
		this.#size = 0;
		state.forEach((each, slot) => {
			if (each !== 0) this.set(high[slot] ?? 0, low[slot] ?? 0, each, row[slot] ?? 0);
		});
	}
}

/** Two well-spread 32-bit numbers of a text (cyrb53's mixing). Among a million texts two alike are a matter of one in ten million. */
export function pairOf(text: string): readonly [high: number, low: number] {
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		high = Math.imul(high ^ unit, 2654435761);
		low = Math.imul(low ^ unit, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return [high >>> 0, low >>> 0];
}
