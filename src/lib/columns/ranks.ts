import type { Language } from '#lib/language/locales.ts';
import { sortKey } from '#lib/language/sort-key.ts';
import { textIn } from '#lib/language/text-in.ts';
import { STAGES } from '#lib/domain/kinds.ts';
import type { Text } from '#lib/domain/text.ts';
import { STATUSES, SUBKINDS } from '#lib/filter/facets.ts';
import type { SortColumn, SortKey } from '#lib/filter/sort.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';
import { dateRanks, latestDateRanks } from './date-ranks.ts';
import { NONE, ranked, type Ranks } from './rank.ts';
import { ROW_KINDS } from './row.ts';

const remembered = new WeakMap<ColumnSet, Map<string, Ranks>>();

/** Ranks had elsewhere: one a row, equal ones tie, 0xffffffff "not reported". @throws RangeError when there are fewer than rows. */
export function provideRanks(set: ColumnSet, column: SortColumn, language: Language, ranks: Uint32Array): void {
	if (ranks.length < set.count) throw new RangeError(`${ranks.length} ranks for ${set.count} rows`);
	memoryOf(set).set(keyOf(column, language), ranked(ranks.length === set.count ? ranks : ranks.subarray(0, set.count)));
}

/** Whether ranks of a column are here already. */
export function isRanked(set: ColumnSet, column: SortColumn, language: Language): boolean {
	return memoryOf(set).has(keyOf(column, language));
}

/**
 * What is to be provided before these keys order the set: titles, where words are not all here; and the dates of such a set, which
 * could be ranked here, but not in the time of a frame.
 */
export function missingRanks(
	set: ColumnSet,
	sort: readonly SortKey[],
	language: Language
): { readonly column: SortColumn; readonly language: Language }[] {
	if (set.words.complete) return [];
	const provided = sort
		.map(({ column }) => (column === 'due' ? 'date' : column))
		.filter((column) => column === 'title' || column === 'date');
	return provided.flatMap((column) => (isRanked(set, column, language) ? [] : [{ column, language }]));
}

/** Ranks of a column, remembered; null when they must be provided first. */
export function ranksOf(set: ColumnSet, column: SortColumn, language: Language): Ranks | null {
	const known = memoryOf(set);
	const key = keyOf(column, language);
	let ranks = known.get(key);
	if (!ranks) {
		if (column === 'date' || column === 'due') {
			const dates = dateRanks(set);
			ranks = ranked(dates.ranks, dates.permutation);
		} else {
			const made = makeRanks(set, column, language);
			ranks = made ? ranked(made) : undefined;
		}
		if (ranks) known.set(key, ranks);
	}
	return ranks ?? null;
}

/** Lets a patched set keep the ranks of columns the patch left alone. */
export function carryRanks(from: ColumnSet, to: ColumnSet): void {
	if (from.count !== to.count) return;
	for (const [key, ranks] of memoryOf(from)) {
		const column = key.slice(0, key.indexOf(' ')) as SortColumn;
		const inputs = inputsOf(from, column);
		const now = inputsOf(to, column);
		if (inputs.every((input, index) => input === now[index])) memoryOf(to).set(key, ranks);
	}
}

function memoryOf(set: ColumnSet): Map<string, Ranks> {
	let known = remembered.get(set);
	if (!known) remembered.set(set, (known = new Map()));
	return known;
}

/** Date, status and the like do not depend on the reader; one memory serves all. */
function keyOf(column: SortColumn, language: Language): string {
	switch (column) {
		case 'due':
			return 'date ';
		case 'due.latest':
			return 'date.latest ';
		case 'date':
		case 'date.latest':
		case 'kind':
		case 'status':
		case 'stage':
		case 'sources':
		case 'conflict':
			return `${column} `;
		case 'parties':
		case 'participants':
		case 'owner':
			return `actor ${language}`;
		default:
			return `${column} ${language}`;
	}
}

function inputsOf(set: ColumnSet, column: SortColumn): readonly unknown[] {
	switch (column) {
		case 'title':
			return [set.words];
		case 'place':
			return [set.place.codes, set.places];
		case 'kind':
			return [set.subkind.codes, set.subkind.values];
		case 'status':
			return [set.status.codes, set.status.values];
		case 'stage':
			return [set.status.codes, set.status.values, set.kind, set.planned];
		case 'track':
			return [set.track.codes, set.track.values, set.names];
		case 'topics':
			return [set.topics.codes, set.topics.offsets, set.topics.values, set.names];
		case 'sources':
			return [set.sources.offsets];
		case 'conflict':
			return [set.conflicts];
		case 'date':
		case 'due':
		case 'date.latest':
		case 'due.latest':
			return [set.earliestStart, set.latestStart, set.earliestEnd, set.latestEnd];
		case 'actor':
		case 'parties':
		case 'participants':
		case 'owner':
			return [set.actors.codes, set.actors.offsets, set.actors.values, set.names];
	}
}

function makeRanks(set: ColumnSet, column: Exclude<SortColumn, 'date' | 'due'>, language: Language): Uint32Array | null {
	switch (column) {
		case 'title':
			if (!set.words.complete) return null;
			return textRanks(
				Array.from({ length: set.count }, (_, row) => set.words.of(row)?.title ?? null),
				language
			);
		case 'place':
			return codedRanks(set.place, textRanks(set.places, language));
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
		case 'sources': {
			const { offsets } = set.sources;
			const ranks = new Uint32Array(set.count);
			for (let row = 0; row < ranks.length; row++) ranks[row] = offsets[row + 1]! - offsets[row]!;
			return ranks;
		}
		case 'conflict':
			return new Uint32Array(set.conflicts);
		case 'date.latest':
		case 'due.latest':
			return latestDateRanks(set);
	}
}

/** How far an agreement has come; a stage planned ranks just before the same stage reached. Other kinds have none. */
function stageRanks({ kind, planned, status, count }: ColumnSet): Uint32Array {
	const agreement = ROW_KINDS.indexOf('agreement');
	const stages = status.values.map((value) => (STAGES as readonly string[]).indexOf(value.slice('agreement:'.length)));
	const ranks = new Uint32Array(count).fill(NONE);
	for (let row = 0; row < count; row++) {
		const stage = kind[row] === agreement ? (stages[status.codes[row]!] ?? -1) : -1;
		if (stage >= 0) ranks[row] = stage * 2 + (planned[row] ? 0 : 1);
	}
	return ranks;
}

/** Ranks of texts by the alphabet of the reader, each as it would be shown; a missing one has none. */
export function textRanks(texts: readonly (Text | null)[], language: Language): Uint32Array {
	const keys = texts.map((text) => {
		const chosen = textIn(text, language).text;
		return chosen && sortKey(chosen, language);
	});
	const present = keys.map((_, at) => at).filter((at) => keys[at] !== '');
	present.sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0));
	const ranks = new Uint32Array(texts.length).fill(NONE);
	let rank = 0;
	present.forEach((at, place) => {
		if (place > 0 && keys[at] !== keys[present[place - 1]!]) rank++;
		ranks[at] = rank;
	});
	return ranks;
}

/** Ranks of ids by their names; an id without a name stands by itself as written. */
export function nameRanks(set: ColumnSet, ids: readonly string[], language: Language): Uint32Array {
	return textRanks(
		ids.map((id) => set.names.get(id) ?? { en: id }),
		language
	);
}

/** Ranks of values by their place in a list; unlisted ones after it. */
export function listed(values: readonly string[], order: readonly string[]): Uint32Array {
	return Uint32Array.from(values, (value) => (order.includes(value) ? order.indexOf(value) : order.length));
}

function codedRanks({ codes }: CodedColumn, ranks: Uint32Array): Uint32Array {
	const rows = new Uint32Array(codes.length);
	for (let row = 0; row < rows.length; row++) rows[row] = codes[row]! < 0 ? NONE : ranks[codes[row]!]!;
	return rows;
}

function firstRanks({ offsets, codes }: CodedListColumn, ranks: Uint32Array): Uint32Array {
	const rows = new Uint32Array(offsets.length - 1);
	for (let row = 0; row < rows.length; row++) rows[row] = offsets[row] === offsets[row + 1] ? NONE : ranks[codes[offsets[row]!]!]!;
	return rows;
}
