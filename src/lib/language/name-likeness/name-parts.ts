import { fold } from '../fold.ts';
import { soundCodes, type SoundCodes } from './compare-sounds.ts';
import { scriptOf, soundsOf, type Script, type Sound } from './sounds.ts';

/** One word of a name. */
export interface NamePart {
	/** Folded. */
	readonly text: string;
	readonly script: Script;
	readonly sounds: readonly Sound[];
	/** What its sounds count for together. */
	readonly weight: number;
	/** The sounds to be compared; without the article, where it may begin with one. */
	readonly codes: SoundCodes;
	readonly codesWithoutArticle: SoundCodes | null;
	/** A first letter with a point: any name that begins so may be meant. */
	readonly initial: boolean;
	/** It may begin with the Arabic article, which other scripts write apart or leave out. */
	readonly article: boolean;
	/** A number is no spelling: it agrees with itself alone. */
	readonly digits: boolean;
}

/** A name taken apart, once, to be compared with many. */
export interface Name {
	/** As it was written. */
	readonly written: string;
	/** Folded, its parts joined by spaces. */
	readonly folded: string;
	readonly parts: readonly NamePart[];
	/** Runs of two and three parts written as one word: عبد اللهيان is عبداللهیان to others. */
	readonly joined: readonly JoinedParts[];
	/** Letters of the parts before the only comma, which puts the family name first: "Abedi, Meysam". 0: there is none. */
	readonly lettersBeforeComma: number;
}

export interface JoinedParts {
	readonly part: NamePart;
	/** Number of the first part, and how many there are. */
	readonly at: number;
	readonly length: number;
}

/** Latin letters whose marks are not an accent but another sound; folding would lose it. */
const MARKED: Readonly<Record<string, string>> = {
	š: 'sh',
	ş: 'sh',
	ș: 'sh',
	č: 'ch',
	ç: 'ch',
	ž: 'zh',
	ğ: 'gh',
	ḫ: 'kh',
	ẖ: 'kh',
	ġ: 'gh'
};
const MARKED_LETTER = new RegExp(`[${Object.keys(MARKED).join('')}]`, 'gu');
/** Signs for ع and hamza, and the Russian soft sign in Latin letters: they part no words. */
const APOSTROPHES = /['’‘`´ʻʼʽʾʿʹ]/gu;

/** Words before a name that are none of it, folded. */
const HONORIFICS = new Set(
	[
		'mr mrs ms dr prof sir eng h e hon haj hajj sheikh seyyed sayyed sayyid sayed seyed',
		'دکتر آقای خانم مهندس سید السيد السیده الدکتور دکتور المهندس الشیخ شیخ حاج حاجی استاد الاستاذ',
		'господин госпожа доктор сейед сейид'
	].flatMap((row) => row.split(' ').map((word) => fold(word)))
);
/** The article that a Latin or Cyrillic spelling writes apart or leaves out. */
const ARTICLES = new Set(['al', 'el', 'ul', 'аль', 'эль', 'ал', 'ال']);

const COMMA = /[,،]/u;

const known = new Map<string, Name>();
const MOST_KNOWN = 5_000;

/** The parts of a name; honorifics and a separate article are left out where anything else remains. */
export function nameOf(written: string): Name {
	const made = known.get(written);
	if (made) return made;
	const plain = written
		.normalize('NFC')
		.toLowerCase()
		.replace(MARKED_LETTER, (letter) => MARKED[letter] ?? letter)
		.replace(APOSTROPHES, '');
	const parts = wordsOf(plain).map(partOf);
	const [before, ...after] = plain.split(COMMA);
	const lettersBeforeComma = after.length === 1 && before !== undefined ? wordsOf(before).join('').length : 0;
	const name = { written, folded: parts.map(({ text }) => text).join(' '), parts, joined: joinedParts(parts), lettersBeforeComma };
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(written, name);
	return name;
}

function wordsOf(text: string): string[] {
	const words = fold(text)
		.split(' ')
		.filter((word) => word !== '');
	const own = words.filter((word) => !HONORIFICS.has(word) && !ARTICLES.has(word));
	return own.length > 0 ? own : words;
}

/** A part from its folded text. */
export function partOf(text: string): NamePart {
	const [script, sounds, digits] = [scriptOf(text), soundsOf(text), /\d/.test(text)];
	const article = script === 'arabic' && text.length >= 5 && text.startsWith('ال');
	const codes = soundCodes(sounds);
	return {
		text,
		script,
		sounds,
		weight: codes.weight,
		codes,
		codesWithoutArticle: article ? soundCodes(sounds.slice(1)) : null,
		initial: text.length === 1 && !digits,
		article,
		digits
	};
}

function joinedParts(parts: readonly NamePart[]): JoinedParts[] {
	return [2, 3].flatMap((length) =>
		parts.slice(0, Math.max(0, parts.length - length + 1)).map((_, at) => {
			const text = parts
				.slice(at, at + length)
				.map((part) => part.text)
				.join('');
			return { part: partOf(text), at, length };
		})
	);
}
