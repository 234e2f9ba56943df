import { createTranslate, loadMessages } from '#lib/language/translate.ts';
import type { Language } from '#lib/language/locales.ts';
export const load = async ({ url }) => {
	const language = (url.searchParams.get('lang') ?? 'en') as Language;
	return { language, t: createTranslate(language, await loadMessages(language)) };
};
