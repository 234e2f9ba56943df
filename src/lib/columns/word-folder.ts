/**
 * Folds texts word by word and remembers the folds: a million titles are made of far fewer words. Right for any folding
 * that treats what lies on both sides of a space apart, as `fold` and `foldWords` do.
 * @param foldPart Folded words of a text without spaces.
 */
export function createWordFolder(foldPart: (part: string) => readonly string[], limit = 200_000): (text: string) => string[] {
	const known = new Map<string, readonly string[]>();
	return (text) => {
		const words: string[] = [];
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
