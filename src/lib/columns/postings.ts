import { allocate } from './memory.ts';

/** Rows of every word: steps from row to row, as whole numbers of seven bits a byte. */
export interface Postings {
	readonly steps: Uint8Array;
	/** Where each word's steps end. Float64, for there may be more bytes than 32 bits count. */
	readonly ends: Float64Array;
}

const CHUNK = 1 << 20;

/** Takes rows with their words as they come, and turns them round at the end. */
export class PostingsDraft {
	readonly #chunks: Uint8Array[] = [];
	#chunk = new Uint8Array(CHUNK);
	#at = 0;

	add(row: number, words: ReadonlySet<number>): void {
		// Five bytes hold any number of 32 bits.
		const need = (words.size + 2) * 5;
		if (this.#at + need > this.#chunk.length) {
			this.#chunks.push(this.#chunk.subarray(0, this.#at));
			this.#chunk = new Uint8Array(Math.max(CHUNK, need));
			this.#at = 0;
		}
		this.#write(row);
		this.#write(words.size);
		for (const word of words) this.#write(word);
	}

	/** The draft is spent. */
	finish(words: number, shared: boolean): Postings {
		this.#chunks.push(this.#chunk.subarray(0, this.#at));
		const last = new Int32Array(words);
		const sizes = new Float64Array(words);
		this.#each((row, word) => {
			sizes[word]! += sizeOf(zigzag(row - last[word]!));
			last[word] = row;
		});
		const ends = allocate(Float64Array, words, shared);
		let end = 0;
		for (let word = 0; word < words; word++) {
			const size = sizes[word]!;
			// From here on the place to write at next.
			sizes[word] = end;
			ends[word] = end += size;
		}
		const steps = allocate(Uint8Array, end, shared);
		last.fill(0);
		this.#each((row, word) => {
			sizes[word] = write(steps, sizes[word]!, zigzag(row - last[word]!));
			last[word] = row;
		});
		this.#chunks.length = 0;
		return { steps, ends };
	}

	#write(value: number): void {
		this.#at = write(this.#chunk, this.#at, value);
	}

	#each(visit: (row: number, word: number) => void): void {
		for (const chunk of this.#chunks) {
			let at = 0;
			const read = () => {
				let value = 0;
				for (let shift = 0; ; shift += 7) {
					const byte = chunk[at++]!;
					value |= (byte & 127) << shift;
					if (byte < 128) return value >>> 0;
				}
			};
			while (at < chunk.length) {
				const row = read();
				for (let left = read(); left > 0; left--) visit(row, read());
			}
		}
	}
}

/** Moves every row of a word that stands at `step` on to the next. */
export function decodePostings({ steps, ends }: Postings, word: number, held: Uint8Array, step: number): void {
	const end = ends[word]!;
	let row = 0;
	for (let at = word === 0 ? 0 : ends[word - 1]!; at < end;) {
		let byte = steps[at++]!;
		let value = byte & 127;
		for (let shift = 7; byte > 127; shift += 7) {
			byte = steps[at++]!;
			value |= (byte & 127) << shift;
		}
		row += (value >>> 1) ^ -(value & 1);
		if (held[row] === step) held[row] = step + 1;
	}
}

/** Steps back are odd: rows mostly come in order, but need not. */
function zigzag(step: number): number {
	return ((step << 1) ^ (step >> 31)) >>> 0;
}

function sizeOf(value: number): number {
	let size = 1;
	for (let rest = value >>> 7; rest > 0; rest >>>= 7) size++;
	return size;
}

function write(bytes: Uint8Array, at: number, value: number): number {
	let rest = value;
	for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
	bytes[at++] = rest;
	return at;
}
