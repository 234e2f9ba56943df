import { shownDate } from '#lib/columns/known-order.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { valueOf, valuesOf } from '#lib/columns/row.ts';
import type { DateValue } from '#lib/domain/claim.ts';
import type { Text } from '#lib/domain/text.ts';
import { isNotReported, markOf } from '#lib/encoding/mark.ts';
import type { Reader } from '#lib/encoding/reader.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { formatNumber, formatRangeOfNumbers } from '#lib/language/format-number.ts';
import { kindLabel, statusLabel } from '#lib/language/labels.ts';
import type { Language } from '#lib/language/locales.ts';
import { textIn } from '#lib/language/text-in.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import type { ItemTone } from '#lib/timeline/items/item.ts';

export interface CellContext extends Reader {
	/** Name of a track, actor, topic or source in the reader's language. */
	readonly labelOf: (id: string) => string;
}

/** What a cell says. The same on screen, in a copy and in a file. */
export interface Cell {
	readonly text: string;
	/** Language of a text that comes from data; the interface's own words have none. */
	readonly language?: Language;
	/** Beside the text, in a quieter ink: the words of a date, a state, "differ". */
	readonly detail?: string;
	readonly detailLanguage?: Language;
	/** Elements of a list that had no room. */
	readonly more?: number;
	/** The whole list, when `more` says that some are left out. */
	readonly whole?: string;
	/** Colour of the pill and its mark, or of the detail. */
	readonly tone?: ItemTone | 'differ' | 'overdue';
	/** Planned: the pill is an outline. */
	readonly planned?: boolean;
	/** Nothing is reported: said as such, never as "no". */
	readonly missing?: true;
	/** The words are on their way. */
	readonly waiting?: true;
}

/** A date to the day (or from day to day) leaves nothing for its words to add. */
const TO_THE_DAY = /^\d{4}-\d{2}-\d{2}(T[^/]*)?(\/\d{4}-\d{2}-\d{2}(T[^/]*)?)?$/;
const CLOSED = ['follow-up:done', 'follow-up:lapsed'];

type CellOf = (set: ColumnSet, row: number, context: CellContext, letters: number) => Cell;

const CELLS: Readonly<Record<string, CellOf>> = {
	title: titleCell,
	stage: statusCell,
	status: statusCell,
	date: dateCell,
	due: dueCell,
	parties: (set, row, context, letters) => listCell(valuesOf(set.actors, row).map(context.labelOf), context, letters),
	participants: (set, row, context, letters) => listCell(valuesOf(set.actors, row).map(context.labelOf), context, letters),
	owner: (set, row, context, letters) => listCell(valuesOf(set.actors, row).map(context.labelOf), context, letters),
	topics: (set, row, context, letters) => listCell(valuesOf(set.topics, row).map(context.labelOf), context, letters),
	sources: sourcesCell,
	kind: (set, row, { t }) => words(kindLabel(t, valueOf(set.subkind, row)), t),
	track: (set, row, context) => reference(valueOf(set.track, row), context),
	place: (set, row, { language, t }) => textCell(set.places[set.place.codes[row]!], language) ?? missing(t('tables.not-reported')),
	quantities: quantitiesCell,
	follows: (set, row, context) => recordCell(set, set.followsFrom[row]!, context),
	arises: (set, row, context) => recordCell(set, set.arisesFrom[row]!, context)
};

/** Another row by its title; its id while its words are on their way. */
function recordCell(set: ColumnSet, row: number, { language, t }: CellContext): Cell {
	if (row < 0) return missing(t('tables.not-reported'));
	const id = set.id.at(row);
	const words = set.words.of(row);
	return words ? { text: textIn(words.title, language, id).text } : { text: id, waiting: true };
}

/** While the words are on their way a title is the id: it names the row, and is there. */
function titleCell(set: ColumnSet, row: number, { language }: CellContext): Cell {
	const words = set.words.of(row);
	return words ? dataText(textIn(words.title, language, set.id.at(row))) : { text: set.id.at(row), waiting: true };
}

/** The date with its words; while they are on their way, the date its edges make. */
function dateOf(set: ColumnSet, row: number): DateValue | null {
	const words = set.words.of(row);
	if (words) return shownDate(set, row);
	return Number.isNaN(set.earliestStart[row]) ? null : { edtf: roughDate(set, row) };
}

function roughDate(set: ColumnSet, row: number): string {
	const [start, end] = [set.earliestStart[row]!, set.latestEnd[row]!];
	const day = (of: number) => (Number.isFinite(of) ? isoOf(Math.floor(of)) : '..');
	const [first, last] = [day(start), day(Math.ceil(end) - 1)];
	return first === last ? first : `${first}/${last}`;
}

/**
 * What stands in a row's cell. A field without a claim reads "not reported"; a column nobody knows does too.
 * @param columnId id of a `ColumnDefinition`
 * @param letters how many a list may take before the rest is named as +n
 */
export function cellText(set: ColumnSet, row: number, columnId: string, context: CellContext, letters = Infinity): Cell {
	return CELLS[columnId]?.(set, row, context, letters) ?? missing(context.t('tables.not-reported'));
}

/** A cell as one line of plain text, with everything it says: for copying and for files. */
export function cellLine(cell: Cell): string {
	return cell.detail ? `${cell.whole ?? cell.text} (${cell.detail})` : (cell.whole ?? cell.text);
}

function missing(text: string): Cell {
	return { text, missing: true };
}

function words(text: string, t: CellContext['t']): Cell {
	return text ? { text } : missing(t('tables.not-reported'));
}

function dataText(chosen: { readonly text: string; readonly language: Language }): Cell {
	return { text: chosen.text, language: chosen.language };
}

function textCell(text: Text | null | undefined, language: Language): Cell | null {
	const chosen = textIn(text, language);
	return chosen.text ? dataText(chosen) : null;
}

function reference(id: string, { labelOf, t }: CellContext): Cell {
	return id ? { text: labelOf(id) } : missing(t('tables.not-reported'));
}

/** Names a list as far as there is room, at least its first element, and counts the rest. */
function listCell(names: readonly string[], { t }: CellContext, letters: number): Cell {
	const comma = t('tables.comma');
	const whole = names.join(comma);
	if (!whole) return missing(t('tables.not-reported'));
	if (whole.length <= letters) return { text: whole };
	// ", +12" takes room too.
	const room = letters - comma.length - 3;
	let kept = 1;
	let length = names[0]?.length ?? 0;
	while (kept < names.length && length + comma.length + (names[kept]?.length ?? 0) <= room)
		length += comma.length + (names[kept++]?.length ?? 0);
	return kept === names.length ? { text: whole } : { text: names.slice(0, kept).join(comma), more: names.length - kept, whole };
}

function statusCell(set: ColumnSet, row: number, { t }: CellContext): Cell {
	const status = valueOf(set.status, row);
	if (!status) return missing(t('tables.not-reported'));
	return { text: statusLabel(t, status), tone: markOf(set, row).tone, planned: set.planned[row] === 1 || status === 'follow-up:open' };
}

/** The words a date was given in, where they say more than the date: it is not known to the day. */
function saidIn(date: DateValue, { language, t }: CellContext): Pick<Cell, 'detail' | 'detailLanguage'> {
	if (TO_THE_DAY.test(date.edtf)) return {};
	const said = textIn(date.words, language);
	return said.text ? { detail: t('tables.said', { words: said.text }), detailLanguage: said.language } : {};
}

function shortDate(date: DateValue, { language, calendar, months, t }: CellContext): string {
	return describeDate(date.edtf, { language, calendar, months, t, style: 'short' });
}

function dateCell(set: ColumnSet, row: number, context: CellContext): Cell {
	const date = dateOf(set, row);
	if (!date || Number.isNaN(set.earliestStart[row])) {
		// Words without a date ("earlier this year" of an undated article) are still what is known.
		return { ...missing(context.t('tables.not-dated')), ...(date ? saidIn(date, context) : {}) };
	}
	const text = shortDate(date, context);
	// Past its last day without a report: the state matters more than the words. It is not said to have failed.
	if (valueOf(set.status, row) === 'event:planned' && isNotReported(set, row, context.today)) {
		return { text, detail: context.t('tables.not-reported-held'), tone: 'overdue' };
	}
	return { text, ...saidIn(date, context) };
}

/** A follow-up's due date with its state in words: days left, today, overdue. Ends are exclusive. */
function dueCell(set: ColumnSet, row: number, context: CellContext): Cell {
	const { t, today } = context;
	const date = dateOf(set, row);
	const end = set.latestEnd[row] ?? NaN;
	if (!date || Number.isNaN(set.earliestStart[row])) return { ...missing(t('tables.no-due-date')), ...(date ? saidIn(date, context) : {}) };
	const text = shortDate(date, context);
	if (CLOSED.includes(valueOf(set.status, row)) || !Number.isFinite(end)) return { text, ...saidIn(date, context) };
	const lastDay = Math.ceil(end) - 1;
	if (lastDay < today) return { text, detail: t('tables.days-overdue', { count: today - lastDay }), tone: 'overdue' };
	if (lastDay === today) return { text, detail: t('tables.due-today') };
	return { text, detail: t('tables.days-left', { count: lastDay - today }) };
}

function sourcesCell(set: ColumnSet, row: number, { t, language }: CellContext): Cell {
	const text = formatNumber(valuesOf(set.sources, row).length, language);
	return (set.conflicts[row] ?? 0) > 0 ? { text, detail: t('tables.differ'), tone: 'differ' } : { text };
}

function quantitiesCell(set: ColumnSet, row: number, context: CellContext, letters: number): Cell {
	const { t, language } = context;
	const quantities = set.words.of(row)?.quantities ?? [];
	const cell = listCell(
		quantities.map(({ what, label, amount, words: said }) => {
			const name = textIn(label, language, what).text;
			const shown = amount ? formatRangeOfNumbers(amount, t, language) : textIn(said, language).text;
			return shown ? `${name} ${shown}` : name;
		}),
		context,
		letters
	);
	return quantities.some(({ conflict }) => conflict) ? { ...cell, detail: t('tables.differ'), tone: 'differ' } : cell;
}
