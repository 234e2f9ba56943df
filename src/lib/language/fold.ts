import { otherSpellings } from './other-spellings.ts';

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
	ء: '',
	// At a word's end, where alone it is written so.
	ς: 'σ',
	// Latin letters that come apart into no letter and mark.
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ı: 'i',
	ŋ: 'n',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	þ: 'th'
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

/** A folded text, and where in the text it was folded from each of its code units stands. */
export interface FoldedWithOffsets {
	readonly folded: string;
	/** Code unit of the text at which the character begins that became each code unit of `folded`. */
	readonly starts: readonly number[];
	/** Code unit after that character, with the marks and joiners that follow it. */
	readonly ends: readonly number[];
}

/** As `fold`, character by character: ten times slower, for the few texts that are shown with what was found in them. */
export function foldWithOffsets(text: string): FoldedWithOffsets {
	let folded = '';
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	let apart = false;
	for (const character of text) {
		const from = at;
		at += character.length;
		if (LEFT_OUT.test(character)) {
			if (!apart && ends.length > 0) {
				// Belongs to the character before it, which may have become several.
				for (let i = ends.length - 1, end = ends[i]; i >= 0 && ends[i] === end; i--) ends[i] = at;
			}
			continue;
		}
		const [first, ...rest] = foldCharacter(character);
		if (first === undefined) continue;
		for (const letter of [first, ...rest]) {
			if (letter === ' ') {
				apart = true;
				continue;
			}
			if (apart && folded !== '') {
				folded += ' ';
				starts.push(from);
				ends.push(from);
			}
			apart = false;
			folded += letter;
			for (let unit = 0; unit < letter.length; unit++) {
				starts.push(from);
				ends.push(at);
			}
		}
	}
	return { folded, starts, ends };
}

const LEFT_OUT = /^[\p{M}\u00AD\u0640\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]$/u;

/** What `fold` makes of one character, before spaces are put together and cut off at the ends. */
function foldCharacter(character: string): string {
	return character
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFKD')
		.replace(INVISIBLE, '')
		.replace(/\p{M}/gu, '')
		.replace(MAPPED, (letter) => LETTERS[letter] ?? letter)
		.replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/**
 * The folded words of a text, each once, in order, and after them what else they may be written as. A word with a zero-width
 * non-joiner comes both joined and split: می‌خواهم is written میخواهم and می خواهم too; so does a compound written apart,
 * and a word of two spellings comes in both (see `otherSpellings`).
 */
export function foldWords(text: string): string[] {
	return wordsFoldedBy(fold, text);
}

/** As `foldWords`, for who folds many texts and remembers how. @param folding equal to `fold` in what it answers */
export function wordsFoldedBy(folding: (text: string) => string, text: string): string[] {
	const folded = folding(text);
	const words = new Set(split(folded));
	for (const other of otherSpellings(folded)) words.add(other);
	if (text.includes(ZWNJ)) {
		const apart = folding(text.replaceAll(ZWNJ, ' '));
		for (const word of split(apart)) words.add(word);
		for (const other of otherSpellings(apart)) words.add(other);
	}
	return [...words];
}

/**
 * The folded terms of a typed question, each once. What a zero-width non-joiner parts is asked for part by part, so that it is
 * found joined, apart and with one; but not where a part is so short that it is found at the beginning of words only.
 */
export function foldTerms(q: string): string[] {
	const terms = q.split(BLANKS).flatMap((word) => {
		const [first, ...rest] = word.split(ZWNJ).map(fold);
		return rest.length > 0 && rest.every((part) => part.length >= 3) ? split([first, ...rest].join(' ')) : split(fold(word));
	});
	return [...new Set(terms)].filter((term) => term !== '');
}

const ZWNJ = '\u200C';
const BLANKS = /\s+/u;

function split(folded: string): string[] {
	return folded ? folded.split(' ') : [];
}
