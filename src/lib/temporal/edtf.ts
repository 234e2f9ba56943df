import { Cursor, EdtfError, type EdtfCode } from './edtf-cursor.ts';
import { readDate } from './edtf-date.ts';
import { spanOf } from './edtf-span.ts';
import type { EdtfDate, EdtfEnd, EdtfMember, EdtfValue } from './edtf-value.ts';

export type { EdtfCode, EdtfValue };

/** A parsed value, or where and why the text is not EDTF; `expected` is for logs and developers, `code` for messages. */
export type EdtfResult =
	| { readonly ok: true; readonly value: EdtfValue }
	| { readonly ok: false; readonly code: EdtfCode; readonly position: number; readonly expected: string };

const LONGEST = 2000;

/**
 * Parses EDTF (ISO 8601-2, levels 0–2), with two extensions: times to the minute (`T14:30`) and times inside intervals.
 * Strict: no basic format, no days that do not exist, no digits but ASCII (a form folds them before it asks), no blanks.
 * An interval of nothing at all (`/`) is rejected too: `XXXX` says that nothing is known.
 */
export function parseEdtf(text: string): EdtfResult {
	try {
		checkCharacters(text);
		const cursor = new Cursor(text);
		const value = readValue(cursor);
		if (!cursor.done) cursor.fail('separator', followers(value));
		return { ok: true, value };
	} catch (error) {
		if (!(error instanceof EdtfError)) throw error;
		return { ok: false, code: error.code, position: error.position, expected: error.expected };
	}
}

/**
 * The value of a text that is known to be EDTF.
 * @throws RangeError naming the code and position when it is not.
 */
export function requireEdtf(text: string): EdtfValue {
	const result = parseEdtf(text);
	if (result.ok) return result.value;
	throw new RangeError(`not an EDTF date (${result.code} at ${result.position}): ${JSON.stringify(text.slice(0, 80))}`);
}

function checkCharacters(text: string): void {
	if (!text) throw new EdtfError('empty', 0, 'a date');
	if (text.length > LONGEST) throw new EdtfError('too-long', LONGEST, `at most ${LONGEST} characters`);
	const digit = text.search(/(?![0-9])\p{Nd}/u);
	if (digit >= 0) throw new EdtfError('digits', digit, 'ASCII digits 0–9');
	const strange = text.search(/[^-0-9XYESTZ?~%./:,[\]{}+]/u);
	if (strange >= 0) throw new EdtfError('character', strange, 'digits and the signs of EDTF');
}

function followers(value: EdtfValue): string {
	return value.type === 'date' ? '-, / or the end' : 'the end';
}

function readValue(cursor: Cursor): EdtfValue {
	if (cursor.sees('[') || cursor.sees('{')) return readSet(cursor);
	const start = readEnd(cursor);
	if (!cursor.take('/')) {
		if (typeof start === 'string') cursor.fail('interval', 'a / after ..');
		return start;
	}
	const end = readEnd(cursor);
	if (start === 'unknown' && end === 'unknown') cursor.fail('interval', 'a date or .. on one side of the /', 0);
	// Still possible to be in order: `2025-06/2025` is June to some day of 2025.
	if (typeof start !== 'string' && typeof end !== 'string' && spanOf(start)[0] >= spanOf(end)[1]) {
		cursor.fail('interval-order', 'an end that is not before the start', start.text.length + 1);
	}
	return { type: 'interval', text: cursor.text, start, end };
}

function readEnd(cursor: Cursor): EdtfEnd {
	if (cursor.take('..')) return 'open';
	if (cursor.done || cursor.sees('/')) return 'unknown';
	return readDate(cursor);
}

function readSet(cursor: Cursor): EdtfValue {
	const of = cursor.take('[') ? 'one' : 'all';
	if (of === 'all') cursor.take('{');
	const close = of === 'one' ? ']' : '}';
	const members: EdtfMember[] = [];
	do members.push(readMember(cursor, close));
	while (cursor.take(','));
	if (!cursor.take(close)) cursor.fail('set', `, or ${close}`);
	return { type: 'set', text: cursor.text, of, members };
}

function readMember(cursor: Cursor, close: string): EdtfMember {
	const at = cursor.at;
	if (cursor.take('..')) return { from: undefined, to: readDate(cursor), range: true };
	const from: EdtfDate = readDate(cursor);
	if (!cursor.take('..')) return { from, to: from, range: false };
	if (cursor.sees(',') || cursor.sees(close)) return { from, to: undefined, range: true };
	const to = readDate(cursor);
	if (spanOf(from)[0] >= spanOf(to)[1]) cursor.fail('set-order', 'a range from early to late', at);
	return { from, to, range: true };
}
