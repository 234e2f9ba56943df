import { compareForSort } from '#lib/temporal/agree.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import type { Language } from '#lib/language/locales.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import { textIn } from '#lib/language/text-in.ts';
import { STAGES } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import { STATUSES, SUBKINDS } from '#lib/filter/facets.ts';
import { isSortColumn, type SortColumn, type SortKey } from '#lib/filter/sort.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';
import { ROW_KINDS, valueOf } from './row.ts';

/** A rank for every row: equal ranks tie; NaN is "not reported" and comes last, whichever way the order runs. */
type Ranks = Float64Array;

const remembered = new WeakMap<ColumnSet, Map<string, Ranks>>();

/**
 * Rows in the order asked for: by the first key, ties by the next, and so on; full ties keep the order given. Texts
 * are ordered as a reader of `language` expects; an unknown column orders nothing. The rows given are left as they are.
 */
export function orderRows(set: ColumnSet, rows: Uint32Array, sort: readonly SortKey[], language: Language): Uint32Array {
	const keys = sort.flatMap(({ column, descending }) => {
		return isSortColumn(column) ? [{ ranks: ranksOf(set, column, language), sign: descending ? -1 : 1 }] : [];
	});
	return rows.slice().sort((a, b) => {
		for (const { ranks, sign } of keys) {
			const order = compareRanks(ranks[a]!, ranks[b]!, sign);
			if (order !== 0) return order;
		}
		return 0;
	});
}

function compareRanks(a: number, b: number, sign: number): number {
	if (a === b) return 0;
	if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
	if (Number.isNaN(b)) return -1;
	return sign * (a - b);
}

function ranksOf(set: ColumnSet, column: SortColumn, language: Language): Ranks {
	let known = remembered.get(set);
	if (!known) remembered.set(set, (known = new Map()));
	const key = `${column} ${language}`;
	let ranks = known.get(key);
	if (!ranks) known.set(key, (ranks = makeRanks(set, column, language)));
	return ranks;
}

function makeRanks(set: ColumnSet, column: SortColumn, language: Language): Ranks {
	switch (column) {
		case 'title':
			return textRanks(set.title, language);
		case 'place':
			return textRanks(set.place, language);
		case 'date':
		case 'due':
			return dateRanks(set);
		case 'kind':
			return codedRanks(set.subkind, listed(set.subkind.values, SUBKINDS));
		case 'status':
			return codedRanks(set.status, listed(set.status.values, STATUSES));
		case 'stage':
			return stageRanks(set);
		case 'track':
			return codedRanks(set.track, nameRanks(set, set.track.values, language));
		case 'actor':
		case 'parties':
		case 'participants':
		case 'owner':
			return firstRanks(set.actors, nameRanks(set, set.actors.values, language));
		case 'topics':
			return firstRanks(set.topics, nameRanks(set, set.topics.values, language));
		case 'sources':
			return Float64Array.from({ length: set.count }, (_, row) => set.sources.offsets[row + 1]! - set.sources.offsets[row]!);
		case 'conflict':
			return Float64Array.from(set.conflicts);
	}
}

function dateRanks(set: ColumnSet): Ranks {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = set;
	const edges: Edges[] = Array.from({ length: set.count }, (_, row) => ({
		earliestStart: earliestStart[row]!,
		latestStart: latestStart[row]!,
		earliestEnd: earliestEnd[row]!,
		latestEnd: latestEnd[row]!
	}));
	const dated = edges.map((_, row) => row).filter((row) => !Number.isNaN(earliestStart[row]!));
	return denseRanks(set.count, dated, (a, b) => compareForSort(edges[a]!, edges[b]!));
}

/** How far an agreement has come; a stage planned ranks just before the same stage reached. Other kinds have none. */
function stageRanks(set: ColumnSet): Ranks {
	const agreement = ROW_KINDS.indexOf('agreement');
	return Float64Array.from({ length: set.count }, (_, row) => {
		if (set.kind[row] !== agreement) return NaN;
		const stage = (STAGES as readonly string[]).indexOf(valueOf(set.status, row).slice('agreement:'.length));
		return stage < 0 ? NaN : stage * 2 + (set.planned[row] ? 0 : 1);
	});
}

function textRanks(texts: readonly (Text | null)[], language: Language): Ranks {
	const keys = texts.map((text) => keyOf(text, language));
	const present = keys.map((_, row) => row).filter((row) => keys[row] !== '');
	return denseRanks(texts.length, present, (a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
}

/** Ranks of ids by their names; an id without a name stands by itself as written. */
function nameRanks(set: ColumnSet, ids: readonly string[], language: Language): Ranks {
	return textRanks(
		ids.map((id) => set.names.get(id) ?? { en: id }),
		language
	);
}

function keyOf(text: Text | null, language: Language): string {
	const { text: chosen } = textIn(text, language);
	return chosen && sortKey(chosen, language);
}

/** Ranks of values by their place in a list; unlisted ones after it. */
function listed(values: readonly string[], order: readonly string[]): Ranks {
	return Float64Array.from(values, (value) => (order.includes(value) ? order.indexOf(value) : order.length));
}

function codedRanks({ codes }: CodedColumn, ranks: Ranks): Ranks {
	return Float64Array.from(codes, (code) => ranks[code] ?? NaN);
}

function firstRanks({ offsets, codes }: CodedListColumn, ranks: Ranks): Ranks {
	return Float64Array.from({ length: offsets.length - 1 }, (_, row) =>
		offsets[row] === offsets[row + 1] ? NaN : (ranks[codes[offsets[row]!]!] ?? NaN)
	);
}

/** 0, 1, 2 … for the rows given, equal ones sharing a rank; NaN for all others. */
function denseRanks(count: number, rows: readonly number[], compare: (a: number, b: number) => number): Ranks {
	const ranks = new Float64Array(count).fill(NaN);
	let rank = 0;
	let previous: number | undefined;
	for (const row of rows.toSorted(compare)) {
		if (previous !== undefined && compare(previous, row) !== 0) rank++;
		ranks[row] = rank;
		previous = row;
	}
	return ranks;
}
