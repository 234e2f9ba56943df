import ICAL from 'ical.js';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import type { ForeignProblem } from './foreign.ts';
import { problemOf } from './foreign-reading.ts';
import type { Component } from './icalendar-lines.ts';
import { icalTime, UTC, type Wall, type Zone } from './icalendar-time.ts';

/** A zone by the name a file gives it; `oddity` is worth a look. `zone` null: nobody knows this name. */
export interface ZoneFound {
	readonly zone: Zone | null;
	readonly oddity?: 'zone-guessed' | 'zone-unknown';
}

/**
 * The zones of a file: its own VTIMEZONEs first, wherever they stand; then the names everybody knows; then the known name at
 * the end of a longer one (`/example.org/Europe/Paris`), which is told.
 */
export function zonesOf(
	components: readonly Component[],
	file: string
): { find(name: string): ZoneFound; readonly problems: ForeignProblem[] } {
	const own = new Map<string, Zone>();
	const problems: ForeignProblem[] = [];
	for (const component of components) {
		if (component.name !== 'VTIMEZONE') continue;
		const name = component.properties.find((line) => line.name === 'TZID')?.value.trim() ?? '';
		const zone = definedZone(component, name);
		if (zone) own.set(name, zone);
		else problems.push(problemOf({ file, row: component.line }, 'odd', 'row', 'zone-broken', name));
	}
	const found = new Map<string, ZoneFound>();
	return {
		problems,
		find(name) {
			let answer = found.get(name);
			if (!answer) found.set(name, (answer = own.has(name) ? { zone: own.get(name)! } : knownZone(name)));
			return answer;
		}
	};
}

function knownZone(name: string): ZoneFound {
	if (/^(?:UTC|GMT|Z|Etc\/UTC)$/iu.test(name)) return { zone: UTC };
	const zone = namedZone(name);
	if (zone) return { zone };
	const parts = name.split('/').filter(Boolean);
	for (const count of [3, 2]) {
		const guessed =
			parts.length > count || (name.startsWith('/') && parts.length === count) ? namedZone(parts.slice(-count).join('/')) : null;
		if (guessed) return { zone: guessed, oddity: 'zone-guessed' };
	}
	return { zone: null, oddity: 'zone-unknown' };
}

/** A VTIMEZONE as the library reckons it; null when it cannot. */
function definedZone(component: Component, name: string): Zone | null {
	try {
		const timezone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(linesOf(component).join('\r\n'))));
		if (component.components.length === 0) return null;
		timezone.utcOffset(ICAL.Time.fromData({ year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0, isDate: false }));
		return { name, offsetAt: (wall) => timezone.utcOffset(icalTime({ ...wall, time: wall.time ?? 0 })) };
	} catch {
		return null;
	}
}

/** Only what an offset is reckoned from: strange lines beside it shall not cost the zone. */
const NEEDED = new Set(['TZID', 'TZOFFSETFROM', 'TZOFFSETTO', 'DTSTART', 'RRULE', 'RDATE']);

function* writtenLines({ name, properties, components }: Component): Generator<string> {
	yield `BEGIN:${name}`;
	for (const line of properties)
		if (NEEDED.has(line.name) && line.value.trim() !== '') yield `${line.raw.slice(0, -line.value.length)}${line.value.trim()}`;
	for (const component of components) yield* writtenLines(component);
	yield `END:${name}`;
}

function linesOf(component: Component): string[] {
	return [...writtenLines(component)];
}

/** A name of the zone database, by the runtime's own copy of it. */
function namedZone(name: string): Zone | null {
	if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/u.test(name)) return null;
	try {
		const format = new Intl.DateTimeFormat('en-US', {
			timeZone: name,
			calendar: 'gregory',
			numberingSystem: 'latn',
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
			era: 'short'
		});
		return { name, offsetAt: (wall) => offsetOfWall(format, wall) };
	} catch {
		return null;
	}
}

/** The offset at a moment of the zone's clocks: tried with the offset of the day before, as a clock that leaps forward is read. */
function offsetOfWall(format: Intl.DateTimeFormat, wall: Wall): number {
	const face = wall.day * 86_400 + (wall.time ?? 0);
	const before = offsetAtInstant(format, face - 86_400);
	const guess = offsetAtInstant(format, face - before);
	return offsetAtInstant(format, face - guess) === guess ? guess : before;
}

function offsetAtInstant(format: Intl.DateTimeFormat, seconds: number): number {
	const parts: Record<string, string> = {};
	for (const { type, value } of format.formatToParts(new Date(seconds * 1000))) parts[type] = value;
	const year = parts.era?.startsWith('B') ? 1 - Number(parts.year) : Number(parts.year);
	const shown = dayOf(year, Number(parts.month), Number(parts.day)) * 86_400 + Number(parts.hour) * 3600 + Number(parts.minute) * 60;
	return shown + Number(parts.second) - seconds;
}
