import type { DateValue } from '#lib/domain/claim.ts';
import type { KnownOrder } from '#lib/domain/known-order.ts';
import type { Text } from '#lib/domain/text.ts';
import type { QuantityFact } from '#lib/filter/facts.ts';
import type { Edges } from '#lib/temporal/edges.ts';

/** A column of codes into a dictionary; -1 is "not reported". */
export interface CodedColumn {
	readonly values: readonly string[];
	readonly codes: Int32Array;
}

/** Several codes a row: row r has codes[offsets[r] .. offsets[r + 1]]. */
export interface CodedListColumn {
	readonly values: readonly string[];
	readonly offsets: Uint32Array;
	readonly codes: Codes;
}

/** Numbers of values, as wide as they came: most lists name fewer than 65,536 values, and are three million numbers long. */
export type Codes = Uint32Array | Uint16Array | Uint8Array;

/** The ids of rows, both ways. Kept as bytes with a hash beside them, so a million ids are no million strings. */
export interface IdColumn {
	at(row: number): string;
	/** -1 when there is no such row. A row that is gone is still found. */
	rowOf(id: string): number;
}

/**
 * What of a row is read, not counted: words, and values only rows in sight show. Whole-set questions never ask for them;
 * everything they need is a column.
 */
export interface RowWords {
	readonly title: Text;
	readonly summary: Text | null;
	readonly place: Text | null;
	/** The shown date with its words; null when undated. */
	readonly date: DateValue | null;
	/** Path of the first field in conflict (`quantities/concluded/amount`), else ''. */
	readonly conflictPath: string;
	/** Quantities as shown. */
	readonly quantities: readonly QuantityFact[];
	/** Earlier values of a moving date, latest first. */
	readonly earlierDates: readonly DateValue[];
	/** Other versions of a date in conflict (the shown one left out). */
	readonly dateVersions: readonly DateValue[];
}

/** Where a set's words are had. A small set has them all; of a large one those of rows in sight arrive as they are needed. */
export interface WordsSource {
	/** Every row has its words here and now. */
	readonly complete: boolean;
	/** undefined: not here (yet). */
	of(row: number): RowWords | undefined;
}

/** Kind of a row whose record was dropped or merged away: its number is never given again, and no mask keeps it. */
export const GONE = 255;

/** A link to an id no row of the set has (any more): it is kept, so that the row is found when it comes. */
export interface UnresolvedLink {
	readonly row: number;
	readonly link: 'previous' | 'followsFrom' | 'arisesFrom' | 'partOf' | 'atEvent';
	readonly id: string;
}

/** Where a row is said to stand in time beside another, which it names by id: that one may not be there (yet). */
export interface RowOrder extends KnownOrder {
	readonly row: number;
}

/**
 * Events, agreements and follow-ups as columns. Row number = permanent number of the record within this store, in ledger
 * order (`since`, then id); no patch renumbers. The same on the server and in the page. Nothing here is in a reader's
 * language; names are texts by language. Arrays may stand on shared memory.
 */
export interface ColumnSet {
	/** The ledger's seq this set shows. */
	readonly seq: number;
	/** Rows, gone ones included. */
	readonly count: number;
	readonly id: IdColumn;
	/** 0 event, 1 agreement, 2 follow-up; GONE. */
	readonly kind: Uint8Array;
	/** Prefixed kind: `event:session`, `agreement:treaty`, `follow-up`. */
	readonly subkind: CodedColumn;
	/** Prefixed status: `event:held`, `agreement:signed` (the furthest stage reached; else the furthest planned), `follow-up:open`. */
	readonly status: CodedColumn;
	/** Edges of the row's date (agreement: of its shown stage), epoch days, ends exclusive; NaN when undated. */
	readonly earliestStart: Float64Array;
	readonly latestStart: Float64Array;
	readonly earliestEnd: Float64Array;
	readonly latestEnd: Float64Array;
	/**
	 * The EDTF texts of rows whose date is no one stretch (`partsOf`): their edges reach from the first of their stretches to
	 * the last, and do not say what lies between; a set open to both sides has none. Few.
	 */
	readonly inParts: ReadonlyMap<number, string>;
	/** Rows with earlier or differing dates, ascending, and the hull (earliest start, latest end) of those dates. */
	readonly otherDates: { readonly rows: Uint32Array; readonly start: Float64Array; readonly end: Float64Array };
	/** 1: planned, proposed or hoped for. */
	readonly planned: Uint8Array;
	/** Number of fields on which sources differ. */
	readonly conflicts: Uint16Array;
	/** The most voices on one of those fields; 0 when none. */
	readonly voices: Uint16Array;
	readonly track: CodedColumn;
	/** Places by their plain text (`plainText`); `places` has the whole text of each value. */
	readonly place: CodedColumn;
	readonly places: readonly Text[];
	readonly topics: CodedListColumn;
	/** Participants, parties or owners. */
	readonly actors: CodedListColumn;
	/** Outside sources that speak of it. */
	readonly sources: CodedListColumn;
	/** Every stage an agreement is said to have reached or to plan: `signed`, `planned:contract`; in the order of STAGES. */
	readonly stages: CodedListColumn;
	/** Stored links as row numbers, -1 when none: previous session, agreement it follows from, record it arises from, event it is part of. */
	readonly previous: Int32Array;
	readonly followsFrom: Int32Array;
	readonly arisesFrom: Int32Array;
	readonly partOf: Int32Array;
	/** Event an agreement's shown stage happened at. */
	readonly atEvent: Int32Array;
	/** Links that are -1 because what they name is not there. Few. */
	readonly unresolved: readonly UnresolvedLink[];
	/** Known order of rows, ascending by row. Few. */
	readonly orders: readonly RowOrder[];
	/** The edges as stated (null: undated) of rows whose edges a known order has narrowed. Derived. */
	readonly stated: ReadonlyMap<number, Edges | null>;
	/** Number in its series; -1 when not reported. */
	readonly ordinal: Int32Array;
	/** Names of every track, actor, topic and source. */
	readonly names: ReadonlyMap<string, Text>;
	/** Other spellings of those named. (Other titles of rows are searched on the server, see text-index.) */
	readonly spellings: ReadonlyMap<string, readonly string[]>;
	/** Source → the EDTF date it was published. */
	readonly published: ReadonlyMap<string, string>;
	readonly words: WordsSource;
}
