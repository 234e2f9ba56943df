import { parse } from 'csv-parse/sync';
import { refuseFile } from './foreign-reading.ts';

/** A row of a CSV file, with the line its first cell stands on. */
export interface CsvRow {
	readonly row: number;
	readonly cells: readonly string[];
}

/**
 * The rows of a CSV file of a known making (comma, quotes doubled), header first, blank lines left out.
 * @throws ForeignFileError for broken quoting, with the line.
 */
export function csvRows(text: string, file: string): CsvRow[] {
	try {
		const rows = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
			readonly record: readonly string[];
			readonly info: { readonly lines: number };
		}[];
		// The parser names the line a row ends on; a row of several lines begins before it.
		return rows.map(({ record, info }) => ({
			row: info.lines - record.reduce((lines, cell) => lines + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0),
			cells: record
		}));
	} catch (error) {
		const { lines = 1, message } = error as Error & { lines?: number };
		return refuseFile(file, lines, 'quotes', message);
	}
}
