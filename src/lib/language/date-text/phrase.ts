import type { Unit } from './meaning.ts';
import { onlyOrder } from './figures.ts';
import type { Context, Parts, Towards } from './parts.ts';
import { unitAround, type Point } from './point.ts';
import type { DateRule } from './reading.ts';

/** A date still open to what stands beside it: "4" in "4–5 December" takes month and year from its neighbour. */
export interface Phrase {
	/** Null where the phrase is no plain date but counted from the day said. */
	readonly parts: readonly Parts[] | null;
	point(towards: Towards, neighbour?: Phrase | null): Point;
	/** Of "the end of the year": its last day, for "by" and "since". */
	readonly edge?: (towards: Towards) => Point;
	/** Of "next month": what is counted. */
	readonly unit?: Unit;
}

export const COUNTED: DateRule = 'counted from the day it was said';

/** A date as its parts say it, one reading of which is left once its neighbour is known. */
export function plainPhrase(orders: readonly Parts[] | null, context: Context): Phrase | null {
	if (!orders) return null;
	return {
		parts: orders,
		point: (towards, neighbour) =>
			onlyOrder(
				orders.map((parts) => filledFrom(parts, neighbour?.parts?.length === 1 ? neighbour.parts[0] : undefined)),
				context,
				towards
			)
	};
}

/** A unit counted from the one in which it was said: "next week". */
export function shiftedPhrase(unit: Unit, by: -1 | 0 | 1, at: number, context: Context): Phrase {
	return {
		parts: null,
		unit,
		point: () => {
			const [start, end] = unitAround(unit, context.said(at), by, context.counting, context.language);
			return { start, end, calendar: context.counting, rule: COUNTED, flags: [], shifted: by, unit };
		}
	};
}

/** What a date leaves out and its neighbour says: the year, and beside a bare day the month. */
function filledFrom(parts: Parts, neighbour: Parts | undefined): Parts {
	if (!neighbour) return parts;
	const filled: Parts = { ...parts };
	const dayOnly = parts.day && !parts.month && !parts.monthFigure && !parts.year;
	// "1851-52"
	if (dayOnly || (parts.year && parts.year.digits === 2)) {
		const short = parts.day ?? parts.year!;
		const long = neighbour.year;
		if (
			neighbour.at < parts.at &&
			!neighbour.month &&
			!neighbour.day &&
			!neighbour.monthFigure &&
			long &&
			long.digits === 4 &&
			short.digits === 2
		) {
			const { day: _, ...rest } = filled;
			return { ...rest, year: { ...short, digits: 4, value: Math.floor(long.value / 100) * 100 + short.value } };
		}
	}
	// "Dec 4 – 5, 2025"
	const dayAndYear = parts.day && parts.year && !parts.month && !parts.monthFigure && neighbour.day;
	if (dayOnly || dayAndYear) {
		if (neighbour.month) filled.month = neighbour.month;
		if (neighbour.monthFigure) filled.monthFigure = neighbour.monthFigure;
	}
	const canTakeYear = !parts.year && !parts.decade && parts.century === undefined && parts.yearShift === undefined;
	if (canTakeYear && (parts.month || parts.day || parts.season || parts.quarter || parts.third || parts.half || parts.named)) {
		if (neighbour.year) filled.year = neighbour.year;
		if (neighbour.yearShift !== undefined) filled.yearShift = neighbour.yearShift;
	}
	if (neighbour.era && !parts.era) filled.era = neighbour.era;
	return filled;
}
