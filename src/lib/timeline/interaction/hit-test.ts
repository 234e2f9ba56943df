import { pixelOf } from '../scale/time-scale.ts';
import type { SceneHit } from '../scene.ts';

/** A finger hits what is within this many px of it (half of the 44 px that fingers are given). */
export const TOUCH_RADIUS = 22;
/** A mouse may miss a small shape by this much. */
const MOUSE_SLOP = 3;

/**
 * The item at a point, or null. x and y are px from the region's top left corner, `width` is the plot's (0 for the shelf, whose
 * places are px only).
 *
 * Shapes win over spans and spans over words, because shapes are small and words long; among equals the nearest, then the one
 * drawn last, which lies on top.
 */
export function itemAt(hits: readonly SceneHit[], width: number, x: number, y: number, coarse: boolean): number | null {
	const slop = coarse ? TOUCH_RADIUS : MOUSE_SLOP;
	let best: number | null = null;
	let bestScore = Infinity;
	for (const hit of hits) {
		const dy = Math.abs(y - hit.y);
		if (dy > hit.halfHeight + slop) continue;
		const score = scoreOf(hit, width, x, dy, slop);
		if (score <= bestScore) {
			bestScore = score;
			best = hit.item;
		}
	}
	return bestScore === Infinity ? null : best;
}

/** Ranks far apart, so that no distance on a screen leads from one into the next. */
const SPAN_RANK = 1e5;
const LABEL_RANK = 2e5;

function scoreOf(hit: SceneHit, width: number, x: number, dy: number, slop: number): number {
	const dx = Math.abs(x - pixelOf(hit.x, width));
	const toShapeX = Math.max(0, dx - hit.halfWidth);
	const toShapeY = Math.max(0, dy - hit.halfHeight);
	if (Math.hypot(toShapeX, toShapeY) <= slop) return Math.hypot(dx, dy);
	if (dy > hit.halfHeight + MOUSE_SLOP) return Infinity;
	if (hit.f1 > hit.f0 && x >= hit.f0 * width && x <= hit.f1 * width) return SPAN_RANK + dy;
	if (hit.label && x >= pixelOf(hit.label.left, width) && x <= pixelOf(hit.label.right, width)) return LABEL_RANK + dy;
	return Infinity;
}
