import type { EdtfDate } from '#lib/temporal/edtf-value.ts';
import type { Speech } from './date-speech.ts';
import { formatLoneYear, formatYear } from './format-day.ts';
import { formatDigits } from './format-number.ts';
import { monthName } from './month-names.ts';

/**
 * A date whose year or month is not known while what is smaller is: "21 December of an unknown year", "the 31st of an unknown month of
 * 2025". Undefined for every other: its days are one stretch, or are told as the span they lie in. No such date has one in another
 * calendar, so there it says that it is told in the Gregorian one.
 */
export function patternWords(date: EdtfDate, speech: Speech): string | undefined {
	const { years, months, season } = date;
	const days = date.days?.length === 31 ? undefined : date.days;
	if (season !== undefined || !months || (months.length === 12 && !days)) return undefined;
	const isYearKnown = !date.anyYear && years[0] === years[1];
	if (isYearKnown && (months.length === 1 || !days)) return undefined;
	const words = months.length < 12 ? inMonths(months, days, date, speech) : inAnyMonth(days, date, speech);
	return words === undefined || speech.calendar === 'gregorian' ? words : speech.t('dates.in-gregorian', { date: words });
}

function inMonths(months: readonly number[], days: readonly number[] | undefined, date: EdtfDate, speech: Speech): string {
	const { t, language } = speech;
	const form = days ? 'genitive' : speech.form;
	const names = months.map((month) => monthName('gregorian', month, language, speech.style, form, speech.months));
	const last = names.pop() ?? '';
	const list = names.reduce((all, next) => (all ? t('dates.comma', { list: all, next }) : next), '');
	const month = list ? t('dates.or', { first: list, last }) : last;
	return t('dates.month-of', { month: days ? `${dayNumbers(days, speech)} ${month}` : month, year: yearPart(date, speech) });
}

function inAnyMonth(days: readonly number[] | undefined, date: EdtfDate, speech: Speech): string | undefined {
	const [day, ...others] = days ?? [];
	if (day === undefined || others.length > 0) return undefined;
	return speech.t(speech.form === 'genitive' ? 'dates.of-day-of-month' : 'dates.day-of-month', { day, year: yearPart(date, speech) });
}

function dayNumbers(days: readonly number[], { t, language }: Speech): string {
	const [first, last] = [formatDigits(days[0] ?? 1, language), formatDigits(days.at(-1) ?? 1, language)];
	return days.length === 1 ? first : t('dates.tight-range', { from: first, to: last });
}

/** As it follows a month: "an unknown year", "2025", "an unknown year of the 2020s". */
function yearPart({ anyYear, years: [first, last] }: EdtfDate, { t, language, calendar }: Speech): string {
	if (anyYear) return t('dates.unknown-year');
	if (first === last) {
		// Its calendar is named at the end where it is not the reader's own.
		const year = calendar === 'gregorian' ? formatLoneYear(first, language, 'gregorian') : formatYear(first, language);
		return t('dates.in-year', { year });
	}
	const isDecade = first > 0 && first % 10 === 0 && last === first + 9;
	const range = t('dates.tight-range', { from: formatYear(first, language), to: formatYear(last, language) });
	const years = isDecade ? t('dates.of-decade', { decade: formatYear(first, language) }) : range;
	return t('dates.unknown-year-of', { years });
}
