import type { IdColumn } from './column-set.ts';
import { bytesOfId, hashOf, idOfBytes, sameBytes } from './id-bytes.ts';
import { allocate, copied, extended, isShared } from './memory.ts';

/** Rows that are hashed in one go. A larger column is hashed by and by, as it is asked: nobody waits long. */
const SHARE = 100_000;

/**
 * Ids by row: UTF-8 bytes end to end, offsets, and a hash table that grows as ids are asked for. The table is shared with
 * the columns a patch makes of this one: a number in it may lie beyond this column, and is then not its own.
 */
export class Ids implements IdColumn {
	readonly count: number;
	#bytes: Uint8Array;
	/** Row r stands in bytes[offsets[r] .. offsets[r + 1]]. */
	readonly offsets: Uint32Array;
	#table: Int32Array | null = null;
	/** Rows before it are in the table. */
	#hashed = 0;

	constructor(bytes: Uint8Array, offsets: Uint32Array) {
		this.#bytes = bytes;
		this.offsets = offsets;
		this.count = offsets.length - 1;
	}

	get bytes(): Uint8Array {
		return this.#bytes;
	}

	/** Takes its bytes out of the larger memory they were a part of. */
	leaveBytes(): void {
		this.#bytes = copied(this.#bytes);
	}

	at(row: number): string {
		return row >= 0 && row < this.count ? idOfBytes(this.bytes, this.offsets[row]!, this.offsets[row + 1]!) : '';
	}

	rowOf(id: string): number {
		const name = bytesOfId(id);
		if (this.#hashed < this.count) this.#hashMore();
		const table = this.#table;
		if (!table) return -1;
		const mask = table.length - 1;
		let slot = hashOf(name, 0, name.length) & mask;
		for (let row = table[slot]!; row >= 0; row = table[slot]!) {
			if (row < this.count && sameBytes(name, this.bytes, this.offsets[row]!, this.offsets[row + 1]!)) return row;
			slot = (slot + 1) & mask;
		}
		for (let row = this.#hashed; row < this.count; row++)
			if (sameBytes(name, this.bytes, this.offsets[row]!, this.offsets[row + 1]!)) return row;
		return -1;
	}

	/** This column with more ids behind; it stays as it is. */
	with(ids: readonly string[]): Ids {
		if (ids.length === 0) return this;
		let size = this.offsets[this.count]!;
		for (const id of ids) size += bytesOfId(id).length;
		const bytes = extended(this.bytes, size).array;
		const offsets = extended(this.offsets, this.count + ids.length + 1).array;
		ids.forEach((id, at) => {
			const name = bytesOfId(id);
			const from = offsets[this.count + at]!;
			bytes.set(name, from);
			offsets[this.count + at + 1] = from + name.length;
		});
		const longer = new Ids(bytes, offsets);
		if (this.#table && this.#hashed === this.count && longer.count * 2 < this.#table.length) {
			longer.#table = this.#table;
			longer.#hashed = this.count;
			longer.#hashMore();
		}
		return longer;
	}

	#hashMore(): void {
		if (!this.#table) {
			let size = 1024;
			while (size < this.count * 2 + 2) size *= 2;
			this.#table = new Int32Array(size).fill(-1);
		}
		const table = this.#table;
		const mask = table.length - 1;
		const { bytes, offsets } = this;
		const end = Math.min(this.count, this.#hashed + SHARE);
		for (let row = this.#hashed; row < end; row++) {
			let slot = hashOf(bytes, offsets[row]!, offsets[row + 1]!) & mask;
			while (table[slot]! >= 0) slot = (slot + 1) & mask;
			table[slot] = row;
		}
		this.#hashed = end;
	}
}

/** A column's ids as bytes, whatever it is made of. */
export function idsOf(column: IdColumn, count: number): Ids {
	if (column instanceof Ids) return column;
	return new Ids(allocate(Uint8Array, 0), allocate(Uint32Array, 1)).with(Array.from({ length: count }, (_, row) => column.at(row)));
}

/** Ids on memory other threads can read: the same column when it already is. */
export function sharedIds(ids: Ids): Ids {
	if (isShared(ids.bytes) && isShared(ids.offsets)) return ids;
	const bytes = allocate(Uint8Array, ids.bytes.length, true);
	const offsets = allocate(Uint32Array, ids.offsets.length, true);
	bytes.set(ids.bytes);
	offsets.set(ids.offsets);
	return new Ids(bytes, offsets);
}
