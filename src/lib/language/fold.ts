/**
 * Folding makes spellings of one word equal: Arabic and Persian letters, hamza carriers, vowel marks, digits, case, ё
 * and й. The index and the query are folded alike; nothing folded is ever shown. (Collators are no substitute: in none
 * of the four languages do they match ك with ک or أ with ا.)
 */

/** Letters that stand for another once their marks are off (decomposing has already made أ ا, ئ ي, ё е and й и). */
const LETTERS: Readonly<Record<string, string>> = {
	ي: 'ی',
	ى: 'ی',
	ې: 'ی',
	ك: 'ک',
	ٱ: 'ا',
	ة: 'ه',
	ە: 'ه',
	ہ: 'ه',
	ھ: 'ه',
	ء: ''
};
const MAPPED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
/** Joiners, direction characters, soft hyphen, tatweel, the ezafe hamza, byte order mark: written or left out as one likes. */
const INVISIBLE = /[\u00AD\u0640\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const ASCII = /^[\x00-\x7f]*$/;
const NO_ASCII_WORD = /[^a-z0-9]+/g;
const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/gu;

/** The text as search sees it: folded letters and ASCII digits, words parted by one space. */
export function fold(text: string): string {
	// Half of all texts are plain ASCII: nothing to compose, map or leave out but what is no letter or digit.
	if (ASCII.test(text)) return text.toLowerCase().replace(NO_ASCII_WORD, ' ').trim();
	return text
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKD')
		.replace(INVISIBLE, '')
		.replace(/\p{M}/gu, '')
		.replace(MAPPED, (letter) => LETTERS[letter] ?? letter)
		.replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * The folded words of a text, each once, in order. A word with a zero-width non-joiner comes both joined and split:
 * می‌خواهم is written میخواهم and می خواهم too.
 */
export function foldWords(text: string): string[] {
	const words = new Set(split(fold(text)));
	if (text.includes(ZWNJ)) for (const word of split(fold(text.replaceAll(ZWNJ, ' ')))) words.add(word);
	return [...words];
}

const ZWNJ = '\u200C';

function split(folded: string): string[] {
	return folded ? folded.split(' ') : [];
}
