import type { ColumnSet } from './column-set.ts';
import { Ids, idsOf, sharedIds } from './id-column.ts';
import { isShared } from './memory.ts';
import { createWordsCache } from './words.ts';

/** A set as `postMessage` can carry it. Columns on shared memory are not copied on the way. Words stay behind. */
export type ColumnParts = Omit<ColumnSet, 'id' | 'words'> & { readonly id: { readonly bytes: Uint8Array; readonly offsets: Uint32Array } };

export function columnsToParts(set: ColumnSet): ColumnParts {
	const { words: _, ...columns } = set;
	const ids = idsOf(set.id, set.count);
	const { bytes, offsets } = isShared(set.kind) ? sharedIds(ids) : ids;
	return { ...columns, id: { bytes, offsets } };
}

/** The set on the other side, with an empty cache for its words. */
export function columnsFromParts(parts: ColumnParts): ColumnSet {
	return { ...parts, id: new Ids(parts.id.bytes, parts.id.offsets), words: createWordsCache() };
}
