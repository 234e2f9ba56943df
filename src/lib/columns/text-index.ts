import { foldWords } from '#lib/language/fold.ts';
import { COMPOUND_PARTS } from '#lib/language/other-spellings.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { factsOf } from '#lib/filter/facts.ts';
import { foldedText, searchTerms, textMatches } from '#lib/filter/text-match.ts';
import type { ColumnSet } from './column-set.ts';
import { Dictionary } from './dictionary.ts';
import { decodePostings, PostingsDraft, type Postings } from './postings.ts';
import { holdsNamed, markNamed, namedHits } from './text-mask.ts';
import { createWordFolder } from './word-folder.ts';

/** Vocabularies are one text, each word after this sign, which no folded word holds. */
const BREAK = '\n';
/** From this many letters on a term may stand inside a word; see `holdsTerm`. */
const INSIDE_FROM = 3;

/** Which rows' own texts hold a term, for sets too large to read through. Answers as `textMask` does. */
export interface TextIndex {
	/** 1 for every row that the question finds: by its own texts here, or by names of its track, topics and actors in the set. */
	find(set: ColumnSet, q: string): Uint8Array;
	/** The folded texts of a row as they are now, in place of those it was built with. */
	set(row: number, folded: readonly string[]): void;
	/** The same of a record. */
	setRecord(row: number, body: RecordBody): void;
	/** Rows set since it was built. Past some thousands, build anew. */
	readonly changed: number;
	/** What `textIndexFromParts` reads on another thread; rows set since are not in it. */
	readonly parts: TextIndexParts;
}

export interface TextIndexParts extends Postings {
	readonly vocabulary: string;
}

export interface TextIndexBuilder {
	/** Folded texts (`foldedText`) of a row. */
	add(row: number, folded: readonly string[]): void;
	/** The texts a record is found by itself: title, other titles and spellings, summary, place. Folded here, and faster. */
	addRecord(row: number, body: RecordBody): void;
	/** The builder is spent. */
	finish(): TextIndex;
}

/** @param options.shared Postings on shared memory. */
export function createTextIndexBuilder(options: { readonly shared?: boolean } = {}): TextIndexBuilder {
	const words = new Dictionary();
	const draft = new PostingsDraft();
	// They come first, so that a code tells whether a word is one: what may be joined needs its whole text.
	for (const part of COMPOUND_PARTS) words.code(part);
	const codesOf = createWordFolder((part) => foldWords(part).map((word) => words.code(word)));
	return {
		add(row, folded) {
			const codes = new Set<number>();
			for (const text of folded) for (const word of text.split(' ')) if (word !== '') codes.add(words.code(word));
			draft.add(row, codes);
		},
		addRecord(row, body) {
			const codes = new Set<number>();
			for (const text of textsOf(body)) {
				let joins = false;
				for (const code of codesOf(text)) {
					codes.add(code);
					joins ||= code < COMPOUND_PARTS.length;
				}
				if (joins) for (const word of foldWords(text)) codes.add(words.code(word));
			}
			draft.add(row, codes);
		},
		finish: () =>
			textIndexFromParts({
				vocabulary: BREAK + words.values.map((word) => word + BREAK).join(''),
				...draft.finish(words.values.length, options.shared ?? false)
			})
	};
}

export function textIndexFromParts(parts: TextIndexParts): TextIndex {
	const { vocabulary } = parts;
	const starts = startsOf(vocabulary, parts.ends.length);
	const overlay = new Map<number, readonly string[]>();
	return {
		parts,
		find(set, q) {
			const terms = searchTerms(q);
			// A row that has held all terms so far stands at their number. Rows set since are asked one by one.
			const held = new Uint8Array(set.count);
			if (terms.length > 254) return held;
			for (const row of overlay.keys()) if (row < set.count) held[row] = 255;
			const named = terms.map((term) => namedHits(set, term));
			terms.forEach((term, step) => {
				for (const word of wordsHolding(vocabulary, starts, term)) decodePostings(parts, word, held, step);
				markNamed(named[step]!, held, step);
			});
			for (let row = 0; row < held.length; row++) held[row] = held[row] === terms.length ? 1 : 0;
			for (const [row, folded] of overlay) {
				if (row >= set.count) continue;
				held[row] = Number(terms.every((term, step) => textMatches([term], folded) || holdsNamed(named[step]!, row)));
			}
			return held;
		},
		set: (row, folded) => void overlay.set(row, folded),
		setRecord(row, body) {
			overlay.set(
				row,
				textsOf(body).map((text) => foldedText({ en: text }))
			);
		},
		get changed() {
			return overlay.size;
		}
	};
}

/** Each word that holds the term, once. */
function* wordsHolding(vocabulary: string, starts: Uint32Array, term: string): Generator<number> {
	const asked = [...term].length >= INSIDE_FROM ? term : BREAK + term;
	for (let at = vocabulary.indexOf(asked); at >= 0;) {
		const word = wordAt(starts, asked === term ? at : at + 1);
		yield word;
		const next = starts[word + 1];
		if (next === undefined) return;
		at = vocabulary.indexOf(asked, next - 1);
	}
}

function wordAt(starts: Uint32Array, at: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (starts[middle]! <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}

function startsOf(vocabulary: string, count: number): Uint32Array {
	const starts = new Uint32Array(count);
	let at = 1;
	for (let word = 0; word < count; word++) {
		starts[word] = at;
		at = vocabulary.indexOf(BREAK, at) + 1;
	}
	return starts;
}

function textsOf(body: RecordBody): string[] {
	const { title, spellings, summary, place } = factsOf(body);
	return [...Object.values(title), ...spellings, ...Object.values(summary ?? {}), ...Object.values(place ?? {})];
}
