import type { Text } from '#lib/domain/text.ts';
import { foldedText, holdsTerm, isHeldInside, searchTerms } from '#lib/filter/text-match.ts';
import type { Codes, ColumnSet } from './column-set.ts';

const NONE: readonly string[] = [];

/** Folding is the costly part. A text keeps its fold for as long as it lives, so a patched set folds only what is new. */
const folds = new WeakMap<Text, { readonly spellings: readonly string[]; readonly folded: string }>();

/** As `foldedText`, and no work at all when the same text is asked for again. */
export function foldOf(text: Text | null | undefined, spellings: readonly string[] = NONE): string {
	if (!text) return foldedText(text, spellings);
	const known = folds.get(text);
	if (known?.spellings === spellings) return known.folded;
	const folded = foldedText(text, spellings);
	folds.set(text, { spellings, folded });
	return folded;
}

/**
 * 1 for every row whose texts hold all terms of `q`, in any language: title, summary, place, and the names of its
 * track, topics and actors. A name is looked at once, however many rows bear it. The slow twin of `TextIndex`: only for sets
 * with all their words here.
 */
export function textMask(set: ColumnSet, q: string): Uint8Array {
	const mask = new Uint8Array(set.count).fill(1);
	for (const term of searchTerms(q)) keepHolding(set, term, mask);
	return mask;
}

function keepHolding(set: ColumnSet, term: string, mask: Uint8Array): void {
	const named = namedHits(set, term);
	for (let row = 0; row < set.count; row++) {
		if (mask[row] === 0 || holdsNamed(named, row)) continue;
		if (!ownTextHolds(set, row, term)) mask[row] = 0;
	}
}

/** Which names of tracks, topics and actors hold a term, by code, beside the columns that bear them. */
export interface NamedHits {
	readonly tracks: { readonly codes: Int32Array; readonly hits: Uint8Array };
	readonly lists: readonly {
		readonly offsets: Uint32Array;
		readonly codes: Codes;
		readonly hits: Uint8Array;
		readonly any: boolean;
	}[];
	readonly any: boolean;
}

export function namedHits(set: ColumnSet, term: string): NamedHits {
	const holding = (ids: readonly string[]) => namesHolding(foldedNames(set, ids), term);
	const tracks = { codes: set.track.codes, hits: holding(set.track.values) };
	const lists = [set.topics, set.actors].map(({ values, offsets, codes }) => {
		const hits = holding(values);
		return { offsets, codes, hits, any: hits.includes(1) };
	});
	return { tracks, lists, any: tracks.hits.includes(1) || lists.some(({ any }) => any) };
}

/** Names of one column, folded, in one text: thousands of them are looked through at every key. */
interface FoldedNames {
	/** Each word after a space, each name after a sign that no folded word holds. */
	readonly text: string;
	/** Where each name begins. */
	readonly starts: Uint32Array;
}

const NAME = '\n ';
const foldedOf = new WeakMap<ColumnSet, Map<readonly string[], FoldedNames>>();

function foldedNames(set: ColumnSet, ids: readonly string[]): FoldedNames {
	let known = foldedOf.get(set);
	if (!known) foldedOf.set(set, (known = new Map()));
	let found = known.get(ids);
	if (!found) {
		const starts = new Uint32Array(ids.length);
		let at = 0;
		const names = ids.map((id, code) => {
			const name = NAME + foldOf(set.names.get(id), set.spellings.get(id));
			starts[code] = at;
			at += name.length;
			return name;
		});
		known.set(ids, (found = { text: names.join(''), starts }));
	}
	return found;
}

/** 1 for every name that holds the term, by code. The same as `holdsTerm` of each. */
function namesHolding({ text, starts }: FoldedNames, term: string): Uint8Array {
	const hits = new Uint8Array(starts.length);
	const asked = isHeldInside(term) ? term : ` ${term}`;
	let code = 0;
	for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, starts[code])) {
		while (code < starts.length && starts[code]! <= at) code++;
		hits[code - 1] = 1;
		if (code === starts.length) break;
	}
	return hits;
}

export function holdsNamed({ tracks, lists, any }: NamedHits, row: number): boolean {
	if (!any) return false;
	if (tracks.hits[tracks.codes[row]!] === 1) return true;
	for (const { offsets, codes, hits, any: some } of lists)
		if (some) for (let i = offsets[row]!; i < offsets[row + 1]!; i++) if (hits[codes[i]!] === 1) return true;
	return false;
}

/** Moves every row with a hit among its names that stands at `step` on to the next. */
export function markNamed({ tracks, lists }: NamedHits, held: Uint8Array, step: number): void {
	markCoded(tracks.hits, rowsByCode(tracks.codes, null, tracks.hits.length), held, step);
	for (const { offsets, codes, hits, any } of lists) if (any) markCoded(hits, rowsByCode(codes, offsets, hits.length), held, step);
}

function markCoded(hits: Uint8Array, { starts, rows }: RowsByCode, held: Uint8Array, step: number): void {
	for (let code = 0; code < hits.length; code++) {
		if (hits[code] === 0) continue;
		for (let at = starts[code]!; at < starts[code + 1]!; at++) if (held[rows[at]!] === step) held[rows[at]!] = step + 1;
	}
}

interface RowsByCode {
	readonly count: number;
	readonly starts: Uint32Array;
	readonly rows: Uint32Array;
}

const turned = new WeakMap<Int32Array | Codes, RowsByCode>();

/** The rows that bear each code: a column turned round, remembered for as long as it lives. */
function rowsByCode(codes: Int32Array | Codes, offsets: Uint32Array | null, count: number): RowsByCode {
	const before = turned.get(codes);
	if (before?.count === count) return before;
	const starts = new Uint32Array(count + 1);
	const end = offsets ? offsets[offsets.length - 1]! : codes.length;
	for (let at = 0; at < end; at++) if (codes[at]! >= 0) starts[codes[at]! + 1]!++;
	for (let code = 0; code < count; code++) starts[code + 1]! += starts[code]!;
	const next = starts.slice();
	const rows = new Uint32Array(starts[count]!);
	const last = offsets ? offsets.length - 1 : codes.length;
	for (let row = 0; row < last; row++) {
		const to = offsets ? offsets[row + 1]! : row + 1;
		for (let at = offsets ? offsets[row]! : row; at < to; at++) if (codes[at]! >= 0) rows[next[codes[at]!]!++] = row;
	}
	const found = { count, starts, rows };
	turned.set(codes, found);
	return found;
}

function ownTextHolds(set: ColumnSet, row: number, term: string): boolean {
	const words = set.words.of(row);
	if (!words) return false;
	return (
		holdsTerm(foldOf(words.title, set.spellings.get(set.id.at(row))), term) ||
		holdsTerm(foldOf(words.summary), term) ||
		holdsTerm(foldOf(words.place), term)
	);
}
