import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFold } from '#lib/columns/word-folder.ts';
import { fold } from '#lib/language/fold.ts';

const WORDS = [
	'Memorandum',
	'تفاهم\u200cنامه',
	'هيأة',
	'ﷺ',
	'«Коридор»',
	'Чёрное',
	'5-е',
	'۱۴۰۴',
	'—',
	'\u0301',
	'ΟΔΟΣ',
	'´',
	'a\tb',
	'…',
	'ـ'
];

test('what is folded word by word is what is folded whole, also once words are forgotten', () => {
	const folding = createFold(4);
	const text = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 8 });
	fc.assert(
		fc.property(text, fc.constantFrom(' ', '  ', '\u00A0', ' \u200F'), (words, between) => {
			expect(folding(words.join(between))).toBe(fold(words.join(between)));
		}),
		{ seed: 11, numRuns: 1000 }
	);
});
