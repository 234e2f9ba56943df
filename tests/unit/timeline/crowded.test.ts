import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutAxis } from '#lib/timeline/layout/axis-bands.ts';
import { layoutTimeline, type LayoutOptions } from '#lib/timeline/layout/layout.ts';
import { DESK_SIZES } from '#lib/timeline/layout/sizes.ts';
import { estimatedWidth } from '#lib/timeline/layout/text-width.ts';
import { timeScale } from '#lib/timeline/scale/time-scale.ts';
import { day, englishAxis, englishTexts, item, TODAY } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const axisOf = (extent: { start: number; end: number }, width: number, today = -1e9) =>
	layoutAxis(timeScale(extent, 'ltr'), {
		width,
		sizes: DESK_SIZES,
		text: englishAxis,
		language: 'en',
		measure: estimatedWidth,
		today,
		todayLabel: 'Today, 22 November'
	});
const yearsOf = (extent: { start: number; end: number }, width: number, today?: number) =>
	axisOf(extent, width, today).axis.upper.map((text) => Number(text.runs[0]?.text));

describe('an axis of many years', () => {
	test('names every year or every second, fifth, tenth, never one here and one there', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 60 }),
				fc.integer({ min: 300, max: 2400 }),
				fc.integer({ min: 0, max: 800 }),
				(span, width, from) => {
					const start = day('1990-01-01') + from;
					const years = yearsOf({ start, end: start + span * 365.2425 }, width);
					// The first year may be running out and the last too short for its name.
					const steps = new Set(years.slice(1, -1).map((year, at) => (years[at + 2] ?? year) - year));
					expect(steps.size, years.join(' ')).toBeLessThanOrEqual(1);
				}
			),
			{ seed: 11, numRuns: 500 }
		);
	});

	test('where 2011 has room and 2020 has not, years are named by twos', () => {
		const years = yearsOf({ start: day('2011-01-01'), end: day('2030-05-01') }, 870);
		expect(years).toEqual([2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026, 2028]);
	});

	test('a year told by fives stands at its own line or not at all: today moves none into another year', () => {
		const { axis } = axisOf({ start: day('2010-01-01'), end: day('2033-01-01') }, 390, TODAY);
		for (const text of axis.upper) expect(text.x.dx).toBeLessThanOrEqual(6);
	});
});

describe('the shelf', () => {
	const options: LayoutOptions = {
		extent: { start: day('2025-01-01'), end: day('2026-01-01') },
		plotWidth: 700,
		direction: 'ltr',
		today: TODAY,
		todayLabel: 'Today',
		selected: null,
		axisText: englishAxis,
		texts: englishTexts
	};
	const nameOf = (name: string) => {
		const input = inputOf([item({ id: 'a', name })], [{ key: 'l', name: 'l', detail: '', language: 'en' }]);
		return layoutTimeline(input, options).shelf?.labels.find((text) => text.item === 0);
	};

	test('a name there is no room for is cut after a word, with an ellipsis, and fits', () => {
		const label = nameOf('Session 15: Student exchange (Talidor) and the roads');
		expect(label?.runs[0]?.text).toMatch(/^Session 15: Student( exchange)?…$/);
		expect(label?.width).toBeLessThanOrEqual(DESK_SIZES.shelf - 38 - 4);
	});

	test('in a narrow plot at most seven undated items stand under a lane, the rest is counted; an opened lane shows them', () => {
		const lane = { key: 'l', name: 'l', detail: '', language: 'en' } as const;
		const crowd = inputOf(
			Array.from({ length: 300 }, (_, at) => item({ id: `u${at}`, name: `Notice ${at}` })),
			[lane]
		);
		const phone = { ...options, plotWidth: 358, compact: true };
		const closed = layoutTimeline(crowd, phone);
		expect(closed.marks).toHaveLength(7);
		expect(closed.labels.map(({ runs }) => runs[0]?.text)).toContain(englishTexts.more(293));
		expect(layoutTimeline(crowd, { ...phone, openLanes: new Set(['l']) }).marks.length).toBeGreaterThan(7);
	});

	test('one long word is cut between letters, never inside one', () => {
		const label = nameOf('😀'.repeat(60));
		expect([...(label?.runs[0]?.text ?? '')].slice(0, -1).every((letter) => letter === '😀')).toBe(true);
	});

	test('a name that fits is whole', () => {
		expect(nameOf('Session 15: Ports')?.runs[0]?.text).toBe('Session 15: Ports');
	});
});
