import { unguardedCell } from './csv.ts';
import { ForeignFileError, type ForeignProblem, type ForeignTable } from './foreign.ts';
import { problemOf, refuseFile } from './foreign-reading.ts';
import { DelimitedRows, type RawRow } from './delimited-rows.ts';
import { sniffDialect, type Dialect } from './delimited-sniff.ts';
import { distinctHeaders, headerIndex } from './table-header.ts';

/** A row of a table, with what is odd in it before anyone asks what it means. */
export interface TableRow {
	readonly row: number;
	readonly cells: readonly string[];
	/** Cells that are dates by type in a workbook, by index: ISO and Gregorian whatever the column's reading says. */
	readonly typed?: readonly number[];
	readonly problems?: readonly ForeignProblem[];
}

/** A table opened for reading. `problems`: what belongs to the header or to lines above it. */
export interface OpenTable extends ForeignTable {
	readonly file: string;
	readonly sheet?: string;
	readonly headerRow: number;
	readonly problems: readonly ForeignProblem[];
	readonly rows: AsyncIterable<TableRow>;
}

export interface DelimitedOptions {
	readonly file: string;
	/** Found by looking when not given. */
	readonly delimiter?: string;
	readonly quote?: '"' | "'" | '';
	/** Line the header stands on, from 1; found by looking when not given. */
	readonly headerRow?: number;
	/** Written by our own CSV writer: an apostrophe before what could be a formula is taken off. */
	readonly guarded?: boolean;
	/** Told of rows with too few or too many cells, which are left out then; without it they refuse the table. */
	readonly onLeftOut?: (problem: ForeignProblem) => void;
}

type Pieces = AsyncIterable<string> | Iterable<string>;

/** Characters looked at to find delimiter and header. */
const SAMPLE = 1 << 18;
const ROWS_LOOKED_AT = 60;
/** Characters no table has a use for: they are kept and named. Tab and line ends inside cells are not among them. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/**
 * Opens delimited text (CSV, TSV …): finds delimiter, quotes and header, and gives the rows after it one by one.
 * Strict: a table whose rows differ in their number of cells, or with broken quotes, is refused as a whole, for nobody
 * can say which cell belongs to which column; `onLeftOut` takes such rows out instead. Blank lines, and lines of empty cells,
 * say nothing and are passed over (a table of one column takes them as empty cells); extra delimiters at the end of a row are odd, and nothing is lost with them.
 * @throws ForeignFileError while opening and while iterating, with line and reason.
 */
export async function openDelimited(
	text: Pieces,
	options: DelimitedOptions
): Promise<OpenTable & Dialect & { readonly isDelimiterSure: boolean }> {
	const { file } = options;
	const pieces = piecesOf(text);
	let sample = '';
	while (sample.length < SAMPLE) {
		const { done, value } = await pieces.next();
		if (done) break;
		sample += value;
	}
	sample = sample.replace(/^\uFEFF/, '');
	if (sample.trim() === '' && !/^(?:\r?\n|\r)/u.test(sample)) refuseFile(file, 1, 'empty-file', '');
	const found = sniffDialect(sample, sample.length < SAMPLE);
	const dialect = { delimiter: options.delimiter ?? found.delimiter, quote: options.quote ?? found.quote };
	const rows = rowsOf(sample, pieces, file, dialect);

	const head: RawRow[] = [];
	const wanted = options.headerRow;
	while (head.length < ROWS_LOOKED_AT || (wanted !== undefined && (head.at(-1)?.row ?? 0) < wanted)) {
		const { done, value } = await rows.next();
		if (done) break;
		head.push(value);
	}
	const filled = head.some(({ cells }) => cells.length > 1) ? head.filter(({ isBlank }) => !isBlank) : head;
	const at = wanted === undefined ? headerIndex(filled) : filled.findIndex((row) => row.row >= wanted);
	const header = filled[at];
	if (!header || (wanted !== undefined && header.row !== wanted)) refuseFile(file, wanted ?? 1, 'no-header', '');
	const { columns, problems } = distinctHeaders(header.cells, { file, row: header.row });
	for (const { row, cells } of filled.slice(0, at)) {
		problems.unshift(problemOf({ file, row }, 'odd', 'row', 'above-header', cells.filter(Boolean).join(' · ')));
	}
	return {
		file,
		...dialect,
		isDelimiterSure: options.delimiter !== undefined || found.sure,
		columns,
		headerRow: header.row,
		problems,
		rows: checked(filled.slice(at + 1), rows, columns, options)
	};
}

async function* piecesOf(text: Pieces): AsyncGenerator<string> {
	yield* text;
}

/** All rows, from the first line on. A line `sep=;` before the header is a word to the spreadsheet and no row. */
async function* rowsOf(
	sample: string,
	pieces: AsyncGenerator<string>,
	file: string,
	{ delimiter, quote }: Dialect
): AsyncGenerator<RawRow> {
	const reader = new DelimitedRows(file, delimiter, quote);
	let piece = sample;
	for (;;) {
		const { done, value } = await pieces.next();
		for (const row of reader.push(piece, done === true)) {
			if (row.row === 1 && /^sep=/iu.test(row.cells[0] ?? '') && sample.startsWith(`sep=${delimiter}`)) continue;
			yield row;
		}
		if (done) return;
		piece = value;
	}
}

async function* checked(
	head: readonly RawRow[],
	more: AsyncGenerator<RawRow>,
	columns: readonly string[],
	options: DelimitedOptions
): AsyncGenerator<TableRow> {
	for (const row of head) {
		const checkedRow = checkRow(row, columns, options);
		if (checkedRow) yield checkedRow;
	}
	for await (const row of more) {
		const checkedRow = checkRow(row, columns, options);
		if (checkedRow) yield checkedRow;
	}
}

function checkRow(
	{ row, cells, isBlank }: RawRow,
	columns: readonly string[],
	{ file, guarded, onLeftOut }: DelimitedOptions
): TableRow | null {
	const expected = columns.length;
	// A line of delimiters alone, such as spreadsheets leave below their rows, says no more than a blank one.
	if (expected > 1 && (isBlank || cells.every((cell) => cell.trim() === ''))) return null;
	const problems: ForeignProblem[] = [];
	if (cells.length !== expected) {
		const extra = cells.slice(expected);
		if (cells.length < expected || extra.some((cell) => cell !== '')) {
			const code = cells.length < expected ? 'cells-too-few' : 'cells-too-many';
			const problem = problemOf({ file, row }, 'refused', onLeftOut ? 'row' : 'file', code, cells.join(' · '), {
				expected,
				found: cells.length
			});
			if (!onLeftOut) throw new ForeignFileError(problem);
			onLeftOut(problem);
			return null;
		}
		cells.length = expected;
		problems.push(problemOf({ file, row }, 'odd', 'row', 'cells-extra-empty', '', { expected, found: expected + extra.length }));
	}
	for (let index = 0; index < expected; index++) {
		const cell = cells[index] ?? '';
		if (guarded) cells[index] = unguardedCell(cell);
		if (CONTROL.test(cell))
			problems.push(problemOf({ file, row, column: columns[index]! }, 'odd', 'cell', 'control-character', shown(cell)));
	}
	return problems.length > 0 ? { row, cells, problems } : { row, cells };
}

/** Control characters made visible, for a message. */
function shown(text: string): string {
	return text.replace(new RegExp(CONTROL, 'g'), (sign) =>
		String.fromCharCode(0x2400 + (sign.charCodeAt(0) === 0x7f ? 0x21 : sign.charCodeAt(0)))
	);
}
