import { decodeColumns, encodeColumnsInChunks } from '#lib/columns/binary.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { textIndexFromParts, type TextIndex } from '#lib/columns/text-index.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '../storage/store.ts';
import { rememberBytes } from './columns-bytes.ts';
import { keptFromStore, type ReadKept } from './kept-reader.ts';
import { buildColumns, MOST_AT_ONCE, rankAndIndex, type WholeSet } from './whole-set.ts';

/** A blob is cut so that no piece is beyond what a store takes. */
const CHUNK = 16 * 1024 * 1024;

/** What is kept of a whole set, in the order in which it is wanted at a start. */
export const KEPT_NAMES: readonly string[] = [
	'columns',
	'words',
	'words-steps',
	'words-ends',
	...LANGUAGES.map((language) => `titles-${language}`)
];

/** Keeps what was worked out of the whole set, so that the next start has it at once. */
export async function keepWholeSet(store: Store, { set, titles, index }: WholeSet): Promise<void> {
	await store.keep('columns', set.seq, encodeColumnsInChunks(set));
	for (const language of LANGUAGES) await store.keep(`titles-${language}`, set.seq, cut(bytesOf(titles[language])));
	const { vocabulary, steps, ends } = index.parts;
	await store.keep('words', set.seq, cut(new TextEncoder().encode(vocabulary)));
	await store.keep('words-steps', set.seq, cut(steps));
	await store.keep('words-ends', set.seq, cut(bytesOf(ends)));
	// Last: where this stands the rest stands too.
	await store.keep('whole', set.seq, [new TextEncoder().encode(JSON.stringify({ rows: set.count }))]);
}

/** Works out the whole set of a large store that nothing serves yet, and keeps it: its first start need not. */
export async function prepareWholeSet(store: Store, onprogress: (share: number) => void): Promise<void> {
	const set = await buildColumns(store, await store.head(), onprogress);
	if (set.count > MOST_AT_ONCE) await keepWholeSet(store, { set, ...(await rankAndIndex(store, set)) });
}

/** Whether a whole set is kept, and of how many rows: a few bytes to read. */
export async function keptSize(store: Store): Promise<{ readonly seq: number; readonly rows: number } | null> {
	const kept = await keptFromStore(store)('whole');
	if (!kept) return null;
	const { rows } = JSON.parse(new TextDecoder().decode(kept.bytes)) as { rows: number };
	return { seq: kept.seq, rows };
}

/** The columns last kept; null when there are none, or none that this version reads. */
export async function keptColumns(read: ReadKept): Promise<ColumnSet | null> {
	const kept = await read('columns');
	if (!kept) return null;
	try {
		const set = decodeColumns(kept.bytes);
		rememberBytes(set, kept.bytes);
		return set;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** Title ranks as of a seq; null when others, or none, are kept. */
export async function keptTitles(read: ReadKept, language: Language, seq: number): Promise<Uint32Array | null> {
	const kept = await read(`titles-${language}`);
	return kept?.seq === seq ? new Uint32Array(kept.bytes.buffer) : null;
}

/** The text index as of a seq; null when another, or none, is kept. */
export async function keptIndex(read: ReadKept, seq: number): Promise<TextIndex | null> {
	const [words, steps, ends] = [await read('words'), await read('words-steps'), await read('words-ends')];
	if (!words || !steps || !ends || [words, steps, ends].some((kept) => kept.seq !== seq)) return null;
	return textIndexFromParts({
		vocabulary: new TextDecoder().decode(words.bytes),
		steps: steps.bytes,
		ends: new Float64Array(ends.bytes.buffer)
	});
}

function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
	// A store binds bytes of its own: not a view of memory that threads share.
	for (let from = 0; from < bytes.length || from === 0; from += CHUNK) yield bytes.slice(from, from + CHUNK);
}
