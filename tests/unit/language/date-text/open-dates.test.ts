import { describe, expect, test } from 'vitest';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { readDateTextSaid } from '#lib/language/date-text/said.ts';

/** Friday, 5 December 2025, 14 Azar 1404. */
const said = Date.UTC(2025, 11, 5) / 86_400_000;
type Calendar = 'persian' | 'islamic' | 'gregorian';
const read = (text: string, calendar?: Calendar) => readDateText(text, { said, ...(calendar && { calendar }) });
const edtf = (text: string, calendar?: Calendar) => {
	const result = read(text, calendar);
	return result.ok ? result.edtf : result.code;
};
const choices = (text: string, calendar?: Calendar) => {
	const result = read(text, calendar);
	return result.ok ? [] : result.choices.map((each) => `${each.edtf} ${each.calendar}`);
};

describe('a date without its year', () => {
	test.each([
		['since March', '2025-03/..'],
		['منذ مارس', '2025-03/..'],
		['من مارس', '2025-03/..'],
		['с марта', '2025-03/..'],
		['از فروردین', '2025-03-21/..'],
		['since April', '2025-04/..'],
		['since 10 December', '2024-12-10/..'],
		['since December', '2025-12/..'],
		['since Nowruz', '2025-03-21/..'],
		['from March to May', '2026-03/2026-05']
	])('“%s” has begun when it is said: %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});

	test('from which something may begin only later is asked about', () => {
		const both = ['2025-03/.. gregorian', '2026-03/.. gregorian'];
		for (const text of ['starting March', 'начиная с марта', 'اعتبارا من مارس', 'March onwards']) {
			expect(edtf(text), text).toBe('which-day');
			expect(choices(text), text).toEqual(both);
		}
		expect(choices('from 1 January')).toEqual(['2025-01-01/.. gregorian', '2026-01-01/.. gregorian']);
		expect(edtf('с 1 октября')).toBe('2025-10-01/..');
	});

	test.each(['روز سه‌شنبه ۱۷ آذر', 'Tuesday 8 December', 'вторник, 8 декабря', 'الثلاثاء 8 ديسمبر'])(
		'“%s” is the near one though its weekday differs, and is flagged',
		(text) => {
			expect(read(text)).toMatchObject({ ok: true, edtf: '2025-12-08', flags: [{ code: 'weekday-differs', weekday: 2 }] });
		}
	);

	test('of two that are about as far away, the weekday tells which', () => {
		expect(read('Friday 6 June')).toMatchObject({ edtf: '2025-06-06', flags: [] });
		expect(read('Saturday 6 June')).toMatchObject({ edtf: '2026-06-06', flags: [] });
	});

	test('its month in Persian figures is of a calendar that is asked, whatever the order of its figures', () => {
		expect(edtf('۱۵/۳')).toBe('which-calendar');
		expect(choices('۱۵/۳')).toEqual(['2026-06-05 persian', '2025-09-07 islamic', '2026-03-15 gregorian']);
		expect(edtf('۱۲/۵')).toBe('ambiguous-order');
		expect(edtf('۱۵/۳', 'persian')).toBe('2026-06-05');
		expect(edtf('۱۴/۹ شمسی')).toBe('2025-12-05');
		expect(edtf('15/3')).toBe('2026-03-15');
	});
});

describe('centuries, decades and winters', () => {
	test.each([
		['first half of the 19th century', '[1801..1850]'],
		['second half of the 20th century', '[1951..2000]'],
		['second half of the twentieth century', '[1951..2000]'],
		['вторая половина XIX века', '[1851..1900]'],
		['النصف الأول من القرن التاسع عشر', '[1801..1850]'],
		['نیمه دوم قرن نوزدهم', '[1851..1900]'],
		['last quarter of the 20th century', '[1976..2000]'],
		['second half of the 5th century BC', '[-0449..-0400]'],
		['second half of the 1990s', '[1995..1999]'],
		['نیمه دوم دهه ۱۹۹۰', '[1995..1999]'],
		['نیمه اول قرن ۱۴ شمسی', '[1922-03-22..1972-03-20]']
	])('“%s” is that part of it, not the whole: %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});

	test.each(['5 December 19th century', '1950s 9', 'first half of winter 2026', 'December 2026 14 1990s'])(
		'“%s” is refused, for a word of it would be passed over',
		(text) => {
			expect(edtf(text)).toBe('unreadable');
		}
	);

	test.each(['winter 2025-26', 'winter of 2025–26', 'winter 2025/26', '2025/26 winter', 'зимой 2025-26 года', 'winter 2025-2026'])(
		'“%s” is the one winter',
		(text) => {
			expect(edtf(text)).toBe('2025-24');
		}
	);

	test('the winter of a century’s end', () => {
		expect(edtf('winter 1999-00')).toBe('1999-24');
		expect(edtf('winter 2025-27')).not.toBe('2025-24');
	});

	test('a decade that ends in 00 may be the century, and is asked about, in phrases too', () => {
		expect(choices('the 2000s')).toEqual(['200X gregorian', '20XX gregorian']);
		expect(choices('1990s-2000s')).toEqual(['199X/200X gregorian', '199X/20XX gregorian']);
		expect(choices('the early 2000s')).toEqual(['[2000~..2003~] gregorian', '[2000-01-01~..2033-05-01~] gregorian']);
		expect(edtf('2000-е')).toBe('200X');
		expect(edtf('دهه ۲۰۰۰')).toBe('200X');
		expect(edtf('the 1990s')).toBe('199X');
	});
});

describe('years of two figures', () => {
	test('in Persian figures may stand first and be of the sun’s years, the nearest century first', () => {
		expect(edtf('۰۴/۰۹/۱۴')).toBe('ambiguous-order');
		expect(choices('۰۴/۰۹/۱۴').slice(0, 2)).toEqual(['2025-12-05 persian', '1925-12-05 persian']);
		expect(choices('۰۴/۰۹/۱۴')).toContain('2014-09-04 gregorian');
	});

	test.each(['۰۴/۰۹/۱۴', '04/09/14'])('with the Persian calendar %s is the 14th of Azar 1404 first, and never month first', (text) => {
		expect(choices(text, 'persian')).toEqual(['2025-12-05 persian', '1925-12-05 persian', '2035-11-25 persian', '1935-11-26 persian']);
	});

	test.each(['۹۹/۱۲/۳۰', '99/12/30'])('%s is the last day of a Persian leap year', (text) => {
		expect(edtf(text, 'persian')).toBe('short-year');
		expect(choices(text, 'persian')[0]).toBe('2021-03-20 persian');
	});

	test('go with the words around them into each choice', () => {
		expect(choices('before 5 December 25')).toEqual(['[..2025-12-04] gregorian', '[..1925-12-04] gregorian']);
		expect(choices('5/6/25')).toEqual(['2025-06-05', '1925-06-05', '2025-05-06', '1925-05-06'].map((each) => `${each} gregorian`));
	});

	test('count from the day they were said', () => {
		const result = readDateText('5 December 98', { said: Date.UTC(1899, 0, 1) / 86_400_000 });
		expect(result.ok ? [] : result.choices.map((each) => each.edtf)).toEqual(['1898-12-05', '1798-12-05']);
	});
});

describe('words of the news', () => {
	test.each([
		['2024 and 2025', '{2024,2025}'],
		['عامي 2024 و2025', '{2024,2025}'],
		['۱۴۰۴ و ۱۴۰۵ شمسی', '{2025-03-21..2026-03-20,2026-03-21..2027-03-20}'],
		['4 and 5 December 2025', '2025-12-04/2025-12-05'],
		['2026 Q1', '2026-33'],
		['2026 H2', '2026-41'],
		['2026 Q1–Q3', '2026-33/2026-35'],
		['между 2024 и 2026 годами', '[2024..2026]'],
		['۱۴ام آذر ۱۴۰۴', '2025-12-05'],
		['XIV век', '13XX']
	])('“%s” is %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});

	test.each(['в 90-е', 'в 90-е годы', 'the 90s', 'التسعينات', 'عقد التسعينيات', 'the nineties', 'девяностые годы'])(
		'“%s” asks which century’s',
		(text) => {
			expect(edtf(text)).toBe('short-year');
			expect(choices(text)).toEqual(['199X gregorian', '189X gregorian']);
		}
	);

	test('a decade in Persian may be of the sun’s years', () => {
		expect(choices('دهه ۹۰ شمسی')).toEqual(['[2011-03-21..2021-03-20] persian', '[1911-03-22..1921-03-20] persian']);
		expect(choices('دهه ۹۰')).toEqual([...choices('دهه ۹۰ شمسی'), '199X gregorian', '189X gregorian']);
	});
});

describe('a word that has no place is not passed over', () => {
	test.each([
		['December 2025 14:00', 'unfinished'],
		['Friday December 2025', 'unfinished'],
		['from March Friday', 'unfinished'],
		['last year 2026', 'unreadable'],
		['Friday, 5 December 2025, 14:00', '2025-12-05T14:00'],
		['next year 2026', '2026']
	])('“%s”: %s', (text, expected) => {
		expect(edtf(text)).toBe(expected);
	});

	test('a part of a season or a quarter is not the whole of it', () => {
		expect(edtf('early spring 2026')).toBe('2026-03~');
		expect(edtf('spring 2026')).toBe('2026-21');
	});

	test('before and after a time of day leave the day itself open', () => {
		expect(edtf('before 5 December 2025 at 14:00')).toBe('[..2025-12-05]');
		expect(edtf('after 5 December 2025 at 14:00')).toBe('[2025-12-05..]');
		expect(edtf('before 5 December 2025')).toBe('[..2025-12-04]');
	});
});

describe('asked for with the day said as EDTF', () => {
	const chosen = (text: string, day: string) => {
		const result = readDateTextSaid(text, day);
		return result.ok ? [] : result.choices.map((each) => each.edtf);
	};

	test('what has no year is asked about with its choices', () => {
		expect(chosen('۱۵/۳', '2025-12-05')).toEqual(['2026-06-05', '2025-09-07', '2026-03-15']);
		expect(chosen('from 1 January', '2025-12-05')).toEqual(['2025-01-01/..', '2026-01-01/..']);
		expect(readDateTextSaid('۱۵/۳', undefined)).toMatchObject({ ok: false, code: 'needs-said' });
	});

	test('two figures of a year are of the centuries near that day', () => {
		expect(chosen('5 December 98', '1899-01')).toEqual(['1898-12-05', '1798-12-05']);
		expect(chosen('5 December 98', '2025-12-05')).toEqual(['1998-12-05', '1898-12-05']);
		expect(chosen('5 December 98', '../2025')).toEqual(['1998-12-05', '1898-12-05']);
	});
});
