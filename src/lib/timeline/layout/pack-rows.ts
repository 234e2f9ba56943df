import type { Item, TimelineInput } from '../items/item.ts';
import { drawnSpan } from '../items/span-of-edges.ts';

/** Where an item's label has its place kept: later, earlier, or inside its own span. */
export type LabelSide = 'later' | 'earlier' | 'inside';

/** Rows of the whole set at one level. */
export interface Packing {
	readonly level: number;
	/** Row within the lane by item index; −1 for undated items. */
	readonly rows: Int32Array;
	readonly sides: readonly LabelSide[];
	/** What an item keeps free in its row, in days, label allowance included. */
	readonly from: Float64Array;
	readonly to: Float64Array;
	/** Rows needed, by lane. */
	readonly rowsByLane: readonly number[];
	/** More than one item per 4 px of the lane's own span, by lane. */
	readonly dense: readonly boolean[];
}

export interface PackingOptions {
	/** Narrow views keep all label places on the later side. */
	readonly compact: boolean;
	readonly shapeScale: number;
}

/** Room kept for a label, px at the level's coarsest resolution; never measured text, so a title never moves a mark. */
export const LABEL_ALLOWANCE = 120;
/** A label fits inside a span this much wider than the label (mock, "Labels" 2). */
export const INSIDE_MARGIN = 40;
/** Half of the widest shape. */
const HALF_SHAPE = 6.2;
/** Air between what stands in one row. */
const AIR = 3.5;
/** Shapes nearer than this are "at one date". */
const ONE_DATE = 24;
/** From so many at one date on it is a crowd, and events are labelled on the earlier side. */
const CROWD = 3;
const PX_PER_ITEM = 4;
const LEAST_LANE_WIDTH = 200;

/** Power-of-two resolution: floor(log2(days per px)). */
export function levelOf(days: number, width: number): number {
	return Math.floor(Math.log2(days / Math.max(1, width)));
}

/** Days per px at the coarse end of a level: what is free there is free in all of the level. */
export function coarsestOf(level: number): number {
	return 2 ** (level + 1);
}

const cache = new WeakMap<TimelineInput, Map<string, Packing>>();

/** Rows for the whole set, cached by input identity, level and options. */
export function packRows(input: TimelineInput, level: number, options: PackingOptions): Packing {
	let known = cache.get(input);
	if (!known) cache.set(input, (known = new Map()));
	const key = `${level}|${options.compact}|${options.shapeScale}`;
	let packing = known.get(key);
	if (!packing) known.set(key, (packing = pack(input, level, options)));
	return packing;
}

function pack(input: TimelineInput, level: number, options: PackingOptions): Packing {
	const { items, lanes } = input;
	const coarse = coarsestOf(level);
	const rows = new Int32Array(items.length).fill(-1);
	const from = new Float64Array(items.length);
	const to = new Float64Array(items.length);
	const sides: LabelSide[] = new Array<LabelSide>(items.length).fill('later');
	const byLane = datedByLane(input);
	const before = predecessors(input);
	const rowsByLane: number[] = [];
	const dense: boolean[] = [];
	lanes.forEach((_, lane) => {
		const order = byLane[lane] ?? [];
		const crowded = inCrowd(items, order, coarse * ONE_DATE);
		order.forEach((index) => {
			const item = items[index];
			if (!item) return;
			const side = sideOf(item, crowded.has(index), coarse, options.compact);
			sides[index] = side;
			const [start, end] = footprint(item, side, coarse, options.shapeScale);
			from[index] = start;
			to[index] = end;
		});
		rowsByLane.push(firstFit(options.compact ? nextInSeries(order, from, to, before) : order, from, to, before, rows));
		dense.push(order.length > laneWidth(items, order, coarse) / PX_PER_ITEM);
	});
	return { level, rows, sides, from, to, rowsByLane, dense };
}

/** Item indices of each lane by start, then as given. */
function datedByLane(input: TimelineInput): number[][] {
	const byLane: number[][] = input.lanes.map(() => []);
	input.items.forEach((item, index) => {
		if (item.edges) byLane[item.lane]?.push(index);
	});
	const start = (index: number) => {
		const item = input.items[index];
		return (item && drawnSpan(item)?.start) ?? 0;
	};
	for (const order of byLane) order.sort((a, b) => compare(start(a), start(b)) || a - b);
	return byLane;
}

/** −Infinity − −Infinity is not a number, so subtraction will not do. */
function compare(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function predecessors(input: TimelineInput): Map<number, number> {
	const indexOf = new Map(input.items.map((item, index) => [item.id, index]));
	const before = new Map<number, number>();
	for (const link of input.links) {
		if (link.kind !== 'series') continue;
		const from = indexOf.get(link.from);
		const to = indexOf.get(link.to);
		if (from !== undefined && to !== undefined && input.items[from]?.lane === input.items[to]?.lane) before.set(to, from);
	}
	return before;
}

/**
 * Where labels stand on the later side, the next of a series often cannot share its predecessor's row; it then comes right
 * after it, so that the line between them stays short.
 */
function nextInSeries(order: readonly number[], from: Float64Array, to: Float64Array, before: ReadonlyMap<number, number>): number[] {
	const after = new Map<number, number>();
	for (const [item, previous] of before) after.set(previous, item);
	const seen = new Set<number>();
	const out: number[] = [];
	for (const first of order) {
		for (let index: number | undefined = first; index !== undefined && !seen.has(index);) {
			seen.add(index);
			out.push(index);
			const next: number | undefined = after.get(index);
			index = next !== undefined && (from[next] ?? 0) < (to[index] ?? 0) ? next : undefined;
		}
	}
	return out;
}

function inCrowd(items: readonly Item[], order: readonly number[], reach: number): Set<number> {
	const centres = order
		.map((index) => ({ index, day: items[index] ? (drawnSpan(items[index])?.centre ?? 0) : 0 }))
		.sort((a, b) => a.day - b.day);
	const crowded = new Set<number>();
	let first = 0;
	let after = 0;
	for (const { index, day } of centres) {
		while ((centres[first]?.day ?? day) < day - reach) first++;
		while (after < centres.length && (centres[after]?.day ?? day) <= day + reach) after++;
		if (after - first >= CROWD) crowded.add(index);
	}
	return crowded;
}

function isEvent(item: Item): boolean {
	return item.shape === 'circle' || item.shape === 'small-circle';
}

function sideOf(item: Item, crowded: boolean, coarse: number, compact: boolean): LabelSide {
	const span = drawnSpan(item);
	if (span && (span.end - span.start) / coarse >= LABEL_ALLOWANCE + INSIDE_MARGIN) return 'inside';
	return !compact && crowded && isEvent(item) ? 'earlier' : 'later';
}

/** What an item keeps free, in days: span, shape, ghosts, versions, air and the label's place. */
function footprint(item: Item, side: LabelSide, coarse: number, shapeScale: number): [number, number] {
	const span = drawnSpan(item);
	if (!span) return [0, 0];
	const half = HALF_SHAPE * shapeScale * coarse;
	let start = Math.min(span.start, span.centre - half);
	let end = Math.max(span.end, span.centre + half);
	if (span.startEdge === 'unknown') start -= FADE * coarse;
	if (span.endEdge === 'unknown') end += FADE * coarse;
	for (const edges of [...item.ghosts, ...item.versions]) {
		if (Number.isFinite(edges.earliestStart)) start = Math.min(start, edges.earliestStart);
		if (Number.isFinite(edges.latestEnd)) end = Math.max(end, edges.latestEnd);
	}
	start -= AIR * coarse;
	end += AIR * coarse;
	const allowance = LABEL_ALLOWANCE * coarse;
	return [side === 'earlier' ? start - allowance : start, side === 'later' ? end + allowance : end];
}

/** How far an end nobody knows fades out, px. */
export const FADE = 60;

function laneWidth(items: readonly Item[], order: readonly number[], coarse: number): number {
	let low = Infinity;
	let high = -Infinity;
	for (const index of order) {
		const day = items[index] ? drawnSpan(items[index])?.centre : undefined;
		if (day === undefined) continue;
		low = Math.min(low, day);
		high = Math.max(high, day);
	}
	return Math.max(LEAST_LANE_WIDTH, (high - low) / coarse);
}

/**
 * First fit: each item, in order, takes the lowest row that is free from its start on; the next of a series takes its
 * predecessor's row when that is free. A tree of row ends finds the lowest in O(log rows).
 * @returns rows needed
 */
function firstFit(
	order: readonly number[],
	from: Float64Array,
	to: Float64Array,
	before: ReadonlyMap<number, number>,
	rows: Int32Array
): number {
	let leaves = 1;
	while (leaves < order.length) leaves *= 2;
	// Least end of the rows below each node; an unused row ends before all time.
	const ends = new Float64Array(2 * leaves).fill(-Infinity);
	let used = 0;
	for (const index of order) {
		const start = from[index] ?? 0;
		const previous = before.get(index);
		const preferred = previous === undefined ? -1 : (rows[previous] ?? -1);
		let node: number;
		if (preferred >= 0 && (ends[leaves + preferred] ?? Infinity) <= start) node = leaves + preferred;
		else {
			node = 1;
			while (node < leaves) {
				node *= 2;
				if ((ends[node] ?? Infinity) > start) node++;
			}
		}
		rows[index] = node - leaves;
		used = Math.max(used, node - leaves + 1);
		ends[node] = Math.max(ends[node] ?? -Infinity, to[index] ?? 0);
		for (node >>= 1; node >= 1; node >>= 1) ends[node] = Math.min(ends[2 * node] ?? Infinity, ends[2 * node + 1] ?? Infinity);
	}
	return used;
}
