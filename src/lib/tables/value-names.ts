import type { ColumnSet } from '#lib/columns/column-set.ts';
import { nameOf } from '#lib/encoding/reader.ts';
import type { Language } from '#lib/language/locales.ts';
import { textIn } from '#lib/language/text-in.ts';

/** Names of values rows are filtered and grouped by: tracks, actors, topics and sources by their ids, places by their plain text. */
export function valueNames(set: ColumnSet, language: Language): (value: string) => string {
	let places: Map<string, number> | undefined;
	return (value) => {
		if (set.names.has(value)) return nameOf(set, value, language);
		places ??= new Map(set.place.values.map((text, code) => [text, code]));
		return textIn(set.places[places.get(value) ?? -1], language, value).text;
	};
}
