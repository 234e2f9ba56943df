/**
 * Epoch days: whole days since 1970-01-01 in the proleptic Gregorian calendar, for every year (0 is 1 BC, negatives before it).
 * Pure arithmetic: `Date` reads the years 0–99 as 1900–1999 and ends at ±271,821.
 */

/** A day of some civil calendar; `month` and `day` count from 1. */
export interface CivilDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

const DAYS_IN_ERA = 146_097; // 400 Gregorian years
const EPOCH_OFFSET = 719_468; // days from 0000-03-01 to 1970-01-01

/** The epoch day of a Gregorian date. A day or month past its end rolls over the way a calendar does; validate before. */
export function dayOf(year: number, month: number, day: number): number {
	const months = year * 12 + (month - 1);
	const y = Math.floor(months / 12);
	const m = months - y * 12 + 1;
	// Years begin in March, so that the leap day comes last.
	const marchYear = m <= 2 ? y - 1 : y;
	const era = Math.floor(marchYear / 400);
	const yearOfEra = marchYear - era * 400;
	const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5);
	return (
		era * DAYS_IN_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear + (day - 1) - EPOCH_OFFSET
	);
}

/** The Gregorian date of an epoch day; a fraction (a time of day) is cut off downwards. */
export function civilOf(day: number): CivilDay {
	const shifted = Math.floor(day) + EPOCH_OFFSET;
	const era = Math.floor(shifted / DAYS_IN_ERA);
	const dayOfEra = shifted - era * DAYS_IN_ERA;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
	return {
		year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
		month,
		day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
	};
}

/** Days in a Gregorian month. */
export function daysInMonth(year: number, month: number): number {
	return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** `YYYY-MM-DD` of an epoch day. Beyond four-digit years the year is signed and unpadded (`+12000-01-01`), as ISO 8601 expands it. */
export function isoOf(day: number): string {
	const { year, month, day: ofMonth } = civilOf(day);
	const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
	return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`;
}
