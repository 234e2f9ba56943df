import { laneOfItem, type Item, type TimelineInput } from '../../../src/lib/timeline/items/item.ts';

/** Every item that is drawn, in reading order. */
export function itemsOf(input: TimelineInput): Item[] {
	return [...input.table.order].filter((index) => laneOfItem(input, index) < input.lanes.length).map((index) => input.item(index));
}
