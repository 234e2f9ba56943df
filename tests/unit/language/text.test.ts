import { describe, expect, test } from 'vitest';
import { hasBidiControls, isolate, showBidiControls, stripBidi } from '#lib/language/bidi.ts';
import { formatDigits, formatNumber, formatRangeOfNumbers } from '#lib/language/format-number.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';

describe('direction', () => {
	test('a text is closed off in the direction of its own language, whatever it begins with', () => {
		expect(isolate('Stryker: حمله', 'fa')).toBe('\u2067Stryker: حمله\u2069');
		expect(isolate('2025-12-05', 'en')).toBe('\u20662025-12-05\u2069');
	});

	test('characters that reorder are found, shown and taken away; marks are only shown and taken away', () => {
		expect(hasBidiControls('a\u202Eb')).toBe(true);
		expect(hasBidiControls('a\u2067b')).toBe(true);
		expect(hasBidiControls('a\u200Eb می\u200Cخواهم')).toBe(false);
		expect(showBidiControls('a\u202Eb\u200F')).toBe('a⟨U+202E⟩b⟨U+200F⟩');
		expect(stripBidi(isolate('متن', 'fa'))).toBe('متن');
		expect(stripBidi('می\u200Cخواهم')).toBe('می\u200Cخواهم');
	});
});

describe('numbers', () => {
	test('take the digits and separators of the reader', () => {
		expect(formatNumber(12345.5, 'en')).toBe('12,345.5');
		expect(formatNumber(12345.5, 'fa')).toBe('۱۲٬۳۴۵٫۵');
		expect(formatNumber(12345, 'ar')).toBe('12,345');
		expect(formatNumber(12345, 'ru')).toBe('12\u00A0345');
		expect(formatDigits(5, 'fa', 2)).toBe('۰۵');
	});

	test('a range says which of its ends is open', async () => {
		const en = createTranslate('en', await loadMessages('en'));
		const fa = createTranslate('fa', await loadMessages('fa'));
		expect(formatRangeOfNumbers({ min: 5, max: 5 }, en, 'en')).toBe('5');
		expect(formatRangeOfNumbers({ min: 6, max: null }, en, 'en')).toBe('6 or more');
		expect(formatRangeOfNumbers({ min: 4, max: 6 }, en, 'en')).toBe('4–6');
		expect(formatRangeOfNumbers({ min: null, max: 3 }, en, 'en')).toBe('at most 3');
		expect(formatRangeOfNumbers({ min: null, max: null }, en, 'en')).toBe('');
		expect(formatRangeOfNumbers({ min: 0, max: 0 }, en, 'en')).toBe('0');
		expect(formatRangeOfNumbers({ min: 4, max: 6 }, fa, 'fa')).toBe('۴ تا ۶');
	});
});
