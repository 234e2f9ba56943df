import { easeCubicOut, interpolateZoom } from 'd3';
import { spanOf, type Extent } from '../scale/extent.ts';

/** Milliseconds for fit and zoom-to (mock README, "Motion"). */
export const GLIDE_MS = 200;

/**
 * The way from one extent to another at `done` in [0, 1], eased out: van Wijk and Nuij's smooth zoom, which comes out before it
 * goes far, so a move over years is seen as a move. Exact at both ends.
 */
export function glide(from: Extent, to: Extent): (done: number) => Extent {
	const way = interpolateZoom([(from.start + from.end) / 2, 0, spanOf(from)], [(to.start + to.end) / 2, 0, spanOf(to)]);
	return (done) => {
		if (done <= 0) return from;
		if (done >= 1) return to;
		const [middle, , span] = way(easeCubicOut(done));
		return { start: middle - span / 2, end: middle + span / 2 };
	};
}
