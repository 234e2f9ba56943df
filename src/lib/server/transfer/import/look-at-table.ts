import { readFile } from 'node:fs/promises';
import { decodeText } from '#lib/formats/decode-text.ts';
import { openDelimited, type OpenTable } from '#lib/formats/delimited.ts';
import type { FormatName } from '#lib/formats/detect-format.ts';
import type { ForeignProblem } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import { openWorkbook, type WorkbookSheet } from '#lib/formats/sheet.ts';
import { bytesOf } from './file-bytes.ts';

/** How a table is cut; what is not said is found by looking. */
export interface TableOptions {
	readonly encoding?: string;
	readonly delimiter?: string;
	readonly sheet?: string;
	readonly headerRow?: number;
	/** Rows with too few or too many cells do not refuse the file: they are left out, and told. */
	readonly leaveOut?: boolean;
}

/** A table opened, with what was found out on the way. */
export interface OpenedTable {
	readonly table: OpenTable;
	readonly delimiter?: string;
	readonly isDelimiterSure: boolean;
	readonly sheets: readonly WorkbookSheet[];
	/** Lines that could not be decoded, so far. */
	readonly undecodable: ForeignProblem[];
	/** Rows left out, so far. */
	readonly leftOut: ForeignProblem[];
}

/** Opens a table at its beginning. @throws ForeignFileError while opening and while its rows are read */
export async function openTable(
	path: string,
	file: string,
	format: FormatName,
	options: TableOptions & { readonly encoding: string },
	onbytes: (length: number) => void = () => undefined
): Promise<OpenedTable> {
	const { headerRow } = options;
	const undecodable: ForeignProblem[] = [];
	const leftOut: ForeignProblem[] = [];
	if (format === 'workbook') {
		const bytes = await readFile(path);
		onbytes(bytes.length);
		const workbook = await openWorkbook(bytes, file);
		const table = workbook.table({
			...(options.sheet !== undefined && { sheet: options.sheet }),
			...(headerRow !== undefined && { headerRow })
		});
		return { table, isDelimiterSure: true, sheets: workbook.sheets, undecodable, leftOut };
	}
	const onUndecodable = (row: number, shown: string) => {
		undecodable.push(problemOf({ file, row }, 'refused', 'cell', 'undecodable', shown, { encoding: options.encoding }));
	};
	const table = await openDelimited(decodeText(bytesOf(path, onbytes), options.encoding, onUndecodable), {
		file,
		...(options.delimiter !== undefined && { delimiter: options.delimiter }),
		...(headerRow !== undefined && { headerRow }),
		...(options.leaveOut && { onLeftOut: (problem: ForeignProblem) => leftOut.push(problem) })
	});
	return { table, delimiter: table.delimiter, isDelimiterSure: table.isDelimiterSure, sheets: [], undecodable, leftOut };
}
