import type { Text } from '#lib/domain/text.ts';
import type { DateValue, RangeValue } from '#lib/domain/claim.ts';

/** A column of codes into a dictionary; -1 is "not reported". */
export interface CodedColumn {
	readonly values: readonly string[];
	readonly codes: Int32Array;
}

/** Several codes a row: row r has codes[offsets[r] .. offsets[r + 1]]. */
export interface CodedListColumn {
	readonly values: readonly string[];
	readonly offsets: Uint32Array;
	readonly codes: Uint32Array;
}

/**
 * Events, agreements and follow-ups as columns: row number = number within one set, in ledger order; kept by every patch that removes nothing.
 * The same on the server and in the page. Nothing here is in a reader's language; names are texts by language.
 */
export interface ColumnSet {
	/** The ledger's seq this set shows. */
	readonly seq: number;
	readonly count: number;
	readonly id: readonly string[];
	/** Row of an id. */
	readonly rowOf: ReadonlyMap<string, number>;
	/** 0 event, 1 agreement, 2 follow-up. */
	readonly kind: Uint8Array;
	/** Prefixed kind: `event:session`, `agreement:treaty`, `follow-up`. */
	readonly subkind: CodedColumn;
	/** Prefixed status: `event:held`, `agreement:signed` (the furthest stage reached; else the furthest planned), `follow-up:open`. */
	readonly status: CodedColumn;
	/** Edges of the row's date (agreement: of its shown stage); NaN when undated (no date, or one that says nothing of when). */
	readonly earliestStart: Float64Array;
	readonly latestStart: Float64Array;
	readonly earliestEnd: Float64Array;
	readonly latestEnd: Float64Array;
	/** The shown date with its words; null when undated. */
	readonly date: readonly (DateValue | null)[];
	/** 1: planned, proposed or hoped for. */
	readonly planned: Uint8Array;
	/** Number of fields on which sources differ. */
	readonly conflicts: Uint16Array;
	/** The most voices on one of those fields; 0 when none. */
	readonly voices: Uint16Array;
	/** Path of the first field in conflict (`quantities/concluded/amount`), else ''. */
	readonly conflictPath: readonly string[];
	readonly track: CodedColumn;
	readonly topics: CodedListColumn;
	/** Participants, parties or owners. */
	readonly actors: CodedListColumn;
	/** Outside sources that speak of it. */
	readonly sources: CodedListColumn;
	/** Every stage an agreement is said to have reached or to plan: `signed`, `planned:contract`; in the order of STAGES. */
	readonly stages: CodedListColumn;
	readonly title: readonly Text[];
	readonly summary: readonly (Text | null)[];
	readonly place: readonly (Text | null)[];
	/** Quantities of a row as shown. */
	readonly quantities: readonly (readonly {
		readonly what: string;
		readonly label: Text | null;
		readonly amount: RangeValue | null;
		readonly words: Text | null;
		readonly conflict: boolean;
	}[])[];
	/** Earlier values of a moving date, latest first. */
	readonly earlierDates: readonly (readonly DateValue[])[];
	/** Other versions of a date in conflict (the shown one left out). */
	readonly dateVersions: readonly (readonly DateValue[])[];
	/** Stored links, as ids; '' when none: previous session, agreement it follows from, record it arises from, event it is part of. */
	readonly previous: readonly string[];
	readonly followsFrom: readonly string[];
	readonly arisesFrom: readonly string[];
	readonly partOf: readonly string[];
	/** Event an agreement's shown stage happened at; '' when none. */
	readonly atEvent: readonly string[];
	/** Number in its series; -1 when not reported. */
	readonly ordinal: Int32Array;
	/** Names of every track, actor, topic and source. */
	readonly names: ReadonlyMap<string, Text>;
	/** Other titles and spellings a record is found by: of rows and of those named. */
	readonly spellings: ReadonlyMap<string, readonly string[]>;
	/** Source → the EDTF date it was published. */
	readonly published: ReadonlyMap<string, string>;
}
