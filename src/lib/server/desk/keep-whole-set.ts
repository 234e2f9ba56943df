import { decodeColumns, encodeColumnsInChunks } from '#lib/columns/binary.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { textIndexFromParts, type TextIndex } from '#lib/columns/text-index.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '../storage/store.ts';
import type { WholeSet } from './whole-set.ts';

/** A blob is cut so that no piece is beyond what a store takes. */
const CHUNK = 16 * 1024 * 1024;

/** Keeps what was worked out of the whole set, so that the next start has it at once. */
export async function keepWholeSet(store: Store, { set, ranks, index }: WholeSet): Promise<void> {
	await store.keep('columns', set.seq, encodeColumnsInChunks(set));
	for (const language of LANGUAGES) await store.keep(`ranks-${language}`, set.seq, cut(bytesOf(ranks[language])));
	const { vocabulary, steps, ends } = index.parts;
	await store.keep('words', set.seq, cut(new TextEncoder().encode(vocabulary)));
	await store.keep('words-steps', set.seq, cut(steps));
	await store.keep('words-ends', set.seq, cut(bytesOf(ends)));
}

/** The columns last kept; null when there are none, or none that this version reads. */
export async function keptColumns(store: Store): Promise<ColumnSet | null> {
	const kept = await store.kept('columns');
	if (!kept) return null;
	try {
		return decodeColumns(kept.chunks);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

export async function keptRanks(store: Store, language: Language): Promise<{ seq: number; ranks: Uint32Array } | null> {
	const kept = await store.kept(`ranks-${language}`);
	return kept && { seq: kept.seq, ranks: new Uint32Array(joined(kept.chunks).buffer) };
}

export async function keptIndex(store: Store): Promise<{ seq: number; index: TextIndex } | null> {
	const [words, steps, ends] = [await store.kept('words'), await store.kept('words-steps'), await store.kept('words-ends')];
	if (!words || !steps || !ends || words.seq !== steps.seq || words.seq !== ends.seq) return null;
	const parts = {
		vocabulary: new TextDecoder().decode(joined(words.chunks)),
		steps: joined(steps.chunks),
		ends: new Float64Array(joined(ends.chunks).buffer)
	};
	return { seq: words.seq, index: textIndexFromParts(parts) };
}

function bytesOf(numbers: Uint32Array | Float64Array): Uint8Array {
	return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function* cut(bytes: Uint8Array): Generator<Uint8Array> {
	// A store binds bytes of its own: not a view of memory that threads share.
	for (let from = 0; from < bytes.length || from === 0; from += CHUNK) yield bytes.slice(from, from + CHUNK);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		all.set(chunk, at);
		at += chunk.length;
	}
	return all;
}
