import { fold } from './fold.ts';
import type { Language } from './locales.ts';

/** Alphabets of folded letters. Persian puts و before ه, Arabic ه before و. */
const ARABIC = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمن';
const ALPHABETS: Readonly<Record<'latin' | 'cyrillic' | 'persian' | 'arabic', string>> = {
	latin: 'abcdefghijklmnopqrstuvwxyz',
	cyrillic: 'абвгдежзиклмнопрстуфхцчшщъыьэюя',
	persian: `${ARABIC}وهی`,
	arabic: `${ARABIC}هوی`
};

/** The reader's own script first. */
const SCRIPTS: Readonly<Record<Language, readonly (keyof typeof ALPHABETS)[]>> = {
	en: ['latin', 'cyrillic', 'persian'],
	ru: ['cyrillic', 'latin', 'persian'],
	fa: ['persian', 'latin', 'cyrillic'],
	ar: ['arabic', 'latin', 'cyrillic']
};

/** Ranks are written as characters from here on, above the space and the digits. */
const FIRST_RANK = 0xc0;
/** What no alphabet holds comes last, by code point. */
const OUTSIDE = String.fromCodePoint(0x3f0);
const DIGITS_PADDED = 12;

const ranks = new Map<Language, ReadonlyMap<string, string>>();

/**
 * A key whose code units sort as the language's readers expect: compare with `<`, or let the database do it
 * (`ORDER BY key`, binary). Numbers in a text sort by value; ё sorts as е, й as и, hamza carriers as their letter.
 */
export function sortKey(text: string, language: Language): string {
	const table = ranksOf(language);
	let key = '';
	for (const part of fold(text).match(/\d+|\D/gu) ?? []) {
		if (/^\d/.test(part)) key += number(part);
		else if (part === ' ') key += ' ';
		else key += table.get(part) ?? `${OUTSIDE}${part}`;
	}
	return key;
}

/** Padded, with the count of digits before numbers too long for it, so that they still sort by value. */
function number(digits: string): string {
	const plain = digits.replace(/^0+(?=\d)/, '');
	return plain.length <= DIGITS_PADDED ? plain.padStart(DIGITS_PADDED, '0') : `:${String(plain.length).padStart(6, '0')}${plain}`;
}

function ranksOf(language: Language): ReadonlyMap<string, string> {
	let table = ranks.get(language);
	if (!table) {
		const letters = SCRIPTS[language].flatMap((script) => [...ALPHABETS[script]]);
		table = new Map(letters.map((letter, index) => [letter, String.fromCodePoint(FIRST_RANK + index)]));
		ranks.set(language, table);
	}
	return table;
}
