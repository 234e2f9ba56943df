import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layoutOverview, overviewDomain } from '#lib/timeline/layout/overview.ts';
import { layoutTimeline, type LayoutOptions } from '#lib/timeline/layout/layout.ts';
import { paintPlot, paintShelf, type CanvasContext } from '#lib/timeline/paint/canvas-painter.ts';
import { DARK, LIGHT } from '#lib/timeline/paint/palette.ts';
import { plotWidthOf } from '#lib/timeline/layout/plot-width.ts';
import { paintOverviewSvg, paintPictureSvg, paintPlotSvg, paintShelfSvg } from '#lib/timeline/paint/svg-painter.ts';
import { fitExtent } from '#lib/timeline/scale/fit.ts';
import { inputOf } from './input-of.ts';
import { desk, englishAxis, englishTexts, item, TODAY } from './desk-items.ts';

const options: LayoutOptions = {
	extent: fitExtent(desk, TODAY),
	plotWidth: plotWidthOf(1040, false, 206),
	direction: 'ltr',
	today: TODAY,
	todayLabel: 'Today, 22 Nov',
	selected: 'contracts',
	axisText: englishAxis,
	texts: englishTexts
};
const scene = layoutTimeline(desk, options);

/** Elements opened and closed in order: enough of XML to catch a broken painter. */
function wellFormed(markup: string): boolean {
	const open: string[] = [];
	for (const [, close, name, self] of markup.matchAll(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
		if (self) continue;
		if (!close) open.push(name ?? '');
		else if (open.pop() !== name) return false;
	}
	const rest = markup.replace(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g, '');
	return open.length === 0 && !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;|#39;)/.test(rest);
}

/** A context that writes down what is asked of it. */
function recordingContext(): { context: CanvasContext; calls: string[] } {
	const calls: string[] = [];
	const state: Record<string, unknown> = {};
	const context = new Proxy(state, {
		get(target, name: string) {
			if (name === 'measureText') return (text: string) => ({ width: text.length * 6 });
			if (name in target) return target[name];
			return (...args: unknown[]) => void calls.push(`${name}(${args.join(',')})`);
		},
		set(target, name: string, value) {
			target[name] = value;
			calls.push(`${name}=${String(value)}`);
			return true;
		}
	});
	return { context: context as unknown as CanvasContext, calls };
}

describe('the SVG painter', () => {
	test('paints the same picture as before, in both directions', async () => {
		mkdirSync(new URL('./output/', import.meta.url), { recursive: true });
		for (const direction of ['ltr', 'rtl'] as const) {
			const picture = paintPictureSvg(layoutTimeline(desk, { ...options, direction }), desk.lanes, {
				width: 1040,
				palette: direction === 'ltr' ? LIGHT : DARK,
				direction,
				title: 'Desk',
				lang: 'en',
				headsCaption: 'Lanes by track'
			});
			expect(wellFormed(picture)).toBe(true);
			await expect(picture.replaceAll('><', '>\n<')).toMatchFileSnapshot(`./output/desk-${direction}.svg`);
		}
	});

	test('in a page every place is a percentage and every colour a variable', () => {
		const markup = paintPlotSvg(scene);
		expect(wellFormed(`<svg>${markup}</svg>`)).toBe(true);
		expect(markup).not.toMatch(/#[0-9a-f]{6}/);
		expect(markup).not.toContain('style=');
		expect(markup).toContain('fill="var(--memorandum)"');
		for (const [, x] of markup.matchAll(/<text x="([^"]+)"/g)) expect(x).toMatch(/%$/);
	});

	test('hostile words stay words', () => {
		const hostile = `</text><script>alert("1")</script>&'\u0000\ud800`;
		const items = desk.items.map((each) => ({ ...each, name: hostile, detail: hostile, language: '"><script>' }));
		const bad = layoutTimeline(inputOf(items, desk.lanes, desk.links), {
			...options,
			todayLabel: hostile,
			texts: { ...englishTexts, undated: hostile, emptyLane: () => hostile }
		});
		const lanes = desk.lanes.map((lane) => ({ ...lane, name: hostile, detail: hostile, language: hostile }));
		const picture = paintPictureSvg(bad, lanes, {
			width: 1040,
			palette: LIGHT,
			direction: 'ltr',
			title: hostile,
			description: hostile,
			lang: hostile
		});
		for (const markup of [picture, `<svg>${paintPlotSvg(bad)}</svg>`, `<svg>${paintShelfSvg(bad)}</svg>`]) {
			expect(markup).not.toContain('<script');
			expect(markup).not.toContain('\u0000');
			expect(wellFormed(markup)).toBe(true);
		}
	});

	test('Arabic script is isolated right to left, all else left to right', () => {
		const items = desk.items.map((each) => (each.id === 'memo' ? { ...each, name: 'تفاهم‌نامه', language: 'fa' } : each));
		const markup = paintPlotSvg(layoutTimeline(inputOf(items, desk.lanes, desk.links), options));
		expect(markup).toMatch(/lang="fa"[^>]*>\u2067<tspan[^>]*>\u2068?تفاهم‌نامه/);
		expect(markup).toMatch(/lang="en"[^>]*>\u2066<tspan[^>]*>\u2068?Contracts/);
	});

	test('a date behind a title in another script keeps its first digits: each run is isolated', () => {
		const items = desk.items.map((each) => (each.id === 'memo' ? { ...each, name: 'Event', detail: '۱۵ آذر', language: 'en' } : each));
		const markup = paintPlotSvg(layoutTimeline(inputOf(items, desk.lanes, desk.links), options));
		expect(markup).toMatch(/\u2066<tspan[^>]*>\u2068Event\u2069<\/tspan><tspan[^>]*>\u2002\u2068۱۵ آذر\u2069<\/tspan>\u2069/);
	});

	test('the overview shows bars and plans', () => {
		const overview = layoutOverview(desk, {
			domain: overviewDomain(desk, options.extent),
			width: 670,
			direction: 'ltr',
			today: TODAY,
			axisText: englishAxis
		});
		expect(overview.bars.map((bar) => bar.count)).toEqual([2, 7]);
		expect(overview.planned).toHaveLength(1);
		expect(overview.labels.map((label) => label.runs[0]?.text)).toEqual(['2022', '2023', '2024', '2025', '2026', '2027']);
		expect(wellFormed(`<svg>${paintOverviewSvg(overview)}</svg>`)).toBe(true);
	});
});

describe('the canvas painter', () => {
	test('writes every text and leaves the context as it found it', () => {
		const { context, calls } = recordingContext();
		paintPlot(context, scene, 670, LIGHT);
		paintShelf(context, scene, LIGHT);
		const texts = [...scene.labels, ...scene.axis.upper, ...scene.axis.lower, ...(scene.shelf?.labels ?? [])];
		for (const text of texts)
			for (const run of text.runs) expect(calls.some((call) => call.startsWith(`fillText(${run.text},`))).toBe(true);
		expect(calls.filter((call) => call === 'save()').length).toBe(calls.filter((call) => call === 'restore()').length);
		expect(calls.join('\n')).not.toContain('NaN');
	});

	test('puts marks at f × width + dx', () => {
		const { context, calls } = recordingContext();
		paintPlot(context, scene, 1234, DARK);
		for (const mark of scene.marks) expect(calls).toContain(`translate(${mark.x.f * 1234 + mark.x.dx},${mark.y})`);
	});

	test('a crowd of marks of one shape and colour is one path, each at its own place, the rest alone', () => {
		const day = (n: number) => ({ earliestStart: n, latestStart: n, earliestEnd: n + 1, latestEnd: n + 1 });
		const items = Array.from({ length: 400 }, (_, n) =>
			item({ id: `i${n}`, edges: day(options.extent.start + n * 2), shape: n % 2 ? 'circle' : 'square', planned: n % 10 === 0 })
		);
		const crowd = layoutTimeline(inputOf(items, desk.lanes), { ...options, selected: null, openLanes: new Set(['jwg']), plotWidth: 4000 });
		expect(crowd.marks).toHaveLength(400);
		const { context, calls } = recordingContext();
		paintPlot(context, crowd, 4000, LIGHT);
		for (const mark of crowd.marks.filter(({ shape }) => shape === 'circle'))
			expect(calls.some((call) => call.startsWith(`arc(${mark.x.f * 4000 + mark.x.dx},${mark.y},5,`))).toBe(true);
		expect(calls.filter((call) => call === 'fill()').length).toBeLessThan(120);
	});

	test('Arabic script starts with the name on the right', () => {
		const items = desk.items.map((each) => (each.id === 'contracts' ? { ...each, name: 'قراردادها', detail: '۵', language: 'fa' } : each));
		const { context, calls } = recordingContext();
		paintPlot(context, layoutTimeline(inputOf(items, desk.lanes, desk.links), options), 670, LIGHT);
		const x = (text: string) => Number(calls.find((call) => call.startsWith(`fillText(${text},`))?.split(',')[1]);
		expect(x('قراردادها')).toBeGreaterThan(x('۵'));
	});
});
