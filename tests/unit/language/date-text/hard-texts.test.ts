import { describe, expect, test } from 'vitest';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';

/** 5 December 2025, 14 Azar 1404. */
const said = Date.UTC(2025, 11, 5) / 86_400_000;
const read = (text: string, calendar?: 'persian' | 'islamic' | 'gregorian') => readDateText(text, { said, ...(calendar && { calendar }) });
const edtf = (text: string, calendar?: 'persian' | 'islamic' | 'gregorian') => {
	const result = read(text, calendar);
	return result.ok ? result.edtf : result.code;
};

describe('what looks like EDTF', () => {
	test.each([
		['2025-12-05/2025-12-04', 11],
		['2025/2024', 5]
	])('%s has its end before its start, and is told so at the end', (text, position) => {
		expect(read(text)).toMatchObject({ ok: false, code: 'wrong-order', position });
	});

	test.each([
		'[1404,1405]',
		'140X',
		'14XX',
		'1404-21',
		'1404-09-14/2025-12-06',
		'1404~-09',
		'1404-09-14T10:00',
		'1404-09/..',
		'../1404',
		'1404-09-14/1404-10-01'
	])('%s asks whose year it is', (text) => {
		expect(edtf(text)).toBe('which-calendar');
	});

	test('the calendar that is given is used, for open intervals, sets, decades and times too', () => {
		expect(edtf('1404-09/..', 'persian')).toBe('2025-11-22/..');
		expect(edtf('../1404', 'persian')).toBe('../2026-03-20');
		expect(edtf('1404-09-14T10:00', 'persian')).toBe('2025-12-05T10:00');
		expect(edtf('[1404,1405]', 'persian')).toBe('[2025-03-21..2026-03-20,2026-03-21..2027-03-20]');
		expect(edtf('{1404,1405}', 'persian')).toBe('{2025-03-21..2026-03-20,2026-03-21..2027-03-20}');
		expect(edtf('[..1404]', 'persian')).toBe('[..2026-03-20]');
		expect(edtf('140X', 'persian')).toBe('[2021-03-21..2031-03-20]');
		expect(edtf('14XX', 'persian')).toBe('[2021-03-21..2121-03-20]');
		expect(edtf('1404S2', 'persian')).toBe('[2021-03-21..2121-03-20]');
		expect(edtf('1404-21', 'persian')).toBe('[2025-03-21..2025-06-21]');
		expect(edtf('1404-09-14/2025-12-06', 'persian')).toBe('2025-12-05/2025-12-06');
		expect(edtf('[1404,1405]', 'gregorian')).toBe('[1404,1405]');
	});

	test.each(['XXXX-09-14', 'Y14040', '-0005', '1404-09-XX', '1404~-09', '1XXX', '1404-29'])(
		'%s is never Gregorian where another calendar is asked for: EDTF cannot say it, and the answer says what can',
		(text) => {
			const result = read(text, 'persian');
			expect(result).toMatchObject({ ok: false, code: 'edtf-is-gregorian' });
			expect(result.ok ? '' : result.expected).toMatch(/Gregorian.*14 Azar 1404/);
			expect(read(text, 'gregorian').ok).toBe(true);
		}
	);

	test('years that no other calendar has reached are Gregorian in any case', () => {
		expect(read('2025-12-05', 'persian')).toMatchObject({ edtf: '2025-12-05', calendar: 'gregorian' });
		expect(edtf('201X', 'islamic')).toBe('201X');
	});

	test('every question about the calendar has a way out: each choice reads as itself with its calendar', () => {
		for (const text of ['[1404,1405]', '1404-09-14/2025-12-06', '140X', '{1404,1405}', '1404-21']) {
			const result = read(text);
			const choices = result.ok ? [] : result.choices;
			expect(choices.length, text).toBeGreaterThan(1);
			for (const { edtf: date, calendar } of choices) expect(edtf(text, calendar), text).toBe(date);
		}
	});

	test.each([
		['2025-13', 5],
		['2025-00', 5],
		['2025-339', 5],
		['2025-42', 5],
		['2025-13-01', 5],
		['-2025-13', 6],
		['-0005-02-29', 9],
		['-0000', 0],
		['00000', 0],
		['02025', 0],
		['0 AH', 0],
		['0 SH', 0],
		['14 Azar 0 SH', 8]
	])('%s is no date, and is told so at %i', (text, position) => {
		expect(read(text)).toMatchObject({ ok: false, code: 'no-such-day', position });
	});

	test('a month that is none is told as such', () => {
		for (const text of ['2025-13', '2025-00', '2025-339', '-2025-13'])
			expect(read(text)).toMatchObject({ expected: 'a month from 1 to 12' });
		expect(read('1950S9')).toMatchObject({ ok: false, position: 5 });
		expect(edtf('1939-45')).toBe('1939/1945');
		expect(edtf('2013-14')).toBe('2013/2014');
	});

	test('a question offers no answer twice', () => {
		const result = read('1404-09/..');
		const choices = result.ok ? [] : result.choices;
		expect(choices.map((choice) => choice.edtf)).toEqual(['2025-11-22/..', '1984-06-01/..', '1404-09/..']);
	});

	test('figures with a blank between them are no year', () => {
		for (const text of ['05 12', '12 05', '20 26']) expect(read(text).ok, text).toBe(false);
	});
});

describe('one date told in two calendars', () => {
	test.each([
		['5 December 2025 - 14 Azar 1404', '2025-12-05', []],
		['5 December 2025 - 13 Azar 1404', '2025-12-05', [{ code: 'calendars-differ', edtf: '2025-12-04' }]],
		['15 جمادى الآخرة 1447هـ - 5 ديسمبر 2025م', '2025-12-06', [{ code: 'calendars-differ', edtf: '2025-12-05' }]],
		['2025-12-05 (1404-09-14)', '2025-12-05', []],
		['2025 (1404)', '2025', []],
		['2025-12 / آذر ۱۴۰۴', '2025-12', []]
	])('%s', (text, date, flags) => {
		expect(read(text)).toMatchObject({ ok: true, edtf: date, flags });
	});
});

test('nothing that is typed throws', () => {
	const parts = [
		'2025-12',
		'/',
		'آذر',
		'۱۴۰۴',
		'December',
		'Friday',
		'early',
		'day',
		'(',
		')',
		'-',
		'2012',
		'q1',
		'..',
		'{',
		'~',
		'since',
		'by'
	];
	for (const a of parts) {
		for (const b of parts)
			for (const c of parts) for (const text of [`${a} ${b} ${c}`, `${a}${b}${c}`]) expect(() => read(text), text).not.toThrow();
	}
});

test.each([
	['in a fortnight', '2025-12-19~'],
	['a fortnight ago', '2025-11-21~'],
	['Dec 4 - 5, 2025', '2025-12-04/2025-12-05'],
	['Dec 4-Jan 5, 2026', '2025-12-04/2026-01-05'],
	['1914-18', '1914/1918'],
	['۱۴/۹', 'which-calendar'],
	['32 Dec 2025', 'no-such-day'],
	['0 Dec 2025', 'no-such-day']
])('%s is %s', (text, expected) => {
	expect(edtf(text)).toBe(expected);
});
