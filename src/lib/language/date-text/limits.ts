import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import type { CalendarName } from '../locales.ts';
import type { Context } from './parts.ts';
import { neighbourText, sideText, unitOrRange, withinText, type Point } from './point.ts';
import { DateTextError, type DateFlag, type DateRule } from './reading.ts';

/** A whole text understood, still without its edges. */
export interface Sentence {
	readonly edtf: string;
	readonly calendar: CalendarName;
	readonly rule: DateRule;
	readonly flags: readonly DateFlag[];
}

/** The edges of what was read. @throws DateTextError where its end lies before its start */
export function edgesRead({ edtf }: Pick<Sentence, 'edtf'>): Edges {
	if (!parseEdtf(edtf).ok) throw new DateTextError('wrong-order', 0, 'an end that is not before the start');
	return edgesOf(edtf);
}

/** Words before a date that bound it instead of naming it. */
export const LIMITS = ['not before', 'before', 'after', 'since', 'until', 'by', 'ended', 'earlier', 'later'] as const;
export type Limit = (typeof LIMITS)[number] | 'not after';

export function sentenceOf(edtf: string, { calendar, flags }: Point, rule: DateRule): Sentence {
	return { edtf, calendar, rule, flags };
}

export function pointSentence(point: Point, rule: DateRule = point.rule): Sentence {
	return sentenceOf(withinText(point), point, rule);
}

/** A date with a limit around it. */
export function limited(point: Point, limit: Limit, context: Context, at: number): Sentence {
	switch (limit) {
		case 'before':
			// Before a time of a day is as well earlier on that day.
			if (point.time) return sentenceOf(`[..${sideText(point, 'end')}]`, point, 'some time before it');
			return sentenceOf(`[..${neighbourText(point, -1)}]`, point, 'some time before it');
		case 'after':
			if (point.time) return sentenceOf(`[${sideText(point, 'start')}..]`, point, 'some time after it');
			return sentenceOf(`[${neighbourText(point, 1)}..]`, point, 'some time after it');
		case 'not before':
			return sentenceOf(`[${sideText(point, 'start')}..]`, point, 'no earlier than that');
		case 'not after':
			return sentenceOf(`[..${sideText(point, 'end')}]`, point, 'no later than that');
		case 'since':
			return sentenceOf(`${sideText(point, 'start')}/..`, point, 'start only');
		case 'until':
			return sentenceOf(`../${sideText(point, 'end')}`, point, 'end only');
		case 'ended':
			return sentenceOf(`/${sideText(point, 'end')}`, point, 'end only');
		case 'by':
			return deadline(point, context, at);
		case 'earlier':
		case 'later':
			return inThatPeriod(point, limit, context, at);
	}
}

/** By a coming period is within it; by any other date is from the day said (where it is known, and earlier) to its end. */
function deadline(point: Point, context: Context, at: number): Sentence {
	if (point.shifted === 1 && point.unit) {
		return sentenceOf(withinText(point), point, point.unit === 'year' ? 'within next year' : 'within that time');
	}
	const said = context.hasSaid ? context.said(at) : Infinity;
	const edtf = said < point.end ? unitOrRange(said, point.end) : `[..${sideText(point, 'end')}]`;
	return sentenceOf(edtf, point, 'no later than that');
}

/** "earlier this year" ends with the day it was said; "later this year" begins with it. */
function inThatPeriod(point: Point, limit: 'earlier' | 'later', context: Context, at: number): Sentence {
	if (point.shifted !== 0) return limited(point, limit === 'earlier' ? 'before' : 'after', context, at);
	const said = context.said(at);
	const [start, end] = limit === 'earlier' ? [point.start, said + 1] : [said, point.end];
	return sentenceOf(unitOrRange(start, end), point, 'within that time');
}
