import type { Draft, SetNames } from './build.ts';
import { GONE, type CodedColumn, type CodedListColumn, type ColumnSet, type RowOrder, type UnresolvedLink } from './column-set.ts';
import type { Dictionary, ListDraft } from './dictionary.ts';
import { Ids } from './id-column.ts';
import { edgesAt, narrowedRows } from './known-order.ts';
import { allocate, type Growing, type Numbers, type NumbersOf } from './memory.ts';
import { EDGES, LINKS, ROW_KINDS } from './row.ts';
import { rowOrder } from './row-order.ts';
import { allWords, createWordsCache } from './words.ts';

const FOLLOW_UP = ROW_KINDS.indexOf('follow-up');

/** The columns of a draft: rows in ledger order (or as they came), links as rows, dictionaries in order of first appearance. */
export function finishColumns(draft: Draft, names: SetNames, seq: number, shared: boolean, ordered = false): ColumnSet {
	const order = ordered ? null : rowOrder(draft.since.numbers, draft.id.numbers, draft.ids);
	const take = <T extends Numbers>(of: NumbersOf<T>, from: Growing<T>): T => {
		const column = allocate(of, draft.count, shared);
		const numbers = from.numbers;
		if (order) for (let row = 0; row < order.length; row++) column[row] = numbers[order[row]!]!;
		else column.set(numbers);
		return column;
	};
	const coded = (from: { dictionary: Dictionary; codes: Growing<Int32Array> }): CodedColumn => {
		const codes = take(Int32Array, from.codes);
		return { values: renumbered(from.dictionary.values, codes).map((code) => from.dictionary.values[code]!), codes };
	};
	const kind = take(Uint8Array, draft.kind);
	const { links, unresolved } = resolveLinks(draft, order, kind, shared);
	const track = coded(draft.track);
	const [previous, followsFrom, arisesFrom, partOf, atEvent] = links as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
	for (let row = 0; row < kind.length; row++)
		if (kind[row] === FOLLOW_UP) track.codes[row] = trackOfOrigin(kind, track.codes, arisesFrom[row]!);
	const [earliestStart, latestStart, earliestEnd, latestEnd] = draft.edges.map((edge) => take(Float64Array, edge)) as [
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array
	];
	const placeCodes = take(Int32Array, draft.place.codes);
	const places = renumbered(draft.place.dictionary.values, placeCodes);
	const [topics, actors, sources, stages] = draft.lists.map((list) => listColumn(list, order, shared)) as [
		CodedListColumn,
		CodedListColumn,
		CodedListColumn,
		CodedListColumn
	];
	const words = draft.words;
	const id = idColumn(draft, order, shared);
	const edges = { earliestStart, latestStart, earliestEnd, latestEnd };
	const orders = rowOrders(draft, order);
	const narrowed = narrowedRows(orders, standing(id, kind), (row) => edgesAt(edges, row));
	for (const [row, { now }] of narrowed) for (const edge of EDGES) edges[edge][row] = now[edge];
	return {
		seq,
		count: draft.count,
		id,
		kind,
		subkind: coded(draft.subkind),
		status: coded(draft.status),
		earliestStart,
		latestStart,
		earliestEnd,
		latestEnd,
		inParts: byRow(draft.inParts, order),
		otherDates: otherDates(draft, order, shared),
		planned: take(Uint8Array, draft.planned),
		conflicts: take(Uint16Array, draft.conflicts),
		voices: take(Uint16Array, draft.voices),
		track,
		place: { values: places.map((code) => draft.place.dictionary.values[code]!), codes: placeCodes },
		places: places.map((code) => draft.place.texts[code]!),
		topics,
		actors,
		sources,
		stages,
		previous,
		followsFrom,
		arisesFrom,
		partOf,
		atEvent,
		unresolved,
		orders,
		stated: new Map(Array.from(narrowed, ([row, { stated }]) => [row, stated])),
		ordinal: take(Int32Array, draft.ordinal),
		...names,
		words: words ? allWords(order ? Array.from(order, (at) => words[at]) : words) : createWordsCache()
	};
}

/** The row of an id, unless it is gone. */
export function standing(id: ColumnSet['id'], kind: Uint8Array): (id: string) => number {
	return (each) => {
		const row = id.rowOf(each);
		return row >= 0 && kind[row] !== GONE ? row : -1;
	};
}

function rowOrders({ orders }: Draft, order: Uint32Array | null): RowOrder[] {
	return [...byRow(orders, order)].flatMap(([row, own]) => own.map((each): RowOrder => ({ ...each, row })));
}

/** What few rows have, by row instead of by the place it came at; ascending. */
function byRow<T>(came: ReadonlyMap<number, T>, order: Uint32Array | null): Map<number, T> {
	if (!order || came.size === 0) return new Map(came);
	const rows = new Map<number, T>();
	order.forEach((at, row) => came.has(at) && rows.set(row, came.get(at)!));
	return rows;
}

/** The track a follow-up has from the row it arises from. */
export function trackOfOrigin(kind: Uint8Array, tracks: Int32Array, origin: number): number {
	return origin < 0 || kind[origin] === FOLLOW_UP || kind[origin] === GONE ? -1 : tracks[origin]!;
}

/** Numbers the codes anew in order of first appearance, in place; answers the old code of each new one. */
function renumbered(values: readonly string[], codes: Int32Array | Uint32Array): number[] {
	const now = new Int32Array(values.length).fill(-1);
	const old: number[] = [];
	for (let at = 0; at < codes.length; at++) {
		const code = codes[at]!;
		// Beyond any dictionary: "not reported" is -1, and no code of a list.
		if (code === -1) continue;
		if (now[code]! < 0) now[code] = old.push(code) - 1;
		codes[at] = now[code]!;
	}
	return old;
}

function listColumn({ dictionary, ends, codes }: ListDraft, order: Uint32Array | null, shared: boolean): CodedListColumn {
	const offsets = allocate(Uint32Array, ends.length + 1, shared);
	const column = allocate(Uint32Array, codes.length, shared);
	const [from, to] = [codes.room, ends.room];
	if (order) {
		let next = 0;
		for (let row = 0; row < order.length; row++) {
			const at = order[row]!;
			for (let i = at === 0 ? 0 : to[at - 1]!; i < to[at]!; i++) column[next++] = from[i]!;
			offsets[row + 1] = next;
		}
	} else {
		column.set(codes.numbers);
		offsets.set(ends.numbers, 1);
	}
	const values = renumbered(dictionary.values, column).map((code) => dictionary.values[code]!);
	return { values, offsets, codes: column };
}

function idColumn({ ids, id, count }: Draft, order: Uint32Array | null, shared: boolean): Ids {
	const offsets = allocate(Uint32Array, count + 1, shared);
	const numbers = id.room;
	const numberAt = (row: number) => numbers[order ? order[row]! : row]!;
	for (let row = 0; row < count; row++) {
		const number = numberAt(row);
		offsets[row + 1] = offsets[row]! + ids.ends.room[number]! - ids.startOf(number);
	}
	const bytes = allocate(Uint8Array, offsets[count]!, shared);
	const from = ids.bytes.room;
	for (let row = 0; row < count; row++) {
		const start = ids.startOf(numberAt(row));
		const to = offsets[row]!;
		for (let at = offsets[row + 1]! - to - 1; at >= 0; at--) bytes[to + at] = from[start + at]!;
	}
	return new Ids(bytes, offsets);
}

/** Links as rows. One that names nothing here, or what is gone, is -1 and written down. */
function resolveLinks(draft: Draft, order: Uint32Array | null, kind: Uint8Array, shared: boolean) {
	const { ids, id, links, count } = draft;
	const rowOfNumber = new Int32Array(ids.ends.length).fill(-1);
	const numbers = id.room;
	for (let row = 0; row < count; row++) if (kind[row] !== GONE) rowOfNumber[numbers[order ? order[row]! : row]!] = row;
	const unresolved: UnresolvedLink[] = [];
	const columns = links.map((link, index) => {
		const column = allocate(Int32Array, count, shared);
		const from = link.room;
		for (let row = 0; row < count; row++) {
			const number = from[order ? order[row]! : row]!;
			const to = number < 0 ? -1 : rowOfNumber[number]!;
			column[row] = to;
			if (number >= 0 && to < 0) unresolved.push({ row, link: LINKS[index]!, id: ids.at(number) });
		}
		return column;
	});
	return { links: columns, unresolved };
}

function otherDates({ others, count }: Draft, order: Uint32Array | null, shared: boolean): ColumnSet['otherDates'] {
	const length = others.rows.length;
	const rows = allocate(Uint32Array, length, shared);
	const start = allocate(Float64Array, length, shared);
	const end = allocate(Float64Array, length, shared);
	const [came, starts, ends] = [others.rows.numbers, others.start.numbers, others.end.numbers];
	// By the place it came at; 0 is none.
	const entry = new Uint32Array(order ? count : 0);
	if (order) came.forEach((at, index) => (entry[at] = index + 1));
	let next = 0;
	for (let at = 0; at < (order ? count : length); at++) {
		const index = order ? entry[order[at]!]! - 1 : at;
		if (index < 0) continue;
		rows[next] = order ? at : came[index]!;
		start[next] = starts[index]!;
		end[next++] = ends[index]!;
	}
	return { rows, start, end };
}
