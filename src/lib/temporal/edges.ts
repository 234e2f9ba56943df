/**
 * The four edges of a date, in epoch days (float64 days since 1970-01-01T00:00Z, proleptic Gregorian).
 *
 * The start lies in [earliestStart, latestStart) and the end in (earliestEnd, latestEnd]: ends are exclusive, so the
 * single day 2025-12-05 has latestEnd at the beginning of the 6th. An open edge is ±Infinity on both of its sides; an
 * unknown edge is infinite on its outer side only. A single value ("2026") means *within*: all of its span is
 * allowed for start and end. An interval ("2025-12-04/2025-12-05") means *lasted*.
 */
export interface Edges {
	readonly earliestStart: number;
	readonly latestStart: number;
	readonly earliestEnd: number;
	readonly latestEnd: number;
}

/** What interval logic can say of a date with doubt. */
export type Certainty = 'certainly' | 'possibly' | 'no';
