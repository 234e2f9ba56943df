import { describe, expect, test } from 'vitest';
import { describeDate, describeDoubt, type DescribeOptions } from '#lib/language/describe-date.ts';
import { formatDay } from '#lib/language/format-day.ts';
import { LANGUAGES, LOCALES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { monthName } from '#lib/language/month-names.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';

const translators = Object.fromEntries(
	await Promise.all(LANGUAGES.map(async (language) => [language, createTranslate(language, await loadMessages(language))] as const))
);

function reader(
	language: Language,
	calendar: CalendarName = LOCALES[language].calendar,
	style: 'long' | 'short' = 'long'
): DescribeOptions {
	const t = translators[language];
	if (!t) throw new Error(language);
	return { language, calendar, style, t };
}

const LONG: readonly (readonly [edtf: string, language: Language, calendar: CalendarName, words: string])[] = [
	['2025-12-05', 'en', 'gregorian', 'Friday, 5 December 2025'],
	['2025-12-05', 'ar', 'gregorian', 'الجمعة، 5 ديسمبر 2025'],
	['2025-12-05', 'fa', 'persian', 'جمعه ۱۴ آذر ۱۴۰۴'],
	['2025-12-05', 'ru', 'gregorian', 'пятница, 5 декабря 2025'],
	['2025-12-05', 'en', 'islamic', 'Friday, 14 Jumada II 1447'],
	['2025-12-04/2025-12-05', 'en', 'gregorian', '4–5 December 2025'],
	['2025-12-04/2025-12-05', 'fa', 'persian', '۱۳ و ۱۴ آذر ۱۴۰۴'],
	['2025-12-04/2025-12-05', 'ar', 'gregorian', '4 و5 ديسمبر 2025'],
	['2025-12-04/2025-12-08', 'fa', 'persian', '۱۳ تا ۱۷ آذر ۱۴۰۴'],
	['2025-11-29/2025-12-03', 'ru', 'gregorian', '29 ноября – 3 декабря 2025'],
	['2025-12-30/2026-01-02', 'en', 'gregorian', '30 December 2025 – 2 January 2026'],
	['2025-12-05/2025-12-05', 'en', 'gregorian', 'Friday, 5 December 2025'],
	['2025-12', 'en', 'gregorian', 'December 2025'],
	['2025-12', 'fa', 'persian', 'آذر تا دی ۱۴۰۴ (دسامبر ۲۰۲۵)'],
	['2026', 'en', 'gregorian', '2026'],
	['2026', 'fa', 'persian', 'دی ۱۴۰۴ تا دی ۱۴۰۵ (۲۰۲۶ میلادی)'],
	['2025-11-22/2025-12-21', 'fa', 'persian', 'آذر ۱۴۰۴'],
	['2025-11-22/2025-12-21', 'ar', 'persian', 'آذر 1404'],
	['2025-03-21/2026-03-20', 'fa', 'persian', '۱۴۰۴'],
	['2025-03-21/2026-03-20', 'en', 'persian', '1404 SH'],
	['2025-03-21/2025-09-22', 'fa', 'persian', 'فروردین تا شهریور ۱۴۰۴'],
	['2025-01/2025-06', 'en', 'gregorian', 'January – June 2025'],
	['2022/2024', 'en', 'gregorian', '2022–2024'],
	['2025~', 'en', 'gregorian', 'about 2025'],
	['2025~', 'ru', 'gregorian', 'около 2025 года'],
	['2026/..', 'en', 'gregorian', 'since 2026'],
	['2026/..', 'ru', 'gregorian', 'с 2026 года'],
	['2025-01/..', 'ru', 'gregorian', 'с января 2025'],
	['2026/..', 'fa', 'persian', 'از ۲۰۲۶ میلادی به بعد'],
	['2026/', 'en', 'gregorian', 'from 2026, end unknown'],
	['../2025-12', 'en', 'gregorian', 'until December 2025'],
	['/2025-12', 'en', 'gregorian', 'to December 2025, start unknown'],
	['[2022,2023]', 'en', 'gregorian', '2022 or 2023'],
	['[2022,2023,2025]', 'fa', 'gregorian', '۲۰۲۲ میلادی، ۲۰۲۳ میلادی یا ۲۰۲۵ میلادی'],
	['{2025-12-04,2025-12-08}', 'en', 'gregorian', '4 December 2025 and 8 December 2025'],
	['[2025-12-05..2026-12-31]', 'en', 'gregorian', 'between 5 December 2025 and 31 December 2026'],
	['[..2020]', 'en', 'gregorian', '2020 or earlier'],
	['{2020..}', 'en', 'gregorian', 'since 2020'],
	['201X', 'ru', 'gregorian', '2010-е годы'],
	['19XX', 'en', 'gregorian', '1900–1999'],
	['2025-21', 'fa', 'gregorian', 'بهار ۲۰۲۵'],
	['2025-24', 'en', 'gregorian', 'Winter 2025–2026'],
	['2004-06-1X', 'en', 'gregorian', 'between 10 and 19 June 2004'],
	['XXXX', 'en', 'gregorian', 'date unknown'],
	['0000', 'en', 'persian', '1 BC'],
	['2025-12-05T14:30:00+03:30', 'en', 'gregorian', 'Friday, 5 December 2025, \u206614:30:00 UTC+3:30\u2069'],
	['2025-12-05%', 'en', 'gregorian', 'about 5 December 2025 (uncertain)'],
	// All days of a unit of the calendar, one of which it was, are that unit.
	['[2025-11-22..2025-12-21]', 'fa', 'persian', 'آذر ۱۴۰۴'],
	['[2025-11-22..2025-12-21]', 'en', 'persian', 'Azar 1404'],
	['[2025-11-22..2025-12-21]', 'en', 'gregorian', 'between 22 November and 21 December 2025'],
	['[2025-03-21..2026-03-20]', 'fa', 'persian', '۱۴۰۴'],
	['[2025-12-01..2025-12-31]', 'ru', 'gregorian', 'декабрь 2025'],
	['[2026-03-01~..2026-03-10~]', 'en', 'gregorian', 'about 1–10 March 2026'],
	['[2026-03-01~..2026-03-31~]', 'ru', 'gregorian', 'около марта 2026'],
	['../..', 'en', 'gregorian', 'without beginning or end'],
	['/..', 'fa', 'persian', 'آغاز نامعلوم، بی‌پایان'],
	['../', 'ru', 'gregorian', 'без начала, конец неизвестен'],
	['Y170000002', 'en', 'gregorian', '170000002'],
	['Y-17E7', 'en', 'gregorian', '170000001 BC'],
	['1950S2', 'en', 'gregorian', '1900–1999'],
	['2025-34', 'en', 'gregorian', 'Second quarter of 2025'],
	['2025-41', 'ru', 'gregorian', 'вторая половина 2025']
];

describe('dates in words', () => {
	test.each(LONG)('%s for %s in the %s calendar', (edtf, language, calendar, words) => {
		expect(describeDate(edtf, reader(language, calendar))).toBe(words);
	});

	test.each([
		['2025-12-05', 'en', '5 Dec 2025'],
		['2025-09', 'en', 'Sep 2025'],
		['2025-12-04/2025-12-05', 'en', '4–5 Dec 2025'],
		['2026', 'en', '2026'],
		['2025-12~', 'en', 'c. Dec 2025'],
		['2025?', 'en', '2025 (?)'],
		['2025-12-05', 'ru', '5 дек. 2025'],
		['2025-12', 'fa', 'آذر تا دی ۱۴۰۴']
	] as const)('%s in short for %s', (edtf, language, words) => {
		expect(describeDate(edtf, reader(language, undefined, 'short'))).toBe(words);
	});

	test.each([
		['{1667,1668,1670..1672}', '۱۶۶۷ میلادی، ۱۶۶۸ میلادی و ۱۶۷۰ تا ۱۶۷۲ میلادی'],
		['1670/1672', '۱۶۷۰ تا ۱۶۷۲ میلادی'],
		['167X', 'دههٔ ۱۶۷۰ میلادی'],
		['-0005/0003', '۶ پ.م تا ۳ میلادی']
	])('a range of years of another calendar than the reader’s own names that calendar, too: %s', (edtf, words) => {
		expect(describeDate(edtf, reader('fa', 'gregorian'))).toBe(words);
	});

	test('a date that a set holds twice is said once', () => {
		expect(describeDate('[2025,2025]', reader('en'))).toBe('2025');
		expect(describeDate('{2025,2025,2026}', reader('en'))).toBe('2025 and 2026');
		expect(describeDoubt('[2025,2025]', reader('en'))).toBe(describeDoubt('2025', reader('en')));
		expect(describeDoubt('[2025,2025,2026]', reader('en'))).toBe('one of 2025 or 2026');
		expect(describeDate('[2025,2025?]', reader('en', 'gregorian', 'short'))).toBe('2025 or 2025 (?)');
	});

	test.each([
		['2026', 'between 1 January and 31 December 2026'],
		['2025-12~', 'about December 2025'],
		['2026?', 'between 1 January and 31 December 2026 (uncertain)'],
		['[2022,2023]', 'one of 2022 or 2023'],
		['2026/..', 'since 2026'],
		['../2026-03', 'until March 2026'],
		['[2025-12-01..2025-12-31]', 'between 1 and 31 December 2025'],
		['2025-12-05', 'Friday, 5 December 2025'],
		['2025-12-04/2025-12-05', '4–5 December 2025'],
		['2025-06/2026-01-05', 'began between 1 and 30 June 2025, ended 5 January 2026']
	])('the doubt of %s is said: %s', (edtf, words) => {
		expect(describeDoubt(edtf, reader('en'))).toBe(words);
	});

	test('every value has words in four languages and three calendars: no hyphen between digits, no odd space, no foreign digits', () => {
		for (const language of LANGUAGES) {
			for (const calendar of ['gregorian', 'persian', 'islamic'] as const) {
				for (const [edtf] of LONG) {
					for (const style of ['long', 'short'] as const) {
						const words = describeDate(edtf, reader(language, calendar, style));
						expect(words).not.toMatch(/[\u00A0\u2009\u202F\u0660-\u0669]|\d-\d|undefined|NaN|[{}]/);
						if (LOCALES[language].direction === 'rtl') expect(words).not.toMatch(/[0-9۰-۹]–/);
						if (language === 'fa') expect(words).not.toMatch(/[0-9]/);
					}
				}
			}
		}
	});

	test('months go by the names of the reader’s country', () => {
		expect(describeDate('2025-12-05', { ...reader('ar'), months: 'levant' })).toBe('الجمعة، 5 كانون الأول 2025');
		expect(describeDate('2025-11-29/2025-12-03', { ...reader('ar'), months: 'morocco' })).toBe('29 نونبر إلى 3 دجنبر 2025');
		expect(describeDate('2025-10/2025-12', { ...reader('ar'), months: 'levant' })).toBe('تشرين الأول إلى كانون الأول 2025');
		expect(describeDate('2025-12-05', { ...reader('fa'), months: 'afghan' })).toBe('جمعه ۱۴ قوس ۱۴۰۴');
		expect(describeDate('2025-12', { ...reader('fa', 'gregorian', 'short'), months: 'afghan' })).toBe('دسمبر ۲۰۲۵');
		expect(describeDate('2025-12-05', { ...reader('en'), months: 'levant' })).toBe('Friday, 5 December 2025');
	});

	test('what is not EDTF throws', () => {
		expect(() => describeDate('2025-13', reader('en'))).toThrow(RangeError);
	});
});

describe('days and months', () => {
	const day = dayOf(2025, 12, 5);

	test('a day in its four styles', () => {
		const styles = ['long', 'medium', 'short', 'day-month'] as const;
		expect(styles.map((style) => formatDay(day, { language: 'en', calendar: 'gregorian', style }))).toEqual([
			'Friday, 5 December 2025',
			'5 December 2025',
			'5 Dec 2025',
			'5 December'
		]);
	});

	test('the weekday is right for a whole week and before 1970', () => {
		const week = [0, 1, 2, 3, 4, 5, 6].map(
			(step) => formatDay(step - 3, { language: 'en', calendar: 'gregorian', style: 'long' }).split(',')[0]
		);
		expect(week).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
	});

	test('every month has a name in every calendar, language, width and form, all twelve of them different', () => {
		for (const calendar of ['gregorian', 'persian', 'islamic'] as const) {
			for (const language of LANGUAGES) {
				for (const width of ['long', 'short'] as const) {
					for (const form of ['plain', 'genitive'] as const) {
						const names = Array.from({ length: 12 }, (_, index) => monthName(calendar, index + 1, language, width, form));
						expect(new Set(names).size).toBe(12);
					}
				}
			}
		}
		expect(monthName('islamic', 6, 'ar', 'long')).toBe('جمادى الآخرة');
		expect(() => monthName('persian', 13, 'fa', 'long')).toThrow(RangeError);
	});
});
