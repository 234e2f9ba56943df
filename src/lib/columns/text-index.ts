import type { Text } from '#lib/domain/text.ts';
import { foldedText, holdsTerm, searchTerms } from '#lib/filter/text-match.ts';
import type { ColumnSet } from './column-set.ts';

const NONE: readonly string[] = [];

/** Folding is the costly part. A text keeps its fold for as long as it lives, so a patched set folds only what is new. */
const folds = new WeakMap<Text, { readonly spellings: readonly string[]; readonly folded: string }>();

function foldOf(text: Text | null | undefined, spellings: readonly string[] = NONE): string {
	if (!text) return foldedText(text, spellings);
	const known = folds.get(text);
	if (known?.spellings === spellings) return known.folded;
	const folded = foldedText(text, spellings);
	folds.set(text, { spellings, folded });
	return folded;
}

/**
 * 1 for every row whose texts hold all terms of `q`, in any language: title, summary, place, and the names of its
 * track, topics and actors. A name is looked at once, however many rows bear it.
 */
export function textMask(set: ColumnSet, q: string): Uint8Array {
	const mask = new Uint8Array(set.count).fill(1);
	for (const term of searchTerms(q)) keepHolding(set, term, mask);
	return mask;
}

function keepHolding(set: ColumnSet, term: string, mask: Uint8Array): void {
	const named = (ids: readonly string[]) =>
		Uint8Array.from(ids, (id) => Number(holdsTerm(foldOf(set.names.get(id), set.spellings.get(id)), term)));
	const tracks = named(set.track.values);
	const lists = [
		{ ...set.topics, hits: named(set.topics.values) },
		{ ...set.actors, hits: named(set.actors.values) }
	];
	for (let row = 0; row < set.count; row++) {
		if (mask[row] === 0 || tracks[set.track.codes[row]!] === 1) continue;
		const inLists = lists.some(({ offsets, codes, hits }) => {
			for (let i = offsets[row]!; i < offsets[row + 1]!; i++) if (hits[codes[i]!] === 1) return true;
			return false;
		});
		if (!inLists && !ownTextHolds(set, row, term)) mask[row] = 0;
	}
}

function ownTextHolds(set: ColumnSet, row: number, term: string): boolean {
	return (
		holdsTerm(foldOf(set.title[row], set.spellings.get(set.id[row]!)), term) ||
		holdsTerm(foldOf(set.summary[row]), term) ||
		holdsTerm(foldOf(set.place[row]), term)
	);
}
