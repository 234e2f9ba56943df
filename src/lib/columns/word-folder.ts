import { fold } from '#lib/language/fold.ts';

/**
 * Folds texts word by word and remembers what became of each word: a million titles are made of far fewer words. Right
 * for any folding that treats what lies on both sides of a space apart, as `fold` does; `foldWords` does but for
 * compounds written apart, whose parts tell of themselves.
 * @param foldPart What a text without spaces becomes: folded words, or numbers for them.
 */
export function createWordFolder<T>(foldPart: (part: string) => readonly T[], limit = 200_000): (text: string) => T[] {
	const known = new Map<string, readonly T[]>();
	return (text) => {
		const words: T[] = [];
		for (const part of text.split(' ')) {
			if (part === '') continue;
			let folded = known.get(part);
			if (!folded) {
				// Forgotten all at once: keeping account of use would cost more than folding anew.
				if (known.size >= limit) known.clear();
				known.set(part, (folded = foldPart(part)));
			}
			for (const word of folded) words.push(word);
		}
		return words;
	};
}

/** As `fold`, for who folds many texts made of the same words. */
export function createFold(limit?: number): (text: string) => string {
	const words = createWordFolder((part) => fold(part).split(' '), limit);
	return (text) =>
		words(text)
			.filter((word) => word !== '')
			.join(' ');
}
