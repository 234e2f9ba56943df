import type { ForeignRecord } from './foreign.ts';
import { unguardedCell } from './csv.ts';
import { csvRows } from './csv-rows.ts';
import { refuseFile, type ForeignReading } from './foreign-reading.ts';
import { isOwnTable, readOwnRow } from './own-table.ts';

/**
 * Our own table as CSV. The apostrophe before what a spreadsheet would take for a formula is taken off again.
 * @throws ForeignFileError for broken quoting, or a table that is not ours.
 */
export function readOwnCsv(text: string, file: string): ForeignReading {
	const [header, ...rows] = csvRows(text, file);
	if (!header || !isOwnTable(header.cells)) return refuseFile(file, header?.row ?? 1, 'not-ours', header?.cells.join(', '));
	return {
		problems: [],
		records: rows.values().map(({ row, cells }): ForeignRecord => readOwnRow(header.cells, cells.map(unguardedCell), { file, row }))
	};
}
