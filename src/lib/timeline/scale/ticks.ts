import { utcDay, utcHour, utcMonth, utcYear, type CountableTimeInterval } from 'd3';
import type { Extent } from './extent.ts';

/** Words of the axis, and the calendar its ticks stand on. Days are epoch days. */
export interface AxisText {
	/** "2026" */
	year(day: number): string;
	/** Name of a month, whole: "Jan" or "January", never one letter. */
	month(day: number): string;
	/** "December 2025": upper band when days are below. */
	monthAndYear(day: number): string;
	/** "5" */
	dayOfMonth(day: number): string;
	/** "5 December 2025": upper band when hours are below. */
	dayMonthYear(day: number): string;
	/** "14:00" */
	hour(day: number): string;
	/** Starts of years and months of another calendar; default: Gregorian. */
	readonly calendar?: TickCalendar;
	/** Another calendar, which the lower band then stands on and speaks. */
	readonly lower?: Omit<AxisText, 'lower'>;
}

/** Beginnings of years and months in [start, end], ascending. */
export interface TickCalendar {
	years(start: number, end: number): readonly number[];
	/** `index`: 0 for the first month of a year. */
	months(start: number, end: number): readonly { readonly day: number; readonly index: number }[];
}

/** One tick of a band; `label` is null where only the short tick is drawn. */
export interface Tick {
	readonly day: number;
	readonly label: string | null;
}

/** Two bands. `upper` begins with the unit running at the extent's start, so that the reader always knows the year. */
export interface Ticks {
	readonly upper: readonly Tick[];
	readonly lower: readonly Tick[];
	readonly upperUnit: 'year' | 'month' | 'day';
	readonly lowerUnit: 'year' | 'month' | 'day' | 'hour';
}

export type MeasureLabel = (text: string) => number;

const MS = 86_400_000;
/** A label and its air: the step grows until label + 12 px fits (mock, "Labels" 5). */
const AIR = 12;
/** From tick to label, px. */
export const TICK_TO_LABEL = 6;

const toDay = (date: Date): number => date.getTime() / MS;
const range = (interval: CountableTimeInterval, start: number, end: number, step = 1): Date[] => {
	const stepped = step === 1 ? interval : interval.every(step);
	return stepped ? stepped.range(new Date(Math.ceil(start * MS)), new Date(end * MS + 1)) : [];
};

/** Years and months as the Gregorian calendar has them. */
export const GREGORIAN_TICKS: TickCalendar = {
	years: (start, end) => range(utcYear, start, end).map(toDay),
	months: (start, end) => range(utcMonth, start, end).map((date) => ({ day: toDay(date), index: date.getUTCMonth() }))
};

/** Months, quarters, half years. */
const MONTH_STEPS = [1, 3, 6] as const;
const SHORTEST_MONTH = 28;
const DAY_STEPS = [1, 2, 5, 10, 15] as const;
const HOUR_STEPS = [1, 2, 3, 6, 12] as const;
const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000] as const;

/**
 * The two-band tick ladder: years over months, months over days, days over hours; far out, years alone.
 * The finest lower band whose labels fit is taken, with the smallest step that fits.
 * @param width px of the plot the step is decided at.
 * @param measureYear for labels of the upper band, where they are larger; default: as in the lower.
 */
export function ticksOf(extent: Extent, width: number, text: AxisText, measure: MeasureLabel, measureYear = measure): Ticks {
	const { lower: other, ...own } = text;
	const ticks = ladderOf(extent, width, own, measure, measureYear);
	return other ? { ...ticks, ...lowerBandOf(ladderOf(extent, width, other, measure, measure), other) } : ticks;
}

/** The lower band in a calendar of its own: where its year or month begins it names that, for no band above it does. */
function lowerBandOf({ upper, lower, upperUnit, lowerUnit }: Ticks, text: AxisText): Pick<Ticks, 'lower' | 'lowerUnit'> {
	// Hours are the same in all calendars, and years stand above alone: then it is the days, or the years, that differ.
	if (lowerUnit === 'hour' || lowerUnit === 'year') return { lower: upper, lowerUnit: upperUnit };
	const turns = new Set(upper.map(({ day }) => day));
	const nameOf = lowerUnit === 'month' ? text.year : text.month;
	return { lower: lower.map((tick) => (turns.has(tick.day) ? { day: tick.day, label: nameOf(tick.day) } : tick)), lowerUnit };
}

function ladderOf(extent: Extent, width: number, text: AxisText, measure: MeasureLabel, measureYear: MeasureLabel): Ticks {
	const calendar = text.calendar ?? GREGORIAN_TICKS;
	const pxPerDay = width / (extent.end - extent.start);
	const fits = (label: string, days: number) => measure(label) + AIR <= days * pxPerDay;

	// A finer band needs a coarser one above it that can be read: days without their month's name tell nothing.
	const above = (label: string, days: number) => measureYear(label) + AIR <= days * pxPerDay;
	const hours = above(text.dayMonthYear(extent.start), 1) ? HOUR_STEPS.find((step) => fits(text.hour(extent.start), step / 24)) : undefined;
	if (hours !== undefined) return hourTicks(extent, hours, text);
	const days = above(text.monthAndYear(extent.start), SHORTEST_MONTH)
		? DAY_STEPS.find((step) => fits(text.dayOfMonth(extent.start), step))
		: undefined;
	if (days !== undefined) return dayTicks(extent, days, text, calendar);
	// A year is never labelled finer than its own label fits; months need their widest name to fit.
	if (fits(text.year(extent.start), 365)) {
		const sample = calendar.months(extent.start - 370, extent.start + 5).map((month) => text.month(month.day));
		const widest = sample.reduce((most, name) => Math.max(most, measure(name)), 0);
		const step = MONTH_STEPS.find((count) => widest + AIR <= count * 29 * pxPerDay);
		return monthTicks(extent, step ?? null, text, calendar, yearStep(extent, width, text, measureYear));
	}
	return yearTicks(extent, text, calendar, yearStep(extent, width, text, measureYear));
}

function hourTicks(extent: Extent, step: number, text: AxisText): Ticks {
	const lower = range(utcHour, extent.start, extent.end).map((date) => {
		const day = toDay(date);
		return { day, label: date.getUTCHours() % step === 0 ? text.hour(day) : null };
	});
	const days = [toDay(utcDay.floor(new Date(extent.start * MS))), ...range(utcDay, extent.start, extent.end).map(toDay)];
	return { upper: unique(days).map((day) => ({ day, label: text.dayMonthYear(day) })), lower, upperUnit: 'day', lowerUnit: 'hour' };
}

function dayTicks(extent: Extent, step: number, text: AxisText, calendar: TickCalendar): Ticks {
	const months = calendar.months(extent.start - 32, extent.end);
	const upper = running(
		months.map((month) => month.day),
		extent.start
	);
	const lower: Tick[] = [];
	upper.forEach((first, index) => {
		const next = upper[index + 1] ?? Infinity;
		const last = Math.min(extent.end, next - 1);
		for (let day = Math.max(first, Math.ceil(extent.start)); day <= last; day++) {
			const place = day - first;
			// The last step of a month gives way to the first of the next.
			const labelled = place % step === 0 && (step === 1 || next - day >= step * 0.7);
			lower.push({ day, label: labelled ? text.dayOfMonth(day) : null });
		}
	});
	return { upper: upper.map((day) => ({ day, label: text.monthAndYear(day) })), lower, upperUnit: 'month', lowerUnit: 'day' };
}

/**
 * Years from label to label: 1, or every second, fifth … where a year has no room for its name. A gap here and there would
 * read as a missing year, so names are taken as wide as their widest digit makes them: the step then holds while panning.
 */
function yearStep(extent: Extent, width: number, text: AxisText, measure: MeasureLabel): number {
	const pxPerYear = (365 * width) / (extent.end - extent.start);
	const names = [text.year(extent.start), text.year(extent.end)];
	const widest = Math.max(...names.flatMap((name) => Array.from({ length: 10 }, (_, digit) => measure(inDigit(name, digit)))));
	return YEAR_STEPS.find((step) => widest + AIR <= step * pxPerYear) ?? 1000;
}

function monthTicks(extent: Extent, step: number | null, text: AxisText, calendar: TickCalendar, years: number): Ticks {
	const upper = running(calendar.years(extent.start - 400, extent.end), extent.start);
	const lower = calendar.months(extent.start, extent.end).map(({ day, index }) => ({
		day,
		label: step !== null && index % step === 0 ? text.month(day) : null
	}));
	const labelled = (label: string) => (yearNumber(label) % years === 0 ? label : null);
	return { upper: upper.map((day) => ({ day, label: labelled(text.year(day)) })), lower, upperUnit: 'year', lowerUnit: 'month' };
}

function yearTicks(extent: Extent, text: AxisText, calendar: TickCalendar, step: number): Ticks {
	const years = calendar.years(extent.start, extent.end);
	// Round years carry the label; any calendar's years are numbered on from each other.
	const first = years[0];
	const offset = first === undefined ? 0 : yearNumber(text.year(first));
	const upper: Tick[] = [];
	const lower: Tick[] = [];
	years.forEach((day, index) => {
		const round = (offset + index) % step === 0;
		if (round) upper.push({ day, label: text.year(day) });
		else if (step <= 20) lower.push({ day, label: null });
	});
	return { upper, lower, upperUnit: 'year', lowerUnit: 'year' };
}

/** Zeros of the digits years are written in: European, Arabic, Persian. */
const ZEROS = [0x30, 0x660, 0x6f0];

function zeroOf(sign: string): number | undefined {
	const code = sign.codePointAt(0) ?? 0;
	return ZEROS.find((zero) => code >= zero && code <= zero + 9);
}

/** The number in a year's label, in whichever digits; 0 where there is none. */
function yearNumber(label: string): number {
	const digits = [...label].map((sign) => {
		const zero = zeroOf(sign);
		return zero === undefined ? '' : (sign.codePointAt(0) ?? 0) - zero;
	});
	return Number(digits.join(''));
}

/** The label with all its digits made this one. */
function inDigit(label: string, digit: number): string {
	return label.replace(/\p{Nd}/gu, (sign) => {
		const zero = zeroOf(sign);
		return zero === undefined ? sign : String.fromCodePoint(zero + digit);
	});
}

/** From the last beginning at or before `start` on. */
function running(beginnings: readonly number[], start: number): number[] {
	let from = 0;
	while (from + 1 < beginnings.length && (beginnings[from + 1] ?? Infinity) <= start) from++;
	return beginnings.slice(from);
}

function unique(days: readonly number[]): number[] {
	return days.filter((day, index) => day !== days[index - 1]);
}
