import { describe, expect, test } from 'vitest';
import { NAMED_DAYS, namedDayIn, namedDaysBetween } from '#lib/language/date-text/named-days.ts';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { ruleWords } from '#lib/language/date-text/rule-words.ts';
import { DATE_RULES } from '#lib/language/date-text/reading.ts';
import { messages as en } from '#lib/language/messages/en.ts';
import { createTranslate } from '#lib/language/translate.ts';
import { civilIn } from '#lib/temporal/calendars.ts';
import { dayOf, isoOf } from '#lib/temporal/epoch-day.ts';

/** Friday, 14 Azar 1404. */
const SAID = dayOf(2025, 12, 5);
const read = (text: string, said?: number) => {
	const result = readDateText(text, said === undefined ? {} : { said });
	return result.ok ? result.edtf : result.code;
};

describe('pieces of months and years', () => {
	test.each([
		['last week of March 2026', '[2026-03-25~..2026-03-31~]'],
		['الأسبوع الأخير من مارس 2026', '[2026-03-25~..2026-03-31~]'],
		['آخر أسبوع من مارس 2026', '[2026-03-25~..2026-03-31~]'],
		['هفته آخر اسفند ۱۴۰۴', '[2026-03-14~..2026-03-20~]'],
		['в последнюю неделю марта 2026', '[2026-03-25~..2026-03-31~]'],
		['first week of Azar 1404', '[2025-11-22~..2025-11-28~]'],
		['الأسبوع الأول من ديسمبر 2025', '[2025-12-01~..2025-12-07~]'],
		['هفته اول آذر ۱۴۰۴', '[2025-11-22~..2025-11-28~]'],
		['на первой неделе декабря 2025', '[2025-12-01~..2025-12-07~]'],
		['the week of 5 December 2025', '[2025-12-01..2025-12-07]'],
		['أسبوع 5 ديسمبر 2025', '[2025-11-29..2025-12-05]'],
		['هفته ۱۴ آذر ۱۴۰۴', '[2025-11-29..2025-12-05]'],
		['на неделе 5 декабря 2025', '[2025-12-01..2025-12-07]'],
		['week beginning 8 December 2025', '[2025-12-08..2025-12-14]'],
		['неделя с 8 декабря 2025', '[2025-12-08..2025-12-14]'],
		['week ending 12 December 2025', '[2025-12-06..2025-12-12]'],
		['هفته منتهی به ۱۴ آذر ۱۴۰۴', '[2025-11-29..2025-12-05]'],
		['الأسبوع المنتهي في 12 ديسمبر 2025', '[2025-12-06..2025-12-12]'],
		['second half of 2026', '2026-41'],
		['النصف الثاني من 2026', '2026-41'],
		['во втором полугодии 2026 года', '2026-41'],
		['second half of December 2025', '[2025-12-16..2025-12-31]'],
		['النصف الثاني من ديسمبر 2025', '[2025-12-16..2025-12-31]'],
		['نیمه دوم آذر ۱۴۰۴', '[2025-12-07..2025-12-21]'],
		['во второй половине декабря 2025', '[2025-12-16..2025-12-31]'],
		['в первой декаде декабря 2025 года', '[2025-12-01..2025-12-10]'],
		['في العشر الأوائل من ديسمبر 2025', '[2025-12-01..2025-12-10]'],
		['first ten days of Azar 1404', '[2025-11-22..2025-12-01]'],
		['ده روز اول آذر ۱۴۰۴', '[2025-11-22..2025-12-01]'],
		['первые десять дней декабря 2025', '[2025-12-01..2025-12-10]'],
		['the last day of March 2026', '2026-03-31'],
		['آخر يوم من مارس 2026', '2026-03-31'],
		['آخرین روز اسفند ۱۴۰۴', '2026-03-20'],
		['в последний день марта 2026', '2026-03-31'],
		['mid-December 2025', '[2025-12-11~..2025-12-20~]'],
		['end of the Persian year 1404', '[2025-11-22~..2026-03-20~]'],
		['by year-end 2026', '[..2026-12-31]'],
		['first half of the Persian year 1405', '[2026-03-21..2026-09-22]'],
		['before the end of Dey 1404', '[..2026-01-20]'],
		['by the end of Q3 2026', '[..2026-09-30]'],
		['دی‌ماه ۱۴۰۴', '[2025-12-22..2026-01-20]'],
		['دیماه ۱۴۰۴', '[2025-12-22..2026-01-20]'],
		['December the twenty-first 2025', '2025-12-21'],
		['الحادي والعشرون من ديسمبر 2025', '2025-12-21'],
		['بیست و یکم آذر ۱۴۰۴', '2025-12-12'],
		['двадцать первого декабря 2025 года', '2025-12-21'],
		['2021, 2022 or 2023', '[2021,2022,2023]'],
		['۴، ۵ و ۶ دسامبر ۲۰۲۵', '{2025-12-04,2025-12-05,2025-12-06}'],
		['early on 5 December 2025', '2025-12-05'],
		['closing Friday, 14 Azar 1404', '/2025-12-05'],
		['دهه ۱۹۰۰', '190X']
	])('“%s” is %s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test.each([
		['last week of March', '[2026-03-25~..2026-03-31~]'],
		['by the end of the Persian year', '[2025-12-05..2026-03-20]'],
		['حتى نهاية السنة الفارسية', '../2026-03-20'],
		['تا پایان سال شمسی', '[2025-12-05..2026-03-20]'],
		['до конца иранского года', '[2025-12-05..2026-03-20]'],
		['by year-end', '[2025-12-05..2025-12-31]'],
		['second half of next month', '[2026-01-16..2026-01-31]'],
		['second half of the year', '2025-41'],
		['last quarter', '[2025-07-01..2025-09-30]'],
		['within three months', '[2025-12-05..2026-03-05]'],
		['في غضون ثلاثة أشهر', '[2025-12-05..2026-03-05]'],
		['ظرف سه ماه آینده', '[2025-12-05..2026-03-05]'],
		['в течение трёх месяцев', '[2025-12-05..2026-03-05]'],
		['in the next two years', '[2025-12-05..2027-12-05]'],
		['خلال السنتين المقبلتين', '[2025-12-05..2027-12-05]'],
		['طی دو سال آینده', '[2025-12-05..2027-12-05]'],
		['в ближайшие два года', '[2025-12-05..2027-12-05]'],
		['اواخر سال جاری', '[2025-11-22~..2026-03-20~]'],
		['تا پایان سال', '[2025-12-05..2026-03-20]'],
		['к концу следующего года', '[2025-12-05..2026-12-31]'],
		['не позднее 1 марта', '[2025-12-05..2026-03-01]'],
		['во втором полугодии', '2025-41'],
		['مطلع العام المقبل', '2026-37~'],
		['أواخر الشهر الجاري', '[2025-12-21~..2025-12-31~]'],
		['وفي وقت سابق من هذا العام', '[2025-01-01..2025-12-05]'],
		['روز جمعه ۱۴ آذر پایان یافت', '/2025-12-05'],
		['جمعهشب', '2025-12-05']
	])('“%s”, said on Friday, 5 December 2025, is %s; without that day it asks for it', (text, expected) => {
		expect(read(text, SAID)).toBe(expected);
		expect(read(text)).toBe('needs-said');
	});

	test.each([
		['in the coming years', '[2025-12-05..]'],
		['in a few weeks', '[2025-12-05..]'],
		['السنوات المقبلة', '[2025-12-05..]'],
		['در سالهای آینده', '[2025-12-05..]'],
		['в ближайшие годы', '[2025-12-05..]'],
		['in recent years', '[..2025-12-05]'],
		['خلال السنوات القليلة الماضية', '[..2025-12-05]'],
		['طی چند سال اخیر', '[..2025-12-05]'],
		['несколько лет назад', '[..2025-12-05]']
	])('a count nobody said has no end: “%s” is %s', (text, expected) => {
		expect(read(text, SAID)).toBe(expected);
		expect(read(text)).toBe('needs-said');
	});
});

describe('days by their names', () => {
	test.each([
		['Nowruz 1404', '2025-03-21'],
		['Nowruz 2026', '2026-03-21'],
		['عيد النوروز 1405', '2026-03-21'],
		['نوروز ۱۴۰۴', '2025-03-21'],
		['Навруз 1404', '2025-03-21'],
		['Yalda night 1404', '2025-12-21'],
		['شب یلدا ۱۴۰۴', '2025-12-21'],
		['Eid al-Fitr 1447', '2026-03-20'],
		['عيد الفطر 1447', '2026-03-20'],
		['عید سعید فطر ۱۴۴۷', '2026-03-20'],
		['Ураза-байрам 2026', '2026-03-20'],
		['Eid al-Adha 1447', '2026-05-27'],
		['عید قربان ۱۴۴۷', '2026-05-27'],
		['Курбан-байрам 1447', '2026-05-27'],
		['Ashura 1447', '2025-07-05'],
		['عاشوراء 1447', '2025-07-05'],
		['Ramadan 1447', '[2026-02-18..2026-03-19]'],
		['Ramadan 2026', '[2026-02-18..2026-03-19]'],
		['Muharram 1447', '[2025-06-26..2025-07-25]'],
		['the first day of Ramadan 1447', '2026-02-18'],
		['ثاني أيام عيد الفطر 1447', '2026-03-21'],
		['Christmas 2025', '2025-12-25'],
		['Orthodox Christmas 2026', '2026-01-07'],
		['православное Рождество 2026', '2026-01-07'],
		['New Year’s Eve 2025', '2025-12-31'],
		['Victory Day 2025', '2025-05-09'],
		['День Победы 2025', '2025-05-09'],
		['from Nowruz 1404 to Yalda 1404', '2025-03-21/2025-12-21'],
		['before Nowruz 1405', '[..2026-03-20]']
	])('“%s” is %s', (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test.each([
		['Nowruz', '2026-03-21'],
		['last Nowruz', '2025-03-21'],
		['تا عید نوروز', '[2025-12-05..2026-03-21]'],
		['by Christmas', '[2025-12-05..2025-12-25]'],
		['ко Дню Победы', '[2025-12-05..2026-05-09]'],
		['عید فطر سال آینده', '2027-03-09']
	])('“%s” alone is counted from the day it was said: %s', (text, expected) => {
		expect(read(text, SAID)).toBe(expected);
		expect(read(text)).toBe('needs-said');
	});

	test.each([
		['Рождество 2026', ['2026-12-25', '2026-01-07']],
		['Mawlid 1447', ['2025-09-04', '2025-09-09']],
		['Eid al-Fitr 2000', ['2000-01-08', '2000-12-27']],
		['Ramadan 2030', ['[2030-01-05..2030-02-03]', '[2030-12-26..2031-01-23]']],
		['يوم النصر 2025', ['2025-05-09', '2025-12-10']]
	])('“%s” is several days, and is asked about', (text, expected) => {
		const result = readDateText(text);
		expect(result.ok ? result.edtf : [result.code, result.choices.map(({ edtf }) => edtf)]).toEqual(['which-day', expected]);
	});

	test('what is asked is the whole text each way', () => {
		const result = readDateText('до Рождества', { said: SAID });
		expect(result.ok ? [] : result.choices.map(({ edtf }) => edtf)).toEqual(['[2025-12-05..2025-12-25]', '[2025-12-05..2026-01-07]']);
	});

	test('a feast of the moon in Persian, beside a year that could be of the sun, asks whose year it is', () => {
		const result = readDateText('عید فطر ۱۴۰۴');
		expect(result.ok ? result.edtf : [result.code, result.choices.map(({ edtf }) => edtf)]).toEqual([
			'which-calendar',
			['2025-03-30', '2026-03-20', '1984-06-30', '1404-04-21']
		]);
		expect(read('عید فطر ۱۴۰۴ قمری')).toBe('1984-06-30');
	});

	test('days of the moon say that they are by Umm al-Qura', () => {
		for (const text of ['Eid al-Fitr 1447', 'Ramadan 1447', '14 Jumada II 1447', 'the first day of Ramadan 1447']) {
			const result = readDateText(text);
			expect(result.ok && result.rule, text).toMatch(/Umm al-Qura/);
		}
		expect(readDateText('Nowruz 1404')).toMatchObject({ calendar: 'persian', rule: 'the day of that name' });
	});

	test('each stands on its day of its own calendar, whichever year is asked', () => {
		for (const day of NAMED_DAYS.filter(({ rule }) => rule !== 'julian')) {
			for (let year = 1390; year < 1420; year++) {
				const at = namedDayIn(day, year + (day.rule === 'gregorian' ? 621 : 0));
				expect(civilIn(day.rule as 'persian', at)).toMatchObject({ month: day.month, day: day.day });
				expect(namedDaysBetween(day, at, at + 1)).toEqual([at]);
			}
		}
	});

	test('the old church calendar is thirteen days behind until 2100, and fourteen after', () => {
		const christmas = NAMED_DAYS.find(({ key }) => key === 'orthodox-christmas')!;
		expect([1900, 1901, 2026, 2100, 2101].map((year) => isoOf(namedDayIn(christmas, year)))).toEqual([
			'1900-01-06',
			'1901-01-07',
			'2026-01-07',
			'2100-01-07',
			'2101-01-08'
		]);
	});
});

describe('a time of a zone', () => {
	test.each([
		'5 December 2025, 14:30 MSK',
		'5 December 2025, 14:30 UTC+3',
		'5 December 2025 2:30 pm Moscow time',
		'2025-12-05 14:30 +03:30',
		'5 декабря 2025, 14:30 по московскому времени',
		'5 ديسمبر 2025، الساعة 14:30 بتوقيت طهران',
		'۵ دسامبر ۲۰۲۵، ساعت ۱۴:۳۰ به وقت تهران'
	])('“%s” is the day, and the rule says so', (text) => {
		expect(readDateText(text)).toMatchObject({ ok: true, edtf: '2025-12-05', rule: 'the day only, its time is of a zone' });
	});

	test('without one the time is kept; a time behind a dash is no zone', () => {
		expect(read('5 December 2025, 14:30')).toBe('2025-12-05T14:30');
		expect(read('5 December 2025 14:30-15:30')).toBe('unfinished');
	});
});

test('every rule has words of its own', () => {
	const t = createTranslate('en', en);
	expect(DATE_RULES.filter((rule) => ruleWords(t, rule) === '')).toEqual([]);
	expect(ruleWords(t, 'the day of that name, by Umm al-Qura')).toContain('Umm al-Qura');
	expect(ruleWords(t, 'the day only, its time is of a zone')).toContain('time zone');
});
