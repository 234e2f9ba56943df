import { Growing } from './memory.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
let scratch = new Uint8Array(256);

/** The UTF-8 bytes of an id; good until the next call. */
export function bytesOfId(id: string): Uint8Array {
	if (scratch.length < id.length * 3) scratch = new Uint8Array(id.length * 6);
	for (let at = 0; at < id.length; at++) {
		const unit = id.charCodeAt(at);
		if (unit > 0x7f) return scratch.subarray(0, encoder.encodeInto(id, scratch).written);
		scratch[at] = unit;
	}
	return scratch.subarray(0, id.length);
}

/** The id that stands in bytes[from .. to]. */
export function idOfBytes(bytes: Uint8Array, from: number, to: number): string {
	let id = '';
	for (let at = from; at < to; at++) {
		const byte = bytes[at]!;
		// A copy, because shared memory is not decoded everywhere.
		if (byte > 0x7f) return decoder.decode(bytes.slice(from, to));
		id += String.fromCharCode(byte);
	}
	return id;
}

export function sameBytes(id: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
	if (to - from !== id.length) return false;
	// From the end: ids of one kind mostly begin alike.
	for (let at = id.length - 1; at >= 0; at--) if (bytes[from + at] !== id[at]) return false;
	return true;
}

/** FNV-1a, stirred once more so that low bits are good for a table. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
	let hash = 0x811c9dc5;
	for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
	return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}

/** Numbers ids in the order they are first met, keeping bytes only. For building, where links may come before what they name. */
export class IdNumbers {
	readonly bytes = new Growing(Uint8Array, 1 << 14);
	/** Where each id ends. */
	readonly ends = new Growing(Uint32Array);
	#table = new Int32Array(2048).fill(-1);

	numberOf(id: string): number {
		const name = bytesOfId(id);
		if (this.ends.length * 2 >= this.#table.length) this.#grow();
		const mask = this.#table.length - 1;
		let slot = hashOf(name, 0, name.length) & mask;
		for (let number = this.#table[slot]!; number >= 0; number = this.#table[slot]!) {
			if (sameBytes(name, this.bytes.room, this.startOf(number), this.ends.room[number]!)) return number;
			slot = (slot + 1) & mask;
		}
		this.bytes.reserve(name.length);
		this.bytes.room.set(name, this.bytes.length);
		this.bytes.length += name.length;
		this.#table[slot] = this.ends.length;
		this.ends.push(this.bytes.length);
		return this.ends.length - 1;
	}

	startOf(number: number): number {
		return number === 0 ? 0 : this.ends.room[number - 1]!;
	}

	at(number: number): string {
		return idOfBytes(this.bytes.room, this.startOf(number), this.ends.room[number]!);
	}

	#grow(): void {
		this.#table = new Int32Array(this.#table.length * 2).fill(-1);
		const mask = this.#table.length - 1;
		for (let number = 0; number < this.ends.length; number++) {
			let slot = hashOf(this.bytes.room, this.startOf(number), this.ends.room[number]!) & mask;
			while (this.#table[slot]! >= 0) slot = (slot + 1) & mask;
			this.#table[slot] = number;
		}
	}
}
