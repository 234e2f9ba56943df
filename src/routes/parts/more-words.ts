import type { Language } from '#lib/language/locales.ts';
import {
	createTranslate,
	loadMessages,
	loadTransferMessages,
	type MessageKey,
	type TransferKey,
	type Translate
} from '#lib/language/translate.ts';

/** Words that few pages need beside the ordinary ones, and the keys there are: some are looked up by a code. */
export interface MoreWords {
	readonly t: Translate<TransferKey | MessageKey>;
	readonly known: ReadonlySet<string>;
	readonly language: Language;
}

const known = new Map<Language, Promise<MoreWords>>();

export function moreWordsOf(language: Language): Promise<MoreWords> {
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
