import { civilIn } from '#lib/temporal/calendars.ts';
import type { CalendarName } from '../locales.ts';
import type { Context, Parts } from './parts.ts';
import type { Figure } from './terms.ts';

/** A year of two figures in full. */
export interface FullYear {
	readonly calendar: CalendarName;
	readonly year: number;
}

/** The years about which dates are written, where the day said is not known: it only puts the centuries in order. */
const RECENT: Readonly<Record<CalendarName, number>> = { gregorian: 2025, persian: 1404, islamic: 1447 };

/**
 * What a year of two figures may be, in each calendar that it could be of: the year with these figures that lies nearest to
 * the day said, then the one a century before it. Figures alone in Persian may be of the sun's years as well as Gregorian.
 */
export function fullYears(parts: Parts, { value, at }: Figure, context: Context): readonly FullYear[] {
	const own = parts.forced ?? parts.era?.calendar ?? parts.month?.calendar ?? context.calendar;
	const isOpen = context.language === 'fa' && (parts.monthFigure !== undefined || parts.decade !== undefined);
	const calendars: readonly CalendarName[] = own ? [own] : isOpen ? ['persian', 'gregorian'] : ['gregorian'];
	return calendars.flatMap((calendar) => {
		const now = context.hasSaid ? civilIn(calendar, context.said(at)).year : RECENT[calendar];
		const century = Math.floor(now / 100) * 100;
		const years = [century, century - 100, century + 100].map((each) => each + value);
		const nearest = years.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? now;
		return [nearest, nearest - 100].map((year) => ({ calendar, year }));
	});
}
