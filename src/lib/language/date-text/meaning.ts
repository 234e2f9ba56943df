import type { CalendarName, Language } from '../locales.ts';
import type { NamedDay } from './named-days.ts';

/** Units of time a phrase counts in or shifts by. */
export type Unit = 'day' | 'week' | 'ten-days' | 'month' | 'quarter' | 'third' | 'half' | 'year' | 'decade' | 'century';

/** Words that stand around a date and say how it is meant. */
export type Joint =
	| 'before'
	| 'after'
	| 'since'
	/** The same of what may be still to come: "as of", "начиная с". */
	| 'starting'
	| 'until'
	| 'by'
	| 'from'
	| 'to'
	| 'between'
	| 'and'
	| 'or'
	| 'about'
	| 'maybe'
	| 'in'
	| 'within'
	| 'ago'
	| 'hence'
	| 'equals'
	| 'not before'
	| 'onwards'
	/** Behind a date: it, or any time after (before) it. */
	| 'or later'
	| 'or earlier'
	/** As the product itself tells an interval with an unknown end, and one of several dates. */
	| 'end unknown'
	| 'start unknown'
	| 'one of'
	| 'began'
	| 'and ended'
	| 'ended'
	| 'earlier'
	| 'later'
	/** Of a week: "ending 12 December". */
	| 'ending'
	/** Behind a time of day: the zone it is told in, whole or with the place it is of behind it. */
	| 'zone'
	| 'zone of'
	| 'am'
	| 'pm'
	| 'filler'
	/** Beside a number: "1990s", "1990-е". */
	| 'decade-ending'
	/** Beside a number: "5th", "5-го". */
	| 'ordinal-ending';

/** What a word or a run of words of a date means. */
export type Meaning =
	| { readonly is: 'month'; readonly calendar: CalendarName; readonly month: number }
	/** 0 is Sunday. */
	| { readonly is: 'weekday'; readonly weekday: number }
	/** `count` is said by the word itself, as the Arabic dual does. */
	| { readonly is: 'unit'; readonly unit: Unit; readonly count?: number; readonly plural?: true }
	/** "A few": of a count nobody said. */
	| { readonly is: 'several' }
	| { readonly is: 'shift'; readonly by: -1 | 0 | 1 }
	/** "This year" in one word. */
	| { readonly is: 'year-shift'; readonly by: -1 | 0 | 1 }
	/** Days from the day said: yesterday is −1. */
	| { readonly is: 'offset'; readonly days: number }
	| { readonly is: 'count'; readonly value: number }
	| { readonly is: 'ordinal'; readonly value: number }
	/** "The nineties" is 90. */
	| { readonly is: 'decade'; readonly value: number }
	/** 1 is spring. */
	| { readonly is: 'season'; readonly season: number }
	| { readonly is: 'part'; readonly part: 'early' | 'mid' | 'late' | 'start' | 'end' }
	| { readonly is: 'era'; readonly calendar: CalendarName; readonly before?: true }
	| { readonly is: 'named'; readonly day: NamedDay }
	| { readonly is: 'joint'; readonly joint: Joint };

/** A meaning and the phrases that have it, parted by `|`. */
export type Entry = readonly [meaning: Meaning, phrases: string];

/** Shorthands in which the vocabularies are written. */
export const month = (calendar: CalendarName, n: number): Meaning => ({ is: 'month', calendar, month: n });
export const unit = (name: Unit, count?: number): Meaning => ({ is: 'unit', unit: name, ...(count !== undefined && { count }) });
/** A plural says nothing of how many. */
export const units = (name: Unit): Meaning => ({ is: 'unit', unit: name, plural: true });
export const shift = (by: -1 | 0 | 1): Meaning => ({ is: 'shift', by });
export const yearShift = (by: -1 | 0 | 1): Meaning => ({ is: 'year-shift', by });
export const offset = (days: number): Meaning => ({ is: 'offset', days });
export const season = (n: number): Meaning => ({ is: 'season', season: n });
export const part = (name: 'early' | 'mid' | 'late' | 'start' | 'end'): Meaning => ({ is: 'part', part: name });
export const era = (calendar: CalendarName, before?: true): Meaning => ({ is: 'era', calendar, ...(before && { before }) });
export const joint = (name: Joint): Meaning => ({ is: 'joint', joint: name });

/** One entry for each phrase of a list parted by blanks (`_` is a blank inside one), with its place counted from `first`. */
export function numbered(list: string, make: (n: number) => Meaning, first = 1): Entry[] {
	return list.split(' ').map((phrase, n) => [make(n + first), phrase.replaceAll('_', ' ')]);
}

export const count = (value: number): Meaning => ({ is: 'count', value });
export const ordinal = (value: number): Meaning => ({ is: 'ordinal', value });
/** 2 is the twenties. */
export const tens = (n: number): Meaning => ({ is: 'decade', value: n * 10 });
export const weekday = (n: number): Meaning => ({ is: 'weekday', weekday: n % 7 });

/** A language and all it can say of dates. */
export interface Vocabulary {
	readonly language: Language;
	readonly entries: readonly Entry[];
}
