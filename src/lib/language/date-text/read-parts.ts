import type { CalendarName } from '../locales.ts';
import type { TermCursor } from './cursor.ts';
import { isYearAfter, ordersOf } from './figures.ts';
import type { Context, Parts } from './parts.ts';
import { DateTextError } from './reading.ts';
import type { Figure } from './terms.ts';

/** Reads the parts of one date in whatever order they stand; more than one reading where figures leave the order open. Null: nothing is there. */
export function readParts(cursor: TermCursor, context: Context): Parts[] | null {
	const parts: Parts = { at: cursor.position };
	let orders: ReturnType<typeof ordersOf> | undefined;
	const size = () => Object.keys(parts).length + (orders ? 1 : 0);
	for (;;) {
		const before = size();
		const from = cursor.at;
		const term = cursor.term();
		if (term?.figures && !orders && !parts.year && !parts.month) {
			const winter = yearOfWinter(cursor, parts, term.figures.parts);
			if (winter) parts.year = winter;
			else orders = ordersOf(term.figures.parts, term.figures.sign, context);
			cursor.at++;
		} else if (term?.time && !parts.time) {
			parts.time = term.time;
			cursor.at++;
			readHalfOfDay(cursor, parts);
			readZone(cursor, parts);
		} else if (term?.figure) readFigure(cursor, parts, term.figure);
		else readWord(cursor, parts, orders !== undefined);
		if (size() > before) continue;
		if (cursor.at > from && !cursor.done) continue;
		break;
	}
	if (size() === 1) return null;
	return orders ? orders.map((order) => ({ ...parts, ...order })) : [parts];
}

/** "winter 2025/26": the year in which it begins. */
function yearOfWinter(cursor: TermCursor, { season }: Parts, [year, next, third]: readonly Figure[]): Figure | null {
	const isWinter = (season ?? cursor.sees('season', 1)?.season) === 4;
	return isWinter && year?.digits === 4 && next && !third && isYearAfter(year, next) ? year : null;
}

function readHalfOfDay(cursor: TermCursor, parts: Parts): void {
	const { time } = parts;
	if (!time) return;
	if (cursor.takeJoint('pm')) parts.time = { ...time, hour: time.hour < 12 ? time.hour + 12 : time.hour };
	else if (cursor.takeJoint('am')) parts.time = { ...time, hour: time.hour === 12 ? 0 : time.hour };
}

/** "MSK", "UTC+3", "+03:30", "بتوقيت طهران". */
function readZone(cursor: TermCursor, parts: Parts): void {
	const isNamed = cursor.takeJoint('zone');
	const isOf = !isNamed && cursor.takeJoint('zone of');
	// Whatever stands there is the place.
	if (isOf && !cursor.done) cursor.at++;
	// A time behind a dash alone is rather the end of a span of hours.
	const sign = cursor.seesSign('+') || (isNamed && cursor.seesSign('-'));
	const offset = cursor.term(1);
	const isOffset = sign && (isNamed ? offset?.figure !== undefined || offset?.time !== undefined : offset?.time !== undefined);
	if (isOffset) cursor.at += 2;
	if (isNamed || isOf || isOffset) parts.zone = true;
}

function readFigure(cursor: TermCursor, parts: Parts, figure: Figure): void {
	if (readDecadeInFigures(cursor, parts, figure)) return;
	const ending = cursor.ordinalEnding();
	if (cursor.sees('unit', 1 + ending)?.unit === 'century' && figure.value <= 30 && parts.century === undefined) {
		parts.century = figure.value;
		cursor.at += 2 + ending;
		return;
	}
	if (readNamedTriple(cursor, parts, figure)) return;
	const isYearOfEra = cursor.sees('era', 1) !== undefined;
	const isYear = figure.digits >= 3 || isYearOfEra;
	const canBeDay = !isYear && !parts.day && !parts.named && figure.value >= 1 && figure.value <= 31;
	if (canBeDay) {
		parts.day = figure;
		cursor.at += 1 + ending;
	} else if (!isYear && parts.day && !parts.month) {
		// "4, 5 and 6 December": of two short figures without a month none is a year.
		return;
	} else if (!parts.year && !parts.decade && (figure.digits < 6 || isYearOfEra)) {
		if (isNoYear(figure, isYearOfEra)) throw new DateTextError('no-such-day', figure.at, 'a year, from 1 on');
		// "32 December 2025": a year stands there already.
		if (!isYear && !parts.day && cursor.sees('month', 1) && (cursor.term(2)?.figure?.digits ?? 0) >= 3)
			throw new DateTextError('no-such-day', figure.at, 'a day from 1 to 31');
		parts.year = figure;
		cursor.at++;
	}
}

/** "1990s", "1990-х годов", "90s". */
function readDecadeInFigures(cursor: TermCursor, parts: Parts, figure: Figure): boolean {
	const dash = cursor.seesSign('-', 1) ? 1 : 0;
	if (!cursor.seesJoint('decade-ending', 1 + dash) || parts.decade || parts.year) return false;
	const isRussian = cursor.term(1 + dash)?.languages?.includes('ru');
	// "20-е декабря" is a day.
	const isShort = isShortDecade(figure) && !cursor.sees('month', 2 + dash) && !cursor.seesJoint('filler', 2 + dash);
	if (figure.digits !== 4 && !isShort) return false;
	parts.decade = figure;
	// Russian has other words for the century.
	if (isRussian || isShort) parts.tenYears = true;
	cursor.at += 2 + dash;
	if (cursor.sees('unit')?.unit === 'year') cursor.at++;
	return true;
}

function isShortDecade({ value, digits }: Figure): boolean {
	return digits === 2 && value % 10 === 0;
}

/** No era has a year 0, and none is written with five figures that begin with one; `00` is a short year, `0000` a year of EDTF. */
function isNoYear({ value, digits }: Figure, isOfEra: boolean): boolean {
	return (value === 0 && (isOfEra || digits % 2 === 1)) || (digits === 5 && value < 10_000);
}

/** `5/Dec/2025`, `5-Dec-2025`. */
function readNamedTriple(cursor: TermCursor, parts: Parts, day: Figure): boolean {
	const sign = cursor.term(1)?.sign;
	const month = cursor.sees('month', 2);
	const year = cursor.term(4)?.figure;
	if ((sign !== '/' && sign !== '-') || !month || !cursor.seesSign(sign, 3) || !year || year.digits < 4 || day.digits > 2) return false;
	Object.assign(parts, { day, month: { calendar: month.calendar, month: month.month }, year });
	cursor.at += 5;
	return true;
}

function readWord(cursor: TermCursor, parts: Parts, hasFigures: boolean): void {
	if (
		readDecadeInWords(cursor, parts) ||
		readNamed(cursor, parts) ||
		readWeekShift(cursor, parts) ||
		readYearShift(cursor, parts) ||
		readMonth(cursor, parts, hasFigures)
	)
		return;
	const weekday = parts.weekday === undefined ? cursor.take('weekday') : undefined;
	if (weekday) {
		parts.weekday = weekday.weekday;
		return;
	}
	if ((parts.year || parts.decade || parts.century !== undefined || parts.yearShift !== undefined || hasFigures) && !parts.era) {
		const era = cursor.take('era');
		if (era) {
			parts.era = eraOf(era);
			return;
		}
	}
	if (readOrdinalDay(cursor, parts) || readFractionBehind(cursor, parts)) return;
	const season = parts.season === undefined && !parts.month && !hasFigures ? cursor.take('season') : undefined;
	if (season) {
		parts.season = season.season;
		return;
	}
	if (readShift(cursor, parts)) return;
	skipBetween(cursor, parts, hasFigures);
}

/** "دهه ۱۹۹۰", "عقد 1990", "دهه ۹۰ شمسی", "عقد التسعينات". */
export function readDecade(cursor: TermCursor): Parts[] | null {
	const at = cursor.position;
	if (cursor.take('unit')?.unit !== 'decade') return null;
	const { position: from } = cursor;
	const inWords = cursor.sees('decade');
	const figure = inWords ? { value: inWords.value, digits: 2, at: from } : cursor.term()?.figure;
	if (!figure || (figure.digits < 4 && !isShortDecade(figure))) return null;
	cursor.at++;
	const era = cursor.take('era');
	return [{ at, decade: figure, tenYears: true, ...(era && { era: eraOf(era) }) }];
}

/** A day by its name, with all days that have it. */
function readNamed(cursor: TermCursor, parts: Parts): boolean {
	if (parts.named || parts.month || parts.day) return false;
	const named = (cursor.term()?.meanings ?? []).flatMap((meaning) => (meaning.is === 'named' ? [meaning.day] : []));
	if (named.length === 0) return false;
	parts.named = named;
	cursor.at++;
	return true;
}

/** A month by its name; the same month said twice ("كانون الأول/ديسمبر") is one. */
function readMonth(cursor: TermCursor, parts: Parts, hasFigures: boolean): boolean {
	if (parts.month || parts.named || hasFigures || parts.season !== undefined) return false;
	const found = cursor.take('month');
	if (!found) return false;
	parts.month = { calendar: found.calendar, month: found.month };
	const again = cursor.sees('month', 1);
	const same = again?.month === found.month && again.calendar === found.calendar;
	if (same && cursor.seesSign('/')) cursor.at += 2;
	else if (same && cursor.seesSign('(') && cursor.seesSign(')', 2)) cursor.at += 3;
	return true;
}

/** "Monday of next week", "سه‌شنبه هفته آینده". */
function readWeekShift(cursor: TermCursor, parts: Parts): boolean {
	if (parts.weekday === undefined || parts.weekShift !== undefined || parts.day) return false;
	const from = cursor.at;
	cursor.takeJoint('filler', 'from', 'in');
	const before = cursor.take('shift');
	const isWeek = cursor.take('unit')?.unit === 'week';
	const shift = before ?? cursor.take('shift');
	if (isWeek && shift) parts.weekShift = shift.by;
	else cursor.at = from;
	return parts.weekShift !== undefined;
}

function eraOf({ calendar, before }: { readonly calendar: CalendarName; readonly before?: true }): NonNullable<Parts['era']> {
	return { calendar, ...(before && { before }) };
}

/** "of next year", "العام المقبل", "سال گذشته", "next Persian year". */
function readYearShift(cursor: TermCursor, parts: Parts): boolean {
	if (parts.yearShift !== undefined || parts.year) return false;
	const isYear = (ahead: number) =>
		cursor.term(ahead)?.meanings?.some((m) => m.is === 'unit' && m.unit === 'year' && !m.count && !m.plural) ?? false;
	// "of the Persian year 1404", "next Persian year", "سال شمسی آینده"
	const shiftFirst = cursor.sees('shift');
	const eraAt = shiftFirst && cursor.sees('era', 1) && isYear(2) ? 1 : cursor.sees('era') && isYear(1) ? 0 : undefined;
	if (eraAt !== undefined && !parts.era && (shiftFirst ?? cursor.term(2)?.figure)) {
		parts.era = eraOf(cursor.sees('era', eraAt)!);
		if (shiftFirst) parts.yearShift = shiftFirst.by;
		cursor.at += eraAt + 2;
		return true;
	}
	const behind = isYear(0) && cursor.sees('era', 1) ? cursor.sees('shift', 2) : undefined;
	if (behind && !parts.era) {
		parts.era = eraOf(cursor.sees('era', 1)!);
		parts.yearShift = behind.by;
		cursor.at += 3;
		return true;
	}
	if (isYear(0) && cursor.sees('era', 1) && cursor.term(2)?.figure && !parts.era) {
		parts.era = eraOf(cursor.sees('era', 1)!);
		cursor.at += 2;
		return true;
	}
	const single = cursor.take('year-shift');
	if (single) {
		parts.yearShift = single.by;
		return true;
	}
	const before = cursor.sees('shift');
	const after = cursor.sees('shift', 1) ?? shiftBehind(cursor);
	if (before && isYear(1)) parts.yearShift = before.by;
	else if (after && isYear(0)) parts.yearShift = after.by;
	else return false;
	cursor.at += 2;
	return true;
}

/** Behind a unit alone Persian "before" and "after" shift it: سال قبل, هفته بعد. */
export function shiftBehind(cursor: TermCursor): { readonly by: -1 | 1 } | undefined {
	if (!cursor.term(1)?.languages?.includes('fa') || cursor.term(2)?.figure) return undefined;
	return cursor.seesJoint('before', 1) ? { by: -1 } : cursor.seesJoint('after', 1) ? { by: 1 } : undefined;
}

/** "the fifth of December", "چهاردهم آذر". */
function readOrdinalDay(cursor: TermCursor, parts: Parts): boolean {
	const ordinal = parts.day ? undefined : cursor.sees('ordinal');
	if (!ordinal || ordinal.value > 31) return false;
	// "December the twenty-first", "December fifth"
	if (parts.month && !cursor.sees('unit', 1)) {
		parts.day = { value: ordinal.value, digits: 2, at: cursor.position };
		cursor.at++;
		return true;
	}
	const beside = cursor.seesJoint('from', 1) || cursor.seesJoint('filler', 1) ? 2 : 1;
	const unitBetween = cursor.sees('unit', beside)?.unit === 'month' ? 1 : 0;
	if (!cursor.sees('month', beside + unitBetween)) return false;
	parts.day = { value: ordinal.value, digits: 2, at: cursor.position };
	cursor.at += beside + unitBetween;
	return true;
}

/** "2026 Q1", "2026 H2". */
function readFractionBehind(cursor: TermCursor, parts: Parts): boolean {
	const unit = cursor.sees('unit')?.unit;
	const n = cursor.term(1)?.figure?.value ?? 0;
	if (!parts.year || parts.month || parts.day || (unit !== 'quarter' && unit !== 'half') || parts[unit] !== undefined) return false;
	if (n < 1 || n > (unit === 'quarter' ? 4 : 2)) return false;
	parts[unit] = n;
	cursor.at += 2;
	return true;
}

/** "the nineties", "التسعينات", "девяностые годы". */
function readDecadeInWords(cursor: TermCursor, parts: Parts): boolean {
	if (parts.decade || parts.year || parts.month || parts.day) return false;
	const { position: at } = cursor;
	const found = cursor.take('decade');
	if (!found) return false;
	parts.decade = { value: found.value, digits: 2, at };
	parts.tenYears = true;
	if (cursor.sees('unit')?.unit === 'year') cursor.at++;
	return true;
}

function readShift(cursor: TermCursor, parts: Parts): boolean {
	const shift = parts.shift === undefined && !parts.year ? cursor.sees('shift') : undefined;
	if (!shift) return false;
	const named = parts.month ?? parts.weekday ?? parts.season ?? parts.named;
	if (
		named === undefined &&
		!cursor.sees('month', 1) &&
		!cursor.sees('named', 1) &&
		!cursor.sees('weekday', 1) &&
		!cursor.sees('season', 1)
	)
		return false;
	parts.shift = shift.by;
	cursor.at++;
	return true;
}

/** Words that only tie the parts together: "of", "year", "month", "day" beside what they name. */
function skipBetween(cursor: TermCursor, parts: Parts, hasFigures: boolean): void {
	const unit = cursor.sees('unit')?.unit;
	const next = cursor.term(1);
	const named = [parts.month, parts.year, parts.day, parts.weekday, parts.named].some((part) => part !== undefined);
	if (unit === 'year' && (next?.figure || parts.year || hasFigures || (named && cursor.sees('shift', 1)))) cursor.at++;
	else if (unit === 'month' && (parts.month || cursor.sees('month', 1))) cursor.at++;
	else if (unit === 'day' && (cursor.sees('weekday', 1) || next?.figure || next?.figures || cursor.sees('ordinal', 1))) cursor.at++;
	else if (cursor.seesJoint('filler')) cursor.at++;
	else if (tied(cursor) && (named || parts.season !== undefined || parts.century !== undefined) && continues(cursor)) cursor.at++;
}

function tied(cursor: TermCursor): boolean {
	return cursor.seesJoint('from') || cursor.seesJoint('in');
}

/** Whether what follows the next word belongs to the same date: "5 من ديسمبر", "в декабре в 2025 году". */
function continues(cursor: TermCursor): boolean {
	const next = cursor.term(1);
	if (cursor.sees('month', 1) || next?.time) return true;
	const unit = cursor.sees('unit', 1)?.unit;
	return (
		(next?.figure?.digits ?? 0) >= 3 || unit === 'year' || unit === 'month' || (cursor.sees('shift', 1) && unit === undefined) === true
	);
}
