import { fold } from '#lib/language/fold.ts';
import type { Language } from '#lib/language/locales.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { Text } from '#lib/domain/text.ts';
import { Dictionary } from './dictionary.ts';
import { allocate, Growing } from './memory.ts';
import { countingPass, NONE } from './rank.ts';
import { createWordFolder } from './word-folder.ts';

/** Takes titles row by row and ranks them as `orderRows` would: for the thread that ranks a large set. */
export interface TitleRanker {
	/** Rows in any order, each once. A row that is never added has no rank. */
	add(row: number, title: Text | null): void;
	/** One rank a row, equal titles equal, NONE for none. The ranker is spent. */
	finish(count: number, shared?: boolean): Uint32Array;
}

/**
 * Titles are kept as numbers of words, a few bytes each. A space comes before every letter of a sort key, so comparing
 * titles word by word gives the order of their whole keys; only the words themselves are ever sorted as texts.
 */
export function createTitleRanker(language: Language): TitleRanker {
	const words = new Dictionary();
	const codesOf = createWordFolder((part) =>
		fold(part)
			.split(' ')
			.filter(Boolean)
			.map((word) => words.code(word))
	);
	const rows = new Growing(Uint32Array);
	const ends = new Growing(Uint32Array);
	const codes = new Growing(Uint32Array);
	return {
		add(row, title) {
			const { text } = textIn(title, language);
			const before = codes.length;
			if (text) for (const code of codesOf(text)) codes.push(code);
			if (codes.length === before) return;
			rows.push(row);
			ends.push(codes.length);
		},
		finish(count, shared = false) {
			const { ranks: wordRanks, limit } = rankWords(words.values, language);
			const sequence = codes.numbers;
			for (let at = 0; at < sequence.length; at++) sequence[at] = wordRanks[sequence[at]!]!;
			const ranks = allocate(Uint32Array, count, shared).fill(NONE);
			const order = sortSequences(sequence, ends.numbers, limit);
			const compare = comparing(sequence, ends.numbers, 0);
			let rank = 0;
			for (let at = 0; at < order.length; at++) {
				if (at > 0 && compare(order[at - 1]!, order[at]!) !== 0) rank++;
				ranks[rows.room[order[at]!]!] = rank;
			}
			return ranks;
		}
	};
}

/** The ranks of titles, by their place in the list. */
export function titleRanks(titles: Iterable<Text | null>, language: Language): Uint32Array {
	const ranker = createTitleRanker(language);
	let count = 0;
	for (const title of titles) ranker.add(count++, title);
	return ranker.finish(count);
}

function rankWords(words: readonly string[], language: Language): { ranks: Uint32Array; limit: number } {
	const keys = words.map((word) => sortKey(word, language));
	const order = Uint32Array.from(keys.keys()).sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
	const ranks = new Uint32Array(words.length);
	let rank = 0;
	for (let at = 0; at < order.length; at++) {
		if (at > 0 && keys[order[at]!] !== keys[order[at - 1]!]) rank++;
		ranks[order[at]!] = rank;
	}
	return { ranks, limit: rank + 1 };
}

/** Titles by their first word, by counting; those that begin alike by comparing the rest. */
function sortSequences(codes: Uint32Array, ends: Uint32Array, limit: number): Uint32Array {
	const count = ends.length;
	const all = new Uint32Array(count);
	const first = new Uint32Array(count);
	for (let at = 0; at < count; at++) {
		all[at] = at;
		first[at] = codes[at === 0 ? 0 : ends[at - 1]!]!;
	}
	const { order } = countingPass(all, first, limit, false);
	const compare = comparing(codes, ends, 1);
	for (let start = 0; start < count;) {
		let end = start + 1;
		while (end < count && first[order[end]!] === first[order[start]!]) end++;
		if (end - start > 1) order.subarray(start, end).sort(compare);
		start = end;
	}
	return order;
}

function comparing(codes: Uint32Array, ends: Uint32Array, skip: number): (a: number, b: number) => number {
	return (a, b) => {
		const [endA, endB] = [ends[a]!, ends[b]!];
		let atA = (a === 0 ? 0 : ends[a - 1]!) + skip;
		let atB = (b === 0 ? 0 : ends[b - 1]!) + skip;
		for (; atA < endA && atB < endB; atA++, atB++) if (codes[atA] !== codes[atB]) return codes[atA]! - codes[atB]!;
		return endA - atA - (endB - atB);
	};
}
