import type { TableName } from '#lib/filter/filter.ts';
import type { SortKey } from '#lib/filter/sort.ts';
import type { Relation } from '#lib/temporal/relation.ts';
import type { CalendarName, Language } from '#lib/language/locales.ts';

export type { CalendarName, SortKey, TableName };

export const LANE_GROUPINGS = ['track', 'kind', 'topic', 'actor'] as const;
export type LaneGrouping = (typeof LANE_GROUPINGS)[number];

/** An extent in epoch days, end exclusive. */
export interface ExtentDays {
	readonly start: number;
	readonly end: number;
}

/** Everything a reader looks at, as plain data. The address bar is its only home. */
export interface ViewState {
	/** `t`; null: the default extent (fitted to the dated records). */
	readonly extent: ExtentDays | null;
	/** `in`: filter to this interval, an EDTF interval as typed; null: none. */
	readonly within: string | null;
	/** `rel`: how a record's date must stand to `within`. */
	readonly relation: Relation;
	/** `possible`: keep records that only possibly match `within`. */
	readonly possible: boolean;
	/** `undated`: keep records without a date while `within` filters. */
	readonly undated: boolean;
	readonly lanes: LaneGrouping;
	readonly q: string;
	readonly track: readonly string[];
	/** Prefixed: `event:session`, `agreement:treaty`. */
	readonly kind: readonly string[];
	/** Prefixed: `event:planned`, `agreement:signed`, `follow-up:open`. */
	readonly status: readonly string[];
	readonly topic: readonly string[];
	readonly actor: readonly string[];
	/** `conflict`: only records whose sources disagree. */
	readonly conflict: boolean;
	/** `f.TABLE.COLUMN`: chosen facet values per table column. */
	readonly columnFilters: Readonly<Record<string, readonly string[]>>;
	/** Selected record id. */
	readonly sel: string | null;
	readonly table: TableName;
	readonly sort: readonly SortKey[];
	/** `group`: rows stand under the values of this column; null: under none. */
	readonly group: string | null;
	/** Shown columns in order, each as `column-choice.ts` reads it (`title!`, `date:160`); null: the table's default. */
	readonly cols: readonly string[] | null;
	/** First band's calendar, and the other band's if any. */
	readonly cal: readonly [CalendarName] | readonly [CalendarName, CalendarName];
	readonly dir: 'ltr' | 'rtl';
	readonly lang: Language;
	/** What this system knew: a seq or an ISO instant; null: now. */
	readonly asof: string | null;
	/** What was published by that day (EDTF day). */
	readonly published: string | null;
}
