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

/** Rows that pass the mask, as items on lanes with the links between them. Undated follow-ups stay in their table. */
export function encodeItems(set: ColumnSet, { lanes: grouping, mask }: Encoding, reader: Reader): TimelineInput {
	const rows = inReadingOrder(set, drawnRows(set, mask));
	const { lanes, lanesOf } = groupIntoLanes(set, rows, grouping, reader);
	const items: Item[] = [];
	for (const row of rows) {
		const item = encodeRow(set, row, mask[row] === 1, reader);
		for (const lane of lanesOf(row)) items.push({ ...item, lane });
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

function encodeRow(set: ColumnSet, row: number, possibly: boolean, reader: Reader): Item {
	const title = textIn(set.title[row], reader.language, set.id[row]);
	const { shape, tone } = markOf(set, row);
	return {
		id: set.id[row] ?? '',
		edges: edgesOfRow(set, row),
		lane: 0,
		shape,
		tone,
		planned: set.planned[row] === 1,
		notReported: isNotReported(set, row, reader.today),
		conflict: (set.conflicts[row] ?? 0) > 0,
		versions: (set.dateVersions[row] ?? []).map((date) => edgesOf(date.edtf)),
		ghosts: (set.earlierDates[row] ?? []).map((date) => edgesOf(date.edtf)),
		name: title.text,
		detail: detailOf(set, row, reader),
		language: title.language,
		sentence: sentenceOf(set, row, reader),
		weight:
			set.kind[row] === 1 ? WEIGHT.agreement : set.kind[row] === 2 ? WEIGHT.followUp : shape === 'circle' ? WEIGHT.session : WEIGHT.event,
		possibly
	};
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
