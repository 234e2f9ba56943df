import type { Language } from '#lib/language/locales.ts';
import { createTranslate, loadMessages, type Translate } from '#lib/language/translate.ts';

const known = new Map<Language, Promise<Translate>>();

/** The words of a language: one and the same translator for all requests, so that what was worked out with it stands. */
export function translatorOf(language: Language): Promise<Translate> {
	let translator = known.get(language);
	if (!translator) known.set(language, (translator = loadMessages(language).then((messages) => createTranslate(language, messages))));
	return translator;
}
