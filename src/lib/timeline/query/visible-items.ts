import type { ItemTable } from '../items/item.ts';
import { endOf, reachAt, startOf } from '../items/span-of-edges.ts';
import type { Extent } from '../scale/extent.ts';

/** Start of all that is drawn of an item, ghosts and versions included. */
export function lowOf(table: ItemTable, item: number): number {
	const start = startOf(table, item);
	const at = table.reach.items.length === 0 ? -1 : reachAt(table, item);
	return at < 0 ? start : Math.min(start, table.reach.start[at]!);
}

/** End of all that is drawn of an item. */
export function highOf(table: ItemTable, item: number): number {
	const end = endOf(table, item);
	const at = table.reach.items.length === 0 ? -1 : reachAt(table, item);
	return at < 0 ? end : Math.max(end, table.reach.end[at]!);
}

/**
 * Visits those of placed[first] … placed[after − 1] that touch the extent. They stand in one row, so they neither meet nor change
 * order, and both borders are found by bisection: the cost is that of what is found.
 */
export function visitRow(
	table: ItemTable,
	placed: Uint32Array,
	first: number,
	after: number,
	extent: Extent,
	visit: (item: number, place: number) => void
): void {
	let low = first;
	let high = after;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (highOf(table, placed[middle]!) < extent.start) low = middle + 1;
		else high = middle;
	}
	for (let place = low; place < after; place++) {
		const item = placed[place]!;
		if (lowOf(table, item) >= extent.end) return;
		visit(item, place);
	}
}
