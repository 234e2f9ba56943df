import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, dayOf, daysInMonth, isoOf } from '#lib/temporal/epoch-day.ts';

describe('epoch days', () => {
	test('day 0 is 1970-01-01, and known days stand where they should', () => {
		expect(dayOf(1970, 1, 1)).toBe(0);
		expect(dayOf(2025, 12, 5)).toBe(20_427);
		expect(isoOf(20_427)).toBe('2025-12-05');
		expect(dayOf(2000, 3, 1) - dayOf(2000, 2, 28)).toBe(2);
		expect(dayOf(1900, 3, 1) - dayOf(1900, 2, 28)).toBe(1);
	});

	test('the years 0, 50 and below are themselves, not 1900 and 1950', () => {
		expect(isoOf(dayOf(0, 1, 1))).toBe('0000-01-01');
		expect(isoOf(dayOf(50, 6, 7))).toBe('0050-06-07');
		expect(isoOf(dayOf(-2025, 12, 31))).toBe('-2025-12-31');
		expect(isoOf(dayOf(12_000, 1, 1))).toBe('+12000-01-01');
		expect(daysInMonth(0, 2)).toBe(29);
	});

	test('equals Date wherever Date is right', () => {
		fc.assert(
			fc.property(fc.integer({ min: -90_000_000, max: 90_000_000 }), (day) => {
				const date = new Date(day * 86_400_000);
				const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
				expect(civilOf(day)).toEqual(civil);
				expect(dayOf(civil.year, civil.month, civil.day)).toBe(day);
			}),
			{ seed: 1, numRuns: 2000 }
		);
	});

	test('a time of day belongs to the day it is in, also before 1970', () => {
		expect(isoOf(-0.25)).toBe('1969-12-31');
		expect(isoOf(0.99)).toBe('1970-01-01');
	});
});
