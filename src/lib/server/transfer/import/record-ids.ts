import { hash } from 'node:crypto';
import type { RecordKind } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import type { ForeignRecord } from '#lib/formats/foreign.ts';
import { mappedText } from '#lib/formats/mapped-text.ts';
import { fold } from '#lib/language/fold.ts';

/**
 * What a row's record is called within its file series: its own key, or else the hash of what is mapped. Columns that are
 * only kept do not count: a new note in one of them changes the record and makes no other.
 */
export function keyOf(record: ForeignRecord): string {
	if (record.key !== null && record.key.trim() !== '') return keyGiven(record.key);
	return `hash:${hash('sha256', mappedText(record), 'hex')}`;
}

/** A key that the file itself gives. */
export function keyGiven(key: string): string {
	return `key:${key.trim()}`;
}

/** An id that the same key of the same series always gets (UUID version 8), so that no table of keys must be kept. */
export function recordIdOf(source: string, kind: RecordKind, key: string): string {
	const hex = hash('sha256', `${source}\n${kind}\n${key}`, 'hex');
	const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The id of a track, topic or actor that a series names. Spellings that fold alike are one. */
export function namedIdOf(source: string, kind: RecordKind, name: Text): string {
	return recordIdOf(source, kind, `name:${Object.values(name).map(fold).sort().join('\n')}`);
}
