import { STAGES } from '#lib/domain/kinds.ts';
import { LANGUAGES, type Text } from '#lib/domain/text.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord, ForeignStage } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';
import { isObject } from './json-text.ts';
import { dateOf } from './own-record.ts';
import { shownDate } from './record-fields.ts';

/** A field on which sources differ: what is said, the shown value first, and who says it. */
export interface Differing {
	/** `date`, `quantities/concluded/amount`. */
	readonly field: string;
	readonly versions: readonly { readonly value: unknown; readonly by: readonly { readonly id: string; readonly title: Text }[] }[];
}

/** The filter's word on a row, beside the record. */
export interface OwnCells {
	readonly certainty: 'certainly' | 'possibly';
	/** Fields on which sources differ. */
	readonly conflicts: number;
	/** What they say of them, and who says what. */
	readonly differing?: readonly Differing[] | undefined;
}

const byLanguage = (name: string) => LANGUAGES.map((language) => `${name}_${language}`);
const stageColumn = (stage: string) => `stage_${stage.replaceAll(' ', '_')}`;

/**
 * Columns of our own table, the same for CSV, sheet and Data Package. Texts have a column a language; lists stand in one
 * cell, split by ` | `, in the same order in every language; dates are EDTF; edges are inclusive days, for sorting by
 * programs. `differing`, `stages` and `more` are JSON: what the columns before them cannot say.
 */
export const OWN_COLUMNS: readonly string[] = [
	'id',
	'kind',
	'subkind',
	'status',
	...byLanguage('title'),
	'date',
	...byLanguage('date_words'),
	'date_said',
	'date_calendar',
	'date_rule',
	'earliest_start',
	'latest_start',
	'earliest_end',
	'latest_end',
	'certainty',
	...STAGES.map(stageColumn),
	...byLanguage('track'),
	...byLanguage('location'),
	...byLanguage('topics'),
	...byLanguage('actors'),
	...byLanguage('summary'),
	'conflicts',
	'differing',
	'stages',
	'more'
];

/** The sheet of our own table in a workbook we wrote. */
export const OWN_SHEET = 'data';

/** What nobody else's table has by chance. */
const TELLING = ['id', 'kind', 'title_en', 'title_fa', 'date', 'date_words_fa', 'earliest_start', 'stage_signed'];

export function isOwnTable(headers: readonly string[]): boolean {
	return TELLING.every((name) => headers.includes(name));
}

/** A record as the cells of OWN_COLUMNS. */
export function ownCells(record: ForeignRecord, { certainty, conflicts, differing = [] }: OwnCells): string[] {
	const cells = new Map<string, string>();
	const texts = (name: string, text: Text | undefined) => {
		for (const language of LANGUAGES) cells.set(`${name}_${language}`, text?.[language] ?? '');
	};
	const lists = (name: string, list: readonly Text[] | undefined) => {
		for (const language of LANGUAGES) {
			const cell = (list ?? []).map((text) => escapeItem(text[language] ?? '')).join(' | ');
			cells.set(`${name}_${language}`, (list ?? []).some((text) => text[language]) ? cell : '');
		}
	};
	const { date } = record;
	texts('title', record.title);
	texts('summary', record.summary);
	texts('track', record.track);
	texts('location', record.location);
	texts('date_words', date?.words);
	lists('topics', record.topics);
	lists('actors', record.actors);
	cells
		.set('id', record.key ?? '')
		.set('kind', record.kind)
		.set('subkind', record.subkind ?? '')
		.set('status', record.status ?? '');
	cells
		.set('date', date?.edtf ?? '')
		.set('date_said', date?.said ?? '')
		.set('date_calendar', date?.calendar ?? '');
	cells
		.set('date_rule', date?.rule ?? '')
		.set('certainty', certainty)
		.set('conflicts', String(conflicts));
	for (const [name, day] of Object.entries(inclusiveEdges(shownDate(record)?.edtf))) cells.set(name, day);
	for (const { stage, date: reached } of record.stages ?? []) cells.set(stageColumn(stage), reached?.edtf ?? 'XXXX');
	const said = (record.stages ?? []).some((stage) => stage.date !== null && Object.keys(stage.date).length > 1);
	const known = record.stages?.some((stage) => stage.date === null) || said;
	if (record.stages && known) cells.set('stages', JSON.stringify(record.stages));
	if (differing.length > 0) cells.set('differing', JSON.stringify(differing));
	if (record.rest) cells.set('more', JSON.stringify(record.rest));
	return OWN_COLUMNS.map((name) => cells.get(name) ?? '');
}

function inclusiveEdges(edtf: string | undefined): Record<string, string> {
	if (edtf === undefined) return {};
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
	const first = (day: number) => (Number.isFinite(day) ? isoOf(Math.floor(day)) : '');
	const last = (day: number) => (Number.isFinite(day) ? isoOf(Math.ceil(day) - 1) : '');
	return {
		earliest_start: earliestStart === -Infinity && latestStart === -Infinity ? '..' : first(earliestStart),
		latest_start: last(latestStart),
		earliest_end: first(earliestEnd),
		latest_end: earliestEnd === Infinity && latestEnd === Infinity ? '..' : last(latestEnd)
	};
}

/**
 * A row of our own table as a record. Columns may stand in any order, and some may be missing; one we do not know is kept in
 * `rest`. Edges, certainty and what sources differ on are worked out anew and not read.
 */
export function readOwnRow(headers: readonly string[], cells: readonly string[], place: ForeignPlace): ForeignRecord {
	const problems: ForeignProblem[] = [];
	const at = (column: string): ForeignPlace => ({ ...place, column });
	const cell = (name: string) => cells[headers.indexOf(name)] ?? '';
	const text = (name: string): Text | undefined => {
		const entries = LANGUAGES.flatMap((language) =>
			cell(`${name}_${language}`).trim() ? [[language, cell(`${name}_${language}`)] as const] : []
		);
		return entries.length > 0 ? Object.fromEntries(entries) : undefined;
	};
	const lists = (name: string): Text[] => {
		const columns = LANGUAGES.map((language) => ({ language, items: splitItems(cell(`${name}_${language}`)) }));
		const length = Math.max(...columns.map(({ items }) => items.length));
		return Array.from({ length }, (_, index) =>
			Object.fromEntries(columns.flatMap(({ language, items }) => (items[index] ? [[language, items[index]] as const] : [])))
		).filter((item) => Object.keys(item).length > 0);
	};
	const json = (name: string): unknown => {
		if (cell(name).trim() === '') return undefined;
		try {
			return JSON.parse(cell(name)) as unknown;
		} catch {
			problems.push(problemOf(at(name), 'refused', 'cell', 'not-json', cell(name)));
			return undefined;
		}
	};
	const edtf = cell('date').trim();
	if (edtf && !parseEdtf(edtf).ok) problems.push(problemOf(at('date'), 'refused', 'cell', 'edtf', edtf));
	const words = text('date_words');
	const date = dateOf({
		edtf,
		...(words && { words }),
		...(cell('date_said') && { said: cell('date_said') }),
		...(cell('date_calendar') && { calendar: cell('date_calendar') }),
		...(cell('date_rule') && { rule: cell('date_rule') })
	});
	const stages = stagesFrom(cell, json('stages'), at, problems);
	const more = json('more');
	const rest: Record<string, string> = isObject(more)
		? Object.fromEntries(Object.entries(more).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))
		: {};
	for (const [index, header] of headers.entries()) if (!KNOWN.has(header) && cells[index]) rest[header] = cells[index];
	if (date === undefined && edtf) rest.date = edtf;
	const kind = cell('kind').trim();
	const known = kind === 'agreement' || kind === 'follow-up' || kind === 'event';
	if (!known) problems.push(problemOf(at('kind'), 'refused', 'row', 'kind', kind));
	const title = text('title');
	if (!title) problems.push(problemOf(at('title_en'), 'refused', 'row', 'no-title', ''));
	const [summary, location, track] = [text('summary'), text('location'), text('track')];
	const [topics, actors] = [lists('topics'), lists('actors')];
	return {
		place,
		key: cell('id') || null,
		kind: known ? kind : 'event',
		title: title ?? { en: '—' },
		...(summary && { summary }),
		...(cell('subkind') && { subkind: cell('subkind') }),
		...(cell('status') && { status: cell('status') }),
		...(date && { date }),
		...(stages.length > 0 && { stages }),
		...(location && { location }),
		...(track && { track }),
		...(topics.length > 0 && { topics }),
		...(actors.length > 0 && { actors }),
		...(Object.keys(rest).length > 0 && { rest }),
		problems
	};
}

const KNOWN = new Set(OWN_COLUMNS);

function stagesFrom(
	cell: (name: string) => string,
	detailed: unknown,
	at: (column: string) => ForeignPlace,
	problems: ForeignProblem[]
): ForeignStage[] {
	const details = Array.isArray(detailed) ? (detailed as unknown[]) : [];
	return STAGES.flatMap((stage): ForeignStage[] => {
		const edtf = cell(stageColumn(stage)).trim();
		if (!edtf) return [];
		const detail = details.find((each) => isObject(each) && each.stage === stage);
		const date = isObject(detail) ? dateOf(detail.date) : undefined;
		// The column is what people edit: it wins over the JSON beside it.
		if (detail && (date?.edtf ?? 'XXXX') === edtf) return [{ stage, date: date ?? null }];
		if (parseEdtf(edtf).ok) return [{ stage, date: { edtf } }];
		problems.push(problemOf(at(stageColumn(stage)), 'refused', 'cell', 'edtf', edtf));
		return [{ stage, date: null }];
	});
}

function escapeItem(item: string): string {
	return item.replace(/[\\|]/gu, (sign) => `\\${sign}`);
}

function splitItems(cell: string): string[] {
	if (cell.trim() === '') return [];
	const items: string[] = [];
	let item = '';
	for (let index = 0; index < cell.length; index++) {
		const sign = cell[index]!;
		if (sign === '\\' && index + 1 < cell.length) item += cell[++index]!;
		else if (sign === '|') {
			items.push(item);
			item = '';
		} else item += sign;
	}
	items.push(item);
	return items.map((item) => item.trim());
}
