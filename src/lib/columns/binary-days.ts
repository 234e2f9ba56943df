import { bytesOf, FORM, type FoundSection, type Section } from './binary-sections.ts';
import { allocate } from './memory.ts';

/** What stands in place of a day: not a number, the two infinities, and what is written out behind. */
const SPECIAL = 4;
const NAN = 0;
const ENDLESS = 1;
const BEGINNINGLESS = 2;
const WRITTEN = 3;

/**
 * Moments, most of them whole days, as differences: from the base column's moment where that is finite, else from the
 * first day. A difference of 16 bits where nearly all fit, else of 32; what does not fit (times of day, far ends) is
 * written out. Float64 as they are when too many do not.
 * In the section: how many are written out (u32, 0), their moments (f64), the differences, padding, their rows (u32).
 */
export function daysSection(id: number, moments: Float64Array, base: Float64Array | null): Section {
	const first = base ? 0 : firstDay(moments);
	for (const form of [FORM.days16, FORM.days32] as const) {
		const packed = pack(moments, base, first, form === FORM.days16 ? 16 : 32);
		if (packed.rows.length * 8 > moments.length) continue;
		const head = new Uint8Array(8);
		new DataView(head.buffer).setUint32(0, packed.rows.length, true);
		const padding = new Uint8Array(-packed.differences.byteLength & 7);
		const parts = [
			head,
			bytesOf(Float64Array.from(packed.written)),
			bytesOf(packed.differences),
			padding,
			bytesOf(Uint32Array.from(packed.rows))
		];
		return { id, form, count: moments.length, bias: first, parts };
	}
	return { id, form: FORM.float64, count: moments.length, bias: 0, parts: [bytesOf(moments)] };
}

function firstDay(moments: Float64Array): number {
	let first = Infinity;
	for (let row = 0; row < moments.length; row++) {
		const moment = moments[row]!;
		if (moment > -Infinity && moment < first) first = moment;
	}
	return first === Infinity ? 0 : Math.floor(first);
}

function pack(moments: Float64Array, base: Float64Array | null, first: number, bits: 16 | 32) {
	const limit = 2 ** bits - SPECIAL;
	const differences = bits === 16 ? new Uint16Array(moments.length) : new Uint32Array(moments.length);
	const rows: number[] = [];
	const written: number[] = [];
	for (let row = 0; row < moments.length; row++) {
		const moment = moments[row]!;
		let difference = moment - (base ? finite(base[row]!) : first);
		if (moment !== moment) difference = limit + NAN;
		else if (moment === Infinity) difference = limit + ENDLESS;
		else if (moment === -Infinity) difference = limit + BEGINNINGLESS;
		else if (!(difference >= 0 && difference < limit && difference === Math.floor(difference))) {
			difference = limit + WRITTEN;
			rows.push(row);
			written.push(moment);
			if (rows.length * 8 > moments.length) break;
		}
		differences[row] = difference;
	}
	return { differences, rows, written };
}

/** @throws RangeError when the section is of no such form, or shorter than it says. */
export function daysOf({ buffer, form, count, bias, at, bytes }: FoundSection, base: Float64Array | null): Float64Array {
	if (form === FORM.float64) {
		if (bytes < count * 8) throw new RangeError('columns are damaged: a section is shorter than it says');
		return new Float64Array(buffer, at, count);
	}
	if (form !== FORM.days16 && form !== FORM.days32) throw new RangeError(`columns are damaged: form ${form} for dates`);
	const width = form === FORM.days16 ? 2 : 4;
	const many = new Uint32Array(buffer, at, 1)[0]!;
	const differencesAt = at + 8 + many * 8;
	const rowsAt = (differencesAt + count * width + 7) & ~7;
	if (rowsAt + many * 4 > at + bytes) throw new RangeError('columns are damaged: a section is shorter than it says');
	const moments = allocate(Float64Array, count);
	const limit = 2 ** (width * 8) - SPECIAL;
	const differences = width === 2 ? new Uint16Array(buffer, differencesAt, count) : new Uint32Array(buffer, differencesAt, count);
	if (base) unpackFrom(moments, differences, base, limit);
	else unpack(moments, differences, bias, limit);
	const written = new Float64Array(buffer, at + 8, many);
	const rows = new Uint32Array(buffer, rowsAt, many);
	for (let next = 0; next < many; next++) moments[rows[next]!] = written[next]!;
	return moments;
}

function unpack(moments: Float64Array, differences: Uint16Array | Uint32Array, first: number, limit: number): void {
	for (let row = 0; row < moments.length; row++) {
		const difference = differences[row]!;
		moments[row] = difference < limit ? difference + first : specialOf(difference - limit);
	}
}

function unpackFrom(moments: Float64Array, differences: Uint16Array | Uint32Array, base: Float64Array, limit: number): void {
	for (let row = 0; row < moments.length; row++) {
		const difference = differences[row]!;
		moments[row] = difference < limit ? difference + finite(base[row]!) : specialOf(difference - limit);
	}
}

function specialOf(special: number): number {
	return special === ENDLESS ? Infinity : special === BEGINNINGLESS ? -Infinity : NaN;
}

function finite(moment: number): number {
	return moment - moment === 0 ? moment : 0;
}
