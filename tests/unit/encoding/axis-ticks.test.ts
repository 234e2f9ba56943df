import { describe, expect, test } from 'vitest';
import { axisTextOf } from '#lib/encoding/axis.ts';
import { civilIn, dayIn } from '#lib/temporal/calendars.ts';
import { dayOf } from '#lib/temporal/epoch-day.ts';
import { GREGORIAN_TICKS, ticksOf, type Ticks } from '#lib/timeline/scale/ticks.ts';
import { LANGUAGES } from '#lib/language/locales.ts';

const CALENDARS = ['gregorian', 'persian', 'islamic'] as const;
const INTL = { gregorian: 'gregory', persian: 'persian', islamic: 'islamic-umalqura' } as const;
const measure = (text: string) => text.length * 6;
const labels = (ticks: Ticks['upper']) => ticks.map(({ label }) => label).filter((label) => label !== null);
const at = (start: number, end: number, text: Parameters<typeof ticksOf>[2], width = 1000) => ticksOf({ start, end }, width, text, measure);

describe.each(CALENDARS)('ticks in the %s calendar', (calendar) => {
	const text = axisTextOf({ language: 'en', calendar });
	const format = new Intl.DateTimeFormat(`en-u-ca-${INTL[calendar]}-nu-latn`, { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
	/** Month and day as ICU has them. */
	const icu = (day: number) => {
		const parts = new Map(format.formatToParts(day * 86_400_000).map(({ type, value }) => [type, Number(value)]));
		return [parts.get('month'), parts.get('day')];
	};

	test('every month and year from 1900 to 2077 begins on its first day by ICU, and none is left out', () => {
		const starts = text.calendar ?? GREGORIAN_TICKS;
		const [from, to] = [dayOf(1900, 1, 1), dayOf(2077, 12, 31)];
		const months = starts.months(from, to);
		expect(months.length).toBeGreaterThanOrEqual(2124);
		for (const { day, index } of months) expect(icu(day)).toEqual([index + 1, 1]);
		expect(starts.years(from, to)).toEqual(months.filter(({ index }) => index === 0).map(({ day }) => day));
		months.forEach(({ day }, index) => expect(day - (months[index - 1]?.day ?? day - 30)).toBeOneOf([28, 29, 30, 31]));
	});

	test('from millennia to minutes each extent has its units, years at their round numbers', () => {
		const middle = dayOf(2025, 12, 5);
		const seen: string[] = [];
		for (let span = 4000 * 365; span > 1 / 24; span /= 1.2) {
			const ticks = at(middle - span / 2, middle + span / 2, text);
			if (seen.at(-1) !== ticks.lowerUnit) seen.push(ticks.lowerUnit);
			expect(labels(ticks.upper).length + labels(ticks.lower).length, String(span)).toBeGreaterThan(1);
			expect(ticks.upper.length + ticks.lower.length).toBeLessThan(700);
			for (const band of [ticks.upper, ticks.lower]) {
				band.forEach(({ day }, index) => expect(day).toBeGreaterThan(band[index - 1]?.day ?? -Infinity));
			}
		}
		expect(seen).toEqual(['year', 'month', 'day', 'hour', 'minute']);
	});

	test('far out, labelled years are round and evenly apart', () => {
		const [start, end] = [dayIn(calendar, { year: 1001, month: 3, day: 1 }), dayIn(calendar, { year: 1999, month: 3, day: 1 })];
		expect(labels(at(start, end, text, 500).upper)).toEqual(['1100', '1200', '1300', '1400', '1500', '1600', '1700', '1800', '1900']);
		const short = at(start, end, text, 500).lower.map(({ day }) => civilIn(calendar, day).year);
		expect(short.slice(0, 6)).toEqual([1020, 1040, 1060, 1080, 1120, 1140]);
	});
});

describe('a calendar before its first year', () => {
	test.each([
		['en', '600 BH'],
		['ar', '600 ق.هـ'],
		['fa', '۶۰۰ پ.ه'],
		['ru', '1000 до хиджры']
	] as const)('counts backwards from the Hijra and says so (%s)', (language, expected) => {
		const text = axisTextOf({ language, calendar: 'persian' });
		const named = labels(at(dayOf(-800, 1, 1), dayOf(2200, 1, 1), text, 1400).upper);
		expect(named).toContain(expected);
		expect(new Set(named).size).toBe(named.length);
	});

	test.each(CALENDARS)('has a label where its count turns: no span is as wide as two (%s)', (calendar) => {
		const year = (number: number) => dayIn(calendar, { year: number, month: 1, day: 1 });
		for (const [from, to] of [
			[-1000, 1000],
			[-300, 90],
			[-12, 40]
		] as const) {
			const labelled = at(year(from), year(to), axisTextOf({ language: 'en', calendar }), 700).upper.filter(({ label }) => label !== null);
			expect(labelled.find(({ day }) => day === year(1))?.label).toBe('1');
			const spans = labelled.slice(1).map(({ day }, index) => day - labelled[index]!.day);
			expect(Math.max(...spans) / spans[0]!, String(spans)).toBeLessThan(1.1);
		}
	});

	test('the Gregorian one says before Christ', () => {
		const named = labels(at(dayOf(-800, 1, 1), dayOf(2200, 1, 1), axisTextOf({ language: 'en', calendar: 'gregorian' }), 1400).upper);
		expect(named).toContain('600 BC');
		expect(named).toContain('600');
	});
});

describe('hours', () => {
	const start = dayOf(2025, 12, 5);
	const text = (hourZone?: string) => axisTextOf({ language: 'en', calendar: 'gregorian', hourZone });

	test.each(['Asia/Tehran', 'Asia/Kathmandu', 'America/New_York', 'UTC'])('stand on whole ones of %s', (zone) => {
		const { lower, lowerUnit } = at(start + 0.1, start + 1.1, text(zone));
		expect(lowerUnit).toBe('hour');
		const clock = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
		expect(lower.length).toBe(24);
		for (const { day, label } of lower) {
			const shown = clock.format(Math.round(day * 86_400) * 1000);
			expect(shown).toMatch(/:00$/);
			if (label !== null) expect(label).toBe(shown);
		}
	});

	test('the zone is named beside the day, which turns at its midnight', () => {
		const tehran = at(start - 0.5, start + 0.5, text('Asia/Tehran')).upper;
		expect(labels(tehran)).toEqual(['4 Dec 2025 · UTC+3:30', '5 Dec 2025 · UTC+3:30']);
		expect(tehran[1]?.day).toBeCloseTo(start - 3.5 / 24, 9);
		expect(labels(at(start, start + 0.9, text()).upper)).toEqual(['5 Dec 2025 · UTC']);
		const fa = axisTextOf({ language: 'fa', calendar: 'persian', hourZone: 'Asia/Tehran' });
		expect(labels(at(start, start + 0.4, fa).upper)).toEqual(['۱۴ آذر ۱۴۰۴ · UTC+۳:۳۰']);
	});

	test('an hour that the clocks skip has no tick, and the name follows them', () => {
		const night = dayOf(2025, 3, 9);
		const { lower, upper } = at(night + 4 / 24, night + 20 / 24, text('America/New_York'), 750);
		const hours = labels(lower);
		expect(hours).toContain('01:00');
		expect(hours).not.toContain('02:00');
		expect(hours).toContain('03:00');
		lower.forEach(({ day }, index) => index > 0 && expect(day - (lower[index - 1]?.day ?? 0)).toBeCloseTo(1 / 24, 9));
		expect(labels(upper).map((label) => label.split(' · ')[1])).toEqual(['UTC−5', 'UTC−5']);
	});

	test('nearer than an hour, minutes are told', () => {
		const { lower, lowerUnit } = at(start + 14 / 24, start + 15 / 24, text());
		expect(lowerUnit).toBe('minute');
		expect(labels(lower).slice(0, 3)).toEqual(['14:00', '14:05', '14:10']);
	});
});

describe('a second calendar on the lower band', () => {
	const text = axisTextOf({ language: 'en', calendar: 'persian' }, 'gregorian');
	const nowruz = dayOf(2025, 3, 21);

	test('years turn at Nowruz above, Gregorian months stand below and name their year where it turns', () => {
		const { upper, lower } = at(nowruz - 200, nowruz + 500, text);
		expect(upper.some(({ day, label }) => day === nowruz && label === '1404')).toBe(true);
		expect(labels(lower)).toContain('2026');
		for (const { day } of lower) expect(civilIn('gregorian', day).day).toBe(1);
	});

	test('days are numbered in it, and the first of its months bears the name', () => {
		const { upper, lower, lowerUnit } = at(nowruz, nowruz + 40, text);
		expect(lowerUnit).toBe('day');
		expect(labels(upper)).toEqual(['Farvardin 1404', 'Ordibehesht 1404']);
		expect(lower.find(({ day }) => day === dayOf(2025, 4, 1))?.label).toBe('Apr');
	});

	test('nearer than days it tells its own days, once', () => {
		const { upper, lower } = at(nowruz, nowruz + 0.5, text);
		expect(labels(upper)).toEqual(['1 Farvardin 1404 · UTC']);
		expect(labels(lower)).toEqual(['21 Mar 2025']);
	});

	test('far out both calendars name their own round years', () => {
		const { upper, lower } = at(dayOf(1000, 1, 1), dayOf(2020, 1, 1), text);
		expect(labels(upper)).toContain('1300');
		expect(labels(lower)).toContain('1900');
	});

	test('the same calendar twice is one', () => {
		expect(axisTextOf({ language: 'en', calendar: 'persian' }, 'persian').lower).toBeUndefined();
	});
});

test('months are named as the reader’s country names them', () => {
	const day = dayOf(2025, 12, 5);
	const name = (months: 'usual' | 'levant' | 'morocco' | 'algeria') =>
		axisTextOf({ language: 'ar', calendar: 'gregorian', months }).monthAndYear(day);
	expect([name('usual'), name('levant'), name('morocco'), name('algeria')]).toEqual([
		'ديسمبر 2025',
		'كانون الأول 2025',
		'دجنبر 2025',
		'ديسمبر 2025'
	]);
	expect(axisTextOf({ language: 'fa', calendar: 'persian', months: 'afghan' }).monthAndYear(day)).toBe('قوس ۱۴۰۴');
	for (const language of LANGUAGES) expect(axisTextOf({ language, calendar: 'islamic', months: 'levant' }).month(day)).toBeTruthy();
});
