import type { Edges } from '#lib/temporal/edges.ts';

/** Derived from edges and today, never stored. `not reported`: planned, its last day has passed, nobody says it was held. */
export type DueState = 'upcoming' | 'due' | 'overdue' | 'not reported' | 'undated';

export interface Due {
	readonly state: DueState;
	/**
	 * Whole days: until it may begin (upcoming), until its last day (due: 0 on that day), since its last day (overdue,
	 * not reported). null when that day is open or unknown.
	 */
	readonly days: number | null;
}

/**
 * How something expected stands today. A date is a span: an event planned for 2026 is due until 2026-12-31.
 *
 * @param edges of the date planned or due
 * @param expected `planned`: an event or stage that is to take place; `open`: a task that is to be done
 * @param today epoch day
 */
export function dueState(edges: Edges, expected: 'planned' | 'open', today: number): Due {
	const { earliestStart, latestEnd } = edges;
	if (earliestStart === -Infinity && latestEnd === Infinity) return { state: 'undated', days: null };
	const lastDay = Math.ceil(latestEnd) - 1;
	if (today > lastDay) return { state: expected === 'planned' ? 'not reported' : 'overdue', days: today - lastDay };
	const firstDay = Math.floor(earliestStart);
	if (today < firstDay) return { state: 'upcoming', days: firstDay - today };
	return { state: 'due', days: lastDay === Infinity ? null : lastDay - today };
}
