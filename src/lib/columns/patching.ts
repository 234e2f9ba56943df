import type { CodedColumn, CodedListColumn, Codes } from './column-set.ts';
import { codeIn, withValue } from './dictionary.ts';
import { allocate, copied, extended, isShared, type Numbers, type NumbersOf } from './memory.ts';

/** A column being changed: the old numbers stay as they are, and are copied only when one of them changes. */
export class Patched<T extends Numbers> {
	array: T;
	readonly #standing: number;
	#own: boolean;

	constructor(old: T, count: number) {
		const longer = count > old.length ? extended(old, count) : { array: old, copied: false };
		this.array = longer.array;
		this.#own = longer.copied;
		this.#standing = old.length;
	}

	set(row: number, value: number): void {
		if (Object.is(this.array[row], value)) return;
		if (!this.#own && row < this.#standing) {
			this.array = copied(this.array);
			this.#own = true;
		}
		this.array[row] = value;
	}
}

/** A coded column being changed; values it did not know come last in its dictionary. */
export class PatchedCodes {
	values: readonly string[];
	readonly codes: Patched<Int32Array>;

	constructor(old: CodedColumn, count: number) {
		this.values = old.values;
		this.codes = new Patched(old.codes, count);
	}

	code(value: string): number {
		if (value === '') return -1;
		const code = codeIn(this.values, value);
		if (code >= 0) return code;
		this.values = withValue(this.values, value);
		return this.values.length - 1;
	}

	set(row: number, value: string): void {
		this.codes.set(row, this.code(value));
	}

	column(): CodedColumn {
		return { values: this.values, codes: this.codes.array };
	}
}

/** A list column being changed: changes are gathered, then written in one go, what lies between them by the block. */
export class PatchedLists {
	#old: CodedListColumn;
	readonly #changes = new Map<number, readonly number[]>();
	#values: readonly string[];

	constructor(old: CodedListColumn) {
		this.#old = old;
		this.#values = old.values;
	}

	set(row: number, values: readonly string[]): void {
		const codes = values.map((value) => {
			const code = codeIn(this.#values, value);
			if (code >= 0) return code;
			this.#values = withValue(this.#values, value);
			return this.#values.length - 1;
		});
		if (!this.#stands(row, codes)) this.#changes.set(row, codes);
	}

	#stands(row: number, codes: readonly number[]): boolean {
		const { offsets, codes: old } = this.#old;
		if (row >= offsets.length - 1) return false;
		const start = offsets[row]!;
		return offsets[row + 1]! - start === codes.length && codes.every((code, index) => old[start + index] === code);
	}

	column(count: number): CodedListColumn {
		const old = (this.#old = { ...this.#old, codes: withRoomFor(this.#old.codes, this.#values.length) });
		const before = old.offsets.length - 1;
		const inside = [...this.#changes.keys()].filter((row) => row < before).sort((a, b) => a - b);
		let size = old.codes.length;
		for (const [row, codes] of this.#changes) size += codes.length - (row < before ? old.offsets[row + 1]! - old.offsets[row]! : 0);
		const { offsets, codes } = inside.every((row) => this.#change(row).length === old.offsets[row + 1]! - old.offsets[row]!)
			? this.#appended(count, size, inside)
			: this.#spliced(inside, count, size);
		for (let row = before; row < count; row++) {
			const added = this.#change(row);
			codes.set(added, offsets[row]!);
			offsets[row + 1] = offsets[row]! + added.length;
		}
		return { values: this.#values, offsets, codes };
	}

	#change(row: number): readonly number[] {
		return this.#changes.get(row) ?? [];
	}

	/** Lists inside keep their lengths, so offsets stand; codes are copied only when one of those changed. */
	#appended(count: number, size: number, inside: readonly number[]): { offsets: Uint32Array; codes: Codes } {
		const { offsets, codes: old } = this.#old;
		let codes = size > old.length ? extended(old, size).array : old;
		if (inside.length) codes = copied(codes);
		for (const row of inside) codes.set(this.#change(row), offsets[row]!);
		return { offsets: count + 1 > offsets.length ? extended(offsets, count + 1).array : offsets, codes };
	}

	#spliced(inside: readonly number[], count: number, size: number): { offsets: Uint32Array; codes: Codes } {
		const { offsets: oldOffsets, codes: oldCodes } = this.#old;
		const before = oldOffsets.length - 1;
		const offsets = allocate(Uint32Array, count + 1, isShared(oldOffsets));
		const codes = allocate(oldCodes.constructor as unknown as NumbersOf<Codes>, size, isShared(oldCodes));
		let row = 0;
		for (const changed of [...inside, before]) {
			const shift = offsets[row]! - oldOffsets[row]!;
			codes.set(oldCodes.subarray(oldOffsets[row]!, oldOffsets[changed]!), offsets[row]!);
			if (shift === 0) offsets.set(oldOffsets.subarray(row, changed + 1), row);
			else for (let at = row + 1; at <= changed; at++) offsets[at] = oldOffsets[at]! + shift;
			if (changed === before) break;
			const now = this.#change(changed);
			codes.set(now, offsets[changed]!);
			offsets[changed + 1] = offsets[changed]! + now.length;
			row = changed + 1;
		}
		return { offsets, codes };
	}
}

/** Codes that can number so many values: the same, or wider ones. */
function withRoomFor(codes: Codes, values: number): Codes {
	return values <= 2 ** (8 * codes.BYTES_PER_ELEMENT) ? codes : Uint32Array.from(codes);
}
