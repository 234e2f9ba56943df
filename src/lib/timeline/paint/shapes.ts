import type { ItemShape } from '../items/item.ts';

export type Point = readonly [x: number, y: number];

/** A shape's outline round (0, 0): a circle, or a polygon. `inset` draws the outline's stroke inside the shape. */
export type Outline = { readonly radius: number } | { readonly points: readonly Point[] };

/** Stroke of a shape's outline, and its dash when planned (mock, "Lines"). */
export const OUTLINE = 1.5;
export const PLANNED_DASH = [2.2, 1.8] as const;
/** Between the halves of a cut shape. */
const CUT = 2.4;

/** Outline of a shape, `inset` px smaller on all sides. */
export function outlineOf(shape: ItemShape, scale: number, inset = 0): Outline {
	switch (shape) {
		case 'circle':
			return { radius: 5 * scale - inset };
		case 'small-circle':
			return { radius: 4 * scale - inset };
		case 'flag':
			return { radius: 5 * scale - inset };
		case 'diamond': {
			const half = 6.2 * scale - inset * Math.SQRT2;
			return { points: [point(0, -half), point(half, 0), point(0, half), point(-half, 0)] };
		}
		case 'square': {
			const half = 4.9 * scale - inset;
			return { points: [point(-half, -half), point(half, -half), point(half, half), point(-half, half)] };
		}
		case 'hexagon': {
			const radius = 6 * scale - inset * 1.155;
			return { points: arc(radius, -90, 270, 6).slice(0, 6) };
		}
	}
}

/** The tick inside a follow-up's ring. */
export function flagTick(scale: number): readonly Point[] {
	return [point(-2 * scale, 0.2 * scale), point(-0.5 * scale, 1.7 * scale), point(2.2 * scale, -1.6 * scale)];
}

/** A cut shape: one half filled, the other open. Squares are cut along the diagonal, all others upright. */
export function halvesOf(shape: ItemShape, scale: number): { readonly filled: readonly Point[]; readonly open: readonly Point[] } {
	const gap = (CUT / 2) * (0.5 + 0.5 * scale);
	const inset = OUTLINE / 2;
	switch (shape) {
		case 'square': {
			const half = 4.9 * scale;
			const cut = gap * 1.2;
			return {
				filled: [point(-half, half - cut * 1.2), point(-half, -half), point(half - cut * 1.2, -half)],
				open: [point(half - inset, -half + cut * 1.6), point(half - inset, half - inset), point(-half + cut * 1.6, half - inset)]
			};
		}
		case 'diamond': {
			const half = 6.2 * scale;
			const open = half - inset * 1.6;
			return {
				filled: [point(-gap, -half + gap), point(-gap, half - gap), point(-half - 0.4, 0)],
				open: [point(gap + inset, -open + gap + 0.6), point(half - 0.3, 0), point(gap + inset, open - gap - 0.6)]
			};
		}
		case 'hexagon': {
			const r = 6 * scale;
			const w = r * 0.866;
			const i = inset;
			return {
				filled: [point(-gap, -r + 0.6), point(-gap, r - 0.6), point(-w, r / 2), point(-w, -r / 2)],
				open: [point(gap + i, -r + 0.6 + i), point(w - i, -r / 2 + 0.4), point(w - i, r / 2 - 0.4), point(gap + i, r - 0.6 - i)]
			};
		}
		default: {
			const r = (shape === 'small-circle' ? 4 : 5) * scale;
			return {
				filled: arc(r, 90, 270, 14).map(([x, y]) => point(x - gap, y)),
				open: arc(r - inset, -90, 90, 14).map(([x, y]) => point(x + gap + inset * 0.6, y))
			};
		}
	}
}

/** Radius of the paper under a shape, so that lines end at it. */
export function groundOf(shape: ItemShape, scale: number): number {
	return (shape === 'small-circle' ? 5.5 : shape === 'diamond' || shape === 'hexagon' ? 7 : 6.5) * scale;
}

function point(x: number, y: number): Point {
	return [x, y];
}

function arc(radius: number, from: number, to: number, steps: number): Point[] {
	return Array.from({ length: steps + 1 }, (_, index) => {
		const angle = ((from + ((to - from) * index) / steps) * Math.PI) / 180;
		return point(radius * Math.cos(angle), radius * Math.sin(angle));
	});
}
