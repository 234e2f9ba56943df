import type { SceneMark } from '../scene.ts';
import { toneToken, type Token } from './palette.ts';
import { flagTick, halvesOf, outlineOf, OUTLINE, PLANNED_DASH, type Outline, type Point } from './shapes.ts';
import { FAINT } from './svg-parts.ts';

type ShapeContext = Pick<
	CanvasRenderingContext2D,
	| 'save'
	| 'restore'
	| 'beginPath'
	| 'closePath'
	| 'moveTo'
	| 'lineTo'
	| 'arc'
	| 'fill'
	| 'stroke'
	| 'setLineDash'
	| 'fillStyle'
	| 'strokeStyle'
	| 'lineWidth'
	| 'lineJoin'
	| 'lineCap'
	| 'globalAlpha'
>;

/** Begins a path along points. */
export function tracePoints(
	context: Pick<CanvasRenderingContext2D, 'beginPath' | 'moveTo' | 'lineTo' | 'closePath'>,
	points: readonly Point[],
	closed: boolean
): void {
	context.beginPath();
	points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
	if (closed) context.closePath();
}

function traceOutline(context: ShapeContext, outline: Outline): void {
	if ('points' in outline) {
		tracePoints(context, outline.points, true);
		return;
	}
	context.beginPath();
	context.arc(0, 0, Math.max(0, outline.radius), 0, Math.PI * 2);
	context.closePath();
}

/** A shape round (0, 0), as the SVG painter draws it. */
export function canvasShape(
	context: ShapeContext,
	mark: Pick<SceneMark, 'shape' | 'tone' | 'look' | 'scale' | 'faint' | 'strength'>,
	colour: (token: Token) => string
): void {
	const { shape, scale, look } = mark;
	const tone = colour(toneToken(mark.tone));
	const paper = colour('paper');
	const thickness = OUTLINE * (0.6 + 0.4 * scale);
	context.save();
	if (mark.faint || mark.strength !== undefined) context.globalAlpha = (mark.faint ? FAINT : 1) * (mark.strength ?? 1);
	context.lineWidth = thickness;
	context.strokeStyle = tone;
	if (look === 'filled') {
		context.fillStyle = tone;
		traceOutline(context, outlineOf(shape, scale));
		context.fill();
		context.strokeStyle = paper;
	} else if (look === 'split') {
		const { filled, open } = halvesOf(shape, scale);
		context.fillStyle = tone;
		tracePoints(context, filled, true);
		context.fill();
		context.fillStyle = paper;
		context.lineJoin = 'round';
		tracePoints(context, open, true);
		context.fill();
		context.stroke();
	} else {
		context.fillStyle = paper;
		traceOutline(context, outlineOf(shape, scale, thickness / 2));
		context.fill();
		if (look === 'dashed') context.setLineDash(PLANNED_DASH.map((part) => part * scale));
		context.stroke();
		context.setLineDash([]);
	}
	if (shape === 'flag' && look !== 'split') {
		context.lineCap = 'round';
		context.lineJoin = 'round';
		tracePoints(context, flagTick(scale), false);
		context.stroke();
	}
	context.restore();
}

/** Filled marks of one shape, colour and strength, each at its place, as one path. */
export function canvasShapes(
	context: ShapeContext,
	marks: readonly SceneMark[],
	colour: (token: Token) => string,
	pixelOf: (x: SceneMark['x']) => number
): void {
	const [first] = marks;
	if (!first) return;
	const outline = outlineOf(first.shape, first.scale);
	context.fillStyle = colour(toneToken(first.tone));
	context.globalAlpha = first.faint ? FAINT : 1;
	context.beginPath();
	for (const mark of marks) {
		const x = pixelOf(mark.x);
		if ('radius' in outline) {
			context.moveTo(x + outline.radius, mark.y);
			context.arc(x, mark.y, outline.radius, 0, Math.PI * 2);
			continue;
		}
		outline.points.forEach((point, n) =>
			n === 0 ? context.moveTo(x + point[0], mark.y + point[1]) : context.lineTo(x + point[0], mark.y + point[1])
		);
		context.closePath();
	}
	context.fill();
	context.globalAlpha = 1;
}
