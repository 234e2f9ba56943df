import { columnChoices } from '#lib/view/column-choice.ts';
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

/** A column as it is shown. */
export interface ShownColumn extends ColumnDefinition {
	/** It stays at the start while the others scroll. */
	readonly pinned: boolean;
	/** Width asked for, CSS pixels; null: its share. */
	readonly px: number | null;
}

/**
 * The columns shown, in order: those asked for, else the table's own choice. The title always stands, at the start if
 * it was left out: a row without its name cannot be told apart or opened. Unknown and doubled ids fall out; pinned
 * columns stand before the others.
 */
export function shownColumns(table: TableName, cols: readonly string[] | null): readonly ShownColumn[] {
	const all = columnsOf(table);
	if (!cols) return all.filter((candidate) => candidate.shown).map((column) => ({ ...column, pinned: false, px: null }));
	const choices = columnChoices(cols);
	const title = choices.some(({ id }) => id === 'title') ? [] : [{ id: 'title', pinned: false, width: null }];
	const shown = [...title, ...choices].flatMap(({ id, pinned, width }) => {
		const column = all.find((candidate) => candidate.id === id);
		return column ? [{ ...column, pinned, px: width }] : [];
	});
	return [...shown.filter(({ pinned }) => pinned), ...shown.filter(({ pinned }) => !pinned)];
}

/** What the rows of a table can be grouped by: the values of a column, or the year of their date. Sources are too many a row. */
export function groupings(table: TableName): readonly Pick<ColumnDefinition, 'id' | 'header'>[] {
	return [...columnsOf(table).filter(({ id, filterable }) => filterable && id !== 'sources'), { id: 'year', header: 'tables.year' }];
}
