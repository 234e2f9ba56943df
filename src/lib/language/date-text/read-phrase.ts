import type { CalendarName } from '../locales.ts';
import type { TermCursor } from './cursor.ts';
import { onlyOrder } from './figures.ts';
import type { Unit } from './meaning.ts';
import type { Context, Parts, Towards } from './parts.ts';
import { movedBy, unitAround, unitText, type Point } from './point.ts';
import { readParts, shiftBehind } from './read-parts.ts';

/** A date still open to what stands beside it: "4" in "4–5 December" takes month and year from its neighbour. */
export interface Phrase {
	/** Null where the phrase is no plain date but counted from the day said. */
	readonly parts: readonly Parts[] | null;
	point(towards: Towards, neighbour?: Phrase | null): Point;
	/** Of "the end of the year": its last day, for "by" and "since". */
	readonly edge?: (towards: Towards) => Point;
}

export interface Duration {
	readonly count: number;
	readonly unit: Unit;
}

/** One date of a text; null where none begins here. */
export function readPhrase(cursor: TermCursor, context: Context): Phrase | null {
	return cursor.attempt(() => {
		cursor.skipFillers();
		return (
			readOffset(cursor, context) ??
			cursor.attempt(() => readPartOf(cursor, context)) ??
			cursor.attempt(() => readFraction(cursor, context)) ??
			cursor.attempt(() => readShiftedUnit(cursor, context)) ??
			cursor.attempt(() => readDecade(cursor, context)) ??
			plainPhrase(readParts(cursor, context), context)
		);
	});
}

function plainPhrase(orders: readonly Parts[] | null, context: Context): Phrase | null {
	if (!orders) return null;
	return {
		parts: orders,
		point: (towards, neighbour) =>
			onlyOrder(
				orders.map((parts) => filledFrom(parts, neighbour?.parts?.length === 1 ? neighbour.parts[0] : undefined)),
				context,
				towards
			)
	};
}

/** What a date leaves out and its neighbour says: the year, and beside a bare day the month. */
function filledFrom(parts: Parts, neighbour: Parts | undefined): Parts {
	if (!neighbour) return parts;
	const filled: Parts = { ...parts };
	const dayOnly = parts.day && !parts.month && !parts.monthFigure && !parts.year;
	// "1851-52"
	if (dayOnly || (parts.year && parts.year.digits === 2)) {
		const short = parts.day ?? parts.year!;
		const long = neighbour.year;
		if (
			neighbour.at < parts.at &&
			!neighbour.month &&
			!neighbour.day &&
			!neighbour.monthFigure &&
			long &&
			long.digits === 4 &&
			short.digits === 2
		) {
			const { day: _, ...rest } = filled;
			return { ...rest, year: { ...short, digits: 4, value: Math.floor(long.value / 100) * 100 + short.value } };
		}
	}
	// "Dec 4 – 5, 2025"
	const dayAndYear = parts.day && parts.year && !parts.month && !parts.monthFigure && neighbour.day;
	if (dayOnly || dayAndYear) {
		if (neighbour.month) filled.month = neighbour.month;
		if (neighbour.monthFigure) filled.monthFigure = neighbour.monthFigure;
	}
	const canTakeYear = !parts.year && !parts.decade && parts.century === undefined && parts.yearShift === undefined;
	if (canTakeYear && (parts.month || parts.day || parts.season || parts.quarter || parts.third || parts.half)) {
		if (neighbour.year) filled.year = neighbour.year;
		if (neighbour.yearShift !== undefined) filled.yearShift = neighbour.yearShift;
	}
	if (neighbour.era && !parts.era) filled.era = neighbour.era;
	return filled;
}

/** "yesterday", "tomorrow evening", "yesterday, Thursday". */
function readOffset(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	const offset = cursor.take('offset');
	if (!offset) return null;
	const parts: Parts = { at };
	const weekday = cursor.take('weekday');
	if (weekday) parts.weekday = weekday.weekday;
	while (cursor.seesJoint('filler') && !cursor.sees('unit')) cursor.at++;
	return {
		parts: null,
		point: () => {
			const start = context.said(at) + offset.days;
			const point: Point = { start, end: start + 1, calendar: context.counting, rule: COUNTED, flags: [] };
			const fits = parts.weekday === undefined || unitAround('day', start, 0, 'gregorian', 'en')[0] === start;
			return fits && parts.weekday !== undefined ? withWeekday(point, parts.weekday) : point;
		}
	};
}

const COUNTED = 'counted from the day it was said';

function withWeekday(point: Point, weekday: number): Point {
	const real = (((point.start + 4) % 7) + 7) % 7;
	return real === weekday ? point : { ...point, flags: [...point.flags, { code: 'weekday-differs', weekday }] };
}

/** "early 2026", "the end of the year", "в середине декабря". */
function readPartOf(cursor: TermCursor, context: Context): Phrase | null {
	const named =
		cursor.take('part')?.part ?? (cursor.sees('unit')?.unit === 'half' && cursor.sees('month', 1) ? (cursor.at++, 'mid') : undefined);
	if (!named) return null;
	const dash = cursor.takeSign('-');
	if (!dash && !cursor.done) cursor.takeJoint('from', 'in');
	const inner = cursor.attempt(() => readPhrase(cursor, context)) ?? readBareUnit(cursor, context);
	if (!inner) return null;
	const third = named === 'early' || named === 'start' ? 0 : named === 'mid' ? 1 : 2;
	const point = (towards: Towards) => thirdOf(inner.point(towards), third);
	if (named !== 'start' && named !== 'end') return { parts: null, point };
	return {
		parts: null,
		point,
		edge: (towards) => {
			const whole = inner.point(towards);
			const { edtf: _, unit: __, ...rest } = whole;
			return named === 'end' ? { ...rest, start: whole.end - 1 } : { ...rest, end: whole.start + 1 };
		}
	};
}

/** A third, roughly; of years and decades in whole months and years, of months ten days. */
function thirdOf(point: Point, third: 0 | 1 | 2): Point {
	const { start, end, calendar } = point;
	const year = calendar === 'gregorian' ? unitText(start, end)?.match(/^-?\d{4}$/)?.[0] : undefined;
	const whole: Point = { ...point, approximate: true, rule: 'a part of it' };
	const bounds = boundsOfThirds(start, end, calendar);
	const cut = { ...whole, start: bounds[third]!, end: bounds[third + 1]! };
	return year === undefined ? cut : { ...cut, edtf: `${year}-${37 + third}` };
}

function boundsOfThirds(start: number, end: number, calendar: CalendarName): readonly number[] {
	const days = end - start;
	if (days >= 28 && days <= 31) return [start, start + 10, start + 20, end];
	if (days >= 354 && days <= 366) return [0, 4, 8, 12].map((months) => (months === 12 ? end : movedBy(start, months, 'month', calendar)));
	if (days > 3600 && days < 3700) return [0, 4, 7, 10].map((years) => (years === 10 ? end : movedBy(start, years, 'year', calendar)));
	return [start, start + Math.round(days / 3), start + Math.round((days * 2) / 3), end];
}

/** "of the year": the one in which it was said. */
function readBareUnit(cursor: TermCursor, context: Context): Phrase | null {
	cursor.skipFillers();
	const at = cursor.position;
	const unit = cursor.take('unit')?.unit;
	return unit ? shiftedPhrase(unit, 0, at, context) : null;
}

const MOST_OF = { quarter: 4, third: 3, half: 2, century: 30 } as const;

/** "the second quarter of 2026", "Q2 2026", "النصف الأول من 2026", "19th century". */
function readFraction(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	const first = cursor.take('ordinal')?.value ?? figureBeforeFraction(cursor);
	const unit = cursor.take('unit')?.unit;
	if (unit === 'week') return readWeekOf(cursor, context, first);
	if (unit !== 'quarter' && unit !== 'third' && unit !== 'half' && unit !== 'century') return null;
	const n = first ?? cursor.take('ordinal')?.value ?? takeFigure(cursor);
	if (n === undefined || n < 1 || n > MOST_OF[unit]) return null;
	const parts: Parts = { at };
	if (unit === 'century') parts.century = n;
	else parts[unit] = n;
	if (cursor.seesJoint('from') || cursor.seesJoint('in')) cursor.at++;
	cursor.skipFillers();
	for (const rest of cursor.attempt(() => readParts(cursor, context)) ?? []) {
		if (rest.day || rest.month || rest.monthFigure || rest.weekday !== undefined || rest.decade) return null;
		return plainPhrase([{ ...rest, ...parts }], context);
	}
	const era = unit === 'century' ? cursor.take('era') : undefined;
	if (era) parts.era = { calendar: era.calendar, ...(era.before && { before: true as const }) };
	return plainPhrase([parts], context);
}

/** "1 квартал", "1-й квартал". */
function figureBeforeFraction(cursor: TermCursor): number | undefined {
	const ending = cursor.ordinalEnding();
	const unit = cursor.sees('unit', 1 + ending)?.unit;
	const figure = cursor.term()?.figure;
	if (!figure || figure.digits > 2 || (unit !== 'quarter' && unit !== 'half')) return undefined;
	cursor.at += 1 + ending;
	return figure.value;
}

/** "the first week of December": roughly its days 1–7; the fourth goes on to the end of the month. */
function readWeekOf(cursor: TermCursor, context: Context, before: number | undefined): Phrase | null {
	const n = before ?? cursor.take('ordinal')?.value;
	if (n === undefined || n > 4) return null;
	cursor.takeJoint('from', 'in');
	const inner = readPhrase(cursor, context);
	const month = inner?.parts?.every((parts) => (parts.month ?? parts.monthFigure) && !parts.day) ?? true;
	if (!inner || !month) return null;
	return {
		parts: null,
		point: (towards) => {
			const { edtf: _, unit: __, shifted: ___, ...whole } = inner.point(towards);
			const start = whole.start + (n - 1) * 7;
			return { ...whole, start, end: n === 4 ? whole.end : start + 7, approximate: true, rule: 'a part of it' };
		}
	};
}

function takeFigure(cursor: TermCursor): number | undefined {
	const figure = cursor.term()?.figure;
	if (figure) cursor.at++;
	return figure?.value;
}

/** "next week", "الشهر المقبل", "ماه گذشته"; a year goes with the other parts of a date. */
function readShiftedUnit(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	const before = cursor.take('shift');
	const unit = cursor.take('unit');
	if (!unit || unit.count || unit.unit === 'year') return null;
	if (before) return shiftedPhrase(unit.unit, before.by, at, context);
	cursor.at--;
	const behind = cursor.sees('shift', 1) ?? shiftBehind(cursor);
	if (!behind) return null;
	cursor.at += 2;
	return shiftedPhrase(unit.unit, behind.by, at, context);
}

function shiftedPhrase(unit: Unit, by: -1 | 0 | 1, at: number, context: Context): Phrase {
	return {
		parts: null,
		point: () => {
			const [start, end] = unitAround(unit, context.said(at), by, context.counting, context.language);
			return { start, end, calendar: context.counting, rule: COUNTED, flags: [], shifted: by, unit };
		}
	};
}

/** "دهه ۱۹۹۰", "عقد 1990". */
function readDecade(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	if (cursor.take('unit')?.unit !== 'decade') return null;
	const figure = cursor.term()?.figure;
	if (!figure || figure.digits < 4) return null;
	cursor.at++;
	const era = cursor.take('era');
	return plainPhrase([{ at, decade: figure, ...(era && { era: { calendar: era.calendar } }) }], context);
}

/** "two weeks", "3 months", "أسبوعين"; a bare unit counts one where a word beside it says that it is a count. */
export function readDuration(cursor: TermCursor, bare: boolean): Duration | null {
	return cursor.attempt(() => {
		cursor.skipFillers();
		const count = cursor.take('count')?.value ?? countInFigures(cursor);
		const unit = cursor.take('unit');
		// "الأشهر الثلاثة"
		if (unit && count === undefined && unit.count === undefined && cursor.sees('count') && cursor.sees('shift', 1)) {
			return { count: cursor.take('count')?.value ?? 1, unit: unit.unit };
		}
		if (!unit || (count === undefined && unit.count === undefined && !bare)) return null;
		// "the year 1800", "شهر ديسمبر" and "day in 1872" are no counts.
		if (count === undefined && unit.count === undefined && beginsDate(cursor)) return null;
		// "a fortnight" is one of two weeks.
		return { count: (count ?? 1) * (unit.count ?? 1), unit: unit.unit };
	});
}

function beginsDate(cursor: TermCursor): boolean {
	const { figure, figures } = cursor.term() ?? {};
	return Boolean(figure ?? figures ?? cursor.sees('month') ?? cursor.sees('weekday') ?? cursor.sees('shift') ?? cursor.sees('ordinal'));
}

function countInFigures(cursor: TermCursor): number | undefined {
	const figure = cursor.term()?.figure;
	const unit = cursor.sees('unit', 1)?.unit;
	if (!figure || figure.digits > 3 || !unit || unit === 'quarter' || unit === 'half' || unit === 'century') return undefined;
	cursor.at++;
	return figure.value;
}

/** A date counted some units from the day said: exact in days, about in longer units. */
export function countedPoint({ count, unit }: Duration, direction: 1 | -1, at: number, context: Context): Point {
	const day = movedBy(context.said(at), count * direction, unit, context.counting);
	const base = { calendar: context.counting, rule: COUNTED, flags: [] } as const;
	if (unit === 'day') return { ...base, start: day, end: day + 1 };
	if (unit === 'week') return { ...base, start: day, end: day + 1, approximate: true };
	const [start, end] = unitAround(unit === 'month' || unit === 'quarter' ? 'month' : 'year', day, 0, context.counting, context.language);
	return { ...base, start, end, approximate: true };
}

/** All the time from the day said to some units on (or back). */
export function countedSpan({ count, unit }: Duration, direction: 1 | -1, at: number, context: Context): Point {
	const said = context.said(at);
	const other = movedBy(said, count * direction, unit, context.counting);
	return { start: Math.min(said, other), end: Math.max(said, other) + 1, calendar: context.counting, rule: COUNTED, flags: [] };
}
