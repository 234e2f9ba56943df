import { LOCALES, type Language } from '#lib/language/locales.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A length in bytes as people say it, in the reader's digits: "1.2 MB". */
export function sizeInWords(bytes: number, language: Language): string {
	let [size, unit] = [bytes, 0];
	while (size >= 1000 && unit < UNITS.length - 1) {
		size /= 1000;
		unit++;
	}
	const { tag, digits } = LOCALES[language];
	return new Intl.NumberFormat(`${tag}-u-nu-${digits}`, {
		style: 'unit',
		unit: UNITS[unit] ?? 'byte',
		// The short names are no words of every language: "484 byte", and Latin letters in Persian.
		unitDisplay: unit === 0 || language === 'fa' ? 'long' : 'short',
		maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0
	}).format(size);
}
