import { expect, test } from 'vitest';
import { describeDate, describeDoubt } from '#lib/language/describe-date.ts';
import { LANGUAGES, LOCALES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { createTranslate, loadMessages } from '#lib/language/translate.ts';

const translators = Object.fromEntries(
	await Promise.all(LANGUAGES.map(async (language) => [language, createTranslate(language, await loadMessages(language))] as const))
);
const told = (edtf: string, language: Language, calendar: CalendarName = LOCALES[language].calendar) =>
	describeDoubt(edtf, { language, calendar, t: translators[language]! });

test.each([
	['XXXX-12-21', 'en', 'gregorian', '21 December of an unknown year'],
	['XXXX-12-21', 'ar', 'gregorian', '21 ديسمبر من سنة غير معروفة'],
	['XXXX-12-21', 'fa', 'persian', '۲۱ دسامبر سالی نامعلوم (به تقویم میلادی)'],
	['XXXX-12-21', 'ru', 'gregorian', '21 декабря неизвестного года'],
	['XXXX-12-21', 'en', 'islamic', '21 December of an unknown year (Gregorian calendar)'],
	['XXXX-12', 'en', 'gregorian', 'December of an unknown year'],
	['XXXX-12', 'ar', 'islamic', 'ديسمبر من سنة غير معروفة (بالتقويم الميلادي)'],
	['XXXX-12', 'fa', 'gregorian', 'دسامبر سالی نامعلوم'],
	['XXXX-12', 'ru', 'persian', 'декабрь неизвестного года (по григорианскому календарю)'],
	['XXXX-12-XX', 'en', 'gregorian', 'December of an unknown year'],
	['202X-12', 'en', 'gregorian', 'December of an unknown year of the 2020s'],
	['202X-12', 'ru', 'gregorian', 'декабрь неизвестного года из 2020-х годов'],
	['2025-XX-31', 'en', 'gregorian', 'the 31st of an unknown month of 2025'],
	['2025-XX-31', 'ar', 'gregorian', 'اليوم 31 من شهر غير معروف من سنة 2025'],
	['2025-XX-31', 'fa', 'persian', 'روز ۳۱ ماهی نامعلوم از سال ۲۰۲۵ (به تقویم میلادی)'],
	['2025-XX-31', 'fa', 'gregorian', 'روز ۳۱ ماهی نامعلوم از سال ۲۰۲۵ میلادی'],
	['2025-XX-31', 'ru', 'gregorian', '31-е число неизвестного месяца 2025 года'],
	['XXXX-12-21/..', 'ru', 'gregorian', 'с 21 декабря неизвестного года'],
	['XXXX/2025', 'en', 'gregorian', 'to 2025, start unknown'],
	['XXXX/2025', 'ar', 'gregorian', 'إلى 2025، والبداية غير معروفة'],
	['XXXX/2025', 'fa', 'gregorian', 'تا ۲۰۲۵ میلادی، آغاز نامعلوم'],
	['XXXX/2025', 'ru', 'gregorian', 'до 2025 года, начало неизвестно'],
	['2025/XXXX', 'en', 'gregorian', 'from 2025, end unknown']
] as const)('%s is told in %s, %s calendar, by what is known of it: %s', (edtf, language, calendar, words) => {
	expect(told(edtf, language, calendar)).toBe(words);
});

test('what is known of a pattern is told in lists as well as in sentences, and never from the year 1 BC to 9999', () => {
	for (const language of LANGUAGES) {
		for (const calendar of ['gregorian', 'persian', 'islamic'] as const) {
			for (const edtf of ['XXXX-12-21', 'XXXX-12', 'XXXX-XX-31', 'XXXX-12-1X', '2025-XX-31']) {
				const words = describeDate(edtf, { language, calendar, t: translators[language]!, style: 'short' });
				expect(words, edtf).not.toMatch(/9999|۹۹۹۹/);
			}
		}
	}
});

test('an X whose days are one stretch is told as the stretch', () => {
	expect(told('2025-12-1X', 'en')).toBe('between 10 and 19 December 2025');
	expect(told('2025-1X', 'en')).toBe('between 1 October and 31 December 2025');
	expect(told('2025-XX', 'en')).toBe('between 1 January and 31 December 2025');
});
