import type { CalendarName } from '../locales.ts';
import type { TermCursor } from './cursor.ts';
import type { Unit } from './meaning.ts';
import type { Context, Parts, Towards } from './parts.ts';
import { COUNTED, plainPhrase, shiftedPhrase, type Phrase } from './phrase.ts';
import { movedBy, unitAround, unitText, type Point } from './point.ts';
import { readDecade, readParts, shiftBehind } from './read-parts.ts';
import { readPiece } from './read-pieces.ts';

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
			cursor.attempt(() => readPiece(cursor, context, readWhole)) ??
			cursor.attempt(() => readPartOf(cursor, context)) ??
			cursor.attempt(() => readShiftedUnit(cursor, context)) ??
			plainPhrase(
				cursor.attempt(() => readDecade(cursor)),
				context
			) ??
			plainPhrase(readParts(cursor, context), context)
		);
	});
}

/** "yesterday", "tomorrow evening", "yesterday, Thursday". */
function readOffset(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	// "اليوم الأول من رمضان"
	if (cursor.sees('unit') && cursor.sees('ordinal', 1)) return null;
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

function withWeekday(point: Point, weekday: number): Point {
	const real = (((point.start + 4) % 7) + 7) % 7;
	return real === weekday ? point : { ...point, flags: [...point.flags, { code: 'weekday-differs', weekday }] };
}

/** "early 2026", "the end of the year", "в середине декабря". */
function readPartOf(cursor: TermCursor, context: Context): Phrase | null {
	const named =
		cursor.take('part')?.part ?? (cursor.sees('unit')?.unit === 'half' && cursor.sees('month', 1) ? (cursor.at++, 'mid') : undefined);
	const ending = named === undefined ? readYearEnd(cursor, context) : null;
	if (ending) return endOf(ending);
	if (!named) return null;
	const dash = cursor.takeSign('-');
	if (!dash && !cursor.done) cursor.takeJoint('from', 'in');
	const inner = readWhole(cursor, context);
	if (!inner) return null;
	if (named === 'end') return endOf(inner);
	const point = (towards: Towards) => thirdOf(inner.point(towards), named === 'early' || named === 'start' ? 0 : named === 'mid' ? 1 : 2);
	if (named !== 'start') return { parts: null, point };
	return {
		parts: null,
		point,
		edge: (towards) => {
			const whole = inner.point(towards);
			const { edtf: _, unit: __, ...rest } = whole;
			return { ...rest, end: whole.start + 1 };
		}
	};
}

/** "year-end", "month-end", "year-end 2026": of what. */
function readYearEnd(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	const dash = cursor.seesSign('-', 1) ? 1 : 0;
	const unit = cursor.sees('unit')?.unit;
	if ((unit !== 'year' && unit !== 'month' && unit !== 'quarter') || cursor.sees('part', 1 + dash)?.part !== 'end') return null;
	if (!cursor.term()?.languages?.includes('en')) return null;
	cursor.at += 2 + dash;
	return (
		(unit === 'year' ? cursor.attempt(() => plainPhrase(readParts(cursor, context), context)) : null) ?? shiftedPhrase(unit, 0, at, context)
	);
}

/** The last third of it, roughly; beside a limit its last day. */
function endOf(inner: Phrase): Phrase {
	return {
		parts: null,
		point: (towards) => thirdOf(inner.point(towards), 2),
		edge: (towards) => lastDay(inner.point(towards))
	};
}

function lastDay(whole: Point): Point {
	const { edtf: _, unit: __, ...rest } = whole;
	return { ...rest, start: whole.end - 1 };
}

/** A third, roughly; of years and decades in whole months and years, of months ten days. */
function thirdOf(point: Point, third: 0 | 1 | 2): Point {
	const { start, end, calendar } = point;
	const year = calendar === 'gregorian' ? unitText(start, end)?.match(/^-?\d{4}$/)?.[0] : undefined;
	const whole: Point = { ...point, approximate: true, rule: 'a part of it' };
	// "late on Friday" is that day.
	if (end - start < 3) return { ...point, rule: 'a part of it' };
	const bounds = boundsOfThirds(start, end, calendar);
	// What EDTF says of the whole (a season) it does not say of its third.
	const { edtf: _, ...rest } = whole;
	const cut = { ...rest, start: bounds[third]!, end: bounds[third + 1]! };
	return year === undefined ? cut : { ...cut, edtf: `${year}-${37 + third}` };
}

function boundsOfThirds(start: number, end: number, calendar: CalendarName): readonly number[] {
	const days = end - start;
	if (days >= 28 && days <= 31) return [start, start + 10, start + 20, end];
	if (days >= 354 && days <= 366) return [0, 4, 8, 12].map((months) => (months === 12 ? end : movedBy(start, months, 'month', calendar)));
	if (days > 3600 && days < 3700) return [0, 4, 7, 10].map((years) => (years === 10 ? end : movedBy(start, years, 'year', calendar)));
	return [start, start + Math.round(days / 3), start + Math.round((days * 2) / 3), end];
}

/** What a piece is a piece of: a date, or "the year" alone. */
function readWhole(cursor: TermCursor, context: Context): Phrase | null {
	return cursor.attempt(() => readPhrase(cursor, context)) ?? cursor.attempt(() => readBareUnit(cursor, context));
}

/** "of the year", "of the Persian year": the one in which it was said. */
function readBareUnit(cursor: TermCursor, context: Context): Phrase | null {
	cursor.skipFillers();
	const at = cursor.position;
	const before = cursor.take('era')?.calendar;
	const unit = cursor.take('unit')?.unit;
	if (!unit) return null;
	const calendar = before ?? cursor.take('era')?.calendar;
	return shiftedPhrase(unit, 0, at, calendar ? { ...context, counting: calendar } : context);
}

/** "next week", "الشهر المقبل", "ماه گذشته"; a year goes with the other parts of a date. */
function readShiftedUnit(cursor: TermCursor, context: Context): Phrase | null {
	const at = cursor.position;
	const before = cursor.take('shift');
	const unit = cursor.take('unit');
	if (!unit || unit.count || unit.plural || unit.unit === 'year') return null;
	if (before) return shiftedPhrase(unit.unit, before.by, at, context);
	cursor.at--;
	const behind = cursor.sees('shift', 1) ?? shiftBehind(cursor);
	if (!behind) return null;
	cursor.at += 2;
	return shiftedPhrase(unit.unit, behind.by, at, context);
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
		if (!unit || (count === undefined && unit.count === undefined && (!bare || unit.plural))) return null;
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
