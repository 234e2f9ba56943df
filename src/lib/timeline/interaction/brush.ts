import { spanOf, type Extent } from '../scale/extent.ts';
import { panBy } from '../scale/fit.ts';
import { sortedExtent } from './moves.ts';

/** How near a pointer must be to a handle to take hold of it, CSS px. */
export const FINE_POINTER_GRIP = 7;
export const COARSE_POINTER_GRIP = 22;

/** What of the overview's window a hand is on. All in days: direction stays with the scale. */
export type BrushPart = 'start' | 'end' | 'window' | 'outside';

/** `grip` in days. Of two handles within reach the nearer one is taken; in a narrow window its middle stays the window's. */
export function brushAt(window: Extent, day: number, grip: number): BrushPart {
	const [toStart, toEnd] = [Math.abs(day - window.start), Math.abs(day - window.end)];
	const inside = day > window.start && day < window.end;
	// From inside, a handle reaches no farther than a third of the window: it must stay possible to move it.
	const reach = inside ? Math.min(grip, spanOf(window) / 3) : grip;
	if (Math.min(toStart, toEnd) <= reach) return toStart <= toEnd ? 'start' : 'end';
	return inside ? 'window' : 'outside';
}

/**
 * The window after a drag from the day `from` to the day `to`. Handles may pass each other (the ends are sorted), the whole
 * window stops at the domain's ends, and nothing gets narrower than `least` days.
 */
export function brushed(part: BrushPart, window: Extent, from: number, to: number, domain: Extent, least: number): Extent {
	if (part === 'window') {
		const moved = panBy(window, to - from);
		if (spanOf(moved) >= spanOf(domain)) return moved;
		return panBy(moved, Math.max(0, domain.start - moved.start) - Math.max(0, moved.end - domain.end));
	}
	const fixed = part === 'start' ? window.end : part === 'end' ? window.start : from;
	const next = sortedExtent(fixed, Math.min(domain.end, Math.max(domain.start, to)));
	if (spanOf(next) >= least) return next;
	return to < fixed ? { start: next.end - least, end: next.end } : { start: next.start, end: next.start + least };
}
