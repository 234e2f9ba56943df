import { LANGUAGES, type Language, type Text } from '#lib/domain/text.ts';
import type { TableRow } from './delimited.ts';
import type { ForeignProblem, TextTarget } from './foreign.ts';
import type { TextColumn } from './mapping-plan.ts';

/** What a row says in texts. Lists keep their languages together where the columns have equally many values. */
export interface MappedTexts {
	readonly title?: Text;
	readonly summary?: Text;
	readonly location?: Text;
	readonly track?: Text;
	readonly topics?: readonly Text[];
	readonly actors?: readonly Text[];
}

/** Told of a cell that was not taken as it stands; it is kept as it was beside the record. */
export type CellReport = (index: number, severity: ForeignProblem['severity'], code: string, args?: ForeignProblem['args']) => void;

/** Longest text a claim may carry. */
const LONGEST_TEXT = 10_000;
const LISTS = new Set<TextTarget>(['topics', 'actors', 'party-1', 'party-2']);
/** A cell that says there is nothing: it names no party and no place. */
const NOTHING = /^(?:n\/?a|n\.a\.|null|#n\/a|nan|[-–—.])$/iu;
/** Embeddings, overrides and isolates may not stand in a stored text, and control characters show nothing. */
const UNWANTED = /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u;
const ALL_UNWANTED = new RegExp(UNWANTED, 'gu');
const ESCAPED_END = /(?:\\[rn])+$/u;
const JOINT: Readonly<Record<'title' | 'summary' | 'location' | 'track', string>> = {
	title: ' · ',
	summary: '\n\n',
	location: ', ',
	track: ' · '
};

/** The texts of a row. Several columns of one field are joined, in the file's order. */
export function mappedTexts(columns: readonly TextColumn[], { cells }: TableRow, report: CellReport): MappedTexts {
	const single: Partial<Record<'title' | 'summary' | 'location' | 'track', Partial<Record<Language, string>>>> = {};
	const lists: Record<'topics' | 'actors', Map<Language, string[]>> = { topics: new Map(), actors: new Map() };
	for (const { index, target, language } of columns) {
		const cell = cleaned(cells[index] ?? '', index, report);
		if (cell === '') continue;
		if (LISTS.has(target.to)) {
			const list = lists[target.to === 'topics' ? 'topics' : 'actors'];
			list.set(language, [...(list.get(language) ?? []), ...itemsOf(cell, target.separator, index, report)]);
			continue;
		}
		const field = target.to as keyof typeof JOINT;
		const text = (single[field] ??= {});
		const line = field === 'summary' ? cell : cell.replace(/\s+/gu, ' ');
		text[language] = text[language] === undefined ? line : `${text[language]}${JOINT[field]}${line}`;
	}
	if (!single.title) {
		// "N/A" is all that the row calls itself: better than to lose the row.
		const named = columns.find(({ index, target }) => target.to === 'title' && NOTHING.test((cells[index] ?? '').trim()));
		if (named) {
			single.title = { [named.language]: (cells[named.index] ?? '').trim() };
			report(named.index, 'odd', 'title-says-nothing');
		}
	}
	const topics = togetherBy(lists.topics);
	const actors = togetherBy(lists.actors);
	return { ...single, ...(topics.length > 0 && { topics }), ...(actors.length > 0 && { actors }) };
}

function cleaned(raw: string, index: number, report: CellReport): string {
	const cell = raw.trim();
	if (cell === '') return '';
	if (NOTHING.test(cell)) {
		report(index, 'odd', '');
		return '';
	}
	if (cell.length > LONGEST_TEXT) {
		report(index, 'refused', 'text-too-long', { most: LONGEST_TEXT, found: cell.length });
		return '';
	}
	if (!UNWANTED.test(cell)) return cell;
	report(index, 'odd', 'unwanted-characters');
	return cell.replace(ALL_UNWANTED, '').trim();
}

function itemsOf(cell: string, separator: string | undefined, index: number, report: CellReport): string[] {
	if (ESCAPED_END.test(cell)) report(index, 'odd', 'escaped-line-end');
	const items = (separator === undefined ? [cell] : splitOutside(cell, separator)).map((item) =>
		item.replace(ESCAPED_END, '').replace(/\s+/gu, ' ').trim()
	);
	return [...new Set(items.filter((item) => item !== '' && !NOTHING.test(item)))];
}

/** Cut at a separator, but not inside brackets: `ASEAN (Cambodia, Laos), Japan` are two. */
function splitOutside(cell: string, separator: string): string[] {
	if (!cell.includes('(')) return cell.split(separator);
	const items: string[] = [];
	let [from, depth] = [0, 0];
	for (let at = 0; at < cell.length; at++) {
		if (cell[at] === '(') depth++;
		else if (cell[at] === ')') depth = Math.max(0, depth - 1);
		else if (depth === 0 && cell.startsWith(separator, at)) {
			items.push(cell.slice(from, at));
			from = at + separator.length;
		}
	}
	// A bracket that is never closed holds nothing together.
	return depth > 0 ? cell.split(separator) : [...items, cell.slice(from)];
}

function togetherBy(lists: ReadonlyMap<Language, readonly string[]>): Text[] {
	const [first] = lists.values();
	if (!first) return [];
	const present = LANGUAGES.filter((language) => lists.has(language));
	if (present.every((language) => lists.get(language)?.length === first.length)) {
		return first.map((_, at) => Object.fromEntries(present.map((language) => [language, lists.get(language)?.[at] ?? ''])));
	}
	return present.flatMap((language) => (lists.get(language) ?? []).map((item) => ({ [language]: item })));
}
