import { foldTerms, foldWords } from '#lib/language/fold.ts';
import type { Text } from '#lib/domain/text.ts';

/** From this many letters on a term may stand inside a word; a shorter one only begins it. */
const INSIDE_FROM = 3;

/** Folded terms of a typed question, each once. Empty: nothing is asked. */
export function searchTerms(q: string): readonly string[] {
	return foldTerms(q);
}

/** Whether a folded term is long enough to be found inside words, too. */
export function isHeldInside(term: string): boolean {
	return [...term].length >= INSIDE_FROM;
}

/** Whether folded text holds a folded term: as a word's beginning, or anywhere from three letters on. */
export function holdsTerm(folded: string, term: string): boolean {
	return isHeldInside(term) ? folded.includes(term) : folded.startsWith(term) || folded.includes(` ${term}`);
}

/** Every language of a text, and other spellings, as one folded text: words after a space, so that a word's beginning is easily found. */
export function foldedText(text: Text | null | undefined, spellings: readonly string[] = []): string {
	return [...Object.values(text ?? {}), ...spellings].map((part) => foldWords(part).join(' ')).join(' ');
}

/** Whether every term is held by some of the folded texts. */
export function textMatches(terms: readonly string[], folded: readonly string[]): boolean {
	return terms.every((term) => folded.some((text) => holdsTerm(text, term)));
}
