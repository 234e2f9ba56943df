/** A sheet of a workbook to be written row by row. */
export interface SheetFacts {
	readonly name: string;
	/** Columns run from the right. */
	readonly rightToLeft: boolean;
	readonly headers: readonly string[];
	/** Widths in characters, by column. */
	readonly widths: readonly number[];
}

/** What Excel takes in a cell, in characters; a longer text would make it call the file damaged. */
const LONGEST_CELL = 32_767;
const CUT = ' […]';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * Everything of an XLSX file (ECMA-376) but the sheets themselves, by path. A library would hold the whole workbook in
 * memory and the server's one thread for seconds; written by parts, it goes out row by row like any other export.
 */
export function workbookParts(sheets: readonly SheetFacts[]): ReadonlyMap<string, string> {
	const each = (line: (sheet: SheetFacts, number: number) => string) => sheets.map((sheet, index) => line(sheet, index + 1)).join('');
	return new Map([
		[
			'[Content_Types].xml',
			`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((_, number) => `<Override PartName="/${sheetPath(number)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`
		],
		[
			'_rels/.rels',
			`${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		],
		[
			'xl/workbook.xml',
			`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(({ name }, number) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`
		],
		[
			'xl/_rels/workbook.xml.rels',
			`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
		],
		[
			// Style 0 is text that stays text, 1 the same in bold.
			'xl/styles.xml',
			`${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`
		]
	]);
}

/** Where the sheet of that number, from 1, stands in the file. */
export function sheetPath(number: number): string {
	return `xl/worksheets/sheet${number}.xml`;
}

/** A sheet's beginning, its header row included: it stays in sight while scrolling. */
export function sheetHead({ rightToLeft, headers, widths }: SheetFacts): string {
	const direction = rightToLeft ? ' rightToLeft="1"' : '';
	const columns = widths
		.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="0" customWidth="1"/>`)
		.join('');
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${direction} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${row(1, headers, ' s="1"')}`;
}

export const SHEET_END = '</sheetData></worksheet>';

/**
 * A row of texts. Every cell is an inline string: nothing in it can run as a formula or be turned into a date by the program
 * that opens it, and it is exactly what it was, `=1+1` too. A text longer than a cell may be is cut, and says so.
 * @param number from 1; the header is 1
 */
export function sheetRow(number: number, cells: readonly string[]): string {
	return row(number, cells, '');
}

function row(number: number, cells: readonly string[], style: string): string {
	let text = `<row r="${number}">`;
	for (const [index, cell] of cells.entries()) {
		if (cell !== '')
			text += `<c r="${columnName(index)}${number}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(cell))}</t></is></c>`;
	}
	return `${text}</row>`;
}

/** A, B … Z, AA … */
function columnName(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** XML has no place for control characters, and neither has a sheet. */
function cellText(text: string): string {
	const clean = text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
	return clean.length > LONGEST_CELL ? clean.slice(0, LONGEST_CELL - CUT.length) + CUT : clean;
}

function escapeXml(text: string): string {
	return text.replace(/[&<>"\r]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '&#13;');
}

/** 31 characters, without the signs Excel keeps to itself. */
function sheetName(name: string): string {
	return name.replace(/[[\]:*?/\\']/gu, ' ').slice(0, 31);
}
