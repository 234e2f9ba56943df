import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimelineInput } from '#lib/timeline/items/item.ts';
import { layoutTimeline, type LayoutOptions } from '#lib/timeline/layout/layout.ts';
import { runsWidth } from '#lib/timeline/layout/place-labels.ts';
import { estimatedWidth } from '#lib/timeline/layout/text-width.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';
import { pixelOf } from '#lib/timeline/scale/time-scale.ts';
import type { Scene, SceneText } from '#lib/timeline/scene.ts';
import { inputOf } from './input-of.ts';
import { day, desk, englishAxis, englishTexts, item, TODAY, within } from './desk-items.ts';

const WIDTH = 670;
const options: LayoutOptions = {
	extent: fitExtent(desk, TODAY),
	plotWidth: WIDTH,
	direction: 'ltr',
	today: TODAY,
	todayLabel: 'Today, 22 Nov',
	selected: null,
	axisText: englishAxis,
	texts: englishTexts
};
const lay = (input: TimelineInput = desk, more: Partial<LayoutOptions> = {}) => layoutTimeline(input, { ...options, ...more });
const indexOf = (id: string) => desk.items.findIndex((each) => each.id === id);
const labelOf = (scene: Scene, id: string): SceneText | undefined => scene.labels.find((text) => text.item === indexOf(id));
const words = (text: SceneText | undefined) => text?.runs.map((run) => run.text).join(' ');
const box = (text: SceneText, width = WIDTH): [number, number] => {
	const at = pixelOf(text.x, width);
	return text.anchor === 'end'
		? [at - text.width, at]
		: text.anchor === 'start'
			? [at, at + text.width]
			: [at - text.width / 2, at + text.width / 2];
};

describe('labels', () => {
	test('in a crowd at one date events are labelled before, agreements after their shape', () => {
		const scene = lay();
		expect(labelOf(scene, 'meetings')).toMatchObject({ anchor: 'end', x: { dx: -14 } });
		expect(labelOf(scene, 'contracts')).toMatchObject({ anchor: 'start', x: { dx: 24 } });
	});

	test('a wide span carries its label inside, from 25 px', () => {
		const label = labelOf(lay(), 'wg-6');
		expect(words(label)).toBe('6th session Tehran, planned');
		expect(label?.x.dx).toBe(25);
	});

	test('the detail goes first where the today line is in the way, and the name is never cut', () => {
		expect(words(labelOf(lay(), 'memo'))).toBe('Memorandum between governments');
		for (const text of lay().labels) for (const run of text.runs) expect(run.text).not.toMatch(/…|\.\.\./);
	});

	test('then the side changes: two at the edge of the view are labelled after it', () => {
		expect(labelOf(lay(), 'presidents')?.anchor).toBe('start');
	});

	test('a span begun before the view keeps its label at the edge', () => {
		const label = labelOf(lay(desk, { extent: { start: day('2026-03-01'), end: day('2026-11-01') } }), 'wg-6');
		expect(label?.x).toEqual({ f: 0, dx: 25 });
	});

	test('no label meets another label of its row, a shape, the today line or the edge', () => {
		const parts = fc.array(
			fc.record({
				start: fc.integer({ min: 0, max: 900 }),
				length: fc.integer({ min: 1, max: 300 }),
				planned: fc.boolean(),
				round: fc.boolean()
			}),
			{ minLength: 1, maxLength: 40 }
		);
		fc.assert(
			fc.property(parts, fc.boolean(), fc.integer({ min: 300, max: 1500 }), (list, rtl, width) => {
				const origin = options.extent.start;
				const items = list.map(({ start, length, planned, round }, index) => {
					const [from, to] = [origin + start, origin + start + length];
					return item({
						id: `i${index}`,
						name: `Record number ${index}`,
						detail: 'some words',
						planned,
						shape: round ? 'circle' : 'diamond',
						edges: { earliestStart: from, latestStart: to, earliestEnd: from, latestEnd: to }
					});
				});
				const scene = lay(inputOf(items, desk.lanes), { plotWidth: width, direction: rtl ? 'rtl' : 'ltr' });
				const labels = scene.labels.filter((text) => text.item !== null);
				const today = (scene.today?.f ?? -9) * width;
				for (const a of labels) {
					const [left, right] = box(a, width);
					expect(left).toBeGreaterThanOrEqual(0);
					expect(right).toBeLessThanOrEqual(width);
					expect(left > today || right < today).toBe(true);
					for (const b of labels) {
						if (a === b || a.y !== b.y) continue;
						const [from, to] = box(b, width);
						expect(right <= from || left >= to).toBe(true);
					}
					for (const mark of scene.marks) {
						const at = pixelOf(mark.x, width);
						if (Math.abs(mark.y + a.size * 0.35 - a.y) < 1) expect(right <= at - 4 || left >= at + 4).toBe(true);
					}
				}
			}),
			{ seed: 11, numRuns: 120 }
		);
	});

	test('the width written for a label is that of its runs', () => {
		for (const text of lay().labels.filter((each) => each.item !== null))
			expect(text.width).toBe(runsWidth(text.runs, text.size, estimatedWidth));
	});
});

describe('the scene', () => {
	test('is decided at the class width and holds at any other', () => {
		const real = lay(desk, { plotWidth: 901, decideAtWidth: WIDTH });
		expect(real).toEqual(lay());
	});

	test('mirrors with time: every fraction f becomes 1 − f, every offset −dx', () => {
		const [ltr, rtl] = [lay(), lay(desk, { direction: 'rtl' })];
		const key = (each: { item: number | null; x: { f: number; dx: number }; y: number }) => [
			each.item,
			Math.round(each.x.f * 1e9),
			Math.round(each.x.dx * 100),
			each.y
		];
		const mirrored = <T extends { x: { f: number; dx: number } }>(each: T): T => ({ ...each, x: { f: 1 - each.x.f, dx: -each.x.dx || 0 } });
		expect(rtl.marks.map(key)).toEqual(ltr.marks.map(mirrored).map(key));
		expect(rtl.labels.map(key)).toEqual(ltr.labels.map(mirrored).map(key));
		expect(rtl.focusOrder).toEqual(ltr.focusOrder);
		expect(rtl.today?.label?.anchor).toBe('start');
	});

	test('no item changes its row while panning', () => {
		const rows = new Map<number, number>();
		for (let step = 0; step < 40; step++) {
			const scene = lay(desk, { extent: { start: options.extent.start + step * 9, end: options.extent.end + step * 9 } });
			for (const mark of scene.marks) {
				expect(rows.get(mark.item) ?? mark.y).toBe(mark.y);
				rows.set(mark.item, mark.y);
			}
		}
	});

	test('hatches a plan at half strength until today, at full strength from then on', () => {
		const hatch = lay().spans.filter((span) => span.item === indexOf('wg-6') && span.kind === 'hatch');
		expect(hatch.map((span) => span.strength)).toEqual(['half', 'full']);
		expect(hatch[0]?.f1).toBeCloseTo(lay().today?.f ?? 0, 9);
	});

	test('draws a month as a span of hatch with stops, and a day too narrow for one as its shape alone', () => {
		const { spans } = lay();
		expect(spans.filter((span) => span.item === indexOf('treaty'))).toMatchObject([
			{ kind: 'hatch', tinted: true, stopLeft: true, stopRight: true }
		]);
		expect(spans.filter((span) => span.item === indexOf('memo'))).toEqual([]);
	});

	test('lasted: solid between the certain days, days known to the day count as exact', () => {
		const near = lay(desk, { extent: { start: day('2025-12-01'), end: day('2025-12-10') } });
		const solid = near.spans.find((span) => span.item === indexOf('wg-5'));
		expect(solid).toMatchObject({ kind: 'solid' });
		expect((solid?.f0 ?? 0) * 9).toBeCloseTo(3, 6);
		expect((solid?.f1 ?? 0) * 9).toBeCloseTo(5, 6);
	});

	test('puts undated items on the shelf, joined where their order is known', () => {
		const { shelf } = lay();
		expect(shelf?.marks.map((mark) => desk.items[mark.item]?.id)).toEqual([
			'ministers',
			'lajevardi',
			'documents',
			'corridor',
			'hashemi',
			'delegations'
		]);
		expect(shelf?.marks.map((mark) => mark.look)).toEqual(['hollow', 'hollow', 'hollow', 'hollow', 'hollow', 'dashed']);
		expect(shelf?.joins).toHaveLength(1);
	});

	test('says in words that a lane is empty, and marks a due plan without report with a bracket', () => {
		expect(lay().labels.map(words)).toContain('No dated records, 3 undated');
		const due = lay(
			inputOf([item({ id: 'due', planned: true, notReported: true, edges: within('2026-01-01', '2026-03-31') })], desk.lanes)
		);
		expect(due.marks).toEqual([]);
		expect(due.brackets).toHaveLength(1);
		expect(due.labels.map(words).join()).toContain('not reported');
	});

	test('draws “leads to” for the chain of the selected record only, the series always', () => {
		expect(lay().links.map((link) => link.kind)).toEqual(['series']);
		expect(lay(desk, { selected: 'contracts' }).links.map((link) => link.kind)).toEqual(['series', 'leads-to', 'leads-to']);
		expect(lay(desk, { selected: 'treaty' }).links.map((link) => link.kind)).toEqual(['series']);
	});

	test('shows the rows that fit and counts the rest, opened lanes show all', () => {
		const tight = lay(desk, { maxHeight: 260 });
		expect(tight.height).toBeLessThanOrEqual(260);
		const lane = tight.lanes[0];
		expect(lane?.stripTop).not.toBeNull();
		const drawn = tight.marks.filter((mark) => desk.items[mark.item]?.lane === 0).length;
		expect((lane?.hidden ?? 0) + drawn).toBe(9);
		expect(tight.labels.map(words)).toContain(`+${lane?.hidden}`);
		expect(lay(desk, { maxHeight: 260, openLanes: new Set(['jwg']) }).lanes[0]?.hidden).toBe(0);
	});

	test('a bracket too narrow for a span has its name beside it, wherever it stands', () => {
		const due = item({ id: 'due', planned: true, notReported: true, edges: within('2026-01-01') });
		const scene = lay(inputOf([due], desk.lanes));
		const [left, right] = box(scene.labels.find((text) => text.item === 0) ?? scene.axis.upper[0]!);
		const at = pixelOf(scene.brackets[0]?.left ?? { f: 0, dx: 0 }, WIDTH);
		expect(Math.min(Math.abs(left - at), Math.abs(right - at))).toBeLessThan(40);
	});

	test('a phone has head rows and no shelf; undated items stand under their lane', () => {
		const phone = lay(desk, { plotWidth: 358 });
		expect(phone.compact).toBe(true);
		expect(phone.shelf).toBeNull();
		expect(phone.sizes.headRow).toBe(31);
		expect(phone.marks.filter((mark) => mark.look === 'hollow')).toHaveLength(5);
	});

	test('more than one item per 4 px become counted bars', () => {
		const items = Array.from({ length: 400 }, (_, index) =>
			item({
				id: `i${index}`,
				edges: { earliestStart: 20000 + index, latestStart: 20001 + index, earliestEnd: 20000 + index, latestEnd: 20001 + index }
			})
		);
		const scene = lay(inputOf(items, desk.lanes), { extent: { start: 19500, end: 21000 } });
		expect(scene.lanes[0]?.dense).toBe(true);
		expect(scene.marks).toEqual([]);
		expect(scene.density[0]?.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(400);
	});

	test('focus goes lane by lane, by time, the undated last', () => {
		const ids = lay().focusOrder.map((index) => desk.items[index]?.id);
		expect(ids.slice(0, 2)).toEqual(['wg-5', 'meetings']);
		expect(ids.indexOf('wg-6')).toBeGreaterThan(ids.indexOf('contracts'));
		expect(ids.slice(-3)).toEqual(['corridor', 'hashemi', 'delegations']);
	});
});
