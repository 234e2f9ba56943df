import type { Certainty, Edges } from './edges.ts';

/**
 * Three-valued interval logic. A date with doubt stands for every pair of a start in [earliestStart, latestStart) and
 * an end in (earliestEnd, latestEnd] with start < end. A relation is *certain* when it holds for all of them, *possible*
 * when it holds for some. Moments are epoch days, ends of windows exclusive.
 */

/** Whether it shares any time with [start, end), which must not be empty. */
export function overlaps(edges: Edges, start: number, end: number): Certainty {
	if (!(edges.earliestStart < end && edges.latestEnd > start)) return 'no';
	return edges.latestStart <= end && edges.earliestEnd >= start ? 'certainly' : 'possibly';
}

/** Whether it was over by `moment`. */
export function before(edges: Edges, moment: number): Certainty {
	if (edges.latestEnd <= moment) return 'certainly';
	return edges.earliestEnd < moment ? 'possibly' : 'no';
}

/** Whether it began at `moment` or later. */
export function after(edges: Edges, moment: number): Certainty {
	if (edges.earliestStart >= moment) return 'certainly';
	return edges.latestStart > moment ? 'possibly' : 'no';
}

/** Whether all of it lies in [start, end). */
export function during(edges: Edges, start: number, end: number): Certainty {
	if (edges.earliestStart >= start && edges.latestEnd <= end) return 'certainly';
	const begins = after(edges, start) !== 'no';
	const ends = before(edges, end) !== 'no';
	// The earliest start and the latest end left by the window must still be in order.
	const ordered = Math.max(edges.earliestStart, start) < Math.min(edges.latestEnd, end);
	return begins && ends && ordered ? 'possibly' : 'no';
}
