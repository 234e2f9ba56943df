import { describe, expect, test } from 'vitest';
import { readTypedDate, type Typed } from '../../../../src/lib/language/date-text/typed-date.ts';
import { datesMeant } from '../../../../src/lib/language/dates-meant.ts';
import { LANGUAGES, type Language } from '../../../../src/lib/language/locales.ts';

/** 5 December 2025. */
const TODAY = 20_427;

function typed(text: string, language: Language, more: Partial<Typed> = {}) {
	const { date, said } = readTypedDate({ text, saidOn: null, ...more }, { today: TODAY, language });
	return {
		date: date?.ok ? [date.edtf, date.calendar, date.said] : (date?.code ?? null),
		said: said?.ok ? said.edtf : (said?.code ?? null)
	};
}

describe('relative words in the field of a date', () => {
	test.each([
		['by next year', '2026', 'gregorian'],
		['next month', '2026-01', 'gregorian'],
		['в следующем месяце', '2026-01', 'gregorian'],
		['الشهر المقبل', '2026-01', 'gregorian'],
		['ماه آینده', '[2025-12-22..2026-01-20]', 'persian']
	])('“%s” means the same in every page: it counts in the calendar of its own language', (text, edtf, calendar) => {
		for (const language of LANGUAGES) {
			expect(typed(text, language).date, language).toEqual([edtf, calendar, '2025-12-05']);
			expect(datesMeant(text, { today: TODAY, language }), language).toEqual([{ edtf, calendar }]);
		}
	});

	test('a calendar that is given goes before that of the words', () => {
		expect(typed('next month', 'en', { calendar: 'persian' }).date).toEqual(['[2025-12-22..2026-01-20]', 'persian', '2025-12-05']);
	});

	test('are said today unless another day is typed, in any form the reader takes', () => {
		expect(typed('next month', 'en').said).toBe('2025-12-05');
		expect(typed('next month', 'en', { saidOn: '14 Feb 2026' })).toEqual({
			date: ['2026-03', 'gregorian', '2026-02-14'],
			said: '2026-02-14'
		});
		expect(typed('ماه آینده', 'fa', { saidOn: '۱۴ بهمن ۱۴۰۴' }).said).toBe('2026-02-03');
		expect(typed('next month', 'en', { saidOn: 'yesterday' }).said).toBe('2025-12-04');
	});

	test('mean nothing while the day said is not understood, or too vague for them', () => {
		expect(typed('next month', 'en', { saidOn: 'some day' })).toEqual({ date: null, said: 'unreadable' });
		expect(typed('next month', 'en', { saidOn: '' })).toEqual({ date: null, said: 'empty' });
		expect(typed('tomorrow', 'en', { saidOn: 'December 2025' })).toEqual({ date: 'said-too-vague', said: '2025-12' });
	});

	test('words that stand by themselves have no day said', () => {
		expect(typed('14 Azar 1404', 'en', { saidOn: '1 Jan 2020' })).toEqual({ date: ['2025-12-05', 'persian', undefined], said: null });
		expect(typed('', 'en')).toEqual({ date: null, said: null });
	});
});
