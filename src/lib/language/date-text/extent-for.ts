import type { Edges } from '#lib/temporal/edges.ts';

/** Days shown at least, so that a single day stands among its neighbours. */
const LEAST_DAYS = 14;
/** Days shown of a date that is open on one side. */
const OPEN_DAYS = 366;

/** What to show of the timeline for a date: all of its span, with some room around a short one; null when nothing is known of when. */
export function extentFor({
	earliestStart,
	latestStart,
	earliestEnd,
	latestEnd
}: Edges): { readonly start: number; readonly end: number } | null {
	const known = [earliestStart, latestStart, earliestEnd, latestEnd].filter(Number.isFinite);
	if (known.length === 0) return null;
	const start = Number.isFinite(earliestStart) ? earliestStart : Math.max(...known) - OPEN_DAYS;
	const end = Number.isFinite(latestEnd) ? latestEnd : Math.min(...known) + OPEN_DAYS;
	const lacking = Math.max(0, LEAST_DAYS - (end - start));
	return { start: Math.floor(start - lacking / 2), end: Math.ceil(end + lacking / 2) };
}
