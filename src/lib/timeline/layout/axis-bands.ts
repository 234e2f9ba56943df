import type { TimeScale } from '../scale/time-scale.ts';
import { TICK_TO_LABEL, ticksOf, type AxisText } from '../scale/ticks.ts';
import type { Ink, SceneAxis, SceneGridline, SceneSizes, SceneText, SceneToday } from '../scene.ts';
import { firstFree, type Taken } from './free-place.ts';
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

/** How a text looks, and the middle of its band as a share of the axis' height. */
interface Style extends Pick<SceneText, 'size'> {
	readonly weight: 400 | 600;
	readonly ink: Ink;
	readonly middle: number;
}

/** A text along its band, in px from the earlier edge. */
interface Placed {
	readonly text: SceneText;
	readonly box: Taken;
}

/**
 * Lays out both bands, the today label and the bands' names so that no two texts meet. The labels of the axis come first:
 * today's and the bands' names stand where they hide none, and today's line stops at a label that cannot step aside.
 */
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
	const upperStyle: Style = { size: upperSize, weight: 600, ink: 'ink', middle: UPPER_MIDDLE };
	const lowerStyle: Style = { size: lowerSize, weight: 400, ink: 'ink-3', middle: LOWER_MIDDLE };
	/** `from`: px from the day to the text's nearer end; below 0 it stands before the day. `ground`: today's line stops at it. */
	const place = (day: number, from: number, text: string, { size, weight, ink, middle }: Style, ground = false): Placed => {
		const room = measure(text, size, weight);
		const at = along(day) + from;
		return {
			text: {
				x: { f: scale.toFraction(day), dx: scale.later * from },
				y: Math.round((sizes.axis * middle + size * HALF_CAPITAL) * 10) / 10,
				anchor: scale.later > 0 === from >= 0 ? 'start' : 'end',
				size,
				runs: [{ text, weight, ink }],
				language: options.language,
				halo: false,
				ground,
				width: room,
				item: null
			},
			box: from < 0 ? [at - room, at] : [at, at + room]
		};
	};
	const todayAt = inside(options.today) ? along(options.today) : null;

	const upper: Placed[] = [];
	ticks.upper.forEach((tick, index) => {
		if (tick.label === null) return;
		const at = Math.max(tick.day, scale.extent.start);
		if (at >= scale.extent.end) return;
		const labelWidth = measure(tick.label, upperSize, 600);
		const next = ticks.upper.find((other, place) => place > index && other.label !== null);
		const end = Math.min(width, next ? along(next.day) : width);
		const room = (end < width ? end - TICK_TO_LABEL : width) - labelWidth;
		const from = along(at) + TICK_TO_LABEL;
		if (end - along(at) < LEAST_BEFORE_END || from > room) return;
		const crossed = todayAt !== null && from < todayAt + TICK_TO_LABEL && from + labelWidth > todayAt - TICK_TO_LABEL;
		// Past today's line a label still names its unit, if that runs on there; of years told by fives it would name another one.
		const following = ticks.upper[index + 1];
		const runsOn = ticks.lowerUnit !== 'year' && !(following && options.today >= following.day);
		if (crossed && runsOn && todayAt + TICK_TO_LABEL <= room) {
			// Hung from the line it passed: a distance from its own tick would fall short at a greater width.
			upper.push(place(options.today, TICK_TO_LABEL, tick.label, upperStyle));
		} else {
			upper.push(place(at, TICK_TO_LABEL, tick.label, upperStyle, crossed));
		}
	});

	const lower: Placed[] = [];
	const short: number[] = [];
	const gridlines: SceneGridline[] = [];
	const strong = new Set(ticks.upper.map((tick) => tick.day));
	for (const tick of ticks.lower) {
		if (!inside(tick.day)) continue;
		if (tick.label === null) {
			short.push(scale.toFraction(tick.day));
			continue;
		}
		if (!strong.has(tick.day)) gridlines.push({ f: scale.toFraction(tick.day), strength: 'weak' });
		const free = lower.length > 0 ? lower.at(-1)!.box[1] + TICK_TO_LABEL : 0;
		const from = along(tick.day) + TICK_TO_LABEL;
		const to = from + measure(tick.label, lowerSize, 400);
		if (from < free || to > width - 2) continue;
		const crossed = todayAt !== null && todayAt > from - 3 && todayAt < to + 3;
		lower.push(place(tick.day, TICK_TO_LABEL, tick.label, lowerStyle, crossed));
	}
	for (const tick of ticks.upper) if (inside(tick.day)) gridlines.push({ f: scale.toFraction(tick.day), strength: 'strong' });

	const bands = [
		{ texts: upper, middle: UPPER_MIDDLE, name: options.text.name },
		{ texts: lower, middle: LOWER_MIDDLE, name: options.text.lower?.name }
	];
	let today: SceneToday | null = null;
	if (todayAt !== null) {
		const wordings = options.text.today === undefined ? [options.todayLabel] : [options.todayLabel, options.text.today];
		const places = wordings.flatMap((text) =>
			bands.flatMap(({ texts, middle }) => {
				const style: Style = { size: lowerSize, weight: 600, ink: 'accent', middle };
				// Beside a label that the line crosses: before it by that label's own tick, which it then keeps clear of at any width.
				const under = texts.find(({ box }) => box[0] - TICK_TO_LABEL < todayAt && todayAt < box[1] + TICK_TO_LABEL);
				const before = under?.text.ground ? scale.toDay(under.text.x.f) : options.today;
				const after = TICK_TO_LABEL + (under?.text.ground ? Math.max(0, under.box[1] - todayAt) : 0);
				return [
					{ ...place(before, -TICK_TO_LABEL, text, style), texts },
					{ ...place(options.today, after, text, style), texts }
				];
			})
		);
		const found = firstFree(places, ({ texts }) => texts, [4, width - 4], TICK_TO_LABEL);
		today = { f: scale.toFraction(options.today), label: found?.text ?? null };
		found?.texts.push(found);
	}
	const axisTexts = bands.map(({ texts, middle, name }) => {
		const own = texts.filter(({ text }) => text !== today?.label);
		if (name === undefined || own.length === 0) return own.map(({ text }) => text);
		// At the band's edges; where no edge has room, behind a label, as one would say it: "1600 Gregorian".
		const { start, end } = scale.extent;
		const named = (day: number, from: number) => place(day, from, name, { ...lowerStyle, middle });
		const edges = [named(start, TICK_TO_LABEL), named(end, -TICK_TO_LABEL)];
		const behind = own.flatMap(({ text, box }) => {
			const day = scale.toDay(text.x.f);
			return box[0] > along(day) ? [named(day, box[1] - along(day) + TICK_TO_LABEL)] : [];
		});
		const line: readonly { readonly box: Taken }[] = todayAt === null ? [] : [{ box: [todayAt, todayAt] }];
		const found = firstFree([...edges, ...behind], () => [...texts, ...line], [2, width - 2], TICK_TO_LABEL);
		return [...own.map(({ text }) => text), ...(found ? [found.text] : [])];
	});
	return { axis: { height: sizes.axis, upper: axisTexts[0]!, lower: axisTexts[1]!, ticks: short }, gridlines, today };
}
