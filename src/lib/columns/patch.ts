import type { RecordBody } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import { contextOf } from '#lib/filter/context.ts';
import { datedEdges, plainText } from '#lib/filter/facts.ts';
import { partsOf } from '#lib/temporal/date-parts.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { GONE, type ColumnSet, type RowOrder, type RowWords, type WordsSource } from './column-set.ts';
import { standing, trackOfOrigin } from './finish.ts';
import { idsOf } from './id-column.ts';
import { edgesAt, narrowedRows } from './known-order.ts';
import { allocate } from './memory.ts';
import { Patched, PatchedCodes, PatchedLists } from './patching.ts';
import { patchLinks } from './patch-links.ts';
import { carryRanks } from './ranks.ts';
import { EDGES, hullOf, isRowKind, LINKS, LISTS, ROW_KINDS, rowOfRecord, type Row } from './row.ts';
import type { SetNames } from './build.ts';
import { allWords, createWordsCache, isAllWords, isWordsCache, wordsOfFacts } from './words.ts';
import { rowFromJson, type PatchJson } from './wire.ts';

/**
 * The set as of another `seq`: `changed` bodies of any kind take the place of the old ones or come last, `removed` ids
 * go. No row is renumbered: one that goes stays as GONE, and has its number again should it come back. The old set is
 * left as it is, and columns nothing changes in are shared with it.
 */
export function patchColumns(set: ColumnSet, changed: readonly RecordBody[], removed: readonly string[], seq: number): ColumnSet {
	const rows = changed.filter(({ kind }) => isRowKind(kind)).sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
	const ids = changed.map(({ id }) => id);
	return patched(set, rows.map(rowOfRecord), { ...contextOf(changed), changed: ids, removed, seq });
}

/** The same from a patch as sent. */
export function patchFromJson(set: ColumnSet, json: PatchJson): ColumnSet {
	const names: SetNames = {
		names: new Map(Object.entries(json.names)),
		spellings: new Map(Object.entries(json.spellings)),
		published: new Map(Object.entries(json.published))
	};
	const changed = [...json.rows.map(({ id }) => id), ...names.names.keys()];
	return patched(set, json.rows.map(rowFromJson), { ...names, changed, removed: json.removed, seq: json.seq });
}

/**
 * The set as of an earlier `seq`, by putting back what has changed since: of every record that has, its body then, null
 * when there was none. Row numbers are those of the set given; rows that had not come yet are GONE.
 */
export function columnsBefore(
	set: ColumnSet,
	then: Iterable<{ readonly id: string; readonly body: RecordBody | null }>,
	seq: number
): ColumnSet {
	const bodies: RecordBody[] = [];
	const absent: string[] = [];
	for (const { id, body } of then) {
		if (body) bodies.push(body);
		else absent.push(id);
	}
	return patchColumns(set, bodies, absent, seq);
}

interface Change extends SetNames {
	/** Ids of any kind that are as given now: what was known of their names no longer counts. */
	readonly changed: readonly string[];
	readonly removed: readonly string[];
	readonly seq: number;
}

function patched(set: ColumnSet, given: readonly Row[], change: Change): ColumnSet {
	const removed = new Set(change.removed);
	const fresh = given.filter(({ id }) => !removed.has(id));
	const added: Row[] = [];
	const rows = new Map<number, Row>();
	for (const row of fresh) {
		const at = set.id.rowOf(row.id);
		if (at >= 0) rows.set(at, row);
		else rows.set(set.count + added.push(row) - 1, row);
	}
	const gone = [...removed].map((id) => set.id.rowOf(id)).filter((row) => row >= 0 && set.kind[row] !== GONE);
	const id = idsOf(set.id, set.count).with(added.map((row) => row.id));
	const count = set.count + added.length;

	const kind = new Patched(set.kind, count);
	const edges = EDGES.map((edge) => new Patched(set[edge], count));
	const numbers = (['planned', 'conflicts', 'voices', 'ordinal'] as const).map((name) => new Patched(set[name], count));
	const [subkind, status, track, place] = [set.subkind, set.status, set.track, set.place].map((old) => new PatchedCodes(old, count)) as [
		PatchedCodes,
		PatchedCodes,
		PatchedCodes,
		PatchedCodes
	];
	const lists = LISTS.map((list) => new PatchedLists(set[list]));
	let places = set.places;

	const write = (at: number, row: Row) => {
		kind.set(at, ROW_KINDS.indexOf(row.kind as (typeof ROW_KINDS)[number]));
		[Number(row.planned), row.conflicts, row.voices, row.ordinal].forEach((value, index) => numbers[index]!.set(at, value));
		subkind.set(at, row.subkind);
		status.set(at, row.status);
		// A follow-up's track follows from its links, which are known later.
		if (row.kind !== 'follow-up') track.set(at, row.track);
		place.set(at, plainText(row.place));
		if (place.values.length > places.length) places = [...places, row.place!];
		LISTS.forEach((list, index) => lists[index]!.set(at, row[list]));
	};
	for (const [at, row] of rows) write(at, row);
	// Its other columns are asked of no row that is gone, and stay as they are.
	for (const at of gone) {
		kind.set(at, GONE);
	}
	const known = patchOrders(set, rows, gone, standing(id, kind.array));
	for (const [at, dated] of known.edges) EDGES.forEach((edge, index) => edges[index]!.set(at, dated ? dated[edge] : NaN));

	const { links, unresolved } = patchLinks(set, { rows, gone, id, kind: kind.array });
	const arisesFrom = links[LINKS.indexOf('arisesFrom')]!;
	followTracks(track.codes, kind.array, { before: set.arisesFrom, now: arisesFrom }, rows.keys(), [...gone, ...rows.keys()]);
	const [topics, actors, sources, stages] = lists.map((list) => list.column(count));
	const next: ColumnSet = {
		...set,
		seq: change.seq,
		count,
		id,
		kind: kind.array,
		subkind: subkind.column(),
		status: status.column(),
		earliestStart: edges[0]!.array,
		latestStart: edges[1]!.array,
		earliestEnd: edges[2]!.array,
		latestEnd: edges[3]!.array,
		inParts: patchParts(set, rows, gone),
		otherDates: patchOtherDates(set, rows, gone),
		planned: numbers[0]!.array as Uint8Array,
		conflicts: numbers[1]!.array as Uint16Array,
		voices: numbers[2]!.array as Uint16Array,
		ordinal: numbers[3]!.array as Int32Array,
		track: track.column(),
		place: place.column(),
		places,
		topics: topics!,
		actors: actors!,
		sources: sources!,
		stages: stages!,
		previous: links[0]!,
		followsFrom: links[1]!,
		arisesFrom,
		partOf: links[3]!,
		atEvent: links[4]!,
		unresolved,
		orders: known.orders,
		stated: known.stated,
		...patchNames(set, change),
		words: patchWords(set, count, rows, gone)
	};
	carryRanks(set, next);
	return next;
}

/**
 * The edges of every row whose date was written, or may stand otherwise now that another row's does (null: undated), with the
 * orders they are taken from.
 */
function patchOrders(
	set: ColumnSet,
	rows: ReadonlyMap<number, Row>,
	gone: readonly number[],
	rowOf: (id: string) => number
): { edges: Map<number, Edges | null>; orders: readonly RowOrder[]; stated: ColumnSet['stated'] } {
	const edges = new Map<number, Edges | null>(gone.map((row) => [row, null]));
	for (const [at, row] of rows) edges.set(at, datedEdges(row.date));
	const fresh = [...rows].flatMap(([row, { order = [] }]) => order.map((each): RowOrder => ({ ...each, row })));
	const kept = set.orders.filter(({ row }) => !edges.has(row));
	const same = fresh.length === 0 && kept.length === set.orders.length;
	const orders = same ? set.orders : [...kept, ...fresh].sort((a, b) => a.row - b.row);
	for (const [row, stated] of set.stated) if (!edges.has(row)) edges.set(row, stated);
	const narrowed = narrowedRows(orders, rowOf, (row) => (edges.has(row) ? edges.get(row)! : edgesAt(set, row)));
	for (const [row, { now }] of narrowed) edges.set(row, now);
	return { edges, orders, stated: new Map(Array.from(narrowed, ([row, { stated }]) => [row, stated])) };
}

/** Gives follow-ups the track of what they arise from: those written now, and those whose origin was, came or went. */
function followTracks(
	track: Patched<Int32Array>,
	kind: Uint8Array,
	origin: { readonly before: Int32Array; readonly now: Int32Array },
	written: Iterable<number>,
	touched: readonly number[]
): void {
	const followUp = ROW_KINDS.indexOf('follow-up');
	const follow = (row: number) => track.set(row, trackOfOrigin(kind, track.array, origin.now[row]!));
	for (const row of written) if (kind[row] === followUp) follow(row);
	const flags = new Uint8Array(kind.length);
	let any = false;
	for (const row of touched) if (kind[row] !== followUp) any = Boolean((flags[row] = 1));
	if (!any) return;
	const { before, now } = origin;
	for (let row = 0; row < kind.length; row++) {
		const from = now[row]! >= 0 ? now[row]! : (before[row] ?? -1);
		if (from >= 0 && flags[from] === 1 && kind[row] === followUp) follow(row);
	}
}

function patchParts({ inParts: old }: ColumnSet, rows: ReadonlyMap<number, Row>, gone: readonly number[]): ColumnSet['inParts'] {
	const fresh = [...rows].filter(([, { date }]) => date && partsOf(date.edtf));
	if (fresh.length === 0 && ![...rows.keys(), ...gone].some((row) => old.has(row))) return old;
	const kept = [...old].filter(([row]) => !rows.has(row) && !gone.includes(row));
	return new Map([...kept, ...fresh.map(([row, { date }]) => [row, date!.edtf] as const)].sort(([a], [b]) => a - b));
}

function patchOtherDates({ otherDates: old }: ColumnSet, rows: ReadonlyMap<number, Row>, gone: readonly number[]): ColumnSet['otherDates'] {
	const hulls = new Map<number, { start: number; end: number } | null>(gone.map((row) => [row, null]));
	for (const [at, row] of rows) hulls.set(at, hullOf([...row.earlierDates, ...row.dateVersions]));
	const kept: number[] = [];
	let changed = false;
	for (let index = 0; index < old.rows.length; index++) {
		const row = old.rows[index]!;
		if (!hulls.has(row)) kept.push(index);
		else changed = true;
	}
	const fresh = [...hulls].filter(([, hull]) => hull !== null).sort(([a], [b]) => a - b);
	if (!changed && fresh.length === 0) return old;
	const length = kept.length + fresh.length;
	const [now, start, end] = [allocate(Uint32Array, length), allocate(Float64Array, length), allocate(Float64Array, length)];
	let [next, from] = [0, 0];
	for (let at = 0; at < length; at++) {
		const index = kept[next];
		const entry = fresh[from];
		if (index !== undefined && (!entry || old.rows[index]! < entry[0])) {
			[now[at], start[at], end[at]] = [old.rows[index]!, old.start[index]!, old.end[index]!];
			next++;
		} else {
			[now[at], start[at], end[at]] = [entry![0], entry![1]!.start, entry![1]!.end];
			from++;
		}
	}
	return { rows: now, start, end };
}

function patchNames(set: ColumnSet, change: Change): SetNames {
	const removed = new Set(change.removed);
	const stale = [...removed, ...change.changed];
	const merged = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>, keep: (id: string) => boolean = () => true) => {
		if (now.size === 0 && !stale.some((id) => old.has(id))) return old;
		const map = new Map(old);
		for (const id of stale) map.delete(id);
		for (const [id, value] of now) if (!removed.has(id) && keep(id)) map.set(id, value);
		return map;
	};
	const named = (id: string) => set.words.complete || change.names.has(id);
	return {
		names: merged<Text>(set.names, change.names),
		spellings: merged(set.spellings, change.spellings, named),
		published: merged(set.published, change.published)
	};
}

function patchWords(set: ColumnSet, count: number, rows: ReadonlyMap<number, Row>, gone: readonly number[]): WordsSource {
	if (rows.size === 0 && gone.length === 0) return set.words;
	const changed = new Map<number, RowWords | null>(gone.map((row) => [row, null]));
	for (const [at, row] of rows) changed.set(at, wordsOfFacts(row));
	if (isWordsCache(set.words)) return set.words.with(changed);
	if (!set.words.complete) return createWordsCache().with(changed);
	const words = isAllWords(set.words) ? set.words.rows.slice() : Array.from({ length: set.count }, (_, row) => set.words.of(row));
	for (let row = words.length; row < count; row++) words.push(undefined);
	for (const [row, of] of changed) words[row] = of ?? undefined;
	return allWords(words);
}
