import type { CalendarName, Language } from '../locales.ts';
import { describeDate } from '../describe-date.ts';
import { ruleLabel } from '../labels.ts';
import { weekdayName, type MonthNames } from '../month-names.ts';
import type { Translate } from '../translate.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { DateFlag, DateRule } from './reading.ts';

/** Rules that only readings of typed dates have; the others have their words among the fields'. */
const OWN: ReadonlySet<string> = new Set([
	'as written',
	'span of another calendar',
	'counted from the day it was said',
	'counted from the date named',
	'nearest to the day it was said',
	'the month of that name after',
	'within that time',
	'no later than that',
	'some time before it',
	'some time after it',
	'start only',
	'some time between the two',
	'from the one to the other',
	'one of the two',
	'a part of it',
	'no earlier than that',
	'day of the Umm al-Qura calendar',
	'span of the Umm al-Qura calendar',
	'the day of that name',
	'the day of that name, by Umm al-Qura',
	'the week that holds it',
	'those days of it',
	'the day only, its time is of a zone'
] satisfies DateRule[]);

/** A rule in the reader's language; one that is not known stands as it was written. */
export function ruleWords(t: Translate, rule: string): string {
	return OWN.has(rule) ? t(`date-entry.rule.${rule}` as Parameters<Translate>[0]) : ruleLabel(t, rule);
}

/** For whom a flag is told. */
export interface FlagReader {
	readonly language: Language;
	readonly calendar: CalendarName;
	readonly months?: MonthNames | undefined;
	readonly t: Translate;
}

/** Sunday, 4 January 1970. */
const SUNDAY = 3;

/**
 * A contradiction inside a date as a sentence. Where it stands in words of other languages than the reader's, which they
 * hardly see, the first of them is named.
 */
export function flagWords(flag: DateFlag & { readonly languages?: readonly Language[] }, edtf: string, reader: FlagReader): string {
	const { language, t } = reader;
	const inWords = (text: string) => describeDate(text, { ...reader, style: 'short' });
	const from = flag.languages?.includes(language) ? undefined : flag.languages?.[0];
	const about = { date: inWords(edtf), words: from ?? 'own' };
	if (flag.code === 'weekday-differs') {
		const weekdays = { weekday: weekdayName(SUNDAY + flag.weekday, language), real: weekdayName(edgesOf(edtf).earliestStart, language) };
		return t('date-entry.flag-weekday', { ...about, ...weekdays });
	}
	const key = flag.code === 'words-differ' ? 'date-entry.flag-differs' : 'date-entry.flag-differs-too';
	return t(key, { ...about, other: inWords(flag.edtf) });
}
