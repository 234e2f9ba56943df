import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { ColumnsJson } from '#lib/columns/wire.ts';
import type { Extent } from '#lib/timeline/scale/extent.ts';
import type { WordsJson } from '#lib/columns/words.ts';

/** What crosses to the page: a small set whole; of a large one where it stands, and the words of what is first in sight. */
export type DeskJson = { readonly inside: ColumnsJson } | LargeDeskJson;

export interface LargeDeskJson {
	readonly seq: number;
	readonly asof: number | null;
	readonly words: readonly (readonly [number, WordsJson])[];
	readonly whole: WholeExtents;
}

/** How far a whole set reaches: passes over all records that a page need not make again. */
export interface WholeExtents {
	/** The extent of a view that names none. */
	readonly fitted: Extent;
	/** That of its overview. */
	readonly domain: Extent;
}

/** The columns a page is made from, while the server makes it. The set is never sent as it is. */
export class PageDesk {
	readonly set: ColumnSet;
	/** The rows the view's text finds, where the set does not know by itself. */
	readonly hits: Uint8Array | null;
	readonly toJson: () => DeskJson;
	/** What the page will fetch of it; null: it has all. */
	readonly fetched: string | null;

	constructor(set: ColumnSet, hits: Uint8Array | null, toJson: () => DeskJson, fetched: string | null = null) {
		this.set = set;
		this.hits = hits;
		this.toJson = toJson;
		this.fetched = fetched;
	}
}
