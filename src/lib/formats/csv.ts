/** A byte order mark: without it, Excel reads UTF-8 as the machine's own code page and Arabic script is lost. */
const BOM = '\uFEFF';

/** Isolates, marks and embeddings that only steer direction; they are for the screen, not for a file. */
const DIRECTION_MARKS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g;

/** What a spreadsheet may take for the beginning of a formula (OWASP, "CSV injection"), full-width signs included. */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const BARE_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * One value of a CSV file. A text that a spreadsheet could run as a formula gets an apostrophe in front, inside the
 * quotes; whoever reads the file by program takes one leading apostrophe off. Bare numbers such as -5 stay as they are.
 */
function csvCell(value: string): string {
	const plain = value.replace(DIRECTION_MARKS, '');
	const safe = FORMULA_START.test(plain) && !BARE_NUMBER.test(plain) ? `'${plain}` : plain;
	return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, comma, CRLF after every line, quotes doubled.
 * @param headers one name a column @param rows texts, as many as there are headers
 */
export function toCsv(headers: readonly string[], rows: Iterable<readonly string[]>): string {
	const lines = [headers.map(csvCell).join(',')];
	for (const row of rows) lines.push(row.map(csvCell).join(','));
	return `${BOM}${lines.join('\r\n')}\r\n`;
}
