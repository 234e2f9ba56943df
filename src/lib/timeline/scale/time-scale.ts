import type { Extent } from './extent.ts';

export type TimeDirection = 'ltr' | 'rtl';

/** A horizontal place that holds at any width: `f` of the plot's width plus `dx` px (physical: positive is right). */
export interface PlotX {
	readonly f: number;
	readonly dx: number;
}

/**
 * The one place where direction enters the engine: day ⇄ fraction of the plot's width, mirrored for right to left.
 * `later` is the physical sign of "later in time" (+1 or −1): an offset of n px towards later is `later * n`.
 */
export interface TimeScale {
	readonly extent: Extent;
	readonly direction: TimeDirection;
	readonly later: 1 | -1;
	/** Fraction of the width, physical from the left; outside the extent it runs below 0 or above 1. */
	toFraction(day: number): number;
	toDay(fraction: number): number;
}

export function timeScale(extent: Extent, direction: TimeDirection): TimeScale {
	const { start, end } = extent;
	const span = end - start;
	if (direction === 'rtl') {
		return {
			extent,
			direction,
			later: -1,
			toFraction: (day) => (end - day) / span,
			toDay: (fraction) => end - fraction * span
		};
	}
	return {
		extent,
		direction,
		later: 1,
		toFraction: (day) => (day - start) / span,
		toDay: (fraction) => start + fraction * span
	};
}

/** px from the plot's left edge. */
export function pixelOf(x: PlotX, width: number): number {
	return x.f * width + x.dx;
}
