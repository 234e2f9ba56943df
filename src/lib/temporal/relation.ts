import type { Certainty, Edges } from './edges.ts';

/**
 * Three-valued interval logic. A date with doubt stands for every pair of a start in [earliestStart, latestStart) and
 * an end in (earliestEnd, latestEnd] with start < end. A relation is *certain* when it holds for all of them, *possible*
 * when it holds for some. Moments are epoch days, ends of windows exclusive.
 */

/** How a date can be asked to stand to an interval. */
export const RELATIONS = ['overlaps', 'during', 'before', 'after', 'by'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * A date's relation to [start, end), which must not be empty and may be open to either side.
 * `overlaps`: it shares time with it · `during`: all of it lies in it · `before`: it was over when it began · `after`: it
 * began when it was over, or later · `by`: it was over by its end, however long ago.
 */
export function relate(relation: Relation, edges: Edges, start: number, end: number): Certainty {
	switch (relation) {
		case 'overlaps':
			return overlaps(edges, start, end);
		case 'during':
			return during(edges, start, end);
		case 'before':
			return before(edges, start);
		case 'after':
			return after(edges, end);
		case 'by':
			return before(edges, end);
	}
}

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
	// The earliest start left and the latest end left are then in order, for neither edge of a date passes its partner.
	return after(edges, start) !== 'no' && before(edges, end) !== 'no' ? 'possibly' : 'no';
}
