import { fold } from '../fold.ts';
import { phrasesFrom } from './vocabulary.ts';

/** A number, a word or a sign of a typed text; `at` and `end` are offsets in the text as it was typed. */
export interface Token {
	readonly kind: 'number' | 'word' | 'sign';
	/** Words folded, digits in ASCII. */
	readonly text: string;
	readonly at: number;
	readonly end: number;
	/** Whether a blank stands before it. */
	readonly gap: boolean;
}

const PIECE = /(\p{Nd}+)|([\p{L}\p{M}][\p{L}\p{M}\u200C\u200D\u0640'’ʼ]*)|([\s\p{Cf}\u0640]+)|(.)/gsu;
const ZWNJ = '\u200C';
/** Arabic writes "and", "in" and "for" as a letter joined to the next word. */
const JOINED = new Set(['و', 'ب', 'ل']);

/** The pieces of a text. Dashes come out as `-`, commas are left out: no date depends on one. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let gap = false;
	for (const match of text.matchAll(PIECE)) {
		const [piece, number, word, blank] = match;
		const at = match.index;
		const end = at + piece.length;
		if (blank !== undefined) {
			gap = true;
			continue;
		}
		if (number !== undefined) tokens.push({ kind: 'number', text: fold(number), at, end, gap });
		else if (word !== undefined) tokens.push(...wordsIn(word, at, gap));
		else if (!/[,،;؛"“”«»]/u.test(piece)) tokens.push({ kind: 'sign', text: signOf(piece), at, end, gap });
		gap = false;
	}
	return tokens;
}

function signOf(piece: string): string {
	if (/\p{Pd}|−/u.test(piece)) return '-';
	return piece === '؟' ? '?' : piece;
}

/** One word, or several where no phrase begins with it: parts beside a non-joiner, a letter joined to the next word. */
function wordsIn(word: string, at: number, gap: boolean): Token[] {
	const text = fold(word).replaceAll(' ', '');
	const whole: Token = { kind: 'word', text, at, end: at + word.length, gap };
	if (phrasesFrom(text).length > 0) return [whole];
	const parts = word.split(ZWNJ);
	if (parts.length > 1) {
		let from = at;
		return parts.flatMap((part, n) => {
			const words = part ? wordsIn(part, from, n === 0 && gap) : [];
			from += part.length + 1;
			return words;
		});
	}
	const [first = ''] = text;
	const rest = text.slice(1);
	if (JOINED.has(first) && phrasesFrom(rest).length > 0) {
		const joint = first === 'و' ? 'و' : 'في';
		return [
			{ ...whole, text: fold(joint), end: at + 1 },
			{ ...whole, text: rest, at: at + 1, gap: false }
		];
	}
	return [whole];
}
