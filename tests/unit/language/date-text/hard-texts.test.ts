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

	test.each(['[1404,1405]', '140X', '1404~-09', '1404-09-14T10:00', '1404-09/..', '../1404', '1404-09-14/1404-10-01'])(
		'%s asks whose year it is',
		(text) => {
			expect(edtf(text)).toBe('which-calendar');
		}
	);

	test('the calendar that is given is used, for open intervals and times too; what cannot be moved to it is refused', () => {
		expect(edtf('1404-09/..', 'persian')).toBe('2025-11-22/..');
		expect(edtf('../1404', 'persian')).toBe('../2026-03-20');
		expect(edtf('1404-09-14T10:00', 'persian')).toBe('2025-12-05T10:00');
		expect(edtf('[1404,1405]', 'persian')).toBe('unreadable');
		expect(edtf('[1404,1405]', 'gregorian')).toBe('[1404,1405]');
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
	['۱۴/۹', '2025-12-05'],
	['32 Dec 2025', 'no-such-day'],
	['0 Dec 2025', 'no-such-day']
])('%s is %s', (text, expected) => {
	expect(edtf(text)).toBe(expected);
});
