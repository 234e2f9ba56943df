import type { TableName } from '#lib/view/view-state.ts';
import { AGREEMENT_COLUMNS } from './agreement-columns.ts';
import type { ColumnDefinition } from './column-definition.ts';
import { EVENT_COLUMNS } from './event-columns.ts';
import { FOLLOW_UP_COLUMNS } from './follow-up-columns.ts';

const COLUMNS: Readonly<Record<TableName, readonly ColumnDefinition[]>> = {
	agreements: AGREEMENT_COLUMNS,
	events: EVENT_COLUMNS,
	'follow-ups': FOLLOW_UP_COLUMNS
};

/** Every column a table can show. */
export function columnsOf(table: TableName): readonly ColumnDefinition[] {
	return COLUMNS[table];
}

/**
 * The columns shown, in order: those asked for, else the table's own choice. The title always stands, at the start if
 * it was left out: a row without its name cannot be told apart or opened. Unknown and doubled ids fall out.
 */
export function shownColumns(table: TableName, cols: readonly string[] | null): readonly ColumnDefinition[] {
	const all = columnsOf(table);
	if (!cols) return all.filter((candidate) => candidate.shown);
	const asked = [...new Set(cols.includes('title') ? cols : ['title', ...cols])];
	return asked.flatMap((id) => all.find((candidate) => candidate.id === id) ?? []);
}
