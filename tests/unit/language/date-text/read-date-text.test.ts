import { describe, expect, test } from 'vitest';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';

/** Friday, 14 Azar 1404. */
const SAID = dayOf(2025, 12, 5);
const edtf = (text: string, options: Parameters<typeof readDateText>[1] = {}) => {
	const result = readDateText(text, options);
	return result.ok ? result.edtf : `${result.code} at ${result.position}`;
};
const saidOnFriday = (text: string) => edtf(text, { said: SAID });

describe('dates that stand by themselves', () => {
	test.each([
		['۱۴ آذر ۱۴۰۴', '2025-12-05'],
		['14 Azar 1404', '2025-12-05'],
		['14 азара 1404', '2025-12-05'],
		['چهاردهم آذر ماه سال ۱۴۰۴', '2025-12-05'],
		['14 قوس 1404', '2025-12-05'],
		['5 Dec 2025', '2025-12-05'],
		['Dec. 5th, 2025', '2025-12-05'],
		['2025 December 5', '2025-12-05'],
		['5-Dec-2025', '2025-12-05'],
		['٥ ديسمبر ٢٠٢٥', '2025-12-05'],
		['٥ كانون الأول ٢٠٢٥', '2025-12-05'],
		['5 كانون الأول/ديسمبر 2025', '2025-12-05'],
		['5 دجنبر 2025', '2025-12-05'],
		['الخامس من ديسمبر 2025', '2025-12-05'],
		['5 آذار 2025', '2025-03-05'],
		['5 декабря 2025 г.', '2025-12-05'],
		['5-го декабря 2025 года', '2025-12-05'],
		['5 дек. 2025', '2025-12-05'],
		['۵ دسامبر ۲۰۲۵', '2025-12-05'],
		['14 Jumada II 1447', '2025-12-05'],
		['14 جمادى الآخرة 1447', '2025-12-05'],
		['14 джумада II 1447', '2025-12-05'],
		['۱۴/۹/۱۴۰۴ ش', '2025-12-05'],
		['14/9/1404 هـ ش', '2025-12-05'],
		['2025-12~', '2025-12~'],
		['2025-12-04/2025-12-05', '2025-12-04/2025-12-05'],
		['۲۰۲۵-۱۲-۰۵', '2025-12-05'],
		['2004-06-xx', '2004-06-XX'],
		['25/06/2025', '2025-06-25'],
		['12/25/2025', '2025-12-25'],
		['2025/12/05', '2025-12-05'],
		['12/2025', '2025-12'],
		['December 2025', '2025-12'],
		['в декабре 2025 года', '2025-12'],
		['آذر ۱۴۰۴', '[2025-11-22..2025-12-21]'],
		['1404 SH', '[2025-03-21..2026-03-20]'],
		['1447 هـ', '[2025-06-26..2026-06-15]'],
		['2025 م', '2025'],
		['the year 2026', '2026'],
		['spring 2026', '2026-21'],
		['летом 2026', '2026-22'],
		['بهار ۱۴۰۵ شمسی', '[2026-03-21..2026-06-21]'],
		['the 1990s', '199X'],
		['1990-х годов', '199X'],
		['دهه ۱۹۹۰', '199X'],
		['19th century', '18XX'],
		['القرن التاسع عشر', '18XX'],
		['XIX век', '18XX'],
		['2nd century BC', '-01XX'],
		['64 BCE', '-0063'],
		['Q1 2026', '2026-33'],
		['النصف الأول من 2026', '2026-40'],
		['во втором квартале 2026 года', '2026-34'],
		['نیمه دوم ۱۴۰۵ شمسی', '[2026-09-23..2027-03-20]'],
		['اول آذر ۱۴۰۴', '2025-11-22'],
		['1-й квартал 2026', '2026-33'],
		['12-2025', '2025-12'],
		['5.12.2025 г.', '2025-12-05'],
		['5 декабря 2025 в 18:00', '2025-12-05T18:00'],
		['14-09-1432 هـ, 09:40 صباحاً', '2011-08-14T09:40']
	])('“%s” is %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});
});

describe('words around a date', () => {
	test.each([
		['about December 2025', '2025-12~'],
		['около 2026 года', '2026~'],
		['حوالي 2026', '2026~'],
		['حدود ۲۰۲۶', '2026~'],
		['maybe 1862', '1862?'],
		['uncertain: approx 1862', '1862%'],
		['early 2026', '2026-37~'],
		['منتصف 2026', '2026-38~'],
		['в конце 2026 года', '2026-39~'],
		['mid-December 2025', '[2025-12-11~..2025-12-20~]'],
		['اواخر آذر ۱۴۰۴', '[2025-12-12~..2025-12-21~]'],
		['before 2026', '[..2025]'],
		['قبل 2026', '[..2025]'],
		['after 5 December 2025', '[2025-12-06..]'],
		['после декабря 2025', '[2026-01..]'],
		['between 4 and 9 December 2025', '[2025-12-04..2025-12-09]'],
		['между 4 и 9 декабря 2025 года', '[2025-12-04..2025-12-09]'],
		['بين عامي 2024 و2026', '[2024..2026]'],
		['since 2026', '2026/..'],
		['с 2026 года', '2026/..'],
		['منذ 2026', '2026/..'],
		['until 2026', '../2026'],
		['from January to March 2026', '2026-01/2026-03'],
		['از ۴ تا ۵ آذر ۱۴۰۴', '2025-11-25/2025-11-26'],
		['с 4 по 5 декабря 2025 года', '2025-12-04/2025-12-05'],
		['4–5 December 2025', '2025-12-04/2025-12-05'],
		['28 December 2025 – 3 January', '2025-12-28/2026-01-03'],
		['1851-52', '1851/1852'],
		['2022 or 2023', '[2022,2023]'],
		['no later than 15 March 2026', '[..2026-03-15]'],
		['بحلول نهاية 2026', '[..2026-12-31]'],
		['not before March 2026', '[2026-03..]'],
		['2026 или позже', '[2026..]'],
		['5 ديسمبر 2025 أو قبل ذلك', '[..2025-12-05]'],
		['from 2026 on', '2026/..'],
		['2026 onwards', '2026/..'],
		['first week of December 2025', '[2025-12-01~..2025-12-07~]'],
		['هفته دوم دی ۱۴۰۴', '[2025-12-29~..2026-01-04~]'],
		['two weeks after 5 December 2025', '2025-12-19~'],
		['دو روز پیش از ۵ دسامبر ۲۰۲۵', '2025-12-03']
	])('“%s” is %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});
});

describe('phrases that count from the day they were said (Friday, 5 December 2025)', () => {
	test.each([
		['by next year', '2026'],
		['بحلول العام المقبل', '2026'],
		['к следующему году', '2026'],
		['تا سال آینده', '[2026-03-21..2027-03-20]'],
		['last January', '2025-01'],
		['يناير الماضي', '2025-01'],
		['ژانویه گذشته', '2025-01'],
		['в январе этого года', '2025-01'],
		['next month', '2026-01'],
		['الشهر الماضي', '2025-11'],
		['ماه آینده', '[2025-12-22..2026-01-20]'],
		['в следующем году', '2026'],
		['yesterday', '2025-12-04'],
		['позавчера', '2025-12-03'],
		['غدا', '2025-12-06'],
		['پریروز', '2025-12-03'],
		['in two weeks', '2025-12-19~'],
		['через две недели', '2025-12-19~'],
		['بعد أسبوع', '2025-12-12~'],
		['three days ago', '2025-12-02'],
		['قبل أسبوعين', '2025-11-21~'],
		['سه روز پیش', '2025-12-02'],
		['within two weeks', '[2025-12-05..2025-12-19]'],
		['ظرف دو هفته', '[2025-12-05..2025-12-19]'],
		['في غضون أسبوعين', '[2025-12-05..2025-12-19]'],
		['в течение двух недель', '[2025-12-05..2025-12-19]'],
		['over the past three months', '[2025-09-05..2025-12-05]'],
		['no later than March', '[2025-12-05..2026-03-31]'],
		['by the end of the year', '[2025-12-05..2025-12-31]'],
		['до конца года', '[2025-12-05..2025-12-31]'],
		['قبل نهاية العام', '[2025-12-05..2025-12-31]'],
		['تا پایان سال', '[2025-12-05..2026-03-20]'],
		['earlier this year', '[2025-01-01..2025-12-05]'],
		['later this year', '[2025-12-05..2025-12-31]'],
		['Friday', '2025-12-05'],
		['last Friday', '2025-11-28'],
		['next Friday', '2025-12-12'],
		['جمعه‌شب', '2025-12-05'],
		['Thursday and Friday', '2025-12-04/2025-12-05'],
		['الخميس والجمعة', '2025-12-04/2025-12-05'],
		['в четверг и пятницу', '2025-12-04/2025-12-05'],
		['two days, to Friday evening', '2025-12-04/2025-12-05'],
		['closed on Friday, 14 Azar', '/2025-12-05'],
		['5 December of last year', '2024-12-05'],
		['سال قبل', '[2024-03-20..2025-03-20]'],
		['next spring', '2026-21'],
		['next week', '[2025-12-08..2025-12-14]'],
		['الأسبوع القادم', '[2025-12-06..2025-12-12]'],
		['Monday of next week', '2025-12-08'],
		['سه‌شنبه هفته آینده', '2025-12-09'],
		['خلال الأشهر الثلاثة المقبلة', '[2025-12-05..2026-03-05]'],
		['منذ عامين', '2023~/..'],
		['شهر رمضان المقبل', '[2026-02-18..2026-03-19]']
	])('“%s” is %s', (text, expected) => {
		expect(saidOnFriday(text)).toBe(expected);
	});

	test('are not understood without that day', () => {
		for (const text of ['by next year', 'yesterday', 'Friday', 'March', 'ظرف دو هفته', 'до конца года']) {
			expect(edtf(text), text).toMatch(/^needs-said/);
		}
	});

	test('count years and months in the calendar asked for', () => {
		expect(edtf('تا سال آینده', { said: SAID, calendar: 'gregorian' })).toBe('2026');
		expect(edtf('next month', { said: SAID, calendar: 'persian' })).toBe('[2025-12-22..2026-01-20]');
		expect(edtf('next month', { said: SAID, calendar: 'islamic' })).toBe('[2025-12-21..2026-01-19]');
	});
});

describe('what is never guessed', () => {
	const choices = (text: string, options = {}) => {
		const result = readDateText(text, options);
		return result.ok ? [] : result.choices.map(({ edtf: each, calendar }) => `${each} ${calendar}`);
	};

	test('the order of day and month, unless one of them is past 12', () => {
		expect(edtf('05/06/2025')).toBe('ambiguous-order at 0');
		expect(choices('05/06/2025')).toEqual(['2025-06-05 gregorian', '2025-05-06 gregorian']);
		expect(edtf('05/05/2025')).toBe('2025-05-05');
		expect(edtf('05.06.2025', { language: 'ru' })).toBe('2025-06-05');
		expect(edtf('05.06.2025', { language: 'en' })).toBe('ambiguous-order at 0');
	});

	test('both dates of a range go in one order', () => {
		expect(choices('between 05/06/2025 and 07/08/2025')).toEqual([
			'[2025-06-05..2025-08-07] gregorian',
			'[2025-05-06..2025-07-08] gregorian'
		]);
	});

	test('the calendar of a year that several could have', () => {
		expect(edtf('14/09/1404')).toBe('which-calendar at 6');
		expect(choices('14/09/1404')).toEqual(['2025-12-05 persian', '1984-06-14 islamic', '1404-09-14 gregorian']);
		expect(edtf('1404-09-14', { calendar: 'persian' })).toBe('2025-12-05');
		expect(edtf('1404-09-14', { calendar: 'gregorian' })).toBe('1404-09-14');
		expect(edtf('۱۴۰۴', { language: 'fa' })).toBe('which-calendar at 0');
	});

	test('of a phrase the choices are the whole phrase, not the year in it', () => {
		expect(choices('تا پایان سال ۱۴۰۴', { said: SAID })[0]).toBe('[2025-12-05..2026-03-20] persian');
	});

	test('the century of a year of two digits', () => {
		expect(edtf('5 December 25')).toBe('short-year at 11');
		expect(choices('5 December 25')).toEqual(['2025-12-05 gregorian', '1925-12-05 gregorian']);
	});
});

describe('what is refused', () => {
	test.each([
		['', 'empty at 0'],
		['soon', 'unreadable at 0'],
		['5 December 2025 or so', 'unreadable at 19'],
		['between 4 December 2025', 'unfinished at 23'],
		['30 February 2025', 'no-such-day at 0'],
		['2025-02-29', 'no-such-day at 8'],
		['30 Esfand 1404', 'no-such-day at 0'],
		['14 Azar 2025', 'year-of-another-calendar at 8'],
		['from 2026 to 2025', 'wrong-order at 0'],
		['2025-1X-XX-', 'unreadable at 10'],
		["after the ministers' meeting, same year", 'other-event at 10'],
		['بعد لقاء الوزيرين', 'other-event at 4'],
		['two weeks after the meeting', 'other-event at 20'],
		['20251205', 'unreadable at 0'],
		['1.2.3.4', 'unreadable at 0'],
		['x'.repeat(301), 'too-long at 300']
	])('“%s”: %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});
});

describe('what contradicts itself is kept as stated and flagged', () => {
	const flagged = (text: string) => {
		const result = readDateText(text, { said: SAID });
		return result.ok ? [result.edtf, ...result.flags] : result.code;
	};

	test('a weekday that the day does not have', () => {
		expect(flagged('Saturday, 5 December 2025')).toEqual(['2025-12-05', { code: 'weekday-differs', weekday: 6 }]);
		expect(flagged('شنبه ۱۴ آذر ۱۴۰۴')).toEqual(['2025-12-05', { code: 'weekday-differs', weekday: 6 }]);
		expect(flagged('5 декабря 2025 (суббота)')).toEqual(['2025-12-05', { code: 'weekday-differs', weekday: 6 }]);
		expect(flagged('Friday, 5 December 2025')).toEqual(['2025-12-05']);
	});

	test('a day of a second calendar that is another day', () => {
		expect(flagged('14 Azar 1404 (6 December 2025)')).toEqual(['2025-12-05', { code: 'calendars-differ', edtf: '2025-12-06' }]);
		expect(flagged('14 Azar 1404 (5 December 2025)')).toEqual(['2025-12-05']);
		expect(flagged('۱۴ آذر ۱۴۰۴ برابر با ۵ دسامبر ۲۰۲۵')).toEqual(['2025-12-05']);
		expect(flagged('الجمعة 5 ديسمبر 2025 م الموافق 14 جمادى الآخرة 1447 هـ')).toEqual(['2025-12-05']);
		expect(flagged('الجمعة 5 ديسمبر 2025 م الموافق 15 جمادى الآخرة 1447 هـ')).toEqual([
			'2025-12-05',
			{ code: 'calendars-differ', edtf: '2025-12-06' }
		]);
	});
});

test('a reading has edges, the calendar it was said in and its rule', () => {
	expect(readDateText('by next year', { said: SAID })).toEqual({
		ok: true,
		edtf: '2026',
		edges: {
			earliestStart: dayOf(2026, 1, 1),
			latestStart: dayOf(2027, 1, 1),
			earliestEnd: dayOf(2026, 1, 1),
			latestEnd: dayOf(2027, 1, 1)
		},
		calendar: 'gregorian',
		rule: 'within next year',
		flags: []
	});
	expect(readDateText('14 Azar 1404')).toMatchObject({ calendar: 'persian', rule: 'day of another calendar' });
});
