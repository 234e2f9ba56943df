import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldTerms, foldWithOffsets, foldWords } from '#lib/language/fold.ts';
import { marksOf } from '#lib/language/highlight.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import type { Language } from '#lib/language/locales.ts';

describe('folding', () => {
	test.each([
		['علي', 'علی'],
		['كتاب', 'کتاب'],
		['مُحَمَّد', 'محمد'],
		['محمـــد', 'محمد'],
		['می\u200Cخواهم', 'میخواهم'],
		['أحمد', 'احمد'],
		['مكتبة', 'مكتبه'],
		['١٤٠٤', '۱۴۰۴'],
		['۱۴۰۴', '1404'],
		['خانهٔ', 'خانه'],
		['خانۀ', 'خانه'],
		['ﻣﺤﻤﺪ', 'محمد'],
		['Пётр', 'Петр'],
		['Йод', 'иод'],
		['ﷲ', 'الله'],
		['آزاد', 'ازاد'],
		['مؤمن', 'مومن'],
		['Café', 'cafe'],
		['  two…  words ', 'two words'],
		['\u2067متن\u2069', 'متن']
	])('%s is %s', (a, b) => {
		expect(fold(a)).toBe(fold(b));
		expect(fold(a)).not.toBe('');
	});

	test.each([
		['Łódź', 'lodz'],
		['Øresund', 'oresund'],
		['Straße', 'strasse'],
		['Đurđević', 'durdevic'],
		['Þórshöfn', 'thorshofn'],
		['Æsop', 'aesop'],
		['Işık', 'isik']
	])('%s is found as %s', (written, typed) => {
		expect(fold(written)).toBe(typed);
		expect(foldWithOffsets(written).folded).toBe(typed);
	});

	test('different words stay apart', () => {
		const words = ['سال', 'شال', 'کار', 'گار', 'پدر', 'بدر', 'кот', 'код', 'man', 'men'].map(fold);
		expect(new Set(words).size).toBe(words.length);
	});

	test('folding what is folded changes nothing', () => {
		const alphabet = fc.constantFrom(...'aÉßİſKёйЁاآأإئؤءةۀكيى‌َّـ١۲ﷲﻣ .-—'.split(''));
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: alphabet }), fc.string({ unit: 'grapheme' })), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{ seed: 6, numRuns: 3000 }
		);
	});

	test('a word with a non-joiner is found joined and split', () => {
		expect(foldWords('می\u200Cخواهم بروم')).toEqual(['میخواهم', 'بروم', 'می', 'خواهم']);
		expect(foldWords('تفاهم نامه')).toEqual(['تفاهم', 'نامه', 'تفاهمنامه']);
		expect(foldWords('هیئت')).toEqual(['هییت', 'هیات']);
		expect(foldWords('هيأت')).toEqual(['هیات', 'هییت']);
		expect(foldWords('one two one')).toEqual(['one', 'two']);
		expect(foldWords(' — ')).toEqual([]);
	});
});

describe('folding with places', () => {
	const pieces = fc.constantFrom(...'aÉßİſKёйЁاآأإئؤءةۀكيى‌َّـ١۲ﷲﷺﻣΣςé한ﬁ .-—𝔄\u0301'.split(''), 'ΑΣ', '각', '½', '\u{1F1EE}');

	test('folds as folding does, with a place for every code unit', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: pieces }), fc.string({ unit: 'grapheme' })), (text) => {
				const { folded, starts, ends } = foldWithOffsets(text);
				expect(folded).toBe(fold(text));
				expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
				for (let i = 1; i < folded.length; i++) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
				for (let i = 0; i < folded.length; i++) expect(ends[i]).toBeGreaterThanOrEqual(starts[i]!);
			}),
			{ seed: 8, numRuns: 3000 }
		);
	});

	test.each([
		['مذكرة التفاهم', 'تفاهم', ['تفاهم']],
		['مُحَمَّد عابدي', 'محمد', ['مُحَمَّد']],
		['تفاهم‌نامهٔ همکاری', 'تفاهمنامه', ['تفاهم‌نامهٔ']],
		['تفاهم‌نامه همکاری', 'نامه', ['نامه']],
		['تفاهم نامه همکاری', 'تفاهمنامه', ['تفاهم نامه']],
		['تفاهمنامه', 'تفاهم‌نامه', ['تفاهمنامه']],
		['هیئت دولت', 'هيأت', ['هیئت']],
		['سال ۱۴۰۴', '1404', ['۱۴۰۴']],
		['Пётр и Ёлка', 'петр елка', ['Пётр', 'Ёлка']],
		['Café au lait', 'cafe la', ['Café', 'la']],
		['A banana', 'an', []],
		['Ali, Alina', 'ali', ['Ali', 'Ali']],
		['one two', 'two ne', ['two']]
	] as const)('in %s, %s marks %j', (text, q, marked) => {
		expect(marksOf(text, foldTerms(q)).map(([start, end]) => text.slice(start, end))).toEqual(marked);
	});
});

describe('terms of a question', () => {
	test.each([
		['تفاهم‌نامه', ['تفاهم', 'نامه']],
		['کتاب‌ها', ['کتابها']],
		['  یک\u00A0 دو  یک', ['یک', 'دو']],
		['می‌خواهم', ['می', 'خواهم']],
		['—', []]
	] as const)('%s asks for %j', (q, terms) => {
		expect(foldTerms(q)).toEqual(terms);
	});
});

describe('sort keys', () => {
	const sorted = (words: readonly string[], language: Language) =>
		words
			.map((word) => [sortKey(word, language), word] as const)
			.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))
			.map(([, word]) => word);

	test.each([
		['fa', 'احمد آزاد ایران پارس تهران چین ژاپن کابل گرجستان مصر نجف وان هرات یزد'],
		['ar', 'أحمد إيران بغداد دمشق مصر نجف هرات وان يزد'],
		['ru', 'Абакан Ёлка Ель Жуков Москва Яна'],
		['en', 'Élan elbow Zürich Москва تهران'],
		['ru', 'Москва London تهران'],
		['fa', 'تهران London Москва']
	] as const)('in %s: %s', (language, line) => {
		const words = line.split(' ');
		expect(sorted(words.toReversed(), language)).toEqual(words);
	});

	test('numbers sort by value, whatever their digits and length', () => {
		const names = [
			'Session 2',
			'Session 9',
			'Session ۱۰',
			'Session 010a',
			'Session 123456789012',
			'Session 1234567890123',
			'Session 99999999999999'
		];
		expect(sorted(names.toReversed(), 'en')).toEqual(names);
	});

	test('a shorter name comes before the longer one it begins', () => {
		expect(sorted(['Iran and Iraq', 'Iranian', 'Iran'], 'en')).toEqual(['Iran', 'Iran and Iraq', 'Iranian']);
	});

	test.each(['fa', 'ar', 'ru', 'en'] as const)('agrees with the collator of %s on folded words of its alphabet', (language) => {
		const letters = {
			fa: 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی',
			ar: 'ابتثجحخدذرزسشصضطظعغفقلمنهو',
			ru: 'абвгдежзклмнопрстуфхцчшщъыьэюя',
			en: 'abcdefghijklmnopqrstuvwxyz'
		};
		const collator = new Intl.Collator(language);
		const word = fc.string({ unit: fc.constantFrom(...letters[language]), minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const [ka, kb] = [sortKey(a, language), sortKey(b, language)];
				expect(ka < kb ? -1 : Number(ka > kb)).toBe(Math.sign(collator.compare(a, b)));
			}),
			{ seed: 7, numRuns: 3000 }
		);
	});
});
