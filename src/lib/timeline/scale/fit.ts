import { quantileSorted } from 'd3';
import type { Item } from '../items/item.ts';
import type { Extent } from './extent.ts';
import { GREGORIAN_TICKS, type TickCalendar } from './ticks.ts';

/** A day is never drawn wider than the view: one hour is the nearest, 4,000 years the farthest. */
export const ZOOM_LIMITS = { shortest: 1 / 24, longest: 4000 * 365.2425 } as const;

/** Air before the first and after the last record, as a share of the span between (mock: 3 months before, 2 after, of 2 years). */
const BEFORE = 0.125;
const AFTER = 0.08;

/** First and last day of an item that are not open; null when undated or open on both sides. */
export function reachOf(item: Item): Extent | null {
	if (!item.edges) return null;
	const { earliestStart, latestStart, earliestEnd, latestEnd } = item.edges;
	const start = [earliestStart, latestStart, earliestEnd, latestEnd].find(Number.isFinite);
	const end = [latestEnd, earliestEnd, latestStart, earliestStart].find(Number.isFinite);
	if (start === undefined || end === undefined) return null;
	return { start, end: Math.max(end, start) };
}

/**
 * The extent a view opens on: where the dated records lie, with air, on whole months.
 * With very many records a few far outliers must not flatten the rest: from 200 on, the hundredth at either end is cut
 * when that makes the view at least four times nearer. Without dated records: the year round today.
 */
export function fitExtent(items: readonly Item[], today: number, calendar: TickCalendar = GREGORIAN_TICKS): Extent {
	const starts: number[] = [];
	const ends: number[] = [];
	for (const item of items) {
		const reach = reachOf(item);
		if (!reach) continue;
		starts.push(reach.start);
		ends.push(reach.end);
	}
	if (starts.length === 0) return wholeMonths(today - 183, today + 183, calendar);
	starts.sort((a, b) => a - b);
	ends.sort((a, b) => a - b);
	let start = starts[0] ?? today;
	let end = ends.at(-1) ?? today;
	if (starts.length >= 200) {
		const low = quantileSorted(starts, 0.01) ?? start;
		const high = quantileSorted(ends, 0.99) ?? end;
		if (high > low && (end - start) / (high - low) >= 4) [start, end] = [low, high];
	}
	const span = Math.max(end - start, 60);
	return wholeMonths(start - span * BEFORE, end + span * AFTER, calendar);
}

function wholeMonths(start: number, end: number, calendar: TickCalendar): Extent {
	const first = calendar.months(start - 32, start).at(-1)?.day ?? start;
	const last = calendar.months(end, end + 32)[0]?.day ?? end;
	return { start: first, end: last };
}

/** Zooms by `factor` (2: twice as near) about a day that stays where it is. The same object when the limits hold it. */
export function zoomAbout(extent: Extent, day: number, factor: number): Extent {
	const span = extent.end - extent.start;
	const wanted = Math.min(ZOOM_LIMITS.longest, Math.max(ZOOM_LIMITS.shortest, span / factor));
	if (wanted === span || !Number.isFinite(wanted)) return extent;
	const share = (day - extent.start) / span;
	const start = day - share * wanted;
	return { start, end: start + wanted };
}

/** Moves by days (positive: later). The same object when nothing moves. */
export function panBy(extent: Extent, days: number): Extent {
	if (days === 0 || !Number.isFinite(days)) return extent;
	const moved = { start: extent.start + days, end: extent.end + days };
	return moved.start === extent.start ? extent : moved;
}
