import type { ColumnSet } from '#lib/columns/column-set.ts';
import { valueOf } from '#lib/columns/row.ts';
import { markOf } from '#lib/encoding/mark.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import type { ItemShape, ItemTone } from '#lib/timeline/items/item.ts';
import { cellLine, cellText, type Cell, type CellContext } from './cells.ts';
import type { ColumnDefinition } from './columns/column-definition.ts';
import { markStateOf, type MarkState } from './mark-state.ts';
import { stageStep } from './stage-step.ts';

/** This share of the letters that should fit do, in any script. */
const SURE = 0.7;

/**
 * A cell as its element shows it: every text, class and state said outright. A row's cells are worked out together, so that a row
 * used again for another record costs the page one pass, whatever the number of its columns.
 */
export interface CellView {
	readonly text: string;
	readonly language: Language | undefined;
	readonly direction: 'ltr' | 'rtl' | undefined;
	readonly detail: string;
	readonly detailLanguage: Language | undefined;
	/** How many elements of a list are left out, in words; empty: none. */
	readonly more: string;
	readonly tone: Cell['tone'] | '';
	readonly planned: boolean;
	readonly missing: boolean;
	readonly waiting: boolean;
	/** It may have no room. Cutting off costs the browser at every frame, so only what may need it is cut. */
	readonly tight: boolean;
	/** The word for *possibly*, which has room before anything else; empty: it matches certainly. */
	readonly possibly: string;
	/** All that the cell says, as one line. */
	readonly line: string;
	/** The same where not all of it is seen. */
	readonly tip: string | undefined;
	/** The row's mark, of a title or a stage; else the same one for all. */
	readonly mark: { readonly shape: ItemShape; readonly tone: ItemTone; readonly state: MarkState };
	/** Step of its stage: see `stageStep`. */
	readonly step: number;
}

export interface RowOfCells {
	readonly columns: readonly ColumnDefinition[];
	/** Letters that fit in each column; fewer elements of a list are named, the rest counted. */
	readonly letters: readonly number[];
	/** Scripts run: what is too long can be told when somebody points at it. Without them all is cut. */
	readonly live: boolean;
	/** The row only possibly matches the interval asked for. */
	readonly possibly: boolean;
	readonly context: CellContext;
}

const NO_MARK: CellView['mark'] = { shape: 'circle', tone: 'event', state: 'filled' };

/** Does a column tell the row's own date? */
export function isDated(column: Pick<ColumnDefinition, 'id'>): boolean {
	return column.id === 'date' || column.id === 'due';
}

/** Does a row's cell name another record, whose words come by themselves? */
export function namesOthers(column: Pick<ColumnDefinition, 'id'>): boolean {
	return column.id === 'follows' || column.id === 'arises';
}

/** The cells of a row, in the order of its columns. */
export function cellViews(set: ColumnSet, row: number, { columns, letters, live, possibly, context }: RowOfCells): CellView[] {
	const own = markOf(set, row);
	const mark = { shape: own.shape, tone: own.tone, state: markStateOf(set, row) };
	return columns.map((column, index): CellView => {
		const room = letters[index] ?? 0;
		const cell = cellText(set, row, column.id, context, room);
		const line = cellLine(cell);
		const doubtful = possibly && isDated(column);
		return {
			text: cell.text,
			language: cell.language,
			direction: cell.language && LOCALES[cell.language].direction,
			detail: cell.detail ?? '',
			detailLanguage: cell.detailLanguage,
			more: cell.more ? context.t('tables.more', { count: cell.more }) : '',
			tone: cell.tone ?? '',
			planned: cell.planned ?? false,
			missing: cell.missing ?? false,
			waiting: cell.waiting ?? false,
			tight: !live || doubtful || line.length > room * SURE,
			possibly: doubtful ? context.t('tables.possibly') : '',
			line,
			tip: cell.more || line.length > room ? line : undefined,
			mark: column.id === 'title' || column.id === 'stage' ? mark : NO_MARK,
			step: column.id === 'stage' ? stageStep(valueOf(set.status, row)) : -1
		};
	});
}
