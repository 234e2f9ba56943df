import type { DateParts } from '#lib/temporal/date-parts.ts';
import type { Edges } from '#lib/temporal/edges.ts';

/** Shapes say kind (mock, "Marks"): circles are events, polygons are agreements, the ring with a tick is a follow-up. */
export const ITEM_SHAPES = ['circle', 'small-circle', 'diamond', 'square', 'hexagon', 'flag'] as const;
export type ItemShape = (typeof ITEM_SHAPES)[number];

/** Which palette colour a mark takes; the palette maps it to CSS custom properties. */
export const ITEM_TONES = ['event', 'memorandum', 'contract', 'treaty', 'follow-up'] as const;
export type ItemTone = (typeof ITEM_TONES)[number];

/** A record as drawn. The engine knows nothing else of it. Its words may be made when first read: a copy by spreading could lose them. */
export interface Item {
	/** Record id; selection, links and hits speak of it. */
	readonly id: string;
	/** null: not dated; goes to the lane's shelf. */
	readonly edges: Edges | null;
	/** The stretches of a date that is no one stretch (`{2022,2027}`): each is drawn, with a thin line from one to the next. */
	readonly parts?: DateParts | null;
	/** Index into the lanes. */
	readonly lane: number;
	readonly shape: ItemShape;
	readonly tone: ItemTone;
	/** Planned, proposed or hoped for: dashed outline. */
	readonly planned: boolean;
	/** Planned, and its last due day has passed without a report: drawn as the empty bracket. */
	readonly notReported: boolean;
	readonly conflict: boolean;
	/** Dates of the other versions where the date itself is in conflict. */
	readonly versions: readonly Edges[];
	/** Where a moved date used to be, latest first. */
	readonly ghosts: readonly Edges[];
	/** Label: name in 600, detail in 400 after it; both in the reader's language. '' while the words are on their way. */
	readonly name: string;
	readonly detail: string;
	/** Language of the texts, for direction and shaping. */
	readonly language: string;
	/** One sentence for screen readers and the tooltip: kind, state, date in words, doubt, sources that differ. */
	readonly sentence: string;
	/** How its date was said, a line each, for the tooltip: phrase, day, calendar, rule; none where nothing is known of that. */
	readonly said: readonly string[];
	/** Who keeps a label first where there is no room for all; higher wins. */
	readonly weight: number;
	/** In the filter's *possibly* (may lie in the asked interval, may not). */
	readonly possibly: boolean;
}

/** Bits of `ItemTable.flags`. */
export const PLANNED = 1;
export const NOT_REPORTED = 2;
export const CONFLICT = 4;

/**
 * Items as columns: one number an item, the same in every array, by which scenes, hits and packings name it. What the
 * engine works out for all items (rows, crowds, views) it works out from here; an `Item` is made only for what is drawn.
 * One instance is never changed in place and serves every filter: which items a filter keeps is the input's mask.
 */
export interface ItemTable {
	readonly count: number;
	/** Group of an item: the input says which lane a group stands on. */
	readonly group: Uint16Array;
	/** The record an item stands for, by its row in the set; a record may stand on several lanes. */
	readonly rowOf: Uint32Array;
	/** Epoch days; NaN when undated. */
	readonly earliestStart: Float64Array;
	readonly latestStart: Float64Array;
	readonly earliestEnd: Float64Array;
	readonly latestEnd: Float64Array;
	/** Items drawn wider than their own span (ghosts, versions), ascending, and how far. */
	readonly reach: { readonly items: Uint32Array; readonly start: Float64Array; readonly end: Float64Array };
	/** Places in ITEM_SHAPES and ITEM_TONES. */
	readonly shape: Uint8Array;
	readonly tone: Uint8Array;
	readonly flags: Uint8Array;
	readonly weight: Uint8Array;
	/** All items in reading order: by earliest start (undated last), then as they are read. Worked out when first asked for. */
	readonly order: Uint32Array;
	/** Those without an earliest start, as they stand at the end of that order. */
	readonly undated: Uint32Array;
	/** The item before it in its series, -1: none. */
	readonly previous: Int32Array;
	/** Items with this record's id (a record may stand on several lanes). */
	itemsOf(id: string): readonly number[];
}

export interface Lane {
	readonly key: string;
	readonly name: string;
	readonly detail: string;
	readonly language: string;
	/** Where the lane's head leads (an address), if anywhere. */
	readonly href?: string;
}

/** Between two items. `series`: dashed, next session · `leads-to`: curve with a tip, for the selected record's chain · `order`: on the shelf. */
export interface ItemLink {
	readonly from: number;
	readonly to: number;
	readonly kind: 'series' | 'leads-to' | 'order';
}

/** What the engine is given. One instance is never changed in place. */
export interface TimelineInput {
	readonly table: ItemTable;
	/** By item: 0 not drawn, 1 possibly, 2 certainly. */
	readonly mask: Uint8Array;
	/** By group: its lane; 0xffff: none. */
	readonly laneOf: Uint16Array;
	readonly lanes: readonly Lane[];
	/** Items kept by the mask, ascending: of very many a filter leaves few, and a pass over these alone is short. */
	kept(): Uint32Array;
	/** An item with its words as they are now; the same object for the same number until its words arrive. */
	item(index: number): Item;
	/**
	 * Links that touch any of these items, each once, only where both ends are kept by the mask. Of `both` ends among them: cheaper,
	 * because nobody has to know what else leads away from them.
	 */
	linksOf(items: Iterable<number>, ends?: 'either' | 'both'): readonly ItemLink[];
	/** Undated items kept by the mask, by lane, in the order they stand. */
	undated(): readonly (readonly number[])[];
	/** Rows (`table.rowOf`, ascending, each once) among these items' whose words are not here yet. */
	missingWords(items: Iterable<number>): Uint32Array;
}

/** `TimelineInput.laneOf` for a group that stands on no lane. */
export const NO_LANE = 0xffff;

/** Up to so many items everything is worked out at once and exactly; beyond, what is worked out is bounded by what is seen. */
export const SMALL_TABLE = 500;

/** Up to so many items rows take a few ms and are worked out where they are asked for; those of more by a worker. */
export const AT_ONCE = 5000;

/** The lane an item stands on; NO_LANE when its group has none or the mask strikes it. */
export function laneOfItem(input: Pick<TimelineInput, 'table' | 'mask' | 'laneOf'>, index: number): number {
	const { table, mask, laneOf } = input;
	return mask[index] === 0 ? NO_LANE : (laneOf[table.group[index]!] ?? NO_LANE);
}
