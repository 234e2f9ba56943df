import type { Text } from '#lib/domain/text.ts';
import { LANGUAGES } from '#lib/domain/text.ts';
import { fold } from '#lib/language/fold.ts';
import type { ForeignRecord } from './foreign.ts';

/**
 * What a record says in its fields, as one text that is the same for the same record whatever the order of its members:
 * the hash of it stands for a row that has no key. Place, problems, key and left-over cells are not part of it.
 */
export function mappedText(record: ForeignRecord): string {
	const { kind, subkind, status, title, summary, date, stages, location, track, topics, actors } = record;
	return JSON.stringify([
		kind,
		subkind ?? null,
		status ?? null,
		textOf(title),
		textOf(summary),
		date ? [date.edtf, textOf(date.words)] : null,
		(stages ?? []).map(({ stage, date: day }) => [stage, day ? [day.edtf, textOf(day.words)] : null]),
		textOf(location),
		textOf(track),
		(topics ?? []).map(textOf),
		(actors ?? []).map(textOf)
	]);
}

function textOf(text: Text | undefined): readonly (readonly [string, string])[] | null {
	return text ? LANGUAGES.flatMap((language) => (text[language] === undefined ? [] : [[language, text[language]] as const])) : null;
}

/** What stands for a set of headers, whatever their order, case and spelling marks: a mapping is remembered by it. */
export function headerSetKey(columns: readonly string[]): string {
	return [...new Set(columns.map((column) => fold(column) || column))].sort().join('\u001F');
}
