/** What an EDTF text (ISO 8601-2, levels 0–2) says, before it becomes edges. */

export interface Qualifier {
	/** `~` or `%`: about. A flag only: it never widens the edges. */
	readonly approximate: boolean;
	/** `?` or `%`: the source of the date is in doubt. */
	readonly uncertain: boolean;
}

/** Qualification by component, since level 2 qualifies them apart (`2004-06~-11`, `2004-?06-11`). */
export interface ComponentQualifiers {
	readonly year: Qualifier;
	readonly month: Qualifier;
	readonly day: Qualifier;
}

export interface EdtfTime {
	readonly hour: number;
	readonly minute: number;
	/** Undefined: stated to the minute (our extension). */
	readonly second: number | undefined;
	/** Minutes east of UTC; undefined: floating, the zone was not said. */
	readonly offset: number | undefined;
}

export type Precision = 'millennium' | 'century' | 'decade' | 'year' | 'season' | 'month' | 'day' | 'minute' | 'second' | 'none';

export interface EdtfDate {
	readonly type: 'date';
	/** As written. */
	readonly text: string;
	/** First and last year allowed: the same but for `201X`, `1950S2` and the like. */
	readonly years: readonly [number, number];
	/** `XXXX`: nothing is known of the year. */
	readonly anyYear: boolean;
	/** Months allowed, rising, when a month is written (`1X` allows 10–12). */
	readonly months: readonly number[] | undefined;
	/** Whether the month is `XX` or has an X in it. */
	readonly vagueMonth: boolean;
	/** 21–41, in place of a month. */
	readonly season: number | undefined;
	/** Days allowed, rising, when a day is written. */
	readonly days: readonly number[] | undefined;
	readonly vagueDay: boolean;
	readonly time: EdtfTime | undefined;
	readonly qualifiers: ComponentQualifiers;
	readonly precision: Precision;
}

/** `open`: `..`, it goes on. `unknown`: nothing written, not known. */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';

export interface EdtfInterval {
	readonly type: 'interval';
	readonly text: string;
	readonly start: EdtfEnd;
	readonly end: EdtfEnd;
}

/** One member of a set: a date, or all from one date to another; undefined is open. */
export interface EdtfMember {
	readonly from: EdtfDate | undefined;
	readonly to: EdtfDate | undefined;
	/** A range `a..b`, and not the single date in `from` (then equal to `to`). */
	readonly range: boolean;
}

export interface EdtfSet {
	readonly type: 'set';
	readonly text: string;
	/** `one`: `[…]`, one of them. `all`: `{…}`, all of them. */
	readonly of: 'one' | 'all';
	readonly members: readonly EdtfMember[];
}

export type EdtfValue = EdtfDate | EdtfInterval | EdtfSet;
