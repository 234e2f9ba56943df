import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateCell } from '#lib/formats/date-cells.ts';
import { joinSpan, readDateParts } from '#lib/formats/date-parts-cells.ts';
import type { DateReading } from '#lib/formats/foreign.ts';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { dayIn, civilIn } from '#lib/temporal/calendars.ts';
import { isoOf } from '#lib/temporal/epoch-day.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';

const as = (
	order: DateReading['order'],
	calendar: DateReading['calendar'] = 'gregorian',
	more: Partial<DateReading> = {}
): DateReading => ({
	order,
	calendar,
	...more
});
const edtf = (text: string, reading: DateReading, language: 'en' | 'ar' | 'fa' | 'ru' = 'en') => {
	const { date, problem } = readDateCell(text, reading, language);
	return problem?.severity === 'refused' ? problem.code : date === null || date === 'open' ? date : date.edtf;
};

describe('the order said for a column', () => {
	test('decides what 03/04/2005 is, and nothing else does', () => {
		expect(edtf('03/04/2005', as('dmy'))).toBe('2005-04-03');
		expect(edtf('03/04/2005', as('mdy'))).toBe('2005-03-04');
		expect(edtf('03/04/2005', as('ymd'))).toBe('date-order');
		expect(edtf('03/04/2005', as('iso'))).toBe('date-order');
	});

	test('refuses a cell that does not fit it, with its words, instead of turning it round', () => {
		expect(readDateCell('12/14/1962', as('dmy'))).toEqual({
			date: { edtf: 'XXXX', words: { en: '12/14/1962' } },
			problem: { severity: 'refused', code: 'date-order', args: { order: 'dmy' } }
		});
	});

	test('is not needed where a form leaves no choice', () => {
		for (const order of ['iso', 'dmy', 'mdy', 'ymd'] as const) {
			expect(edtf('1868-10-17', as(order))).toBe('1868-10-17');
			expect(edtf('17 Oct 1868', as(order))).toBe('1868-10-17');
			expect(edtf('October 17th, 1868', as(order))).toBe('1868-10-17');
			expect(edtf('10/1868', as(order))).toBe('1868-10');
			expect(edtf('1868', as(order))).toBe('1868');
		}
	});

	test('with a year first and no hyphens is needed', () => {
		expect(edtf('2011/05/06', as('dmy'))).toBe('date-order');
		expect(edtf('2011/05/06', as('ymd'))).toBe('2011-05-06');
		expect(edtf('20110506', as('ymd'))).toBe('2011-05-06');
		expect(edtf('06052011', as('dmy'))).toBe('2011-05-06');
	});

	test('is never guessed for any pair of day and month', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 31 }),
				fc.integer({ min: 1, max: 31 }),
				fc.constantFrom('/', '.', '-', ' '),
				(one, two, sign) => {
					const text = `${one}${sign}${two}${sign}2007`;
					const [dmy, mdy] = [edtf(text, as('dmy')), edtf(text, as('mdy'))];
					expect(/^2007/u.test(dmy ?? '')).toBe(
						two <= 12 && parseEdtf(`2007-${String(two).padStart(2, '0')}-${String(one).padStart(2, '0')}`).ok
					);
					expect(/^2007/u.test(mdy ?? '')).toBe(
						one <= 12 && parseEdtf(`2007-${String(one).padStart(2, '0')}-${String(two).padStart(2, '0')}`).ok
					);
				}
			),
			{ seed: 7, numRuns: 400 }
		);
	});
});

describe('a date cell', () => {
	test.each<[string, DateReading, string | null]>([
		['16.0.1964', as('dmy'), '1964-XX-16'],
		['14.02 2005', as('dmy'), '2005-02-14'],
		['15/6/2008', as('dmy'), '2008-06-15'],
		['1974-03-00', as('iso'), '1974-03'],
		['1974-00-00', as('iso'), '1974'],
		['0000-00-00', as('iso'), 'zero-date'],
		['0/0/0', as('dmy'), 'zero-date'],
		['2011-01-01~', as('dmy'), '2011-01-01~'],
		['1860?', as('dmy'), '1860?'],
		['c. 1860', as('iso'), '1860~'],
		['about May 1949', as('iso'), '1949-05~'],
		['2004/2005', as('iso'), '2004/2005'],
		['-0044', as('iso'), '-0044'],
		['64 BC', as('year'), '-0063'],
		['5 May 24', as('dmy'), 'two-digit-year'],
		['01/02/03', as('dmy'), 'two-digit-year'],
		['May 5', as('dmy'), 'no-year'],
		['31.02.2004', as('dmy'), 'no-such-day'],
		['February 30, 2005', as('iso'), 'no-such-day'],
		['1861-67', as('iso'), '1861/1867'],
		['1910-30', as('dmy'), 'date-unreadable'],
		['2020-2024', as('iso'), '2020/2024'],
		['since 2019', as('iso'), '2019/..'],
		['before 1990', as('iso'), '[..1989]'],
		['3-5 May 2004', as('dmy'), '2004-05-03/2004-05-05'],
		['1990s', as('dmy'), '199X'],
		['spring of last year', as('dmy'), 'date-unreadable'],
		['Obsolete?', as('iso'), 'date-unreadable'],
		['9999-XX-XX-', as('iso'), 'date-unreadable'],
		['10:30', as('iso'), 'date-unreadable'],
		['', as('iso'), null],
		['44927', as('excel'), '2023-01-01'],
		['44927.5', as('excel'), '2023-01-01T12:00'],
		['60', as('excel'), 'no-such-day'],
		['1882-02-23', as('excel'), '1882-02-23']
	])('%j is read as %j: %j', (text, reading, expected) => {
		expect(edtf(text, reading)).toBe(expected);
	});

	test.each<[string, string]>([
		['2004-01-01 00:20:00', '2004-01-01T00:20'],
		['2004-01-01 00:20:05', '2004-01-01T00:20:05'],
		['2004-01-01T00:20:00Z', '2004-01-01T00:20:00Z'],
		['1.1.2004 5:20 pm', '2004-01-01T17:20'],
		['Sat May 20 1961 00:00:00 GMT-0600 (CST)', '1961-05-20T00:00-06:00'],
		['2024-05-01T10:00:00+03:30', '2024-05-01T10:00:00+03:30']
	])('%j keeps its time and zone: %j', (text, expected) => {
		expect(edtf(text, as('dmy'))).toBe(expected);
	});

	test.each<[string, DateReading['calendar'], 'ar' | 'fa' | 'ru', string]>([
		['5 كانون الأول 2025', 'gregorian', 'ar', '2025-12-05'],
		['٥ ديسمبر ٢٠٢٥', 'gregorian', 'ar', '2025-12-05'],
		['٠٥/١٢/٢٠٢٥', 'gregorian', 'ar', '2025-12-05'],
		['20 آذار 2025', 'gregorian', 'ar', '2025-03-20'],
		['3 غشت 2021', 'gregorian', 'ar', '2021-08-03'],
		['5 декабря 2025 г.', 'gregorian', 'ru', '2025-12-05'],
		['05.12.2025г.', 'gregorian', 'ru', '2025-12-05'],
		['5 дек. 2025', 'gregorian', 'ru', '2025-12-05'],
		['۱۴ آذر ۱۴۰۴', 'persian', 'fa', '2025-12-05'],
		['جمعه ۱۴ آذر ۱۴۰۴', 'persian', 'fa', '2025-12-05'],
		['۱۴/۹/۱۴۰۴', 'persian', 'fa', '2025-12-05'],
		['۱۴ قوس ۱۴۰۴', 'persian', 'fa', '2025-12-05'],
		['آذر ۱۴۰۴', 'persian', 'fa', '[2025-11-22..2025-12-21]'],
		['حدود آذر ۱۴۰۴', 'persian', 'fa', '[2025-11-22~..2025-12-21~]'],
		['رمضان 1447', 'islamic', 'ar', '[2026-02-18~..2026-03-19~]'],
		['۱۴۰۴', 'persian', 'fa', '[2025-03-21..2026-03-20]'],
		['۳۰ اسفند ۱۴۰۴', 'persian', 'fa', 'no-such-day'],
		['۳۰ اسفند ۱۴۰۳', 'persian', 'fa', '2025-03-20'],
		['14 جمادى الآخرة 1447 هـ', 'islamic', 'ar', '2025-12-05~'],
		['رمضان 1445', 'gregorian', 'ar', 'calendar'],
		['5 декабря 2025', 'persian', 'ru', 'calendar'],
		['14-09-1432 هـ', 'gregorian', 'ar', 'calendar']
	])('%j in the %s calendar (%s) is %j', (text, calendar, language, expected) => {
		expect(edtf(text, as('dmy', calendar), language)).toBe(expected);
	});

	test('keeps its words and calendar, unless they say nothing more', () => {
		expect(readDateCell('۱۴ آذر ۱۴۰۴', as('dmy', 'persian'), 'fa').date).toMatchObject({
			words: { fa: '۱۴ آذر ۱۴۰۴' },
			calendar: 'persian'
		});
		expect(readDateCell('2025-12-05', as('iso')).date).toEqual({ edtf: '2025-12-05' });
	});

	test('gives the letters of an act apart', () => {
		expect(readDateCell('23 Jun 1993 a', as('dmy'))).toEqual({ date: { edtf: '1993-06-23', words: { en: '23 Jun 1993 a' } }, note: 'a' });
		expect(readDateCell('11 Dec 1986 AA', as('dmy')).note).toBe('AA');
		expect(readDateCell('64 BC', as('year')).note).toBeUndefined();
	});

	test('with a weekday that does not fit is kept and flagged', () => {
		expect(readDateCell('Sat 20 May 1961', as('dmy')).problem).toBeUndefined();
		expect(readDateCell('Fri 20 May 1961', as('dmy'))).toMatchObject({
			date: { edtf: '1961-05-20' },
			problem: { severity: 'odd', code: 'weekday' }
		});
		expect(readDateCell('شنبه ۱۴ آذر ۱۴۰۴', as('dmy', 'persian'), 'fa').problem?.code).toBe('weekday');
	});

	test('that is one of the markers said is open or not known', () => {
		const reading = as('dmy', 'gregorian', { open: ['31.12.9999', 'present'], unknown: ['NA', '9999-XX-XX-'] });
		expect(['31.12.9999', 'Present', 'na', '9999-XX-XX-'].map((text) => readDateCell(text, reading))).toEqual([
			{ date: 'open' },
			{ date: 'open' },
			{ date: null },
			{ date: null }
		]);
		expect(readDateCell('01.01.2699', reading)).toMatchObject({
			date: { edtf: '2699-01-01' },
			problem: { code: 'far-year', severity: 'odd' }
		});
	});

	test('of the years 1250–1500 in a Gregorian column of Persian or Arabic is doubted', () => {
		expect(readDateCell('1404', as('iso'), 'fa').problem).toMatchObject({ severity: 'odd', code: 'calendar-doubt' });
		expect(readDateCell('1351-08-01', as('iso'), 'en').problem).toBeUndefined();
	});

	test('is told as its calendar tells it, for every day', () => {
		fc.assert(
			fc.property(fc.integer({ min: -25_000, max: 40_000 }), fc.constantFrom('gregorian' as const, 'persian' as const), (day, calendar) => {
				const { year, month, day: ofMonth } = civilIn(calendar, day);
				expect(dayIn(calendar, { year, month, day: ofMonth })).toBe(day);
				expect(edtf(`${ofMonth}.${month}.${year}`, as('dmy', calendar))).toBe(isoOf(day));
			}),
			{ seed: 11, numRuns: 500 }
		);
	});

	test('gives EDTF or nothing, whatever stands in it', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'0123456789 /-.:~?XMayа́م۱'), maxLength: 14 }),
				fc.constantFrom('iso', 'dmy', 'mdy', 'ymd', 'year', 'excel'),
				(text, order) => {
					const { date } = readDateCell(text, as(order as 'iso'));
					expect(date === null || date === 'open' || parseEdtf(date.edtf).ok).toBe(true);
				}
			),
			{ seed: 3, numRuns: 3000 }
		);
	});
});

describe('a date in parts', () => {
	const parts = (year: string, month: string, day: string, reading = as('ymd')) => {
		const { date, problem } = readDateParts({ year, month, day }, reading);
		return problem?.severity === 'refused' ? problem.code : date === null || date === 'open' ? date : date.edtf;
	};

	test.each([
		['1815', '1', '3', '1815-01-03'],
		['1815', '7', '', '1815-07'],
		['1830', '', '', '1830'],
		['1964', '0', '16', '1964-XX-16'],
		['1993', 'June', '4', '1993-06-04'],
		['1993', '2', '30', 'no-such-day'],
		['93', '2', '3', 'two-digit-year'],
		['', '2', '3', 'no-year'],
		['0', '0', '0', 'zero-date'],
		['', '', '', null]
	])('%j %j %j is %j', (year, month, day, expected) => {
		expect(parts(year, month, day)).toBe(expected);
	});

	test('says by its markers that there is no end, also with empty parts', () => {
		const reading = as('ymd', 'gregorian', { open: ['0/0/0'] });
		expect([parts('0', '0', '0', reading), parts('0', '0', '', reading), parts('0', '', '', reading)]).toEqual(['open', 'open', 'open']);
		expect(parts('9999', '12', '31', as('ymd', 'gregorian', { open: ['9999'] }))).toBe('open');
	});

	test('takes a time and other calendars', () => {
		expect(readDateParts({ year: '2004', month: '1', day: '5', time: '14:30' }, as('ymd')).date).toMatchObject({
			edtf: '2004-01-05T14:30'
		});
		expect(readDateParts({ year: '۱۴۰۴', month: 'آذر', day: '۱۴' }, as('ymd', 'persian'), 'fa').date).toMatchObject({
			edtf: '2025-12-05',
			calendar: 'persian'
		});
		expect(readDateParts({ year: '1447', month: '9' }, as('ymd', 'islamic'), 'ar').date).toMatchObject({
			edtf: '[2026-02-18~..2026-03-19~]'
		});
	});

	test('say of a month or year of another calendar what a typed date says', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('persian' as const, 'islamic' as const),
				fc.integer({ min: 1301, max: 1499 }),
				fc.integer({ min: 0, max: 12 }),
				(calendar, year, month) => {
					const cells = { year: String(year), ...(month > 0 && { month: String(month) }) };
					const imported = readDateParts(cells, as('ymd', calendar), 'fa').date;
					const typed = readDateText(month > 0 ? `${year}/${month}` : String(year), { calendar });
					const edtf = typeof imported === 'object' && imported !== null ? imported.edtf : '';
					// The Islamic one is told as about, for it follows the sighting of the moon.
					expect(typed.ok && typed.edtf).toBe(edtf.replaceAll('~', ''));
				}
			),
			{ seed: 1404, numRuns: 300 }
		);
	});
});

describe('a start and an end', () => {
	const cell = (text: string, reading = as('iso', 'gregorian', { open: ['open'], unknown: ['NA'] })) => readDateCell(text, reading);
	test.each([
		['2004-01-05', '2004-02', '2004-01-05/2004-02'],
		['2004-01-05', '', '2004-01-05'],
		['2004-01-05', 'NA', '2004-01-05/'],
		['2004-01-05', 'open', '2004-01-05/..'],
		['', '2005', '/2005'],
		['2004', '2004', '2004']
	])('%j and %j are %j', (start, end, expected) => {
		expect(joinSpan(cell(start), cell(end), end !== '').date?.edtf).toBe(expected);
	});

	test('the wrong way round keep both words and are flagged', () => {
		expect(joinSpan(cell('2005-01-01'), cell('2004-01-01'), true)).toMatchObject({
			date: { edtf: '2005-01-01', words: { en: '2005-01-01 – 2004-01-01' } },
			problem: { severity: 'odd', code: 'end-before-start' },
			lostEnd: true
		});
	});

	test('in Persian months run from the first day to the last', () => {
		const persian = as('dmy', 'persian');
		expect(joinSpan(cell('آذر ۱۴۰۴', persian), cell('دی ۱۴۰۴', persian), true).date).toMatchObject({
			edtf: '2025-11-22/2026-01-20',
			calendar: 'persian'
		});
	});
});

describe('a beginning without an end', () => {
	test.each([
		['2021–present', '2021/..'],
		['2025-12-05 to date', '2025-12-05/..'],
		['05.12.2025 – по настоящее время', '2025-12-05/..'],
		['March 2024 - now', '2024-03/..'],
		['2019 تاکنون', '2019/..'],
		['since yesterday - now', 'date-unreadable'],
		['03/04 - present', 'date-unreadable']
	])('%s is %s', (text, expected) => {
		expect(edtf(text, as('dmy'))).toBe(expected);
	});
});
