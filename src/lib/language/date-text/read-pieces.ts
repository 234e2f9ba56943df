import type { TermCursor } from './cursor.ts';
import type { Context, Parts, Towards } from './parts.ts';
import { plainPhrase, type Phrase } from './phrase.ts';
import { unitAround, type Point } from './point.ts';
import { readDecade, readParts } from './read-parts.ts';
import { DateTextError, type DateRule } from './reading.ts';

/** Reads what a piece is a piece of. */
type ReadWhole = (cursor: TermCursor, context: Context) => Phrase | null;
/** Which piece of it: the nth, or the last. */
type Which = number | 'last';

const MOST_OF = { quarter: 4, third: 3, half: 2, century: 30, 'ten-days': 3, decade: 3 } as const;

/**
 * A counted piece of a year or a month: "the second quarter of 2026", "Q2 2026", "النصف الثاني من ديسمبر", "19th century",
 * "last week of March", "в первой декаде декабря", "the first ten days of Azar", "the week of 5 December".
 */
export function readPiece(cursor: TermCursor, context: Context, readWhole: ReadWhole): Phrase | null {
	const at = cursor.position;
	const first = takeWhich(cursor) ?? figureBeforeFraction(cursor);
	const count = cursor.sees('unit', 1)?.unit === 'day' ? takeCount(cursor) : undefined;
	const unit = cursor.take('unit')?.unit;
	if (unit === 'day') return readDaysOf(cursor, context, readWhole, first ?? takeWhich(cursor), count);
	if (unit === 'week') return readWeekOf(cursor, context, readWhole, first);
	if (unit !== 'quarter' && unit !== 'third' && unit !== 'half' && unit !== 'century' && unit !== 'ten-days' && unit !== 'decade')
		return null;
	const which = first ?? takeWhich(cursor) ?? (unit === 'decade' ? undefined : takeFigure(cursor));
	const n = which === 'last' ? MOST_OF[unit] : which;
	if (n === undefined || n < 1 || n > MOST_OF[unit] || (which === 'last' && unit === 'century')) return null;
	if (unit === 'half' || unit === 'third' || unit === 'ten-days' || unit === 'decade') {
		const ofMonth = cursor.attempt(() => readOfMonth(cursor, context, readWhole));
		if (ofMonth) return pieceOf(ofMonth, (point) => partOfMonth(point, n, unit === 'half' ? 2 : 3));
	}
	if (unit === 'ten-days' || unit === 'decade') return null;
	const from = cursor.at;
	const fraction = readFraction(cursor, context, { at, [unit]: n });
	// "last quarter" alone is the one before this.
	return which === 'last' && cursor.at === from ? null : fraction;
}

function takeWhich(cursor: TermCursor): Which | undefined {
	const ordinal = cursor.take('ordinal');
	if (ordinal) return ordinal.value;
	const isLast = cursor.sees('shift')?.by === -1 || cursor.sees('part')?.part === 'end';
	if (!isLast) return undefined;
	cursor.at++;
	return 'last';
}

/** "1 квартал", "1-й квартал". */
function figureBeforeFraction(cursor: TermCursor): number | undefined {
	const ending = cursor.ordinalEnding();
	const unit = cursor.sees('unit', 1 + ending)?.unit;
	const figure = cursor.term()?.figure;
	const counted = unit === 'quarter' || unit === 'half' || unit === 'ten-days' || (unit === 'week' && ending > 0);
	if (!figure || figure.digits > 2 || !counted) return undefined;
	cursor.at += 1 + ending;
	return figure.value;
}

function takeFigure(cursor: TermCursor): number | undefined {
	const figure = cursor.term()?.figure;
	if (figure) cursor.at++;
	return figure?.value;
}

function takeCount(cursor: TermCursor): number | undefined {
	const figure = cursor.term()?.figure;
	return cursor.take('count')?.value ?? (figure && figure.digits < 3 ? takeFigure(cursor) : undefined);
}

/** Quarters, thirds and halves of years, and centuries: by themselves of the year nearest to the day said. */
function readFraction(cursor: TermCursor, context: Context, parts: Parts): Phrase | null {
	if (cursor.seesJoint('from') || cursor.seesJoint('in')) cursor.at++;
	cursor.skipFillers();
	const century = parts.century === undefined ? cursor.attempt(() => readCenturyInWords(cursor)) : null;
	if (century) return plainPhrase([{ ...century, ...parts }], context);
	for (const rest of cursor.attempt(() => readDecade(cursor)) ?? cursor.attempt(() => readParts(cursor, context)) ?? []) {
		if (rest.day || rest.month || rest.monthFigure || rest.weekday !== undefined || rest.named) return null;
		if (rest.quarter !== undefined || rest.half !== undefined) return null;
		// Only the halves of a decade are whole years.
		if (rest.decade && parts.half === undefined) return null;
		return plainPhrase([{ ...rest, ...parts }], context);
	}
	if (parts.century === undefined) {
		// "the second half of the Persian year": of this one.
		const era = cursor.sees('era') && cursor.sees('unit', 1)?.unit === 'year' ? cursor.take('era') : undefined;
		if (cursor.sees('unit')?.unit === 'year') {
			cursor.at++;
			const calendar = era ?? cursor.take('era');
			return plainPhrase([{ ...parts, yearShift: 0, ...(calendar && { era: { calendar: calendar.calendar } }) }], context);
		}
		return plainPhrase([parts], context);
	}
	const era = cursor.take('era');
	return plainPhrase([era ? { ...parts, era: { calendar: era.calendar, ...(era.before && { before: true as const }) } } : parts], context);
}

/** "XIX века", "القرن التاسع عشر", "the nineteenth century BC". */
function readCenturyInWords(cursor: TermCursor): Parts | null {
	const at = cursor.position;
	cursor.skipFillers();
	const first = cursor.take('ordinal')?.value;
	if (cursor.take('unit')?.unit !== 'century') return null;
	const century = first ?? cursor.take('ordinal')?.value ?? takeFigure(cursor);
	if (century === undefined || century < 1 || century > MOST_OF.century) return null;
	const era = cursor.take('era');
	return { at, century, ...(era && { era: { calendar: era.calendar, ...(era.before && { before: true as const }) } }) };
}

/** A month behind "of": by its name, or counted from the day said. */
function readOfMonth(cursor: TermCursor, context: Context, readWhole: ReadWhole): Phrase | null {
	const whole = readOf(cursor, context, readWhole);
	return whole && isMonth(whole) ? whole : null;
}

function readOf(cursor: TermCursor, context: Context, readWhole: ReadWhole): Phrase | null {
	cursor.skipFillers();
	cursor.takeJoint('from', 'in');
	return readWhole(cursor, context);
}

function isMonth({ parts, unit }: Phrase): boolean {
	return parts ? parts.every((each) => (each.month ?? each.monthFigure) && !each.day) : unit === 'month';
}

function pieceOf(whole: Phrase, cut: (point: Point) => Point): Phrase {
	return {
		parts: null,
		point: (towards: Towards) => {
			const { edtf: _, unit: __, shifted: ___, ...point } = whole.point(towards);
			return cut(point);
		}
	};
}

/** Roughly, and to the day. */
const PART: DateRule = 'a part of it';
const DAYS: DateRule = 'those days of it';

/** A day of the moon says so, whatever it is a part of. */
function daysRule({ calendar }: Point): DateRule {
	return calendar === 'islamic' ? 'span of the Umm al-Qura calendar' : DAYS;
}

/** Halves of months are their days 1–15 and the rest; thirds ten days each, and the rest. */
function partOfMonth(point: Point, n: number, of: 2 | 3): Point {
	const length = of === 2 ? 15 : 10;
	const start = point.start + (n - 1) * length;
	return { ...point, start, end: n === of ? point.end : start + length, rule: daysRule(point) };
}

/** "the first week of December": roughly its days 1–7; the fourth goes on to the end of the month, the last is its last seven days. */
function readWeekOf(cursor: TermCursor, context: Context, readWhole: ReadWhole, before: Which | undefined): Phrase | null {
	const n = before ?? takeWhich(cursor);
	if (n === undefined) return readWeekAround(cursor, context, readWhole);
	if (n !== 'last' && n > 4) return null;
	const month = readOfMonth(cursor, context, readWhole);
	if (!month) return null;
	return pieceOf(month, (point) => {
		const start = n === 'last' ? point.end - 7 : point.start + (n - 1) * 7;
		return { ...point, start, end: n === 4 || n === 'last' ? point.end : start + 7, approximate: true, rule: PART };
	});
}

/** "the week of 5 December": the one that holds the day, as weeks go in the language; "beginning" and "ending" count seven days from it. */
function readWeekAround(cursor: TermCursor, context: Context, readWhole: ReadWhole): Phrase | null {
	const joint = (['since', 'starting', 'from', 'ending'] as const).find((each) => cursor.takeJoint(each));
	// In Persian and Arabic the week stands right before its day.
	const day = joint ? readWhole(cursor, context) : readOf(cursor, context, readWhole);
	const isDay = day?.parts?.every((each) => each.day !== undefined || each.named !== undefined);
	if (!day || !isDay) return null;
	return pieceOf(day, (point) => {
		const from = joint === 'ending' ? point.start - 6 : point.start;
		const [start, end] = joint ? [from, from + 7] : unitAround('week', point.start, 0, 'gregorian', context.language);
		const { time: _, ...rest } = point;
		return { ...rest, start, end, rule: joint ? daysRule(point) : 'the week that holds it' };
	});
}

/** "the last day of March", "the first ten days of Azar". */
function readDaysOf(
	cursor: TermCursor,
	context: Context,
	readWhole: ReadWhole,
	which: Which | undefined,
	count: number | undefined
): Phrase | null {
	const at = cursor.position;
	if (which === undefined || (count !== undefined && which !== 1 && which !== 'last')) return null;
	const whole = readOf(cursor, context, readWhole);
	// "the second day of Eid al-Fitr": feasts go on beyond the day they are named by.
	const isFeast = (whole?.parts?.some(({ named }) => named) ?? false) && which !== 'last' && count === undefined;
	const isSpan = whole?.parts?.every(({ day, weekday, named }) => !day && weekday === undefined && !named) ?? whole?.unit !== 'day';
	if (!whole || (!isSpan && !isFeast)) return null;
	return pieceOf(whole, (point) => {
		const start = which === 'last' ? point.end - (count ?? 1) : point.start + (count === undefined ? which - 1 : 0);
		if (start >= point.end && (!isFeast || start > point.end + 5))
			throw new DateTextError('no-such-day', at, `a day from 1 to ${point.end - point.start}`);
		return { ...point, start, end: start + (count ?? 1), rule: isFeast ? point.rule : daysRule(point) };
	});
}
