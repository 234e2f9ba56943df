import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#lib/language/locales.ts';
import { isMonthNames, MONTH_NAMES, monthName, monthNamesFor, monthNamesIn } from '#lib/language/month-names.ts';

describe('month names by country', () => {
	test.each([
		['ar-LB,ar;q=0.9', 'ar', 'levant'],
		['en-GB, ar-IQ;q=0.8', 'ar', 'levant'],
		['ar-MA', 'ar', 'morocco'],
		['ar-TN,fr', 'ar', 'algeria'],
		['ar,ar-SY;q=0.8', 'ar', 'levant'],
		['fa-AF', 'fa', 'afghan'],
		['prs', 'fa', 'afghan'],
		['fa-AF,ar-LB', 'ar', 'levant'],
		['fa-AF,ar-LB', 'en', 'usual'],
		['ar-EG,ar-LB;q=0.5', 'ar', 'usual'],
		['fa-IR,fa-AF;q=0.5', 'fa', 'usual'],
		['ar', 'ar', 'usual'],
		['', 'ar', 'usual'],
		['*', 'fa', 'usual']
	] as const)('%j asks for the months of a country in %s: %s', (asked, language, names) => {
		expect(monthNamesFor(asked, language)).toBe(names);
	});

	test('Arabic and Persian readers can choose among those of their own language, others have no choice', () => {
		expect(LANGUAGES.map((language) => [language, monthNamesIn(language)])).toEqual([
			['en', ['usual']],
			['ar', ['usual', 'levant', 'morocco', 'algeria']],
			['fa', ['usual', 'afghan']],
			['ru', ['usual']]
		]);
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
