import type { DateValue } from '#lib/domain/claim.ts';
import type { Text } from '#lib/domain/text.ts';
import { edtfOfEpoch, edtfSpan } from './date-parts.ts';
import { readDateString } from './date-strings.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { problemOf, refuseFile, restOf, type ForeignReading } from './foreign-reading.ts';
import { isObject, leavesOf, parseJsonFile, textIn, type JsonObject } from './json-text.ts';
import { hasMarkup, plainMarkup } from './plain-markup.ts';
import { textByScript } from './script-language.ts';
import { headlineOf, unreadable } from './timelinejs.ts';

const TAKEN = new Set(['id', 'content', 'start', 'end', 'group']);

/**
 * vis-timeline: a list of items, or `{items, groups}`. Groups are tracks; items of type `background` come in as events of
 * kind `other`. Dates may be ISO, counts of milliseconds (told in UTC), or strings JavaScript writes, whose offset is kept.
 * @throws ForeignFileError when it is no JSON, or no such list.
 */
export function readVisTimeline(text: string, file: string): ForeignReading {
	const root = parseJsonFile(text, file);
	const items = Array.isArray(root) ? root : isObject(root) && Array.isArray(root.items) ? root.items : null;
	if (!items || (items.length > 0 && !items.some((item) => isObject(item) && 'start' in item))) {
		return refuseFile(file, 1, 'not-vis-timeline', text.slice(0, 60));
	}
	const groups = new Map<string, Text>();
	const problems: ForeignProblem[] = [];
	for (const [index, group] of (isObject(root) && Array.isArray(root.groups) ? root.groups : []).entries()) {
		const place = { file, row: index + 1, column: `groups[${index}]` };
		if (!isObject(group)) problems.push(problemOf(place, 'refused', 'row', 'not-an-object', group));
		else {
			const name = textByScript(plainMarkup(textIn(group, 'content'))) ?? textByScript(textIn(group, 'id'));
			if (name) groups.set(textIn(group, 'id'), name);
			// A track here has a name and no more: what else the group says is told, and not taken in.
			const more = Object.keys(group).filter((member) => member !== 'id' && member !== 'content');
			if (more.length > 0) problems.push(problemOf(place, 'odd', 'cell', 'group-members', group, { members: more.join(', ') }));
		}
	}
	return { problems, records: items.values().map((item, index) => itemRecord(item, index, file, groups)) };
}

function itemRecord(item: unknown, index: number, file: string, groups: ReadonlyMap<string, Text>): ForeignRecord {
	const path = `items[${index}]`;
	const place = (column: string): ForeignPlace => ({ file, row: index + 1, column: `${path}${column && `.${column}`}` });
	if (!isObject(item)) return unreadable(item, place(''));
	const problems: ForeignProblem[] = [];
	const lost = new Set<string>();
	const date = itemDate(item, place, problems, lost);
	const content = textIn(item, 'content') || textIn(item, 'title');
	const headline = headlineOf(content, fallbackTitle(item), place('content'));
	const rest: [string, unknown][] = [...leavesOf(item)].filter(([leaf]) => !TAKEN.has(leaf) || lost.has(leaf));
	if (hasMarkup(content)) rest.push(['content', content]);
	const group = textIn(item, 'group');
	const track = groups.get(group) ?? textByScript(group);
	if (group && groups.size > 0 && !groups.has(group)) problems.push(problemOf(place('group'), 'odd', 'cell', 'no-such-group', group));
	return {
		place: place(''),
		key: textIn(item, 'id') || null,
		kind: 'event',
		title: headline.title,
		...(item.type === 'background' && { subkind: 'other' }),
		...(date && { date }),
		...(track && { track }),
		...restOf(rest),
		problems: [...headline.problems, ...problems]
	};
}

/** Items drawn by a template have no content: their own words, in their order, make the title. */
function fallbackTitle(item: JsonObject): string {
	const words = [...leavesOf(item)].flatMap(([leaf, value]) =>
		typeof value === 'string' && !TAKEN.has(leaf) && !['type', 'className', 'style', 'subgroup'].includes(leaf) ? [value] : []
	);
	return words.join(' · ');
}

/** Milliseconds since 1970: fewer are of its first four months. */
const LEAST_MOMENT = 1e10;

function itemDate(
	item: JsonObject,
	place: (column: string) => ForeignPlace,
	problems: ForeignProblem[],
	lost: Set<string>
): DateValue | null {
	const [start, end] = [readEnd('start'), item.type === 'point' ? null : readEnd('end')];
	if (item.type === 'point' && item.end !== undefined && item.end !== null) {
		// A point has one moment: vis-timeline itself shows no end of it.
		lost.add('end');
		problems.push(problemOf(place('end'), 'odd', 'cell', 'point-with-end', item.end));
	}
	if (!start && !end) {
		if (problems.length === 0) problems.push(problemOf(place('start'), 'odd', 'cell', 'no-date', ''));
		return null;
	}
	const edtf = start ? edtfSpan(start, end) : `/${end}`;
	if (edtf === null) {
		lost.add('end');
		problems.push(problemOf(place('end'), 'refused', 'cell', 'end-before-start', item.end, { start: start ?? '' }));
	}
	const said = [item.start, edtf === null ? undefined : item.end].filter((value) => typeof value === 'string' && /[a-z]{3}/iu.test(value));
	return { edtf: edtf ?? start!, ...(said.length > 0 && { words: { en: said.join(' – ') } }) };

	function readEnd(member: 'start' | 'end'): string | null {
		const value = item[member];
		if (value === undefined || value === null || value === '') return null;
		const read =
			typeof value === 'number'
				? { edtf: edtfOfEpoch(value) }
				: typeof value === 'string'
					? (aspNet(value) ?? readDateString(value))
					: null;
		if (!read?.edtf) {
			lost.add(member);
			problems.push(problemOf(place(member), 'refused', 'cell', 'date', value));
			return null;
		}
		// A year, or seconds: vis-timeline would show January 1970, which nobody meant.
		if (typeof value === 'number' && Math.abs(value) < LEAST_MOMENT) {
			lost.add(member);
			problems.push(problemOf(place(member), 'odd', 'cell', 'epoch-small', value, { date: read.edtf }));
		}
		if ('oddity' in read && read.oddity) problems.push(problemOf(place(member), 'odd', 'cell', `date-${read.oddity}`, value));
		return read.edtf;
	}
}

/** `/Date(1198908717056)/`, as some servers write a moment. */
function aspNet(text: string): { readonly edtf: string | null } | null {
	const [, digits] = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/u.exec(text) ?? (/^(-?\d{10,})$/u.exec(text) as RegExpExecArray | null) ?? [];
	return digits === undefined ? null : { edtf: edtfOfEpoch(Number(digits)) };
}
