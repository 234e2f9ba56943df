import type { Scene, SceneText } from '../scene.ts';
import type { DrawnRows, Placing } from './draw-rows.ts';
import { CAPTION_SHARE } from './stack-lanes.ts';

/** From the plot's edge to the words of an empty lane, px. */
const WORDS_AT = 12;
const BASELINE = 0.35;

/** Words of empty lanes, "+n" of strips, the caption over undated rows inside the plot. */
export function captions(place: Placing, rows: DrawnRows, todayAt: number | null, gridlines: Scene['gridlines']): SceneText[] {
	const { lanes, options, scale, sizes, width, packing, measure, language } = place;
	const texts: SceneText[] = [];
	const strong = gridlines.filter((line) => line.strength === 'strong').map((line) => line.f);
	const edge = scale.later > 0 ? 0 : 1;
	const add = (text: string, y: number, size: number, weight: 400 | 500, at: 'earlier' | 'later') => {
		const sign = at === 'earlier' ? scale.later : -scale.later;
		const textWidth = measure(text, size, weight);
		const f = at === 'earlier' ? edge : 1 - edge;
		let from = WORDS_AT;
		const todayFrom = todayAt === null ? null : Math.abs(todayAt - f * width);
		if (todayFrom !== null && todayFrom > from - 4 && todayFrom < from + textWidth + 4) from = todayFrom + WORDS_AT;
		// An empty lane's words stand after the first strong gridline rather than across it.
		const line =
			at === 'earlier'
				? strong.find((each) => Math.abs(each - f) * width > from - 4 && Math.abs(each - f) * width < from + textWidth)
				: undefined;
		texts.push({
			x: line === undefined ? { f, dx: sign * from } : { f: line, dx: sign * 10 },
			y: y + size * BASELINE,
			anchor: sign > 0 ? 'start' : 'end',
			size,
			runs: [{ text, weight, ink: weight === 400 ? 'ink-3' : 'ink-2' }],
			language,
			halo: true,
			ground: false,
			width: textWidth,
			item: null
		});
	};
	for (const lane of lanes) {
		const dated = (packing.dated[lane.index] ?? 0) > 0;
		if (!dated) {
			const middle = (options.compact ?? sizes.headRow > 0) ? lane.rowsTop + sizes.row / 2 : lane.top + lane.height / 2;
			add(options.texts.emptyLane(lane.undated), middle, sizes.label, 400, 'earlier');
		}
		if (lane.stripTop !== null && (rows.hidden[lane.index] ?? 0) > 0) {
			add(options.texts.more(rows.hidden[lane.index] ?? 0), lane.stripTop + sizes.row / 2, sizes.label, 500, 'later');
		}
		if (sizes.headRow > 0 && lane.undatedRows > 0) {
			const middle = lane.undatedTop - (CAPTION_SHARE * sizes.row) / 2 + 3;
			add(options.texts.undated, middle, Math.max(11, sizes.label - 1), 400, 'earlier');
		}
	}
	return texts;
}
