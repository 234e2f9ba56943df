import { withinText, type Point } from './point.ts';
import { completed, type Context, type Parts, type Towards } from './parts.ts';
import { DateTextError, type DateChoice } from './reading.ts';
import type { Figure } from './terms.ts';

/** Every order in which `14/09/1404` or `12/2025` can be meant. Where a month is past 12 the order is settled and one is left. */
export function ordersOf(parts: readonly Figure[], sign: string, context: Context): Pick<Parts, 'year' | 'monthFigure' | 'day'>[] {
	const [a, b, c] = parts;
	if (!a || !b) return [];
	if (!c) return ordersOfTwo(a, b, context);
	if (a.digits >= 3) return [{ year: a, monthFigure: b, day: c }];
	const dayFirst = { day: a, monthFigure: b, year: c };
	const monthFirst = { monthFigure: a, day: b, year: c };
	// Dots are written in Russian, and only with the day first.
	if (b.value > 12 && a.value <= 12) return [monthFirst];
	if (a.value > 12 || a.value === b.value || (sign === '.' && context.language === 'ru')) return [dayFirst];
	return inOrder(dayFirst, monthFirst, context);
}

function inOrder<Order>(dayFirst: Order, monthFirst: Order, { order }: Context): Order[] {
	return order === undefined ? [dayFirst, monthFirst] : [order === 'day first' ? dayFirst : monthFirst];
}

function ordersOfTwo(a: Figure, b: Figure, context: Context): Pick<Parts, 'year' | 'monthFigure' | 'day'>[] {
	if (a.digits >= 3) return [{ year: a, monthFigure: b }];
	if (b.digits >= 3) return [{ monthFigure: a, year: b }];
	const dayFirst = { day: a, monthFigure: b };
	const monthFirst = { monthFigure: a, day: b };
	if (b.value > 12 && a.value <= 12) return [monthFirst];
	return a.value > 12 || a.value === b.value ? [dayFirst] : inOrder(dayFirst, monthFirst, context);
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
