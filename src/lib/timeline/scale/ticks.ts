import { civilOf, dayOf } from '#lib/temporal/epoch-day.ts';
import { roundYears } from '#lib/temporal/round-years.ts';
import type { Extent } from './extent.ts';

/** Words of the axis, and the calendar its ticks stand on. Days are epoch days as the clocks of the axis' zone have them. */
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
	/** "14:00", "14:05" */
	hour(day: number): string;
	/** Starts of years and months of another calendar; default: Gregorian. */
	readonly calendar?: TickCalendar | undefined;
	/** Whose hours are told; default: those that days are drawn in, unnamed. */
	readonly zone?: AxisZone | undefined;
	/** The calendar's short name, where the axis has two and a band has to say which it is. */
	readonly name?: string | undefined;
	/** "Today", without its date: where no more has room. */
	readonly today?: string | undefined;
	/** Another calendar, which the lower band then stands on and speaks. */
	readonly lower?: Omit<AxisText, 'lower'> | undefined;
}

/** The clock that hours stand on. */
export interface AxisZone {
	/** "UTC+3:30": said beside the day wherever hours are shown. */
	name(day: number): string;
	/** Days that its clock is ahead of the drawn days. */
	offset(day: number): number;
}

/** Beginnings of years and months in [start, end], ascending. */
export interface TickCalendar {
	/** `step`: only the years whose number is a multiple of it. */
	years(start: number, end: number, step?: number): readonly number[];
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
	readonly lowerUnit: 'year' | 'month' | 'day' | 'hour' | 'minute';
}

export type MeasureLabel = (text: string) => number;

/** A label and its air: the step grows until label + 12 px fits (mock, "Labels" 5). */
const AIR = 12;
/** From tick to label, px. */
export const TICK_TO_LABEL = 6;

/** Years and months as the Gregorian calendar has them. */
export const GREGORIAN_TICKS: TickCalendar = {
	years: (start, end, step = 1) =>
		roundYears(civilOf(start).year, civilOf(end).year, step)
			.map((year) => dayOf(year, 1, 1))
			.filter((day) => day >= start && day <= end),
	months(start, end) {
		const found: { day: number; index: number }[] = [];
		const { year, month } = civilOf(start);
		for (let months = month; ; months += 1) {
			const day = dayOf(year, months, 1);
			if (day > end) return found;
			if (day >= start) found.push({ day, index: (months - 1) % 12 });
		}
	}
};

/** Months, quarters, half years. */
const MONTH_STEPS = [1, 3, 6] as const;
const SHORTEST_MONTH = 28;
const DAY_STEPS = [1, 2, 5, 10, 15] as const;
/** Minutes of a clock. */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720] as const;
const MINUTES = 1440;
const HOUR = 60;
/** Years from label to label, and from short tick to short tick between them. */
const YEAR_STEPS = [
	[1, 1],
	[2, 1],
	[5, 1],
	[10, 1],
	[20, 5],
	[25, 5],
	[50, 10],
	[100, 20],
	[200, 50],
	[500, 100],
	[1000, 200],
	[2000, 500],
	[5000, 1000],
	[10_000, 2000]
] as const;
type YearStep = readonly [step: number, between: number];
/** So many labels at least an axis keeps, before it makes room for its calendar's name. */
const LEAST_STEPS = 4;
/** No picture is longer than the years of four digits. */
const LONGEST_STEP = [10_000, 2000] as const;

/**
 * The two-band tick ladder: years over months, months over days, days over hours and minutes; far out, years alone.
 * The finest lower band whose labels fit is taken, with the smallest step that fits.
 * @param width px of the plot the step is decided at.
 * @param measureYear for labels of the upper band, where they are larger; default: as in the lower.
 */
export function ticksOf(extent: Extent, width: number, text: AxisText, measure: MeasureLabel, measureYear = measure): Ticks {
	const { lower: other, ...own } = text;
	const ticks = ladderOf(extent, width, own, measure, measureYear);
	if (!other) return ticks;
	const daysOf = (label: string) => ((measure(label) + AIR) * (extent.end - extent.start)) / width;
	return { ...ticks, ...lowerBandOf(ladderOf(extent, width, other, measure, measure), other, daysOf) };
}

/**
 * The lower band in a calendar of its own: where its year or month begins it names that, for no band above it does.
 * @param daysOf days a label is as wide as
 */
function lowerBandOf(
	{ upper, lower, upperUnit, lowerUnit }: Ticks,
	text: AxisText,
	daysOf: (label: string) => number
): Pick<Ticks, 'lower' | 'lowerUnit'> {
	// Hours are the same in all calendars, and years stand above alone: then it is the days, or the years, that differ.
	if (lowerUnit === 'year') return { lower: upper, lowerUnit: upperUnit };
	if (lowerUnit === 'hour' || lowerUnit === 'minute') {
		const wall = (day: number) => Math.round(day + (text.zone?.offset(day) ?? 0));
		return { lower: upper.map(({ day }) => ({ day, label: text.dayMonthYear(wall(day)) })), lowerUnit: upperUnit };
	}
	const turns = new Set(upper.map(({ day }) => day));
	const nameOf = lowerUnit === 'month' ? text.year : text.month;
	const labelOf = ({ day, label }: Tick) => (turns.has(day) ? nameOf(day) : label);
	const first = lower.find((tick) => labelOf(tick) !== null);
	const turn = lower.find(({ day }) => turns.has(day))?.day ?? Infinity;
	// What runs already where the view begins is named with its first part, unless the next begins right behind it.
	const whole = first && (lowerUnit === 'month' ? text.monthAndYear(first.day) : text.dayMonthYear(first.day));
	const isTold = first !== undefined && whole !== undefined && first.day + daysOf(whole) <= turn && !turns.has(first.day);
	// Names are wider than the figures they stand among: what they leave no room for gives way.
	const told: Tick[] = [];
	let [last, ends] = [-1, -Infinity];
	for (const tick of lower) {
		const wanted = isTold && tick === first ? whole : labelOf(tick);
		const isName = turns.has(tick.day);
		const label = tick.day < ends && !isName ? null : wanted;
		if (label !== null) {
			if (isName && tick.day < ends && !turns.has(told[last]!.day)) told[last] = { day: told[last]!.day, label: null };
			[last, ends] = [told.length, tick.day + daysOf(label)];
		}
		told.push({ day: tick.day, label });
	}
	return { lower: told, lowerUnit };
}

function ladderOf(extent: Extent, width: number, text: AxisText, measure: MeasureLabel, measureYear: MeasureLabel): Ticks {
	const calendar = text.calendar ?? GREGORIAN_TICKS;
	const pxPerDay = width / (extent.end - extent.start);
	const fits = (label: string, days: number) => measure(label) + AIR <= days * pxPerDay;
	/** The year before the start: names as wide as they get, so that a pan alone never turns the ladder. */
	const sample = () => calendar.months(extent.start - 370, extent.start + 5).map((month) => month.day);
	// A finer band needs a coarser one above it that can be read: days without their month's name tell nothing.
	const above = (label: (day: number) => string, days: number) => sample().every((day) => measureYear(label(day)) + AIR <= days * pxPerDay);

	const clock = CLOCK_STEPS.find((step) => fits(text.hour(extent.start), step / MINUTES));
	if (clock !== undefined && above((day) => dayInZone(day, text), 1)) return clockTicks(extent, clock, text);
	const days = DAY_STEPS.find((step) => fits(text.dayOfMonth(extent.start), step));
	if (days !== undefined && above((day) => text.monthAndYear(day), SHORTEST_MONTH)) return dayTicks(extent, days, text, calendar);
	const years = yearStep(extent, width, text, measureYear);
	// A year is never labelled finer than its own label fits; months need their widest name to fit.
	if (!fits(text.year(extent.start), 365)) return yearTicks(extent, text, calendar, roomForName(years, extent, width, text, measureYear));
	const widest = sample().reduce((most, day) => Math.max(most, measure(text.month(day))), 0);
	const step = MONTH_STEPS.find((count) => widest + AIR <= count * 29 * pxPerDay);
	return monthTicks(extent, step ?? null, text, calendar, years[0]);
}

function dayInZone(day: number, text: AxisText, at = day): string {
	return text.zone ? `${text.dayMonthYear(day)} · ${text.zone.name(at)}` : text.dayMonthYear(day);
}

/** Hours or minutes of the zone's clock, at the whole ones of that clock, under its days. */
function clockTicks(extent: Extent, step: number, text: AxisText): Ticks {
	const ahead = (day: number) => text.zone?.offset(day) ?? 0;
	const [first, last] = [ahead(extent.start), ahead(extent.end)];
	// Clocks are put forward or back in few views: only there every tick is asked for.
	const offset = first === last ? () => first : ahead;
	/** Where the clock shows a time; undefined for one that it skips. */
	const drawn = (wall: number): number | undefined => {
		const day = wall - offset(wall - first);
		return Math.abs(day + offset(day) - wall) < 0.5 / MINUTES ? day : undefined;
	};
	const every = Math.min(step, HOUR);
	const lower: Tick[] = [];
	const end = (extent.end + Math.max(first, last)) * MINUTES;
	for (let minute = Math.ceil(((extent.start + Math.min(first, last)) * MINUTES) / every) * every; minute <= end; minute += every) {
		const day = drawn(minute / MINUTES);
		if (day === undefined || day < extent.start || day > extent.end) continue;
		lower.push({ day, label: minute % step === 0 ? text.hour(minute / MINUTES) : null });
	}
	const upper: Tick[] = [];
	for (let wall = Math.floor(extent.start + first); wall <= extent.end + last; wall += 1) {
		const day = drawn(wall) ?? wall - first;
		upper.push({ day, label: dayInZone(wall, text, day) });
	}
	return { upper, lower, upperUnit: 'day', lowerUnit: step < HOUR ? 'minute' : 'hour' };
}

function dayTicks(extent: Extent, step: number, text: AxisText, calendar: TickCalendar): Ticks {
	const upper = running(
		calendar.months(extent.start - 32, extent.end).map((month) => month.day),
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
function yearStep(extent: Extent, width: number, text: AxisText, measure: MeasureLabel, more = 0): YearStep {
	const pxPerYear = (365 * width) / (extent.end - extent.start);
	const names = [text.year(extent.start), text.year(extent.end)];
	const widest = Math.max(...names.flatMap((name) => Array.from({ length: 10 }, (_, digit) => measure(inDigit(name, digit)))));
	return YEAR_STEPS.find(([step]) => widest + AIR + more <= step * pxPerYear) ?? LONGEST_STEP;
}

/** A step that leaves the calendar's name its place between two labels, where the view is still some steps long with it. */
function roomForName(step: YearStep, extent: Extent, width: number, text: AxisText, measure: MeasureLabel): YearStep {
	if (text.name === undefined) return step;
	const wider = yearStep(extent, width, text, measure, measure(text.name) + TICK_TO_LABEL);
	return (extent.end - extent.start) / 365 / wider[0] >= LEAST_STEPS ? wider : step;
}

function monthTicks(extent: Extent, step: number | null, text: AxisText, calendar: TickCalendar, years: number): Ticks {
	const [from, to] = [extent.start - 400, extent.end];
	const upper = running(calendar.years(from, to), extent.start);
	const round = new Set(calendar.years(from, to, years));
	const lower = calendar.months(extent.start, extent.end).map(({ day, index }) => ({
		day,
		label: step !== null && index % step === 0 ? text.month(day) : null
	}));
	return {
		upper: upper.map((day) => ({ day, label: round.has(day) ? text.year(day) : null })),
		lower,
		upperUnit: 'year',
		lowerUnit: 'month'
	};
}

function yearTicks(extent: Extent, text: AxisText, calendar: TickCalendar, [step, between]: YearStep): Ticks {
	const { start, end } = extent;
	const labelled = calendar.years(start, end, step);
	const upper = labelled.map((day) => ({ day, label: text.year(day) }));
	const round = new Set(labelled);
	const lower = step === between ? [] : calendar.years(start, end, between).filter((day) => !round.has(day));
	return { upper, lower: lower.map((day) => ({ day, label: null })), upperUnit: 'year', lowerUnit: 'year' };
}

/** Zeros of the digits years are written in: European, Arabic, Persian. */
const ZEROS = [0x30, 0x660, 0x6f0];

/** The label with all its digits made this one. */
function inDigit(label: string, digit: number): string {
	return label.replace(/\p{Nd}/gu, (sign) => {
		const code = sign.codePointAt(0) ?? 0;
		const zero = ZEROS.find((each) => code >= each && code <= each + 9);
		return zero === undefined ? sign : String.fromCodePoint(zero + digit);
	});
}

/** From the last beginning at or before `start` on. */
function running(beginnings: readonly number[], start: number): number[] {
	let from = 0;
	while (from + 1 < beginnings.length && (beginnings[from + 1] ?? Infinity) <= start) from++;
	return beginnings.slice(from);
}
