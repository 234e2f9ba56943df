import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDelimited, type DelimitedOptions } from '#lib/formats/delimited.ts';
import { DelimitedRows } from '#lib/formats/delimited-rows.ts';
import { ForeignFileError } from '#lib/formats/foreign.ts';

async function read(text: string, options: Partial<DelimitedOptions> = {}, size = text.length || 1) {
	const pieces = [];
	for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
	const table = await openDelimited(pieces, { file: 'a.csv', ...options });
	const rows = [];
	for await (const row of table.rows) rows.push(row);
	return { table, rows, cells: rows.map((row) => row.cells) };
}

async function refusal(text: string) {
	try {
		await read(text);
	} catch (error) {
		if (error instanceof ForeignFileError) return error.problem;
		throw error;
	}
	throw new Error('was not refused');
}

describe('a delimited file', () => {
	test('gives rows the line they begin on, over cells of several lines', async () => {
		const { rows } = await read('a,b\r\n1,"x\r\ny\nz"\r\n\r\n2,w\r\n');
		expect(rows).toEqual([
			{ row: 2, cells: ['1', 'x\r\ny\nz'] },
			{ row: 6, cells: ['2', 'w'] }
		]);
	});

	test('is read the same however it is cut into pieces', async () => {
		const text = 'name,note\r\n"a ""b""","c\r\nd"\r\n,""\r\nlast,"x"';
		const whole = await read(text);
		for (let size = 1; size < 9; size++) expect((await read(text, {}, size)).rows).toEqual(whole.rows);
	});

	test.each([
		[',', 'a,b\n"1,5",2\n3,4\n'],
		[';', 'a;b\n1,5;2,5\n3,0;4,1\n'],
		['\t', 'a\tb, c\n1\t2, 3\n4\t5, 6\n'],
		['|', 'a|b\n1|2\n'],
		[';', 'sep=;\na;b\n1;2\n']
	])('tells that %j parts its cells', async (delimiter, text) => {
		const { table, cells } = await read(text);
		expect(table.delimiter).toBe(delimiter);
		expect(table.columns).toHaveLength(2);
		expect(cells[0]).toHaveLength(2);
	});

	test('leaves quotes alone where tabs part cells and quotes are no quotes', async () => {
		const { cells } = await read('a\tb\n"x\ty\nz\t5" pipe\n');
		expect(cells).toEqual([
			['"x', 'y'],
			['z', '5" pipe']
		]);
	});

	test('takes CR alone as a line end', async () => {
		expect((await read('a,b\r1,2\r3,4')).cells).toEqual([
			['1', '2'],
			['3', '4']
		]);
	});

	test('finds the header below a title and remarks, and says what stood above', async () => {
		const { table, cells } = await read('Register of treaties,,\nas of May,,\nid,name,date\n1,A,2001\n2,B,2002\n');
		expect(table).toMatchObject({ columns: ['id', 'name', 'date'], headerRow: 3 });
		expect(table.problems.map(({ code, place }) => [code, place.row]).sort()).toEqual([
			['above-header', 1],
			['above-header', 2]
		]);
		expect(cells).toHaveLength(2);
	});

	test('takes the header line it is told', async () => {
		expect((await read('x,y\na,b\n1,2\n', { headerRow: 2 })).table.columns).toEqual(['a', 'b']);
	});

	test('makes empty and double headers distinct, and says so', async () => {
		const { table } = await read('Date,,Date,Date\n1,2,3,4\n');
		expect(table.columns).toEqual(['Date', '#2', 'Date (2)', 'Date (3)']);
		expect(table.problems.map(({ code }) => code)).toEqual(['header-empty', 'header-twice', 'header-twice']);
	});

	test('says that a header of numbers is none', async () => {
		expect((await read('1,2001-05-01\n2,2002-01-01\n')).table.problems.map(({ code }) => code)).toEqual(['header-like-data']);
	});

	test('keeps control characters, bidi controls and what looks like a formula, as text', async () => {
		const { rows } = await read('a,b\n"=cmd()",\u0000x\n\u202Eabc,+1\n');
		expect(rows.map(({ cells }) => cells)).toEqual([
			['=cmd()', '\u0000x'],
			['\u202Eabc', '+1']
		]);
		expect(rows[0]?.problems).toMatchObject([{ code: 'control-character', severity: 'odd', place: { row: 2, column: 'b' }, value: '␀x' }]);
	});

	test('takes extra empty cells at the end of a row as odd', async () => {
		const { rows } = await read('a,b\n1,2,,\n3,4\n5,6\n');
		expect(rows[0]).toMatchObject({ cells: ['1', '2'], problems: [{ code: 'cells-extra-empty' }] });
	});

	test.each([
		['an open quote', 'a,b\n1,"x\n2,3\n', 'quote-open', 2, { column: 2 }],
		['a quote inside a bare cell', 'a,b\n1,2\n3,x "y" z\n', 'quote-stray', 3, { column: 2 }],
		['letters after a closing quote', 'a,b\n"x\ny" z,1\n', 'quote-stray', 3, { column: 1, begins: 2 }],
		['too few cells', 'a,b,c\n1,2,3\n4,5\n', 'cells-too-few', 3, { expected: 3, found: 2 }],
		['too many cells', 'a,b\n1,2\n3,4,5\n', 'cells-too-many', 3, { expected: 2, found: 3 }],
		['nothing at all', '', 'empty-file', 1, undefined]
	])('is refused for %s, with the line', async (_, text, code, row, args) => {
		const problem = await refusal(text);
		expect(problem).toMatchObject({ code, severity: 'refused', reach: 'file', place: { file: 'a.csv', row } });
		if (args) expect(problem.args).toMatchObject(args);
	});

	test('of our own making loses the apostrophe that guards against formulas', async () => {
		const text = 'a,b\n"\'=1+1",\'tis\n';
		expect((await read(text)).cells).toEqual([["'=1+1", "'tis"]]);
		expect((await read(text, { guarded: true })).cells).toEqual([['=1+1', "'tis"]]);
	});
});

describe('the row reader', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', 'ب', '"', ',', ' ', '\n', '\r\n', '😎'), maxLength: 8 });
	const written = (rows: readonly (readonly string[])[]) =>
		rows.map((row) => row.map((text) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')).join('\n');

	test('equals csv-parse, in any pieces', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
				fc.integer({ min: 1, max: 7 }),
				(rows, size) => {
					const text = written(rows);
					const reader = new DelimitedRows('', ',', '"');
					const own: (readonly string[])[] = [];
					for (let at = 0; at < text.length; at += size) {
						for (const row of reader.push(text.slice(at, at + size), at + size >= text.length)) own.push(row.cells);
					}
					const other = parse(text, { relax_column_count: true, record_delimiter: '\n' });
					expect(own).toEqual(other);
				}
			),
			{ seed: 42, numRuns: 500 }
		);
	});
});
