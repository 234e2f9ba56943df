import { hash } from 'node:crypto';
import { readDateCell } from '#lib/formats/date-cells.ts';
import type { TableRow } from '#lib/formats/delimited.ts';
import type { FormatName } from '#lib/formats/detect-format.ts';
import type { DateReading, ForeignProblem, Mapping } from '#lib/formats/foreign.ts';
import { headerSetKey } from '#lib/formats/mapped-text.ts';
import { validateMapping } from '#lib/formats/mapping-schema.ts';
import { suggestMapping, type Question as Asked } from '#lib/formats/mapping-suggestion.ts';
import type { WorkbookSheet } from '#lib/formats/sheet.ts';
import { encodingFor } from './file-encoding.ts';
import { openTable, type TableOptions } from './look-at-table.ts';
import { answered, hasKey, uniqueColumns, type Answers } from './said-of-table.ts';
import type { Question } from './questions.ts';

/** Rows a mapping is suggested from, and rows shown to a person. */
const ROWS_READ = 5000;
const ROWS_SHOWN = 6;
/** Different cells of a column that a question shows. */
const CELLS = 3;

/** What was found out about a table by looking at its beginning. */
export interface ExaminedTable {
	readonly columns: readonly string[];
	readonly headerRow: number;
	/** Names the set of headers, in few letters. */
	readonly headers: string;
	readonly encoding: string | null;
	/** Encodings it can be in, the likeliest first; empty where that is sure. */
	readonly encodings: readonly string[];
	readonly delimiter: string | null;
	readonly sheet: string | null;
	readonly sheets: readonly WorkbookSheet[];
	readonly rows: readonly TableRow[];
	/** Some of each column's cells, each different. */
	readonly cells: Readonly<Record<string, readonly string[]>>;
	readonly mapping: Mapping;
	/** Columns that could name a row for good, where none does. */
	readonly unique: readonly string[];
	/** The mapping was used for these headers before. */
	readonly remembered: boolean;
	readonly questions: readonly Question[];
	readonly problems: readonly ForeignProblem[];
}

/** Names a set of headers, in few letters. */
export function headersMark(columns: readonly string[]): string {
	return hash('sha256', headerSetKey(columns), 'hex').slice(0, 32);
}

/**
 * Looks at a table's first rows and says what its columns seem to mean, and what it leaves open.
 * @param remembered the mapping last used for a set of headers, or null
 * @throws ForeignFileError when it is no table
 */
export async function examineTable(
	path: string,
	file: string,
	format: FormatName,
	options: TableOptions & Answers,
	remembered: (headers: string) => unknown
): Promise<ExaminedTable> {
	const { encoding, candidates } =
		format === 'workbook' ? { encoding: 'utf-8', candidates: [] } : await encodingFor(path, options.encoding);
	const opened = await openTable(path, file, format, { ...options, encoding });
	const { table } = opened;
	const rows: TableRow[] = [];
	for await (const row of table.rows) if (rows.push(row) >= ROWS_READ) break;
	const headers = headersMark(table.columns);
	const known = validateMapping(remembered(headers));
	const suggested = suggestMapping(table.columns, rows);
	const { mapping, open } = answered(known.ok ? known.mapping : suggested.mapping, suggested.questions, table.columns, options);
	const cells = Object.fromEntries(table.columns.map((column, at) => [column, differentCells(rows, at)]));
	const questions: Question[] = [];
	if (candidates.length > 0)
		questions.push({ about: 'encoding', required: true, candidates, ...readingsByEncoding(opened.undecodable, rows) });
	if (!opened.isDelimiterSure) questions.push({ about: 'delimiter', required: true, candidates: [',', ';', '\t', '|'] });
	// A person has answered these for the same headers before.
	if (!known.ok) questions.push(...open.map((asked) => questionOf(asked, mapping, table.columns, rows)));
	return {
		columns: table.columns,
		headerRow: table.headerRow,
		headers,
		encoding: format === 'workbook' ? null : encoding,
		encodings: candidates,
		delimiter: opened.delimiter ?? null,
		sheet: table.sheet ?? null,
		sheets: opened.sheets,
		rows: rows.slice(0, ROWS_SHOWN),
		cells,
		mapping,
		unique: hasKey(mapping) ? [] : uniqueColumns(mapping, table.columns, rows),
		remembered: known.ok,
		questions,
		problems: table.problems
	};
}

function differentCells(rows: readonly TableRow[], at: number): string[] {
	const found = new Set<string>();
	for (const { cells } of rows) {
		const cell = (cells[at] ?? '').trim();
		if (cell !== '') found.add(cell.length > 120 ? `${cell.slice(0, 119)}…` : cell);
		if (found.size >= CELLS) break;
	}
	return [...found];
}

/** Rows with letters beyond ASCII show which encoding makes words of them. */
function readingsByEncoding(_problems: readonly ForeignProblem[], rows: readonly TableRow[]): { readonly cells?: readonly string[] } {
	const cells = rows.flatMap((row) => row.cells.filter((cell) => /[^\p{ASCII}]/u.test(cell)));
	return cells.length > 0 ? { cells: [...new Set(cells)].slice(0, CELLS) } : {};
}

function questionOf(
	{ about, column, required, options }: Asked,
	mapping: Mapping,
	columns: readonly string[],
	rows: readonly TableRow[]
): Question {
	const candidates = options.map(({ value }) => value);
	const base = { about, required, candidates, ...(column !== undefined && { column }) };
	const target = column === undefined ? undefined : mapping.columns[column];
	if (target?.to !== 'date' || target.part !== undefined || (about !== 'date-order' && about !== 'calendar')) return base;
	const at = columns.indexOf(column ?? '');
	const read = (cell: string, value: string) =>
		readingOf(cell, { ...target.reading, [about === 'calendar' ? 'calendar' : 'order']: value } as DateReading, mapping);
	const cells = tellingCells(
		rows,
		at,
		options.flatMap((option) => option.rows ?? []),
		(cell) => new Set(candidates.map((value) => read(cell, value)).filter(Boolean)).size > 1
	);
	const readings = Object.fromEntries(candidates.map((value) => [value, cells.map((cell) => read(cell, value))]));
	return { ...base, cells, readings };
}

/** Cells that two answers read differently come first, then those that one reads and another does not: they decide. */
function tellingCells(rows: readonly TableRow[], at: number, telling: readonly number[], isTelling: (cell: string) => boolean): string[] {
	const first = rows.filter(({ row }) => telling.includes(row));
	return differentCells([...rows.filter(({ cells }) => isTelling(cells[at] ?? '')), ...first, ...rows], at);
}

function readingOf(cell: string, reading: DateReading, { language }: Mapping): string {
	const { date, problem } = readDateCell(cell, reading, language);
	return date === null || date === 'open' || problem?.severity === 'refused' ? '' : date.edtf;
}
