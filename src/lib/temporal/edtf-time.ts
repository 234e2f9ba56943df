import { DIGITS, type Cursor } from './edtf-cursor.ts';
import type { EdtfTime } from './edtf-value.ts';

/** `T14:30:00+03:30`; the seconds may be left out (stated to the minute), and the offset (floating). */
export function readTime(cursor: Cursor): EdtfTime {
	cursor.take('T');
	const hour = two(cursor, 'hour', 23);
	if (!cursor.take(':')) cursor.fail('separator', ':');
	const minute = two(cursor, 'minute', 59);
	const second = cursor.take(':') ? two(cursor, 'second', 59) : undefined;
	return { hour, minute, second, offset: readOffset(cursor) };
}

function readOffset(cursor: Cursor): number | undefined {
	if (cursor.take('Z')) return 0;
	const sign = cursor.run('+-', 1);
	if (!sign) return undefined;
	const hours = two(cursor, 'offset', 14);
	const minutes = cursor.take(':') ? two(cursor, 'offset', 59) : 0;
	const offset = hours * 60 + minutes;
	return sign === '-' && offset > 0 ? -offset : offset;
}

function two(cursor: Cursor, code: 'hour' | 'minute' | 'second' | 'offset', limit: number): number {
	const at = cursor.at;
	const digits = cursor.run(DIGITS, 2);
	if (digits.length < 2 || Number(digits) > limit) cursor.fail(code, `two digits, 00–${limit}`, at);
	return Number(digits);
}
