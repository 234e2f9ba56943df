import readXlsxFile from 'read-excel-file/universal';
import type { OpenTable, TableRow } from './delimited.ts';
import { textOfWorkbookInstant, type ExcelEpoch } from './excel-day.ts';
import { ForeignFileError, type ForeignPlace, type ForeignProblem } from './foreign.ts';
import { problemOf, refuseFile } from './foreign-reading.ts';
import { distinctHeaders, headerIndex } from './table-header.ts';
import { columnIndex, workbookInfo, type LostCell, type SheetInfo } from './workbook-parts.ts';

export interface WorkbookSheet {
	readonly name: string;
	readonly hidden: boolean;
	/** Rows with anything in them, the header among them. */
	readonly rows: number;
}

/** A workbook opened: its pages by name, and each as a table of texts. */
export interface Workbook {
	readonly sheets: readonly WorkbookSheet[];
	/** The page of that name, or the first one with a table in it that is not hidden; a page of lines, such as a cover, where there is no other. @throws ForeignFileError when there is none. */
	table(options?: { readonly sheet?: string; readonly headerRow?: number }): OpenTable;
}

type Value = string | number | boolean | Date | null;

const HEADER_SEARCH = 60;

/**
 * Opens an XLSX workbook. Cells come out as text: numbers as they were typed, dates as ISO with the time they have,
 * yes/no as TRUE/FALSE. Error values (`#N/A`) are refused cell by cell, formulas without a stored result named, and a
 * merged range gives its value to every row it spans, with a note.
 * @throws ForeignFileError when it is no workbook, is damaged, or unpacks to more than half a gigabyte.
 */
export async function openWorkbook(bytes: Uint8Array, file: string): Promise<Workbook> {
	const { info, pages } = await readPages(bytes, file);
	const sheets = info.sheets.map(({ name, hidden }, index) => ({ name, hidden, rows: filledRows(pages[index] ?? []) }));
	return {
		sheets,
		table({ sheet, headerRow } = {}) {
			const isShown = ({ hidden, rows }: WorkbookSheet) => !hidden && rows > 0;
			const tabular = sheets.findIndex((each, at) => isShown(each) && isTabular(pages[at] ?? []));
			const first = tabular >= 0 ? tabular : sheets.findIndex(isShown);
			const index = sheet === undefined ? first : sheets.findIndex(({ name }) => name === sheet);
			const page = pages[index];
			const about = info.sheets[index];
			if (!page || !about) return refuseFile(file, 1, sheet === undefined ? 'empty-file' : 'no-such-sheet', sheet ?? '');
			const others = sheets.filter(({ rows }, other) => other !== index && rows > 0);
			const notRead = others.map(({ name, hidden, rows }) =>
				problemOf({ file, sheet: name, row: 1 }, 'odd', 'file', 'sheet-not-read', name, { name, rows, hidden: String(hidden) })
			);
			return tableOf(page, about, {
				file,
				epoch: info.epoch,
				isOnly: sheets.length === 1,
				headerRow,
				problems: sheet === undefined ? notRead : []
			});
		}
	};
}

/** A header and a row of several cells at least: more than the lines of a cover. */
function isTabular(page: readonly Value[][]): boolean {
	return page.filter((values) => values.filter((value) => value !== null && String(value).trim() !== '').length > 1).length > 1;
}

async function readPages(bytes: Uint8Array, file: string) {
	if (bytes.length === 0) refuseFile(file, 1, 'empty-file', '');
	try {
		const info = workbookInfo(bytes);
		const copy = new Uint8Array(bytes).buffer;
		const read = await readXlsxFile<string>(copy, { trim: false, parseNumber: tidyNumber });
		return {
			info,
			pages: info.sheets.map(
				({ name }, index) => ((read.find(({ sheet }) => sheet === name) ?? read[index])?.data ?? []) as unknown as Value[][]
			)
		};
	} catch (error) {
		if (error instanceof ForeignFileError) throw error;
		if (error instanceof RangeError && error.message === 'workbook too large') return refuseFile(file, 1, 'workbook-too-large', '');
		return refuseFile(file, 1, 'not-a-workbook', error instanceof Error ? error.message : String(error));
	}
}

interface TableOptions {
	readonly file: string;
	readonly epoch: ExcelEpoch;
	readonly isOnly: boolean;
	readonly headerRow: number | undefined;
	readonly problems: readonly ForeignProblem[];
}

function tableOf(page: Value[][], about: SheetInfo, { file, epoch, isOnly, headerRow, problems: others }: TableOptions): OpenTable {
	const sheet = isOnly ? {} : { sheet: about.name };
	const inMerge = spreadMerges(page, about);
	const lost = new Map<number, LostCell[]>();
	for (const cell of about.lost) {
		const row = Number(/\d+$/u.exec(cell.address)?.[0] ?? 0);
		lost.set(row, [...(lost.get(row) ?? []), cell]);
	}
	const filled = page.flatMap((values, index) => (isBlank(values) && !lost.has(index + 1) ? [] : [{ row: index + 1, values }]));
	const head = filled
		.slice(0, HEADER_SEARCH)
		.map(({ row, values }) => ({ row, cells: trimmedEnd(values.map((value) => textOf(value, epoch) ?? '')) }));
	const at = headerRow === undefined ? headerIndex(head) : filled.findIndex(({ row }) => row === headerRow);
	const header = filled[at];
	if (!header) return refuseFile(file, headerRow ?? 1, 'no-header', '');
	const width = Math.max(...filled.slice(at).map(({ values }) => trimmedEnd(values).length), 1);
	const names = Array.from({ length: width }, (_, index) => textOf(header.values[index] ?? null, epoch) ?? '');
	const { columns, problems } = distinctHeaders(names, { file, ...sheet, row: header.row });
	for (const { row, cells } of head.slice(0, at)) {
		problems.push(problemOf({ file, ...sheet, row }, 'odd', 'row', 'above-header', cells.filter(Boolean).join(' · ')));
	}

	const rowOf = ({ row, values }: { row: number; values: Value[] }): TableRow => {
		const place = (index: number): ForeignPlace => ({ file, ...sheet, row, column: columns[index] ?? '' });
		const found: ForeignProblem[] = [];
		const cells = columns.map((_, index) => {
			const value = values[index] ?? null;
			const text = textOf(value, epoch);
			if (text === null)
				found.push(problemOf(place(index), 'refused', 'cell', 'no-such-day', String(value instanceof Date ? value.valueOf() : value)));
			if (inMerge.has(`${row - 1}:${index}`)) found.push(problemOf(place(index), 'odd', 'cell', 'merged-cells', text ?? ''));
			return text ?? '';
		});
		for (const { address, error } of lost.get(row) ?? []) {
			const code = error === null ? 'formula-without-result' : 'cell-error';
			found.push(problemOf(place(columnIndex(address.replace(/\d+$/u, ''))), 'refused', 'cell', code, error ?? address));
		}
		const typed = columns.flatMap((_, index) => (values[index] instanceof Date ? [index] : []));
		return { row, cells, ...(typed.length > 0 && { typed }), ...(found.length > 0 && { problems: found }) };
	};

	async function* rows(): AsyncGenerator<TableRow> {
		for (const row of filled.slice(at + 1)) yield rowOf(row);
	}
	return { file, ...sheet, columns, headerRow: header.row, problems: [...others, ...problems], rows: rows() };
}

/** What a reader sees in a merged range stands in its first cell only: it is given to every row the range spans. */
function spreadMerges(page: Value[][], { merges }: SheetInfo): Set<string> {
	const spread = new Set<string>();
	for (const { firstRow, lastRow, firstColumn } of merges) {
		const value = page[firstRow]?.[firstColumn] ?? null;
		if (value === null) continue;
		for (let row = firstRow + 1; row <= Math.min(lastRow, page.length - 1); row++) {
			const cells = page[row];
			if (!cells || isBlank(cells) || (cells[firstColumn] ?? null) !== null) continue;
			cells[firstColumn] = value;
			spread.add(`${row}:${firstColumn}`);
		}
	}
	return spread;
}

/** A cell as text; null: a date that never was. */
function textOf(value: Value, epoch: ExcelEpoch): string | null {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return textOfWorkbookInstant(value.valueOf(), epoch);
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	return String(value);
}

/** A number as its writer saw it: binary fractions are stored with 17 digits (`0.10000000000000001`). */
function tidyNumber(digits: string): string {
	const number = Number(digits);
	return /^-?\d+$/u.test(digits) || !Number.isFinite(number) ? digits : String(number);
}

function isBlank(values: readonly Value[]): boolean {
	return values.every((value) => value === null || value === undefined || value === '');
}

function filledRows(page: readonly (readonly Value[])[]): number {
	return page.reduce((count, values) => count + (isBlank(values) ? 0 : 1), 0);
}

function trimmedEnd<T>(values: readonly T[]): T[] {
	let end = values.length;
	while (end > 0 && (values[end - 1] === null || values[end - 1] === undefined || values[end - 1] === '')) end--;
	return values.slice(0, end);
}
