import { dayOf, daysInMonth } from './epoch-day.ts';
import type { EdtfDate, EdtfTime } from './edtf-value.ts';

/** From the first moment to the exclusive last, in epoch days. */
export type Span = readonly [start: number, end: number];

const MINUTES_PER_DAY = 1440;
const SECONDS_PER_DAY = 86_400;

/**
 * First month and length of each season 21–41. The standard gives them no bounds; ours: 21–24 and 25–28 northern
 * meteorological (spring is March–May, winter December–February of the next year), 29–32 the same names in the south,
 * 33–36 quarters, 37–39 thirds, 40–41 halves of a year.
 */
const SEASONS: readonly (readonly [firstMonth: number, length: number])[] = [
	...([3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6] as const).map((month) => [month, 3] as const),
	...([1, 4, 7, 10] as const).map((month) => [month, 3] as const),
	...([1, 5, 9] as const).map((month) => [month, 4] as const),
	...([1, 7] as const).map((month) => [month, 6] as const)
];

/** The whole span a date allows; qualifiers leave it alone, and of `XXXX` alone nothing is known. */
export function spanOf(date: EdtfDate): Span {
	const [first, last] = date.years;
	if (date.anyYear && !certainParts(date)) return [-Infinity, Infinity];
	if (date.season !== undefined) {
		const [month, length] = SEASONS[date.season - 21] ?? [1, 12];
		return [dayOf(first, month, 1), dayOf(last, month + length, 1)];
	}
	if (!date.months) return [dayOf(first, 1, 1), dayOf(last + 1, 1, 1)];
	if (!date.days) return [dayOf(first, date.months[0] ?? 1, 1), dayOf(last, (date.months.at(-1) ?? 12) + 1, 1)];
	const start = extremeDay(date, first, 1);
	if (date.time) return timeSpan(start, date.time);
	return [start, extremeDay(date, last, -1) + 1];
}

function certainParts(date: EdtfDate): boolean {
	return (
		date.season !== undefined ||
		(date.months !== undefined && date.months.length < 12) ||
		(date.days !== undefined && date.days.length < 31)
	);
}

/** The first (step 1) or last (step −1) day the pattern allows, looking on from `year`; the parser has seen that there is one. */
function extremeDay(date: EdtfDate, year: number, step: 1 | -1): number {
	const months = inOrder(date.months ?? [], step);
	const days = inOrder(date.days ?? [], step);
	for (let y = year; y >= date.years[0] && y <= date.years[1]; y += step) {
		for (const month of months) {
			const length = daysInMonth(y, month);
			const day = days.find((each) => each <= length);
			if (day !== undefined) return dayOf(y, month, day);
		}
	}
	throw new RangeError(`no such day: ${date.text}`);
}

function inOrder(values: readonly number[], step: 1 | -1): readonly number[] {
	return step === 1 ? values : values.toReversed();
}

/** A time without an offset floats, and is laid where its clock says in UTC, as whole days are. */
function timeSpan(day: number, { hour, minute, second, offset }: EdtfTime): Span {
	const minutes = hour * 60 + minute - (offset ?? 0);
	if (second === undefined) return [day + minutes / MINUTES_PER_DAY, day + (minutes + 1) / MINUTES_PER_DAY];
	const seconds = minutes * 60 + second;
	return [day + seconds / SECONDS_PER_DAY, day + (seconds + 1) / SECONDS_PER_DAY];
}
