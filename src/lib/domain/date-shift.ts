import { datesAgree } from '#lib/temporal/agree.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { DateValue } from './claim.ts';

/** From one date to another in whole days (negative: earlier), measured at their last day, else at their first; null where neither is known. */
export function shiftOf(from: DateValue, to: DateValue): number | null {
	const [before, after] = [edgesOf(from.edtf), edgesOf(to.edtf)];
	for (const edge of ['latestEnd', 'earliestStart'] as const) {
		const shift = after[edge] - before[edge];
		if (Number.isFinite(shift)) return Math.round(shift);
	}
	return null;
}

/** At least and at most so many days later (negative: earlier). */
export interface ShiftRange {
	readonly least: number;
	readonly most: number;
}

/**
 * How far one date lies from another with the doubt of both: by the last day of each where both are bounded, else by the first. Dates
 * that may be the same moved by nothing. Null where neither can be measured.
 */
export function shiftRange(from: DateValue, to: DateValue): ShiftRange | null {
	const [before, after] = [edgesOf(from.edtf), edgesOf(to.edtf)];
	if (datesAgree(before, after)) return { least: 0, most: 0 };
	const ends = between(lastDay(before), lastDay(after));
	return ends ?? between(firstDay(before), firstDay(after));
}

type Days = readonly [earliest: number, latest: number];

function between([from, upTo]: Days, [earliest, latest]: Days): ShiftRange | null {
	const [least, most] = [Math.round(earliest - upTo), Math.round(latest - from)];
	return Number.isFinite(least) && Number.isFinite(most) ? { least, most } : null;
}

function lastDay({ earliestEnd, latestEnd }: Edges): Days {
	return [earliestEnd, Math.max(earliestEnd, latestEnd - 1)];
}

function firstDay({ earliestStart, latestStart }: Edges): Days {
	return [earliestStart, Math.max(earliestStart, latestStart - 1)];
}

/** How long in the unit people use for it: days up to two weeks, weeks up to ten, months up to two years. */
export function roughSpan(days: number): { readonly unit: 'days' | 'weeks' | 'months' | 'years'; readonly count: number } {
	const length = Math.abs(days);
	if (length < 14) return { unit: 'days', count: Math.round(length) };
	if (length < 70) return { unit: 'weeks', count: Math.round(length / 7) };
	// What would be 24 months is two years.
	if (length < 715) return { unit: 'months', count: Math.round(length / 30.436_875) };
	return { unit: 'years', count: Math.round(length / 365.2425) };
}
