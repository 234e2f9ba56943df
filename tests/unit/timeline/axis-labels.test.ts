import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisTextOf } from '#lib/encoding/axis.ts';
import { LANGUAGES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { messages as ar } from '#lib/language/messages/ar.ts';
import { messages as en } from '#lib/language/messages/en.ts';
import { messages as fa } from '#lib/language/messages/fa.ts';
import { messages as ru } from '#lib/language/messages/ru.ts';
import { createTranslate } from '#lib/language/translate.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { layoutOverview } from '#lib/timeline/layout/overview.ts';
import { layoutAxis } from '#lib/timeline/layout/axis-bands.ts';
import { firstFree } from '#lib/timeline/layout/free-place.ts';
import { DESK_SIZES } from '#lib/timeline/layout/sizes.ts';
import { estimatedWidth } from '#lib/timeline/layout/text-width.ts';
import { pixelOf, timeScale } from '#lib/timeline/scale/time-scale.ts';
import type { SceneText } from '#lib/timeline/scene.ts';
import { inputOf } from './input-of.ts';

const CATALOGUES = { en, ar, fa, ru };
const TODAY = dayOf(2026, 11, 23);
const TODAY_LABELS = { en: 'Today, 23 November', ar: 'اليوم، 23 نوفمبر', fa: 'امروز، ۲ آذر', ru: 'Сегодня, 23 ноября' };

interface View {
	readonly from: number;
	readonly to: number;
	readonly language?: Language;
	readonly cal?: readonly [CalendarName, CalendarName?];
	readonly width?: number;
	readonly today?: number;
	readonly rtl?: boolean;
}

function axisOf({ from, to, language = 'en', cal = ['gregorian'], width = 1000, today = TODAY, rtl = false }: View) {
	const [calendar, second] = cal;
	const t = createTranslate(language, CATALOGUES[language]);
	const { axis, today: line } = layoutAxis(timeScale({ start: from, end: to }, rtl ? 'rtl' : 'ltr'), {
		width,
		sizes: DESK_SIZES,
		text: axisTextOf({ language, calendar, t }, second),
		language,
		measure: estimatedWidth,
		today,
		todayLabel: TODAY_LABELS[language]
	});
	const words = (texts: readonly SceneText[]) => texts.map(({ runs }) => runs[0]!.text);
	return { upper: words(axis.upper), lower: words(axis.lower), today: line?.label?.runs[0]?.text ?? null, axis, line, width };
}
const years = (from: number, to: number) => ({ from: dayOf(from, 1, 1), to: dayOf(to, 1, 1) });
const NEVER = -1e9;
const NAMES: Readonly<Record<Language, readonly string[]>> = {
	en: ['Persian', 'Gregorian', 'Islamic'],
	ar: ['شمسي', 'ميلادي', 'هجري'],
	fa: ['شمسی', 'میلادی', 'قمری'],
	ru: ['перс.', 'григ.', 'ислам.']
};

describe('today’s label hides no label of the axis', () => {
	test('over eight years every year keeps its name, this one too', () => {
		const { upper, today } = axisOf(years(2021, 2029));
		expect(upper).toEqual(['2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028']);
		expect(today).toBe('Today');
	});

	test('over centuries in two calendars each band keeps its round years', () => {
		const view = { ...years(1600, 2100), language: 'ru', cal: ['persian', 'islamic'] } as const;
		for (const width of [700, 1000, 1400]) {
			const [shown, plain] = [axisOf({ ...view, width }), axisOf({ ...view, width, today: NEVER })];
			expect(shown.upper.toSorted()).toEqual(plain.upper.toSorted());
			expect(shown.lower.toSorted()).toEqual(plain.lower.toSorted());
		}
		expect(axisOf({ ...view, width: 1000 }).upper).toEqual(expect.arrayContaining(['1350', '1400']));
		expect(axisOf({ ...view, width: 1000 }).today).toMatch(/^Сегодня/);
	});

	test('whatever the extent, no label goes because of today, and today’s line stops at one that it would cross', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -2, max: 13, noNaN: true }),
				fc.integer({ min: 280, max: 2400 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.constantFrom(...LANGUAGES),
				fc.constantFrom<readonly [CalendarName, CalendarName?]>(
					['gregorian'],
					['persian'],
					['persian', 'gregorian'],
					['gregorian', 'islamic']
				),
				fc.boolean(),
				(log, width, share, language, cal, rtl) => {
					const span = Math.exp(log);
					const view = { from: TODAY - share * span, to: TODAY + (1 - share) * span, language, width, cal, rtl };
					const [shown, plain] = [axisOf(view), axisOf({ ...view, today: NEVER })];
					const labels = (band: readonly string[]) => band.filter((label) => !NAMES[language].includes(label)).toSorted();
					expect(labels(shown.upper)).toEqual(labels(plain.upper));
					expect(labels(shown.lower)).toEqual(labels(plain.lower));
					for (const text of [...shown.axis.upper, ...shown.axis.lower]) {
						const [from, to] = edgesOf(text, width);
						if (shown.line && shown.line.f * width > from && shown.line.f * width < to) expect(text.ground).toBe(true);
					}
				}
			),
			{ seed: 12, numRuns: 400 }
		);
	});
});

describe('two calendars', () => {
	test.each([
		['en', 'Persian', 'Gregorian'],
		['ar', 'شمسي', 'ميلادي'],
		['fa', 'شمسی', 'میلادی'],
		['ru', 'перс.', 'григ.']
	] as const)('are named once, each on its own band (%s)', (language, own, other) => {
		for (const view of [years(1000, 2100), years(1600, 2100), years(2000, 2030)]) {
			for (const rtl of [false, true]) {
				const { upper, lower, axis, line, width } = axisOf({ ...view, language, cal: ['persian', 'gregorian'], rtl });
				expect(upper.filter((text) => text === own)).toHaveLength(1);
				expect(lower.filter((text) => text === other)).toHaveLength(1);
				for (const texts of [axis.upper, axis.lower]) {
					const boxes = texts.map((text) => edgesOf(text, width)).sort(([a], [b]) => a - b);
					boxes.forEach(([from], index) => index > 0 && expect(from).toBeGreaterThan(boxes[index - 1]![1]));
					const { runs, ...name } = texts.at(-1)!;
					expect([own, other]).toContain(runs[0]!.text);
					const [from, to] = edgesOf({ runs, ...name }, width);
					expect(line && line.f * width > from && line.f * width < to).not.toBe(true);
				}
			}
		}
	});

	test('take no label’s place; a band of one calendar alone is not named', () => {
		const both = axisOf({ ...years(1600, 2100), cal: ['persian', 'gregorian'] });
		expect(both.upper).toEqual(['1000', '1100', '1200', '1300', '1400', 'Persian']);
		expect(both.lower).toEqual(['1600', '1650', '1700', '1750', '1800', '1850', '1900', '1950', '2000', '2050', 'Gregorian']);
		expect(axisOf({ ...years(1600, 2100), cal: ['persian'] }).upper).not.toContain('Persian');
	});

	test('are left unnamed where the axis would keep less than four labels', () => {
		const view = { ...years(1600, 2100), width: 300 };
		const { upper, lower } = axisOf({ ...view, cal: ['persian', 'gregorian'] });
		expect(upper).toEqual(axisOf({ ...view, cal: ['persian'] }).upper);
		expect(lower).toEqual(expect.arrayContaining(['1700', '1800', '1900']));
	});

	test('are named over months, too, where there is room', () => {
		const { upper, lower } = axisOf({ ...years(2024, 2028), cal: ['persian', 'gregorian'] });
		expect(upper.filter((text) => text === 'Persian')).toHaveLength(1);
		expect(lower).toEqual(expect.arrayContaining(['2024', 'Apr', '2027']));
	});
});

test('the overview tells one calendar alone: a second one thins none of its years', () => {
	const t = createTranslate('en', en);
	const domain = { start: dayOf(1600, 1, 1), end: dayOf(2100, 1, 1) };
	const overview = (second?: CalendarName) =>
		layoutOverview(inputOf([], []), {
			...{ domain, width: 1000, direction: 'ltr', today: TODAY },
			axisText: axisTextOf({ language: 'en', calendar: 'persian', t }, second)
		});
	expect(overview('gregorian')).toEqual(overview());
	expect(overview('gregorian').labels.length).toBeGreaterThan(5);
});

test('a place is free only where it keeps its distance to everything that stands there', () => {
	const places = (
		[
			[-2, 8],
			[10, 20],
			[31, 41],
			[26, 36]
		] as const
	).map((box) => ({ box }));
	expect(firstFree(places, () => [{ box: [20, 25] }], [0, 100], 6)).toBe(places[2]);
	expect(firstFree(places, () => [{ box: [20, 25] }], [0, 40], 6)).toBeUndefined();
});

function edgesOf(text: SceneText, width: number): readonly [number, number] {
	const at = pixelOf(text.x, width);
	return text.anchor === 'end' ? [at - text.width, at] : [at, at + text.width];
}
