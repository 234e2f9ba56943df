import { AT_ONCE, type TimelineInput } from '../items/item.ts';
import { plotWidthOf } from './plot-width.ts';
import type { Extent } from '../scale/extent.ts';
import type { SceneSizes } from '../scene.ts';
import { packingFor } from './layout.ts';
import { packRows } from './pack-rows.ts';
import { CLOSENESS, stageSizes } from './sizes.ts';
import { wholeHeight } from './stack-lanes.ts';

/** The stage's plot, px: the whole width with heads and shelf, and the height there is. */
export interface StageRoom {
	readonly extent: Extent;
	readonly width: number;
	readonly height: number;
	/** How many times as large as 1280 × 720. */
	readonly scale: number;
}

/**
 * The roomiest sizes at which all of a stage is in sight. `whole` is false where even the closest leave something out. Of very many
 * items nobody expects all, and nothing is tried.
 */
export function fitStage(input: TimelineInput, room: StageRoom): { readonly sizes: SceneSizes; readonly whole: boolean } {
	const undated = input.undated().some((lane) => lane.length > 0);
	if (input.table.count > AT_ONCE) return { sizes: stageSizes(room.scale, undated), whole: true };
	let sizes = stageSizes(room.scale, undated);
	for (const closeness of CLOSENESS) {
		sizes = stageSizes(room.scale, undated, closeness);
		const plotWidth = plotWidthOf(room.width, false, sizes.shelf);
		const wanted = packingFor(input, { extent: room.extent, plotWidth, sizes, compact: false });
		if (wholeHeight(input, packRows(input, wanted.level, wanted.options), sizes) <= room.height) return { sizes, whole: true };
	}
	return { sizes, whole: false };
}
