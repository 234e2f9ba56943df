import { ZOOM_LIMITS } from '../scale/fit.ts';
import { pixelOf } from '../scale/time-scale.ts';
import type { Item } from '../items/item.ts';
import type { Extent } from '../scale/extent.ts';
import type { Scene, SceneBar } from '../scene.ts';
import type { MarkPlace } from './keyboard.ts';

/** A mark or a counted bar, x and y in px from the plot's left top corner, whether it stands in the plot or on the shelf. */
export interface ItemPlace extends MarkPlace {
	readonly entry: Item | null;
	readonly bar: SceneBar | null;
}

/** No record's id begins so: a bar is no record, and no page must take it for one. */
const BAR_ID = '\u0000bar';

/**
 * Every mark and bar in view. A span that began before the view has its place at the view's edge, as its label has. `shelfLeft` is
 * the shelf's left edge from the plot's: past its right side, or before its left where the page is mirrored.
 */
export function markPlaces(scene: Scene, itemAt: (index: number) => Item, plotWidth: number, shelfLeft: number): ItemPlace[] {
	const places: ItemPlace[] = [];
	const add = (index: number, x: number, y: number): void => {
		const entry = itemAt(index);
		places.push({ id: entry.id, entry, bar: null, x, y });
	};
	for (const hit of scene.hits) {
		if (hit.f1 >= 0 && hit.f0 <= 1) add(hit.item, Math.min(plotWidth, Math.max(0, pixelOf(hit.x, plotWidth))), hit.y);
	}
	for (const hit of scene.shelf?.hits ?? []) add(hit.item, shelfLeft + hit.x.dx, hit.y);
	for (const { lane, top, height, bars } of scene.density) {
		for (const bar of bars) {
			const x = ((bar.f0 + bar.f1) / 2) * plotWidth;
			if (x >= 0 && x <= plotWidth) places.push({ id: barId(lane, bar), entry: null, bar, x, y: top + height / 2 });
		}
	}
	return places;
}

export function barId(lane: number, bar: SceneBar): string {
	return [BAR_ID, lane, bar.start, bar.end].join(' ');
}

export function isBar(id: string | null): boolean {
	return id?.startsWith(BAR_ID) ?? false;
}

/** The days a bar's id tells of. */
export function daysOfBar(id: string): Extent | null {
	const [head, , start, end] = id.split(' ');
	return head === BAR_ID ? { start: Number(start), end: Number(end) } : null;
}

/** The bar at a point, by its whole height: low bars must be reached too. */
export function barAt(scene: Scene, plotWidth: number, x: number, y: number): string | null {
	for (const { lane, top, height, bars } of scene.density) {
		if (y < top || y > top + height) continue;
		const found = bars.find((bar) => x >= bar.f0 * plotWidth && x <= bar.f1 * plotWidth + (bar.f1 - bar.f0) * plotWidth * 0.3);
		if (found) return barId(lane, found);
	}
	return null;
}

/** Where a bar's items can be seen apart: its days in the middle third. */
export function intoBar(days: Extent): Extent {
	const span = Math.max(ZOOM_LIMITS.shortest / 3, days.end - days.start);
	return { start: days.start - span, end: days.start + 2 * span };
}
