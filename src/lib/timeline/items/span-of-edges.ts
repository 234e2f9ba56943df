import type { Item } from './item.ts';
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

function centreOf(start: number, end: number): number {
	if (Number.isFinite(start) && Number.isFinite(end)) return (start + end) / 2;
	if (Number.isFinite(start)) return start;
	return Number.isFinite(end) ? end : 0;
}

const drawn = new WeakMap<Item, DrawnSpan | null>();

/** The drawn span of an item, remembered; null when it has no date. */
export function drawnSpan(item: Item): DrawnSpan | null {
	let span = drawn.get(item);
	if (span === undefined) drawn.set(item, (span = item.edges ? spanOfEdges(item.edges) : null));
	return span;
}
