/** Where an item's label has its place kept: later, earlier, or inside its own span. */
export type LabelSide = 'later' | 'earlier' | 'inside';
export const SIDES = ['later', 'earlier', 'inside'] as const satisfies readonly LabelSide[];

/** In `Packing.rows`: not dated, not kept, or no row is free. */
export const NO_ROW = 255;

/** Room kept for a label, px at the level's coarsest resolution; never measured text, so a title never moves a mark. */
export const LABEL_ALLOWANCE = 120;
/** A label fits inside a span this much wider than the label (mock, "Labels" 2). */
export const INSIDE_MARGIN = 40;
/** How far an end nobody knows fades out, px. */
export const FADE = 60;

/** Bins of 2^FINEST_BIN … 2^(FINEST_BIN + BIN_SIZES − 1) days: an hour or so to a few thousand years. */
export const FINEST_BIN = -4;
export const BIN_SIZES = 26;

/**
 * Rows of the whole set at one level, as typed arrays, so that a worker can hand them over. An item has a row of its lane, or it
 * is *loose*: counted, not drawn. Rows are numbered over all lanes: lane l has rows firstRow[l] … firstRow[l + 1] − 1.
 */
export interface Packing {
	readonly level: number;
	/** Row within its lane, by item; {@link NO_ROW}. */
	readonly rows: Uint8Array;
	readonly firstRow: Uint32Array;
	/** Items of row r, by time: placed[ends[r]] … placed[ends[r + 1] − 1]; no two of a row meet. */
	readonly ends: Uint32Array;
	readonly placed: Uint32Array;
	/** Places in SIDES, beside `placed`. */
	readonly sides: Uint8Array;
	/** By lane: so crowded that only bars are drawn; it then has no rows. */
	readonly dense: Uint8Array;
	/** Dated items, by lane. */
	readonly dated: Uint32Array;
	/** Loose items of lane l: days looseFirst[l] … looseFirst[l + 1] − 1, each once, ascending, and how many lie up to there. */
	readonly looseFirst: Uint32Array;
	readonly looseDay: Float64Array;
	readonly looseUpTo: Uint32Array;
	/** The fullest bin of a lane, loose or not, by lane and bin size: what a bar's height is a share of. */
	readonly highest: Uint32Array;
}

export interface PackingOptions {
	/** Narrow views keep all label places on the later side. */
	readonly compact: boolean;
	readonly shapeScale: number;
	/** Lanes the reader has opened: never dense, more rows. */
	readonly open?: readonly number[];
}

/** Rows a lane is packed into at most, and an opened one: more would be no picture. */
export const MOST_ROWS = 40;
export const MOST_OPEN_ROWS = 60;

/** Power-of-two resolution: floor(log2(days per px)). */
export function levelOf(days: number, width: number): number {
	return Math.floor(Math.log2(days / Math.max(1, width)));
}

/** Days per px at the coarse end of a level: what is free there is free in all of the level. */
export function coarsestOf(level: number): number {
	return 2 ** (level + 1);
}

/** Rows of a lane. */
export function rowsOf(packing: Packing, lane: number): number {
	return (packing.firstRow[lane + 1] ?? 0) - (packing.firstRow[lane] ?? 0);
}

/** Height reference of bars of 2^size days. */
export function highestBin(packing: Packing, lane: number, size: number): number {
	const place = Math.min(BIN_SIZES - 1, Math.max(0, size - FINEST_BIN));
	return Math.max(1, packing.highest[lane * BIN_SIZES + place] ?? 1);
}

/** Loose items of a lane before a day. */
export function looseBefore(packing: Packing, lane: number, day: number): number {
	const first = packing.looseFirst[lane] ?? 0;
	let low = first;
	let high = packing.looseFirst[lane + 1] ?? 0;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (packing.looseDay[middle]! < day) low = middle + 1;
		else high = middle;
	}
	return low === first ? 0 : packing.looseUpTo[low - 1]!;
}

/** Everything a packing holds, for handing it over without a copy. */
export function buffersOf(packing: Packing): ArrayBuffer[] {
	return [...new Set(Object.values(packing).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [])))];
}
