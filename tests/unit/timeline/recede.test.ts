import { expect, test } from 'vitest';
import { recede } from '#lib/timeline/layout/recede.ts';
import { layoutTimeline, type LayoutOptions } from '#lib/timeline/layout/layout.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';
import { desk, englishAxis, englishTexts, TODAY } from './desk-items.ts';

const options: LayoutOptions = {
	extent: fitExtent(desk, TODAY),
	plotWidth: 670,
	direction: 'ltr',
	today: TODAY,
	todayLabel: 'Today, 22 Nov',
	selected: 'contracts',
	axisText: englishAxis,
	texts: englishTexts
};
const scene = layoutTimeline(desk, options);
const back = recede(scene, (item) => item !== 0);

test('what recedes is faint, keeps its place, and is written in the quietest ink', () => {
	for (const [n, mark] of scene.marks.entries()) expect(back.marks[n]).toEqual(mark.item === 0 ? mark : { ...mark, faint: true });
	const receding = back.labels.filter(({ item }) => item !== null && item !== 0);
	expect(receding.length).toBeGreaterThan(0);
	expect(new Set(receding.flatMap(({ runs }) => runs.map(({ ink }) => ink)))).toEqual(new Set(['ink-3']));
	expect(back.labels.filter(({ item }) => item === 0)).toEqual(scene.labels.filter(({ item }) => item === 0));
});

test('a layout asked to draw items back does so, and moves nothing', () => {
	const asked = layoutTimeline(desk, { ...options, recedes: (item) => item !== 0 });
	expect(asked).toEqual(back);
	expect(asked.hits).toEqual(scene.hits);
});
