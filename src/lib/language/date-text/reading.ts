import type { Edges } from '#lib/temporal/edges.ts';
import type { CalendarName, Language } from '../locales.ts';

/** A contradiction inside a date: it is kept as stated, and told. */
export type DateFlag =
	/** A weekday (0 is Sunday) that the day does not have. */
	| { readonly code: 'weekday-differs'; readonly weekday: number }
	/** A day stated in a second calendar that is not the same; `edtf` is what the second one says. */
	| { readonly code: 'calendars-differ'; readonly edtf: string }
	/** The words name another date than the one stored; `edtf` is what the words say. */
	| { readonly code: 'words-differ'; readonly edtf: string };

/** How a typed or spoken date was understood. */
export interface DateReading {
	readonly ok: true;
	/** Gregorian, ASCII digits. */
	readonly edtf: string;
	readonly edges: Edges;
	/** The calendar it was said in. */
	readonly calendar: CalendarName;
	/** How the words became the span, in the words in which claims keep it ("within next year"). */
	readonly rule: DateRule;
	readonly flags: readonly DateFlag[];
	/** EDTF of the day on which the words were said, where they mean something else on another day. */
	readonly said?: string;
}

/** A reading that is possible, where the text allows several; `calendar` has to be said with it when it is asked again. */
export interface DateChoice {
	readonly edtf: string;
	readonly calendar: CalendarName;
}

export type DateTextCode =
	| 'empty'
	| 'too-long'
	/** A word or sign that is no part of a date. */
	| 'unreadable'
	/** The text stops where something more is needed. */
	| 'unfinished'
	/** Relative words without the day they were said on. */
	| 'needs-said'
	/** The day said is known too vaguely for these words. */
	| 'said-too-vague'
	/** 05/06/2025. */
	| 'ambiguous-order'
	/** A year of 1200–1500 and nothing that tells whose. */
	| 'which-calendar'
	/** Several days have this name, or the year has it twice. */
	| 'which-day'
	| 'short-year'
	| 'no-such-day'
	/** 14 Azar 2025. */
	| 'year-of-another-calendar'
	/** EDTF that no other calendar than the Gregorian can say, where another one was asked for. */
	| 'edtf-is-gregorian'
	/** The end lies before the start. */
	| 'wrong-order'
	/** Before or after something that is no date: an event. */
	| 'other-event';

export interface DateTextProblem {
	readonly ok: false;
	readonly code: DateTextCode;
	/** Offset in the text as it was given. */
	readonly position: number;
	/** For logs and developers, in English. */
	readonly expected: string;
	readonly choices: readonly DateChoice[];
}

export type DateTextResult = DateReading | DateTextProblem;

export interface DateTextOptions {
	/** Epoch day on which the words were said. */
	readonly said?: number;
	/** The calendar of years and units whose words do not tell it. */
	readonly calendar?: CalendarName;
	/** Of the page or the text around; words of another language are taken as what they are. */
	readonly language?: Language;
}

/** How words become edges. Claims keep the rule as it stands here. */
export const DATE_RULES = [
	'as written',
	'day of another calendar',
	'span of another calendar',
	'counted from the day it was said',
	'counted from the date named',
	'nearest to the day it was said',
	'that weekday',
	'the month of that name before',
	'the month of that name after',
	'within next year',
	'within that time',
	'no later than that',
	'some time before it',
	'some time after it',
	'start only',
	'end only',
	'some time between the two',
	'from the one to the other',
	'one of the two',
	'a part of it',
	'no earlier than that',
	'two days ending that day',
	'day of the Umm al-Qura calendar',
	'span of the Umm al-Qura calendar',
	'the day of that name',
	'the day of that name, by Umm al-Qura',
	'the week that holds it',
	'those days of it',
	'the day only, its time is of a zone'
] as const;
export type DateRule = (typeof DATE_RULES)[number];

/** Thrown inside the reader; never leaves it. */
export class DateTextError extends Error {
	readonly code: DateTextCode;
	readonly position: number;
	readonly expected: string;
	readonly choices: readonly DateChoice[];

	constructor(code: DateTextCode, position: number, expected: string, choices: readonly DateChoice[] = []) {
		super(`${code} at ${position}: expected ${expected}`);
		this.code = code;
		this.position = position;
		this.expected = expected;
		this.choices = choices;
	}
}
