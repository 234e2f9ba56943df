import type { Item } from '../items/item.ts';
import { pixelOf } from '../scale/time-scale.ts';
import type { Scene } from '../scene.ts';
import type { MarkPlace } from './keyboard.ts';

/** A mark with its item, x and y in px from the plot's left top corner, whether it stands in the plot or on the shelf. */
export interface ItemPlace extends MarkPlace {
	readonly entry: Item;
}

/**
 * Every mark in view. A span that began before the view has its place at the view's edge, as its label has. `shelfLeft` is the
 * shelf's left edge from the plot's: past its right side, or before its left where the page is mirrored.
 */
export function markPlaces(scene: Scene, items: readonly Item[], plotWidth: number, shelfLeft: number): ItemPlace[] {
	const places: ItemPlace[] = [];
	const add = (index: number, x: number, y: number): void => {
		const entry = items[index];
		if (entry) places.push({ id: entry.id, entry, x, y });
	};
	for (const hit of scene.hits) {
		if (hit.f1 >= 0 && hit.f0 <= 1) add(hit.item, Math.min(plotWidth, Math.max(0, pixelOf(hit.x, plotWidth))), hit.y);
	}
	for (const hit of scene.shelf?.hits ?? []) add(hit.item, shelfLeft + hit.x.dx, hit.y);
	return places;
}
