import type { TimeScale } from '../scale/time-scale.ts';
import { TICK_TO_LABEL, ticksOf, type AxisText } from '../scale/ticks.ts';
import type { Ink, SceneAxis, SceneGridline, SceneSizes, SceneText, SceneToday } from '../scene.ts';
import type { MeasureText } from './text-width.ts';

/** A label of the upper band is left out with less than this before the end (mock, "Labels" 5). */
const LEAST_BEFORE_END = 30;
/** Middles of the two bands, as shares of the axis' height. */
const UPPER_MIDDLE = 0.25;
const LOWER_MIDDLE = 0.72;
/** Half the height of digits and capitals, as a share of the font size. */
const HALF_CAPITAL = 0.35;

export interface AxisOptions {
	readonly width: number;
	readonly sizes: SceneSizes;
	readonly text: AxisText;
	readonly language: string;
	readonly measure: MeasureText;
	readonly today: number;
	readonly todayLabel: string;
}

/** Lays out both bands and the today label so that no two texts, nor a text and the today line, meet. */
export function layoutAxis(
	scale: TimeScale,
	options: AxisOptions
): { axis: SceneAxis; gridlines: SceneGridline[]; today: SceneToday | null } {
	const { width, sizes, measure } = options;
	const upperSize = sizes.axisYear;
	const lowerSize = sizes.axisMonth;
	const ticks = ticksOf(
		scale.extent,
		width,
		options.text,
		(text) => measure(text, lowerSize, 400),
		(text) => measure(text, upperSize, 600)
	);
	// Along time: px from the earlier edge, whichever side that is.
	const along = (day: number) => ((day - scale.extent.start) / (scale.extent.end - scale.extent.start)) * width;
	const inside = (day: number) => day >= scale.extent.start && day < scale.extent.end;
	const place = (at: number, from: number, text: string, size: number, weight: 400 | 600, ink: Ink, band: number): SceneText => ({
		x: { f: scale.toFraction(at), dx: scale.later * from },
		y: Math.round((sizes.axis * band + size * HALF_CAPITAL) * 10) / 10,
		anchor: scale.later > 0 ? 'start' : 'end',
		size,
		runs: [{ text, weight, ink }],
		language: options.language,
		halo: false,
		ground: false,
		width: measure(text, size, weight),
		item: null
	});

	const todayAt = inside(options.today) ? along(options.today) : null;
	let today: SceneToday | null = null;
	/** What today's line and label take of the upper band. */
	let taken: readonly [number, number] | null = null;
	if (todayAt !== null) {
		const labelWidth = measure(options.todayLabel, lowerSize, 600);
		const earlier = todayAt - TICK_TO_LABEL - labelWidth >= 4;
		const later = !earlier && todayAt + TICK_TO_LABEL + labelWidth <= width - 4;
		const label = place(options.today, TICK_TO_LABEL, options.todayLabel, lowerSize, 600, 'accent', UPPER_MIDDLE);
		const mirrored: SceneText = {
			...label,
			x: { f: label.x.f, dx: -label.x.dx },
			anchor: label.anchor === 'start' ? 'end' : 'start'
		};
		today = { f: scale.toFraction(options.today), label: earlier ? mirrored : later ? label : null };
		const reach = TICK_TO_LABEL + labelWidth;
		taken = [todayAt - (earlier ? reach : 0), todayAt + (later ? reach : 0)];
	}

	const upper: SceneText[] = [];
	ticks.upper.forEach((tick, index) => {
		if (tick.label === null) return;
		const at = Math.max(tick.day, scale.extent.start);
		if (at >= scale.extent.end) return;
		const labelWidth = measure(tick.label, upperSize, 600);
		const next = ticks.upper.find((other, place) => place > index && other.label !== null);
		const end = Math.min(width, next ? along(next.day) : width);
		let from = along(at) + TICK_TO_LABEL;
		let anchor = at;
		// A year that today's label or line would cross moves past the line, and goes where there is no room there.
		if (taken && from < taken[1] + TICK_TO_LABEL && from + labelWidth > taken[0] - TICK_TO_LABEL) {
			// Of years told by fives a label names its own line; past today it would name another year.
			const following = ticks.upper[index + 1];
			if (ticks.lowerUnit === 'year' || (following && options.today >= following.day)) return;
			from = taken[1] + TICK_TO_LABEL;
			// Hung from the line it passed: a distance from its own tick would fall short at a greater width.
			anchor = options.today;
		}
		const unitEnds = end < width;
		if (end - along(at) < LEAST_BEFORE_END || from + labelWidth > end - (unitEnds ? TICK_TO_LABEL : 0)) return;
		upper.push(place(anchor, from - along(anchor), tick.label, upperSize, 600, 'ink', UPPER_MIDDLE));
	});

	const lower: SceneText[] = [];
	const short: number[] = [];
	const gridlines: SceneGridline[] = [];
	const strong = new Set(ticks.upper.map((tick) => tick.day));
	let free = 0;
	for (const tick of ticks.lower) {
		if (!inside(tick.day)) continue;
		if (tick.label === null) {
			short.push(scale.toFraction(tick.day));
			continue;
		}
		if (!strong.has(tick.day)) gridlines.push({ f: scale.toFraction(tick.day), strength: 'weak' });
		const from = along(tick.day) + TICK_TO_LABEL;
		const to = from + measure(tick.label, lowerSize, 400);
		const crossed = todayAt !== null && todayAt > from - 3 && todayAt < to + 3;
		if (from < free || to > width - 2 || crossed) continue;
		free = to + TICK_TO_LABEL;
		lower.push(place(tick.day, TICK_TO_LABEL, tick.label, lowerSize, 400, 'ink-3', LOWER_MIDDLE));
	}
	for (const tick of ticks.upper) if (inside(tick.day)) gridlines.push({ f: scale.toFraction(tick.day), strength: 'strong' });
	return { axis: { height: sizes.axis, upper, lower, ticks: short }, gridlines, today };
}
