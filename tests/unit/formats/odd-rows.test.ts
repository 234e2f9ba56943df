import { describe, expect, test } from 'vitest';
import { suggestMapping } from '#lib/formats/mapping-suggestion.ts';
import { isHeaderAgain, isTotal } from '#lib/formats/odd-rows.ts';
import { arabicOrPersian } from '#lib/formats/script-language.ts';

describe('rows that are no records', () => {
	const columns = ['Title', 'Date', 'Date (2)', '#4'];
	test('the headers once more are known, a second column of one name and one without among them', () => {
		expect(isHeaderAgain(['Title', ' Date', 'Date', ''], columns)).toBe(true);
		expect(isHeaderAgain(['Title', 'Date', '2024', ''], columns)).toBe(false);
		expect(isHeaderAgain(['Title'], ['Title'])).toBe(false);
		expect(isHeaderAgain(['', '', '', ''], columns)).toBe(false);
	});

	test.each([
		[['Total', '3', '', ''], true],
		[['', 'Итого:', '12', ''], true],
		[['جمع کل', '۱۲', ''], true],
		[['المجموع', '', '٤'], true],
		[['Total war ends', '1945', ''], false],
		[['Total', 'a meeting', 'Moscow'], false],
		[['Talks', '3', ''], false]
	])('%j looks like a sum: %s', (cells, sum) => {
		expect(isTotal(cells)).toBe(sum);
	});
});

describe('Arabic or Persian', () => {
	test('is told by all that a table shows: letters, figures, joints inside words', () => {
		expect(arabicOrPersian(['نشست', 'تاریخ'])).toBe('fa');
		expect(arabicOrPersian(['نشست', '۱۴۰۴'])).toBe('fa');
		expect(arabicOrPersian(['اجتماع', '١٤٤٧'])).toBe('ar');
		expect(arabicOrPersian(['اجتماع اللجنة'])).toBe('ar');
		expect(arabicOrPersian(['نشست'])).toBeNull();
	});

	test('of a table whose titles show nothing is told by its headers and other columns', () => {
		const rows = [
			['نشست', '1404/10/01'],
			['دور', '1403/12/30']
		].map((cells, at) => ({ row: at + 2, cells }));
		expect(suggestMapping(['عنوان', 'تاریخ'], rows).mapping.language).toBe('fa');
	});
});
