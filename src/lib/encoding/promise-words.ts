import type { KnownOrder } from '#lib/domain/known-order.ts';
import type { OrderAgainst } from '#lib/domain/order-contradictions.ts';
import type { PromiseLedger } from '#lib/domain/promises.ts';
import { roughSpan, type ShiftRange } from '#lib/domain/date-shift.ts';
import type { Translate } from '#lib/language/translate.ts';

/** "after “Ministers meet”, same year"; a year or month of another calendar names it. */
export function orderWords(t: Translate, { stands, same }: Pick<KnownOrder, 'stands' | 'same'>, name: string): string {
	const order = t('promises.order', { stands, name });
	return same === null ? order : t('promises.order-same', { order, same: same.replace('-', '_') });
}

/**
 * That a stated order cannot hold, told of one of its two records: what is stated of the other is turned round.
 * @param id of whom it is told
 * @param nameOf what a record is called
 */
export function orderAgainstWords(
	t: Translate,
	{ record, of, stands, same, against }: KnownOrder & { readonly record: string; readonly against: OrderAgainst },
	id: string,
	nameOf: (id: string) => string
): string {
	const own = record === id;
	const turned = stands === 'after' ? 'before' : 'after';
	const order = orderWords(t, { stands: own ? stands : turned, same }, nameOf(own ? of : record));
	return t('promises.order-against', { order, against });
}

/** A number of days as people say it: "10 months". */
export function roughWords(t: Translate, days: number): string {
	const { unit, count } = roughSpan(days);
	return t(`promises.${unit}`, { count });
}

/** Beside what may be so much more, a least this small is no more than "some": "up to 12 months". */
const SMALL = 1 / 8;

/** How far something was moved, whichever way, with its doubt: "2 to 3 years", "22 months to 3 years", "up to 12 months". */
export function rangeWords(t: Translate, { least, most }: ShiftRange): string {
	const [low, high] = most < 0 || (least < 0 && -least > most) ? [-most, -least] : [least, most];
	const to = roughWords(t, high);
	const [shortest, longest] = [roughSpan(Math.max(0, low)), roughSpan(high)];
	if (shortest.unit === longest.unit && shortest.count === longest.count) return to;
	if (low < high * SMALL) return t('promises.up-to', { span: to });
	if (shortest.unit !== longest.unit) return t('promises.from-to', { from: roughWords(t, low), to });
	return t('promises.number-to', { from: shortest.count, to });
}

/** The way something was moved by more than it may have been moved the other way; 0: not at all. */
export function wayOf({ least, most }: ShiftRange): number {
	return Math.sign(least + most);
}

/**
 * How a promise has moved, in one sentence: "moved twice, 2 to 3 years later than first said, last word 9 weeks ago". '' when
 * nothing is to be told: it did not move, or it is over.
 * @param today epoch day
 */
export function movedWords(
	t: Translate,
	{ moves, laterBy, lastWord, closed }: Omit<PromiseLedger, 'steps' | 'later'>,
	today: number
): string {
	const parts: string[] = [];
	if (moves > 0) parts.push(t('promises.moved', { count: moves }));
	const way = laterBy === null ? null : wayOf(laterBy);
	if (laterBy && way) parts.push(t(way > 0 ? 'promises.later' : 'promises.earlier', { span: rangeWords(t, laterBy) }));
	else if (way === 0) parts.push(t('promises.as-first'));
	if (!closed && lastWord !== null && lastWord <= today)
		parts.push(lastWord === today ? t('promises.last-word-today') : t('promises.last-word', { span: roughWords(t, today - lastWord) }));
	return parts.join(t('common.list-comma'));
}

/**
 * That nothing was heard since the last day it was due; '' when a word came after it, or the day is not over.
 * @param lastDay epoch day, ±Infinity when open or unknown
 */
export function silenceWords(
	t: Translate,
	{ lastWord, closed }: Pick<PromiseLedger, 'lastWord' | 'closed'>,
	lastDay: number,
	today: number
): string {
	if (closed || !Number.isFinite(lastDay) || today <= lastDay || (lastWord !== null && lastWord > lastDay)) return '';
	return t('promises.silence', { span: roughWords(t, today - lastDay) });
}
