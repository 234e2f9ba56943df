import { dayOf } from './epoch-day.ts';

/**
 * The days that years of four digits can name. Addresses hold no others and timelines draw no others: dates of millions of years are
 * kept, told and sorted, and stand beyond the edge of every picture.
 */
export const FIRST_DRAWN_DAY = dayOf(-9999, 1, 1);
/** Exclusive. */
export const LAST_DRAWN_DAY = dayOf(10_000, 1, 1);

/** The drawn day nearest to a day. */
export function drawnDay(day: number): number {
	return Math.min(LAST_DRAWN_DAY, Math.max(FIRST_DRAWN_DAY, day));
}
