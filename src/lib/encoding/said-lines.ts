import type { DateValue } from '#lib/domain/claim.ts';
import { ruleWords } from '#lib/language/date-text/rule-words.ts';
import { describeDate } from '#lib/language/describe-date.ts';
import { calendarLabel } from '#lib/language/labels.ts';
import { textFor, type Reader } from './reader.ts';

/** How a date was said: its phrase, the day it was said on, the calendar and the rule that made it a span, as far as they are known. */
export function saidLines({ words, said, calendar, rule }: DateValue, reader: Reader): string[] {
	const { t } = reader;
	const phrase = words ? textFor(words, reader) : '';
	return [
		phrase ? t('date-entry.said-as', { words: phrase }) : '',
		said ? t('detail.said-on', { day: describeDate(said, { ...reader, style: 'short' }) }) : '',
		calendar ? t('detail.date-calendar', { calendar: calendarLabel(t, calendar) }) : '',
		rule ? t('detail.date-rule', { rule: ruleWords(t, rule) }) : ''
	].filter(Boolean);
}
