/** The typed arrays columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export interface NumbersOf<T extends Numbers> {
	readonly BYTES_PER_ELEMENT: number;
	new (buffer: ArrayBufferLike, offset?: number, length?: number): T;
}

/**
 * Bytes of a buffer that some array already counts as its own. Behind them there may be room, and the first array that
 * needs to grow takes it: patch after patch then appends without copying what stands.
 */
const claimed = new WeakMap<ArrayBufferLike, number>();

/** An array of zeroes with a little room behind it; on shared memory when asked for. */
export function allocate<T extends Numbers>(of: NumbersOf<T>, length: number, shared = false): T {
	const bytes = (length + (length >> 6) + 16) * of.BYTES_PER_ELEMENT;
	const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
	claimed.set(buffer, length * of.BYTES_PER_ELEMENT);
	return new of(buffer, 0, length);
}

/** A copy that keeps the kind of memory; longer when asked for. */
export function copied<T extends Numbers>(old: T, length = old.length): T {
	const copy = allocate(old.constructor as unknown as NumbersOf<T>, length, isShared(old));
	copy.set(old.subarray(0, length));
	return copy;
}

/**
 * The same numbers and room for more behind them: the same memory when nobody has taken the room yet, else a copy. What
 * stands behind the old numbers is zero.
 */
export function extended<T extends Numbers>(old: T, length: number): { readonly array: T; readonly copied: boolean } {
	const from = old.byteOffset + old.byteLength;
	const to = old.byteOffset + length * old.BYTES_PER_ELEMENT;
	if (claimed.get(old.buffer) !== from || to > old.buffer.byteLength) return { array: copied(old, length), copied: true };
	claimed.set(old.buffer, to);
	return { array: new (old.constructor as unknown as NumbersOf<T>)(old.buffer, old.byteOffset, length), copied: false };
}

export function isShared(array: Numbers): boolean {
	return typeof SharedArrayBuffer !== 'undefined' && array.buffer instanceof SharedArrayBuffer;
}

/** A typed array that grows at its end, for building. */
export class Growing<T extends Numbers> {
	#array: T;
	length = 0;

	constructor(of: NumbersOf<T>, capacity = 1024) {
		this.#array = new of(new ArrayBuffer(capacity * of.BYTES_PER_ELEMENT));
	}

	push(value: number): void {
		if (this.length === this.#array.length) this.reserve(1);
		this.#array[this.length++] = value;
	}

	/** Room for so many more. */
	reserve(more: number): void {
		if (this.length + more <= this.#array.length) return;
		const old = this.#array;
		const capacity = Math.max(this.length + more, old.length + (old.length >> 1));
		const of = old.constructor as unknown as NumbersOf<T>;
		this.#array = new of(new ArrayBuffer(capacity * of.BYTES_PER_ELEMENT));
		this.#array.set(old);
	}

	/** The numbers so far, with the room behind them; good until the next push. */
	get room(): T {
		return this.#array;
	}

	/** The numbers so far; good until the next push. */
	get numbers(): T {
		return this.#array.subarray(0, this.length) as T;
	}
}
