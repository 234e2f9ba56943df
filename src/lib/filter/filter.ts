import type { Relation } from '#lib/temporal/relation.ts';

/** The records a table can show, and so the rows a column set holds. */
export const TABLES = ['agreements', 'events', 'follow-ups'] as const;
export type TableName = (typeof TABLES)[number];

/** Half-open interval in epoch days; either side may be infinite. */
export interface Interval {
	readonly start: number;
	readonly end: number;
}

/**
 * A question about records, as plain data. Within one list any value will do; the lists, the text and the rest must
 * all hold. An empty list asks nothing.
 */
export interface Filter {
	/** Text to find; see `textMatches`. */
	readonly q: string;
	/** Only records that stand to this interval as `relation` says; null asks nothing of dates. */
	readonly within: Interval | null;
	/** How a record's date must stand to `within`; asks nothing without it. */
	readonly relation: Relation;
	/** Keep what holds only possibly. */
	readonly possible: boolean;
	/** Keep records without a date while `within` filters; they answer *possibly*. */
	readonly undated: boolean;
	/** Only records of these tables; other kinds of record are never kept by it. */
	readonly tables: readonly TableName[];
	/** `event:session`, `agreement:treaty`, or a whole kind: `event`, `agreement`, `follow-up`. */
	readonly kind: readonly string[];
	/** `event:held`, `agreement:signed`, `follow-up:open`. */
	readonly status: readonly string[];
	readonly track: readonly string[];
	readonly topic: readonly string[];
	readonly actor: readonly string[];
	/** Only records whose sources disagree. */
	readonly conflict: boolean;
	/** `table.column` → facet values; asks only the rows of that table. '' is "not reported". */
	readonly columns: Readonly<Record<string, readonly string[]>>;
	/** EDTF day: only what some outside source had published by its end. */
	readonly published: string | null;
}

/** Asks nothing: every record holds, certainly. */
export const NO_FILTER: Filter = {
	q: '',
	within: null,
	relation: 'overlaps',
	possible: true,
	undated: true,
	tables: [],
	kind: [],
	status: [],
	track: [],
	topic: [],
	actor: [],
	conflict: false,
	columns: {},
	published: null
};
