import { formatDay, formatMonth, formatYear, formatYearBefore } from '#lib/language/format-day.ts';
import { monthName, type MonthNames } from '#lib/language/month-names.ts';
import { formatDigits } from '#lib/language/format-number.ts';
import type { CalendarName, Language } from '#lib/language/locales.ts';
import type { Translate } from '#lib/language/translate.ts';
import { civilIn } from '#lib/temporal/calendars.ts';
import { zoneOffset } from '#lib/temporal/zone-offset.ts';
import { calendarOf } from './calendar-starts.ts';

const HOUR = 60;
const MINUTES = 24 * HOUR;

/** For whom an axis is put into words. */
export interface AxisReader {
	readonly language: Language;
	readonly calendar: CalendarName;
	/** By which country's names months go; default: the usual ones. */
	readonly months?: MonthNames | undefined;
	/** IANA zone whose hours are shown; default: UTC, in which times of day are drawn. Its name is on the axis either way. */
	readonly hourZone?: string | undefined;
	/** For the names of two calendars, and of today; default: they have none. */
	readonly t?: Translate | undefined;
}

/** Words and month beginnings of the axis in the reader's language and calendar; with a second one, the lower band is its own. */
export function axisTextOf(reader: AxisReader, second?: CalendarName) {
	const { t } = reader;
	const own = { ...bandTextOf(reader, reader.calendar), today: t?.('timeline.today-alone') };
	if (second === undefined || second === reader.calendar) return { ...own, lower: undefined };
	const named = (calendar: CalendarName) => t?.(`timeline.band-${calendar}`);
	return { ...own, name: named(reader.calendar), lower: { ...bandTextOf(reader, second), name: named(second) } };
}

function bandTextOf({ language, months, hourZone }: AxisReader, calendar: CalendarName) {
	const offset = (day: number) => (hourZone === undefined ? 0 : zoneOffset(hourZone, day));
	return {
		year(day: number) {
			const { year } = civilIn(calendar, day);
			return calendar === 'gregorian' || year > 0 ? formatYear(year, language) : formatYearBefore(1 - year, language);
		},
		month: (day: number) => monthName(calendar, civilIn(calendar, day).month, language, 'short', 'plain', months),
		monthAndYear: (day: number) => formatMonth(civilIn(calendar, day), { language, calendar, months, width: 'long' }),
		dayOfMonth: (day: number) => formatDigits(civilIn(calendar, day).day, language),
		dayMonthYear: (day: number) => formatDay(Math.floor(day), { language, calendar, months, style: 'short' }),
		hour(day: number) {
			const minutes = Math.round((day - Math.floor(day)) * MINUTES) % MINUTES;
			return `${formatDigits(Math.floor(minutes / HOUR), language, 2)}:${formatDigits(minutes % HOUR, language, 2)}`;
		},
		calendar: calendarOf(calendar),
		zone: { offset: (day: number) => offset(day) / MINUTES, name: (day: number) => zoneName(offset(day), language) }
	};
}

/** "UTC", "UTC+3:30". */
function zoneName(minutes: number, language: Language): string {
	if (minutes === 0) return 'UTC';
	const [hours, rest] = [Math.floor(Math.abs(minutes) / HOUR), Math.abs(minutes) % HOUR];
	const tail = rest ? `:${formatDigits(rest, language, 2)}` : '';
	return `UTC${minutes < 0 ? '−' : '+'}${formatDigits(hours, language)}${tail}`;
}
