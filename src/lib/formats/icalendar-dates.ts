import type { DateValue } from '#lib/domain/claim.ts';
import { edtfSpan } from './date-parts.ts';
import type { ForeignProblem } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';
import type { Component, ContentLine } from './icalendar-lines.ts';
import {
	durationSeconds,
	edtfOfWall,
	FLOATING,
	inZone,
	instantOf,
	moveWall,
	readWall,
	wallSeconds,
	type Wall,
	type Zone
} from './icalendar-time.ts';

export interface ComponentDate {
	/** Where its first occurrence begins; null: it says no start that can be read. */
	readonly start: Wall | null;
	readonly zone: Zone;
	/** The date of the occurrence that begins there, of its own length in seconds where it has one. */
	dateAt(start: Wall, own?: number): DateValue;
	/** Without a start: what the end or the due day says. */
	readonly alone: DateValue | null;
	readonly problems: readonly ForeignProblem[];
	/** Properties that were refused, to be kept as written. */
	readonly lost: ReadonlySet<string>;
}

const DAY_SECONDS = 86_400;

/**
 * When a VEVENT is, or a VTODO is due. The end of whole days is exclusive in the file and the last day here; an instant's end
 * is the moment itself. A time in a zone nobody knows stands without an offset, and is told.
 */
export function icalendarEventDate(
	component: Component,
	file: string,
	zoneOf: (line: ContentLine) => { readonly zone: Zone; readonly oddity?: string }
): ComponentDate {
	const problems: ForeignProblem[] = [];
	const lost = new Set<string>();
	const first = (name: string) => component.properties.find((line) => line.name === name);
	const tell = (line: ContentLine, severity: 'refused' | 'odd', code: string, args?: ForeignProblem['args']) => {
		if (severity === 'refused') lost.add(line.name);
		problems.push(problemOf({ file, row: line.line, column: line.name }, severity, 'cell', code, line.raw, args));
	};
	const read = (line: ContentLine | undefined) => {
		if (!line) return null;
		const wall = readWall(line.value);
		if (!wall) {
			tell(line, line.value.trim() === '' ? 'odd' : 'refused', line.value.trim() === '' ? 'empty-value' : 'date');
			return null;
		}
		const { zone, oddity } = zoneOf(line);
		if (oddity && wall.time !== null) tell(line, 'odd', oddity, { zone: line.params.TZID?.join(',') ?? '' });
		if ((line.params.VALUE?.[0]?.toUpperCase() === 'DATE') !== (wall.time === null) && line.params.VALUE) tell(line, 'odd', 'value-type');
		return { line, wall: wall.utc ? wall : inZone(wall, zone), zone: wall.utc ? FLOATING : zone };
	};
	const todo = component.name === 'VTODO';
	const due = todo ? read(first('DUE')) : null;
	const [begin, finish] = [read(first('DTSTART')), todo ? null : read(first('DTEND'))];
	const said = first('X-MICROSOFT-CDO-ALLDAYEVENT');
	const isAllDay = said?.value.trim().toUpperCase() === 'TRUE';
	const midnights = isAllDay && [begin, finish].every((each) => !each || (each.wall.time === 0 && !each.wall.utc));
	// What is said of whole days and does not begin and end with one may be midnight elsewhere: it stands as it is written.
	if (said && isAllDay && !midnights && [begin, finish].some((each) => each && each.wall.time !== null)) tell(said, 'odd', 'all-day-times');
	const [started, ended] = [begin, finish].map((each) => each && (midnights ? { ...each, wall: { ...each.wall, time: null } } : each));
	const duration = first('DURATION');
	const zone = started?.zone ?? FLOATING;
	let length: number | null = null;
	if (duration && started) {
		length = durationSeconds(duration.value);
		if (length === null || length < 0) {
			tell(duration, 'refused', 'duration');
			length = null;
		}
	}
	if (started && ended) {
		length = lengthOf(started.wall, zone, ended.wall, ended.zone);
		if (length < 0) {
			tell(ended.line, 'refused', 'end-before-start', { start: edtfOfWall(started.wall, zone) ?? '' });
			length = null;
		} else if (started.wall.time === null && ended.wall.time === null && length === 0) tell(ended.line, 'odd', 'empty-span');
	}
	if (todo) {
		// A follow-up is what is due: the day, or the start and the time it takes.
		const end = due ? edtfOfWall(due.wall, due.zone) : started && length !== null ? edtfOfWall(lastOf(started.wall, length), zone) : null;
		if (started) lost.add('DTSTART');
		return { start: null, zone, dateAt: () => ({ edtf: 'XXXX' }), alone: end ? { edtf: end } : null, problems, lost };
	}
	if (!started && problems.length === 0) {
		problems.push(problemOf({ file, row: component.line, column: 'DTSTART' }, 'odd', 'cell', 'no-date', ''));
	}
	const alone =
		!started && ended ? edtfOfWall(ended.wall.time === null ? moveWall(ended.wall, -DAY_SECONDS) : ended.wall, ended.zone) : null;
	return {
		start: started?.wall ?? null,
		zone,
		problems,
		lost,
		alone: alone ? { edtf: `/${alone}` } : null,
		dateAt(start, own = length ?? 0) {
			const from = edtfOfWall(start, zone) ?? 'XXXX';
			if (!own) return { edtf: from };
			const end = lastOf(start, own);
			const to = edtfOfWall(end, zone);
			return { edtf: (to && edtfSpan(from, to)) ?? from };
		}
	};
}

/** The last day of whole days, the last moment of a time. */
function lastOf(start: Wall, length: number): Wall {
	return start.time === null ? moveWall(start, Math.max(0, length - DAY_SECONDS)) : moveWall(start, length);
}

function lengthOf(start: Wall, zone: Zone, end: Wall, endZone: Zone): number {
	if (start.time === null || end.time === null) return wallSeconds({ ...start, time: start.time ?? 0 }, { ...end, time: end.time ?? 0 });
	if (zone === endZone && start.utc === end.utc) return wallSeconds(start, end);
	return instantOf(end, endZone) - instantOf(start, zone);
}
