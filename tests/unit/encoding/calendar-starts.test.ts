import { describe, expect, test } from 'vitest';
import { axisTextOf } from '../../../src/lib/encoding/axis.ts';
import { calendarOf } from '../../../src/lib/encoding/calendar-starts.ts';
import { civilIn } from '../../../src/lib/temporal/calendars.ts';
import { dayOf, isoOf } from '../../../src/lib/temporal/epoch-day.ts';

const OTHERS = ['persian', 'islamic'] as const;
const FROM = dayOf(2019, 1, 1);
const TO = dayOf(2030, 12, 31);

/** Every day of a span whose date in the calendar passes: the slow, obvious twin. */
function daysWhere(calendar: (typeof OTHERS)[number], passes: (date: { month: number; day: number }) => boolean): number[] {
	const found: number[] = [];
	for (let day = FROM; day <= TO; day++) if (passes(civilIn(calendar, day))) found.push(day);
	return found;
}

test('the Gregorian calendar is the axis’ own', () => {
	expect(calendarOf('gregorian')).toBeUndefined();
});

describe.each(OTHERS)('%s', (calendar) => {
	test('years begin on every first day of a first month, and nowhere else', () => {
		const years = calendarOf(calendar)?.years(FROM, TO);
		expect(years?.length).toBeGreaterThan(10);
		expect(years).toEqual(daysWhere(calendar, ({ month, day }) => month === 1 && day === 1));
	});

	test('months begin on every first day of a month, and say which month of the year from 0', () => {
		const months = calendarOf(calendar)?.months(FROM, TO) ?? [];
		expect(months.map(({ day }) => day)).toEqual(daysWhere(calendar, ({ day }) => day === 1));
		for (const { day, index } of months) expect(index).toBe(civilIn(calendar, day).month - 1);
	});

	test('both ends of a span belong to it', () => {
		const starts = calendarOf(calendar);
		const [first = NaN, second = NaN] = starts?.months(FROM, TO).map(({ day }) => day) ?? [];
		expect(starts?.months(first, second).map(({ day }) => day)).toEqual([first, second]);
		expect(starts?.months(first + 0.5, second - 0.5)).toEqual([]);
		expect(starts?.years(first + 1, first + 2)).toEqual([]);
	});
});

test('a Persian year turns on 1 Farvardin, at Nowruz', () => {
	expect(
		calendarOf('persian')
			?.years(dayOf(2024, 1, 1), dayOf(2026, 12, 31))
			.map(isoOf)
	).toEqual(['2024-03-20', '2025-03-21', '2026-03-21']);
});

describe('texts of the axis', () => {
	const nowruz = dayOf(2025, 3, 21);

	test('tell year, month and day in the reader’s calendar, digits and language', () => {
		const text = axisTextOf({ language: 'fa', calendar: 'persian' });
		expect([text.year(nowruz), text.month(nowruz), text.dayOfMonth(nowruz)]).toEqual(['۱۴۰۴', 'فروردین', '۱']);
		expect(text.year(nowruz - 1)).toBe('۱۴۰۳');
		expect(text.monthAndYear(nowruz)).toBe('فروردین ۱۴۰۴');
		expect(text.calendar?.years(nowruz, nowruz)).toEqual([nowruz]);
	});

	test('stay Gregorian for a Gregorian reader, who needs no other starts', () => {
		const text = axisTextOf({ language: 'en', calendar: 'gregorian' });
		expect([text.year(nowruz), text.month(nowruz), text.dayOfMonth(nowruz), text.calendar]).toEqual(['2025', 'Mar', '21', undefined]);
		expect(text.dayMonthYear(nowruz + 0.75)).toBe('21 Mar 2025');
	});

	test('tell an hour of a day as a clock does', () => {
		const text = axisTextOf({ language: 'en', calendar: 'gregorian' });
		expect([text.hour(nowruz), text.hour(nowruz + 6 / 24), text.hour(nowruz + 18 / 24)]).toEqual(['00:00', '06:00', '18:00']);
	});
});
