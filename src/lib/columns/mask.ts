import { edgesOf } from '#lib/temporal/edges-of.ts';
import { before } from '#lib/temporal/relation.ts';
import { columnFacet, KIND_OF_TABLE, type Facet } from '#lib/filter/facets.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { ColumnSet } from './column-set.ts';
import { facetColumn } from './facet-values.ts';
import { ROW_KINDS } from './row.ts';
import { textMask } from './text-index.ts';

/** What a mask says of a row. */
export const NO = 0;
export const POSSIBLY = 1;
export const CERTAINLY = 2;

/**
 * A filter's answer for every row: 0 no, 1 possibly, 2 certainly. The same as `matches` of the filter room, asked column
 * by column.
 * @throws RangeError when `published` is not EDTF.
 */
export function filterMask(set: ColumnSet, filter: Filter): Uint8Array {
	const mask = new Uint8Array(set.count).fill(CERTAINLY);
	if (filter.tables.length) keepKinds(set, mask, new Set(filter.tables.map((table) => kindNumber(KIND_OF_TABLE[table]))));
	keepChosen(set, mask, 'kind', filter.kind);
	keepChosen(set, mask, 'status', filter.status);
	keepChosen(set, mask, 'track', filter.track);
	keepChosen(set, mask, 'topic', filter.topic);
	keepChosen(set, mask, 'actor', filter.actor);
	if (filter.conflict) for (let row = 0; row < set.count; row++) if (set.conflicts[row] === 0) mask[row] = NO;
	for (const [path, chosen] of Object.entries(filter.columns)) {
		const column = columnFacet(path);
		if (column) keepChosen(set, mask, column.facet, chosen, kindNumber(KIND_OF_TABLE[column.table]));
	}
	if (filter.within) keepWithin(set, mask, filter, filter.within.start, filter.within.end);
	if (filter.published !== null) keepPublished(set, mask, filter, edgesOf(filter.published).latestEnd);
	if (filter.q) {
		const texts = textMask(set, filter.q);
		for (let row = 0; row < set.count; row++) if (texts[row] === 0) mask[row] = NO;
	}
	return mask;
}

/** The rows a mask keeps, in row order. */
export function rowsOf(mask: Uint8Array): Uint32Array {
	let count = 0;
	for (let row = 0; row < mask.length; row++) if (mask[row] !== NO) count++;
	const rows = new Uint32Array(count);
	let at = 0;
	for (let row = 0; row < mask.length; row++) if (mask[row] !== NO) rows[at++] = row;
	return rows;
}

function kindNumber(kind: string): number {
	return (ROW_KINDS as readonly string[]).indexOf(kind);
}

function keepKinds(set: ColumnSet, mask: Uint8Array, kinds: ReadonlySet<number>): void {
	for (let row = 0; row < set.count; row++) if (!kinds.has(set.kind[row]!)) mask[row] = NO;
}

/** Strikes rows that have none of the chosen values; with `only`, rows of other kinds are not asked. */
function keepChosen(set: ColumnSet, mask: Uint8Array, facet: Facet, chosen: readonly string[], only?: number): void {
	if (chosen.length === 0) return;
	const { values, each } = facetColumn(set, facet);
	const wanted = Uint8Array.from(values, (value) => Number(chosen.includes(value)));
	// `kind` also takes a whole kind: `event` means every event, said to be of whatever sort.
	const wholeKinds = ROW_KINDS.map((kind) => facet === 'kind' && chosen.includes(kind));
	for (let row = 0; row < set.count; row++) {
		if (mask[row] === NO || (only !== undefined && set.kind[row] !== only)) continue;
		if (only === undefined && wholeKinds[set.kind[row]!]) continue;
		let hit = false;
		each(row, (code) => (hit ||= wanted[code] === 1));
		if (!hit) mask[row] = NO;
	}
}

function keepWithin(set: ColumnSet, mask: Uint8Array, filter: Filter, start: number, end: number): void {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = set;
	const possibly = filter.possible ? POSSIBLY : NO;
	const undated = filter.undated ? POSSIBLY : NO;
	for (let row = 0; row < set.count; row++) {
		if (mask[row] === NO) continue;
		let answer = CERTAINLY;
		if (Number.isNaN(earliestStart[row]!)) answer = undated;
		else if (!(earliestStart[row]! < end && latestEnd[row]! > start)) answer = NO;
		else if (!(latestStart[row]! <= end && earliestEnd[row]! >= start)) answer = possibly;
		if (answer < mask[row]!) mask[row] = answer;
	}
}

/** A row is as public as the surest of its sources. */
function keepPublished(set: ColumnSet, mask: Uint8Array, filter: Filter, end: number): void {
	const possibly = filter.possible ? POSSIBLY : NO;
	const answers = Uint8Array.from(set.sources.values, (source) => {
		const published = set.published.get(source);
		const certainty = published === undefined ? 'possibly' : before(edgesOf(published), end);
		return certainty === 'certainly' ? CERTAINLY : certainty === 'possibly' ? possibly : NO;
	});
	const { offsets, codes } = set.sources;
	for (let row = 0; row < set.count; row++) {
		let answer = NO;
		for (let i = offsets[row]!; i < offsets[row + 1]!; i++) answer = Math.max(answer, answers[codes[i]!]!);
		if (answer < mask[row]!) mask[row] = answer;
	}
}
