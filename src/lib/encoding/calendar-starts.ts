import type { CalendarName } from '#lib/language/locales.ts';
import { civilIn, dayIn } from '#lib/temporal/calendars.ts';

const MONTHS = 12;
const mod = (months: number) => ((months % MONTHS) + MONTHS) % MONTHS;

/**
 * Beginnings of years and months in a calendar, ascending, within [start, end] epoch days: the axis stands its ticks on
 * them, so a year band turns at Nowruz where the reader's calendar does. undefined: the Gregorian one is built in.
 */
export function calendarOf(calendar: CalendarName) {
	if (calendar === 'gregorian') return undefined;
	/** Months counted from year 0, so that the next is one more. */
	const serial = (day: number) => {
		const { year, month } = civilIn(calendar, day);
		return year * MONTHS + month - 1;
	};
	const startOf = (months: number) => dayIn(calendar, { year: Math.floor(months / MONTHS), month: mod(months) + 1, day: 1 });
	function starts(start: number, end: number, step: number) {
		const found: { day: number; index: number }[] = [];
		for (let months = Math.floor(serial(Math.floor(start)) / step) * step; ; months += step) {
			const day = startOf(months);
			if (day > end) return found;
			if (day >= start) found.push({ day, index: mod(months) });
		}
	}
	return {
		years: (start: number, end: number) => starts(start, end, MONTHS).map(({ day }) => day),
		months: (start: number, end: number) => starts(start, end, 1)
	};
}
