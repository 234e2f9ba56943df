import type { Item, ItemTable } from './item.ts';
import type { Edges } from '#lib/temporal/edges.ts';

/** What of a date is drawn where. All in epoch days. */
export interface DrawnSpan {
	/** Drawn from … to; an open side is ±Infinity (runs to the view's edge). */
	readonly start: number;
	readonly end: number;
	/** `unknown`: fades out for a little way · `open`: runs to the view's edge. */
	readonly startEdge: 'known' | 'unknown' | 'open';
	readonly endEdge: 'known' | 'unknown' | 'open';
	/** Certainly lasted from … to; null for a date that only says *within*. */
	readonly solid: { readonly from: number; readonly to: number } | null;
	/** Where the shape stands when the span is too narrow to draw, or hatched. */
	readonly centre: number;
}

/** An end known to the day counts as exact: two days reported are drawn as two whole days. */
const EXACT = 1;

/**
 * Reads the four edges for drawing. An interval *lasted* when its latest start is not after its earliest end; the solid
 * part runs between them, the rest is doubt. A single value only says *within* and has no solid part.
 */
export function spanOfEdges(edges: Edges): DrawnSpan {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edges;
	const startEdge = Number.isFinite(earliestStart) ? 'known' : Number.isFinite(latestStart) ? 'unknown' : 'open';
	const endEdge = Number.isFinite(latestEnd) ? 'known' : Number.isFinite(earliestEnd) ? 'unknown' : 'open';
	let start = startEdge === 'known' ? earliestStart : startEdge === 'open' ? -Infinity : finiteMin(latestStart, earliestEnd);
	let end = endEdge === 'known' ? latestEnd : endEdge === 'open' ? Infinity : finiteMax(earliestEnd, latestStart);
	if (start > end) [start, end] = [end, start];
	const lasted = latestStart <= earliestEnd || startEdge === 'open' || endEdge === 'open';
	let solid: DrawnSpan['solid'] = null;
	if (lasted) {
		const from = startEdge === 'known' && latestStart - earliestStart <= EXACT ? earliestStart : latestStart;
		const to = endEdge === 'known' && latestEnd - earliestEnd <= EXACT ? latestEnd : earliestEnd;
		if (to > from) solid = { from, to };
	}
	return { start, end, startEdge, endEdge, solid, centre: centreOf(start, end) };
}

function finiteMin(a: number, b: number): number {
	return Number.isFinite(b) ? Math.min(a, b) : a;
}

function finiteMax(a: number, b: number): number {
	return Number.isFinite(b) ? Math.max(a, b) : a;
}

/** Where the shape stands: the middle, or the one end that is known. */
export function centreOf(start: number, end: number): number {
	if (Number.isFinite(start) && Number.isFinite(end)) return (start + end) / 2;
	if (Number.isFinite(start)) return start;
	return Number.isFinite(end) ? end : 0;
}

const drawn = new WeakMap<Item, DrawnSpan | null>();

/** The drawn span of an item, remembered; null when it has no date. */
export function drawnSpan(item: Item): DrawnSpan | null {
	let span = drawn.get(item);
	if (span === undefined) drawn.set(item, (span = spanOfItem(item)));
	return span;
}

/** What is no one stretch stands at its first: between them it was not. */
function spanOfItem({ edges, parts }: Item): DrawnSpan | null {
	if (!edges) return null;
	const [first] = parts?.parts ?? [];
	return first ? { ...spanOfEdges(edges), centre: spanOfEdges(first).centre } : spanOfEdges(edges);
}

/** Drawn start of four edges: {@link spanOfEdges} without an object. NaN when undated. */
export function drawnStart(earliestStart: number, latestStart: number, earliestEnd: number, latestEnd: number): number {
	if (earliestStart <= latestEnd && earliestStart > -Infinity && latestEnd < Infinity) return earliestStart;
	return drawnEdge(earliestStart, latestStart, earliestEnd, latestEnd, true);
}

/** Drawn end of four edges. */
export function drawnEnd(earliestStart: number, latestStart: number, earliestEnd: number, latestEnd: number): number {
	if (earliestStart <= latestEnd && earliestStart > -Infinity && latestEnd < Infinity) return latestEnd;
	return drawnEdge(earliestStart, latestStart, earliestEnd, latestEnd, false);
}

function drawnEdge(earliestStart: number, latestStart: number, earliestEnd: number, latestEnd: number, first: boolean): number {
	let start = earliestStart;
	let end = latestEnd;
	if (start === -Infinity && Number.isFinite(latestStart)) start = finiteMin(latestStart, earliestEnd);
	if (end === Infinity && Number.isFinite(earliestEnd)) end = finiteMax(earliestEnd, latestStart);
	return first === !(start > end) ? start : end;
}

/** Drawn start of an item, read from the columns; NaN when undated. */
export function startOf({ earliestStart, latestStart, earliestEnd, latestEnd }: ItemTable, i: number): number {
	return drawnStart(earliestStart[i]!, latestStart[i]!, earliestEnd[i]!, latestEnd[i]!);
}

/** Drawn end of an item, read from the columns; NaN when undated. */
export function endOf({ earliestStart, latestStart, earliestEnd, latestEnd }: ItemTable, i: number): number {
	return drawnEnd(earliestStart[i]!, latestStart[i]!, earliestEnd[i]!, latestEnd[i]!);
}

/** Place of an item among those with ghosts or versions (`table.reach`), -1: none. */
export function reachAt(table: ItemTable, index: number): number {
	const { items } = table.reach;
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (items[middle]! < index) low = middle + 1;
		else high = middle;
	}
	return items[low] === index ? low : -1;
}
