import type { ColumnSet } from '#lib/columns/column-set.ts';
import { toCsv } from '#lib/formats/csv.ts';
import { cellLine, cellText, type CellContext } from './cells.ts';
import type { ColumnDefinition } from './columns/column-definition.ts';

/**
 * What a table shows as CSV: its columns in their order, its rows as filtered and ordered, in the reader's words.
 * Lists are whole, whatever the screen had room for.
 * @param rows row numbers of `set`
 */
export function exportCsv(set: ColumnSet, rows: Uint32Array, columns: readonly ColumnDefinition[], context: CellContext): string {
	return toCsv(
		columns.map((column) => context.t(column.header)),
		Array.from(rows, (row) => columns.map((column) => cellLine(cellText(set, row, column.id, context))))
	);
}
