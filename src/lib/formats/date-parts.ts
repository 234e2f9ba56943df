import { daysInMonth } from '#lib/temporal/epoch-day.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';

/** A date in numbers, from the year down to where it stops. `offset`: minutes east of UTC; undefined: no zone was said. */
export interface DateParts {
	readonly year: number;
	readonly month?: number | undefined;
	readonly day?: number | undefined;
	readonly hour?: number | undefined;
	readonly minute?: number | undefined;
	readonly second?: number | undefined;
	readonly offset?: number | undefined;
}

/** The EDTF of these parts, no finer than they are; null when there is no such date. Years of five digits and more take no month. */
export function edtfOfParts({ year, month, day, hour, minute, second, offset }: DateParts): string | null {
	if (!Number.isInteger(year) || Math.abs(year) > 1e12) return null;
	if (Math.abs(year) > 9999) return month === undefined ? `Y${year}` : null;
	const parts = [`${year < 0 ? '-' : ''}${two(Math.abs(year), 4)}`];
	if (month === undefined) return parts[0]!;
	if (!isWithin(month, 1, 12)) return null;
	parts.push(two(month));
	if (day === undefined) return parts.join('-');
	if (!isWithin(day, 1, daysInMonth(year, month))) return null;
	parts.push(two(day));
	const date = parts.join('-');
	if (hour === undefined) return date;
	if (!isWithin(hour, 0, 23) || !isWithin(minute ?? 0, 0, 59) || !isWithin(second ?? 0, 0, 59)) return null;
	const time = `T${two(hour)}:${two(minute ?? 0)}${second === undefined ? '' : `:${two(second)}`}`;
	return `${date}${time}${offset === undefined ? '' : offsetText(offset)}`;
}

/** `Z`, `+03:30`; EDTF's offsets reach ±14 hours. */
function offsetText(minutes: number): string {
	if (minutes === 0) return 'Z';
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The instant of an epoch count, told in UTC, at the precision of its last figures that are not zero. */
export function edtfOfEpoch(milliseconds: number): string | null {
	if (!Number.isFinite(milliseconds) || Math.abs(milliseconds) > 8.64e15) return null;
	const at = new Date(milliseconds);
	const second = at.getUTCSeconds();
	const year = at.getUTCFullYear();
	if (Math.abs(year) > 9999) return edtfOfParts({ year });
	return edtfOfParts({
		year,
		month: at.getUTCMonth() + 1,
		day: at.getUTCDate(),
		hour: at.getUTCHours(),
		minute: at.getUTCMinutes(),
		...(second > 0 && { second }),
		offset: 0
	});
}

/**
 * From one date to another as EDTF. Equal ends are the date itself; a missing end is the start alone.
 * @returns null when the end is before the start, or the two cannot stand in one interval.
 */
export function edtfSpan(start: string, end: string | null): string | null {
	if (end === null || end === start) return start;
	const text = `${start}/${end}`;
	return parseEdtf(text).ok ? text : null;
}

/** Whether every moment of one date is before every moment of another. */
export function isBefore(one: string, other: string): boolean {
	return edgesOf(one).latestEnd <= edgesOf(other).earliestStart;
}

function isWithin(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}

function two(value: number, width = 2): string {
	return String(value).padStart(width, '0');
}
