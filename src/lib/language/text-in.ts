import { LANGUAGES, type Language } from './locales.ts';

/** A text and the language it is in, so that direction and shaping can follow it. */
export interface ChosenText {
	readonly text: string;
	readonly language: Language;
}

/** What a reader of each language is likeliest to read, when their own is missing. */
const FALLBACKS: Readonly<Record<Language, readonly Language[]>> = {
	en: ['ru', 'fa', 'ar'],
	ru: ['en', 'fa', 'ar'],
	fa: ['ar', 'en', 'ru'],
	ar: ['fa', 'en', 'ru']
};

/** The text in the reader's language, else in the one likeliest to be read; `otherwise` when there is none at all. */
export function textIn(
	text: Readonly<Partial<Record<Language, string>>> | null | undefined,
	language: Language,
	otherwise = ''
): ChosenText {
	for (const candidate of [language, ...FALLBACKS[language], ...LANGUAGES]) {
		const found = text?.[candidate];
		if (found) return { text: found, language: candidate };
	}
	return { text: otherwise, language };
}
