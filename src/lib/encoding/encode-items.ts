import type { ColumnSet } from '#lib/columns/column-set.ts';
import { edgesOf } from '#lib/temporal/edges-of.ts';
import type { Edges } from '#lib/temporal/edges.ts';
import { textIn } from '#lib/language/text-in.ts';
import type { Item, ItemLink, TimelineInput } from '#lib/timeline/items/item.ts';
import { detailOf, sentenceOf } from './describe-row.ts';
import { groupIntoLanes, type LaneGrouping } from './lanes.ts';
import { isNotReported, markOf } from './mark.ts';
import type { Reader } from './reader.ts';

/** How a view wants its rows drawn. */
export interface Encoding {
	readonly lanes: LaneGrouping;
	/** 0 no, 1 possibly, 2 certainly, by row (columns/mask). */
	readonly mask: Uint8Array;
}

const WEIGHT = { session: 40, agreement: 30, event: 20, followUp: 10 };

/** So many inputs of one set are kept: the one shown, the one fitted to, and those a reader goes back to. */
const KEPT = 4;

interface Kept {
	readonly encoding: Encoding;
	readonly reader: Reader;
	readonly input: TimelineInput;
}

const kept = new WeakMap<ColumnSet, Kept[]>();

/**
 * Rows that pass the mask, as items on lanes with the links between them. Undated follow-ups stay in their table.
 * The same question gets the same input back, so what the engine has worked out for it (rows, spans) stands.
 */
export function encodeItems(set: ColumnSet, encoding: Encoding, reader: Reader): TimelineInput {
	const before = kept.get(set) ?? [];
	const same = before.find((each) => isSameEncoding(each.encoding, encoding) && isSameReader(each.reader, reader));
	const own = same ?? { encoding: { ...encoding, mask: encoding.mask.slice() }, reader, input: encode(set, encoding, reader) };
	kept.set(set, [own, ...before.filter((each) => each !== same)].slice(0, KEPT));
	return own.input;
}

function isSameEncoding(a: Encoding, b: Encoding): boolean {
	return a.lanes === b.lanes && a.mask.length === b.mask.length && a.mask.every((answer, row) => answer === b.mask[row]);
}

function isSameReader(a: Reader, b: Reader): boolean {
	return a.language === b.language && a.calendar === b.calendar && a.today === b.today && a.t === b.t;
}

function encode(set: ColumnSet, { lanes: grouping, mask }: Encoding, reader: Reader): TimelineInput {
	const rows = inReadingOrder(set, drawnRows(set, mask));
	const { lanes, lanesOf } = groupIntoLanes(set, rows, grouping, reader);
	const items: Item[] = [];
	for (const row of rows) {
		for (const lane of lanesOf(row)) items.push(new RowItem(set, row, { lane, possibly: mask[row] === 1, reader }));
	}
	return { items, lanes, links: linksBetween(set, rows) };
}

function drawnRows(set: ColumnSet, mask: Uint8Array): Uint32Array {
	const rows: number[] = [];
	for (let row = 0; row < set.count; row++) {
		if (!mask[row]) continue;
		if (set.kind[row] === 2 && Number.isNaN(set.earliestStart[row])) continue;
		rows.push(row);
	}
	return Uint32Array.from(rows);
}

/** Rows of one start stand as they are read: the session, what happened around it, what came of it. */
function inReadingOrder(set: ColumnSet, rows: Uint32Array): Uint32Array {
	const rank = (row: number) =>
		set.kind[row] === 0
			? set.subkind.values[set.subkind.codes[row] ?? -1] === 'event:session'
				? 0
				: 1
			: (set.kind[row] ?? 0) + (set.followsFrom[row] ? 1.5 : 1);
	const start = (row: number) => set.earliestStart[row] ?? NaN;
	return rows.sort((a, b) => {
		const [left, right] = [start(a), start(b)];
		if (left !== right && !(Number.isNaN(left) && Number.isNaN(right)))
			return Number.isNaN(left) ? 1 : Number.isNaN(right) ? -1 : left - right;
		return rank(a) - rank(b) || a - b;
	});
}

function edgesOfRow(set: ColumnSet, row: number): Edges | null {
	const earliestStart = set.earliestStart[row] ?? NaN;
	if (Number.isNaN(earliestStart)) return null;
	return {
		earliestStart,
		latestStart: set.latestStart[row] ?? NaN,
		earliestEnd: set.earliestEnd[row] ?? NaN,
		latestEnd: set.latestEnd[row] ?? NaN
	};
}

/**
 * A row as an item. Its words are made when first asked for and then kept: of thousands of items only those in view are
 * ever read, and words are by far the costliest part.
 */
class RowItem implements Item {
	readonly id: string;
	readonly edges: Edges | null;
	readonly lane: number;
	readonly shape: Item['shape'];
	readonly tone: Item['tone'];
	readonly planned: boolean;
	readonly notReported: boolean;
	readonly conflict: boolean;
	readonly versions: readonly Edges[];
	readonly ghosts: readonly Edges[];
	readonly name: string;
	readonly language: string;
	readonly weight: number;
	readonly possibly: boolean;
	readonly #set: ColumnSet;
	readonly #row: number;
	readonly #reader: Reader;
	#detail: string | undefined;
	#sentence: string | undefined;

	constructor(set: ColumnSet, row: number, { lane, possibly, reader }: { lane: number; possibly: boolean; reader: Reader }) {
		const title = textIn(set.title[row], reader.language, set.id[row]);
		const { shape, tone } = markOf(set, row);
		this.id = set.id[row] ?? '';
		this.edges = edgesOfRow(set, row);
		this.lane = lane;
		this.shape = shape;
		this.tone = tone;
		this.planned = set.planned[row] === 1;
		this.notReported = isNotReported(set, row, reader.today);
		this.conflict = (set.conflicts[row] ?? 0) > 0;
		this.versions = (set.dateVersions[row] ?? []).map((date) => edgesOf(date.edtf));
		this.ghosts = (set.earlierDates[row] ?? []).map((date) => edgesOf(date.edtf));
		this.name = title.text;
		this.language = title.language;
		this.weight =
			set.kind[row] === 1 ? WEIGHT.agreement : set.kind[row] === 2 ? WEIGHT.followUp : shape === 'circle' ? WEIGHT.session : WEIGHT.event;
		this.possibly = possibly;
		this.#set = set;
		this.#row = row;
		this.#reader = reader;
	}

	get detail(): string {
		return (this.#detail ??= detailOf(this.#set, this.#row, this.#reader));
	}

	get sentence(): string {
		return (this.#sentence ??= sentenceOf(this.#set, this.#row, this.#reader));
	}
}

/** Series (previous session), what led to what (event → agreement → agreement), each only where both ends are drawn. */
function linksBetween(set: ColumnSet, rows: Uint32Array): ItemLink[] {
	const drawn = new Set<string>();
	for (const row of rows) drawn.add(set.id[row] ?? '');
	const links: ItemLink[] = [];
	const link = (from: string | undefined, to: string, kind: ItemLink['kind']) => {
		if (from && drawn.has(from)) links.push({ from, to, kind });
	};
	for (const row of rows) {
		const id = set.id[row] ?? '';
		link(set.previous[row], id, 'series');
		link(set.partOf[row], id, 'leads-to');
		link(set.followsFrom[row], id, 'leads-to');
		if (!set.followsFrom[row]) link(set.atEvent[row], id, 'leads-to');
		link(set.arisesFrom[row], id, 'leads-to');
	}
	return links;
}
