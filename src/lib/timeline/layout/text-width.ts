/** Width of a text in px at a font size and weight. */
export type MeasureText = (text: string, size: number, weight: 400 | 500 | 600) => number;

/*
 * Advances in thousandths of the font size, measured from Inter Variable and Vazirmatn Variable at 400.
 * The server has no fonts, and the page must decide the same as the server did, so widths are estimated.
 */
const ASCII =
	'281,288,466,633,642,982,644,300,365,365,501,662,288,460,288,360,631,407,610,618,646,593,620,566,619,620,288,302,662,662,662,511,' +
	'966,690,654,730,722,601,590,746,743,269,571,672,565,903,753,765,639,765,644,642,646,744,690,985,682,679,629,365,360,365,471,456,' +
	'323,562,612,571,612,583,370,613,591,242,242,549,242,876,591,600,612,612,376,528,327,591,562,818,546,562,552,426,333,426,662';
/** U+0410–U+044F. */
const CYRILLIC =
	'690,646,654,579,819,601,960,618,753,753,672,748,903,743,765,743,639,730,646,628,828,682,721,700,958,972,816,883,649,730,1015,644,' +
	'562,594,565,436,613,583,810,494,591,591,542,575,770,588,600,588,612,571,466,562,687,546,597,578,822,837,644,736,559,571,843,554';
/** Arabic letters: width inside a word, then at its end. Letters that look alike share a line. */
const ARABIC: readonly (readonly [letters: string, inside: number, last: number])[] = [
	['اآأإٱ', 226, 252],
	['بپتث', 363, 880],
	['جچحخ', 682, 680],
	['دذ', 485, 490],
	['رز', 262, 355],
	['ژ', 308, 358],
	['سش', 844, 1190],
	['صض', 860, 1255],
	['طظ', 675, 750],
	['عغ', 572, 630],
	['ف', 498, 875],
	['ق', 498, 700],
	['کكگ', 511, 890],
	['ل', 318, 650],
	['م', 573, 600],
	['ن', 337, 690],
	['وؤ', 403, 455],
	['هةۀ', 498, 480],
	['یيىئ', 363, 715],
	['ء', 415, 420]
];
const PUNCTUATION: Readonly<Record<string, number>> = { '–': 500, '—': 1000, '…': 960, '«': 600, '»': 600, '،': 290, '؛': 290, '؟': 430 };
/** Semibold letters are this much wider; medium ones half as much. */
const SEMIBOLD = 20;
/** A letter of a script without a table: the widest usual, so that a label is rather dropped than overlapping. */
const UNKNOWN = 1000;

const advances = new Map<string, number>();
ASCII.split(',').forEach((width, index) => advances.set(String.fromCharCode(32 + index), Number(width)));
CYRILLIC.split(',').forEach((width, index) => advances.set(String.fromCharCode(0x410 + index), Number(width)));
const endings = new Map<string, number>();
for (const [letters, inside, last] of ARABIC) {
	for (const letter of letters) {
		advances.set(letter, inside);
		endings.set(letter, last);
	}
}
for (const [sign, width] of Object.entries(PUNCTUATION)) advances.set(sign, width);

function advanceOf(sign: string): number {
	const known = advances.get(sign);
	if (known !== undefined) return known;
	const code = sign.codePointAt(0) ?? 0;
	// Marks above and below letters, joiners, direction marks and isolates take no room.
	if (/[\p{Mn}\p{Cf}]/u.test(sign)) return 0;
	if (code === 0x2002) return 500;
	if (code === 0xa0) return 281;
	if (code >= 0x660 && code <= 0x669) return 600;
	if (code >= 0x6f0 && code <= 0x6f9) return 600;
	if (code >= 0x2018 && code <= 0x201f) return 470;
	if (code >= 0x400 && code <= 0x52f) return 720;
	if (code >= 0x600 && code <= 0x6ff) return 700;
	if (code >= 0xa1 && code <= 0x24f) return /\p{Lu}/u.test(sign) ? 760 : 620;
	return UNKNOWN;
}

/** Estimated width in px; a little too wide rather than too narrow. Pure and the same everywhere. */
export const estimateTextWidth: MeasureText = (text, size, weight) => {
	const signs = [...text];
	let sum = 0;
	let letters = 0;
	signs.forEach((sign, index) => {
		const last = endings.get(sign);
		const next = signs[index + 1];
		const advance = last !== undefined && (next === undefined || !joins(next)) ? last : advanceOf(sign);
		sum += advance;
		if (advance > 0) letters++;
	});
	if (weight > 400) sum += letters * (weight === 600 ? SEMIBOLD : SEMIBOLD / 2);
	return (sum * size) / 1000;
};

/** Does the word go on with this sign? Marks above letters do not end it, the zero-width non-joiner does. */
function joins(sign: string): boolean {
	return endings.has(sign) || /\p{Mn}/u.test(sign);
}

/** A measuring function that remembers: titles are asked for again at every frame. */
export function rememberWidths(measure: MeasureText, limit = 20_000): MeasureText {
	const known = new Map<string, number>();
	return (text, size, weight) => {
		const key = `${weight}|${size}|${text}`;
		let width = known.get(key);
		if (width === undefined) {
			if (known.size >= limit) known.clear();
			known.set(key, (width = measure(text, size, weight)));
		}
		return width;
	};
}

/** The remembered estimator: the default of the layout. */
export const estimatedWidth: MeasureText = rememberWidths(estimateTextWidth);
