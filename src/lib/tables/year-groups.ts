import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { RowGroup } from '#lib/columns/groups.ts';
import { allRows, countingPass, NONE } from '#lib/columns/rank.ts';
import type { SortEdge } from '#lib/filter/sort.ts';
import { formatLoneYear } from '#lib/language/format-day.ts';
import type { CalendarName, Language } from '#lib/language/locales.ts';
import { civilIn, dayIn, hasBegun } from '#lib/temporal/calendars.ts';

/** Before the number of a year that is told in the Gregorian calendar because the reader's own had not begun. */
const GREGORIAN = 'g';
/** Puts those years before all others. */
const BEFORE_ALL = -1e9;

/**
 * The rows by the year their date may first lie in (by the latest edge: may last lie in), in the reader's calendar, in the order given within a year. Years
 * ascend, or descend as the rows do where they are ordered by date; rows without a date come last.
 */
export function groupByYear(
	set: ColumnSet,
	rows: Uint32Array,
	calendar: CalendarName,
	descending: boolean,
	edge: SortEdge = 'earliest'
): { readonly rows: Uint32Array; readonly groups: readonly RowGroup[] } {
	const yearOf = yearFinder(calendar);
	const dayOf = edge === 'latest' ? lastDay : firstDay;
	const years = new Float64Array(rows.length);
	const found = new Set<number>();
	for (let at = 0; at < rows.length; at++) {
		const year = yearOf(dayOf(set, rows[at]!));
		years[at] = year;
		if (!Number.isNaN(year)) found.add(year);
	}
	const inOrder = [...found].sort((a, b) => (descending ? b - a : a - b));
	const placeOf = new Map(inOrder.map((year, place) => [year, place]));
	const places = Uint32Array.from(years, (year) => placeOf.get(year) ?? NONE);
	const { order } = countingPass(allRows(rows.length), places, inOrder.length, false);
	const groups: RowGroup[] = [];
	for (let start = 0; start < order.length;) {
		const place = places[order[start]!]!;
		let end = start + 1;
		while (end < order.length && places[order[end]!] === place) end++;
		groups.push({ value: place === NONE ? '' : valueOfYear(inOrder[place]!), start, count: end - start });
		start = end;
	}
	return { rows: order.map((at) => rows[at]!), groups };
}

/** The name of a group of `groupByYear`. */
export function yearName(value: string, language: Language, calendar: CalendarName): string {
	return value.startsWith(GREGORIAN)
		? formatLoneYear(Number(value.slice(GREGORIAN.length)), language, 'gregorian')
		: formatLoneYear(Number(value), language, calendar);
}

/** The first day a row's date may lie on; open at the start, the first thing known of it. NaN: not dated. */
function firstDay({ earliestStart, latestStart, earliestEnd, latestEnd }: ColumnSet, row: number): number {
	const start = earliestStart[row]!;
	if (Number.isNaN(start) || Number.isFinite(start)) return Math.floor(start);
	for (const edge of [latestStart, earliestEnd, latestEnd]) if (Number.isFinite(edge[row])) return Math.floor(edge[row]!);
	return NaN;
}

/** The last day a row's date may lie on; open at the end, the last thing known of it. NaN: not dated. */
function lastDay({ earliestStart, latestStart, earliestEnd, latestEnd }: ColumnSet, row: number): number {
	// Latest edges are exclusive: the day before them is the last.
	for (const edge of [latestEnd, latestStart]) if (Number.isFinite(edge[row])) return Math.ceil(edge[row]!) - 1;
	for (const edge of [earliestEnd, earliestStart]) if (Number.isFinite(edge[row])) return Math.floor(edge[row]!);
	return NaN;
}

interface Year {
	readonly start: number;
	readonly end: number;
	readonly year: number;
}

/** Years of days. A year's bounds are asked of the calendar once; the days of a stretch of 350 lie in few years. */
function yearFinder(calendar: CalendarName): (day: number) => number {
	const known = new Map<number, Year[]>();
	const ask = (day: number): Year => {
		const told = hasBegun(calendar, day) ? calendar : 'gregorian';
		const own = civilIn(told, day).year;
		const start = dayIn(told, { year: own, month: 1, day: 1 });
		const end = dayIn(told, { year: own + 1, month: 1, day: 1 });
		const year = told === calendar ? own : BEFORE_ALL + own;
		// The year in which a calendar begins is told in two calendars, so day by day.
		return hasBegun(calendar, start) === hasBegun(calendar, end - 1) ? { start, end, year } : { start: day, end: day + 1, year };
	};
	return (day) => {
		if (Number.isNaN(day)) return NaN;
		const stretch = Math.floor(day / 350);
		let years = known.get(stretch);
		if (!years) known.set(stretch, (years = []));
		for (const { start, end, year } of years) if (day >= start && day < end) return year;
		const found = ask(day);
		years.push(found);
		return found.year;
	};
}

function valueOfYear(year: number): string {
	return year < BEFORE_ALL / 2 ? `${GREGORIAN}${year - BEFORE_ALL}` : `${year}`;
}
