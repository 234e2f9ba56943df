import { easeCubicOut } from 'd3';
import { timeScale } from '../scale/time-scale.ts';
import type { Scene } from '../scene.ts';

/** Longest time rows take to their new places once a gesture has ended, ms. */
export const ROW_MOVE_MS = 220;

/** Where each item's row is: item index → y. */
export type RowPlaces = ReadonlyMap<number, number>;

export function rowPlaces(scene: Scene): RowPlaces {
	const places = new Map<number, number>();
	for (const mark of scene.marks) places.set(mark.item, mark.y);
	for (const bracket of scene.brackets) places.set(bracket.item, bracket.y);
	return places;
}

/** What is remembered of the picture before a move. */
export interface Before {
	readonly places: RowPlaces;
	readonly density: Scene['density'];
}

export function picturedBefore(scene: Scene): Before {
	return { places: rowPlaces(scene), density: scene.density };
}

/** Has any item that is in both pictures another row, or do bars come or go? */
export function rowsDiffer(from: Before, to: Scene): boolean {
	for (const [item, y] of rowPlaces(to)) if ((from.places.get(item) ?? y) !== y) return true;
	const strips = (density: Scene['density']): string => density.map(({ lane, top }) => `${lane} ${top}`).join();
	return strips(from.density) !== strips(to.density);
}

/**
 * The picture on the way: what had another row stands between there and here, and bars give way to marks or marks to bars. Links
 * have two ends that move apart, so they wait for the end of the move.
 */
export function movingRows(from: Before, to: Scene, done: number): Scene {
	if (done >= 1) return to;
	const come = easeCubicOut(done);
	const still = 1 - come;
	const places = rowPlaces(to);
	const shift = (item: number | null): number => {
		const y = item === null ? undefined : places.get(item);
		const old = item === null ? undefined : from.places.get(item);
		return y === undefined || old === undefined ? 0 : (old - y) * still;
	};
	const moved = <T extends { readonly item: number | null; readonly y: number }>(all: readonly T[]): T[] =>
		all.map((one) => ({ ...one, y: one.y + shift(one.item) }));
	const fading = from.density.length + to.density.length > 0;
	return {
		...to,
		marks: moved(to.marks).map((mark) => (fading && !from.places.has(mark.item) ? { ...mark, strength: come } : mark)),
		spans: moved(to.spans),
		labels: moved(to.labels),
		ghosts: moved(to.ghosts),
		brackets: moved(to.brackets),
		density: fading ? [...gone(from.density, to, still), ...to.density.map((each) => ({ ...each, strength: come }))] : [],
		links: [],
		ring: null
	};
}

/** The bars of before, where their days lie now. */
function gone(density: Scene['density'], { extent, direction }: Scene, strength: number): Scene['density'] {
	const scale = timeScale(extent, direction);
	return density.map((each) => ({
		...each,
		strength,
		bars: each.bars.map((bar) => {
			const [a, b] = [scale.toFraction(bar.start), scale.toFraction(bar.end)];
			return { ...bar, f0: Math.min(a, b), f1: Math.max(a, b) };
		})
	}));
}
