import type { PptxShape } from '#lib/formats/write-pptx.ts';
import { SLIDE } from '#lib/formats/write-pptx.ts';
import { LOCALES, type Language } from '#lib/language/locales.ts';
import { LIGHT } from '#lib/timeline/paint/palette.ts';
import type { LegendEntry } from '../briefing/legend.ts';
import { markShapes, Pen } from './scene-shapes.ts';

const ROW = 34;
const INSET = 40;
const SIGN_WIDTH = 40;
const SCALE = 1.5;

/** The legend as objects: a sign and its words, line by line, in two columns where one is too long. */
export function legendShapes(entries: readonly LegendEntry[], language: Language, top: number): PptxShape[] {
	const rtl = LOCALES[language].direction === 'rtl';
	const perColumn = Math.max(1, Math.floor((SLIDE.height - top - 48) / ROW));
	const columnWidth = (SLIDE.width - 2 * INSET) / Math.max(1, Math.ceil(entries.length / perColumn));
	return entries.flatMap((entry, index) => {
		const column = Math.floor(index / perColumn);
		const y = top + (index % perColumn) * ROW + ROW / 2;
		const start = INSET + column * columnWidth;
		const sign = rtl ? SLIDE.width - start - SIGN_WIDTH : start;
		const words = rtl ? SLIDE.width - start - columnWidth + 8 : start + SIGN_WIDTH + 28;
		const text: PptxShape = {
			...{ kind: 'text', name: entry.words, words: '', x: words, y: y - 11, width: columnWidth - SIGN_WIDTH - 36, height: 24, size: 16 },
			...{ rtl, language, wrap: true, align: rtl ? 'right' : 'left', runs: [{ text: entry.words, colour: LIGHT.ink, bold: false }] }
		};
		return [...signShapes(entry, sign, y, rtl), text];
	});
}

function signShapes({ sign, shape, tone, words }: LegendEntry, left: number, y: number, rtl: boolean): PptxShape[] {
	const pen = new Pen({ scale: SCALE, left, top: y }, { left: 0, width: 0 });
	const middle = { f: 0, dx: SIGN_WIDTH / 2 / SCALE };
	const at = (dx: number) => ({ f: 0, dx: rtl ? SIGN_WIDTH / SCALE - dx : dx });
	const named = { name: words, sentence: words };
	const mark = (look: 'filled' | 'dashed' | 'hollow' | 'split', faint = false) =>
		markShapes(pen, { item: 0, x: middle, y: 0, shape, tone, look, scale: 1, faint }, named);
	const line = (from: number, to: number, dy: number, dash: 'solid' | 'dash' | 'dots', colour: string, tip = false) =>
		pen.line(words, [at(from), dy], [at(to), dy], pen.stroke(colour, dash === 'dots' ? 1.6 : 1.25, dash, tip));
	switch (sign) {
		case 'planned':
			return mark('dashed');
		case 'undated':
			return mark('hollow');
		case 'conflict':
			return mark('split');
		case 'possibly':
			return [...mark('filled', true), line(8, 19, 8, 'dots', LIGHT['ink-2'])];
		case 'doubt':
			return [
				{
					...{ kind: 'box', form: 'rect', name: words, words: '', x: left, y: y - 9, width: SIGN_WIDTH, height: 18, stroke: null },
					fill: { kind: 'hatch', colour: LIGHT.event, ground: LIGHT['event-tint'] }
				}
			];
		case 'not-reported':
			return [-1, 1].map((side) => {
				const edge = side < 0 ? 0 : SIGN_WIDTH / SCALE;
				const points = [
					[edge - side * 4, -6],
					[edge, -6],
					[edge, 6],
					[edge - side * 4, 6]
				] as const;
				return pen.path({ name: words, words: '' }, { f: 0, dx: 0 }, 0, points, false, { kind: 'none' }, pen.stroke(LIGHT['ink-3'], 1.5));
			});
		case 'moved':
			return [
				...markShapes(pen, { item: 0, x: at(5), y: 0, shape: 'circle', tone, look: 'dashed', scale: 0.9, faint: true }, named, 'dots'),
				line(11, 26, 0, 'solid', LIGHT['ink-3'], true)
			];
		case 'series':
			return [line(0, 26, 0, 'dash', LIGHT.event)];
		case 'leads-to':
			return [line(0, 26, 0, 'solid', LIGHT.accent, true)];
		case 'today':
			return [pen.line(words, [middle, -7], [middle, 7], pen.stroke(LIGHT.accent, 1.5))];
		case 'density':
			return [4, 10, 16].map((dx, index) => ({
				...{ kind: 'box', form: 'rect', name: words, words: '', x: left + dx * SCALE, width: 6, height: 6 + 5 * (index % 2) },
				...{ y: y + 8 - (6 + 5 * (index % 2)), fill: { kind: 'solid', colour: LIGHT['ink-3'], opacity: 1 }, stroke: null }
			}));
		default:
			return mark('filled');
	}
}
