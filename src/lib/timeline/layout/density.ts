import type { TimelineInput } from '../items/item.ts';
import { drawnSpan } from '../items/span-of-edges.ts';
import type { TimeScale } from '../scale/time-scale.ts';
import type { SceneDensity } from '../scene.ts';

/** Bars stand on a grid of days that is fixed for a level, so that they keep their shape while panning. */
export function binDaysOf(level: number): number {
	return 2 ** (level + 3);
}

/** Part of a bin its bar takes; the rest is air. */
const BAR_SHARE = 0.75;

/** Counts items by bins of days. */
export function countByBin(input: TimelineInput, items: Iterable<number>, binDays: number): Map<number, number> {
	const counts = new Map<number, number>();
	for (const index of items) {
		const item = input.items[index];
		const span = item ? drawnSpan(item) : null;
		if (!span) continue;
		const bin = Math.floor(span.centre / binDays);
		counts.set(bin, (counts.get(bin) ?? 0) + 1);
	}
	return counts;
}

const highest = new WeakMap<TimelineInput, Map<string, number>>();

/** Highest bin of a lane over the whole set, so that bars do not grow and shrink while panning. */
export function highestBin(input: TimelineInput, lane: number, binDays: number): number {
	let known = highest.get(input);
	if (!known) highest.set(input, (known = new Map()));
	const key = `${lane}|${binDays}`;
	let most = known.get(key);
	if (most === undefined) {
		const own: number[] = [];
		input.items.forEach((item, index) => {
			if (item.lane === lane) own.push(index);
		});
		most = Math.max(1, ...countByBin(input, own, binDays).values());
		known.set(key, most);
	}
	return most;
}

/** The bars of a lane, from items in view. */
export function densityOf(
	input: TimelineInput,
	items: Iterable<number>,
	lane: number,
	level: number,
	scale: TimeScale,
	place: { readonly top: number; readonly height: number }
): SceneDensity {
	const binDays = binDaysOf(level);
	const most = highestBin(input, lane, binDays);
	const bars = [...countByBin(input, items, binDays)]
		.sort(([a], [b]) => a - b)
		.map(([bin, count]) => {
			const a = scale.toFraction(bin * binDays);
			const b = scale.toFraction((bin + BAR_SHARE) * binDays);
			return { f0: Math.min(a, b), f1: Math.max(a, b), share: count / most, count };
		});
	return { lane, top: place.top, height: place.height, bars };
}
