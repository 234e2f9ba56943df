import type { MeasureText } from '../layout/text-width.ts';
import { pixelOf, type PlotX } from '../scale/time-scale.ts';
import type { Scene, SceneDensity, SceneLink, SceneMark, SceneRing, SceneSpan } from '../scene.ts';
import { canvasShape, canvasShapes, tracePoints } from './canvas-shapes.ts';
import { paintText } from './canvas-text.ts';
import { FONT_FAMILIES, tintToken, toneToken, type Palette, type Token } from './palette.ts';
import { groundOf } from './shapes.ts';
import { channelPoints, FAINT, HATCH_FULL, HATCH_HALF, HATCH_STEP, POSSIBLY_DASH, POSSIBLY_WIDTH } from './svg-parts.ts';

/** What the painter needs of a 2D context, in CSS px: the caller has scaled it to the device's and cleared it. */
export type CanvasContext = Pick<
	CanvasRenderingContext2D,
	| 'save'
	| 'restore'
	| 'beginPath'
	| 'closePath'
	| 'moveTo'
	| 'lineTo'
	| 'bezierCurveTo'
	| 'arc'
	| 'rect'
	| 'roundRect'
	| 'clip'
	| 'fill'
	| 'stroke'
	| 'fillRect'
	| 'fillText'
	| 'strokeText'
	| 'measureText'
	| 'setLineDash'
	| 'translate'
	| 'fillStyle'
	| 'strokeStyle'
	| 'lineWidth'
	| 'lineJoin'
	| 'lineCap'
	| 'globalAlpha'
	| 'font'
	| 'textAlign'
	| 'textBaseline'
	| 'direction'
>;

export interface Brush {
	readonly context: CanvasContext;
	/** px width fractions are of. */
	readonly width: number;
	colour(token: Token): string;
}

/** Measures with the page's own fonts; ask for it once they are loaded. */
export function canvasMeasure(): MeasureText {
	const context = document.createElement('canvas').getContext('2d');
	return (text, size, weight) => {
		if (!context) return text.length * size;
		context.font = `${weight} ${size}px ${FONT_FAMILIES}`;
		return context.measureText(text).width;
	};
}

/** Paints the plot: the same order and the same sizes as the SVG painter. */
export function paintPlot(context: CanvasContext, scene: Scene, width: number, palette: Palette): void {
	const brush: Brush = { context, width, colour: (token) => palette[token] };
	context.save();
	context.beginPath();
	context.rect(0, 0, width, scene.height);
	context.clip();
	rules(brush, scene);
	for (const density of scene.density) paintBars(brush, density);
	for (const span of scene.spans) paintSpan(brush, span);
	for (const link of scene.links) paintLink(brush, link);
	paintGhosts(brush, scene);
	for (const bracket of scene.brackets) paintBracket(brush, bracket);
	if (scene.ring) disc(brush, scene.ring.x, scene.ring.y, scene.ring.radius);
	paintMarks(brush, scene.marks);
	if (scene.ring) paintRing(brush, scene.ring);
	if (scene.today) {
		line(brush, pixelOf({ f: scene.today.f, dx: 0 }, width), 4, scene.height, 'accent', 1.5);
	}
	for (const text of [...scene.labels, ...scene.axis.upper, ...scene.axis.lower]) paintText(brush, text);
	if (scene.today?.label) paintText(brush, scene.today.label);
	context.restore();
}

/** Paints the shelf on its own canvas. */
export function paintShelf(context: CanvasContext, scene: Scene, palette: Palette): void {
	const { shelf } = scene;
	if (!shelf) return;
	const brush: Brush = { context, width: shelf.width, colour: (token) => palette[token] };
	across(brush, scene.axis.height, 'rule-2');
	for (const lane of scene.lanes) across(brush, lane.top + lane.height, 'rule');
	line(brush, scene.direction === 'rtl' ? shelf.width - 0.5 : 0.5, scene.axis.height, scene.height, 'rule-2', 1);
	for (const join of shelf.joins) line(brush, join.x, join.y0, join.y1, 'ink-3', 1.25);
	if (shelf.ring) paintRing(brush, shelf.ring);
	for (const mark of shelf.marks) placed(brush, mark.x, mark.y, () => canvasShape(context, mark, brush.colour));
	for (const text of [shelf.caption, ...shelf.labels]) paintText(brush, text);
}

function rules(brush: Brush, scene: Scene): void {
	const { width } = brush;
	const sharp = (f: number) => Math.floor(f * width) + 0.5;
	for (const lane of scene.lanes) across(brush, lane.top + lane.height, 'rule');
	for (const strength of ['weak', 'strong'] as const) {
		for (const each of scene.gridlines) {
			if (each.strength !== strength) continue;
			const top = strength === 'strong' ? 0 : scene.axis.height;
			line(brush, sharp(each.f), top, scene.height, strength === 'strong' ? 'rule-2' : 'grid', 1);
		}
	}
	for (const f of scene.axis.ticks) line(brush, sharp(f), scene.axis.height - 4, scene.axis.height, 'rule-2', 1);
	across(brush, scene.axis.height, 'rule-2');
}

function line(brush: Brush, x: number, y0: number, y1: number, token: Token, thickness: number): void {
	segment(brush, token, thickness, x, y0, x, y1);
}

function across(brush: Brush, y: number, token: Token): void {
	const sharp = Math.floor(y) + 0.5;
	segment(brush, token, 1, 0, sharp, brush.width, sharp);
}

function segment(
	brush: Brush,
	token: Token,
	thickness: number,
	x0: number,
	y0: number,
	x1: number,
	y1: number,
	dash: readonly number[] = []
): void {
	const { context } = brush;
	context.strokeStyle = brush.colour(token);
	context.lineWidth = thickness;
	context.setLineDash([...dash]);
	context.beginPath();
	context.moveTo(x0, y0);
	context.lineTo(x1, y1);
	context.stroke();
	context.setLineDash([]);
}

function stroke(brush: Brush, token: Token, thickness: number, points: readonly (readonly [number, number])[]): void {
	const { context } = brush;
	context.strokeStyle = brush.colour(token);
	context.lineWidth = thickness;
	tracePoints(context, points, false);
	context.stroke();
}

/** Draws with (0, 0) at a place. */
function placed(brush: Brush, x: PlotX, y: number, draw: () => void): void {
	brush.context.save();
	brush.context.translate(pixelOf(x, brush.width), y);
	draw();
	brush.context.restore();
}

function disc(brush: Brush, x: PlotX, y: number, radius: number): void {
	const { context } = brush;
	context.fillStyle = brush.colour('paper');
	context.beginPath();
	context.arc(pixelOf(x, brush.width), y, radius, 0, Math.PI * 2);
	context.fill();
}

function paintRing(brush: Brush, ring: SceneRing): void {
	const { context } = brush;
	context.strokeStyle = brush.colour('accent');
	context.lineWidth = 2;
	context.beginPath();
	context.arc(pixelOf(ring.x, brush.width), ring.y, ring.radius, 0, Math.PI * 2);
	context.stroke();
}

/** The bars of a lane are one path: each rectangle of its own would be a call to the painter below. */
function paintBars({ context, width, colour }: Brush, density: SceneDensity): void {
	context.fillStyle = colour('ink-3');
	context.globalAlpha = density.strength;
	context.beginPath();
	for (const bar of density.bars) {
		const height = Math.max(2, bar.share * density.height);
		context.rect(bar.f0 * width, density.top + density.height - height, (bar.f1 - bar.f0) * width, height);
	}
	context.fill();
	context.globalAlpha = 1;
}

/** From so many marks on, filled ones of one shape and colour are painted as one path, under the others. */
const MANY_MARKS = 300;

function paintMarks(brush: Brush, marks: readonly SceneMark[]): void {
	const seen = marks.filter((mark) => {
		const x = pixelOf(mark.x, brush.width);
		return x >= -20 * mark.scale && x <= brush.width + 20 * mark.scale;
	});
	const alone = (mark: SceneMark): boolean =>
		seen.length < MANY_MARKS || mark.look !== 'filled' || mark.shape === 'flag' || mark.strength !== undefined;
	const groups = Map.groupBy(
		seen.filter((mark) => !alone(mark)),
		(mark) => `${mark.shape} ${mark.tone} ${mark.faint}`
	);
	for (const group of groups.values()) canvasShapes(brush.context, group, brush.colour, (x) => pixelOf(x, brush.width));
	for (const mark of seen) if (alone(mark)) paintMark(brush, mark);
}

function paintMark(brush: Brush, mark: SceneMark): void {
	if (mark.look !== 'filled') disc(brush, mark.x, mark.y, groundOf(mark.shape, mark.scale));
	placed(brush, mark.x, mark.y, () => canvasShape(brush.context, mark, brush.colour));
}

function paintSpan(brush: Brush, span: SceneSpan): void {
	const { context, width } = brush;
	const left = span.f0 * width;
	const length = Math.max(0, (span.f1 - span.f0) * width);
	const top = span.y - span.height / 2;
	const tone = toneToken(span.tone);
	const faint = span.faint ? FAINT : 1;
	context.save();
	switch (span.kind) {
		case 'dashed':
			context.globalAlpha = faint;
			context.strokeStyle = brush.colour(tone);
			context.lineWidth = 1.25;
			context.setLineDash([4, 3]);
			context.beginPath();
			context.roundRect(left, top, length, span.height, 3);
			context.stroke();
			break;
		case 'solid':
		case 'version':
			context.globalAlpha = faint;
			context.fillStyle = brush.colour(tone);
			context.fillRect(left, top, length, span.height);
			break;
		case 'version-open':
			context.globalAlpha = faint;
			context.fillStyle = brush.colour('paper');
			context.strokeStyle = brush.colour(tone);
			context.lineWidth = 1.25;
			context.beginPath();
			context.rect(left, top, length, span.height);
			context.fill();
			context.stroke();
			break;
		case 'possibly':
			context.strokeStyle = brush.colour('ink-2');
			context.lineWidth = POSSIBLY_WIDTH;
			context.lineCap = 'round';
			context.setLineDash([...POSSIBLY_DASH]);
			context.beginPath();
			context.moveTo(left, span.y);
			context.lineTo(left + length, span.y);
			context.stroke();
			break;
		case 'hatch':
			if (span.tinted) {
				context.fillStyle = brush.colour(tintToken(span.tone));
				context.fillRect(left, top, length, span.height);
			}
			context.globalAlpha = (span.strength === 'half' ? HATCH_HALF : HATCH_FULL) * faint;
			hatch(brush, left, top, length, span.height, tone);
			context.globalAlpha = 1;
			if (span.stopLeft) line(brush, left, top - 1, top + span.height + 1, tone, 1.25);
			if (span.stopRight) line(brush, left + length, top - 1, top + span.height + 1, tone, 1.25);
			break;
	}
	context.restore();
}

/** Lines at 45°, 4 px apart, in step over the whole plot like the SVG pattern. */
function hatch(brush: Brush, left: number, top: number, width: number, height: number, token: Token): void {
	const { context } = brush;
	const from = Math.max(left, 0);
	const to = Math.min(left + width, brush.width);
	if (to <= from) return;
	context.save();
	context.beginPath();
	context.rect(from, top, to - from, height);
	context.clip();
	context.strokeStyle = brush.colour(token);
	context.lineWidth = 1;
	context.beginPath();
	const step = HATCH_STEP * Math.SQRT2;
	const half = Math.SQRT1_2;
	// All points of one line have the same x + y.
	for (let sum = Math.ceil((from + top) / step) * step; sum <= to + top + height; sum += step) {
		context.moveTo(sum - top + half, top);
		context.lineTo(sum - top - height + half, top + height);
	}
	context.stroke();
	context.restore();
}

function paintLink(brush: Brush, link: SceneLink): void {
	const { context, width } = brush;
	const from = pixelOf(link.from, width);
	const to = pixelOf(link.to, width);
	if (link.kind === 'series') {
		// Far ends are cut to the view, or the dash would be worked out for miles of line.
		const [a, b] = [clamp(link.from.f) * width, clamp(link.to.f) * width];
		const flat = link.elbow === 'down-then-across' ? link.toY : link.fromY;
		const steep = link.elbow === 'down-then-across' ? a : b;
		segment(brush, 'event', 1.25, a, flat, b, flat, [4, 3]);
		if (link.elbow !== 'none') segment(brush, 'event', 1.25, steep, link.fromY, steep, link.toY, [4, 3]);
		return;
	}
	context.save();
	context.strokeStyle = brush.colour('accent');
	context.lineWidth = 1.25;
	context.lineCap = 'round';
	context.lineJoin = 'round';
	context.beginPath();
	if (link.channel === 0) {
		const middle = (from + to) / 2;
		const side = link.to.f >= link.from.f ? -1 : 1;
		const tip = to + side * 9 * link.scale;
		context.moveTo(from, link.fromY);
		context.bezierCurveTo(middle, link.fromY, middle, link.toY, to, link.toY);
		context.moveTo(tip + side * 5, link.toY - 3);
		context.lineTo(tip, link.toY);
		context.lineTo(tip + side * 5, link.toY + 3);
	} else {
		context.translate(from, link.fromY);
		const { curve, tip } = channelPoints(link);
		const [a, b, c, d] = curve;
		if (a && b && c && d) {
			context.moveTo(a[0], a[1]);
			context.bezierCurveTo(b[0], b[1], c[0], c[1], d[0], d[1]);
		}
		tip.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
	}
	context.stroke();
	context.restore();
}

function clamp(f: number): number {
	return Math.min(1.05, Math.max(-0.05, f));
}

function paintGhosts(brush: Brush, scene: Scene): void {
	const { context, width } = brush;
	for (const ghost of scene.ghosts) {
		const side = ghost.to.f >= ghost.from.f ? -1 : 1;
		const end = pixelOf(ghost.to, width) + side * 8 * ghost.scale;
		segment(brush, 'ink-3', 0.75, clamp(ghost.from.f) * width, ghost.y, end, ghost.y);
		stroke(brush, 'ink-3', 0.75, [
			[end + side * 5, ghost.y - 3],
			[end, ghost.y],
			[end + side * 5, ghost.y + 3]
		]);
	}
	for (const ghost of scene.ghosts) {
		disc(brush, ghost.from, ghost.y, 7 * ghost.scale);
		placed(brush, ghost.from, ghost.y, () => canvasShape(context, { ...ghost, look: 'dashed', faint: true }, brush.colour));
	}
}

function paintBracket(brush: Brush, bracket: Scene['brackets'][number]): void {
	const half = bracket.height / 2;
	for (const [place, side] of [
		[bracket.left, 1],
		[bracket.right, -1]
	] as const) {
		placed(brush, place, bracket.y, () => {
			brush.context.fillStyle = brush.colour('paper');
			brush.context.fillRect(side > 0 ? -1 : -6, -half, 7, 2 * half);
			stroke(brush, 'ink-3', 1.5, [
				[side * 5, -half],
				[0, -half],
				[0, half],
				[side * 5, half]
			]);
		});
	}
}
