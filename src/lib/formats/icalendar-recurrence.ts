import ICAL from 'ical.js';
import { civilOf } from '#lib/temporal/epoch-day.ts';
import type { ForeignProblem } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';
import type { ContentLine } from './icalendar-lines.ts';
import { durationSeconds, icalTime, instantOf, inZone, moveWall, readWall, wallOfIcal, type Wall, type Zone } from './icalendar-time.ts';

/** Most occurrences one series is told in. */
const MOST = 1000;
/** A rule without an end is told for so long, and at most so often. */
const ENDLESS_DAYS = 3653;
const ENDLESS_MOST = 400;

export interface Occurrence {
	readonly start: Wall;
	/** Seconds it lasts, where an RDATE gives a period of its own. */
	readonly length?: number;
}

export interface Occurrences {
	/** Rising. The first alone when nothing recurs. */
	readonly starts: readonly Occurrence[];
	readonly recurs: boolean;
	readonly problems: readonly ForeignProblem[];
}

/**
 * Every start of a series: DTSTART, its RRULEs and RDATEs, without its EXDATEs. A rule without an end is told for ten years
 * (400 times at most), any other at most 1,000 times; both are told in `problems`, and so is a rule that cannot be reckoned
 * (another calendar's, an unknown frequency): then only what the RDATEs and DTSTART say stands.
 */
export function occurrencesOf(
	start: Wall,
	zone: Zone,
	lines: readonly ContentLine[],
	zoneOf: (line: ContentLine) => Zone,
	file: string
): Occurrences {
	const problems: ForeignProblem[] = [];
	const starts = new Map<number, Occurrence>([[instantOf(start, zone), { start }]]);
	let recurs = false;
	const tell = (line: ContentLine, severity: 'refused' | 'odd', code: string, args?: ForeignProblem['args']) =>
		problems.push(problemOf({ file, row: line.line, column: line.name }, severity, 'cell', code, line.value, args));

	for (const line of lines) {
		if (line.name === 'RRULE' || line.name === 'EXRULE') {
			if (line.name === 'EXRULE') {
				tell(line, 'refused', 'exrule');
				continue;
			}
			const before = starts.size;
			const told = ruleStarts(start, zone, line.value);
			if (!told) {
				tell(line, 'refused', /RSCALE=(?!GREGORIAN)/iu.test(line.value) ? 'recurrence-calendar' : 'recurrence-rule');
				continue;
			}
			recurs = true;
			for (const wall of told.starts) starts.set(instantOf(wall, zone), { start: wall });
			if (told.cut) tell(line, 'odd', told.endless ? 'recurrence-endless' : 'recurrence-capped', { count: starts.size - before + 1 });
			else tell(line, 'odd', 'recurrence-expanded', { count: starts.size - before + 1 });
		} else if (line.name === 'RDATE') {
			for (const value of line.value.split(',')) {
				const [moment = '', end] = value.trim().split('/');
				const from = zoneOf(line);
				const wall = readWall(moment);
				const length = wall && end !== undefined ? periodSeconds(wall, from, end) : undefined;
				if (!wall || length === null) {
					tell(line, moment === '' ? 'odd' : 'refused', moment === '' ? 'empty-value' : 'date');
					continue;
				}
				recurs = true;
				const shown = sameClock(wall, from, start, zone);
				// A day without a time recurs at the time of the first.
				const at = shown.time === null && start.time !== null ? { ...shown, time: start.time, utc: start.utc } : shown;
				starts.set(instantOf(at, zone), { start: at, ...(length !== undefined && { length }) });
			}
		}
	}
	for (const line of lines) {
		if (line.name !== 'EXDATE') continue;
		for (const value of line.value.split(',')) {
			const wall = readWall(value);
			if (!wall) {
				if (value.trim() !== '') tell(line, 'refused', 'date');
				else tell(line, 'odd', 'empty-value');
				continue;
			}
			const left =
				wall.time === null
					? [...starts].filter(([, at]) => at.start.day === wall.day).map(([key]) => key)
					: [instantOf(wall, zoneOf(line))];
			for (const key of left) starts.delete(key);
		}
	}
	const rising = [...starts].sort(([one], [other]) => one - other).map(([, wall]) => wall);
	if (rising.length > MOST) {
		const line = lines.find(({ name }) => name === 'RDATE' || name === 'RRULE')!;
		tell(line, 'odd', 'recurrence-capped', { count: MOST });
	}
	return { starts: rising.slice(0, MOST), recurs, problems };
}

/** A moment on the clock the series is told by, so that it is the same moment there. */
function sameClock(wall: Wall, from: Zone, start: Wall, zone: Zone): Wall {
	if (wall.time === null || (wall.utc && start.utc)) return wall;
	const offset = wall.utc ? 0 : from.offsetAt(wall);
	// A floating time floats in the series' own zone.
	if (offset === null || (!wall.utc && from === zone)) return { ...wall, utc: start.utc };
	const utc = { ...moveWall(wall, -offset), utc: true };
	return start.utc ? utc : inZone(utc, zone);
}

/** Seconds of a period: to its end, or of its duration; null when neither can be read. */
function periodSeconds(start: Wall, zone: Zone, end: string): number | null {
	if (/^[+-]?P/iu.test(end)) return durationSeconds(end);
	const last = readWall(end);
	if (!last || last.time === null) return null;
	const seconds = instantOf(last, zone) - instantOf(start, zone);
	return seconds < 0 ? null : seconds;
}

/** RFC 5545, 3.3.10: a day that a year does not have is left out; the library would take the day after it. */
const LEAP_DAY = ';BYMONTH=2;BYMONTHDAY=29';

function isLeapDay({ day }: Wall): boolean {
	const { month, day: ofMonth } = civilOf(day);
	return month === 2 && ofMonth === 29;
}

function ruleStarts(
	start: Wall,
	zone: Zone,
	value: string
): { readonly starts: Wall[]; readonly cut: boolean; readonly endless: boolean } | null {
	let recur: ICAL.Recur;
	try {
		const rule = value
			.replace(/\s+/gu, '')
			.replace(/;+$/u, '')
			.replace(/;?RSCALE=GREGORIAN/iu, '')
			.replace(/;?SKIP=OMIT/iu, '')
			.replace(/^;/u, '');
		if (/(?:RSCALE|SKIP)=/iu.test(rule) || !/FREQ=/iu.test(rule)) return null;
		recur = ICAL.Recur.fromString(/FREQ=YEARLY/iu.test(rule) && !/;BY|^BY/iu.test(rule) && isLeapDay(start) ? rule + LEAP_DAY : rule);
		const until = recur.until ? readWall(/UNTIL=([^;]+)/iu.exec(rule)?.[1] ?? '') : null;
		if (recur.until && !until) return null;
		if (until) {
			const local = start.utc ? { ...until, utc: false } : inZone(until, zone);
			// An UNTIL that is a day reaches to that day's end.
			recur.until = icalTime(
				local.time === null && start.time !== null ? { ...local, time: 86_399 } : start.time === null ? { ...local, time: null } : local
			);
		}
		const endless = !recur.until && !recur.count;
		const iterator = recur.iterator(icalTime(start));
		const starts: Wall[] = [];
		const most = endless ? ENDLESS_MOST : MOST;
		for (let time = iterator.next() as ICAL.Time | null; time; time = iterator.next() as ICAL.Time | null) {
			const wall = { ...wallOfIcal(time), utc: start.utc };
			if (starts.length >= most || (endless && wall.day > start.day + ENDLESS_DAYS)) return { starts, cut: true, endless };
			starts.push(wall);
		}
		return { starts, cut: false, endless };
	} catch {
		return null;
	}
}
