import type { TermCursor } from './cursor.ts';
import { phraseOrFail } from './framed.ts';
import { pointSentence, sentenceOf, type Sentence } from './limits.ts';
import type { Context } from './parts.ts';
import { movedBy, sideText, unitOrRange } from './point.ts';
import { shiftBehind } from './read-parts.ts';
import { countedPoint, countedSpan, readDuration, type Duration } from './read-phrase.ts';

/** "in the coming years", "طی چند سال اخیر", "несколько лет назад": some time from the day said on, or up to it; nobody said how far. */
export function readVague(cursor: TermCursor, context: Context): Sentence | null {
	return cursor.attempt(() => {
		const at = cursor.position;
		const ahead = cursor.takeJoint('within') || cursor.takeJoint('hence');
		const into = !ahead && cursor.takeJoint('in', 'after');
		cursor.skipFillers();
		const before = cursor.take('shift');
		const several = cursor.take('several');
		const unit = cursor.take('unit');
		if (!unit || unit.count || (!unit.plural && !several)) return null;
		cursor.take('several');
		const shift = before ?? cursor.take('shift');
		const back = shift?.by === -1 || (!shift && cursor.takeJoint('ago', 'before'));
		const on = shift?.by === 1 || (!shift && !back && (ahead || (into && several !== undefined) || cursor.takeJoint('hence', 'after')));
		if ((!back && !on) || cursor.term()?.figure || cursor.sees('count')) return null;
		const said = unitOrRange(context.said(at), context.said(at) + 1);
		const edtf = back ? `[..${said}]` : `[${said}..]`;
		return { edtf, calendar: context.counting, rule: 'counted from the day it was said', flags: [] };
	});
}

/** Phrases that count: "in two weeks", "three months ago", "within a year", "the next two weeks", "two days, to Friday". */
export function readCounted(cursor: TermCursor, context: Context): Sentence | null {
	return cursor.attempt(() => {
		const at = cursor.position;
		if (cursor.takeJoint('within')) {
			const inside = readDuration(cursor, true);
			cursor.take('shift');
			return inside && pointSentence(countedSpan(inside, 1, at, context), 'within that time');
		}
		const prefix = (['hence', 'before', 'after', 'in', 'by'] as const).find((joint) => cursor.takeJoint(joint));
		const shift = cursor.take('shift');
		const duration = readDuration(cursor, prefix === 'hence' || prefix === 'before' || prefix === 'after' || bareCount(cursor));
		if (!duration) return null;
		const after = shift ?? cursor.take('shift');
		if (after) return after.by === 0 ? null : pointSentence(countedSpan(duration, after.by, at, context), 'within that time');
		const moved = prefix ? null : readMoved(cursor, context, duration);
		if (moved) return moved;
		if (prefix === 'before') return pointSentence(countedPoint(duration, -1, at, context));
		if (prefix && prefix !== 'by') return pointSentence(countedPoint(duration, 1, at, context));
		if (cursor.takeJoint('ago', 'before')) return pointSentence(countedPoint(duration, -1, at, context));
		if (cursor.takeJoint('hence', 'after')) return pointSentence(countedPoint(duration, 1, at, context));
		return duration.unit === 'day' && cursor.takeJoint('until', 'to', 'by') ? readDaysTo(cursor, context, duration) : null;
	});
}

/** "two weeks before 5 December 2025"; beside anything else than a date it counts from an event. */
function readMoved(cursor: TermCursor, context: Context, { count, unit }: Duration): Sentence | null {
	return cursor.attempt(() => {
		const direction = cursor.takeJoint('before') ? -1 : cursor.takeJoint('after') ? 1 : 0;
		if (direction === 0 || cursor.done) return null;
		cursor.besideLimit = true;
		const point = phraseOrFail(cursor, context).point('near');
		const start = movedBy(point.start, count * direction, unit, point.calendar);
		const { edtf: _, time: __, shifted: ___, unit: ____, ...rest } = point;
		const end = start + (point.end - point.start);
		return pointSentence({ ...rest, start, end, ...(unit !== 'day' && { approximate: true }) }, COUNTED_FROM_DATE);
	});
}

const COUNTED_FROM_DATE = 'counted from the date named';

/** A unit alone counts one before "ago": "неделю назад". */
function bareCount(cursor: TermCursor): boolean {
	return cursor.sees('unit') !== undefined && (cursor.seesJoint('ago', 1) || cursor.seesJoint('hence', 1)) && !shiftBehind(cursor);
}

function readDaysTo(cursor: TermCursor, context: Context, { count }: Duration): Sentence {
	const last = phraseOrFail(cursor, context).point('near');
	const first = { ...last, start: last.start - count + 1, end: last.end - count + 1 };
	return sentenceOf(`${sideText(first, 'start')}/${sideText(last, 'end')}`, last, 'two days ending that day');
}
