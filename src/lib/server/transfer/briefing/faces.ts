import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '#lib/language/locales.ts';

interface Face {
	readonly family: string;
	readonly file: string;
	/** `unicode-range`. */
	readonly range: string;
}

const LATIN: Face = {
	family: 'Inter Variable',
	file: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
	range: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+FEFF,U+FFFD'
};
const CYRILLIC: Face = {
	family: 'Inter Variable',
	file: '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2',
	range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'
};
const ARABIC: Face = {
	family: 'Vazirmatn Variable',
	file: '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2',
	range: 'U+0600-06FF,U+0750-077F,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC'
};

/** The faces a reader's own texts are written in; other scripts take what the machine has. */
const FACES: Readonly<Record<Language, readonly Face[]>> = {
	en: [LATIN],
	ru: [LATIN, CYRILLIC],
	ar: [LATIN, ARABIC],
	fa: [LATIN, ARABIC]
};

const written = new Map<Language, string>();

/**
 * Rules that carry the interface's fonts in themselves: a file without network shows the timeline in the letters it was laid out
 * for. Where a package is missing, the file says less beautifully what it says.
 */
export function faceRules(language: Language): string {
	let rules = written.get(language);
	if (rules === undefined) {
		const require = createRequire(import.meta.url);
		written.set(language, (rules = FACES[language].map((face) => ruleOf(face, require)).join('')));
	}
	return rules;
}

function ruleOf({ family, file, range }: Face, require: NodeJS.Require): string {
	try {
		const bytes = readFileSync(require.resolve(file)).toString('base64');
		return `@font-face{font-family:'${family}';font-weight:100 900;src:url(data:font/woff2;base64,${bytes}) format('woff2');unicode-range:${range}}`;
	} catch {
		return '';
	}
}
