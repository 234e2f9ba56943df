/**
 * Spellings that folding does not make equal. They are written into the index beside the word itself, so that a question
 * needs to know none of them, and its beginning finds them too.
 */

/** Second and first parts that are written apart, joined, or with a zero-width non-joiner, as the writer likes. Folded. */
const SECOND = 'نامه ها های هایی سازی گذاری گزاری رسانی رسان اوری کاری پذیر پذیری بندی شناسی جانبه المللی کننده شده'.split(' ');
const FIRST = 'می نمی بین پیش هم غیر فرا نیمه'.split(' ');
export const COMPOUND_PARTS: readonly string[] = [...SECOND, ...FIRST];
const seconds = new Set(SECOND);
const firsts = new Set(FIRST);
const COMPOUND = new RegExp(`(?:^| )(?:${COMPOUND_PARTS.join('|')})(?= |$)`, 'u');

/** Stems that are spelled two ways: مسئول مسؤول, هیئت هیأت, هيئة هيأة, مسئله مسأله, شئون شؤون, تهران طهران, اتاق اطاق. Folded. */
const STEMS: readonly (readonly [string, string])[] = [
	['مسیول', 'مسوول'],
	['هییت', 'هیات'],
	['هییه', 'هیاه'],
	['مسیله', 'مساله'],
	['شیون', 'شوون'],
	['تهران', 'طهران'],
	['اتاق', 'اطاق']
];
const STEM = new RegExp(STEMS.flat().join('|'), 'u');

/** Folded words that some would write for words of this folded text: compounds joined, stems in their other spelling. */
export function otherSpellings(folded: string): string[] {
	const compound = COMPOUND.test(folded);
	const stem = STEM.test(folded);
	if (!compound && !stem) return [];
	const words = folded.split(' ');
	const others: string[] = [];
	words.forEach((word, at) => {
		const next = words[at + 1];
		if (compound && next !== undefined && (seconds.has(next) || firsts.has(word))) others.push(word + next);
	});
	if (stem)
		for (const word of [...words, ...others])
			for (const [a, b] of STEMS) {
				if (word.includes(a)) others.push(word.replace(a, b));
				else if (word.includes(b)) others.push(word.replace(b, a));
			}
	return others;
}
