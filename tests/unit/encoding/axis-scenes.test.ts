import { describe, expect, test } from 'vitest';
import { axisTextOf } from '#lib/encoding/axis.ts';
import { LOCALES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { civilIn } from '#lib/temporal/calendars.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { layoutTimeline } from '#lib/timeline/layout/layout.ts';
import { estimatedWidth } from '#lib/timeline/layout/text-width.ts';
import { paintPictureSvg } from '#lib/timeline/paint/svg-painter.ts';
import { LIGHT } from '#lib/timeline/paint/palette.ts';
import { ticksOf } from '#lib/timeline/scale/ticks.ts';
import { englishTexts } from '../timeline/desk-items.ts';
import { inputOf } from '../timeline/input-of.ts';

const TODAY = dayOf(2026, 11, 22);
const SPANS = { decade: 3653, year: 366, month: 31, week: 7, day: 1 } as const;
const READERS: Readonly<Record<CalendarName, Language>> = { gregorian: 'en', persian: 'fa', islamic: 'ar' };
const LANES = [{ key: 'a', name: 'A', detail: '', language: 'en' }];
const calendars = Object.keys(READERS) as CalendarName[];
const measure = (text: string) => estimatedWidth(text, 11, 400);

function scene(calendar: CalendarName, span: keyof typeof SPANS, direction: 'ltr' | 'rtl') {
	const language = READERS[calendar];
	return layoutTimeline(inputOf([], LANES), {
		extent: { start: TODAY - SPANS[span] / 2, end: TODAY + SPANS[span] / 2 },
		plotWidth: 900,
		direction,
		today: TODAY,
		todayLabel: '',
		selected: null,
		axisText: axisTextOf({ language, calendar }),
		texts: englishTexts,
		language
	});
}

describe.each(calendars)('the axis of the %s calendar', (calendar) => {
	describe.each(['ltr', 'rtl'] as const)('%s', (direction) => {
		test.each(Object.keys(SPANS) as (keyof typeof SPANS)[])('looks as it did over a %s', async (span) => {
			const picture = paintPictureSvg(scene(calendar, span, direction), LANES, {
				width: 1270,
				palette: LIGHT,
				direction,
				title: `${calendar}, ${span}`,
				lang: READERS[calendar]
			});
			await expect(picture).toMatchFileSnapshot(`axis-scenes/${calendar}-${span}-${direction}.svg`);
		});
	});

	test('its months and years begin with the first day of a month, and years with the first month', () => {
		const text = axisTextOf({ language: READERS[calendar], calendar });
		for (let span = 40; span < 20_000; span *= 1.3) {
			const { upper, lower, upperUnit, lowerUnit } = ticksOf({ start: TODAY - span / 2, end: TODAY + span / 2 }, 900, text, measure);
			for (const { day } of upper) {
				const { month, day: first } = civilIn(calendar, day);
				if (upperUnit === 'month' || upperUnit === 'year') expect(first).toBe(1);
				if (upperUnit === 'year') expect(month).toBe(1);
			}
			if (lowerUnit === 'month') for (const { day } of lower) expect(civilIn(calendar, day).day).toBe(1);
		}
	});

	test.each(calendars.filter((other) => other !== calendar))('the %s calendar runs on its lower band', (other) => {
		const language = READERS[calendar];
		const text = axisTextOf({ language, calendar }, other);
		const alone = axisTextOf({ language, calendar: other });
		for (const span of [60, 400, 1200, 6000]) {
			const extent = { start: TODAY - span / 2, end: TODAY + span / 2 };
			const both = ticksOf(extent, 900, text, measure);
			expect(both.upper).toEqual(ticksOf(extent, 900, axisTextOf({ language, calendar }), measure).upper);
			for (const { day } of both.lower) expect(civilIn(other, day).day === 1 || both.lowerUnit === 'day').toBe(true);
			const turns = ticksOf(extent, 900, alone, measure).upper.map(({ day }) => day);
			const named = both.lower.filter(({ day, label }) => turns.includes(day) && label !== null);
			if (both.lowerUnit === 'month') expect(named.map(({ label }) => label)).toEqual(named.map(({ day }) => alone.year(day)));
		}
	});
});

test('a second calendar names the month and year that run already where the view begins, and no two of its labels meet', () => {
	const letters = (label: string) => label.length * 6;
	for (let from = TODAY - 400; from < TODAY; from += 7)
		for (const span of [16, 108, 700])
			for (const other of calendars.filter((each) => each !== 'gregorian')) {
				const extent = { start: from, end: from + span };
				const { lower, lowerUnit } = ticksOf(extent, 900, axisTextOf({ language: 'en', calendar: 'gregorian' }, other), letters);
				const labelled = lower.flatMap(({ day, label }) => (label === null ? [] : [{ at: ((day - from) * 900) / span, day, label }]));
				const alone = axisTextOf({ language: 'en', calendar: other });
				const [first] = labelled;
				const told = [alone.dayMonthYear, alone.monthAndYear, alone.month, alone.year].map((word) => word(first!.day));
				const room = letters(told[lowerUnit === 'month' ? 1 : 0]!) + 12;
				const isBeginning = labelled.some(({ day, at }, n) => n > 0 && civilIn(other, day).day === 1 && at - first!.at < room);
				if (!isBeginning) expect(told.slice(lowerUnit === 'month' ? 1 : 0)).toContain(first!.label);
				labelled.slice(1).forEach(({ at }, n) => {
					const before = labelled[n]!;
					expect(before.at + letters(before.label)).toBeLessThan(at);
				});
			}
});

test('every language has words for every calendar of the axis', () => {
	for (const language of Object.keys(LOCALES) as Language[])
		for (const calendar of calendars) {
			const text = axisTextOf({ language, calendar });
			for (const word of [text.year, text.month, text.monthAndYear, text.dayOfMonth, text.dayMonthYear, text.hour])
				expect(word(TODAY)).toMatch(/[\p{L}\p{N}]/u);
		}
});
