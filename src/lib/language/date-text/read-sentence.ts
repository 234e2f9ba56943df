import type { TermCursor } from './cursor.ts';
import type { Context, Towards } from './parts.ts';
import { memberText, sideText, signOf, unitText, weekdayOf, withinText, type Point } from './point.ts';
import { edgesRead, LIMITS, limited, pointSentence, sentenceOf, type Limit, type Sentence } from './limits.ts';
import type { Phrase } from './phrase.ts';
import { isYearAfter } from './figures.ts';
import { doubted, phraseOrFail, readDoubt, type Frame } from './framed.ts';
import { readCounted, readVague } from './read-counted.ts';
import { countedPoint, readDuration, readPhrase } from './read-phrase.ts';
import { DateTextError, type DateFlag } from './reading.ts';

/** Reads a text to its end. @throws DateTextError */
export function readSentence(cursor: TermCursor, context: Context): Sentence {
	cursor.skipFillers();
	// "And in the year before": a piece out of a text.
	if (cursor.terms.length > 1) cursor.takeJoint('and');
	if (cursor.takeJoint('one of')) cursor.takeSign(':');
	const sentence = readBeganEnded(cursor, context) ?? readPlain(cursor, context);
	const complete = readDoubtBehind(cursor, readSecondCalendar(cursor, context, sentence));
	cursor.skipFillers();
	if (!cursor.done) cursor.fail('the end of the date');
	return complete;
}

/** "Dey 1404 (January 2026) (uncertain)": doubt of what was told twice. */
function readDoubtBehind(cursor: TermCursor, sentence: Sentence): Sentence {
	const frame: Frame = { limit: undefined, approximate: false, uncertain: false };
	readDoubt(cursor, frame);
	const [, bare = '', sign = ''] = /^(-?[\dX-]+)([~?%]?)$/.exec(sentence.edtf) ?? [];
	if (bare === '') return sentence;
	const approximate = frame.approximate || sign === '~' || sign === '%';
	const uncertain = frame.uncertain || sign === '?' || sign === '%';
	return { ...sentence, edtf: `${bare}${signOf({ approximate, uncertain })}` };
}

function readPlain(cursor: TermCursor, context: Context): Sentence {
	return readBetween(cursor, context) ?? readFrom(cursor, context) ?? readFramed(cursor, context);
}

/** "began between 1 and 31 October 2025, ended in December 2025": an interval of whole units, as the product tells it. */
function readBeganEnded(cursor: TermCursor, context: Context): Sentence | null {
	return cursor.attempt(() => {
		if (!cursor.takeJoint('began')) return null;
		cursor.takeSign(':');
		const first = readPlain(cursor, context);
		if (!cursor.takeJoint('and ended')) return null;
		cursor.takeSign(':');
		const last = readPlain(cursor, context);
		const edtf = `${sideOf(first.edtf)}/${sideOf(last.edtf)}`;
		return { ...first, edtf, rule: 'from the one to the other', flags: [...first.flags, ...last.flags] };
	});
}

/** A range of days that is one unit as that unit; EDTF takes no range at the side of an interval. */
function sideOf(edtf: string): string {
	const { earliestStart, latestEnd } = edgesRead({ edtf });
	return edtf.startsWith('[') ? (unitText(earliestStart, latestEnd) ?? edtf) : edtf;
}

/** Both ends of a range: each may take from the other what it leaves out. */
function bothEnds(left: Phrase & Frame, right: Phrase & Frame): readonly [Point, Point] {
	const towards: Towards = 'near';
	const last = doubted(right.point(towards, left), right);
	const first = doubted(left.point(towards, right), left);
	if (first.start < last.end) return [first, last];
	// "Thursday and Friday": the one before the other.
	const [only] = left.parts ?? [];
	if (only?.weekday !== undefined && !only.day && !only.month) {
		return [left.point(towards, null), last].map((point, n) =>
			n === 0 ? { ...point, start: point.start - 7, end: point.end - 7 } : point
		) as [Point, Point];
	}
	// "Dec 4 – Jan 5, 2026" begins in the year before.
	const [end] = right.parts ?? [];
	if (only && !only.year && only.yearShift === undefined && end?.year && right.parts?.length === 1) {
		const before = { ...right, parts: [{ ...end, year: { ...end.year, value: end.year.value - 1 } }] };
		return [doubted(left.point(towards, before), left), last];
	}
	// "from 28 December 2025 to 3 January" ends in the year after.
	const year = only?.year;
	if (!year || right.parts?.some((parts) => parts.year)) return [first, last];
	const after = { ...left, parts: [{ ...only, year: { ...year, value: year.value + 1 } }] };
	return [first, doubted(right.point(towards, after), right)];
}

function flagsOf(...points: readonly Point[]): readonly DateFlag[] {
	return points.flatMap(({ flags }) => flags);
}

/** "between 4 and 9 December 2025": one moment somewhere in it. */
function readBetween(cursor: TermCursor, context: Context): Sentence | null {
	if (!cursor.takeJoint('between')) return null;
	const left = phraseOrFail(cursor, context);
	if (!cursor.takeJoint('and', 'to', 'by', 'until') && !cursor.takeSign('-')) cursor.fail('“and” with a second date');
	const [first, last] = bothEnds(left, phraseOrFail(cursor, context));
	const edtf = `[${sideText(first, 'start')}..${sideText(last, 'end')}]`;
	return { ...sentenceOf(edtf, first, 'some time between the two'), flags: flagsOf(first, last) };
}

/** "from 4 to 5 December 2025"; without an end, "from March 2026" is since. */
function readFrom(cursor: TermCursor, context: Context): Sentence | null {
	return cursor.attempt(() => {
		if (!cursor.takeJoint('from')) return null;
		const left = phraseOrFail(cursor, context);
		const range = readRange(cursor, context, left);
		if (range) return range;
		if (cursor.takeJoint('end unknown')) return sentenceOf(`${sideText(left.point('near'), 'start')}/`, left.point('near'), 'start only');
		// "from 2026 on"
		const onwards = cursor.takeJoint('onwards');
		if (!onwards && !cursor.term(1)) cursor.takeJoint('in');
		// "from March" tells what has begun; "from 1 March" as well what is to come.
		const isDay = left.parts?.some(({ day, named }) => day ?? named) ?? false;
		const towards: Towards = onwards || isDay ? 'either' : 'past';
		return limited(doubted(left.edge?.(towards) ?? left.point(towards), left), 'since', context, cursor.position);
	});
}

/** The second half of a range, where a word or dash goes on after the first. */
function readRange(cursor: TermCursor, context: Context, left: Phrase & Frame): Sentence | null {
	return cursor.attempt(() => {
		const dash = cursor.takeSign('-');
		if ((!dash && !cursor.takeJoint('to', 'until', 'by')) || cursor.done) return null;
		const right = phraseOrFail(cursor, context);
		const twice = dash ? toldTwice(left, right) : null;
		if (twice) return twice;
		if (isWinterOf(left, right)) {
			// "зимой 2025–26 года"
			if (cursor.sees('unit')?.unit === 'year') cursor.at++;
			return pointSentence(left.point('near'));
		}
		const [first, last] = bothEnds(left, right);
		const edtf = `${sideText(first, 'start')}/${sideText(last, 'end')}`;
		return { ...sentenceOf(edtf, first, 'from the one to the other'), flags: flagsOf(first, last) };
	});
}

/** "15 Jumada II 1447 AH – 5 December 2025 CE": whoever changes the calendar at a dash tells one day once more. */
function toldTwice(left: Phrase & Frame, right: Phrase & Frame): Sentence | null {
	const whole = ({ parts }: Phrase) => parts?.every(({ day, month, monthFigure, year }) => day && (month ?? monthFigure) && year) ?? false;
	if (!whole(left) || !whole(right)) return null;
	const [first, second] = [doubted(left.point('near'), left), doubted(right.point('near'), right)];
	return first.calendar === second.calendar ? null : compared(pointSentence(first), pointSentence(second));
}

/** "Winter 2026–2027", "winter 2026-27": one winter, which runs into the next year. */
function isWinterOf(left: Phrase, right: Phrase): boolean {
	const [winter] = left.parts ?? [];
	const [next] = right.parts ?? [];
	if (winter?.season !== 4 || !winter.year || !next || next.month || next.monthFigure || next.season !== undefined) return false;
	// A short year is a figure like that of a day.
	const second = next.year && next.day ? undefined : (next.year ?? next.day);
	return second !== undefined && isYearAfter(winter.year, second);
}

function readFramed(cursor: TermCursor, context: Context): Sentence {
	const start = cursor.position;
	const counted = readVague(cursor, context) ?? readCounted(cursor, context);
	if (counted) return counted;
	const frame: Frame = { limit: undefined, approximate: false, uncertain: false };
	readDoubt(cursor, frame);
	const starting = cursor.takeJoint('starting');
	frame.limit = starting ? 'since' : (LIMITS.find((limit) => cursor.takeJoint(limit)) ?? (cursor.takeJoint('to') ? 'until' : undefined));
	const since: Towards = starting || frame.limit !== 'since' ? 'either' : 'past';
	cursor.besideLimit = frame.limit === 'before' || frame.limit === 'after';
	readDoubt(cursor, frame);
	const back = frame.limit === 'since' ? readDuration(cursor, false) : null;
	if (back) return limited(countedPoint(back, -1, start, context), 'since', context, start);
	if (frame.limit === 'until' || frame.limit === 'by' || frame.limit === 'ended') cursor.takeJoint('in');
	const read = phraseOrFail(cursor, context);
	if (!frame.limit) frame.limit = readLimitBehind(cursor);
	else if (cursor.takeJoint('start unknown')) frame.limit = 'ended';
	const phrase = { ...read, limit: frame.limit };
	phrase.approximate ||= frame.approximate;
	phrase.uncertain ||= frame.uncertain;
	if (!frame.limit) {
		const several = readRange(cursor, context, phrase) ?? readSeveral(cursor, context, phrase);
		if (several) return several;
	}
	const towards: Towards = frame.limit === 'by' || frame.limit === 'until' ? 'future' : frame.limit === 'since' ? since : 'near';
	const atEdge = frame.limit && ['by', 'until', 'before', 'since'].includes(frame.limit) ? phrase.edge : undefined;
	const point = doubted((atEdge ?? ((to: Towards) => phrase.point(to)))(towards), phrase);
	if (!frame.limit) return sentenceOf(withinText(point), point, point.rule);
	// "before the end of the year" is by it.
	const limit = frame.limit === 'before' && atEdge ? 'by' : frame.limit;
	return limited(point, limit, context, start);
}

/** "2026 onwards", "5 December or later". */
function readLimitBehind(cursor: TermCursor): Limit | undefined {
	if (cursor.takeJoint('onwards')) return 'since';
	if (cursor.takeJoint('or later')) return 'not before';
	// "پایان یافت" at the end; with more behind it, it tells of the other end.
	if (!cursor.term(1) && cursor.takeJoint('ended')) return 'ended';
	return cursor.takeJoint('or earlier') ? 'not after' : undefined;
}

/** Days of a year of the moon. */
const LEAST_YEAR = 354;

/** "4 and 5 December 2025", "2022 or 2023", "2021, 2022 or 2023". */
function readSeveral(cursor: TermCursor, context: Context, left: Phrase & Frame): Sentence | null {
	return cursor.attempt(() => {
		const phrases = [left];
		// Commas are no terms: what stands side by side up to an "or" is a list.
		while (!cursor.done && !cursor.seesJoint('or') && !cursor.seesJoint('and')) {
			const next = cursor.attempt(() => readPhrase(cursor, context));
			if (!next) return null;
			const frame: Frame = { limit: undefined, approximate: false, uncertain: false };
			readDoubt(cursor, frame);
			phrases.push({ ...next, ...frame });
		}
		const or = cursor.takeJoint('or');
		if (!or && !cursor.takeJoint('and')) return null;
		const right = phraseOrFail(cursor, context);
		const points =
			phrases.length === 1 ? bothEnds(left, right) : [...phrases, right].map((each) => doubted(each.point('near', right), each));
		const [first, second] = points;
		const last = points.at(-1);
		if (!first || !second || !last) return null;
		const flags = flagsOf(...points);
		const members = points.map(memberText).join(',');
		if (or) return { ...sentenceOf(`[${members}]`, first, 'one of the two'), flags };
		// Days and months that touch are a span; "2024 and 2025" are two years.
		const areYears = points.every(({ start, end }) => end - start >= LEAST_YEAR);
		const together = points.length === 2 && first.end === last.start && !areYears;
		const edtf = together ? `${sideText(first, 'start')}/${sideText(last, 'end')}` : `{${members}}`;
		return { ...sentenceOf(edtf, first, first.rule), flags };
	});
}

/** The same day once more: "14 Azar 1404 (5 December 2025)". What does not agree is kept as stated first, and flagged. */
function readSecondCalendar(cursor: TermCursor, context: Context, sentence: Sentence): Sentence {
	return (
		cursor.attempt(() => {
			const bracket = cursor.takeSign('(');
			const joined = bracket || cursor.takeSign('=') || cursor.takeSign('/') || cursor.takeJoint('equals');
			if (!joined) return null;
			cursor.takeJoint('equals', 'in');
			const weekday = cursor.attempt(() => readWeekdayAlone(cursor, sentence));
			const told = weekday ?? readAgain(cursor, context, sentence, bracket);
			return bracket && !cursor.takeSign(')') ? null : told;
		}) ?? sentence
	);
}

/** The second telling; a year that could be of several calendars is of the one in which it is the same date, where there is one. */
function readAgain(cursor: TermCursor, context: Context, sentence: Sentence, bracket: boolean): Sentence {
	const read = (of: Context) => (bracket ? readPlain(cursor, of) : pointSentence(phraseOrFail(cursor, of).point('near')));
	const from = cursor.at;
	try {
		return compared(sentence, read(context));
	} catch (error) {
		if (!(error instanceof DateTextError) || error.code !== 'which-calendar') throw error;
		const told = edgesRead(sentence);
		for (const calendar of ['persian', 'islamic'] as const) {
			cursor.at = from;
			const second = read({ ...context, calendar, counting: calendar });
			const { earliestStart, latestEnd } = edgesRead(second);
			if (earliestStart < told.latestEnd && latestEnd > told.earliestStart)
				return { ...sentence, flags: [...sentence.flags, ...second.flags] };
		}
		throw error;
	}
}

/** "5 December 2025 (Friday)" */
function readWeekdayAlone(cursor: TermCursor, sentence: Sentence): Sentence | null {
	cursor.skipFillers();
	const weekday = cursor.take('weekday')?.weekday;
	if (weekday === undefined || !(cursor.done || cursor.seesSign(')'))) return null;
	const { earliestStart, latestEnd } = edgesRead(sentence);
	if (latestEnd - earliestStart !== 1 || weekdayOf(earliestStart) === weekday) return sentence;
	return { ...sentence, flags: [...sentence.flags, { code: 'weekday-differs', weekday }] };
}

/** Months with the exact span behind them ("Dey 1404 – Dey 1405 (2026)") are that span; anything else that differs is flagged. */
function compared(sentence: Sentence, second: Sentence): Sentence {
	const flags = [...sentence.flags, ...second.flags];
	if (second.edtf === sentence.edtf) return { ...sentence, flags };
	const [loose, exact] = [edgesRead(sentence), edgesRead(second)];
	const before = exact.earliestStart - loose.earliestStart;
	const after = loose.latestEnd - exact.latestEnd;
	const inMonths = sentence.rule === 'from the one to the other' && before >= 0 && before < 31 && after >= 0 && after < 31;
	// "about" stands before the months.
	const sign = /[~%?]/.exec(sentence.edtf)?.[0] ?? '';
	if (inMonths) return { ...second, edtf: `${second.edtf}${/^[-\dX]+$/.test(second.edtf) ? sign : ''}`, flags };
	// Months and years of two calendars never begin together: where they overlap, each names the other as well as it can.
	const areSpans = loose.latestEnd - loose.earliestStart > 1 && exact.latestEnd - exact.earliestStart > 1;
	if (areSpans && exact.earliestStart < loose.latestEnd && exact.latestEnd > loose.earliestStart) return { ...sentence, flags };
	return { ...sentence, flags: [...flags, { code: 'calendars-differ', edtf: second.edtf }] };
}
