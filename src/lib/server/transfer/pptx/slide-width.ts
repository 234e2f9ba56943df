import { estimatedWidth, type MeasureText } from '#lib/timeline/layout/text-width.ts';

/**
 * Slides name Arial, and not every machine has its Arabic letters: those that stand in for them, such as DejaVu's, are up to a
 * quarter wider than the page's.
 */
const STAND_IN = 1.22;
/** Arial's Latin and Cyrillic letters are narrower than the page's. */
const NARROWER = 0.94;

/** Width of words on a slide, in px at a size; a little too wide rather than too narrow. */
export const slideWidth: MeasureText = (text, size, weight) =>
	estimatedWidth(text, size, weight) * (/\p{Script=Arabic}/u.test(text) ? STAND_IN : NARROWER);

/** Lines words take in a width, broken between words where they can be. */
export function linesIn(width: number, text: string, widthOf: (words: string) => number): number {
	const space = widthOf(' ');
	let [lines, used] = [1, 0];
	for (const word of text.split(' ')) {
		const wide = widthOf(word);
		if (used > 0 && used + space + wide > width) [lines, used] = [lines + 1, 0];
		used += (used > 0 ? space : 0) + wide;
		// What has no spaces, such as an address, is broken anywhere.
		if (used > width) [lines, used] = [lines + Math.ceil(used / width) - 1, used % width];
	}
	return lines;
}
