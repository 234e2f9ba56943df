import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { ColumnsJson } from '#lib/columns/wire.ts';
import type { ExtentCounts } from '#lib/tables/table-rows.ts';
import type { Extent } from '#lib/timeline/scale/extent.ts';
import type { WordsJson } from '#lib/columns/words.ts';

/** What crosses to the page: a small set whole; of a large one where it stands, and the words of what is first in sight. */
export type DeskJson = { readonly inside: ColumnsJson } | LargeDeskJson;

export interface LargeDeskJson {
	readonly seq: number;
	readonly asof: number | null;
	readonly words: readonly (readonly [number, WordsJson])[];
	/** How the rows of the table shown lie in the extent shown. */
	readonly inExtent: ExtentCounts;
	readonly whole: WholeExtents;
}

/** How far a whole set reaches: passes over all records that a page need not make again. */
export interface WholeExtents {
	/** The extent of a view that names none. */
	readonly fitted: Extent;
	/** That of its overview. */
	readonly domain: Extent;
	/** From the first to the last day of all; null: none is dated. */
	readonly hull: Extent | null;
	/** Rows of each kind. */
	readonly kinds: readonly number[];
}

/** What stands on top of a large set's table at first. */
export interface FirstLines {
	readonly rows: Uint32Array;
	readonly inExtent: ExtentCounts;
}

/** The columns a page is made from, while the server makes it. The set is never sent as it is. */
export class PageDesk {
	readonly set: ColumnSet;
	/** The rows the view's text finds, where the set does not know by itself. */
	readonly hits: Uint8Array | null;
	readonly toJson: () => DeskJson;
	/** What the page will fetch of it; null: it has all. */
	readonly fetched: string | null;
	/** Of a large set, as the page is given it. */
	readonly first: FirstLines | null;

	constructor(
		set: ColumnSet,
		hits: Uint8Array | null,
		toJson: () => DeskJson,
		large: { readonly fetched: string; readonly first: FirstLines } | null = null
	) {
		this.set = set;
		this.hits = hits;
		this.toJson = toJson;
		this.fetched = large?.fetched ?? null;
		this.first = large?.first ?? null;
	}
}
