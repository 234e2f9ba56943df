import type { ColumnSet } from '#lib/columns/column-set.ts';
import { firstThen } from '#lib/columns/known-order.ts';
import type { ItemLink } from '#lib/timeline/items/item.ts';

interface Back {
	readonly offsets: Uint32Array;
	readonly rows: Uint32Array;
}

const backs = new WeakMap<ColumnSet, Back>();

function columnsOf(set: ColumnSet): readonly Int32Array[] {
	return [set.previous, set.partOf, set.followsFrom, set.atEvent, set.arisesFrom];
}

/** For every row those that name it, in two passes a column when first asked. */
function backOf(set: ColumnSet): Back {
	const known = backs.get(set);
	if (known) return known;
	for (const back of stepsBack(set)) if (back) return back;
	throw new Error('The last step makes the index.');
}

/** The index column by column: nothing, and at last the index, which is kept. */
function* stepsBack(set: ColumnSet): Generator<Back | null, void, undefined> {
	const offsets = new Uint32Array(set.count + 1);
	const columns = columnsOf(set);
	for (const column of columns) {
		for (let row = 0; row < set.count; row++) if (column[row]! >= 0) offsets[column[row]! + 1]!++;
		yield null;
	}
	for (let row = 0; row < set.count; row++) offsets[row + 1]! += offsets[row]!;
	const next = offsets.slice();
	const rows = new Uint32Array(offsets[set.count]!);
	for (const column of columns) {
		for (let row = 0; row < set.count; row++) if (column[row]! >= 0) rows[next[column[row]!]!++] = row;
		yield null;
	}
	const back = { offsets, rows };
	backs.set(set, back);
	yield back;
}

/** Works out ahead, bit by bit, which rows name which: of very many that would hold up the first gesture that needs it. */
export async function prepareLinks(set: ColumnSet): Promise<void> {
	if (backs.has(set)) return;
	for (const back of stepsBack(set)) {
		if (back || backs.has(set)) return;
		await new Promise((others) => setTimeout(others));
	}
}

interface OrderRows {
	/** What a row is known to come after. */
	readonly firsts: ReadonlyMap<number, readonly number[]>;
	readonly thens: ReadonlyMap<number, readonly number[]>;
}

const orderRows = new WeakMap<ColumnSet, OrderRows>();

function orderRowsOf(set: ColumnSet): OrderRows {
	const known = orderRows.get(set);
	if (known) return known;
	const [firsts, thens] = [new Map<number, number[]>(), new Map<number, number[]>()];
	for (const [first, then] of firstThen(set)) {
		firsts.set(then, [...(firsts.get(then) ?? []), first]);
		thens.set(first, [...(thens.get(first) ?? []), then]);
	}
	const own = { firsts, thens };
	orderRows.set(set, own);
	return own;
}

export interface RowLink {
	readonly from: number;
	readonly to: number;
	readonly kind: ItemLink['kind'];
}

/** Links into a row: series (previous session), what led to it (event → agreement → agreement), what it is known to come after. */
export function linksInto(set: ColumnSet, row: number): RowLink[] {
	const links: RowLink[] = [];
	const link = (from: number, kind: ItemLink['kind']) => {
		if (from >= 0) links.push({ from, to: row, kind });
	};
	link(set.previous[row]!, 'series');
	link(set.partOf[row]!, 'leads-to');
	link(set.followsFrom[row]!, 'leads-to');
	if (set.followsFrom[row]! < 0) link(set.atEvent[row]!, 'leads-to');
	link(set.arisesFrom[row]!, 'leads-to');
	if (set.orders.length > 0) for (const first of orderRowsOf(set).firsts.get(row) ?? []) link(first, 'order');
	return links;
}

/** Links that touch a row, at either end. */
export function linksAt(set: ColumnSet, row: number): RowLink[] {
	const { offsets, rows } = backOf(set);
	const after = new Set([...rows.subarray(offsets[row], offsets[row + 1]), ...(orderRowsOf(set).thens.get(row) ?? [])]);
	return [...linksInto(set, row), ...[...after].flatMap((other) => linksInto(set, other).filter((link) => link.from === row))];
}
