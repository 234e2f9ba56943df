import { bisectRight } from 'd3';
import { PLANNED } from '../items/item.ts';
import { centreOf, drawnEnd, drawnStart, endOf, startOf } from '../items/span-of-edges.ts';
import type { Extent } from '../scale/extent.ts';
import { hullOf, type KeptItems } from '../scale/fit.ts';
import { GREGORIAN_TICKS, TICK_TO_LABEL, ticksOf, type AxisText, type TickCalendar } from '../scale/ticks.ts';
import { timeScale, type TimeDirection } from '../scale/time-scale.ts';
import type { SceneText } from '../scene.ts';
import { estimatedWidth, type MeasureText } from './text-width.ts';

/** The overview under the plot: where everything lies, and which part of it is in view. x as fractions, physical. */
export interface OverviewScene {
	readonly height: number;
	/** y of the line the bars stand on. */
	readonly base: number;
	readonly domain: Extent;
	readonly direction: TimeDirection;
	readonly bars: readonly { readonly f0: number; readonly f1: number; readonly share: number; readonly count: number }[];
	/** Stretches something is planned in. */
	readonly planned: readonly { readonly f0: number; readonly f1: number }[];
	readonly ticks: readonly number[];
	readonly labels: readonly SceneText[];
	readonly today: number | null;
}

export interface OverviewOptions {
	readonly domain: Extent;
	readonly width: number;
	readonly direction: TimeDirection;
	readonly today: number;
	readonly axisText: AxisText;
	readonly language?: string;
	readonly measure?: MeasureText;
}

export const OVERVIEW_HEIGHT = 44;
export const OVERVIEW_BASE = 28;
const LABEL_SIZE = 10.5;
const LABEL_BASELINE = 39.5;
const YEAR = 365.2425;
const LEAST_BAR = 5;

/** Whole years round all dated records, up to three before and one after, and never less than the view asked for. */
export function overviewDomain(input: KeptItems, fit: Extent, calendar: TickCalendar = GREGORIAN_TICKS): Extent {
	let { start, end } = fit;
	const hull = hullOf(input);
	if (hull) {
		const span = hull.end - hull.start;
		start = Math.min(start, hull.start - Math.min(1.5 * span, 3 * YEAR));
		end = Math.max(end, hull.end + Math.min(0.5 * span, YEAR));
	}
	// A few days of grace: three years of 365.2425 days are not exactly three calendar years.
	const from = calendar.years(start - 367, start + 3).at(-1) ?? start;
	const to = calendar.years(end - 3, end + 367)[0] ?? end;
	return { start: from, end: to };
}

/** Bars by month, or by stretches of about 8 px where months would be too thin. */
export function layoutOverview(input: KeptItems, options: OverviewOptions): OverviewScene {
	const { domain, width } = options;
	const measure = options.measure ?? estimatedWidth;
	const scale = timeScale(domain, options.direction);
	const calendar = options.axisText.calendar ?? GREGORIAN_TICKS;
	const days = domain.end - domain.start;
	const step = (8 * days) / width;
	const even = Array.from({ length: Math.max(1, Math.floor(days / step)) }, (_, index) => domain.start + index * step);
	const thresholds = (30 * width) / days >= LEAST_BAR ? calendar.months(domain.start, domain.end).map((month) => month.day) : even;

	const inner = thresholds.filter((day) => day > domain.start && day < domain.end);
	const { counts, plans } = countInto(input, domain, inner);
	const most = counts.reduce((high, each) => Math.max(high, each), 1);
	const ordered = (a: number, b: number) => ({ f0: Math.min(a, b), f1: Math.max(a, b) });
	const bars = [...counts].flatMap((count, bin) => {
		if (count === 0) return [];
		const [from, to] = [inner[bin - 1] ?? domain.start, inner[bin] ?? domain.end];
		return [{ ...ordered(scale.toFraction(from), scale.toFraction(to)), share: count / most, count }];
	});

	const labels: SceneText[] = [];
	const shown: number[] = [];
	// One band alone, in the reader's own calendar: no name is wanted, nor room for it.
	const labelled = ticksOf(domain, width, { ...options.axisText, name: undefined, lower: undefined }, (text) =>
		measure(text, LABEL_SIZE, 400)
	);
	for (const tick of labelled.upper) {
		if (tick.day < domain.start || tick.day >= domain.end || tick.label === null) continue;
		shown.push(scale.toFraction(tick.day));
		const labelWidth = measure(tick.label, LABEL_SIZE, 400);
		const left = Math.abs(scale.toFraction(domain.end) - scale.toFraction(tick.day)) * width;
		if (left < labelWidth + TICK_TO_LABEL) continue;
		labels.push({
			x: { f: scale.toFraction(tick.day), dx: scale.later * 5 },
			y: LABEL_BASELINE,
			anchor: scale.later > 0 ? 'start' : 'end',
			size: LABEL_SIZE,
			runs: [{ text: tick.label, weight: 400, ink: 'ink-3' }],
			language: options.language ?? 'en',
			halo: false,
			ground: false,
			width: labelWidth,
			item: null
		});
	}
	return {
		height: OVERVIEW_HEIGHT,
		base: OVERVIEW_BASE,
		domain,
		direction: options.direction,
		bars,
		planned: plans.map(([from, to]) => ordered(scale.toFraction(from), scale.toFraction(to))),
		ticks: shown,
		labels,
		today: options.today >= domain.start && options.today < domain.end ? scale.toFraction(options.today) : null
	};
}

/** From so many items on they are counted by days once, for every width and domain. */
const MANY = 5000;
const MOST_DAYS = 1 << 22;

/** How many middles lie between the thresholds, and the stretches something is planned in, overlapping ones made one. */
function countInto(input: KeptItems, domain: Extent, thresholds: readonly number[]) {
	const counts = new Uint32Array(thresholds.length + 1);
	const add = (centre: number, count: number): void => {
		if (centre >= domain.start && centre <= domain.end) counts[bisectRight(thresholds, centre)]! += count;
	};
	const days = daysOf(input);
	if (days) {
		days.middles.forEach((count, day) => count > 0 && add(days.first + day + 0.5, count));
		return { counts, plans: stretches(days.planned, days.first).flatMap((plan) => within(plan, domain)) };
	}
	const plans: [number, number][] = [];
	eachDated(input, (start, end, planned) => {
		if (planned) plans.push(...within([start, end], domain));
		else add(centreOf(start, end), 1);
	});
	return { counts, plans: merged(plans) };
}

function eachDated({ table, mask }: KeptItems, visit: (start: number, end: number, planned: boolean) => void): void {
	for (let i = 0; i < table.count; i++) {
		const start = startOf(table, i);
		if (mask[i] !== 0 && !Number.isNaN(start)) visit(start, endOf(table, i), (table.flags[i]! & PLANNED) !== 0);
	}
}

interface Days {
	readonly first: number;
	/** Middles by day. */
	readonly middles: Uint32Array;
	/** By day: how many plans begin on it, less those that have ended before. */
	readonly planned: Int32Array;
}

const known = new WeakMap<KeptItems, Days | null>();

/** A large set by days, in one pass, remembered; null where that would not be worth it. */
function daysOf(input: KeptItems): Days | null {
	let days = known.get(input);
	if (days === undefined) known.set(input, (days = countDays(input)));
	return days;
}

function countDays(input: KeptItems): Days | null {
	const hull = input.table.count < MANY ? null : hullOf(input);
	if (!hull || hull.end - hull.start > MOST_DAYS) return null;
	const first = Math.floor(hull.start);
	const last = Math.ceil(hull.end) - first + 1;
	const middles = new Uint32Array(last + 1);
	const planned = new Int32Array(last + 2);
	const at = (day: number): number => Math.min(last, Math.max(0, day - first));
	// Not by `eachDated`: this pass over a million items is in the way of the first picture, and a call an item is most of it.
	const { mask } = input;
	const { count, flags, earliestStart, latestStart, earliestEnd, latestEnd } = input.table;
	for (let i = 0; i < count; i++) {
		const a = earliestStart[i]!;
		if (mask[i] === 0 || a !== a) continue;
		const b = latestStart[i]!;
		const c = earliestEnd[i]!;
		const d = latestEnd[i]!;
		const start = drawnStart(a, b, c, d);
		const end = drawnEnd(a, b, c, d);
		if (start !== start) continue;
		if ((flags[i]! & PLANNED) === 0) middles[at(Math.floor(centreOf(start, end)))]!++;
		else {
			planned[at(Math.floor(start))]!++;
			planned[at(Math.ceil(end))]!--;
		}
	}
	return { first, middles, planned };
}

function within([from, to]: readonly [number, number], domain: Extent): [number, number][] {
	const [start, end] = [Math.max(from, domain.start), Math.min(to, domain.end)];
	return end > start ? [[start, end]] : [];
}

function stretches(borders: Int32Array, first: number): [number, number][] {
	const out: [number, number][] = [];
	let [open, from] = [0, 0];
	borders.forEach((change, day) => {
		if (open === 0 && open + change > 0) from = day;
		if (open > 0 && open + change === 0) out.push([first + from, first + day]);
		open += change;
	});
	return out;
}

/** Overlapping stretches become one. */
function merged(spans: readonly [number, number][]): [number, number][] {
	const out: [number, number][] = [];
	for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
		const last = out.at(-1);
		if (to <= from) continue;
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else out.push([from, to]);
	}
	return out;
}
