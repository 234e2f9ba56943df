import { datesAgree } from '#lib/temporal/agree.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { DateValue, RangeValue } from './claim.ts';
import type { ValueType } from './fields.ts';
import { LANGUAGES, type Language, type Text } from './text.ts';

/**
 * Whether two claimed values say the same (DESIGN, "Resolving"): dates edge by edge, ranges when nested, texts when
 * every language both have is equal. `null` ("none") agrees only with itself.
 */
export function valuesAgree(type: ValueType, a: unknown, b: unknown): boolean {
	if (a === null || b === null) return a === b;
	switch (type.type) {
		case 'date':
			return datesAgree(edgesOf((a as DateValue).edtf), edgesOf((b as DateValue).edtf));
		case 'range':
			return holds(a as RangeValue, b as RangeValue) || holds(b as RangeValue, a as RangeValue);
		case 'text':
			return LANGUAGES.every((language) => sameWords((a as Text)[language], (b as Text)[language]));
		case 'string':
			return String(a).normalize('NFKC').trim() === String(b).normalize('NFKC').trim();
		default:
			return a === b;
	}
}

/** What agreeing values show together, best first: the narrowest date or range, texts with all their languages, else the first. */
export function shownTogether(type: ValueType, values: readonly unknown[]): unknown {
	const [first] = values;
	if (first === null || (values.length === 1 && type.type !== 'text')) return first;
	switch (type.type) {
		case 'date':
			return narrowest(values as readonly DateValue[], dateWidth);
		case 'range':
			return narrowest(values as readonly RangeValue[], rangeWidth);
		case 'text':
			return everyLanguage(values as readonly Text[]);
		default:
			return first;
	}
}

function sameWords(a: string | undefined, b: string | undefined): boolean {
	return a === undefined || b === undefined || plain(a) === plain(b);
}

function plain(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase();
}

/** Whether the outer range holds the inner one; null is open. */
function holds(outer: RangeValue, inner: RangeValue): boolean {
	return (outer.min ?? -Infinity) <= (inner.min ?? -Infinity) && (outer.max ?? Infinity) >= (inner.max ?? Infinity);
}

interface Width {
	/** How many sides are open or unknown. */
	readonly endless: number;
	/** The sum of the others. */
	readonly finite: number;
}

function widthOf(...ranges: readonly (readonly [number, number])[]): Width {
	const widths = ranges.map(([from, to]) => (from === to ? 0 : to - from));
	return {
		endless: widths.filter((width) => width === Infinity).length,
		finite: widths.filter((width) => width !== Infinity).reduce((sum, width) => sum + width, 0)
	};
}

function dateWidth({ edtf }: DateValue): Width {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = edgesOf(edtf);
	return widthOf([earliestStart, latestStart], [earliestEnd, latestEnd]);
}

function rangeWidth({ min, max }: RangeValue): Width {
	return widthOf([min ?? -Infinity, max ?? Infinity]);
}

/** The value with the fewest endless sides, then the least width, then the first. Total, so it does not depend on grouping. */
function narrowest<V>(values: readonly V[], width: (value: V) => Width): V | null {
	let best: { value: V; width: Width } | null = null;
	for (const value of values) {
		const own = width(value);
		if (best === null || own.endless < best.width.endless || (own.endless === best.width.endless && own.finite < best.width.finite))
			best = { value, width: own };
	}
	return best === null ? null : best.value;
}

function everyLanguage(texts: readonly Text[]): Text {
	const all: Partial<Record<Language, string>> = {};
	for (const language of LANGUAGES) {
		const found = texts.find((text) => text[language] !== undefined)?.[language];
		if (found !== undefined) all[language] = found;
	}
	return all;
}
