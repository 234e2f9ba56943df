import type { Reader } from '#lib/encoding/reader.ts';
import type { Language } from '#lib/language/locales.ts';
import { createTranslate, loadTransferMessages, type TransferKey, type Translate } from '#lib/language/translate.ts';

const known = new Map<Language, Promise<Translate<TransferKey>>>();

/** The words of the page of names, which travel with the few pages that need them. */
export async function load({ parent }) {
	const data = await parent();
	const { language }: Reader = data.reader;
	let words = known.get(language);
	if (!words) known.set(language, (words = loadTransferMessages(language).then((messages) => createTranslate(language, messages))));
	return { say: await words };
}
