import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';

export interface XlsxSheet {
	readonly name: string;
	/** Columns run from the right. */
	readonly rightToLeft: boolean;
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Widths in characters, by column. */
	readonly widths: readonly number[];
}

/** What Excel takes in a cell, in characters; a longer text would make it call the file damaged. */
const LONGEST_CELL = 32_767;
const CUT = ' […]';

/**
 * A workbook. Every cell is typed as text, so nothing in it can run as a formula or be turned into a date by the program that
 * opens it: texts are exactly what they were, `=1+1` too. A text longer than a cell may be is cut, and says so.
 */
export async function toXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
	const written = sheets.map(
		({ name, rightToLeft, headers, rows, widths }): Sheet<Blob> => ({
			sheet: sheetName(name),
			rightToLeft,
			stickyRowsCount: 1,
			columns: widths.map((width) => ({ width })),
			data: [headers.map((header) => ({ value: cellText(header), type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(textCell))]
		})
	);
	const blob = await writeXlsxFile(written).toBlob();
	return new Uint8Array(await blob.arrayBuffer());
}

function textCell(text: string): Cell {
	return text === '' ? null : { value: cellText(text), type: String };
}

/** XML has no place for control characters; a sheet neither. */
function cellText(text: string): string {
	const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
	return clean.length > LONGEST_CELL ? clean.slice(0, LONGEST_CELL - CUT.length) + CUT : clean;
}

/** 31 characters, without the signs Excel keeps to itself. */
function sheetName(name: string): string {
	return name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31);
}
