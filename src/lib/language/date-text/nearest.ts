import { isoOf } from '#lib/temporal/epoch-day.ts';
import type { Context, Parts, Towards } from './parts.ts';
import { unitAround, weekdayOf, type Point } from './point.ts';

/** Farther than this from the day said, a weekday tells which year is meant; within it the day is near enough to be meant whatever its weekday. */
const NEAR_DAYS = 92;

/**
 * Which of the same parts in several years are meant, rising by year: the last or next one where that is said, those that had
 * begun for what goes on "since", else the nearest. More than one where the words leave it open, none where there is none.
 */
export function chosen(points: readonly Point[], { shift, weekday }: Parts, said: number, towards: Towards): readonly Point[] {
	const only = (point: Point | undefined) => (point ? [point] : []);
	if (shift === -1) return only(points.findLast(({ end }) => end <= said));
	if (shift === 1) return only(points.find(({ start }) => start > said));
	if (shift === 0) return only(points.find(({ start }) => isoOf(start).slice(0, -6) === isoOf(said).slice(0, -6)));
	if (towards === 'future') return only(points.find(({ end }) => end > said));
	const begun = points.findLast(({ start }) => start <= said);
	if (towards === 'past') return only(begun);
	const near = nearest(points, weekday, said);
	return towards === 'either' && begun && near && begun !== near ? [begun, near] : only(near);
}

function nearest(points: readonly Point[], weekday: number | undefined, said: number): Point | undefined {
	const distance = ({ start, end }: Point) => (said < start ? start - said : said >= end ? said - end + 1 : 0);
	const byDistance = points.toSorted((a, b) => distance(a) - distance(b));
	const [near] = byDistance;
	if (weekday === undefined || !near || distance(near) <= NEAR_DAYS) return near;
	return byDistance.find(({ start }) => weekdayOf(start) === weekday) ?? near;
}

/** The weekday that was last, counting the day said; "last" leaves that day out, "next" and deadlines look forward. */
export function weekdayPoint(weekday: number, { at, shift, weekShift }: Parts, context: Context, towards: Towards): Point {
	const said = context.said(at);
	if (weekShift !== undefined) {
		const [first] = unitAround('week', said, weekShift, 'gregorian', context.language);
		const start = first + ((weekday - weekdayOf(first) + 7) % 7);
		return { start, end: start + 1, calendar: 'gregorian', rule: 'that weekday', flags: [] };
	}
	const back = (weekdayOf(said) - weekday + 7) % 7;
	const ahead = (weekday - weekdayOf(said) + 7) % 7;
	const start =
		shift === -1
			? said - (back || 7)
			: shift === 1
				? said + (ahead || 7)
				: shift === 0 || towards === 'future'
					? said + ahead
					: said - back;
	return { start, end: start + 1, calendar: 'gregorian', rule: 'that weekday', flags: [] };
}
