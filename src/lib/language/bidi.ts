import { LOCALES, type Language } from './locales.ts';

// Written as escapes, for in a source file these characters would be invisible.
const LRI = '\u2066';
const RLI = '\u2067';
const PDI = '\u2069';

/** Marks, embeddings, overrides and isolates: U+061C, U+200E–F, U+202A–E, U+2066–9. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Embeddings and overrides, which can make a text read as another one. */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/u;

/**
 * A text closed off in the direction of its own language, for places without `<bdi>` (SVG, canvas, messages). By the
 * record's language and not by its first letter: a Persian title may begin with a Latin name.
 */
export function isolate(text: string, language: Language): string {
	return `${LOCALES[language].direction === 'rtl' ? RLI : LRI}${text}${PDI}`;
}

/** Whether a text holds characters that reorder what follows: not to be accepted in stored fields. */
export function hasBidiControls(text: string): boolean {
	return CONTROLS.test(text);
}

/** The text with every direction character made visible (`⟨U+202E⟩`), for messages about it. */
export function showBidiControls(text: string): string {
	return text.replace(BIDI, (mark) => `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** The text without direction characters, for the clipboard, file names, CSV and search keys. */
export function stripBidi(text: string): string {
	return text.replace(BIDI, '');
}
