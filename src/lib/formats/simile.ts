import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readDateString } from './date-strings.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { problemOf, refuseFile, restOf, type ForeignReading } from './foreign-reading.ts';
import { isObject, leavesOf, parseJsonFile, type JsonObject } from './json-text.ts';
import { hasMarkup, plainMarkup } from './plain-markup.ts';
import { textByScript } from './script-language.ts';
import { fourPoints, type Points } from './simile-points.ts';
import { headlineOf, unreadable } from './timelinejs.ts';

/** Short names of members, as the widget's compact form has them. */
const SHORT: Readonly<Record<string, string>> = {
	s: 'start',
	ls: 'latestStart',
	ee: 'earliestEnd',
	e: 'end',
	d: 'description',
	t: 'title',
	c: 'caption',
	de: 'durationEvent',
	eid: 'eventID'
};
const TAKEN = new Set([
	'start',
	'latestStart',
	'earliestEnd',
	'end',
	'title',
	'description',
	'eventID',
	'id',
	'isDuration',
	'durationEvent'
]);
const POINTS = ['start', 'latestStart', 'earliestEnd', 'end'] as const;

/**
 * SIMILE Timeline, JSON (`{dateTimeFormat, events}`, short names too). Its four points are the four edges of a date.
 * @throws ForeignFileError when it is no JSON, or has no events.
 */
export function readSimileJson(text: string, file: string): ForeignReading {
	const root = parseJsonFile(text, file);
	if (!isObject(root) || !Array.isArray(root.events)) return refuseFile(file, 1, 'not-simile', text.slice(0, 60));
	const problems = Object.entries(root)
		.filter(([member]) => !['events', 'dateTimeFormat'].includes(member))
		.map(([member, value]) => problemOf({ file, row: 1, column: member }, 'odd', 'cell', 'unknown-member', value));
	const { events } = root;
	return {
		problems,
		records: events.values().map((event, index) => {
			const place = (column: string): ForeignPlace => ({ file, row: index + 1, column: `events[${index}]${column && `.${column}`}` });
			if (!isObject(event)) return unreadable(event, place(''));
			return eventRecord(Object.fromEntries(Object.entries(event).map(([name, value]) => [SHORT[name] ?? name, value])), place);
		})
	};
}

/**
 * SIMILE Timeline, XML (`<data><event start=… title=…>description</event></data>`).
 * @throws ForeignFileError when it is not well-formed XML, or has no `data`.
 */
export function readSimileXml(text: string, file: string): ForeignReading {
	const valid = XMLValidator.validate(text, { allowBooleanAttributes: true });
	if (valid !== true) return refuseFile(file, valid.err.line, 'not-xml', text.split('\n')[valid.err.line - 1]?.slice(0, 60) ?? '');
	const parser = new XMLParser({
		ignoreAttributes: false,
		attributeNamePrefix: '@',
		textNodeName: '#text',
		parseAttributeValue: false,
		parseTagValue: false,
		trimValues: false,
		htmlEntities: false,
		isArray: (name) => name === 'event',
		stopNodes: []
	});
	const root = parsed(parser, text, file);
	const { data } = root;
	if (data === undefined) return refuseFile(file, 1, 'not-simile', Object.keys(root).join(', '));
	const events = isObject(data) && Array.isArray(data.event) ? (data.event as unknown[]) : [];
	const lines = linesOf(text);
	const problems = (isObject(data) ? Object.entries(data) : [])
		.filter(
			([member, value]) => member !== 'event' && member !== '@date-time-format' && !(member === '#text' && String(value).trim() === '')
		)
		.map(([member, value]) => problemOf({ file, row: 1, column: member.replace('@', '') }, 'odd', 'cell', 'unknown-member', value));
	return {
		problems,
		records: events.values().map((event, index) => {
			const place = (column: string): ForeignPlace => ({ file, row: lines[index] ?? 1, ...(column && { column }) });
			if (!isObject(event)) return eventRecord({ description: String(event) }, place);
			const members: Record<string, unknown> = {};
			for (const [name, value] of Object.entries(event)) {
				if (name === '#text') members.description = String(value);
				else members[name.replace(/^@/u, '')] = value;
			}
			return eventRecord(members, place);
		})
	};
}

/** What the parser refuses on purpose: entities of other files, and those that grow without bound. */
function parsed(parser: XMLParser, text: string, file: string): JsonObject {
	try {
		return parser.parse(text) as JsonObject;
	} catch (error) {
		return refuseFile(file, 1, 'not-xml', error instanceof Error ? error.message : String(error));
	}
}

/** The line of each `<event`, comments and character data left out. */
function linesOf(text: string): number[] {
	const lines: number[] = [];
	let line = 1;
	for (const [token] of text.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<event\b|\n/gu)) {
		if (token === '<event') lines.push(line);
		line += token.split('\n').length - 1;
	}
	return lines;
}

function eventRecord(event: JsonObject, place: (column: string) => ForeignPlace): ForeignRecord {
	const problems: ForeignProblem[] = [];
	const lost = new Set<string>();
	const points: { -readonly [Key in keyof Points]: Points[Key] } = {};
	for (const name of POINTS) {
		const value = event[name];
		if (value === undefined || value === null || value === '') continue;
		const read = readDateString(String(value));
		if (!read) {
			lost.add(name);
			problems.push(problemOf(place(name), 'refused', 'cell', 'date', value));
		} else {
			points[name] = read.edtf;
			if (read.oddity) problems.push(problemOf(place(name), 'odd', 'cell', `date-${read.oddity}`, value));
		}
	}
	const lasting = saysLasting(event);
	const spanned = fourPoints(points, lasting);
	for (const name of spanned?.dropped ?? []) {
		lost.add(name);
		problems.push(problemOf(place(name), 'refused', 'cell', 'end-before-start', event[name], { start: points.start ?? '' }));
	}
	for (const name of spanned?.widened ?? []) problems.push(problemOf(place(name), 'odd', 'cell', 'edges-widened', event[name]));
	if (!spanned && problems.length === 0) problems.push(problemOf(place('start'), 'odd', 'cell', 'no-date', ''));
	const said = POINTS.flatMap((name) => (typeof event[name] === 'string' && !lost.has(name) ? [event[name].trim()] : []));
	const description = String(event.description ?? '');
	const headline = headlineOf(String(event.title ?? event.caption ?? ''), description, place('title'));
	const rest: [string, unknown][] = [...leavesOf(event)].filter(([leaf]) => !TAKEN.has(leaf) || lost.has(leaf));
	if (hasMarkup(description)) rest.push(['description', description.trim()]);
	if (hasMarkup(String(event.title ?? ''))) rest.push(['title', event.title]);
	for (const name of spanned?.widened.length ? POINTS : []) if (!lost.has(name)) rest.push([name, event[name]]);
	if (lasting !== null) rest.push(['isDuration', lasting]);
	const summary = textByScript(plainMarkup(description).replace(/\s*\n\s*/gu, '\n'));
	const key = event.eventID ?? event.id;
	return {
		place: place(''),
		key: key === undefined || key === null || key === '' ? null : String(key),
		kind: 'event',
		title: headline.title,
		...(summary && { summary }),
		...(spanned && {
			date: { edtf: spanned.edtf, ...(said.some((word) => /[a-z]{3}/iu.test(word)) && { words: { en: said.join(' – ') } }) }
		}),
		...restOf(rest),
		problems: [...headline.problems, ...problems]
	};
}

/** `isDuration` (XML) and `durationEvent` (JSON): true when start and end say how long it lasted; null when nothing was said. */
function saysLasting(event: JsonObject): boolean | null {
	const value = event.isDuration ?? event.durationEvent;
	if (value === undefined || value === null || value === '') return null;
	return value === true || String(value).toLowerCase() === 'true';
}
