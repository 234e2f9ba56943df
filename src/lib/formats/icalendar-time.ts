import ICAL from 'ical.js';
import { civilOf, dayOf, daysInMonth } from '#lib/temporal/epoch-day.ts';
import { edtfOfParts } from './date-parts.ts';

/** A moment on a clock's face, or a day (`time` null): seconds since midnight. */
export interface Wall {
	/** Epoch day. */
	readonly day: number;
	readonly time: number | null;
	/** Written with a Z. */
	readonly utc: boolean;
}

/** A zone's distance from UTC. */
export interface Zone {
	readonly name: string;
	/** Seconds east of UTC at a moment of its own clocks; null: not known. */
	offsetAt(wall: Wall): number | null;
}

export const FLOATING: Zone = { name: '', offsetAt: () => null };
export const UTC: Zone = { name: 'UTC', offsetAt: () => 0 };

const DAY_SECONDS = 86_400;
const WALL = /^(\d{4})(\d{2})(\d{2})(?:Z|T(\d{2})(\d{2})(\d{2})?(Z)?)?$/iu;

/** A DATE (a Z after it, as one calendar service writes, says nothing) or DATE-TIME; null when there is no such moment. The leap second is told as the second before. */
export function readWall(value: string): Wall | null {
	const [, year = '', month = '', day = '', hour, minute = '', second = '0', z] = WALL.exec(value.trim()) ?? [];
	if (year === '') return null;
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null;
	if (hour === undefined) return { day: dayOf(y, m, d), time: null, utc: false };
	const [h, min, s] = [Number(hour), Number(minute), Math.min(59, Number(second))];
	if (h > 23 || min > 59 || Number(second) > 60) return null;
	return { day: dayOf(y, m, d), time: h * 3600 + min * 60 + s, utc: z !== undefined };
}

/** Moved by seconds, over midnight. A day moves by whole days. */
export function moveWall(wall: Wall, seconds: number): Wall {
	if (wall.time === null) return { ...wall, day: wall.day + Math.round(seconds / DAY_SECONDS) };
	const total = wall.day * DAY_SECONDS + wall.time + seconds;
	const day = Math.floor(total / DAY_SECONDS);
	return { ...wall, day, time: total - day * DAY_SECONDS };
}

/** Seconds from one to another on the same clock. */
export function wallSeconds(from: Wall, to: Wall): number {
	return (to.day - from.day) * DAY_SECONDS + (to.time ?? 0) - (from.time ?? 0);
}

/** The EDTF of a moment: to the minute when its seconds are nought. An offset with seconds in it is told in UTC. */
export function edtfOfWall(wall: Wall, zone: Zone): string | null {
	const offset = wall.time === null ? null : wall.utc ? 0 : zone.offsetAt(wall);
	if (offset !== null && (offset % 60 !== 0 || Math.abs(offset) > 14 * 3600)) {
		return edtfOfWall({ ...moveWall(wall, -offset), utc: true }, UTC);
	}
	const { year, month, day } = civilOf(wall.day);
	if (wall.time === null) return edtfOfParts({ year, month, day });
	const second = wall.time % 60;
	return edtfOfParts({
		year,
		month,
		day,
		hour: Math.floor(wall.time / 3600),
		minute: Math.floor(wall.time / 60) % 60,
		...(second > 0 && { second }),
		...(offset !== null && { offset: offset / 60 })
	});
}

/** One moment as a number, for telling moments apart: days and floating times on their own clock, others in UTC. */
export function instantOf(wall: Wall, zone: Zone): number {
	const offset = wall.time === null || wall.utc ? 0 : (zone.offsetAt(wall) ?? 0);
	return wall.day * DAY_SECONDS + (wall.time ?? 0) - offset;
}

/** A moment in UTC as the clocks of a zone show it. */
export function inZone(wall: Wall, zone: Zone): Wall {
	if (!wall.utc) return wall;
	const offset = zone.offsetAt({ ...wall, utc: false }) ?? 0;
	const there = moveWall(wall, zone.offsetAt({ ...moveWall(wall, offset), utc: false }) ?? offset);
	return { ...there, utc: false };
}

/** What the library reckons with: the same face, without a zone. */
export function icalTime(wall: Wall): ICAL.Time {
	const { year, month, day } = civilOf(wall.day);
	const time = wall.time ?? 0;
	return ICAL.Time.fromData({
		year,
		month,
		day,
		hour: Math.floor(time / 3600),
		minute: Math.floor(time / 60) % 60,
		second: time % 60,
		isDate: wall.time === null
	});
}

export function wallOfIcal(time: ICAL.Time): Wall {
	const day = dayOf(time.year, time.month, time.day);
	return { day, time: time.isDate ? null : time.hour * 3600 + time.minute * 60 + time.second, utc: false };
}

/** Seconds of a DURATION; null when it is none, or longer than any calendar. */
export function durationSeconds(value: string): number | null {
	if (!/^[+-]?P(?:\d+W|(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/iu.test(value.trim()) || !/\d/u.test(value)) return null;
	const seconds = ICAL.Duration.fromString(value.trim().toUpperCase()).toSeconds();
	return Math.abs(seconds) > 366 * 10_000 * DAY_SECONDS ? null : seconds;
}
