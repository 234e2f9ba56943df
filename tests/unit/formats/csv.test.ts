import { describe, expect, test } from 'vitest';
import { toCsv } from '#lib/formats/csv.ts';

const body = (rows: readonly (readonly string[])[]) => toCsv(['a', 'b'], rows).slice('\uFEFFa,b\r\n'.length);

describe('CSV', () => {
	test('begins with a byte order mark, so that Excel reads Arabic script', () => {
		expect(toCsv(['نام'], []).charCodeAt(0)).toBe(0xfeff);
	});
	test('ends every line with CRLF, the last one too', () => {
		expect(toCsv(['a', 'b'], [['1', '2']])).toBe('\uFEFFa,b\r\n1,2\r\n');
	});
	test('quotes commas, quotes and line breaks, and doubles quotes', () => {
		expect(body([['x, y', 'say "no"']])).toBe('"x, y","say ""no"""\r\n');
		expect(body([['two\nlines', 'two\r\nlines']])).toBe('"two\nlines","two\r\nlines"\r\n');
	});
	test.each(['=1+1', '+CMD', '-2+3', '@SUM(A1)', '\tx', '\rx', '\uFF1D1'])('keeps %j from running as a formula', (text) => {
		expect(body([[text, 'b']])).toBe(`"'${text}",b\r\n`);
	});
	test('finds a formula behind a direction mark, which is taken out', () => {
		expect(body([['\u200F=1+1', '\u2067متن\u2069']])).toBe(`"'=1+1",متن\r\n`);
	});
	test('leaves bare numbers alone', () => {
		expect(body([['-5', '+1.5']])).toBe('-5,+1.5\r\n');
	});
});
