import type { Language, Text } from '#lib/domain/text.ts';

const ARABIC_SCRIPT = /\p{Script=Arabic}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Letters that Persian writes and Arabic does not: peh, tcheh, jeh, gaf, keheh, Farsi yeh. */
const PERSIAN_LETTERS = /[پچژگکی]/gu;
/** Letters of Arabic that Persian does not write: teh marbuta, alef maksura, kaf, yeh, hamza below alef. */
const ARABIC_LETTERS = /[ةىكيإ]/gu;

/**
 * Which of our languages a text is filed under when nobody said: by its script, Arabic script by the letters only one of
 * the two writes. Latin script (English, French, Polish …) is filed under English, for want of another drawer.
 */
export function languageByScript(text: string, otherwise: Language = 'en'): Language {
	const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
	const arabic = count(ARABIC_SCRIPT);
	const cyrillic = count(CYRILLIC);
	const latin = count(LATIN);
	if (arabic === 0 && cyrillic === 0) return latin > 0 ? 'en' : otherwise;
	if (arabic >= cyrillic && arabic >= latin) return count(PERSIAN_LETTERS) > count(ARABIC_LETTERS) ? 'fa' : 'ar';
	return cyrillic >= latin ? 'ru' : 'en';
}

/** What only Persian writes beside its letters: the non-joiner inside words, its own figures. */
const PERSIAN_SIGNS = /[\u200c\u06f0-\u06f9]/gu;
const ARABIC_SIGNS = /[\u0660-\u0669]/gu;

/** Arabic or Persian, by all that many texts show together: short ones alone often show nothing. null: neither is shown. */
export function arabicOrPersian(texts: Iterable<string>): 'ar' | 'fa' | null {
	let [persian, arabic] = [0, 0];
	for (const text of texts) {
		const count = (letters: RegExp) => text.match(letters)?.length ?? 0;
		persian += count(PERSIAN_LETTERS) + count(PERSIAN_SIGNS);
		arabic += count(ARABIC_LETTERS) + count(ARABIC_SIGNS);
	}
	return persian === arabic ? null : persian > arabic ? 'fa' : 'ar';
}

/** The language a tag such as `fa-IR` names, if it is one of ours. */
export function languageByTag(tag: string | undefined): Language | null {
	const [language] = (tag ?? '').toLowerCase().split(/[-_]/u);
	return language === 'en' || language === 'ar' || language === 'fa' || language === 'ru' ? language : null;
}

/** A text with the language it is filed under; undefined when it is blank. */
export function textByScript(text: string, tag?: string): Text | undefined {
	const trimmed = text.trim();
	return trimmed === '' ? undefined : { [languageByTag(tag) ?? languageByScript(trimmed)]: trimmed };
}
