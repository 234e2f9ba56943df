import { LOCALES, type Language } from './locales.ts';
import type { Translate } from './translate.ts';

const formats = new Map<Language, Intl.NumberFormat>();

/** A number in the reader's digits and separators; at most three decimals. */
export function formatNumber(n: number, language: Language): string {
	let format = formats.get(language);
	if (!format) {
		const { tag, digits } = LOCALES[language];
		format = new Intl.NumberFormat(`${tag}-u-nu-${digits}`);
		formats.set(language, format);
	}
	return format.format(n);
}

const shortFormats = new Map<Language, Intl.NumberFormat>();
/** Up to here a number is written out where there is little room. */
const LONGEST = 9999;

/** A count where there is little room: "1,234", "56K", "1.2M", in the reader's digits and words. */
export function formatCount(n: number, language: Language): string {
	if (n <= LONGEST) return formatNumber(n, language);
	let format = shortFormats.get(language);
	if (!format) {
		const { tag, digits } = LOCALES[language];
		format = new Intl.NumberFormat(`${tag}-u-nu-${digits}`, { notation: 'compact', maximumSignificantDigits: 3 });
		shortFormats.set(language, format);
	}
	return format.format(n);
}

/** A whole number in the reader's digits without grouping, as years and days are written; padded with zeros to `width`. */
export function formatDigits(n: number, language: Language, width = 1): string {
	const text = `${n < 0 ? '−' : ''}${String(Math.abs(n)).padStart(width, '0')}`;
	// U+06F0 is the Persian zero.
	return LOCALES[language].digits === 'latn' ? text : text.replace(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)));
}

/** A number known within bounds, both included; null is open. */
export interface NumberRange {
	readonly min: number | null;
	readonly max: number | null;
}

/** "5", "4–6", "6 or more", "at most 3"; of nothing known, an empty text. */
export function formatRangeOfNumbers({ min, max }: NumberRange, t: Translate, language: Language): string {
	const from = min === null ? '' : formatNumber(min, language);
	const to = max === null ? '' : formatNumber(max, language);
	if (from && to) return min === max ? from : t('dates.tight-range', { from, to });
	if (from) return t('dates.or-more', { number: from });
	return to && t('dates.at-most', { number: to });
}
