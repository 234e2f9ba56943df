import type { Item } from '../items/item.ts';
import type { PlotX } from '../scale/time-scale.ts';
import type { SceneRun, SceneText } from '../scene.ts';
import { INSIDE_MARGIN, type LabelSide } from './packing.ts';
import type { MeasureText } from './text-width.ts';

/** An item as drawn in its row, in px at the deciding width, physical. */
export interface PlacedItem {
	readonly item: number;
	/** Rows of different lanes have different numbers. */
	readonly row: number;
	readonly y: number;
	/** All that is drawn of it. */
	readonly left: number;
	readonly right: number;
	/** Shape; null where the item is a bar without one. */
	readonly mark: { readonly x: PlotX; readonly at: number; readonly half: number } | null;
	/** Drawn span, physical; null where the shape stands alone. */
	readonly span: { readonly f0: number; readonly f1: number; readonly left: number; readonly right: number } | null;
	/** Certainly lasted: a solid bar. An inside label stands on it in paper. */
	readonly solid: { readonly left: number; readonly right: number } | null;
	/** Where an inside label begins, px from the span's earlier end; null where none may stand inside. */
	readonly insideFrom: number | null;
	readonly side: LabelSide;
	readonly runs: readonly SceneRun[];
}

export interface LabelOptions {
	readonly width: number;
	readonly later: 1 | -1;
	/** px of the today line, or null. */
	readonly today: number | null;
	readonly size: number;
	readonly measure: MeasureText;
	readonly shapeScale: number;
	/** Index of the selected item: its label is placed first. */
	readonly selected: number;
	/** Where an item comes in reading order: who is read first is labelled first. */
	readingPlace(item: number): number;
}

const EVENT_OFFSET = 14;
/** Past the channel of "leads to" curves. */
const AGREEMENT_OFFSET = 24;
const SPAN_OFFSET = 10;
/** Between a label and the next mark. */
const TO_NEXT_MARK = 8;
/** From the view's edge for a label whose span began before it. */
const AT_EDGE = 8;
const EDGE = 2;
const TO_TODAY = 4;
const BASELINE = 0.35;
/** Between name and detail, as a share of the font size: an en space. */
export const RUN_GAP = 0.5;

export function runsWidth(runs: readonly SceneRun[], size: number, measure: MeasureText): number {
	return runs.reduce((sum, run, index) => sum + measure(run.text, size, run.weight) + (index > 0 ? RUN_GAP * size : 0), 0);
}

/**
 * Places labels by the rules of the mock ("Labels" 2 and 3), the weightiest first: full on its own side, name alone
 * there, then the other side, then none. No label meets a mark, another label, the edge or the today line.
 */
export function placeLabels(placed: readonly PlacedItem[], itemAt: (index: number) => Item, options: LabelOptions): SceneText[] {
	const taken = new Map<number, { item: number; left: number; right: number }[]>();
	for (const each of placed) {
		const row = taken.get(each.row);
		const box = { item: each.item, left: each.left, right: each.right };
		if (row) row.push(box);
		else taken.set(each.row, [box]);
	}
	const weighed = placed.map((each) => ({
		each,
		weight: each.item === options.selected ? Infinity : itemAt(each.item).weight,
		place: options.readingPlace(each.item)
	}));
	weighed.sort((a, b) => (a.weight === b.weight ? a.place - b.place : b.weight - a.weight));
	const texts: SceneText[] = [];
	for (const { each } of weighed) {
		const item = itemAt(each.item);
		const row = taken.get(each.row);
		if (!row || each.runs.length === 0) continue;
		const found = findPlace(each, item, row, options);
		if (!found) continue;
		// Kept apart from the item's own box, so that a second label cannot stand in this one's air.
		row.push({ item: -1, left: found.left, right: found.right });
		texts.push(found.text);
	}
	return texts;
}

interface Candidate {
	/** Anchor and the label's earlier end in px. */
	readonly x: PlotX;
	readonly at: number;
	/** +1: the label runs from `at` to the right. */
	readonly runsTo: 1 | -1;
	readonly inside: boolean;
}

function findPlace(
	each: PlacedItem,
	item: Item,
	row: readonly { item: number; left: number; right: number }[],
	options: LabelOptions
): { text: SceneText; left: number; right: number } | null {
	const onSolid = each.solid !== null;
	for (const [side, runs] of attempts(each, item)) {
		const labelWidth = runsWidth(runs, options.size, options.measure);
		for (const candidate of candidates(each, item, side, options)) {
			const left = candidate.runsTo > 0 ? candidate.at : candidate.at - labelWidth;
			const right = left + labelWidth;
			if (!isFree(left, right, candidate.inside, each, row, options)) continue;
			const text: SceneText = {
				x: candidate.x,
				y: each.y + options.size * BASELINE,
				anchor: candidate.runsTo > 0 ? 'start' : 'end',
				size: options.size,
				runs: onSolid && candidate.inside ? runs.map((run) => ({ ...run, ink: 'paper' as const })) : runs,
				language: item.language,
				halo: !(onSolid && candidate.inside),
				ground: false,
				width: labelWidth,
				item: each.item
			};
			return { text, left, right };
		}
	}
	return null;
}

/** What is tried, in order: the rule of the mock ("Labels" 2 and 3) for one item. */
function attempts(each: PlacedItem, item: Item): [LabelSide, readonly SceneRun[]][] {
	const full = each.runs;
	const variants = full.length > 1 ? [full, full.slice(0, 1)] : [full];
	const sides: LabelSide[] = each.side === 'earlier' ? ['earlier', 'later'] : ['later', 'earlier'];
	if (each.side === 'inside') sides.unshift('inside');
	// "Not reported" is what the bracket says: it goes last.
	if (item.notReported)
		return variants.flatMap((runs) => (['inside', ...sides] as const).map((side): [LabelSide, readonly SceneRun[]] => [side, runs]));
	const tried = sides.flatMap((side) => variants.map((runs): [LabelSide, readonly SceneRun[]] => [side, runs]));
	// A span just wide enough carries the whole label; a shortened one only where there is no room beside it.
	return each.span && each.side !== 'inside' ? [['inside', full], ...tried, ['inside', full.slice(0, 1)]] : tried;
}

function candidates(each: PlacedItem, item: Item, side: LabelSide, options: LabelOptions): Candidate[] {
	const { later, width, today } = options;
	const { span, mark } = each;
	const scale = options.shapeScale;
	if (side === 'inside') {
		const { insideFrom } = each;
		if (!span || insideFrom === null) return [];
		const begins = later > 0 ? span.left : span.right;
		const f = later > 0 ? span.f0 : span.f1;
		const edge = later > 0 ? 0 : width;
		const began = later > 0 ? begins < edge : begins > edge;
		const found: Candidate[] = [];
		const add = (atF: number, base: number, dx: number) =>
			found.push({ x: { f: atF, dx: later * dx }, at: base + later * dx, runsTo: later, inside: true });
		const atEdge = mark && Math.abs(mark.at - edge) < 25 * scale ? insideFrom : AT_EDGE;
		if (began) add(later > 0 ? 0 : 1, edge, atEdge);
		else add(f, begins, insideFrom);
		// A shape in the middle: the label stands after it.
		if (mark)
			found.push({
				x: shift(mark.x, later * EVENT_OFFSET * scale),
				at: mark.at + later * EVENT_OFFSET * scale,
				runsTo: later,
				inside: true
			});
		if (each.solid) {
			const at = later > 0 ? Math.max(0, each.solid.left) : Math.min(width, each.solid.right);
			add(at / width, at, AT_EDGE + 2);
		}
		if (today !== null) add(today / width, today, AT_EDGE);
		return found;
	}
	const sign = side === 'later' ? later : (-later as 1 | -1);
	if (span || !mark) {
		const at = sign > 0 ? each.right : each.left;
		const f = span ? (sign > 0 ? span.f1 : span.f0) : at / width;
		const base = span ? (sign > 0 ? span.right : span.left) : at;
		return [{ x: { f, dx: at - base + sign * SPAN_OFFSET }, at: at + sign * SPAN_OFFSET, runsTo: sign, inside: false }];
	}
	const isEvent = item.shape === 'circle' || item.shape === 'small-circle' || item.shape === 'flag';
	const offset = (side === 'later' && !isEvent ? AGREEMENT_OFFSET : EVENT_OFFSET) * (0.6 + 0.4 * scale);
	return [{ x: shift(mark.x, sign * offset), at: mark.at + sign * offset, runsTo: sign, inside: false }];
}

function isFree(
	left: number,
	right: number,
	inside: boolean,
	each: PlacedItem,
	row: readonly { item: number; left: number; right: number }[],
	options: LabelOptions
): boolean {
	if (left < EDGE || right > options.width - EDGE) return false;
	if (options.today !== null && left < options.today + TO_TODAY && right > options.today - TO_TODAY) return false;
	if (inside) {
		const { span, mark } = each;
		if (!span) return false;
		if (Math.min(span.right, options.width) - Math.max(span.left, 0) < right - left + INSIDE_MARGIN) return false;
		if (each.solid && (left < each.solid.left + AT_EDGE || right > each.solid.right - AT_EDGE)) return false;
		if (left < span.left + AT_EDGE || right > span.right - AT_EDGE) return false;
		if (mark && left < mark.at + mark.half + 3 && right > mark.at - mark.half - 3) return false;
	}
	return row.every((box) => {
		if (box.item === each.item) return true;
		return right + TO_NEXT_MARK <= box.left || left - TO_NEXT_MARK >= box.right;
	});
}

function shift(x: PlotX, dx: number): PlotX {
	return { f: x.f, dx: x.dx + dx };
}
