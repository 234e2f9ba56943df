import { pixelOf } from '../scale/time-scale.ts';
import type { SceneText } from '../scene.ts';
import type { Brush } from './canvas-painter.ts';
import { FONT_FAMILIES, type Token } from './palette.ts';
import { GROUND, HALO, isRightToLeft } from './svg-parts.ts';

/** Runs in reading order: from the right in Arabic script. Each is drawn with its own direction, so neither reorders the other. */
export function paintText(brush: Brush, text: SceneText): void {
	const { context } = brush;
	const rtl = isRightToLeft(text.language);
	context.direction = rtl ? 'rtl' : 'ltr';
	context.textBaseline = 'alphabetic';
	context.textAlign = 'left';
	if (!mayBeSeen(brush, text)) return;
	const [only, ...rest] = text.runs;
	if (only && rest.length === 0 && !text.ground) return paintRun(brush, text, only);
	const gap = text.size / 2;
	const widths = text.runs.map((run) => runWidth(brush, run, text.size));
	const total = widths.reduce((sum, each) => sum + each, 0) + gap * Math.max(0, text.runs.length - 1);
	const at = pixelOf(text.x, brush.width);
	const left = text.anchor === 'start' ? at : text.anchor === 'end' ? at - total : at - total / 2;
	if (left > brush.width || left + total < 0) return;
	if (text.ground) {
		context.fillStyle = brush.colour('paper');
		const from = text.anchor === 'end' ? left - 4 : left - GROUND;
		context.fillRect(from, text.y - text.size, total + GROUND + 4, text.size * 1.3);
	}
	const places: number[] = [];
	let pen = rtl ? left + total : left;
	for (const each of widths) {
		places.push(rtl ? pen - each : pen);
		pen += rtl ? -each - gap : each + gap;
	}
	const draw = (paint: (content: string, x: number, ink: Token) => void) =>
		text.runs.forEach((run, index) => {
			context.font = `${run.weight} ${text.size}px ${FONT_FAMILIES}`;
			paint(run.text, places[index] ?? left, run.ink);
		});
	if (text.halo) {
		context.strokeStyle = brush.colour('paper');
		context.lineWidth = HALO;
		context.lineJoin = 'round';
		draw((content, x) => context.strokeText(content, x, text.y));
	}
	draw((content, x, ink) => {
		context.fillStyle = brush.colour(ink);
		context.fillText(content, x, text.y);
	});
}

/** Laid out texts know about how wide they are; twice that leaves room for a face that is wider than was thought. */
function mayBeSeen({ width }: Brush, text: SceneText): boolean {
	const at = pixelOf(text.x, width);
	return at - 2 * text.width <= width && at + 2 * text.width >= 0;
}

/** One run stands by its anchor alone, so nothing is measured: in a crowd that is most of a frame. */
function paintRun(brush: Brush, text: SceneText, run: SceneText['runs'][number]): void {
	const { context } = brush;
	const x = pixelOf(text.x, brush.width);
	context.textAlign = text.anchor === 'start' ? 'left' : text.anchor === 'end' ? 'right' : 'center';
	context.font = `${run.weight} ${text.size}px ${FONT_FAMILIES}`;
	if (text.halo) {
		context.strokeStyle = brush.colour('paper');
		context.lineWidth = HALO;
		context.lineJoin = 'round';
		context.strokeText(run.text, x, text.y);
	}
	context.fillStyle = brush.colour(run.ink);
	context.fillText(run.text, x, text.y);
}

/** Widths by font and words; the canvas paints only once its fonts are there. */
const widths = new Map<string, number>();
const KEPT_WIDTHS = 5000;

function runWidth({ context }: Brush, run: SceneText['runs'][number], size: number): number {
	const font = `${run.weight} ${size}px ${FONT_FAMILIES}`;
	const key = font + run.text;
	let width = widths.get(key);
	if (width === undefined) {
		if (widths.size >= KEPT_WIDTHS) widths.clear();
		context.font = font;
		widths.set(key, (width = context.measureText(run.text).width));
	}
	return width;
}
