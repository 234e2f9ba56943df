import { bin } from 'd3';
import type { Item, TimelineInput } from '../items/item.ts';
import { drawnSpan } from '../items/span-of-edges.ts';
import type { Extent } from '../scale/extent.ts';
import { reachOf } from '../scale/fit.ts';
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
	/** The view, clamped to the overview. */
	readonly window: { readonly f0: number; readonly f1: number };
	readonly today: number | null;
}

export interface OverviewOptions {
	readonly domain: Extent;
	readonly view: Extent;
	readonly width: number;
	readonly direction: TimeDirection;
	readonly today: number;
	readonly axisText: AxisText;
	readonly language?: string;
	readonly measure?: MeasureText;
}

const HEIGHT = 44;
const BASE = 28;
const LABEL_SIZE = 10.5;
const LABEL_BASELINE = 39.5;
const YEAR = 365.2425;
const LEAST_BAR = 5;

/** Whole years round all dated records, up to three before and one after, and never less than the view asked for. */
export function overviewDomain(items: readonly Item[], fit: Extent, calendar: TickCalendar = GREGORIAN_TICKS): Extent {
	let { start, end } = fit;
	let first = Infinity;
	let last = -Infinity;
	for (const item of items) {
		const reach = reachOf(item);
		if (!reach) continue;
		first = Math.min(first, reach.start);
		last = Math.max(last, reach.end);
	}
	if (first <= last) {
		const span = last - first;
		start = Math.min(start, first - Math.min(1.5 * span, 3 * YEAR));
		end = Math.max(end, last + Math.min(0.5 * span, YEAR));
	}
	// A few days of grace: three years of 365.2425 days are not exactly three calendar years.
	const from = calendar.years(start - 367, start + 3).at(-1) ?? start;
	const to = calendar.years(end - 3, end + 367)[0] ?? end;
	return { start: from, end: to };
}

/** Bars by month, or by stretches of about 8 px where months would be too thin. */
export function layoutOverview(input: TimelineInput, options: OverviewOptions): OverviewScene {
	const { domain, view, width } = options;
	const measure = options.measure ?? estimatedWidth;
	const scale = timeScale(domain, options.direction);
	const calendar = options.axisText.calendar ?? GREGORIAN_TICKS;
	const days = domain.end - domain.start;
	const months = calendar.months(domain.start, domain.end).map((month) => month.day);
	const step = (8 * days) / width;
	const even = Array.from({ length: Math.max(1, Math.floor(days / step)) }, (_, index) => domain.start + index * step);
	const thresholds = (30 * width) / days >= LEAST_BAR ? months : even;

	const centres: number[] = [];
	const plans: [number, number][] = [];
	for (const item of input.items) {
		const span = drawnSpan(item);
		if (!span) continue;
		if (item.planned) plans.push([Math.max(span.start, domain.start), Math.min(span.end, domain.end)]);
		else centres.push(span.centre);
	}
	const bins = bin<number, number>().domain([domain.start, domain.end]).thresholds(thresholds)(centres);
	const most = bins.reduce((high, each) => Math.max(high, each.length), 1);
	const ordered = (a: number, b: number) => ({ f0: Math.min(a, b), f1: Math.max(a, b) });
	const bars = bins
		.filter((each) => each.length > 0 && each.x0 !== undefined && each.x1 !== undefined)
		.map((each) => ({
			...ordered(scale.toFraction(each.x0 ?? 0), scale.toFraction(each.x1 ?? 0)),
			share: each.length / most,
			count: each.length
		}));

	const labels: SceneText[] = [];
	const shown: number[] = [];
	const labelled = ticksOf(domain, width, options.axisText, (text) => measure(text, LABEL_SIZE, 400));
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
	const clamp = (f: number) => Math.min(1, Math.max(0, f));
	return {
		height: HEIGHT,
		base: BASE,
		domain,
		direction: options.direction,
		bars,
		planned: merged(plans).map(([from, to]) => ordered(scale.toFraction(from), scale.toFraction(to))),
		ticks: shown,
		labels,
		window: ordered(clamp(scale.toFraction(view.start)), clamp(scale.toFraction(view.end))),
		today: options.today >= domain.start && options.today < domain.end ? scale.toFraction(options.today) : null
	};
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
