import { describe, expect, test } from 'vitest';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { layoutTimeline, type LayoutOptions } from '#lib/timeline/layout/layout.ts';
import { paintPlot, type CanvasContext } from '#lib/timeline/paint/canvas-painter.ts';
import { LIGHT } from '#lib/timeline/paint/palette.ts';
import { paintPlotSvg } from '#lib/timeline/paint/svg-painter.ts';
import type { Item } from '#lib/timeline/items/item.ts';
import { englishAxis, englishTexts, item, TODAY } from './desk-items.ts';
import { inputOf } from './input-of.ts';

const DOTS = 'stroke-dasharray="0 3.2"';
const lanes = [{ key: 'a', name: 'A', detail: '', language: 'en' }];
const extent = { start: 20_089, end: 20_819 }; // 2025 and 2026
const options: LayoutOptions = {
	extent,
	plotWidth: 900,
	direction: 'ltr',
	today: TODAY,
	todayLabel: '',
	selected: null,
	axisText: englishAxis,
	texts: englishTexts
};
const sceneOf = (...items: Item[]) => layoutTimeline(inputOf(items, lanes), options);

/** What a canvas is asked for, in order. */
function callsOf(scene: ReturnType<typeof sceneOf>): string[] {
	const calls: string[] = [];
	const context = new Proxy({} as Record<string, unknown>, {
		get: (target, name: string) => target[name] ?? ((...args: unknown[]) => (calls.push(`${name}(${args.join(',')})`), { width: 6 })),
		set: (target, name: string, value) => ((target[name] = value), true)
	});
	paintPlot(context as unknown as CanvasContext, scene, 900, LIGHT);
	return calls;
}

describe('what only possibly lies in the days asked for', () => {
	const year = (possibly: boolean, part: Partial<Item> = {}) => item({ id: 'x', edges: edgesOf('2026'), possibly, ...part });

	test.each([
		['a day', { edges: edgesOf('2026-03-01') }],
		['a year in doubt', {}],
		['a plan', { planned: true }],
		['a due day not reported', { planned: true, notReported: true }]
	])('has a dotted line under all that is drawn of %s; what is certain has none', (_, part) => {
		const possible = sceneOf(year(true, part));
		const [line] = possible.spans.filter(({ kind }) => kind === 'possibly');
		expect(line).toBeDefined();
		const others = possible.spans.filter(({ kind }) => kind !== 'possibly');
		for (const { f0, f1, y, height } of others) {
			expect(line?.f0).toBeLessThanOrEqual(f0 + 1e-9);
			expect(line?.f1).toBeGreaterThanOrEqual(f1 - 1e-9);
			expect(line?.y).toBeGreaterThan(y + height / 2);
		}
		expect(paintPlotSvg(possible)).toContain(DOTS);
		expect(callsOf(possible)).toContain('setLineDash(0,3.2)');
		const certain = sceneOf(year(false, part));
		expect(paintPlotSvg(certain)).not.toContain(DOTS);
		expect(callsOf(certain)).not.toContain('setLineDash(0,3.2)');
	});

	test('is not underlined where it has no date: it stands on the shelf as not dated', () => {
		expect(sceneOf(year(true, { edges: null })).spans).toEqual([]);
	});
});
