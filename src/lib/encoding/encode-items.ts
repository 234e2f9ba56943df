import type { ColumnSet } from '#lib/columns/column-set.ts';
import { firstThen } from '#lib/columns/known-order.ts';
import { datePartsAt, isSameMask, rowsOf } from '#lib/columns/mask.ts';
import { inKnownOrder } from '#lib/domain/known-order.ts';
import type { DateParts } from '#lib/temporal/date-parts.ts';
import { laneOfItem, type Item, type ItemLink, type TimelineInput } from '#lib/timeline/items/item.ts';
import { itemTableOf, type RowTable } from './item-table.ts';
import { groupIntoLanes, type LaneGrouping } from './lanes.ts';
import type { Reader } from './reader.ts';
import { RowItem, RowTexts } from './row-item.ts';
import { linksAt, linksInto } from './row-links.ts';

/** How a view wants its rows drawn. */
export interface Encoding {
	readonly lanes: LaneGrouping;
	/** 0 no, 1 possibly, 2 certainly, by row (columns/mask). Kept, so never changed afterwards. */
	readonly mask: Uint8Array;
}

/** So many inputs of one set are kept: the one shown, the one fitted to, and those a reader goes back to. */
const KEPT = 4;
/** So many items and texts are kept as objects: some screens full. */
const KEPT_ITEMS = 10_000;

interface Kept {
	readonly encoding: Encoding;
	readonly reader: Reader;
	readonly input: TimelineInput;
}

const kept = new WeakMap<ColumnSet, Kept[]>();

/**
 * Rows that pass the mask, as items on lanes with the links between them. Undated follow-ups stay in their table.
 * The same question gets the same input back, so what the engine has worked out for it (rows, spans) stands. The table under it is
 * made once a grouping; another mask costs a pass over the columns.
 */
export function encodeItems(set: ColumnSet, encoding: Encoding, reader: Reader): TimelineInput {
	const before = kept.get(set) ?? [];
	const same = before.find((each) => isSameReader(each.reader, reader) && isSameEncoding(each.encoding, encoding));
	const own = same ?? keep(set, encoding, reader);
	kept.set(set, [own, ...before.filter((each) => each !== same)].slice(0, KEPT));
	return own.input;
}

function keep(set: ColumnSet, encoding: Encoding, reader: Reader): Kept {
	return { encoding, reader, input: new EncodedItems(set, encoding, reader) };
}

function isSameEncoding(a: Encoding, b: Encoding): boolean {
	return a.lanes === b.lanes && isSameMask(a.mask, b.mask);
}

function isSameReader(a: Reader, b: Reader): boolean {
	return a.language === b.language && a.calendar === b.calendar && a.months === b.months && a.today === b.today && a.t === b.t;
}

const textsOf = new WeakMap<ColumnSet, { reader: Reader; byRow: Map<number, RowTexts> }>();

/** A row's texts, the same whatever the filter, until its words arrive. */
function textsIn(set: ColumnSet, row: number, reader: Reader): RowTexts {
	let known = textsOf.get(set);
	if (!known || !isSameReader(known.reader, reader)) textsOf.set(set, (known = { reader, byRow: new Map() }));
	const words = set.words.of(row);
	let texts = known.byRow.get(row);
	if (texts?.words !== words || !texts) {
		if (known.byRow.size > KEPT_ITEMS) known.byRow.clear();
		known.byRow.set(row, (texts = new RowTexts(set, row, words, reader)));
	}
	return texts;
}

class EncodedItems implements TimelineInput {
	readonly table: RowTable;
	readonly mask: Uint8Array;
	readonly laneOf: Uint16Array;
	readonly lanes: TimelineInput['lanes'];
	readonly #set: ColumnSet;
	readonly #reader: Reader;
	readonly #items = new Map<number, RowItem>();
	#undated: number[][] | undefined;
	#kept: Uint32Array | undefined;

	constructor(set: ColumnSet, encoding: Encoding, reader: Reader) {
		this.table = itemTableOf(set, encoding.lanes, reader.today);
		const rows = encoding.mask;
		const spread = this.table.perRow ? rows : spreadMask(this.table, rows);
		const items = this.table.perRow ? rowsOf(rows) : keptItems(spread);
		const { lanes, laneOf } = groupIntoLanes(set, encoding.lanes, this.table, items, reader);
		this.mask = this.table.perRow ? rows : onceALane(this.table, spread, laneOf);
		this.laneOf = laneOf;
		this.lanes = lanes;
		this.#set = set;
		this.#reader = reader;
	}

	kept(): Uint32Array {
		// Items are rows where there is one a row, and others have asked for these.
		return this.table.perRow ? rowsOf(this.mask) : (this.#kept ??= keptItems(this.mask));
	}

	item(index: number): Item {
		const row = this.table.rowOf[index]!;
		const known = this.#items.get(index);
		if (known && (known.texts.words !== undefined || this.#set.words.of(row) === undefined)) return known;
		const place = {
			lane: laneOfItem(this, index),
			possibly: this.mask[index] === 1,
			parts: drawnParts(this.#set, row),
			texts: textsIn(this.#set, row, this.#reader)
		};
		const item = new RowItem(this.#set.id.at(row), this.table, index, place);
		if (this.#items.size > KEPT_ITEMS) this.#items.clear();
		this.#items.set(index, item);
		return item;
	}

	linksOf(items: Iterable<number>, ends: 'either' | 'both' = 'either'): readonly ItemLink[] {
		const { table } = this;
		const among = ends === 'both' ? new Set(items) : null;
		const links = new Map<number, ItemLink>();
		for (const index of items) {
			const row = table.rowOf[index]!;
			for (const link of among ? linksInto(this.#set, row) : linksAt(this.#set, row)) {
				const other = this.#beside(index, link.from === row ? link.to : link.from);
				if (other < 0 || this.#laneless(index) || among?.has(other) === false) continue;
				const [from, to] = link.from === row ? [index, other] : [other, index];
				links.set(from * table.count + to, { from, to, kind: link.kind });
			}
		}
		return [...links.values()];
	}

	/** The item of a row that a line from this one leads to: on its own lane, else the row's last that is drawn; -1: none. */
	#beside(index: number, row: number): number {
		const { first, after } = this.table.itemsOfRow(row);
		let last = -1;
		for (let other = first; other < after; other++) {
			if (this.#laneless(other)) continue;
			last = other;
			if (laneOfItem(this, other) === laneOfItem(this, index)) return other;
		}
		return last;
	}

	#laneless(index: number): boolean {
		return laneOfItem(this, index) >= this.lanes.length;
	}

	undated(): readonly (readonly number[])[] {
		if (this.#undated) return this.#undated;
		const { undated } = this.table;
		const { mask } = this;
		const byLane: number[][] = this.lanes.map(() => []);
		for (let place = 0; place < undated.length; place++) {
			const item = undated[place]!;
			// Struck ones are passed by first: of many undated a filter leaves few.
			if (mask[item] !== 0) byLane[laneOfItem(this, item)]?.push(item);
		}
		const orders = firstThen(this.#set);
		return (this.#undated = orders.length === 0 ? byLane : byLane.map((items) => this.#inKnownOrder(items, orders)));
	}

	/** A shelf's items in their known order, where any is known. */
	#inKnownOrder(items: readonly number[], orders: readonly (readonly [number, number])[]): number[] {
		const itemOf = new Map(items.map((item) => [this.table.rowOf[item]!, item]));
		const pairs = orders.flatMap(([first, then]) => {
			const [a, b] = [itemOf.get(first), itemOf.get(then)];
			return a === undefined || b === undefined ? [] : [[a, b] as const];
		});
		return [...inKnownOrder(items, pairs)];
	}

	missingWords(items: Iterable<number>): Uint32Array {
		const { words } = this.#set;
		if (words.complete) return new Uint32Array(0);
		const rows = new Set<number>();
		for (const index of items) {
			const row = this.table.rowOf[index]!;
			if (words.of(row) === undefined) rows.add(row);
		}
		return Uint32Array.from(rows).sort();
	}
}

/** A day of an unknown year has no place in time: it stands on the shelf. */
function drawnParts(set: ColumnSet, row: number): DateParts | null {
	const parts = datePartsAt(set, row);
	return parts?.yearly ? null : parts;
}

function keptItems(mask: Uint8Array): Uint32Array {
	const items = new Uint32Array(mask.length);
	let count = 0;
	for (let item = 0; item < mask.length; item++) if (mask[item] !== 0) items[count++] = item;
	return items.slice(0, count);
}

function spreadMask({ count, rowOf }: RowTable, rows: Uint8Array): Uint8Array {
	const mask = new Uint8Array(count);
	for (let item = 0; item < count; item++) mask[item] = rows[rowOf[item]!]!;
	return mask;
}

/** A record whose groups share a lane stands on it once. */
function onceALane({ count, rowOf, group }: RowTable, mask: Uint8Array, laneOf: Uint16Array): Uint8Array {
	for (let item = 1; item < count; item++) {
		const lane = laneOf[group[item]!];
		for (let before = item - 1; before >= 0 && rowOf[before] === rowOf[item] && mask[item] !== 0; before--)
			if (mask[before] !== 0 && laneOf[group[before]!] === lane) mask[item] = 0;
	}
	return mask;
}
