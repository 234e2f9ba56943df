import { withinText, type Point } from './point.ts';
import { completed, type Context, type DayOrder, type Parts, type Towards } from './parts.ts';
import { DateTextError, type DateChoice } from './reading.ts';
import type { Figure } from './terms.ts';

/** Every order in which `14/09/1404` or `12/2025` can be meant. Where a month is past 12 the order is settled and one is left. */
export function ordersOf(parts: readonly Figure[], sign: string, context: Context): Pick<Parts, 'year' | 'monthFigure' | 'day'>[] {
	const [a, b, c] = parts;
	if (!a || !b) return [];
	if (!c) return ordersOfTwo(a, b, context);
	const yearFirst = { year: a, monthFigure: b, day: c };
	if (a.digits >= 3) return [yearFirst];
	const dayFirst = { day: a, monthFigure: b, year: c };
	const monthFirst = { monthFigure: a, day: b, year: c };
	if (b.value > 12 && a.value <= 12) return [monthFirst];
	// Persian writes the year first, short as it may be, and the month first in no date of its own calendar.
	const isPersian = context.calendar === 'persian' || context.language === 'fa';
	if (isPersian && a.digits === 2 && c.digits === 2 && b.value <= 12 && c.value >= 1 && c.value <= 31) {
		if (a.value > 31 || a.value < 1) return [yearFirst];
		const settled = a.value > 12 || a.value === b.value || context.calendar === 'persian';
		return inOrder({ 'year first': yearFirst, 'day first': dayFirst, ...(!settled && { 'month first': monthFirst }) }, context);
	}
	// Dots are written in Russian, and only with the day first.
	if (a.value > 12 || a.value === b.value || (sign === '.' && context.language === 'ru')) return [dayFirst];
	return inOrder({ 'day first': dayFirst, 'month first': monthFirst }, context);
}

/** All orders, or the one that is tried, where the figures allow it. */
function inOrder<Order>(orders: Partial<Record<DayOrder, Order>>, { order }: Context): Order[] {
	if (order === undefined) return Object.values(orders);
	const tried = orders[order];
	return tried === undefined ? [] : [tried];
}

function ordersOfTwo(a: Figure, b: Figure, context: Context): Pick<Parts, 'year' | 'monthFigure' | 'day'>[] {
	if (a.digits >= 3) return [{ year: a, monthFigure: b }];
	if (b.digits >= 3) return [{ monthFigure: a, year: b }];
	const dayFirst = { day: a, monthFigure: b };
	const monthFirst = { monthFigure: a, day: b };
	if (b.value > 12 && a.value <= 12) return [monthFirst];
	return a.value > 12 || a.value === b.value ? [dayFirst] : inOrder({ 'day first': dayFirst, 'month first': monthFirst }, context);
}

/** Whether the second figure is the year after the first, in full or by its last two digits. */
export function isYearAfter(year: Figure, second: Figure): boolean {
	const next = year.value + 1;
	return second.digits === 2 ? second.value === next % 100 : second.value === next;
}

/** The point that one of several orders names. @throws DateTextError `ambiguous-order` with all of them when more than one does. */
export function onlyOrder(orders: readonly Parts[], context: Context, towards: Towards): Point {
	const [only] = orders;
	if (!only) throw new DateTextError('unreadable', 0, 'a date');
	if (orders.length === 1) return completed(only, context, towards);
	const points: Point[] = [];
	const choices: DateChoice[] = [];
	for (const parts of orders) {
		try {
			const point = completed(parts, context, towards);
			points.push(point);
			choices.push({ edtf: withinText(point), calendar: point.calendar });
		} catch (error) {
			if (!(error instanceof DateTextError)) throw error;
			if (error.code === 'needs-said') throw error;
			choices.push(...error.choices);
		}
	}
	const [point] = points;
	if (choices.length === 1 && point) return point;
	if (choices.length === 0) return completed(only, context, towards);
	const different = choices.filter(({ edtf }, n) => choices.findIndex((other) => other.edtf === edtf) === n);
	throw new DateTextError('ambiguous-order', only.at, 'the month by its name, or the year first', different);
}
