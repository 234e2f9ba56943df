import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { DateValue } from './claim.ts';

/** From one date to another in whole days (negative: earlier), measured at their last day, else at their first; null where neither is known. */
export function shiftOf(from: DateValue, to: DateValue): number | null {
	const [before, after] = [edgesOf(from.edtf), edgesOf(to.edtf)];
	for (const edge of ['latestEnd', 'earliestStart'] as const) {
		const shift = after[edge] - before[edge];
		if (Number.isFinite(shift)) return Math.round(shift);
	}
	return null;
}

/** How long in the unit people use for it: days up to two weeks, weeks up to ten, months up to two years. */
export function roughSpan(days: number): { readonly unit: 'days' | 'weeks' | 'months' | 'years'; readonly count: number } {
	const length = Math.abs(days);
	if (length < 14) return { unit: 'days', count: Math.round(length) };
	if (length < 70) return { unit: 'weeks', count: Math.round(length / 7) };
	if (length < 730) return { unit: 'months', count: Math.round(length / 30.436_875) };
	return { unit: 'years', count: Math.round(length / 365.2425) };
}
