import type { ForeignRecord } from './foreign.ts';
import { isOwnTable, OWN_SHEET, readOwnRow } from './own-table.ts';
import { openWorkbook } from './sheet.ts';

/**
 * The records of a workbook of ours, by its sheet `data`; null when there is no such sheet, or it is somebody else's: then its
 * columns are for a person to explain.
 * @throws ForeignFileError when it is no workbook.
 */
export async function readOwnWorkbook(bytes: Uint8Array, file: string): Promise<AsyncIterable<ForeignRecord> | null> {
	const workbook = await openWorkbook(bytes, file);
	if (!workbook.sheets.some(({ name }) => name === OWN_SHEET)) return null;
	const { columns, rows } = workbook.table({ sheet: OWN_SHEET });
	if (!isOwnTable(columns)) return null;
	return records();

	async function* records(): AsyncGenerator<ForeignRecord> {
		for await (const { row, cells } of rows) yield readOwnRow(columns, cells, { file, sheet: OWN_SHEET, row });
	}
}
