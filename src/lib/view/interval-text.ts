import { partsOf } from '#lib/temporal/date-parts.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { FIRST_DRAWN_DAY, LAST_DRAWN_DAY, drawnDay } from '#lib/temporal/drawn-days.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import type { Interval } from '#lib/filter/filter.ts';
import type { ExtentDays } from './view-state.ts';

const MINUTES = 1440;
/** Days; a shorter extent is written to the minute, so that a pasted link shows the same picture. */
const TO_THE_MINUTE_BELOW = 3;

/**
 * An interval or a single date as typed (EDTF) → half-open epoch days; null when it is not EDTF or says nothing of when.
 * Either side is infinite when open or unknown. A set with gaps is no interval: null.
 */
export function intervalFromText(text: string): Interval | null {
	try {
		// Of several stretches: what lies between them was not asked for.
		if (partsOf(text) !== null) return null;
		const { earliestStart, latestEnd } = edgesOf(text);
		const bounded = Number.isFinite(earliestStart) || Number.isFinite(latestEnd);
		return bounded && earliestStart < latestEnd ? { start: earliestStart, end: latestEnd } : null;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** An extent as typed: an interval with both ends, to the minute, as far as it can be drawn; null when it is none. */
export function extentFromText(text: string): ExtentDays | null {
	const interval = intervalFromText(text);
	if (!interval || !Number.isFinite(interval.start) || !Number.isFinite(interval.end)) return null;
	const [start, end] = [drawnDay(interval.start), drawnDay(interval.end)];
	return start < end ? { start: toTheMinute(start), end: toTheMinute(end) } : null;
}

/** An extent as EDTF: inclusive days, rounded; inclusive minutes when it is short and does not begin and end with a day. */
export function extentToText({ start, end }: ExtentDays): string {
	const first = Math.max(FIRST_DRAWN_DAY, Math.min(start, LAST_DRAWN_DAY - 1));
	const beyond = Math.max(first, Math.min(end, LAST_DRAWN_DAY));
	const wholeDays = Number.isInteger(first) && Number.isInteger(beyond) && beyond > first;
	if (wholeDays || beyond - first >= TO_THE_MINUTE_BELOW) return `${isoOf(Math.round(first))}/${isoOf(Math.round(beyond) - 1)}`;
	const from = Math.round(first * MINUTES);
	const to = Math.max(from, Math.round(beyond * MINUTES) - 1);
	return `${minuteText(from)}/${minuteText(to)}`;
}

function minuteText(minutes: number): string {
	const day = Math.floor(minutes / MINUTES);
	const ofDay = minutes - day * MINUTES;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${isoOf(day)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

const toTheMinute = (days: number) => Math.round(days * MINUTES) / MINUTES;
