import { axisTextOf } from '#lib/encoding/axis.ts';
import { formatDay } from '#lib/language/format-day.ts';
import { LOCALES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { estimatedWidth } from '#lib/timeline/layout/text-width.ts';
import { ticksOf } from '#lib/timeline/scale/ticks.ts';
import { printFigures, quantile, type Figure } from './figures.ts';

const RUNS = 20_000;
const WARM = 2_000;
const YEAR = 365.2425;
/** From an hour to the farthest the axis goes. */
const [NEAREST, FARTHEST] = [1 / 24, 4000 * YEAR];
const READERS: readonly (readonly [Language, CalendarName, CalendarName?])[] = [
	['en', 'gregorian'],
	['fa', 'persian'],
	['ar', 'islamic'],
	['fa', 'persian', 'gregorian']
];

/** Numbers that look random and are the same every time. */
function* sequence(seed: number): Generator<number> {
	for (let x = seed; ;) yield (x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** What a set of ticks costs, labels and their widths included, over random zooms of all widths, and of such as people use. */
export function benchTicks(): void {
	const figures: Figure[] = [];
	for (const [language, calendar, second] of READERS) {
		const text = axisTextOf({ language, calendar }, second);
		for (const [what, nearest, farthest] of [
			['an hour to 4,000 years', NEAREST, FARTHEST],
			['2 hours to 200 years', 1 / 12, 200 * YEAR]
		] as const) {
			const random = sequence(11);
			const next = () => random.next().value ?? 0;
			const times: number[] = [];
			for (let run = 0; run < RUNS + WARM; run++) {
				const span = nearest * (farthest / nearest) ** next();
				const start = dayOf(1900 + Math.floor(next() * 177), 1, 1) - span / 2;
				const began = performance.now();
				ticksOf(
					{ start, end: start + span },
					1200,
					text,
					(label) => estimatedWidth(label, 11, 400),
					(label) => estimatedWidth(label, 13, 600)
				);
				if (run >= WARM) times.push(performance.now() - began);
			}
			const micro = (ms: number) => `${Math.round(ms * 1000)} µs`;
			figures.push({
				name: `${calendar}${second ? ` over ${second}` : ''} in ${LOCALES[language].name}, ${what}`,
				value: `${micro(quantile(times, 0.5))}, 99 of 100 under ${micro(quantile(times, 0.99))}`,
				goal: 'well under 1 ms'
			});
		}
	}
	const label = performance.now();
	for (let day = 0; day < RUNS; day++) formatDay(day, { language: 'fa', calendar: 'persian', style: 'short' });
	figures.push({ name: 'one day in words', value: `${(((performance.now() - label) * 1000) / RUNS).toFixed(1)} µs` });
	printFigures('ticks', figures);
}
