import type { Text } from '#lib/domain/text.ts';
import type { CalendarName, Language } from '#lib/language/locales.ts';
import type { MonthNames } from '#lib/language/month-names.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { Translate } from '#lib/language/translate.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';

/** For whom a record is put into words and marks. */
export interface Reader {
	readonly language: Language;
	readonly calendar: CalendarName;
	/** By which country's names months go; default: the usual ones. */
	readonly months?: MonthNames | undefined;
	readonly t: Translate;
	/** Epoch day. */
	readonly today: number;
	/** The zone in which today is taken; told beside anything called due. */
	readonly zone?: string;
}

/** The name of a track, actor, topic or source in the reader's language; the id where nothing is known of it. */
export function nameOf(set: Pick<ColumnSet, 'names'>, id: string, language: Language): string {
	return textIn(set.names.get(id), language, id).text;
}

export function textFor(text: Text | null | undefined, reader: Pick<Reader, 'language'>): string {
	return textIn(text, reader.language).text;
}
