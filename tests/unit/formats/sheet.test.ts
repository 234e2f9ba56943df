import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { edtfOfSerial } from '#lib/formats/excel-day.ts';
import { openWorkbook } from '#lib/formats/sheet.ts';

interface Page {
	readonly name: string;
	readonly rows: string;
	readonly hidden?: boolean;
	readonly merges?: readonly string[];
}

/** A workbook from the bare XML of its rows. Style 1 is a date, 2 a date with a time. */
function workbook(pages: readonly Page[], date1904 = false): Uint8Array {
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const head = '<?xml version="1.0" encoding="UTF-8"?>';
	const sheets = pages.map(
		({ name, hidden }, at) => `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="r${at}"/>`
	);
	const targets = pages.map((_, at) => `<Relationship Id="r${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`);
	const parts: Record<string, Uint8Array> = {
		'[Content_Types].xml': strToU8(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`),
		'xl/workbook.xml': strToU8(
			`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`
		),
		'xl/_rels/workbook.xml.rels': strToU8(
			`${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}<Relationship Id="s" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
		),
		'xl/styles.xml': strToU8(
			`${head}<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`
		)
	};
	pages.forEach(({ rows, merges = [] }, at) => {
		const merged = merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
		parts[`xl/worksheets/sheet${at}.xml`] = strToU8(
			`${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merged}</worksheet>`
		);
	});
	return zipSync(parts);
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: number | string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`;
const header = row(1, text('A1', 'Title'), text('B1', 'Date'));

async function read(bytes: Uint8Array, options = {}) {
	const book = await openWorkbook(bytes, 'a.xlsx');
	const table = book.table(options);
	const rows = [];
	for await (const one of table.rows) rows.push(one);
	return { book, table, rows };
}

describe('a workbook', () => {
	test('gives dates as ISO with their time, beside dates written as text, and marks which were dates', async () => {
		const rows = [
			header,
			row(2, text('A2', 'a'), number('B2', 45_000, 1)),
			row(3, text('A3', 'b'), text('B3', '14.02 2005')),
			row(5, text('A5', 'c'), number('B5', 45_000.604167, 2))
		];
		const read1 = await read(workbook([{ name: 'S', rows: rows.join('') }]));
		expect(read1.rows).toEqual([
			{ row: 2, cells: ['a', '2023-03-15'], typed: [1] },
			{ row: 3, cells: ['b', '14.02 2005'] },
			{ row: 5, cells: ['c', '2023-03-15T14:30'], typed: [1] }
		]);
	});

	test('counts days as spreadsheets do, before March 1900 and in the system of 1904', async () => {
		const rows = [
			header,
			...[1, 59, 60, 61].map((serial, at) => row(at + 2, text(`A${at + 2}`, 'x'), number(`B${at + 2}`, serial, 1)))
		].join('');
		const old = await read(workbook([{ name: 'S', rows }]));
		expect(old.rows.map(({ cells }) => cells[1])).toEqual(['1900-01-01', '1900-02-28', '', '1900-03-01']);
		expect(old.rows[2]?.problems).toMatchObject([{ code: 'no-such-day', severity: 'refused', place: { row: 4, column: 'Date' } }]);
		const mac = await read(workbook([{ name: 'S', rows }], true));
		expect(mac.rows.map(({ cells }) => cells[1])).toEqual(['1904-01-02', '1904-02-29', '1904-03-01', '1904-03-02']);
	});

	test('gives numbers as they were typed and yes/no as words', async () => {
		const rows =
			header +
			row(2, number('A2', '0.10000000000000001'), '<c r="B2" t="b"><v>1</v></c>') +
			row(3, number('A3', '12345678901234567890'), number('B3', 7));
		expect((await read(workbook([{ name: 'S', rows }]))).rows.map(({ cells }) => cells)).toEqual([
			['0.1', 'TRUE'],
			['12345678901234567890', '7']
		]);
	});

	test('refuses error values and formulas without a result, cell by cell', async () => {
		const rows = header + row(2, text('A2', 'x'), '<c r="B2" t="e"><v>#N/A</v></c>') + row(3, text('A3', 'y'), '<c r="B3"><f>A1+1</f></c>');
		expect((await read(workbook([{ name: 'S', rows }]))).rows).toMatchObject([
			{
				row: 2,
				cells: ['x', ''],
				problems: [{ code: 'cell-error', value: '#N/A', severity: 'refused', place: { row: 2, column: 'Date' } }]
			},
			{ row: 3, cells: ['y', ''], problems: [{ code: 'formula-without-result', value: 'B3' }] }
		]);
	});

	test('gives the value of a merged range to each of its rows, and says so', async () => {
		const rows = header + row(2, text('A2', 'Group'), text('B2', '2001')) + row(3, text('B3', '2002'));
		const { rows: found } = await read(workbook([{ name: 'S', rows, merges: ['A2:A3'] }]));
		expect(found[1]).toMatchObject({ cells: ['Group', '2002'], problems: [{ code: 'merged-cells', severity: 'odd' }] });
	});

	test('reads the first page that is seen, names the others, hidden or not, and takes the one asked for', async () => {
		const bytes = workbook([
			{ name: 'Notes', rows: header + row(2, text('A2', 'hidden')), hidden: true },
			{ name: 'Data', rows: header + row(2, text('A2', 'x'), text('B2', '2001')) },
			{ name: 'More', rows: header + row(2, text('A2', 'y'), text('B2', '2002')) }
		]);
		const { book, table, rows } = await read(bytes);
		expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
			['Notes', true],
			['Data', false],
			['More', false]
		]);
		expect(table.sheet).toBe('Data');
		expect(table.problems.map(({ code, value }) => [code, value])).toEqual([
			['sheet-not-read', 'Notes'],
			['sheet-not-read', 'More']
		]);
		expect(rows[0]?.cells).toEqual(['x', '2001']);
		expect((await read(bytes, { sheet: 'More' })).rows[0]?.cells[0]).toBe('y');
		expect(() => book.table({ sheet: 'None' })).toThrow('no-such-sheet');
	});

	test('passes by a cover, unless there is nothing else', async () => {
		const cover = { name: 'Cover', rows: row(1, text('A1', 'Report')) + row(2, text('A2', 'by the desk')) };
		const { table } = await read(workbook([cover, { name: 'Talks', rows: header + row(2, text('A2', 'x'), text('B2', '2001')) }]));
		expect(table.sheet).toBe('Talks');
		expect(table.problems).toMatchObject([{ code: 'sheet-not-read', value: 'Cover' }]);
		expect((await read(workbook([cover]))).rows).toHaveLength(1);
	});

	test.each([
		['no zip', new TextEncoder().encode('title,date\n')],
		['a zip cut short', workbook([{ name: 'S', rows: header }]).slice(0, 300)]
	])('is refused when it is %s', async (_, bytes) => {
		await expect(openWorkbook(bytes, 'a.xlsx')).rejects.toMatchObject({ problem: { code: 'not-a-workbook', reach: 'file' } });
	});
});

test('a serial number outside the calendar is no date', () => {
	expect([-1, 0, 60, 2_958_466, Number.NaN].map((serial) => edtfOfSerial(serial, 1900))).toEqual([null, null, null, null, null]);
	expect(edtfOfSerial(2_958_465, 1900)).toBe('9999-12-31');
});
