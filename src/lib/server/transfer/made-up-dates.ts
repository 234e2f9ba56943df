import type { DateValue } from '#lib/domain/claim.ts';
import { civilOf, dayOf, isoOf } from '#lib/temporal/epoch-day.ts';
import type { Chance } from './seeded-chance.ts';

/** The made-up world has its own today, so that the same seed plans and misses the same things for ever. */
export const WORLD_TODAY = dayOf(2026, 11, 22);
export const WORLD_START = dayOf(2015, 1, 1);
/** Nothing is planned from here on. */
export const WORLD_END = dayOf(2029, 1, 1);

const pad = (n: number) => String(n).padStart(2, '0');

/** A day that is past, the later the likelier: there is more news of last year than of ten years ago. */
export function pastDay(chance: Chance): number {
	return WORLD_START + Math.floor((WORLD_TODAY - WORLD_START) * chance.next() ** 0.6);
}

export function comingDay(chance: Chance): number {
	return chance.whole(WORLD_TODAY + 3, WORLD_END - 1);
}

/** Due, and never reported. */
export function missedDay(chance: Chance): number {
	return chance.whole(WORLD_TODAY - 700, WORLD_TODAY - 40);
}

export function exactly(day: number): DateValue {
	return { edtf: isoOf(day), calendar: 'gregorian' };
}

/** How a day is told: mostly to the day, else as vaguely as news tells days. Shares are of a hundred. */
export function toldOf(day: number, chance: Chance): DateValue {
	const { year, month } = civilOf(day);
	const asMonth = `${year}-${pad(month)}`;
	const share = chance.whole(0, 99);
	if (share < 58) return exactly(day);
	if (share < 70) return { edtf: `${isoOf(day)}/${isoOf(day + chance.whole(1, 4))}`, calendar: 'gregorian' };
	if (share < 84) return { edtf: asMonth, calendar: 'gregorian' };
	if (share < 88) return { edtf: String(year), calendar: 'gregorian' };
	if (share < 92) return { edtf: `${asMonth}~`, calendar: 'gregorian' };
	if (share < 94) return { edtf: `${isoOf(day)}/..`, calendar: 'gregorian' };
	if (share < 96) return { edtf: `${isoOf(day)}/`, calendar: 'gregorian' };
	if (share < 97) return { edtf: `/${isoOf(day)}`, calendar: 'gregorian' };
	if (share < 98) return { edtf: `[..${asMonth}]`, calendar: 'gregorian' };
	return within(year);
}

/** Half of all long undertakings last no longer than this. */
const MEDIAN_DAYS = 30;
/** Spread of the logarithm of their length: one in forty lasts longer than a year. */
const LENGTH_SPREAD = 1.25;
const LONGEST_DAYS = 2500;

/** From this day on for days, months or years: lengths are spread log-normally, as those of projects and talks are. */
export function lastingFrom(day: number, chance: Chance): DateValue {
	const normal = Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
	const days = Math.ceil(Math.min(LONGEST_DAYS, MEDIAN_DAYS * Math.exp(LENGTH_SPREAD * normal)));
	return { edtf: `${isoOf(day)}/${isoOf(Math.max(day, Math.min(day + days, WORLD_END - 2)))}`, calendar: 'gregorian' };
}

function within(year: number): DateValue {
	return {
		edtf: String(year),
		words: { en: 'by next year', ar: 'بحلول العام المقبل', fa: 'تا سال آینده', ru: 'к следующему году' },
		said: String(year - 1),
		calendar: 'gregorian',
		rule: 'within next year'
	};
}
