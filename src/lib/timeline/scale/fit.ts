import { quantileSorted } from 'd3';
import { drawnDay, FIRST_DRAWN_DAY, LAST_DRAWN_DAY } from '#lib/temporal/drawn-days.ts';
import type { Item, TimelineInput } from '../items/item.ts';
import { drawnEnd, drawnStart } from '../items/span-of-edges.ts';
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

/** The table of an input and which of its items are kept. */
export type KeptItems = Pick<TimelineInput, 'table' | 'mask'>;

/** So many records are enough to find the hundredth at either end. */
const SAMPLE = 20_000;

interface Reaches {
	/** First and last day of all. */
	readonly hull: Extent;
	readonly count: number;
	/** First days and last days, ascending; of very many a sample, the same on server and page. */
	readonly starts: number[];
	readonly ends: number[];
}

const reaches = new WeakMap<KeptItems, Reaches | null>();

/** One pass over the columns, remembered. */
function reachesOf(input: KeptItems): Reaches | null {
	let known = reaches.get(input);
	if (known === undefined) reaches.set(input, (known = measureReaches(input)));
	return known;
}

function measureReaches({ table, mask }: KeptItems): Reaches | null {
	const { count, earliestStart, latestStart, earliestEnd, latestEnd } = table;
	const step = Math.max(1, Math.ceil(count / SAMPLE));
	const starts = new Float64Array(Math.ceil(count / step));
	const ends = new Float64Array(starts.length);
	let [first, last, dated, sampled] = [Infinity, -Infinity, 0, 0];
	for (let i = 0; i < count; i++) {
		if (mask[i] === 0) continue;
		let start = earliestStart[i]!;
		let end = latestEnd[i]!;
		if (!(start > -Infinity && end < Infinity)) {
			const [a, b] = [latestStart[i]!, earliestEnd[i]!];
			start = [start, a, b, end].find(Number.isFinite) ?? NaN;
			end = [latestEnd[i]!, b, a, start].find(Number.isFinite) ?? NaN;
			if (Number.isNaN(start) || Number.isNaN(end)) continue;
		}
		if (end < start) end = start;
		if (start < FIRST_DRAWN_DAY || end > LAST_DRAWN_DAY) {
			start = drawnDay(start);
			end = drawnDay(end);
		}
		if (start < first) first = start;
		if (end > last) last = end;
		if (dated++ % step !== 0) continue;
		starts[sampled] = start;
		ends[sampled++] = end;
	}
	if (dated === 0) return null;
	return {
		hull: { start: first, end: last },
		count: dated,
		starts: [...starts.subarray(0, sampled).sort()],
		ends: [...ends.subarray(0, sampled).sort()]
	};
}

/** Where items begin and end. */
export type DayColumns = Pick<KeptItems['table'], 'count' | 'earliestStart' | 'latestStart' | 'earliestEnd' | 'latestEnd'>;

/** By their first column: tables of one item a row have those of their set. */
const hulls = new WeakMap<Float64Array, Extent | null>();

/** Tells how far columns reach where that is known already, and saves the pass. */
export function provideHull({ earliestStart }: DayColumns, hull: Extent | null): void {
	hulls.set(earliestStart, hull);
}

/** From the first to the last day of a whole table, whatever is kept of it; one pass, remembered. */
export function hullOfTable(table: DayColumns): Extent | null {
	let known = hulls.get(table.earliestStart);
	if (known === undefined) {
		let [start, end] = [Infinity, -Infinity];
		const { count, earliestStart, latestStart, earliestEnd, latestEnd } = table;
		for (let i = 0; i < count; i++) {
			let first = earliestStart[i]!;
			let last = latestEnd[i]!;
			// Most are known on both sides: a call for each of a million is most of this pass.
			if (!(first <= last && first > -Infinity && last < Infinity)) {
				const [b, c] = [latestStart[i]!, earliestEnd[i]!];
				[first, last] = [drawnStart(first, b, c, last), drawnEnd(first, b, c, last)];
			}
			if (first < start && first > -Infinity) start = first;
			if (last > end && last < Infinity) end = last;
		}
		known = start <= end ? { start: drawnDay(start), end: drawnDay(end) } : null;
		hulls.set(table.earliestStart, known);
	}
	return known;
}

/** From the first to the last day of everything kept; null when nothing is dated. */
export function hullOf(input: KeptItems): Extent | null {
	return reachesOf(input)?.hull ?? null;
}

/**
 * The extent a view opens on: where the dated records lie, with air, on whole months.
 * With very many records a few far outliers must not flatten the rest: from 200 on, the hundredth at either end is cut
 * when that makes the view at least four times nearer. Without dated records: the year round today.
 */
export function fitExtent(input: KeptItems, today: number, calendar: TickCalendar = GREGORIAN_TICKS): Extent {
	const found = reachesOf(input);
	if (!found) return wholeMonths(today - 183, today + 183, calendar);
	let { start, end } = found.hull;
	if (found.count >= 200) {
		const low = quantileSorted(found.starts, 0.01) ?? start;
		const high = quantileSorted(found.ends, 0.99) ?? end;
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
