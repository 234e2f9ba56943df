import { LANGUAGES, type Text } from '#lib/domain/text.ts';
import type { ForeignPlace, ForeignProblem } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import { hasBidiControls, showBidiControls } from '#lib/language/bidi.ts';

/** Longest text a claim may carry (domain/claim-schema). */
const LONGEST_TEXT = 10_000;
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** What is put beside a claim while its texts are made fit for it. */
export interface Leftovers {
	readonly rest: Record<string, string>;
	readonly problems: ForeignProblem[];
}

/**
 * A text as a claim may hold it. Direction controls, which can make a name read as another, are taken out and the text as it
 * was kept in `rest` with them made visible; one that is too long is kept there whole. Both are told as odd. undefined: nothing is left.
 */
export function cleanText(text: Text | undefined, name: string, place: ForeignPlace, left: Leftovers): Text | undefined {
	if (!text) return undefined;
	const clean: Partial<Record<(typeof LANGUAGES)[number], string>> = {};
	let any = false;
	for (const language of LANGUAGES) {
		const words = text[language];
		if (words === undefined) continue;
		const fit = cleanString(words, `${name}.${language}`, { ...place, column: place.column ?? name }, left);
		if (fit === '') continue;
		clean[language] = fit;
		any = true;
	}
	return any ? clean : undefined;
}

/** The same for a text of no language. '' where nothing is left. */
export function cleanString(text: string, name: string, place: ForeignPlace, left: Leftovers): string {
	let fit = text;
	if (hasBidiControls(fit)) {
		left.rest[name] = showBidiControls(text);
		left.problems.push(problemOf(place, 'odd', 'cell', 'direction-controls', showBidiControls(text)));
		fit = fit.replace(CONTROLS, '');
	}
	fit = fit.trim();
	if (fit.length <= LONGEST_TEXT) return fit;
	left.rest[name] = text;
	left.problems.push(problemOf(place, 'odd', 'cell', 'too-long', text, { most: LONGEST_TEXT, length: text.length }));
	const cut = fit.slice(0, LONGEST_TEXT - 1);
	// A pair of surrogates is one character and is not parted.
	return `${/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut}…`;
}
