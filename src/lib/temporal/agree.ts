import type { Edges } from './edges.ts';
import { isUndated } from './edges-of.ts';

/**
 * Whether two dates can be told of one thing without contradiction: the ranges of their starts nest, and so do those of
 * their ends. "2026" agrees with "2026-12-05"; two sources that name neighbouring days do not.
 */
export function datesAgree(a: Edges, b: Edges): boolean {
	return (
		nest(a.earliestStart, a.latestStart, b.earliestStart, b.latestStart) && nest(a.earliestEnd, a.latestEnd, b.earliestEnd, b.latestEnd)
	);
}

function nest(aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
	return (aFrom >= bFrom && aTo <= bTo) || (bFrom >= aFrom && bTo <= aTo);
}

/** What both dates allow, edge by edge. Only meaningful when they agree: else an edge may pass its partner. */
export function narrower(a: Edges, b: Edges): Edges {
	return {
		earliestStart: Math.max(a.earliestStart, b.earliestStart),
		latestStart: Math.min(a.latestStart, b.latestStart),
		earliestEnd: Math.max(a.earliestEnd, b.earliestEnd),
		latestEnd: Math.min(a.latestEnd, b.latestEnd)
	};
}

/** Order for lists: by earliest start, then earliest certain (a narrower date before the wider one it begins); undated last. */
export function compareForSort(a: Edges, b: Edges): number {
	return (
		Number(isUndated(a)) - Number(isUndated(b)) ||
		order(a.earliestStart, b.earliestStart) ||
		order(a.latestStart, b.latestStart) ||
		order(a.latestEnd, b.latestEnd) ||
		order(a.earliestEnd, b.earliestEnd)
	);
}

/** Not a subtraction: ∞ − ∞ is not a number. */
function order(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
