import type { KnownOrder } from '#lib/domain/known-order.ts';
import type { PromiseLedger } from '#lib/domain/promises.ts';
import { roughSpan } from '#lib/domain/date-shift.ts';
import type { Translate } from '#lib/language/translate.ts';

/** "after “Ministers meet”, same year"; a year or month of another calendar names it. */
export function orderWords(t: Translate, { stands, same }: Pick<KnownOrder, 'stands' | 'same'>, name: string): string {
	const order = t('promises.order', { stands, name });
	return same === null ? order : t('promises.order-same', { order, same: same.replace('-', '_') });
}

/** A number of days as people say it: "10 months". */
export function roughWords(t: Translate, days: number): string {
	const { unit, count } = roughSpan(days);
	return t(`promises.${unit}`, { count });
}

/**
 * How a promise has moved, in one sentence: "moved twice, 10 months later than first said, last word 9 weeks ago". '' when
 * nothing is to be told: it did not move, or it is over.
 * @param today epoch day
 */
export function movedWords(t: Translate, { moves, later, lastWord, closed }: Omit<PromiseLedger, 'steps'>, today: number): string {
	const parts: string[] = [];
	if (moves > 0) parts.push(t('promises.moved', { count: moves }));
	if (later !== null && later !== 0) parts.push(t(later > 0 ? 'promises.later' : 'promises.earlier', { span: roughWords(t, later) }));
	else if (later === 0) parts.push(t('promises.as-first'));
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
