import type { Reader } from '#lib/encoding/reader.ts';
import type { Language } from '#lib/language/locales.ts';
import {
	createTranslate,
	loadMessages,
	loadTransferMessages,
	type MessageKey,
	type TransferKey,
	type Translate
} from '#lib/language/translate.ts';

/** Words of the import pages, and the keys there are: sentences about problems are looked up by code. */
export interface ImportWords {
	readonly t: Translate<TransferKey | MessageKey>;
	readonly known: ReadonlySet<string>;
	readonly language: Language;
}

const known = new Map<Language, Promise<ImportWords>>();

function wordsOf(language: Language): Promise<ImportWords> {
	let words = known.get(language);
	if (!words) {
		words = Promise.all([loadMessages(language), loadTransferMessages(language)]).then(([messages, transfer]) => ({
			t: createTranslate<TransferKey | MessageKey>(language, { ...messages, ...transfer }),
			known: new Set(Object.keys(transfer)),
			language
		}));
		known.set(language, words);
	}
	return words;
}

export async function load({ parent }) {
	const data = await parent();
	const reader: Reader = data.reader;
	return { words: await wordsOf(reader.language) };
}
