import { panBy } from '../scale/fit.ts';
import { spanOf, type Extent } from '../scale/extent.ts';

/** Ends given in any order, as a drag in right-to-left time gives them. */
export function sortedExtent(a: number, b: number): Extent {
	return a <= b ? { start: a, end: b } : { start: b, end: a };
}

/** The same span with `day` in its middle. */
export function centredOn(extent: Extent, day: number): Extent {
	const half = spanOf(extent) / 2;
	return { start: day - half, end: day + half };
}

/**
 * Keeps the middle of the view within `bounds`, so that nobody is lost in empty centuries. The span is kept: a clamp that
 * changed it would wobble at the edge while a finger drags on.
 */
export function keptNear(extent: Extent, bounds: Extent | undefined): Extent {
	if (!bounds) return extent;
	const middle = (extent.start + extent.end) / 2;
	if (middle < bounds.start) return panBy(extent, bounds.start - middle);
	if (middle > bounds.end) return panBy(extent, bounds.end - middle);
	return extent;
}
