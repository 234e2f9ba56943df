/** A byte order mark: without it, Excel reads UTF-8 as the machine's own code page and Arabic script is lost. */
const BOM = '\uFEFF';

/** Isolates, marks and embeddings that only steer direction. */
const DIRECTION_MARKS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g;

/**
 * What a spreadsheet may take for the beginning of a formula (OWASP, "CSV injection"), full-width signs included, also behind
 * direction marks; and the same behind apostrophes, so that taking one off gives back what was there.
 */
const FORMULA_START = /^'*[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const BARE_NUMBER = /^[+-]?\d+(\.\d+)?$/;

export interface CsvStyle {
	/** `guard`: an apostrophe before what could run as a formula; `keep`: as it is, for programs. */
	readonly formulas: 'guard' | 'keep';
	/** `strip`: without direction marks, which are for the screen; `keep`: texts as they are in the data. */
	readonly marks: 'strip' | 'keep';
}

/** For people's spreadsheets. */
const FOR_PEOPLE: CsvStyle = { formulas: 'guard', marks: 'strip' };

/**
 * One value of a CSV file. A text that a spreadsheet could run as a formula gets an apostrophe in front, inside the
 * quotes; whoever reads the file by program takes one off (`unguardedCell`). Bare numbers such as -5 stay as they are.
 */
function csvCell(value: string, { formulas, marks }: CsvStyle): string {
	const plain = marks === 'strip' ? value.replace(DIRECTION_MARKS, '') : value;
	const safe = formulas === 'guard' && FORMULA_START.test(plain) && !BARE_NUMBER.test(plain) ? `'${plain}` : plain;
	return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as it was before it was guarded: one apostrophe off, where a formula could follow. */
export function unguardedCell(cell: string): string {
	return cell.startsWith("'") && FORMULA_START.test(cell) ? cell.slice(1) : cell;
}

/** One row with its line end (RFC 4180: comma, quotes doubled, CRLF). */
export function csvLine(cells: readonly string[], style: CsvStyle = FOR_PEOPLE): string {
	return `${cells.map((cell) => csvCell(cell, style)).join(',')}\r\n`;
}

/** The first line of a file, behind a byte order mark. */
export function csvHead(headers: readonly string[], style: CsvStyle = FOR_PEOPLE): string {
	return BOM + csvLine(headers, style);
}

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, comma, CRLF after every line, quotes doubled.
 * @param headers one name a column @param rows texts, as many as there are headers
 */
export function toCsv(headers: readonly string[], rows: Iterable<readonly string[]>): string {
	let text = csvHead(headers);
	for (const row of rows) text += csvLine(row);
	return text;
}
