import { parseEdtf } from '#lib/temporal/edtf.ts';
import { edtfOfParts } from './date-parts.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A date string understood: `oddity` is worth a look (`weekday`: the weekday does not fit the day; `bce`: a year before Christ). */
export interface DateRead {
	readonly edtf: string;
	readonly oddity?: 'weekday' | 'bce' | 'finer';
}

/** `2014-04-20`, `2014-06-28T13:00`, with seconds, fractions, an offset; `20140420T130000Z`; `2014-06-28 13:00`. */
const ISO =
	/^([+-]?\d{4,6}|-\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?$/iu;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?$/u;
/** `Sat May 20 1961 00:00:00 GMT-0600 (CST)`, `May 20 1961`, `May 1961`, `Jun 28, 2014 13:00`. */
const NAMED =
	/^(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+)?([a-z]{3})[a-z]*\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?,?)?\s+(-?\d{1,6})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(?:GMT|UTC|Z)?\s*([+-]\d{2}:?\d{2})?)?)?\s*(b\.?c\.?e?\.?|a\.?d\.?)?(?:\s*\([^)]*\))?$/iu;
/** `Sat, 20 May 1961 00:00:00 GMT`, `20 May 1961`. */
const DAY_FIRST =
	/^(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(-?\d{1,6})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(?:GMT|UTC|Z)?\s*([+-]\d{2}:?\d{2})?)?)?\s*(b\.?c\.?e?\.?|a\.?d\.?)?$/iu;
/** `-500`, `500 BC`, `44`. */
const YEAR = /^([+-]?\d{1,13})\s*(b\.?c\.?e?\.?|a\.?d\.?|c\.?e\.?)?$/iu;

/**
 * Dates as other timelines write them, in forms that can be read in one way only: ISO, EDTF, the strings JavaScript writes,
 * month names, bare years, "BC". The day and the time are those that stand there, with the offset that stands there:
 * nothing is moved into another zone. `5/6/2012` is refused (null): which is the month was not said.
 */
export function readDateString(input: string): DateRead | null {
	const text = input.trim();
	if (text === '') return null;
	return named(text) ?? iso(text) ?? bareYear(text) ?? (parseEdtf(text).ok ? { edtf: text } : null);
}

function iso(text: string): DateRead | null {
	if (parseEdtf(text).ok && !/^\d{4}-(?:2[1-9]|3\d|4[01])/u.test(text)) return { edtf: text };
	const [, year, month, day, hour, minute, second, zone] = ISO.exec(text) ?? BASIC.exec(text) ?? [];
	if (year === undefined || (month === undefined && /^[+-]?\d{1,3}$/u.test(year))) return null;
	return done({ year: Number(year), month, day, hour, minute, second, zone });
}

function named(text: string): DateRead | null {
	const match = NAMED.exec(text);
	const other = match ? null : DAY_FIRST.exec(text);
	const [, weekday, first, second] = match ?? other ?? [];
	const [, , , , year, hour, minute, seconds, zone, era] = match ?? other ?? [];
	const monthName = match ? first : second;
	const month = MONTHS.indexOf((monthName ?? '').slice(0, 3).toLowerCase()) + 1;
	if (year === undefined || month === 0) return null;
	const day = match ? second : first;
	// A bare "GMT" is an offset of nought.
	const offset = zone ?? (hour !== undefined && /(?:GMT|UTC|\dZ)\s*(?:\(|$)/iu.test(text) ? 'Z' : undefined);
	const read = done({ year: yearOf(Number(year), era), month: String(month), day, hour, minute, second: seconds, zone: offset });
	if (read && weekday && day) {
		const [date = ''] = read.edtf.split('T');
		const written = WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase());
		const at = new Date(`${date}T00:00:00Z`);
		if (!Number.isNaN(at.valueOf()) && at.getUTCDay() !== written) return { edtf: read.edtf, oddity: 'weekday' };
	}
	return read;
}

function bareYear(text: string): DateRead | null {
	const [, digits, era] = YEAR.exec(text.replaceAll(',', '')) ?? [];
	// A run of eight digits and more may be a day without signs or a count of milliseconds: not ours to guess.
	if (digits === undefined || (era === undefined && /^\d{5,}$/u.test(digits))) return null;
	return done({ year: yearOf(Number(digits), era) });
}

/** There is no year 0 in "BC": 1 BC is the year 0 of EDTF. */
function yearOf(year: number, era: string | undefined): number {
	return era && /^b/iu.test(era) ? 1 - Math.abs(year) : year;
}

interface TextParts {
	readonly year: number;
	readonly month?: string | undefined;
	readonly day?: string | undefined;
	readonly hour?: string | undefined;
	readonly minute?: string | undefined;
	readonly second?: string | undefined;
	readonly zone?: string | undefined;
}

function done({ year, month, day, hour, minute, second, zone }: TextParts): DateRead | null {
	const far = Math.abs(year) > 9999;
	const edtf = edtfOfParts({
		year,
		...(!far && {
			month: numberOf(month),
			day: numberOf(day),
			hour: numberOf(hour),
			minute: numberOf(minute),
			second: numberOf(second),
			offset: offsetOf(zone)
		})
	});
	if (edtf === null || !parseEdtf(edtf).ok) return null;
	if (far && month !== undefined) return { edtf, oddity: 'finer' };
	return year < 0 && !far ? { edtf, oddity: 'bce' } : { edtf };
}

function numberOf(text: string | undefined): number | undefined {
	return text === undefined ? undefined : Number(text);
}

/** Minutes east of UTC of `Z`, `+0330`, `-06:00`. */
export function offsetOf(zone: string | undefined): number | undefined {
	if (zone === undefined) return undefined;
	if (/^z$/iu.test(zone)) return 0;
	const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/u.exec(zone) ?? [];
	if (hours === undefined) return undefined;
	const size = Number(hours) * 60 + Number(minutes ?? 0);
	return sign === '-' && size > 0 ? -size : size;
}
