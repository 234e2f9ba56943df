import { easeCubicOut } from 'd3';
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

/** Has any item that is in both pictures another row? */
export function rowsDiffer(from: RowPlaces, to: Scene): boolean {
	for (const [item, y] of rowPlaces(to)) if ((from.get(item) ?? y) !== y) return true;
	return false;
}

/**
 * The picture on the way: what had another row stands between there and here. Links have two ends that move apart, so they wait
 * for the end of the move.
 */
export function movingRows(from: RowPlaces, to: Scene, done: number): Scene {
	if (done >= 1) return to;
	const still = 1 - easeCubicOut(done);
	const places = rowPlaces(to);
	const shift = (item: number | null): number => {
		const y = item === null ? undefined : places.get(item);
		const old = item === null ? undefined : from.get(item);
		return y === undefined || old === undefined ? 0 : (old - y) * still;
	};
	const moved = <T extends { readonly item: number | null; readonly y: number }>(all: readonly T[]): T[] =>
		all.map((one) => ({ ...one, y: one.y + shift(one.item) }));
	return {
		...to,
		marks: moved(to.marks),
		spans: moved(to.spans),
		labels: moved(to.labels),
		ghosts: moved(to.ghosts),
		brackets: moved(to.brackets),
		links: [],
		ring: null
	};
}
