import { DIGITS, type Cursor } from './edtf-cursor.ts';
import { readTime } from './edtf-time.ts';
import { readLongYear, readShortYear, type YearRead } from './edtf-year.ts';
import type { EdtfDate, Precision, Qualifier } from './edtf-value.ts';
import { daysInMonth } from './epoch-day.ts';

const NONE: Qualifier = { approximate: false, uncertain: false };
const FIRST_SEASON = 21;
const LAST_SEASON = 41;

/** Reads one date, ending where its grammar ends; the caller says what may follow. */
export function readDate(cursor: Cursor): EdtfDate {
	const from = cursor.at;
	const beforeYear = readQualifier(cursor);
	const year = cursor.sees('Y') ? readLongYear(cursor) : readShortYear(cursor);
	const afterYear = readQualifier(cursor);
	const parts: Parts = { year, own: [beforeYear, NONE, NONE], group: [afterYear, NONE, NONE] };
	if (!year.whole && cursor.take('-')) {
		readMonth(cursor, parts);
		if (parts.season === undefined && cursor.take('-')) {
			readDay(cursor, parts);
			if (cursor.sees('T')) parts.time = readClock(cursor, parts);
		}
	}
	return build(cursor.text.slice(from, cursor.at), parts);
}

type Three = [Qualifier, Qualifier, Qualifier];

/** A date while it is being read: `own` qualifies one component (sign on its left), `group` it and all before it (on its right). */
interface Parts {
	readonly year: YearRead;
	readonly own: Three;
	readonly group: Three;
	month?: Component;
	season?: number;
	day?: Component;
	time?: EdtfDate['time'];
}

interface Component {
	readonly values: readonly number[];
	readonly vague: boolean;
}

function readMonth(cursor: Cursor, parts: Parts): void {
	parts.own[1] = readQualifier(cursor);
	const at = cursor.at;
	const digits = cursor.run(`${DIGITS}X`, 2);
	const season = /^\d\d$/.test(digits) ? Number(digits) : 0;
	if (season >= FIRST_SEASON && season <= LAST_SEASON) {
		parts.season = season;
	} else {
		parts.month = component(digits, 12);
		if (digits.length < 2 || !parts.month.values.length) cursor.fail('month', 'a month 01–12, a season 21–41 or XX', at);
	}
	parts.group[1] = readQualifier(cursor);
}

function readDay(cursor: Cursor, parts: Parts): void {
	parts.own[2] = readQualifier(cursor);
	const at = cursor.at;
	const digits = cursor.run(`${DIGITS}X`, 2);
	const day = component(digits, 31);
	if (digits.length < 2 || !day.values.length || !exists(parts, day.values[0] ?? 0)) {
		cursor.fail('day', 'a day of that month, or XX', at);
	}
	parts.day = day;
	parts.group[2] = readQualifier(cursor);
}

/** Time of day needs a whole, unqualified date: what follows "about the 5th, at 14:30 sharp" means nothing. */
function readClock(cursor: Cursor, parts: Parts): EdtfDate['time'] {
	const vague = parts.year.vague || parts.month?.vague || parts.day?.vague;
	if (vague || [...parts.own, ...parts.group].some((sign) => sign.approximate || sign.uncertain)) {
		cursor.fail('separator', 'the end: only a whole date without a qualifier takes a time');
	}
	return readTime(cursor);
}

/** Whether the earliest day allowed is in any month allowed; leap years come within 8 years of each other. */
function exists(parts: Parts, day: number): boolean {
	const [first, last] = parts.year.years;
	const months = parts.month?.values ?? [];
	for (let year = first; year <= Math.min(last, first + 8); year += 1) {
		if (months.some((month) => day <= daysInMonth(year, month))) return true;
	}
	return false;
}

/** Every value 1…`limit` that the two digits allow, X standing for any. */
function component(digits: string, limit: number): Component {
	const values: number[] = [];
	for (let value = 1; value <= limit; value += 1) {
		const text = String(value).padStart(2, '0');
		if ((digits[0] === 'X' || digits[0] === text[0]) && (digits[1] === 'X' || digits[1] === text[1])) values.push(value);
	}
	return { values, vague: digits.includes('X') };
}

function readQualifier(cursor: Cursor): Qualifier {
	const sign = cursor.run('?~%', 1);
	if (!sign) return NONE;
	if ('?~%'.includes(cursor.here) && !cursor.done) cursor.fail('qualifier', 'one qualifier: % says both ? and ~');
	return { approximate: sign !== '?', uncertain: sign !== '~' };
}

function either(...signs: Qualifier[]): Qualifier {
	return { approximate: signs.some((sign) => sign.approximate), uncertain: signs.some((sign) => sign.uncertain) };
}

function build(text: string, parts: Parts): EdtfDate {
	const { year, month, season, day, time, own, group } = parts;
	return {
		type: 'date',
		text,
		years: year.years,
		anyYear: year.any,
		months: month?.values,
		vagueMonth: month?.vague ?? false,
		season,
		days: day?.values,
		vagueDay: day?.vague ?? false,
		time,
		qualifiers: {
			year: either(own[0], group[0], group[1], group[2]),
			month: either(own[1], group[1], group[2]),
			day: either(own[2], group[2])
		},
		precision: precision(parts)
	};
}

/** The finest unit that is certain all the way down: `2004-XX-05` is known to the year. */
function precision({ year, month, season, day, time }: Parts): Precision {
	if (time) return time.second === undefined ? 'minute' : 'second';
	if (year.any) return 'none';
	if (year.vague) {
		const span = year.years[1] - year.years[0] + 1;
		return span <= 10 ? 'decade' : span <= 100 ? 'century' : 'millennium';
	}
	if (season !== undefined) return 'season';
	if (!month || month.vague) return 'year';
	return !day || day.vague ? 'month' : 'day';
}
