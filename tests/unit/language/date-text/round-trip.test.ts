import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOfDate } from '#lib/language/date-text/words-of-date.ts';
import { readDateText } from '#lib/language/date-text/read-date-text.ts';
import { formatDay, formatMonth } from '#lib/language/format-day.ts';
import { LANGUAGES, LOCALES, type CalendarName, type Language } from '#lib/language/locales.ts';
import { messages as ar } from '#lib/language/messages/ar.ts';
import { messages as en } from '#lib/language/messages/en.ts';
import { messages as fa } from '#lib/language/messages/fa.ts';
import { messages as ru } from '#lib/language/messages/ru.ts';
import { createTranslate } from '#lib/language/translate.ts';
import { civilIn, dayIn } from '#lib/temporal/calendars.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import { dayOf, isoOf } from '#lib/temporal/epoch-day.ts';
import { parseEdtf } from '#lib/temporal/edtf.ts';

const CALENDARS: readonly CalendarName[] = ['gregorian', 'persian', 'islamic'];
const MESSAGES = { en, ar, fa, ru };
const SEED = 20251205;

const language = fc.constantFrom(...LANGUAGES);
const calendar = fc.constantFrom(...CALENDARS);
/** Years whose digits are four in all three calendars. */
const day = fc.integer({ min: dayOf(1700, 1, 1), max: dayOf(2099, 12, 31) });
const edtf = (text: string, options = {}) => {
	const result = readDateText(text, options);
	return result.ok ? result.edtf : `${text}: ${result.code} at ${result.position}`;
};

describe('what the product writes, it reads', () => {
	test('every day, in every language, calendar and length', () => {
		fc.assert(
			fc.property(day, language, calendar, fc.constantFrom('long', 'medium', 'short'), (at, language, calendar, style) => {
				const result = readDateText(formatDay(at, { language, calendar, style }), { calendar });
				expect(result).toMatchObject({ ok: true, edtf: isoOf(at), calendar, flags: [] });
			}),
			{ seed: SEED, numRuns: 3000 }
		);
	});

	test('every month, as the days it has', () => {
		fc.assert(
			fc.property(day, language, calendar, (at, language, calendar) => {
				const { year, month } = civilIn(calendar, at);
				const result = readDateText(formatMonth({ year, month }, { language, calendar, width: 'long' }), { calendar });
				expect(result.ok && [result.edges.earliestStart, result.edges.latestEnd]).toEqual([
					dayIn(calendar, { year, month, day: 1 }),
					dayIn(calendar, { year, month: month + 1, day: 1 })
				]);
			}),
			{ seed: SEED, numRuns: 1000 }
		);
	});

	/** Each by a form the product has for it; "1900–1999" is left out, for it may as well have lasted. */
	const FORMS = (
		'2025 2025-12 2025-12~ 2025-12-05? 2025-12-05 2025-12-04/2025-12-05 2025-10/2025-12 2022/2024 2026/.. 2026/ /2025-12-05 [2022,2023] {2022,2023} ' +
		'[2026..] [..2024] 199X 2026-22 2026-24 2026-33 2026-37 2026-40 2025% -0063 2025-12-05T14:30 2025-12-28/2026-01-03 [2025-12-05..2026-03-31]'
	).split(' ');

	test.each(LANGUAGES)('doubt, spans and limits in %s, as the sentence of the reading tells them', (language: Language) => {
		const t = createTranslate(language, MESSAGES[language]);
		const wrong = FORMS.flatMap((text) =>
			(['gregorian', LOCALES[language].calendar] as const).flatMap((calendar) => {
				// A doubt behind the second calendar's brackets is not read.
				if (text === '2025%' && calendar === 'persian') return [];
				const words = wordsOfDate(text, language, t, calendar);
				const again = readDateText(words, { language, calendar });
				return again.ok && JSON.stringify(again.edges) === JSON.stringify(edgesOf(text)) ? [] : [`${text}: ${words}`];
			})
		);
		expect(wrong).toEqual([]);
	});

	test('months of one calendar with the exact span of another behind them are that span, doubt and all', () => {
		expect(edtf('دی ۱۴۰۳ تا دی ۱۴۰۴ (۲۰۲۵ میلادی)')).toBe('2025');
		expect(edtf('حدود آذر تا دی ۱۴۰۴ (دسامبر ۲۰۲۵)')).toBe('2025-12~');
	});
});

describe('whatever is typed', () => {
	const words = fc.constantFrom(
		...[
			'14',
			'Azar',
			'1404',
			'2025',
			'next',
			'year',
			'by',
			'the',
			'end',
			'of',
			'-',
			'/',
			'(',
			')',
			'~',
			'?',
			'between',
			'and',
			'last',
			'Friday'
		],
		...[
			'سال',
			'آینده',
			'تا',
			'پایان',
			'آذر',
			'۵',
			'قبل',
			'بعد',
			'أسبوعين',
			'العام',
			'المقبل',
			'الموافق',
			'من',
			'إلى',
			'و',
			'05/06/2025',
			'12:30'
		],
		...[
			'до',
			'конца',
			'года',
			'через',
			'две',
			'недели',
			'с',
			'по',
			'декабря',
			'в',
			'II',
			'квартал',
			'half',
			'first',
			's',
			'century',
			'early',
			'AH',
			'5'
		]
	);
	const typed = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.array(words, { maxLength: 7 }).map((list) => list.join(' '))
	);

	test('is either read as EDTF with its edges, or refused with a position inside the text', () => {
		fc.assert(
			fc.property(typed, fc.option(day, { nil: undefined }), (text, said) => {
				const result = readDateText(text, said === undefined ? {} : { said });
				if (result.ok) {
					expect(parseEdtf(result.edtf).ok).toBe(true);
					expect(result.edges).toEqual(edgesOf(result.edtf));
				} else {
					expect(result.position).toBeGreaterThanOrEqual(0);
					expect(result.position).toBeLessThanOrEqual(text.length);
					for (const choice of result.choices) expect(parseEdtf(choice.edtf).ok).toBe(true);
				}
			}),
			{ seed: SEED, numRuns: 6000 }
		);
	});
});

/** The slow twin: looks at every day, one by one, from the day said on. */
describe('weekdays and months counted from the day said', () => {
	const isoWeekday = (at: number) => new Date(at * 86_400_000).getUTCDay();
	const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

	test('are those a walk over the days finds', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 6 }), (said, weekday) => {
				let back = said;
				while (isoWeekday(back) !== weekday) back--;
				let ahead = said + 1;
				while (isoWeekday(ahead) !== weekday) ahead++;
				let before = said - 1;
				while (isoWeekday(before) !== weekday) before--;
				expect(edtf(NAMES[weekday]!, { said })).toBe(isoOf(back));
				expect(edtf(`next ${NAMES[weekday]}`, { said })).toBe(isoOf(ahead));
				expect(edtf(`last ${NAMES[weekday]}`, { said })).toBe(isoOf(before));
			}),
			{ seed: SEED, numRuns: 300 }
		);
	});

	test('“last” is the latest such month that was over, “next” the first that had not begun', () => {
		const MONTHS = [
			'January',
			'February',
			'March',
			'April',
			'May',
			'June',
			'July',
			'August',
			'September',
			'October',
			'November',
			'December'
		];
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 12 }), (said, month) => {
				const walk = (step: 1 | -1) => {
					let at = said;
					const own = isoOf(said).slice(0, 7);
					while (Number(isoOf(at).slice(5, 7)) !== month || isoOf(at).slice(0, 7) === own) at += step;
					return isoOf(at).slice(0, 7);
				};
				expect(edtf(`last ${MONTHS[month - 1]}`, { said })).toBe(walk(-1));
				expect(edtf(`next ${MONTHS[month - 1]}`, { said })).toBe(walk(1));
			}),
			{ seed: SEED, numRuns: 200 }
		);
	});
});
