import type { CalendarName } from '#lib/language/locales.ts';
import { civilIn, dayIn } from '#lib/temporal/calendars.ts';
import { roundYears } from '#lib/temporal/round-years.ts';

const MONTHS = 12;
/** Enough for the months of five centuries, looked at again and again while zooming; the oldest goes first. */
const REMEMBERED = 6000;
const mod = (months: number) => ((months % MONTHS) + MONTHS) % MONTHS;

/**
 * Beginnings of years and months in a calendar, ascending, within [start, end] epoch days: the axis stands its ticks on
 * them, so a year band turns at Nowruz where the reader's calendar does. undefined: the Gregorian one is built in.
 */
export function calendarOf(calendar: CalendarName) {
	return calendar === 'gregorian' ? undefined : STARTS[calendar];
}

const STARTS = { persian: startsIn('persian'), islamic: startsIn('islamic') };

function startsIn(calendar: 'persian' | 'islamic') {
	const memory = new Map<number, number>();
	/** The first day of a month counted from year 0, so that the next is one more. */
	function startOf(months: number): number {
		const known = memory.get(months);
		if (known !== undefined) return known;
		const day = dayIn(calendar, { year: Math.floor(months / MONTHS), month: mod(months) + 1, day: 1 });
		if (memory.size >= REMEMBERED) for (const oldest of memory.keys()) if (memory.delete(oldest)) break;
		memory.set(months, day);
		return day;
	}
	const within = (start: number, end: number) => (day: number) => day >= start && day <= end;
	return {
		/** `step`: only the years whose number is a multiple of it. */
		years(start: number, end: number, step = 1): number[] {
			const [first, last] = [civilIn(calendar, start).year, civilIn(calendar, end).year];
			return roundYears(first, last, step)
				.map((year) => startOf(year * MONTHS))
				.filter(within(start, end));
		},
		/** `index`: 0 for the first month of a year. */
		months(start: number, end: number): { day: number; index: number }[] {
			const found: { day: number; index: number }[] = [];
			const { year, month } = civilIn(calendar, start);
			for (let months = year * MONTHS + month - 1; ; months += 1) {
				const day = startOf(months);
				if (day > end) return found;
				if (day >= start) found.push({ day, index: mod(months) });
			}
		}
	};
}
