import type { EdtfDate, EdtfValue, Precision, Qualifier } from './edtf-value.ts';
import { requireEdtf } from './edtf.ts';

/**
 * Whether any part of the date is marked approximate (`~`, `%`) or uncertain (`?`, `%`).
 * @throws RangeError when the text is not EDTF.
 */
export function qualifierOf(edtf: string): Qualifier {
	return qualifierOfValue(requireEdtf(edtf));
}

/** The same of a parsed value. */
export function qualifierOfValue(value: EdtfValue): Qualifier {
	const signs = datesIn(value).flatMap(({ qualifiers }) => [qualifiers.year, qualifiers.month, qualifiers.day]);
	return { approximate: signs.some((sign) => sign.approximate), uncertain: signs.some((sign) => sign.uncertain) };
}

const FINEST_LAST: readonly Precision[] = ['none', 'millennium', 'century', 'decade', 'year', 'season', 'month', 'day', 'minute', 'second'];

/**
 * The unit to which a date is stated; of an interval or set, the coarsest of its dates.
 * @throws RangeError when the text is not EDTF.
 */
export function precisionOf(edtf: string): Precision {
	const ranks = datesIn(requireEdtf(edtf)).map(({ precision }) => FINEST_LAST.indexOf(precision));
	return FINEST_LAST[Math.min(...ranks)] ?? 'none';
}

/** The dates a value is made of, in the order written. */
export function datesIn(value: EdtfValue): readonly EdtfDate[] {
	if (value.type === 'date') return [value];
	const parts =
		value.type === 'interval' ? [value.start, value.end] : value.members.flatMap(({ from, to, range }) => (range ? [from, to] : [from]));
	return parts.filter((part): part is EdtfDate => typeof part === 'object');
}
