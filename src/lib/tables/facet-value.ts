import { facetOf } from '#lib/filter/facets.ts';
import { kindLabel, stageLabel, statusLabel } from '#lib/language/labels.ts';
import type { CellContext } from './cells.ts';

/** A value a column can be filtered by. */
export interface FacetValue {
	/** As it stands in the address; '' is "not reported". */
	readonly value: string;
	/** In the reader's words. */
	readonly label: string;
	/** Rows that have it, under all other filters. */
	readonly count: number;
}

/** Counted values of a table's column (`facetChoices`), each with its name in the reader's language. */
export function facetValues(
	column: string,
	counts: readonly { readonly value: string; readonly count: number }[],
	context: Pick<CellContext, 't' | 'labelOf'>
): FacetValue[] {
	return counts.map(({ value, count }) => ({ value, count, label: valueLabel(column, value, context) }));
}

/** A value of a column in the reader's words. */
export function valueLabel(column: string, value: string, { t, labelOf }: Pick<CellContext, 't' | 'labelOf'>): string {
	if (value === '') return t('tables.not-reported');
	switch (facetOf(column)) {
		case 'kind':
			return kindLabel(t, value);
		case 'status':
			return statusLabel(t, value);
		case 'stage':
			return value.startsWith('planned:') ? t('tables.planned', { what: stageLabel(t, value) }) : stageLabel(t, value);
		case 'track':
		case 'topic':
		case 'actor':
		case 'source':
		case 'place':
			return labelOf(value);
		default:
			return value;
	}
}
