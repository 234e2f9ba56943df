import { expand, isEvent, parse, toDateRange, toDateRangeIso, type Event, type Eventy } from '@markwhen/parser';
import type { Text } from '#lib/domain/text.ts';
import { problemOf, refuseFile, restOf, type ForeignReading } from './foreign-reading.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { keywordGroups, type Group } from './markwhen-groups.ts';
import { markwhenDate, rangeDate } from './markwhen-dates.ts';
import { textByScript } from './script-language.ts';

/** Relative dates that hang on nothing but today are not ours to reckon: parsed at this moment, they show themselves. */
const NOWHERE = '9998-01-01T00:00:00.000Z';
/** Most occurrences one recurring event is told in. */
const MOST = 1000;

/**
 * A Markwhen document, by its own parser: the outermost section or group is the track, inner ones and tags are topics,
 * a done item is held. Dates are read from what is written where that is plain, else taken as the parser resolves them, with
 * the written words kept. A recurring event comes in occurrence by occurrence, and is told.
 * @throws ForeignFileError when there is no event in it.
 */
export function readMarkwhen(text: string, file: string): ForeignReading {
	const source = text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
	const keywords = keywordGroups(source);
	const parsed = parse(keywords.text, undefined, NOWHERE);
	const lines = lineStarts(source);
	const header = parsed.header as Readonly<Record<string, unknown>>;
	// What a date hangs on and is not there: the parser makes a date of it all the same. The event says so itself.
	const missing = parsed.parseMessages.flatMap(({ message, pos }) => (pos && /^Event ".*" not found$/u.test(message) ? [pos[0]] : []));
	const messages = parsed.parseMessages.filter(({ pos }) => !pos || !missing.includes(pos[0]));
	const problems: ForeignProblem[] = messages.map(({ message, pos, type }) =>
		problemOf(
			{ file, row: lineOf(lines, pos?.[0] ?? 0) },
			type === 'error' ? 'refused' : 'odd',
			'cell',
			'markwhen',
			pos ? source.slice(pos[0], pos[1]) : '',
			{
				message
			}
		)
	);
	for (const [key, value] of Object.entries(header)) {
		if (key === 'title' || /^[#)]/u.test(key)) continue;
		problems.push(problemOf({ file, row: 1, column: key }, 'odd', 'file', 'header', value));
	}
	const events = [...eventsOf(parsed.events, [])];
	if (events.length === 0) refuseFile(file, 1, 'no-records', source.slice(0, 60));
	const title = typeof header.title === 'string' ? textByScript(header.title) : undefined;
	return { ...(title && { title }), problems, records: records() };

	function* records(): Generator<ForeignRecord> {
		for (const { event, groups } of events) {
			const row = lineOf(lines, event.textRanges.whole.from);
			yield* eventRecords(event, [...keywords.around(row), ...groups], { file, row }, { source: keywords.text, missing });
		}
	}
}

function* eventsOf(node: Eventy, groups: readonly Group[]): Generator<{ readonly event: Event; readonly groups: readonly Group[] }> {
	if (isEvent(node)) {
		yield { event: node, groups };
		return;
	}
	for (const child of node.children) yield* eventsOf(child, node.title ? [...groups, node] : groups);
}

function* eventRecords(
	event: Event,
	groups: readonly Group[],
	place: ForeignPlace,
	{ source, missing }: { readonly source: string; readonly missing: readonly number[] }
): Generator<ForeignRecord> {
	const problems: ForeignProblem[] = [];
	const definition = event.textRanges.datePart;
	const written = source.slice(definition.from, definition.to).trim();
	const isMissing = missing.some((at) => at >= definition.from && at <= definition.to);
	const read = isMissing ? { date: null, problem: 'no-such-event' } : markwhenDate(written, event.dateRangeIso, NOWHERE, event.isRelative);
	const datePlace = { ...place, column: 'date' };
	if (read.problem) problems.push(problemOf(datePlace, read.date ? 'odd' : 'refused', 'cell', read.problem, written));
	const body = bodyOf(event, source);
	// The parser takes a date it does not know for a line of the event above: it may be an event of its own.
	for (const line of body.text.split('\n'))
		if (/^\s*-?\d{3,4}[\d\-/.:TZ~?X ]*:\s/u.test(line))
			problems.push(problemOf({ ...place, column: 'text' }, 'odd', 'cell', 'looks-like-event', line));
	const [first] = groups;
	const topics = [...new Set([...groups.slice(1).map(({ title }) => title), ...groups.flatMap(({ tags }) => tags), ...event.tags])];
	const track = first && textByScript(first.title);
	const location = textByScript(body.locations.join('; '));
	const title = titleOf(event, problems, place);
	const summary = textByScript(body.text);
	const key = event.id ?? null;
	const rest: [string, unknown][] = Object.entries(event.properties as Record<string, unknown>).map(([name, value]) => [
		name,
		typeof value === 'string' ? value : JSON.stringify(value)
	]);
	if (event.percent !== undefined) rest.push(['percent', String(event.percent)]);
	if (!read.date && written !== '') rest.push(['date', written]);
	const base: ForeignRecord = {
		place,
		key,
		kind: 'event',
		title,
		...(summary && { summary }),
		...(event.completed && { status: 'held' }),
		...(event.completed === false && { status: 'planned' }),
		...(read.date && { date: read.date }),
		...(location && { location }),
		...(track && { track }),
		...(topics.length > 0 && { topics: topics.flatMap((topic) => textByScript(topic) ?? []) }),
		...restOf(rest),
		problems
	};
	const { recurrence } = event;
	if (!recurrence || !read.date) {
		yield base;
		return;
	}
	const ranges = expand(toDateRange(event.dateRangeIso), recurrence, MOST + 1).slice(0, MOST);
	const endless = recurrence.count === undefined && recurrence.until === undefined;
	const code = endless ? 'recurrence-endless' : ranges.length === MOST ? 'recurrence-capped' : 'recurrence-expanded';
	const told = endless ? ranges.slice(0, 100) : ranges;
	problems.push(problemOf(datePlace, 'odd', 'row', code, event.firstLine.full, { count: told.length }));
	for (const [index, range] of told.entries()) {
		const at = rangeDate(toDateRangeIso(range));
		const date = at ? { edtf: at, words: { en: written || event.firstLine.full } } : read.date;
		yield { ...base, key: key && `${key}#${date.edtf}`, date, problems: index === 0 ? problems : [] };
	}
}

function titleOf(event: Event, problems: ForeignProblem[], place: ForeignPlace): Text {
	const line = event.firstLine.restTrimmed
		.replace(/^[:\s]+/u, '')
		.replace(/^\[[ xX]?\]\s*/u, '')
		.trim();
	const title = textByScript(line);
	if (!title) problems.push(problemOf({ ...place, column: 'title' }, 'odd', 'cell', 'no-title', event.firstLine.full));
	return title ?? textByScript(event.firstLine.full) ?? { en: '—' };
}

/** The lines under the first one, without properties and comments; places (`[Dresden](location)`) apart. */
function bodyOf(event: Event, source: string): { readonly text: string; readonly locations: readonly string[] } {
	const { whole, properties } = event.textRanges;
	const end = whole.to;
	const afterFirst = source.indexOf('\n', whole.from);
	const from = properties && properties.to > 0 ? properties.to : afterFirst < 0 || afterFirst > end ? end : afterFirst;
	const locations: string[] = [];
	const text = source
		.slice(from, end)
		.split('\n')
		.filter((line) => !/^\s*\/\//u.test(line))
		.join('\n')
		.replace(/\[([^\]\n]+)\]\(location\)/gu, (_, name: string) => {
			locations.push(name.trim());
			return '';
		})
		.replace(/[ \t]+$/gmu, '')
		.replace(/\n{3,}/gu, '\n\n')
		.trim();
	return { text, locations };
}

function lineStarts(source: string): number[] {
	const starts = [0];
	for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

function lineOf(starts: readonly number[], position: number): number {
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (starts[middle]! <= position) low = middle + 1;
		else high = middle;
	}
	return low;
}
