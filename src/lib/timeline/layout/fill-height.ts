import { AT_ONCE, type TimelineInput } from '../items/item.ts';
import type { Extent } from '../scale/extent.ts';
import type { SceneSizes } from '../scene.ts';
import { packingFor } from './layout.ts';
import { packRows } from './pack-rows.ts';
import { plotWidthOf } from './plot-width.ts';
import { wholeHeight } from './stack-lanes.ts';

/** A picture's room, px: the whole width with heads and shelf, and the height. */
export interface PictureRoom {
	readonly extent: Extent;
	readonly width: number;
	readonly height: number;
}

/** Words and shapes of a picture with few rows grow up to this many times their size, from the largest on. */
const WORDS = [1.3, 1.15, 1] as const;
/** Rows then stand up to this many times as far apart; what is left goes between the lanes. */
const MOST_APART = 2.2;
/** A bar grows with its words and, in roomier rows, a little more. */
const BAR_GROWTH = 1.2;

/**
 * Sizes at which a picture that would leave part of its height empty fills it: first its words grow, then its rows stand farther
 * apart, then its lanes. A picture that is as high or higher, and one of very many items, keeps its sizes.
 */
export function fillHeight(input: TimelineInput, room: PictureRoom, base: SceneSizes): SceneSizes {
	if (input.table.count > AT_ONCE || input.lanes.length === 0) return base;
	// A hair's breadth less: sums that come out a little over the room would leave out rows.
	const target = room.height - 0.01;
	for (const words of WORDS) {
		const grown = wordsGrown(base, words);
		const plotWidth = plotWidthOf(room.width, false, grown.shelf);
		const wanted = packingFor(input, { extent: room.extent, plotWidth, sizes: grown, compact: false });
		const height = wholeHeight(input, packRows(input, wanted.level, wanted.options), grown);
		if (height > target) continue;
		const padding = 2 * input.lanes.length;
		const rows = (height - grown.axis - padding * grown.lanePadding) / grown.row;
		const row = Math.min(MOST_APART * grown.row, (target - grown.axis - padding * grown.lanePadding) / rows);
		return {
			...grown,
			row,
			lanePadding: Math.max(grown.lanePadding, (target - grown.axis - rows * row) / padding),
			bar: Math.min(BAR_GROWTH * grown.bar, row - (grown.row - grown.bar))
		};
	}
	return base;
}

function wordsGrown(sizes: SceneSizes, words: number): SceneSizes {
	return {
		...sizes,
		axis: sizes.axis * words,
		row: sizes.row * words,
		shelf: sizes.shelf * words,
		label: sizes.label * words,
		axisYear: sizes.axisYear * words,
		axisMonth: sizes.axisMonth * words,
		shapeScale: sizes.shapeScale * words,
		bar: sizes.bar * words
	};
}
