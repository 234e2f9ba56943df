import { GONE, type CodedListColumn, type ColumnSet } from '#lib/columns/column-set.ts';
import { CONFLICT, ITEM_SHAPES, ITEM_TONES, NOT_REPORTED, PLANNED, type ItemTable } from '#lib/timeline/items/item.ts';
import { sortByKey } from '#lib/timeline/items/sort-by-key.ts';
import { groupsOf, type LaneGrouping } from './lanes.ts';
import { isMarkedByKind, markOf } from './mark.ts';

const WEIGHT = { session: 40, agreement: 30, event: 20, followUp: 10 };

/** A table with what only this room knows of it. */
export interface RowTable extends ItemTable {
	/** Group number of items that stand on no lane whatever the filter: what is gone, and undated follow-ups (they stay in their table). */
	readonly nowhere: number;
	/** Items are rows: the mask of the rows is the mask of the items. */
	readonly perRow: boolean;
	/** Items of a row, one after another. */
	itemsOfRow(row: number): { readonly first: number; readonly after: number };
}

interface Kept {
	readonly grouping: LaneGrouping;
	readonly today: number;
	readonly table: RowTable;
}

const kept = new WeakMap<ColumnSet, Kept[]>();
/** Tables of one set that are kept: each grouping a reader goes back and forth between. */
const MOST_KEPT = 3;

/** The items of a set in one grouping: made once, whatever the filter and the language. Time: linear in the rows. */
export function itemTableOf(set: ColumnSet, grouping: LaneGrouping, today: number): RowTable {
	const before = kept.get(set) ?? [];
	const same = before.find((each) => each.grouping === grouping && each.today === today);
	const own = same ?? { grouping, today, table: makeTable(set, grouping, today, before[0]?.today === today ? before[0].table : null) };
	kept.set(set, [own, ...before.filter((each) => each !== same)].slice(0, MOST_KEPT));
	return own.table;
}

/** All of a table of one item a row that is the same whatever the grouping. The order of reading stands before no first picture. */
type Base = Omit<RowTable, 'group' | 'nowhere' | 'order'> & { inOrder(): Uint32Array };

const bases = new WeakMap<RowTable, Base>();

function withOrder(table: Omit<RowTable, 'order'>, inOrder: () => Uint32Array): RowTable {
	return {
		...table,
		get order() {
			return inOrder();
		}
	};
}

function makeTable(set: ColumnSet, grouping: LaneGrouping, today: number, other: RowTable | null): RowTable {
	const column = grouping === 'topic' ? set.topics : grouping === 'actor' ? set.actors : null;
	// Two tables of one item a row differ in their groups alone.
	const base = (other && bases.get(other)) ?? tableOfRows(set, today);
	const table = column === null ? withOrder({ ...base, ...groupsByRow(set, grouping) }, base.inOrder) : tableOfLists(set, column, base);
	bases.set(table, base);
	return table;
}

function isOut(set: ColumnSet, row: number): boolean {
	return set.kind[row] === GONE || (set.kind[row] === 2 && Number.isNaN(set.earliestStart[row]));
}

function groupsByRow(set: ColumnSet, grouping: LaneGrouping): Pick<RowTable, 'group' | 'nowhere'> {
	const { codes } = grouping === 'track' ? set.track : set.subkind;
	const { without, nowhere } = groupsOf(set, grouping);
	const { count, kind, earliestStart } = set;
	const group = new Uint16Array(count);
	for (let row = 0; row < count; row++) {
		const own = kind[row]!;
		const code = codes[row]!;
		const start = earliestStart[row]!;
		group[row] = own === GONE || (own === 2 && start !== start) ? nowhere : code < 0 || code > without ? without : code;
	}
	return { group, nowhere };
}

function tableOfRows(set: ColumnSet, today: number): Base {
	const { count } = set;
	const rowOf = new Uint32Array(count);
	const shape = new Uint8Array(count);
	const tone = new Uint8Array(count);
	const flags = new Uint8Array(count);
	const weight = new Uint8Array(count);
	const rank = new Uint8Array(count);
	// Shape and colour are a matter of the kind alone, but for agreements, whose stages may have a say.
	const marks = new Uint8Array(4 * (set.subkind.values.length + 1));
	const session = set.subkind.values.indexOf('event:session');
	// Each column taken once: this pass over a million rows stands before the first picture.
	const { kind: kinds, planned, conflicts, followsFrom, earliestStart, latestStart, earliestEnd, latestEnd, previous } = set;
	const { codes } = set.subkind;
	// Stages are read from the wire only where they have a say.
	const byKind = set.subkind.values.map(isMarkedByKind);
	let stages: Uint32Array | null = null;
	for (let r = 0; r < count; r++) {
		rowOf[r] = r;
		const kind = kinds[r]!;
		if (kind === GONE) continue;
		const code = codes[r]!;
		const ofKind = kind !== 1 || byKind[code] === true || (stages ??= set.stages.offsets)[r + 1] === stages[r];
		const key = (code + 1) * 4 + kind;
		let own = ofKind ? marks[key]! : 0;
		if (own === 0) {
			const mark = markOf(set, r);
			own = ITEM_SHAPES.indexOf(mark.shape) * 16 + ITEM_TONES.indexOf(mark.tone) + 1;
			if (ofKind) marks[key] = own;
		}
		shape[r] = (own - 1) >> 4;
		tone[r] = (own - 1) & 15;
		if (planned[r] === 1) flags[r] = latestEnd[r]! <= today ? PLANNED | NOT_REPORTED : PLANNED;
		if (conflicts[r] !== 0) flags[r]! |= CONFLICT;
		weight[r] = kind === 1 ? WEIGHT.agreement : kind === 2 ? WEIGHT.followUp : own < 17 ? WEIGHT.session : WEIGHT.event;
		rank[r] = kind === 0 ? (code === session ? 0 : 1) : followsFrom[r]! >= 0 ? 2 * kind + 1 : 2 * kind;
	}
	const reach = { items: set.otherDates.rows, start: set.otherDates.start, end: set.otherDates.end };
	let order: Uint32Array | undefined;
	return {
		...{ count, rowOf, perRow: true, shape, tone, flags, weight, previous },
		...{ earliestStart, latestStart, earliestEnd, latestEnd, reach, undated: undatedInOrder(rank, earliestStart) },
		inOrder: () => (order ??= inReadingOrder(rank, earliestStart)),
		itemsOf: (id) => {
			const found = set.id.rowOf(id);
			return found < 0 ? [] : [found];
		},
		itemsOfRow: (r) => ({ first: r, after: r + 1 })
	};
}

/** The end of the reading order, without the rest of it. */
function undatedInOrder(rank: Uint8Array, earliestStart: Float64Array): Uint32Array {
	const rows: number[] = [];
	for (let row = 0; row < rank.length; row++) {
		const from = earliestStart[row]!;
		if (from !== from) rows.push(row);
	}
	return byRank(Uint32Array.from(rows), rank);
}

/** More than any rank in reading. */
const RANKS = 8;

/** Days and half days over some fourteen hundred years are counted with the ranks on each, in one pass. */
const MOST_STEPS = 1 << 23;

/**
 * Rows of one start stand as they are read: the session, what happened around it, what came of it. −∞ first, then days, ∞, and what
 * is no number.
 * @param rank below 8 each
 */
export function inReadingOrder(rank: Uint8Array, start: Float64Array): Uint32Array {
	const count = rank.length;
	let [least, most] = [Infinity, -Infinity];
	for (let row = 0; row < count; row++) {
		const from = start[row]!;
		if (from < least && from !== -Infinity) least = from;
		if (from > most && from !== Infinity) most = from;
	}
	if (!(least <= most)) [least, most] = [0, 0];
	// The first step is for −∞, the last two for ∞ and for what is no number.
	const steps = (most - least) * 2 + 4;
	if (!(steps * RANKS <= MOST_STEPS)) return byRankThenStart(rank, start);
	const next = new Uint32Array(steps * RANKS + 1);
	const stepOf = new Uint32Array(count);
	for (let row = 0; row < count; row++) {
		const from = start[row]!;
		let step = (from - least) * 2 + 1;
		if (step !== step) step = steps - 1;
		else if (step === -Infinity) step = 0;
		else if (step === Infinity) step = steps - 2;
		else if (Math.floor(step) !== step) return byRankThenStart(rank, start);
		const own = step * RANKS + rank[row]!;
		stepOf[row] = own;
		next[own + 1]!++;
	}
	for (let step = 1; step < next.length; step++) next[step]! += next[step - 1]!;
	const order = new Uint32Array(count);
	for (let row = 0; row < count; row++) order[next[stepOf[row]!]!++] = row;
	return order;
}

function byRankThenStart(rank: Uint8Array, start: Float64Array): Uint32Array {
	const order = byRank(
		Uint32Array.from(rank, (_, row) => row),
		rank
	);
	return sortByKey(
		order,
		Float64Array.from(order, (row) => start[row]!)
	);
}

function byRank(rows: Uint32Array, rank: Uint8Array): Uint32Array {
	const next = new Uint32Array(RANKS + 1);
	for (const row of rows) next[rank[row]! + 1]!++;
	for (let each = 1; each < next.length; each++) next[each]! += next[each - 1]!;
	const ordered = new Uint32Array(rows.length);
	for (const row of rows) ordered[next[rank[row]!]!++] = row;
	return ordered;
}

/** One item for each of a row's groups: a record with two topics stands on both lanes. */
function tableOfLists(set: ColumnSet, { values, offsets, codes }: CodedListColumn, base: Base): RowTable {
	const { without, nowhere } = { without: Math.min(values.length, 0xfffd), nowhere: Math.min(values.length, 0xfffd) + 1 };
	const firstItem = new Uint32Array(set.count + 1);
	for (let row = 0; row < set.count; row++)
		firstItem[row + 1] = firstItem[row]! + (isOut(set, row) ? 0 : Math.max(1, offsets[row + 1]! - offsets[row]!));
	const count = firstItem[set.count]!;
	const rowOf = new Uint32Array(count);
	const group = new Uint16Array(count);
	for (let row = 0; row < set.count; row++) {
		for (let item = firstItem[row]!, at = offsets[row]!; item < firstItem[row + 1]!; item++, at++) {
			rowOf[item] = row;
			group[item] = at < offsets[row + 1]! ? Math.min(codes[at]!, without) : without;
		}
	}
	const days = (column: Float64Array): Float64Array => {
		const own = new Float64Array(count);
		for (let item = 0; item < count; item++) own[item] = column[rowOf[item]!]!;
		return own;
	};
	const bytes = (column: Uint8Array): Uint8Array => {
		const own = new Uint8Array(count);
		for (let item = 0; item < count; item++) own[item] = column[rowOf[item]!]!;
		return own;
	};
	const previous = new Int32Array(count).fill(-1);
	for (let item = 0; item < count; item++) {
		const before = set.previous[rowOf[item]!]!;
		if (before < 0) continue;
		for (let other = firstItem[before]!; other < firstItem[before + 1]!; other++) if (group[other] === group[item]) previous[item] = other;
	}
	const itemsInOrder = (rows: Uint32Array): Uint32Array => {
		let size = 0;
		for (const row of rows) size += firstItem[row + 1]! - firstItem[row]!;
		const items = new Uint32Array(size);
		let at = 0;
		for (const row of rows) for (let item = firstItem[row]!; item < firstItem[row + 1]!; item++) items[at++] = item;
		return items;
	};
	let order: Uint32Array | undefined;
	const earliestStart = days(set.earliestStart);
	const reached: number[] = [];
	const hulls: number[] = [];
	base.reach.items.forEach((row, n) => {
		for (let item = firstItem[row]!; item < firstItem[row + 1]!; item++) {
			reached.push(item);
			hulls.push(n);
		}
	});
	const itemsOfRow = (r: number) => ({ first: firstItem[r] ?? 0, after: firstItem[r + 1] ?? 0 });
	const table = {
		...{ count, rowOf, group, nowhere, perRow: false, previous, itemsOfRow, undated: itemsInOrder(base.undated) },
		earliestStart,
		latestStart: days(set.latestStart),
		earliestEnd: days(set.earliestEnd),
		latestEnd: days(set.latestEnd),
		reach: {
			items: Uint32Array.from(reached),
			start: Float64Array.from(hulls, (n) => base.reach.start[n]!),
			end: Float64Array.from(hulls, (n) => base.reach.end[n]!)
		},
		...{ shape: bytes(base.shape), tone: bytes(base.tone), flags: bytes(base.flags), weight: bytes(base.weight) },
		itemsOf: (id: string) => {
			const found = set.id.rowOf(id);
			if (found < 0) return [];
			const { first, after } = itemsOfRow(found);
			return Array.from({ length: after - first }, (_, n) => first + n);
		}
	};
	return withOrder(table, () => (order ??= itemsInOrder(base.inOrder())));
}
