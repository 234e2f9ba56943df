import { laneOfItem, type TimelineInput } from '../items/item.ts';
import type { Extent } from '../scale/extent.ts';

/** Enough for reading aloud; the table has them all. */
export const MOST_LISTED = 200;

/** What a reader has in view: how many, how many of them undated, and the first of them in reading order. */
export interface InView {
	readonly count: number;
	readonly undated: number;
	/** At most MOST_LISTED items; of more in view those nearest to its middle. */
	readonly items: readonly number[];
}

/** Answers kept: what is in sight, and what is a screen around it. */
const KEPT = 3;
let kept: readonly { readonly input: TimelineInput; readonly start: number; readonly end: number; readonly found: InView }[] = [];

/**
 * What a reader of the timeline has in view, in reading order: lane by lane, by time, a lane's undated items last (they stand on
 * its shelf whatever the extent). Does not depend on a width, so server and page say the same. One pass over the columns; the last
 * answers are kept, as heads, list and legend all ask.
 */
export function inView(input: TimelineInput, extent: Extent): InView {
	const { start, end } = extent;
	const known = kept.find((each) => each.input === input && each.start === start && each.end === end);
	if (known) return known.found;
	const found = look(input, extent);
	// Answers about another input are let go: they would hold it in memory.
	kept = [{ input, start, end, found }, ...kept.filter((each) => each.input === input)].slice(0, KEPT);
	return found;
}

function look(input: TimelineInput, { start, end }: Extent): InView {
	const { table, laneOf, lanes } = input;
	const { group, earliestStart, latestEnd } = table;
	const kept = input.kept();
	const touching = (i: number): boolean => earliestStart[i]! < end && latestEnd[i]! > start && laneOfItem(input, i) < lanes.length;
	let dated = 0;
	let first: number[] = [];
	for (let at = 0; at < kept.length; at++) {
		const i = kept[at]!;
		// An undated one's NaN is less than nothing.
		if (earliestStart[i]! < end && latestEnd[i]! > start && laneOf[group[i]!]! < lanes.length) {
			if (dated < MOST_LISTED) first.push(i);
			dated++;
		}
	}
	const shelf = input.undated();
	const undated = shelf.reduce((sum, lane) => sum + lane.length, 0);
	if (dated > MOST_LISTED) first = nearest(input, (start + end) / 2, touching);
	const items = [...first, ...shelf.flatMap((lane) => lane.slice(0, MOST_LISTED))].map((item) => ({
		item,
		lane: laneOfItem(input, item),
		id: ''
	}));
	const ids = new Map<number, string>();
	const idOf = (item: number): string => ids.get(item) ?? (ids.set(item, input.item(item).id), ids.get(item) ?? '');
	items.sort(
		(a, b) => a.lane - b.lane || byStart(earliestStart[a.item]!, earliestStart[b.item]!) || (idOf(a.item) < idOf(b.item) ? -1 : 1)
	);
	return { count: dated + undated, undated, items: items.slice(0, MOST_LISTED).map(({ item }) => item) };
}

/** The items nearest to a day that pass, by start: walked from the middle outwards in reading order. */
function nearest({ table }: TimelineInput, day: number, passes: (item: number) => boolean): number[] {
	const { order, earliestStart } = table;
	let [low, high] = [0, order.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (earliestStart[order[middle]!]! < day) low = middle + 1;
		else high = middle;
	}
	const found: number[] = [];
	for (let [before, after] = [low - 1, low]; found.length < MOST_LISTED && (before >= 0 || after < order.length); before--, after++) {
		if (before >= 0 && passes(order[before]!)) found.push(order[before]!);
		if (after < order.length && passes(order[after]!)) found.push(order[after]!);
	}
	return found;
}

/** Undated last. Two open beginnings are equal; their difference would be NaN. */
function byStart(a: number, b: number): number {
	if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
	return a === b ? 0 : a - b;
}
