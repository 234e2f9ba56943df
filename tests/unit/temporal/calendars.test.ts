import { describe, expect, test } from 'vitest';
import { civilIn, dayIn, hasBegun } from '#lib/temporal/calendars.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { todayIn } from '#lib/temporal/today.ts';

/** ICU's own reading of a day, as `year-month-day`. */
function icu(calendar: string): (day: number) => string {
	const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
		timeZone: 'UTC',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric'
	});
	return (day) => {
		const parts = new Map(format.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]));
		return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
	};
}

/** The first few days, of all from `first` to `end`, on which we and ICU part or the way back is not the way there. */
function wrongDays(calendar: 'persian' | 'islamic', reading: (day: number) => string, first: number, end: number): string[] {
	const wrong: string[] = [];
	for (let day = first; day < end && wrong.length < 5; day += 1) {
		const civil = civilIn(calendar, day);
		const ours = `${civil.year}-${civil.month}-${civil.day}`;
		if (ours !== reading(day) || dayIn(calendar, civil) !== day) wrong.push(`${day}: ${ours} ≠ ${reading(day)}`);
	}
	return wrong;
}

describe('civil calendars', () => {
	test('Persian equals ICU on every day of 1200–1500 SH, both ways', () => {
		const [first, end] = [dayIn('persian', { year: 1200, month: 1, day: 1 }), dayIn('persian', { year: 1501, month: 1, day: 1 })];
		expect(end - first).toBe(109_938);
		expect(wrongDays('persian', icu('persian'), first, end)).toEqual([]);
	});

	test('Umm al-Qura equals ICU on every day of 1300–1598 AH, both ways', () => {
		const [first, end] = [dayIn('islamic', { year: 1300, month: 1, day: 1 }), dayIn('islamic', { year: 1599, month: 1, day: 1 })];
		expect(wrongDays('islamic', icu('islamic-umalqura'), first, end)).toEqual([]);
	});

	test('Islamic equals ICU’s arithmetic calendar on every day of 1–1299 AH and of 1600–2000 AH, both ways', () => {
		for (const [from, until] of [
			[1, 1300],
			[1600, 2000]
		] as const) {
			const [first, end] = [dayIn('islamic', { year: from, month: 1, day: 1 }), dayIn('islamic', { year: until, month: 1, day: 1 })];
			expect(wrongDays('islamic', icu('islamic-civil'), first, end)).toEqual([]);
		}
	});

	test('known days', () => {
		expect(civilIn('persian', dayOf(2025, 12, 5))).toEqual({ year: 1404, month: 9, day: 14 });
		expect(civilIn('islamic', dayOf(2025, 12, 5))).toEqual({ year: 1447, month: 6, day: 14 });
		expect(dayIn('persian', { year: 1403, month: 12, day: 30 })).toBe(dayOf(2025, 3, 20));
		expect(dayIn('persian', { year: 1404, month: 1, day: 1 })).toBe(dayOf(2025, 3, 21));
		expect(dayIn('persian', { year: 1404, month: 12, day: 29 })).toBe(dayOf(2026, 3, 20));
		const leap = [1399, 1400, 1403, 1404, 1408, 1412].filter(
			(year) => dayIn('persian', { year: year + 1, month: 1, day: 1 }) - dayIn('persian', { year, month: 1, day: 1 }) === 366
		);
		expect(leap).toEqual([1399, 1403, 1408, 1412]);
	});

	test.each(['persian', 'islamic'] as const)('%s skips and repeats no day, however far', (calendar) => {
		for (const [first, end] of [
			[-1_200_000, -1_190_000],
			[-33_000, -31_000],
			[73_000, 76_000],
			[4_000_000, 4_010_000]
		] as const) {
			for (let day = first; day < end; day += 1) {
				const civil = civilIn(calendar, day);
				if (dayIn(calendar, civil) !== day) expect.fail(`${calendar} ${day}`);
			}
		}
	});

	test('months past the year move into its neighbours', () => {
		expect(dayIn('persian', { year: 1404, month: 13, day: 1 })).toBe(dayIn('persian', { year: 1405, month: 1, day: 1 }));
		expect(dayIn('islamic', { year: 1447, month: 0, day: 1 })).toBe(dayIn('islamic', { year: 1446, month: 12, day: 1 }));
		expect(hasBegun('persian', dayOf(600, 1, 1))).toBe(false);
		expect(hasBegun('islamic', dayOf(700, 1, 1))).toBe(true);
	});
});

describe('today', () => {
	test('is the day of the zone, not of UTC', () => {
		const instant = Date.UTC(2025, 11, 5, 21, 0);
		expect(todayIn('UTC', instant)).toBe(dayOf(2025, 12, 5));
		expect(todayIn('Asia/Tehran', instant)).toBe(dayOf(2025, 12, 6));
		expect(todayIn('America/New_York', Date.UTC(2025, 11, 5, 3, 0))).toBe(dayOf(2025, 12, 4));
		expect(() => todayIn('Mars/Olympus', instant)).toThrow(RangeError);
	});

	test('holds before the year 1', () => {
		for (const year of [1, 0, -5]) expect(todayIn('UTC', dayOf(year, 3, 4) * 86_400_000)).toBe(dayOf(year, 3, 4));
	});
});
