import { qualifierOfValue } from '#lib/temporal/qualifiers.ts';
import { spanOf, type Span } from '#lib/temporal/edtf-span.ts';
import type { EdtfDate, EdtfTime } from '#lib/temporal/edtf-value.ts';
import { isolate } from './bidi.ts';
import {
	betweenDays,
	calendarOf,
	dayWords,
	exactUnit,
	isWholeMonths,
	monthOptions,
	monthRange,
	yearWords,
	type Speech
} from './date-speech.ts';
import { formatLoneYear, formatMonth, formatYear } from './format-day.ts';
import { formatDigits } from './format-number.ts';
import { patternWords } from './pattern-words.ts';

/** One EDTF date in words, with its qualifiers ("about", "uncertain"). */
export function dateWords(date: EdtfDate, speech: Speech): string {
	const { approximate, uncertain } = qualifierOfValue(date);
	const words = approximate
		? speech.t(speech.style === 'short' ? 'dates.about-short' : 'dates.about', { date: plainWords(date, { ...speech, form: 'genitive' }) })
		: plainWords(date, speech);
	return uncertain ? uncertainly(words, speech) : words;
}

export function uncertainly(words: string, { t, style }: Speech): string {
	return t(style === 'short' ? 'dates.uncertain-short' : 'dates.uncertain', { date: words });
}

/** The same without its qualifiers. */
function plainWords(date: EdtfDate, speech: Speech): string {
	const span = spanOf(date);
	if (span[0] === -Infinity) return speech.t('dates.unknown');
	if (date.time) return timeWords(date, date.time, speech);
	const pattern = patternWords(date, speech);
	if (pattern !== undefined) return pattern;
	const calendar = calendarOf(span, speech);
	if (calendar === 'gregorian') return gregorianWords(date, span, { ...speech, calendar });
	return (
		exactUnit(span, calendar, speech) ??
		looseWords(span, calendar, speech, () => gregorianWords(date, span, { ...speech, calendar: 'gregorian' }))
	);
}

/**
 * A span that is no unit of the calendar it is told in: the months it runs through and, in the long style, what it is
 * in the Gregorian one, where it is a unit. Never the Jalali year of 1 January for a Gregorian year.
 */
export function looseWords(span: Span, calendar: Speech['calendar'], speech: Speech, gregorian: () => string): string {
	if (span[1] - span[0] < 28) return betweenDays(span[0], span[1] - 1, speech);
	// "since Dey 1404 – Dey 1405" would be misread, so beside other words the unit is told as it was said.
	if (!speech.alone && !isWholeMonths(span, calendar)) return gregorian();
	const months = monthRange(span, calendar, speech);
	if (speech.style === 'short' || isWholeMonths(span, calendar)) return months;
	return speech.t('dates.in-other-words', { date: months, other: gregorian() });
}

function timeWords(date: EdtfDate, time: EdtfTime, speech: Speech): string {
	const { language, t } = speech;
	const clock = [time.hour, time.minute, ...(time.second === undefined ? [] : [time.second])]
		.map((n) => formatDigits(n, language, 2))
		.join(':');
	const zone = time.offset === undefined ? '' : ` ${offsetWords(time.offset, speech)}`;
	// The day as its own clock had it, not as UTC would.
	const day = Math.floor(spanOf({ ...date, time: undefined })[0]);
	return t('dates.at-time', { date: dayWords(day, speech), time: isolate(`${clock}${zone}`, 'en') });
}

function offsetWords(offset: number, { language }: Speech): string {
	if (offset === 0) return 'UTC';
	const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
	const rest = minutes ? `:${formatDigits(minutes, language, 2)}` : '';
	return `UTC${offset < 0 ? '−' : '+'}${formatDigits(hours, language)}${rest}`;
}

/** Seasons 21–41 by the names the catalogue selects on. */
const SEASONS =
	'spring summer autumn winter spring summer autumn winter southSpring southSummer southAutumn southWinter q1 q2 q3 q4 third1 third2 third3 half1 half2'.split(
		' '
	);

function gregorianWords(date: EdtfDate, span: Span, speech: Speech): string {
	const [first, last] = date.years;
	const unit = unitOf(date);
	if (unit === 'day') return dayWords(span[0], speech);
	if (unit === 'month') return formatMonth({ year: first, month: date.months?.[0] ?? 1 }, monthOptions('gregorian', speech));
	if (unit === 'season') return seasonWords(date, speech);
	if (unit === 'pattern') return betweenDays(span[0], span[1] - 1, speech);
	if (first === last) return yearWords(first, 'gregorian', speech);
	const decade = formatLoneYear(first, speech.language, 'gregorian');
	if (first > 0 && first % 10 === 0 && last === first + 9)
		return speech.t(speech.form === 'genitive' ? 'dates.of-decade' : 'dates.decade', { decade });
	return yearRange(first, last, speech);
}

/** What an X stands for: a whole unit when it takes all of a component, else only a pattern of days. */
function unitOf({ years, season, months, days }: EdtfDate): 'day' | 'month' | 'season' | 'year' | 'pattern' {
	const oneYear = years[0] === years[1];
	if (season !== undefined) return oneYear ? 'season' : 'pattern';
	const anyDay = days === undefined || days.length === 31;
	if (!months || (months.length === 12 && anyDay)) return 'year';
	if (!oneYear || months.length > 1) return 'pattern';
	if (anyDay) return 'month';
	return days.length === 1 ? 'day' : 'pattern';
}

function seasonWords(date: EdtfDate, speech: Speech): string {
	const season = SEASONS[(date.season ?? 21) - 21] ?? '';
	const [year] = date.years;
	// Seasons from December on run into the next year.
	const over = season === 'winter' || season === 'southSummer';
	const own = formatYear(year, speech.language);
	const years = over ? speech.t('dates.tight-range', { from: own, to: formatYear(year + 1, speech.language) }) : own;
	return speech.t(speech.form === 'genitive' ? 'dates.of-season' : 'dates.season', { season, year: years });
}

/** "2022–2024", with the name of the calendar where it is not the one its reader is used to. */
export function yearRange(first: number, last: number, { language, t }: Speech): string {
	return t('dates.tight-range', { from: formatYear(first, language), to: formatLoneYear(last, language, 'gregorian') });
}
