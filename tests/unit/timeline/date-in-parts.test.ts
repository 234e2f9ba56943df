import { describe, expect, test } from 'vitest';
import { partsOf } from '#lib/temporal/date-parts.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import type { Item } from '#lib/timeline/items/item.ts';
import { layoutTimeline } from '#lib/timeline/layout/layout.ts';
import { englishAxis, englishTexts, item, TODAY } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const extent = { start: dayOf(2020, 1, 1), end: dayOf(2030, 1, 1) };
const fractionOf = (year: number) => (dayOf(year, 1, 1) - extent.start) / (extent.end - extent.start);

function drawn(edtf: string, part: Partial<Item> = {}, direction: 'ltr' | 'rtl' = 'ltr', view = extent) {
	const one = item({ id: edtf, edges: edgesOf(edtf), parts: partsOf(edtf), ...part });
	return layoutTimeline(inputOf([one], [{ key: 'a', name: 'A', detail: '', language: 'en' }]), {
		...{ extent: view, plotWidth: 1000, direction, today: TODAY, todayLabel: '', selected: null },
		...{ axisText: englishAxis, texts: englishTexts }
	});
}

/** Does anything higher than a hairline lie on the middle of the year? */
function isCovered(scene: ReturnType<typeof drawn>, year: number): boolean {
	const middle = (fractionOf(year) + fractionOf(year + 1)) / 2;
	const f = scene.direction === 'rtl' ? 1 - middle : middle;
	const at = scene.spans.some(({ f0, f1, height }) => height > 2 && f0 <= f && f1 >= f);
	return at || scene.marks.some(({ x }) => x.f > f - 0.04 && x.f < f + 0.04);
}

const covered = (scene: ReturnType<typeof drawn>) =>
	[2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028].filter((year) => isCovered(scene, year));

describe('a date of several stretches', () => {
	test.each([
		['all of them', '{2022,2027}', {}],
		['one of them', '[2022,2027]', {}],
		['a plan', '[2022,2027]', { planned: true }],
		['all of them, possibly in the days asked for', '{2022,2027}', { possibly: true }],
		['all of them, beside another version', '{2022,2027}', { conflict: true, versions: [edgesOf('2022')] }]
	])('is drawn over its stretches and over nothing between them: %s', (_, edtf, part) => {
		expect(covered(drawn(edtf, part))).toEqual([2022, 2027]);
		expect(covered(drawn(edtf, part, 'rtl'))).toEqual([2022, 2027]);
	});

	test('is joined by one hairline from the end of a stretch to the start of the next', () => {
		const joints = drawn('{2022,2025,2027}').spans.filter(({ height }) => height < 2);
		expect(joints.map(({ kind }) => kind)).toEqual(['solid', 'solid']);
		expect(joints[0]!.f0).toBeCloseTo(fractionOf(2023), 6);
		expect(joints[0]!.f1).toBeCloseTo(fractionOf(2025), 6);
	});

	test('is solid where it was in all of them, hatched where it is one of them, and dashed where it is planned', () => {
		const kinds = (edtf: string, part?: Partial<Item>) => [
			...new Set(drawn(edtf, part).spans.flatMap(({ kind, height }) => (height > 2 ? [kind] : [])))
		];
		expect(kinds('{2022,2027}')).toEqual(['solid']);
		expect(kinds('[2022,2027]')).toEqual(['hatch']);
		expect(kinds('{2022,2027}', { planned: true }).sort()).toEqual(['dashed', 'hatch']);
	});

	test('has its shape at every day too short for a bar that it was on', () => {
		const days = drawn('{2022-03-05,2024-03-05,2026-03-05}');
		expect(days.marks.map(({ x }) => Math.round(x.f * 10)).sort()).toEqual([2, 4, 6]);
	});

	test('says its name on the line where no stretch lies in the view', () => {
		const between = { start: dayOf(2023, 6, 1), end: dayOf(2026, 1, 1) };
		const names = (edtf: string) =>
			drawn(edtf, { name: 'Talks' }, 'ltr', between).labels.flatMap(({ runs }) => runs.map(({ text }) => text));
		expect(names('{2022,2027}')).toContain('Talks');
		expect(names('[2022,2027]')).toContain('Talks');
		// Paper under the words: the line stops before them.
		expect(drawn('[2022,2027]', { name: 'Talks' }, 'ltr', between).labels[0]?.ground).toBe(true);
	});

	test('stretches of an X leave out what it cannot be', () => {
		expect(covered(drawn('202X-XX'))).toHaveLength(8);
		const decembers = drawn('202X-12').spans.filter(({ kind }) => kind === 'hatch');
		expect(decembers).toHaveLength(10);
	});
});
