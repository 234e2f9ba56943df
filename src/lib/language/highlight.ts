import { fold, foldWithOffsets, wordsFoldedBy, type FoldedWithOffsets } from './fold.ts';
import { otherSpellings } from './other-spellings.ts';

/** From one code unit of a text up to another. */
export type Mark = readonly [start: number, end: number];

/** From this many letters on a term is marked inside a word too, as it is found there. */
const INSIDE_FROM = 3;
const ZWNJ = '\u200C';

/**
 * Where folded terms stand in a text as it is written: ascending, never touching. A term that the text holds in another
 * spelling, joined or apart, is marked where that stands.
 */
export function marksOf(text: string, terms: readonly string[]): Mark[] {
	const plain = foldWithOffsets(text);
	// A space is as long as a joiner, so places are the same.
	const views = text.includes(ZWNJ) ? [plain, foldWithOffsets(text.replaceAll(ZWNJ, ' '))] : [plain];
	const joined = withoutSpaces(plain);
	const marks: Mark[] = [];
	for (const term of terms) {
		let found = views.flatMap((view) => placesOf(view, term));
		for (const other of found.length > 0 ? [] : otherSpellings(term)) found = found.concat(views.flatMap((view) => placesOf(view, other)));
		if (found.length === 0 && joined && writtenTogether(plain.folded, term)) found = placesOf(joined, term, true);
		marks.push(...found);
	}
	return merged(marks);
}

function placesOf({ folded, starts, ends }: FoldedWithOffsets, term: string, anywhere = [...term].length >= INSIDE_FROM): Mark[] {
	const marks: Mark[] = [];
	if (term === '') return marks;
	for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
		if (anywhere || at === 0 || folded[at - 1] === ' ') marks.push([starts[at]!, ends[at + term.length - 1]!]);
	}
	return marks;
}

/** Whether a word that some write for two of this text begins with the term or holds it. */
function writtenTogether(folded: string, term: string): boolean {
	return otherSpellings(folded).some((word) => word.includes(term));
}

function withoutSpaces({ folded, starts, ends }: FoldedWithOffsets): FoldedWithOffsets | null {
	if (!folded.includes(' ')) return null;
	const kept = Array.from(folded, (_, at) => at).filter((at) => folded[at] !== ' ');
	return {
		folded: kept.map((at) => folded[at]).join(''),
		starts: kept.map((at) => starts[at]!),
		ends: kept.map((at) => ends[at]!)
	};
}

function merged(marks: readonly Mark[]): Mark[] {
	const all: [number, number][] = [];
	for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = all.at(-1);
		if (last && start <= last[1]) last[1] = Math.max(last[1], end);
		else all.push([start, end]);
	}
	return all;
}

/**
 * How well a text holds all terms: 0 it is just what was asked, 1 begins so, 2 each begins a word of it, 3 holds them; null: not.
 * @param folding equal to `fold` in what it answers; one that remembers words is quicker for many texts
 */
export function textRank(
	text: string,
	asked: string,
	terms: readonly string[],
	folding: (text: string) => string = fold
): 0 | 1 | 2 | 3 | null {
	const folded = folding(text);
	if (folded === asked) return 0;
	if (folded.startsWith(asked)) return 1;
	const words = wordsFoldedBy(folding, text);
	const begins = (term: string) => words.some((word) => word.startsWith(term));
	// Asked for in two words, written as one.
	if (terms.every(begins) || begins(terms.join(''))) return 2;
	return terms.every((term) => words.some((word) => ([...term].length >= INSIDE_FROM ? word.includes(term) : word.startsWith(term))))
		? 3
		: null;
}
