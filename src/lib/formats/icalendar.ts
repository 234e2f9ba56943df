import type { Text } from '#lib/domain/text.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord } from './foreign.ts';
import { problemOf, restOf, type ForeignReading } from './foreign-reading.ts';
import { icalendarEventDate } from './icalendar-dates.ts';
import { readComponents, splitTexts, unescapeText, type Component, type ContentLine } from './icalendar-lines.ts';
import { occurrencesOf } from './icalendar-recurrence.ts';
import { edtfOfWall, FLOATING, instantOf, readWall, type Wall, type Zone } from './icalendar-time.ts';
import { zonesOf } from './icalendar-zones.ts';
import { foreignOf } from './own-record.ts';
import { plainMarkup } from './plain-markup.ts';
import { languageByTag, textByScript } from './script-language.ts';

/** What a record takes from a component; the rest is kept under its own name. */
const TAKEN = new Set(['SUMMARY', 'DESCRIPTION', 'UID', 'LOCATION', 'CATEGORIES', 'RECURRENCE-ID', 'X-ACCORDLINE-RECORD']);
/** Says nothing of the world: when the component was sent, and how often it was changed. */
const KEPT_AS_WRITTEN = new Set(['ATTENDEE', 'ORGANIZER']);
const EVENT_STATUS: Readonly<Record<string, string>> = { TENTATIVE: 'planned', CANCELLED: 'cancelled' };
const TODO_STATUS: Readonly<Record<string, string>> = {
	'NEEDS-ACTION': 'open',
	'IN-PROCESS': 'open',
	COMPLETED: 'done',
	CANCELLED: 'lapsed'
};

interface Reading {
	readonly file: string;
	readonly zones: ReturnType<typeof zonesOf>;
	/** Starts that have an event of their own (RECURRENCE-ID), by UID. */
	readonly moved: ReadonlyMap<string, ReadonlySet<number>>;
	readonly cancelled: boolean;
}

/**
 * An iCalendar file: VEVENTs are events, VTODOs follow-ups; series come in occurrence by occurrence. Days without a time end
 * on their last day, not on the day after; times keep the offset of their zone. What else a component says is kept in `rest`.
 * Components of other kinds are left out and told.
 * @throws ForeignFileError when the file is no iCalendar, or a component is not closed.
 */
export function readICalendar(text: string, file: string): ForeignReading {
	const roots = readComponents(text, file);
	const calendars = roots.filter(({ name }) => name === 'VCALENDAR');
	const components = roots.flatMap((root) => (root.name === 'VCALENDAR' ? root.components : root.name === '' ? [] : [root]));
	const zones = zonesOf(components, file);
	const problems: ForeignProblem[] = [
		...[...roots].flatMap((root) => (root.name === 'VCALENDAR' || root.name === '' ? root.problems : [])),
		...zones.problems
	];
	for (const { properties } of calendars) {
		const scale = properties.find(({ name }) => name === 'CALSCALE');
		if (scale && scale.value.trim().toUpperCase() !== 'GREGORIAN') {
			problems.push(problemOf({ file, row: scale.line, column: 'CALSCALE' }, 'odd', 'file', 'calscale', scale.value));
		}
	}
	const wanted = components.filter(isRecord);
	for (const component of components) {
		if (component.name === 'VTIMEZONE' || isRecord(component)) continue;
		problems.push(problemOf({ file, row: component.line }, 'refused', 'row', 'component', component.name));
	}
	if (wanted.length === 0) problems.push(problemOf({ file, row: 1 }, 'odd', 'file', 'no-records', ''));
	const reading: Reading = {
		file,
		zones,
		moved: movedStarts(wanted, zones),
		cancelled: calendars.some(({ properties }) =>
			properties.some(({ name, value }) => name === 'METHOD' && value.trim().toUpperCase() === 'CANCEL')
		)
	};
	const name = calendars.flatMap(({ properties }) => properties).find((line) => line.name === 'X-WR-CALNAME' || line.name === 'NAME');
	const title = name && textByScript(unescapeText(name.value), name.params.LANGUAGE?.[0]);
	return { ...(title && { title }), problems, records: records() };

	function* records(): Generator<ForeignRecord> {
		for (const component of wanted) yield* componentRecords(component, reading);
	}
}

function isRecord(component: Component): boolean {
	if (component.name === 'VEVENT' || component.name === 'VTODO') return true;
	return component.name === 'VJOURNAL' && component.properties.some(({ name }) => name === 'X-ACCORDLINE-RECORD');
}

function* componentRecords(component: Component, reading: Reading): Generator<ForeignRecord> {
	const { file } = reading;
	const own = ownRecordOf(component, file);
	if (own) {
		yield own;
		return;
	}
	const zoneOf = zoneFinder(reading);
	const first = (name: string) => component.properties.find((line) => line.name === name);
	const problems: ForeignProblem[] = [...component.problems];
	const uid = first('UID')?.value.trim() || null;
	const dates = icalendarEventDate(component, file, zoneOf);
	problems.push(...dates.problems);
	const base = baseRecord(component, reading, problems, dates.lost);
	if (!dates.start) {
		yield { ...base, key: uid, ...(dates.alone && { date: dates.alone }), problems };
		return;
	}
	const { start, zone } = dates;
	const recurrenceId = first('RECURRENCE-ID');
	const of = recurrenceId && readWall(recurrenceId.value);
	if (of) {
		const key = uid === null ? null : `${uid}#${edtfOfWall(of, zoneOf(recurrenceId).zone) ?? recurrenceId.value}`;
		// The others of the series stay as it has them: which of them were changed again, nobody says.
		if (recurrenceId.params.RANGE?.[0]?.toUpperCase() === 'THISANDFUTURE')
			problems.push(problemOf({ file, row: component.line, column: 'RECURRENCE-ID' }, 'odd', 'row', 'this-and-future', recurrenceId.value));
		yield { ...base, key, date: dates.dateAt(start), problems };
		return;
	}
	const told = component.name === 'VTODO' ? null : occurrencesOf(start, zone, component.properties, (line) => zoneOf(line).zone, file);
	problems.push(...(told?.problems ?? []));
	const moved = uid === null ? undefined : reading.moved.get(uid);
	let isFirst = true;
	for (const { start: at, length } of told?.starts ?? [{ start }]) {
		if (told?.recurs && moved?.has(instantOf(at, zone))) continue;
		const key = uid !== null && told?.recurs ? `${uid}#${edtfOfWall(at, zone)}` : uid;
		// What is odd of the series is told once, at its first occurrence.
		yield { ...base, key, date: dates.dateAt(at, length), problems: isFirst ? problems : [] };
		isFirst = false;
	}
}

function baseRecord(
	component: Component,
	{ file, cancelled }: Reading,
	problems: ForeignProblem[],
	lost: ReadonlySet<string>
): Omit<ForeignRecord, 'key' | 'date'> {
	const place: ForeignPlace = { file, row: component.line };
	const todo = component.name === 'VTODO';
	const all = (name: string) => component.properties.filter((line) => line.name === name);
	const text = (name: string): Text | undefined => mergedText(all(name));
	const status = all('STATUS')[0]?.value.trim().toUpperCase() ?? '';
	const mapped =
		(todo ? TODO_STATUS : EVENT_STATUS)[status] ??
		(cancelled && !todo ? 'cancelled' : todo && all('COMPLETED').length > 0 ? 'done' : undefined);
	const description = text('DESCRIPTION');
	const topics = all('CATEGORIES').flatMap((line) =>
		splitTexts(line.value).flatMap((topic) => textByScript(topic, line.params.LANGUAGE?.[0]) ?? [])
	);
	const actors = [...all('ORGANIZER'), ...all('ATTENDEE')].flatMap(actorOf);
	const rest: [string, string][] = [];
	for (const line of component.properties) {
		const language = line.params.LANGUAGE?.[0];
		// A language that is none of ours has no drawer of its own.
		const strange = language !== undefined && languageByTag(language) === null && TAKEN.has(line.name);
		if (lost.has(line.name) || KEPT_AS_WRITTEN.has(line.name) || strange)
			rest.push([line.name, line.raw.slice(line.name.length).replace(/^:/u, '')]);
		else if (!TAKEN.has(line.name) && !DATES.has(line.name) && !(line.name === 'STATUS' && mapped))
			rest.push([line.name, unescapeText(line.value)]);
		else if (DATES.has(line.name) && line.params.TZID) rest.push([`${line.name};TZID`, line.params.TZID.join(',')]);
	}
	for (const inner of component.components) rest.push([inner.name, inner.properties.map(({ raw }) => raw).join('\n')]);
	const title = text('SUMMARY') ?? instead(description, component, problems, place);
	const [summary, location] = [description && plain(description), text('LOCATION')];
	return {
		place,
		kind: todo ? 'follow-up' : 'event',
		title,
		...(summary && { summary }),
		...(mapped && { status: mapped }),
		...(location && { location }),
		...(topics.length > 0 && { topics: distinct(topics) }),
		...(actors.length > 0 && { actors: distinct(actors) }),
		...restOf(joined(rest)),
		problems: []
	};
}

const DATES = new Set(['DTSTART', 'DTEND', 'DURATION', 'DUE']);

function instead(description: Text | undefined, component: Component, problems: ForeignProblem[], place: ForeignPlace): Text {
	problems.push(problemOf({ ...place, column: 'SUMMARY' }, 'odd', 'cell', 'no-title', ''));
	const [line] = (Object.values(description ?? {})[0] ?? '').split('\n').filter((each) => each.trim() !== '');
	return (
		textByScript((line ?? '').slice(0, 120)) ??
		textByScript(component.properties.find(({ name }) => name === 'UID')?.value ?? '') ?? { en: '—' }
	);
}

/** The same property in several languages is one text; the same language twice is two lines of it. */
function mergedText(lines: readonly ContentLine[]): Text | undefined {
	const merged: Record<string, string> = {};
	for (const line of lines) {
		const text = textByScript(unescapeText(line.value), line.params.LANGUAGE?.[0]) ?? {};
		for (const [language, words] of Object.entries(text)) merged[language] = merged[language] ? `${merged[language]}\n${words}` : words;
	}
	return Object.keys(merged).length > 0 ? merged : undefined;
}

function plain(text: Text): Text {
	return Object.fromEntries(
		Object.entries(text).map(([language, words]) => [
			language,
			/<[a-z/]/iu.test(words) ? plainMarkup(words.replaceAll('\n', '<br>')) : words
		])
	);
}

/** An attendee's name; without one, the address it is reached at. */
function actorOf(line: ContentLine): Text[] {
	const name = line.params.CN?.join(', ').trim() || line.value.trim().replace(/^mailto:/iu, '');
	const text = textByScript(name, line.params.LANGUAGE?.[0]);
	return text ? [text] : [];
}

function distinct(texts: readonly Text[]): Text[] {
	return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}

function* joined(entries: readonly (readonly [string, string])[]): Generator<readonly [string, string]> {
	const byName = Map.groupBy(entries, ([name]) => name);
	for (const [name, values] of byName) yield [name, values.map(([, value]) => value).join('\n')];
}

function zoneFinder({ zones }: Pick<Reading, 'zones'>) {
	return (line: ContentLine): { readonly zone: Zone; readonly oddity?: string } => {
		const name = line.params.TZID?.join(',');
		if (!name) return { zone: FLOATING };
		const { zone, oddity } = zones.find(name);
		return { zone: zone ?? FLOATING, ...(oddity && { oddity }) };
	};
}

function movedStarts(components: readonly Component[], zones: Reading['zones']): Map<string, Set<number>> {
	const moved = new Map<string, Set<number>>();
	const zoneOf = zoneFinder({ zones });
	for (const { properties } of components) {
		const uid = properties.find(({ name }) => name === 'UID')?.value.trim();
		const line = properties.find(({ name }) => name === 'RECURRENCE-ID');
		const wall: Wall | null = line ? readWall(line.value) : null;
		if (!uid || !line || !wall) continue;
		const starts = moved.get(uid) ?? new Set<number>();
		moved.set(uid, starts.add(instantOf(wall, zoneOf(line).zone)));
	}
	return moved;
}

/** Our own record inside the component, when nobody has changed the component since. */
function ownRecordOf(component: Component, file: string): ForeignRecord | null {
	const line = component.properties.find(({ name }) => name === 'X-ACCORDLINE-RECORD');
	if (!line) return null;
	try {
		const { written, record } = JSON.parse(unescapeText(line.value)) as { written?: unknown; record?: unknown };
		if (written !== writtenMark(component.properties)) return null;
		return foreignOf(record, { file, row: component.line });
	} catch {
		return null;
	}
}

/** What a calendar program may change of a component of ours: when any of it differs, the component is read like any other. */
export function writtenMark(lines: readonly Pick<ContentLine, 'name' | 'value'>[]): string {
	const value = (name: string) => lines.find((line) => line.name === name)?.value ?? '';
	return ['SUMMARY', 'DTSTART', 'DTEND', 'DUE', 'STATUS', 'LOCATION'].map(value).join('|');
}
