import { allocate, type Numbers, type NumbersOf } from './memory.ts';

/** `ACLN`, little-endian. */
export const MAGIC = 0x4e4c4341;
/** Raised when a section changes its meaning; a new section needs no new version, for unknown ones are skipped. */
export const VERSION = 2;
export const HEADER_BYTES = 16;
/** Id, form, count, 0 (32 bits each), bytes that follow, bias (float64 each). */
export const SECTION_BYTES = 32;

/** How a section's numbers are written. */
export const FORM = {
	/** Bytes as they are. */
	bytes: 0,
	/** One value for all, the bias; nothing follows. */
	same: 1,
	/** Less the bias, 8 or 16 bits each. */
	narrow8: 2,
	narrow16: 3,
	/** 32 bits each, signed or not, as the column has them. */
	plain32: 4,
	/** Places that differ from the bias (u32), then their values (i32). */
	sparse: 5,
	float64: 6,
	/** Moments as whole days: see `daysToParts`. */
	days16: 7,
	days32: 8
} as const;
export type Form = (typeof FORM)[keyof typeof FORM];

/** A section on its way out. Parts follow each other; the whole is padded to eight bytes. */
export interface Section {
	readonly id: number;
	readonly form: Form;
	readonly count: number;
	readonly bias: number;
	readonly parts: readonly Uint8Array[];
}

/** A section as found. `at` is a multiple of eight. */
export interface FoundSection {
	readonly buffer: ArrayBufferLike;
	readonly form: number;
	readonly count: number;
	readonly bias: number;
	readonly at: number;
	readonly bytes: number;
}

/** Numbers in the shortest form that fits them. */
export function integerSection(id: number, values: Uint8Array | Uint16Array | Uint32Array | Int32Array): Section {
	let [least, most] = [Infinity, -Infinity];
	for (let at = 0; at < values.length; at++) {
		const value = values[at]!;
		if (value < least) least = value;
		if (value > most) most = value;
	}
	const count = values.length;
	if (count === 0 || least === most) return { id, form: FORM.same, count, bias: count === 0 ? 0 : least, parts: [] };
	let others = 0;
	for (let at = 0; at < count; at++) if (values[at] !== least) others++;
	const width = most - least < 256 ? 1 : most - least < 65_536 ? 2 : 4;
	if (others * 8 < count * width && most < 0x7fffffff) return sparseSection(id, values, least, others);
	if (width === 4) return { id, form: FORM.plain32, count, bias: 0, parts: [bytesOf(width32(values))] };
	const narrow = width === 1 ? new Uint8Array(count) : new Uint16Array(count);
	for (let at = 0; at < count; at++) narrow[at] = values[at]! - least;
	return { id, form: width === 1 ? FORM.narrow8 : FORM.narrow16, count, bias: least, parts: [bytesOf(narrow)] };
}

function sparseSection(id: number, values: Numbers, bias: number, others: number): Section {
	const places = new Uint32Array(others);
	const found = new Int32Array(others);
	let next = 0;
	for (let at = 0; at < values.length; at++) {
		if (values[at] === bias) continue;
		places[next] = at;
		found[next++] = values[at]!;
	}
	return { id, form: FORM.sparse, count: values.length, bias, parts: [bytesOf(places), bytesOf(found)] };
}

/**
 * Reads numbers into a column of the kind asked for: a view where they stand as they are, else a column of their own with
 * room behind it.
 * @throws RangeError when the section is of no such form, or shorter than it says.
 */
export function integersOf<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(
	of: NumbersOf<T>,
	{ buffer, form, count, bias, at, bytes }: FoundSection
): T {
	const need = (size: number) => {
		if (size > bytes) throw new RangeError('columns are damaged: a section is shorter than it says');
	};
	if (form === FORM.plain32 && of.BYTES_PER_ELEMENT === 4) {
		need(count * 4);
		return new of(buffer, at, count);
	}
	if (form === FORM.narrow8 && of.BYTES_PER_ELEMENT === 1 && bias === 0) {
		need(count);
		return new of(buffer, at, count);
	}
	const column = allocate(of, count);
	if (form === FORM.same || form === FORM.sparse) {
		if (bias !== 0) column.fill(bias);
		if (form === FORM.same) return column;
		const others = bytes >>> 3;
		const places = new Uint32Array(buffer, at, others);
		const values = new Int32Array(buffer, at + others * 4, others);
		for (let next = 0; next < others; next++) column[places[next]!] = values[next]!;
		return column;
	}
	if (form !== FORM.narrow8 && form !== FORM.narrow16) throw new RangeError(`columns are damaged: form ${form} for whole numbers`);
	const narrow =
		form === FORM.narrow8 ? new Uint8Array(buffer, at, (need(count), count)) : new Uint16Array(buffer, at, (need(count * 2), count));
	column.set(narrow);
	// One loop over one kind of array stays fast; adding while widening would be many.
	if (bias !== 0) addTo(new Int32Array(column.buffer, column.byteOffset, column.BYTES_PER_ELEMENT === 4 ? count : 0), bias);
	if (bias !== 0 && column.BYTES_PER_ELEMENT < 4) for (let index = 0; index < count; index++) column[index]! += bias;
	return column;
}

function addTo(column: Int32Array, bias: number): void {
	for (let index = 0; index < column.length; index++) column[index]! += bias;
}

export function bytesOf(array: Numbers): Uint8Array {
	return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function width32(values: Numbers): Numbers {
	return values.BYTES_PER_ELEMENT === 4 ? values : Int32Array.from(values);
}
