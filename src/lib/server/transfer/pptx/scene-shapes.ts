import type { PptxFill, PptxShape, PptxStroke } from '#lib/formats/write-pptx.ts';
import type { Item } from '#lib/timeline/items/item.ts';
import { LIGHT, tintToken, toneToken } from '#lib/timeline/paint/palette.ts';
import { HEAD_WIDTH } from '#lib/timeline/layout/plot-width.ts';
import { flagTick, groundOf, halvesOf, outlineOf, OUTLINE, type Point } from '#lib/timeline/paint/shapes.ts';
import { channelPoints, FAINT, GROUND, isRightToLeft, POSSIBLY_WIDTH } from '#lib/timeline/paint/svg-parts.ts';
import type { PlotX } from '#lib/timeline/scale/time-scale.ts';
import type { SceneLink, SceneMark, SceneSpan, SceneText } from '#lib/timeline/scene.ts';
import { placesOf } from '../briefing/hits.ts';
import type { ViewScene } from '../picture/view-scene.ts';
import { linesIn, slideWidth } from './slide-width.ts';

/** Where a picture stands on a slide: px of the slide for one px of the picture, and its left top corner. */
export interface OnSlide {
	readonly scale: number;
	readonly left: number;
	readonly top: number;
}

/** What an object says of the record it stands for; no sentence where another object says it. */
type Told = Pick<Item, 'name' | 'sentence'>;

const NONE: PptxFill = { kind: 'none' };
const solid = (colour: string, opacity = 1): PptxFill => ({ kind: 'solid', colour, opacity });

/** Turns places of a region of the picture into shapes on the slide. */
export class Pen {
	private readonly on: OnSlide;
	private readonly left: number;
	private readonly width: number;

	/** @param region left edge and width of the plot or the shelf, px of the picture */
	constructor(on: OnSlide, region: { readonly left: number; readonly width: number }) {
		this.on = on;
		this.left = region.left;
		this.width = region.width;
	}

	x(place: PlotX): number {
		return this.on.left + (this.left + place.f * this.width + place.dx) * this.on.scale;
	}

	y(y: number): number {
		return this.on.top + y * this.on.scale;
	}

	/** A length. */
	size(px: number): number {
		return px * this.on.scale;
	}

	stroke(colour: string, width: number, dash: PptxStroke['dash'] = 'solid', tip = false): PptxStroke {
		return { colour, width: this.size(width), dash, tip };
	}

	line(name: string, from: readonly [PlotX, number], to: readonly [PlotX, number], stroke: PptxStroke): PptxShape {
		const points = [
			[this.x(from[0]), this.y(from[1])],
			[this.x(to[0]), this.y(to[1])]
		] as const;
		return { kind: 'path', name, words: '', points, closed: false, fill: NONE, stroke };
	}

	/** Points round a place, px of the picture. */
	path(
		named: { name: string; words: string },
		at: PlotX,
		y: number,
		points: readonly Point[],
		closed: boolean,
		fill: PptxFill,
		stroke: PptxStroke | null
	): PptxShape {
		const [x0, y0] = [this.x(at), this.y(y)];
		return {
			kind: 'path',
			...named,
			points: points.map(([x, dy]) => [x0 + this.size(x), y0 + this.size(dy)] as const),
			closed,
			fill,
			stroke
		};
	}

	text({ x, y, anchor, size, runs, language, width, halo, ground }: SceneText, name: string): PptxShape {
		// Where a line leads to the words, the paper under them reaches back over the air before them.
		const reach = ground && anchor !== 'middle' ? this.size(GROUND) : 0;
		const wide = this.size(width) + 8 + reach;
		const at = this.x(x);
		const left = anchor === 'start' ? at - reach : anchor === 'end' ? at + reach - wide : at - wide / 2;
		const high = this.size(size) * 1.4;
		return {
			...{
				kind: 'text',
				name,
				words: '',
				x: left,
				y: this.y(y) - this.size(size) * 1.08,
				width: wide,
				height: high,
				size: this.size(size)
			},
			align: anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center',
			rtl: isRightToLeft(language),
			language,
			wrap: false,
			...((halo || ground) && { behind: LIGHT.paper, reach }),
			runs: runs.map(({ text, weight, ink }) => ({ text, bold: weight === 600, colour: LIGHT[ink] }))
		};
	}
}

/** The timeline as objects: axis, lanes, spans, links, ghosts, brackets, marks, today, labels; in the order they lie on one another. */
export function sceneShapes(laid: ViewScene, on: OnSlide): PptxShape[] {
	const { scene, input, width } = laid;
	const places = placesOf(laid);
	const plot = new Pen(on, { left: places.plotLeft, width: places.plotWidth });
	const whole = new Pen(on, { left: 0, width });
	// A date in parts is several objects: the sentence is told with the first, or a screen reader would read it over and over.
	const told = new Set<number>();
	const once = (item: number): Told => {
		const { name, sentence } = input.item(item);
		return told.has(item) ? { name, sentence: '' } : (told.add(item), { name, sentence });
	};
	const name = (item: number | null) => (item === null ? 'Text' : input.item(item).name);
	const vertical = (f: number, from: number, to: number, colour: string, lineWidth = 1, label = 'Axis') =>
		plot.line(label, [{ f, dx: 0 }, from], [{ f, dx: 0 }, to], plot.stroke(colour, lineWidth));
	const across = (y: number, colour: string, label: string) =>
		whole.line(label, [{ f: 0, dx: 0 }, y], [{ f: 1, dx: 0 }, y], whole.stroke(colour, 1));
	return [
		...scene.gridlines.map(({ f, strength }) =>
			strength === 'strong' ? vertical(f, 0, scene.height, LIGHT['rule-2']) : vertical(f, scene.axis.height, scene.height, LIGHT.grid)
		),
		...scene.axis.ticks.map((f) => vertical(f, scene.axis.height - 4, scene.axis.height, LIGHT['rule-2'])),
		across(scene.axis.height, LIGHT['rule-2'], 'Axis'),
		...scene.lanes.map(({ top, height, index }) => across(top + height, LIGHT.rule, input.lanes[index]?.name ?? 'Lane')),
		...scene.density.flatMap(({ top, height, bars }) =>
			bars.map((bar): PptxShape => {
				const high = Math.max(2, bar.share * height);
				const [x, right] = [plot.x({ f: bar.f0, dx: 0 }), plot.x({ f: bar.f1, dx: 0 })];
				const box = { x, y: plot.y(top + height - high), width: right - x, height: plot.size(high) };
				return { kind: 'box', form: 'rect', name: String(bar.count), words: '', ...box, fill: solid(LIGHT['ink-3']), stroke: null };
			})
		),
		...scene.spans.flatMap((span) => spanShapes(plot, span, once(span.item))),
		...scene.links.flatMap((link) => linkShapes(plot, link)),
		...scene.ghosts.flatMap(({ item, from, to, y, shape, tone, scale }) => [
			plot.line(name(item), [from, y], [to, y], plot.stroke(LIGHT['ink-3'], 0.75, 'solid', true)),
			...markShapes(plot, { item, x: from, y, shape, tone, look: 'dashed', scale, faint: true }, { name: name(item), sentence: '' }, 'dots')
		]),
		...scene.brackets.flatMap(({ item, left, right, y, height }) => {
			const [half, stroke] = [height / 2, plot.stroke(LIGHT['ink-3'], 1.5)];
			const named = { name: name(item), words: once(item).sentence };
			return [
				plot.path(
					named,
					left,
					y,
					[
						[5, -half],
						[0, -half],
						[0, half],
						[5, half]
					],
					false,
					NONE,
					stroke
				),
				plot.path(
					{ ...named, words: '' },
					right,
					y,
					[
						[-5, -half],
						[0, -half],
						[0, half],
						[-5, half]
					],
					false,
					NONE,
					stroke
				)
			];
		}),
		...scene.marks.flatMap((mark) => markShapes(plot, mark, once(mark.item))),
		...(scene.ring ? [ringShape(plot, scene.ring)] : []),
		...(scene.today ? [vertical(scene.today.f, 4, scene.height, LIGHT.accent, 1.5, 'Today')] : []),
		...[...scene.labels, ...scene.axis.upper, ...scene.axis.lower, ...(scene.today?.label ? [scene.today.label] : [])].map((text) =>
			plot.text(text, name(text.item))
		),
		...shelfShapes(laid, on, places.shelfLeft),
		...headShapes(laid, whole)
	];
}

function shelfShapes({ scene, input }: ViewScene, on: OnSlide, left: number): PptxShape[] {
	const { shelf } = scene;
	if (!shelf) return [];
	const pen = new Pen(on, { left, width: 0 });
	return [
		...shelf.joins.map(({ x, y0, y1 }) =>
			pen.line('Order', [{ f: 0, dx: x }, y0], [{ f: 0, dx: x }, y1], pen.stroke(LIGHT['ink-3'], 1.25))
		),
		...shelf.marks.flatMap((mark) => markShapes(pen, mark, input.item(mark.item))),
		...[shelf.caption, ...shelf.labels].map((text) => pen.text(text, text.item === null ? 'Text' : input.item(text.item).name))
	];
}

/** Air beside the names of the lanes, px of the picture. */
const HEAD_AIR = 8;

/** Names of the lanes beside the plot: as many lines as they need, so that none runs into it. */
function headShapes({ scene, input, view }: ViewScene, pen: Pen): PptxShape[] {
	const rtl = view.direction === 'rtl';
	const width = HEAD_WIDTH - 2 * HEAD_AIR;
	const x = { f: rtl ? 1 : 0, dx: rtl ? HEAD_AIR - HEAD_WIDTH : HEAD_AIR };
	return scene.lanes.flatMap((lane) => {
		const head = input.lanes[lane.index];
		if (!head) return [];
		const name = { text: head.name, size: 13, weight: 600, ink: 'ink' } as const;
		const detail = { text: head.detail, size: 11, weight: 400, ink: 'ink-3' } as const;
		const top = lane.top + 10;
		const lines = linesIn(width, name.text, (words) => slideWidth(words, name.size, name.weight));
		return [name, ...(detail.text ? [detail] : [])].map(({ text, size, weight, ink }, index): PptxShape => ({
			...{ kind: 'text', name: head.name, words: '', x: pen.x(x), y: pen.y(top + index * (lines * name.size * 1.2 + 2)) },
			...{ width: pen.size(width), height: pen.size((index === 0 ? lines : 1) * size * 1.3), size: pen.size(size) },
			...{ align: rtl ? 'right' : 'left', rtl: isRightToLeft(head.language), language: head.language, wrap: true },
			runs: [{ text, bold: weight === 600, colour: LIGHT[ink] }]
		}));
	});
}

function ringShape(pen: Pen, { x, y, radius }: { x: PlotX; y: number; radius: number }): PptxShape {
	const r = pen.size(radius);
	const box = { x: pen.x(x) - r, y: pen.y(y) - r, width: 2 * r, height: 2 * r };
	return { kind: 'box', form: 'ellipse', name: 'Selected', words: '', ...box, fill: NONE, stroke: pen.stroke(LIGHT.accent, 2) };
}

/** A mark as it is painted: filled, dashed, hollow, or cut in two where sources differ. */
export function markShapes(
	pen: Pen,
	{ x, y, shape, tone, look, scale, faint }: SceneMark,
	{ name, sentence }: Told,
	dash: PptxStroke['dash'] = 'short'
): PptxShape[] {
	const colour = LIGHT[toneToken(tone)];
	const named = { name, words: sentence };
	const quiet = { name, words: '' };
	const stroke = (of: PptxStroke['dash'] = 'solid') => pen.stroke(colour, OUTLINE * (0.6 + 0.4 * scale), of);
	const fill = solid(colour, faint ? FAINT : 1);
	const paper = solid(LIGHT.paper);
	const tick = (ink: string) => (shape === 'flag' ? [pen.path(quiet, x, y, flagTick(scale), false, NONE, pen.stroke(ink, OUTLINE))] : []);
	if (look === 'split') {
		const { filled, open } = halvesOf(shape, scale);
		const r = pen.size(groundOf(shape, scale));
		const ground = { x: pen.x(x) - r, y: pen.y(y) - r, width: 2 * r, height: 2 * r };
		return [
			{ kind: 'box', form: 'ellipse', ...quiet, ...ground, fill: paper, stroke: null },
			pen.path(named, x, y, filled, true, fill, null),
			pen.path(quiet, x, y, open, true, paper, stroke())
		];
	}
	const outline = outlineOf(shape, scale, look === 'filled' ? 0 : OUTLINE / 2);
	const [inside, edge] = look === 'filled' ? [fill, null] : [paper, stroke(look === 'dashed' ? dash : 'solid')];
	const ink = look === 'filled' ? LIGHT.paper : colour;
	if ('radius' in outline) {
		const r = pen.size(outline.radius);
		const box = { x: pen.x(x) - r, y: pen.y(y) - r, width: 2 * r, height: 2 * r };
		return [{ kind: 'box', form: 'ellipse', ...named, ...box, fill: inside, stroke: edge }, ...tick(ink)];
	}
	return [pen.path(named, x, y, outline.points, true, inside, edge)];
}

function spanShapes(pen: Pen, span: SceneSpan, { name, sentence }: Told): PptxShape[] {
	const colour = LIGHT[toneToken(span.tone)];
	const [x, right] = [pen.x({ f: span.f0, dx: 0 }), pen.x({ f: span.f1, dx: 0 })];
	const box = { x, y: pen.y(span.y - span.height / 2), width: Math.max(0, right - x), height: pen.size(span.height) };
	const shape = (form: 'rect' | 'round', fill: PptxFill, stroke: PptxStroke | null): PptxShape => ({
		...{ kind: 'box', form, name, words: sentence, ...box, fill, stroke }
	});
	const stop = (f: number) =>
		pen.line(name, [{ f, dx: 0 }, span.y - span.height / 2 - 1], [{ f, dx: 0 }, span.y + span.height / 2 + 1], pen.stroke(colour, 1.25));
	switch (span.kind) {
		case 'dashed':
			return [shape('round', NONE, pen.stroke(colour, 1.25, 'dash'))];
		case 'solid':
		case 'version':
			return [shape('rect', solid(colour, span.faint ? FAINT : 1), null)];
		case 'version-open':
			return [shape('rect', solid(LIGHT.paper), pen.stroke(colour, 1.25))];
		case 'possibly':
			return [
				pen.line(name, [{ f: span.f0, dx: 0 }, span.y], [{ f: span.f1, dx: 0 }, span.y], pen.stroke(LIGHT['ink-2'], POSSIBLY_WIDTH, 'dots'))
			];
		case 'hatch': {
			const ground = span.tinted ? LIGHT[tintToken(span.tone)] : LIGHT.paper;
			// Half the strength: time has passed without a report.
			const ink = span.strength === 'half' || span.faint ? mixed(colour, LIGHT.paper) : colour;
			return [
				shape('rect', { kind: 'hatch', colour: ink, ground }, null),
				...(span.stopLeft ? [stop(span.f0)] : []),
				...(span.stopRight ? [stop(span.f1)] : [])
			];
		}
	}
}

/** Halfway between two colours: patterns know no opacity. */
function mixed(a: string, b: string): string {
	const part = (colour: string, from: number) => parseInt(colour.slice(from, from + 2), 16);
	return `#${[1, 3, 5]
		.map((from) =>
			Math.round((part(a, from) + part(b, from)) / 2)
				.toString(16)
				.padStart(2, '0')
		)
		.join('')}`;
}

function linkShapes(pen: Pen, link: SceneLink): PptxShape[] {
	if (link.kind === 'series') {
		const corners: [PlotX, number][] =
			link.elbow === 'none'
				? [
						[link.from, link.fromY],
						[link.to, link.fromY]
					]
				: link.elbow === 'down-then-across'
					? [
							[link.from, link.fromY],
							[link.from, link.toY],
							[link.to, link.toY]
						]
					: [
							[link.from, link.fromY],
							[link.to, link.fromY],
							[link.to, link.toY]
						];
		const points = corners.map(([x, y]) => [pen.x({ f: x.f, dx: 0 }), pen.y(y)] as const);
		return [{ kind: 'path', name: 'Series', words: '', points, closed: false, fill: NONE, stroke: pen.stroke(LIGHT.event, 1.25, 'dash') }];
	}
	const stroke = pen.stroke(LIGHT.accent, 1.25, 'solid', true);
	if (link.channel === 0) {
		const side = link.to.f >= link.from.f ? -1 : 1;
		return [pen.line('Leads to', [link.from, link.fromY], [{ f: link.to.f, dx: link.to.dx + side * 9 * link.scale }, link.toY], stroke)];
	}
	return [pen.path({ name: 'Leads to', words: '' }, link.from, link.fromY, channelPoints(link).curve, false, NONE, stroke)];
}
