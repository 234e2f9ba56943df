import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutAxis } from '#lib/timeline/layout/axis-bands.ts';
import { overviewDomain } from '#lib/timeline/layout/overview.ts';
import { DESK_SIZES } from '#lib/timeline/layout/sizes.ts';
import { estimatedWidth, estimateTextWidth } from '#lib/timeline/layout/text-width.ts';
import { packRows } from '#lib/timeline/layout/pack-rows.ts';
import { visitRow } from '#lib/timeline/query/visible-items.ts';
import { fitExtent, panBy, zoomAbout, ZOOM_LIMITS } from '#lib/timeline/scale/fit.ts';
import { ticksOf } from '#lib/timeline/scale/ticks.ts';
import { pixelOf, timeScale } from '#lib/timeline/scale/time-scale.ts';
import { day, desk, englishAxis, item, TODAY } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const measure = (text: string) => estimatedWidth(text, 11, 400);
const labels = (ticks: readonly { label: string | null }[]) => ticks.flatMap((tick) => tick.label ?? []);

describe('the default extent', () => {
	test('is autumn 2024 to early 2027 for the desk, on whole months', () => {
		expect(fitExtent(desk, TODAY)).toEqual({ start: day('2024-10-01'), end: day('2027-03-01') });
		expect(overviewDomain(desk, fitExtent(desk, TODAY))).toEqual({ start: day('2022-01-01'), end: day('2028-01-01') });
	});

	test('is the year round today without dated records', () => {
		const { start, end } = fitExtent(inputOf([], []), TODAY);
		expect(start < TODAY && TODAY < end && end - start < 430).toBe(true);
	});

	test('is not flattened by one record of another century among thousands', () => {
		const many = Array.from({ length: 3000 }, (_, index) =>
			item({
				id: `i${index}`,
				edges: {
					earliestStart: 20000 + (index % 700),
					latestStart: 20001 + (index % 700),
					earliestEnd: 20000,
					latestEnd: 20001 + (index % 700)
				}
			})
		);
		const odd = item({ id: 'odd', edges: { earliestStart: -60000, latestStart: -59999, earliestEnd: -60000, latestEnd: -59999 } });
		expect(fitExtent(inputOf([...many, odd], desk.lanes), TODAY).start).toBeGreaterThan(19000);
		expect(fitExtent(inputOf([item({ id: 'a', edges: odd.edges }), ...many.slice(0, 50)], desk.lanes), TODAY).start).toBeLessThan(-59000);
	});
});

describe('moving', () => {
	test('zooming keeps the day under the pointer where it is', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (factor, share) => {
				const extent = { start: 20000, end: 20900 };
				const at = extent.start + share * 900;
				const zoomed = zoomAbout(extent, at, factor);
				expect((at - zoomed.start) / (zoomed.end - zoomed.start)).toBeCloseTo(share, 6);
			}),
			{ seed: 3, numRuns: 100 }
		);
	});

	test('hands back the same object when nothing changes', () => {
		const extent = { start: 0, end: ZOOM_LIMITS.shortest };
		expect(zoomAbout(extent, 0, 2)).toBe(extent);
		expect(panBy(extent, 0)).toBe(extent);
		expect(panBy(extent, 1)).toEqual({ start: 1, end: 1 + ZOOM_LIMITS.shortest });
	});

	test('direction enters in the scale alone: right to left is the mirror', () => {
		const extent = { start: 100, end: 200 };
		const [ltr, rtl] = [timeScale(extent, 'ltr'), timeScale(extent, 'rtl')];
		for (const at of [100, 130, 200, 250]) expect(rtl.toFraction(at)).toBeCloseTo(1 - ltr.toFraction(at), 12);
		expect(rtl.toDay(rtl.toFraction(142))).toBeCloseTo(142, 9);
	});
});

describe('ticks', () => {
	test('the desk names every third month under its years', () => {
		const ticks = ticksOf(fitExtent(desk, TODAY), 670, englishAxis, measure);
		expect(labels(ticks.upper)).toEqual(['2024', '2025', '2026', '2027']);
		expect(labels(ticks.lower)).toEqual(['Oct', 'Jan', 'Apr', 'Jul', 'Oct', 'Jan', 'Apr', 'Jul', 'Oct', 'Jan']);
	});

	test('nearer come days under months, then hours under days; far out years alone', () => {
		expect(ticksOf({ start: day('2025-12-01'), end: day('2025-12-20') }, 670, englishAxis, measure)).toMatchObject({
			upperUnit: 'month',
			lowerUnit: 'day'
		});
		expect(ticksOf({ start: day('2025-12-04'), end: day('2025-12-06') }, 670, englishAxis, measure)).toMatchObject({
			upperUnit: 'day',
			lowerUnit: 'hour'
		});
		const far = ticksOf({ start: day('1900-01-01'), end: day('2100-01-01') }, 670, englishAxis, measure);
		expect(far.upperUnit).toBe('year');
		expect(labels(far.upper)).toContain('1920');
	});

	test('no two texts of a band meet, nor a text without ground and the today line, at any extent, width and direction', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -3, max: 12, noNaN: true }),
				fc.integer({ min: 280, max: 3000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.boolean(),
				(log, width, share, rtl) => {
					const span = Math.exp(log);
					const extent = { start: TODAY - share * span, end: TODAY + (1 - share) * span };
					const { axis, today } = layoutAxis(timeScale(extent, rtl ? 'rtl' : 'ltr'), {
						width,
						sizes: DESK_SIZES,
						text: englishAxis,
						language: 'en',
						measure: estimatedWidth,
						today: TODAY,
						todayLabel: 'Today, 22 Nov'
					});
					const texts = [...axis.upper, ...axis.lower, ...(today?.label ? [today.label] : [])];
					const above = ({ y }: { y: number }) => y < DESK_SIZES.axis / 2;
					for (const band of [texts.filter(above), texts.filter((text) => !above(text))]) {
						const boxes = band.map((text) => {
							const at = pixelOf(text.x, width);
							const box = text.anchor === 'end' ? [at - text.width, at] : [at, at + text.width];
							if (today && !text.ground) expect((box[0] ?? 0) > today.f * width || (box[1] ?? 0) < today.f * width).toBe(true);
							return box;
						});
						boxes.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
						boxes.forEach((box, index) => {
							expect(box[0]).toBeGreaterThanOrEqual(0);
							expect(box[1]).toBeLessThanOrEqual(width);
							if (index > 0) expect(box[0]).toBeGreaterThan(boxes[index - 1]?.[1] ?? 0);
						});
					}
				}
			),
			{ seed: 5, numRuns: 400 }
		);
	});
});

describe('what stands above', () => {
	const words = (text: string) => text.length * 6;

	test('days and hours are named only where the months and days above them can be', () => {
		const seen = new Set<string>();
		for (const width of [340, 670, 1040, 1600])
			for (let span = 0.5; span < 4000; span *= 1.15) {
				const { upper, lowerUnit } = ticksOf({ start: TODAY, end: TODAY + span }, width, englishAxis, words);
				seen.add(lowerUnit);
				if (lowerUnit !== 'day' && lowerUnit !== 'hour') continue;
				const room = (lowerUnit === 'day' ? 28 : 1) * (width / span);
				for (const { label } of upper) expect(words(label ?? '') - 12).toBeLessThanOrEqual(room);
			}
		expect(seen).toEqual(new Set(['minute', 'hour', 'day', 'month', 'year']));
	});
});

describe('texts and queries', () => {
	test('the estimator is close to the fonts and rather too wide', () => {
		// Measured in a browser with Inter Variable and Vazirmatn Variable at 12 px.
		for (const [text, weight, real] of [
			['Contract ceremony', 600, 111.5],
			['پنجمین نشست', 600, 74.5],
			['مذكرة بين الحكومتين', 400, 101],
			['تفاهم‌نامهٔ بین‌دولتی', 400, 94.9]
		] as const) {
			const width = estimateTextWidth(text, 12, weight);
			expect(width / real).toBeGreaterThan(0.97);
			expect(width / real).toBeLessThan(1.12);
		}
	});

	test('bisection finds the same items as looking at each', () => {
		const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 300 })), { maxLength: 60 });
		fc.assert(
			fc.property(spans, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 200 }), (list, from, length) => {
				const items = list.map(([start, long], index) =>
					item({ id: `i${index}`, edges: { earliestStart: start, latestStart: start + long, earliestEnd: start, latestEnd: start + long } })
				);
				const extent = { start: from, end: from + length };
				const slow = items.flatMap((each, index) =>
					each.edges && each.edges.earliestStart < extent.end && each.edges.latestEnd >= extent.start ? [index] : []
				);
				const input = inputOf(items, desk.lanes);
				const { ends, placed } = packRows(input, -2, { compact: false, shapeScale: 1, open: [0] });
				const found: number[] = [];
				for (let row = 0; row + 1 < ends.length; row++)
					visitRow(input.table, placed, ends[row] ?? 0, ends[row + 1] ?? 0, extent, (each) => void found.push(each));
				expect(found.sort((a, b) => a - b)).toEqual(slow);
			}),
			{ seed: 9, numRuns: 200 }
		);
	});
});
