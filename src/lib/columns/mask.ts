import { edgesOf } from '#lib/temporal/edges-of.ts';
import { partsOf, partsWithin, relateParts, type DateParts } from '#lib/temporal/date-parts.ts';
import { before } from '#lib/temporal/relation.ts';
import { columnFacet, KIND_OF_TABLE, type Facet } from '#lib/filter/facets.ts';
import type { Filter, Interval } from '#lib/filter/filter.ts';
import type { Codes, ColumnSet } from './column-set.ts';
import { facetColumn } from './facet-values.ts';
import { edgesAt } from './known-order.ts';
import { ROW_KINDS } from './row.ts';
import { textMask } from './text-mask.ts';

/** What a mask says of a row. */
export const NO = 0;
export const POSSIBLY = 1;
export const CERTAINLY = 2;

/** All bits: what leaves a row's answer as it is. Rows are struck with `&`, for a branch a row costs more than the rest. */
const ALL = 255;

/**
 * A filter's answer for every row: 0 no, 1 possibly, 2 certainly. The same as `matches` of the filter room, asked column
 * by column; rows that are gone are never kept.
 * @param textHits Which rows the filter's text finds (0/1 a row), where that was asked elsewhere. Without it the text is
 * looked for in the set's words, and asked of no row when they are not all here.
 * @throws RangeError when `published` is not EDTF.
 */
export function filterMask(set: ColumnSet, filter: Filter, textHits: Uint8Array | null = null): Uint8Array {
	const mask = new Uint8Array(set.count);
	const hits = filter.q ? (textHits ?? (set.words.complete ? textMask(set, filter.q) : null)) : null;
	keepKinds(set, mask, filter, hits);
	keepChosen(set, mask, 'kind', filter.kind);
	keepChosen(set, mask, 'status', filter.status);
	keepChosen(set, mask, 'track', filter.track);
	keepChosen(set, mask, 'topic', filter.topic);
	keepChosen(set, mask, 'actor', filter.actor);
	if (filter.conflict) {
		const { conflicts } = set;
		for (let row = 0; row < mask.length; row++) mask[row]! &= -Math.min(1, conflicts[row]!);
	}
	for (const [path, chosen] of Object.entries(filter.columns)) {
		const column = columnFacet(path);
		if (column) keepChosen(set, mask, column.facet, chosen, kindNumber(KIND_OF_TABLE[column.table]));
	}
	if (filter.within) keepWithin(set, mask, filter, filter.within);
	if (filter.published !== null) keepPublished(set, mask, filter, edgesOf(filter.published).latestEnd);
	return mask;
}

const found = new WeakMap<Uint8Array, Uint32Array>();

/** The rows a mask keeps, in row order. Whoever asks again about the same mask is given the same rows: neither is ever changed. */
export function rowsOf(mask: Uint8Array): Uint32Array {
	let rows = found.get(mask);
	if (!rows) found.set(mask, (rows = kept(mask)));
	return rows;
}

/** Four rows that are kept certainly, as without a filter all are. */
const ALL_CERTAINLY = CERTAINLY * 0x01010101;

/** The lowest bit of each of four rows. */
const ONE_EACH = 0x01010101;

/** Room to write rows into before their number is known; a new one each time would be a few MB for the collector at every key. */
let room = new Uint32Array(0);

function kept(mask: Uint8Array): Uint32Array {
	if (room.length <= mask.length) room = new Uint32Array(mask.length + 1);
	const rows = room;
	const quads = quadsOf(mask);
	let at = 0;
	for (let quad = 0; quad < quads.length; quad++) {
		// A text finds few of many: most quads hold nothing.
		const four = quads[quad]!;
		if (four === 0) continue;
		const first = quad * 4;
		if (four === ALL_CERTAINLY) {
			rows[at++] = first;
			rows[at++] = first + 1;
			rows[at++] = first + 2;
			rows[at++] = first + 3;
			continue;
		}
		for (let row = first; row < first + 4; row++) {
			rows[at] = row;
			at += Number(mask[row] !== NO);
		}
	}
	for (let row = quads.length * 4; row < mask.length; row++) {
		rows[at] = row;
		at += Number(mask[row] !== NO);
	}
	return rows.slice(0, at);
}

/** A mask four rows at a time, for passes that most rows have no part in; nothing where its place in memory allows no such view. */
function quadsOf(mask: Uint8Array): Uint32Array {
	return mask.byteOffset % 4 === 0 ? new Uint32Array(mask.buffer, mask.byteOffset, mask.length >> 2) : new Uint32Array(0);
}

/** Do two masks say the same of every row? */
export function isSameMask(a: Uint8Array, b: Uint8Array): boolean {
	if (a === b) return true;
	if (a.length !== b.length) return false;
	const [quadsOfA, quadsOfB] = [quadsOf(a), quadsOf(b)];
	const quads = Math.min(quadsOfA.length, quadsOfB.length);
	for (let quad = 0; quad < quads; quad++) if (quadsOfA[quad] !== quadsOfB[quad]) return false;
	for (let row = quads * 4; row < a.length; row++) if (a[row] !== b[row]) return false;
	return true;
}

/** How many rows a mask keeps. */
export function countOf(mask: Uint8Array): number {
	let count = 0;
	for (let row = 0; row < mask.length; row++) if (mask[row] !== NO) count++;
	return count;
}

/** A mask's kept rows as bits: bit r of byte r >> 3 is `1 << (r & 7)`. */
export function bitmapOf(mask: Uint8Array): Uint8Array {
	const bitmap = new Uint8Array((mask.length + 7) >> 3);
	const quads = quadsOf(mask);
	for (let quad = 0; quad < quads.length; quad++) {
		const four = quads[quad]!;
		if (four === 0) continue;
		// The lowest bit of each of four bytes, gathered side by side: no two of the products meet.
		const bits = Math.imul((four | (four >>> 1)) & ONE_EACH, 0x01020408) >>> 24;
		bitmap[quad >> 1]! |= (quad & 1) === 0 ? bits : bits << 4;
	}
	for (let row = quads.length * 4; row < mask.length; row++) if (mask[row] !== NO) bitmap[row >> 3]! |= 1 << (row & 7);
	return bitmap;
}

/** Four rows for four bits, the lowest first. */
const ROWS_OF_BITS = Uint32Array.from({ length: 16 }, (_, bits) => Math.imul(bits, 0x00204081) & ONE_EACH);

/** 0 or 1 for each of `count` rows; rows beyond the bitmap are 0. */
export function maskFromBitmap(bitmap: Uint8Array, count: number): Uint8Array {
	const mask = new Uint8Array(count);
	const quads = quadsOf(mask);
	const bytes = Math.min(bitmap.length, quads.length >> 1);
	for (let at = 0; at < bytes; at++) {
		const bits = bitmap[at]!;
		if (bits === 0) continue;
		quads[2 * at] = ROWS_OF_BITS[bits & 15]!;
		quads[2 * at + 1] = ROWS_OF_BITS[bits >> 4]!;
	}
	for (let row = bytes * 8; row < count; row++) mask[row] = (bitmap[row >> 3]! >> (row & 7)) & 1;
	return mask;
}

/** A bit in each of four rows that only the sign of gone ones has, and no kind. */
const ONLY_GONE = 0x80808080;

function kindNumber(kind: string): number {
	return (ROW_KINDS as readonly string[]).indexOf(kind);
}

/** Rows of the kinds asked for that the text finds. A row newer than the answer about the text is not known to hold it. */
function keepKinds({ kind }: ColumnSet, mask: Uint8Array, { tables }: Filter, hits: Uint8Array | null): void {
	const answer = new Uint8Array(256);
	for (let of = 0; of < ROW_KINDS.length; of++)
		if (tables.length === 0 || tables.some((table) => KIND_OF_TABLE[table] === ROW_KINDS[of])) answer[of] = CERTAINLY;
	if (!hits) {
		for (let row = 0; row < mask.length; row++) mask[row] = answer[kind[row]!]!;
		return;
	}
	const known = Math.min(mask.length, hits.length);
	const keep = (row: number) => (mask[row] = answer[kind[row]!]! & -Math.min(1, hits[row]!));
	const [quads, kinds, kept] = [quadsOf(hits), quadsOf(kind), quadsOf(mask)];
	const whole = Math.min(quads.length, kinds.length, kept.length, known >> 2);
	const every = ROW_KINDS.every((_, of) => answer[of] === CERTAINLY);
	for (let quad = 0; quad < whole; quad++) {
		// A text finds few of many: most quads hold nothing, and the mask begins empty.
		const four = quads[quad]!;
		if (four === 0) continue;
		// Of rows that are there all kinds are wanted: what the text finds is kept, four rows at a time.
		if (every && (kinds[quad]! & ONLY_GONE) === 0) kept[quad] = (four & ONE_EACH) * CERTAINLY;
		else for (let row = quad * 4; row < quad * 4 + 4; row++) keep(row);
	}
	for (let row = whole * 4; row < known; row++) keep(row);
}

/** Strikes rows that have none of the chosen values; with `only`, rows of other kinds are not asked. */
function keepChosen(set: ColumnSet, mask: Uint8Array, facet: Facet, chosen: readonly string[], only?: number): void {
	if (chosen.length === 0) return;
	const { values, codes, offsets } = facetColumn(set, facet);
	// By code + 1: place 0 is "not reported".
	const wanted = new Uint8Array(values.length + 1);
	const asked = new Set(chosen);
	if (asked.has('')) wanted[0] = ALL;
	for (let code = 0; code < values.length; code++) if (asked.has(values[code]!)) wanted[code + 1] = ALL;
	// Kinds that are not asked. `kind` also takes a whole kind: `event` means every event, said to be of whatever sort.
	const free = new Uint8Array(256);
	for (let kind = 0; kind < ROW_KINDS.length; kind++)
		if (only === undefined ? facet === 'kind' && asked.has(ROW_KINDS[kind]!) : kind !== only) free[kind] = ALL;
	const { kind } = set;
	if (!offsets) {
		for (let row = 0; row < mask.length; row++) mask[row]! &= wanted[codes[row]! + 1]! | free[kind[row]!]!;
		return;
	}
	const hits = hitsOf(wanted, codes, offsets, mask.length);
	for (let row = 0; row < mask.length; row++) mask[row]! &= hits[row]! | free[kind[row]!]!;
}

/** ALL for every row with a wanted code: codes are gone through end to end, and the row is looked for where one hits. */
function hitsOf(wanted: Uint8Array, codes: Codes, offsets: Uint32Array, count: number): Uint8Array {
	const hits = new Uint8Array(count);
	if (wanted[0] !== 0) for (let row = 0; row < count; row++) if (offsets[row] === offsets[row + 1]) hits[row] = ALL;
	const end = offsets[count]!;
	let row = 0;
	for (let at = 0; at < end; at++) {
		if (wanted[codes[at]! + 1] === 0) continue;
		row = rowAt(offsets, row, count, at);
		hits[row] = ALL;
	}
	return hits;
}

/** The row whose list holds place `at`, at or after `from`: in growing steps, then by halves. */
function rowAt(offsets: Uint32Array, from: number, count: number, at: number): number {
	let step = 1;
	let high = from + 1;
	while (high < count && offsets[high]! <= at) {
		from = high;
		high = Math.min(count, high + (step *= 2));
	}
	// offsets[from] <= at < offsets[high]
	while (high - from > 1) {
		const middle = (from + high) >> 1;
		if (offsets[middle]! <= at) from = middle;
		else high = middle;
	}
	return from;
}

/** The stretches of a row's date, as a known order leaves them; null when it is one. */
export function datePartsAt(set: ColumnSet, row: number): DateParts | null {
	const edtf = set.inParts.get(row);
	const stated = edtf === undefined ? null : partsOf(edtf);
	const now = set.stated.has(row) ? edgesAt(set, row) : null;
	return stated && now ? partsWithin(stated, now) : stated;
}

/** Strikes rows by how their dates stand to the interval; the few whose date is no one stretch are asked one by one. */
function keepWithin(set: ColumnSet, mask: Uint8Array, filter: Filter, within: Interval): void {
	const apart = Array.from(set.inParts.keys(), (row) => [row, mask[row]!, datePartsAt(set, row)] as const);
	keepByEdges(set, mask, filter, within);
	const kept = { no: NO, possibly: filter.possible ? POSSIBLY : NO, certainly: CERTAINLY };
	for (const [row, before, parts] of apart)
		if (parts) mask[row] = Math.min(before, kept[relateParts(filter.relation, parts, within.start, within.end)]);
}

/** `relate` of the temporal room, row by row without branches. */
function keepByEdges(set: ColumnSet, mask: Uint8Array, filter: Filter, { start, end }: Interval): void {
	const possibly = filter.possible ? POSSIBLY : NO;
	const undated = filter.undated ? POSSIBLY : NO;
	// By what holds, bit by bit: dated, possible, certain. What is certain is possible too.
	const answers = Uint8Array.of(undated, undated, undated, undated, NO, NO, possibly, CERTAINLY);
	switch (filter.relation) {
		case 'overlaps':
			return keepOverlapping(set, mask, answers, start, end);
		case 'during':
			return keepDuring(set, mask, answers, start, end);
		case 'before':
			return keepBefore(set, mask, answers, start);
		case 'after':
			return keepAfter(set, mask, answers, end);
		case 'by':
			return keepBefore(set, mask, answers, end);
	}
}

function keepOverlapping(set: ColumnSet, mask: Uint8Array, answers: Uint8Array, start: number, end: number): void {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = set;
	for (let row = 0; row < mask.length; row++) {
		const from = earliestStart[row]!;
		const dated = Number(from === from);
		const possible = Number(from < end) & Number(latestEnd[row]! > start);
		const certain = Number(latestStart[row]! <= end) & Number(earliestEnd[row]! >= start);
		mask[row] = Math.min(mask[row]!, answers[(dated << 2) | (possible << 1) | certain]!);
	}
}

function keepDuring(set: ColumnSet, mask: Uint8Array, answers: Uint8Array, start: number, end: number): void {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = set;
	for (let row = 0; row < mask.length; row++) {
		const [from, to] = [earliestStart[row]!, latestEnd[row]!];
		const dated = Number(from === from);
		const begins = Number(from >= start);
		const ends = Number(to <= end);
		const certain = begins & ends;
		const possible = (begins | Number(latestStart[row]! > start)) & (ends | Number(earliestEnd[row]! < end));
		mask[row] = Math.min(mask[row]!, answers[(dated << 2) | (possible << 1) | certain]!);
	}
}

function keepBefore({ earliestStart, earliestEnd, latestEnd }: ColumnSet, mask: Uint8Array, answers: Uint8Array, moment: number): void {
	for (let row = 0; row < mask.length; row++) {
		const from = earliestStart[row]!;
		const dated = Number(from === from);
		const certain = Number(latestEnd[row]! <= moment);
		const possible = certain | Number(earliestEnd[row]! < moment);
		mask[row] = Math.min(mask[row]!, answers[(dated << 2) | (possible << 1) | certain]!);
	}
}

function keepAfter({ earliestStart, latestStart }: ColumnSet, mask: Uint8Array, answers: Uint8Array, moment: number): void {
	for (let row = 0; row < mask.length; row++) {
		const from = earliestStart[row]!;
		const dated = Number(from === from);
		const certain = Number(from >= moment);
		const possible = certain | Number(latestStart[row]! > moment);
		mask[row] = Math.min(mask[row]!, answers[(dated << 2) | (possible << 1) | certain]!);
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
	let at = 0;
	for (let row = 0; row < mask.length; row++) {
		let answer: number = NO;
		for (const end = offsets[row + 1]!; at < end; at++) answer = Math.max(answer, answers[codes[at]!]!);
		mask[row] = Math.min(mask[row]!, answer);
	}
}
