import type { Edges } from '#lib/temporal/edges.ts';

/** Shapes say kind (mock, "Marks"): circles are events, polygons are agreements, the ring with a tick is a follow-up. */
export type ItemShape = 'circle' | 'small-circle' | 'diamond' | 'square' | 'hexagon' | 'flag';

/** Which palette colour a mark takes; the palette maps it to CSS custom properties. */
export type ItemTone = 'event' | 'memorandum' | 'contract' | 'treaty' | 'follow-up';

/** A record as drawn. The engine knows nothing else of it. Its words may be made when first read: a copy by spreading could lose them. */
export interface Item {
	/** Record id; selection, links and hits speak of it. */
	readonly id: string;
	/** null: not dated; goes to the lane's shelf. */
	readonly edges: Edges | null;
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
	/** Label: name in 600, detail in 400 after it; both in the reader's language, already isolated where needed. */
	readonly name: string;
	readonly detail: string;
	/** Language of the texts, for direction and shaping. */
	readonly language: string;
	/** One sentence for screen readers and the tooltip: kind, state, date in words, doubt, sources that differ. */
	readonly sentence: string;
	/** Who keeps a label first where there is no room for all; higher wins. */
	readonly weight: number;
	/** In the filter's *possibly* (may lie in the asked interval, may not). */
	readonly possibly: boolean;
}

export interface Lane {
	readonly key: string;
	readonly name: string;
	readonly detail: string;
	readonly language: string;
	/** Where the lane's head leads (an address), if anywhere. */
	readonly href?: string;
}

/** `series`: dashed, next session · `leads-to`: curve with a tip, for the selected record's chain · `order`: on the shelf. */
export interface ItemLink {
	readonly from: string;
	readonly to: string;
	readonly kind: 'series' | 'leads-to' | 'order';
}

/** What the engine is given. One instance is never changed in place. */
export interface TimelineInput {
	readonly items: readonly Item[];
	readonly lanes: readonly Lane[];
	readonly links: readonly ItemLink[];
}
