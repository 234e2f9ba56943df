import type { ItemTable } from '../items/item.ts';

const readingPlaces = new WeakMap<ItemTable, Uint32Array>();

/** Where an item comes in reading order. One pass over the table when first asked. */
export function readingPlace(table: ItemTable, item: number): number {
	let places = readingPlaces.get(table);
	if (!places) {
		readingPlaces.set(table, (places = new Uint32Array(table.count)));
		for (let place = 0; place < table.order.length; place++) places[table.order[place]!] = place;
	}
	return places[item]!;
}
