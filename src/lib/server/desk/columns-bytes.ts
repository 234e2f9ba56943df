import { encodeColumnsInChunks } from '#lib/columns/binary.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';

/** So much is encoded, or sent, before others are let in. */
const PIECE = 1 << 20;

const known = new WeakMap<ColumnSet, readonly Uint8Array<ArrayBuffer>[]>();

/** The bytes a set was read from are what it would be encoded as: they need not be made again. */
export function rememberBytes(set: ColumnSet, bytes: Uint8Array<ArrayBuffer>): void {
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	for (let from = 0; from < bytes.length; from += PIECE) pieces.push(bytes.subarray(from, from + PIECE));
	known.set(set, pieces);
}

/**
 * A set in its binary form, piece by piece. Made once a set, with room between the pieces for whoever else asks something;
 * a million rows take 0.4 s to encode.
 */
export async function* columnsBytes(set: ColumnSet): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
	const had = known.get(set);
	if (had) return yield* had;
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	for (const piece of encodeColumnsInChunks(set, PIECE)) {
		pieces.push(piece);
		yield piece;
		await new Promise((others) => setImmediate(others));
	}
	known.set(set, pieces);
}
