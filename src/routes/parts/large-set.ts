import { decodeColumns, leaveBytes } from '#lib/columns/binary.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { provideKindCounts } from '#lib/columns/kind-counts.ts';
import { maskFromBitmap } from '#lib/columns/mask.ts';
import { patchFromJson } from '#lib/columns/patch.ts';
import { isRanked, provideRanks, ranksOf } from '#lib/columns/ranks.ts';
import type { PatchJson } from '#lib/columns/wire.ts';
import { isWordsCache, wordsFromJson, type WordsJson } from '#lib/columns/words.ts';
import { discard } from '#lib/timeline/items/discard.ts';
import { provideHull } from '#lib/timeline/scale/fit.ts';
import { prepareCrowd } from '#lib/timeline/crowd.ts';
import { formatNumber } from '#lib/language/format-number.ts';
import { isLanguage, type Language } from '#lib/language/locales.ts';
import { columnsAddress } from './columns-address.ts';
import type { FirstLines, LargeDeskJson, WholeExtents } from './page-desk.ts';

type Fetch = typeof fetch;

/** Rows that stand in a table before any script has run. */
export const FIRST_ROWS = 60;
/** Rows a table shows before it is scrolled. */
const ROWS_IN_SIGHT = 30;
/** Rows whose words are asked for at once. */
const MOST_ROWS = 1000;

/** The set last had: going back and forth asks for nothing again. */
let last: { readonly asof: number | null; readonly set: ColumnSet } | null = null;

/** The columns of a large set, from the server or as they were had before. */
export async function largeSet(
	given: LargeDeskJson,
	q: string,
	fetch: Fetch
): Promise<{ set: ColumnSet; hits: Uint8Array | null; first: FirstLines; whole: WholeExtents }> {
	const address = `/api/v1/matches?q=${encodeURIComponent(q)}${given.asof === null ? '' : `&asof=${given.asof}`}`;
	const coming = Promise.all([current(given, fetch), q === '' ? null : fetch(address), prepareCrowd()]);
	// While the columns are on their way: the first number in a language takes some ms.
	const language = document.documentElement.lang;
	if (isLanguage(language)) formatNumber(0, language);
	const [set, answer] = await coming;
	putWords(set, given.words);
	provideHull(set, given.whole.hull);
	provideKindCounts(set, given.whole.kinds);
	last = { asof: given.asof, set };
	return {
		set,
		hits: answer && (await hitsIn(answer, set)),
		first: { rows: Uint32Array.from(given.words.slice(0, FIRST_ROWS), ([row]) => row), inExtent: given.inExtent },
		whole: given.whole
	};
}

/** The rows found; words that came along are kept. */
async function hitsIn(answer: Response, set: ColumnSet): Promise<Uint8Array | null> {
	if (!answer.ok || answer.headers.get('x-accordline-seq') !== String(set.seq)) return null;
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const bitmap = (set.count + 7) >> 3;
	if (bytes.length > bitmap)
		putWords(set, JSON.parse(new TextDecoder().decode(bytes.subarray(bitmap))) as readonly (readonly [number, WordsJson])[]);
	return maskFromBitmap(bytes.subarray(0, bitmap), set.count);
}

async function current({ seq, asof }: { readonly seq: number; readonly asof: number | null }, fetch: Fetch): Promise<ColumnSet> {
	if (last && last.asof === asof && last.set.seq === seq) return last.set;
	if (last?.asof === null && asof === null && last.set.seq < seq) {
		const answer = await fetch(`/api/v1/items?since=${last.set.seq}`);
		if (answer.ok) return patchFromJson(last.set, (await answer.json()) as PatchJson);
	}
	const answer = await fetch(columnsAddress(asof));
	if (!answer.ok) throw new Error(`The columns did not come (${answer.status}).`);
	const set = decodeColumns(new Uint8Array(await answer.arrayBuffer()));
	performance.mark('accordline:columns');
	return set;
}

function putWords(set: ColumnSet, words: readonly (readonly [number, WordsJson])[]): void {
	if (isWordsCache(set.words)) for (const [row, own] of words) set.words.put(row, wordsFromJson(own));
}

/** What a large set was read from is not needed any more. */
export function settle(set: ColumnSet): void {
	const bytes = leaveBytes(set);
	if (bytes) discard(new Uint8Array(bytes));
}

/** Fetches words of rows as they come into sight, each row once, the newest wish first. */
export class WordsLoader {
	readonly #set: () => { readonly set: ColumnSet; readonly asof: number | null };
	readonly #arrived: () => void;
	readonly #waiting = new Set<number>();
	#wanted: Uint32Array[] = [];
	#busy = false;

	/** @param arrived words are in the set now */
	constructor(set: () => { readonly set: ColumnSet; readonly asof: number | null }, arrived: () => void) {
		this.#set = set;
		this.#arrived = arrived;
	}

	need(rows: Uint32Array): void {
		if (rows.length === 0) return;
		this.#wanted.push(rows);
		if (!this.#busy) void this.#load();
	}

	async #load(): Promise<void> {
		this.#busy = true;
		try {
			for (let rows = this.#next(); rows.length > 0; rows = this.#next()) {
				for (const row of rows) this.#waiting.add(row);
				const { set, asof } = this.#set();
				try {
					const answer = await fetch(`/api/v1/rows?rows=${inRanges(rows)}${asof === null ? '' : `&asof=${asof}`}`);
					if (!answer.ok) return;
					const { rows: found } = (await answer.json()) as { rows: { row: number; id: string; words: WordsJson }[] };
					putWords(
						set,
						// A server that has made its columns anew may number rows otherwise.
						found.flatMap(({ row, id, words }) => (set.id.at(row) === id ? [[row, words] as const] : []))
					);
					this.#arrived();
				} finally {
					for (const row of rows) this.#waiting.delete(row);
				}
			}
		} catch {
			// The server is away; what comes into sight next asks again.
		} finally {
			this.#busy = false;
		}
	}

	/** What is in sight now comes before what was passed on the way. */
	#next(): number[] {
		const rows = new Set<number>();
		const { words } = this.#set().set;
		while (this.#wanted.length > 0 && rows.size < MOST_ROWS) {
			const some = this.#wanted.pop() as Uint32Array;
			for (const row of some) if (rows.size < MOST_ROWS && words.of(row) === undefined && !this.#waiting.has(row)) rows.add(row);
		}
		this.#wanted = [];
		return [...rows].sort((a, b) => a - b);
	}
}

/** `3,7-12` of ascending numbers. */
function inRanges(rows: readonly number[]): string {
	const parts: string[] = [];
	for (let at = 0; at < rows.length;) {
		let to = at;
		while (rows[to + 1] === rows[to]! + 1) to++;
		parts.push(to === at ? `${rows[at]}` : `${rows[at]}-${rows[to]}`);
		at = to + 1;
	}
	return parts.join(',');
}

/** Makes a large set sortable by title, or by date without a long task. Answers false where the server is not ready yet. */
export async function fetchRanks(set: ColumnSet, by: 'title' | 'date', language: Language, asof: number | null): Promise<boolean> {
	const answer = await fetch(`/api/v1/ranks?by=${by}&lang=${language}${asof === null ? '' : `&asof=${asof}`}`);
	const ranks =
		answer.ok && answer.headers.get('x-accordline-seq') === String(set.seq) ? new Uint32Array(await answer.arrayBuffer()) : null;
	if (ranks && ranks.length >= set.count && !isRanked(set, by, language)) provideRanks(set, by, language, ranks);
	// Dates are all here, and can be ranked here where they must.
	if (by === 'title' && !isRanked(set, by, language)) return false;
	const own = ranksOf(set, by, language);
	// One after the other between frames: together they would hold the page up.
	for (const part of [own?.permutation, own?.firsts]) {
		await new Promise((resolve) => setTimeout(resolve));
		part?.();
	}
	return true;
}

/**
 * The rows a view's text finds, and the words of those then on top of its table; null while the server's index is being built.
 * @param view the view's keys, `?q=…`
 * @throws when the signal says so
 */
export async function fetchMatches(set: ColumnSet, view: string, signal: AbortSignal): Promise<Uint8Array | null> {
	return hitsIn(await fetch(`/api/v1/matches${view}&words=${ROWS_IN_SIGHT}`, { signal }), set);
}
