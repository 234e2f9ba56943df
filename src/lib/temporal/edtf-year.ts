import { DIGITS, type Cursor } from './edtf-cursor.ts';

export interface YearRead {
	readonly years: readonly [number, number];
	/** Holds an X or significant digits. */
	readonly vague: boolean;
	/** Four X: nothing known. */
	readonly any: boolean;
	/** A form that takes no month (`Y…`, `…S2`). */
	readonly whole: boolean;
}

/** Beyond it epoch days would no longer be exact in float64. */
const FARTHEST_YEAR = 1e12;

/** `2025`, `-0050`, `201X`, `XXXX`, `1950S2`. */
export function readShortYear(cursor: Cursor): YearRead {
	const start = cursor.at;
	const negative = cursor.take('-');
	const at = cursor.at;
	const digits = cursor.run(`${DIGITS}X`, 4);
	if (digits.length < 4) cursor.fail('year', 'a year of four digits', at);
	if (negative && digits === '0000') cursor.fail('year', '0000 without a sign', start);
	const low = Number(digits.replaceAll('X', '0'));
	const high = Number(digits.replaceAll('X', '9'));
	const vague = digits.includes('X');
	if (!vague && cursor.sees('S')) return significant(cursor, negative, low, 4);
	return { years: negative ? mirrored(low, high) : [low, high], vague, any: !negative && digits === 'XXXX', whole: false };
}

/** `Y17000000002`, `Y-17E7`, `Y3388E2S3`: years of more than four digits. */
export function readLongYear(cursor: Cursor): YearRead {
	const start = cursor.at;
	cursor.take('Y');
	const negative = cursor.take('-');
	const at = cursor.at;
	const digits = cursor.run(DIGITS);
	if (!digits || digits.startsWith('0')) cursor.fail('year', 'digits, the first of them 1–9', at);
	let exponent = 0;
	if (cursor.take('E')) {
		const power = cursor.run(DIGITS);
		if (!power || power.startsWith('0')) cursor.fail('year', 'an exponent');
		exponent = Number(power);
	}
	const year = Number(digits) * 10 ** exponent;
	if (!(year <= FARTHEST_YEAR)) cursor.fail('year-range', 'a year within ±10¹²', at);
	if (year <= 9999) cursor.fail('year', 'more than four digits after Y; a shorter year takes no Y', start);
	return cursor.sees('S')
		? significant(cursor, negative, year, digits.length + exponent)
		: { years: negative ? [-year, -year] : [year, year], vague: false, any: false, whole: true };
}

/** `S2` after a year of n digits: the first two hold, the rest may be anything. */
function significant(cursor: Cursor, negative: boolean, year: number, length: number): YearRead {
	cursor.take('S');
	const at = cursor.at;
	const count = Number(cursor.run(DIGITS) || '0');
	if (count < 1 || count > length) cursor.fail('significant', `a count of digits, 1–${length}`, at);
	const unit = 10 ** (length - count);
	const low = Math.floor(year / unit) * unit;
	const high = low + unit - 1;
	return { years: negative ? mirrored(low, high) : [low, high], vague: unit > 1, any: false, whole: true };
}

/** The years of a negative pattern; −0 is year 0. */
function mirrored(low: number, high: number): [number, number] {
	return [-high, low === 0 ? 0 : -low];
}
