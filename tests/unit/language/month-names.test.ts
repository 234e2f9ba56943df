import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/language/locales.ts';
import { isMonthNames, MONTH_NAMES, monthName, monthNamesFor } from '#lib/language/month-names.ts';

describe('month names by country', () => {
	test.each([
		['ar-LB,ar;q=0.9', 'levant'],
		['en-GB, ar-IQ;q=0.8', 'levant'],
		['ar-MA', 'morocco'],
		['ar-TN,fr', 'algeria'],
		['fa-AF', 'afghan'],
		['prs', 'afghan'],
		['ar-EG,ar-LB;q=0.5', 'levant'],
		['ar', 'usual'],
		['', 'usual'],
		['*', 'usual']
	] as const)('%j asks for %s', (asked, names) => {
		expect(monthNamesFor(asked)).toBe(names);
	});

	test('each family has twelve names, all different, and leaves other languages alone', () => {
		for (const names of MONTH_NAMES) {
			for (const language of LANGUAGES) {
				for (const calendar of ['gregorian', 'persian', 'islamic'] as const) {
					const all = Array.from({ length: 12 }, (_, index) => monthName(calendar, index + 1, language, 'long', 'plain', names));
					expect(new Set(all).size).toBe(12);
					if (language === 'en' || language === 'ru') expect(all[0]).toBe(monthName(calendar, 1, language, 'long'));
				}
			}
		}
		expect(monthName('gregorian', 12, 'ar', 'short', 'plain', 'levant')).toBe('كانون الأول');
		expect(isMonthNames('levant')).toBe(true);
		expect(isMonthNames('cairo')).toBe(false);
	});

	test('Jalali months in Arabic are spelt right', () => {
		const all = Array.from({ length: 12 }, (_, index) => monthName('persian', index + 1, 'ar', 'long'));
		expect(all.join(' ')).toBe('فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند');
	});
});
