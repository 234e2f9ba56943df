import type { Item, TimelineInput } from '../items/item.ts';
import type { Extent } from '../scale/extent.ts';

/** May it have been going on within the extent? Open and unknown ends reach as far as they can. */
export function touches(item: Item, extent: Extent): boolean {
	return item.edges !== null && item.edges.earliestStart < extent.end && item.edges.latestEnd > extent.start;
}

/**
 * What a reader of the timeline has in view, in reading order: lane by lane, by time, a lane's undated items last (they stand on
 * its shelf whatever the extent). Does not depend on a width, so server and page say the same.
 */
export function itemsInView(input: TimelineInput, extent: Extent): Item[] {
	return input.items.filter((item) => item.edges === null || touches(item, extent)).sort(inReadingOrder);
}

function inReadingOrder(a: Item, b: Item): number {
	return a.lane - b.lane || byStart(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function byStart(a: Item, b: Item): number {
	if (!a.edges || !b.edges) return a.edges ? -1 : b.edges ? 1 : 0;
	const [start, other] = [a.edges.earliestStart, b.edges.earliestStart];
	// Two open beginnings are equal; their difference would be NaN.
	return start === other ? 0 : start - other;
}
