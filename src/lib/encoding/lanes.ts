import type { ColumnSet } from '#lib/columns/column-set.ts';
import { recordKindLabel, kindLabel } from '#lib/language/labels.ts';
import { NO_LANE, SMALL_TABLE, type ItemTable, type Lane } from '#lib/timeline/items/item.ts';
import { nameOf, type Reader } from './reader.ts';

export type LaneGrouping = 'track' | 'kind' | 'topic' | 'actor';

/** More lanes than this would be a wall, not a picture; the rest share one lane "other". */
const MOST_LANES = 14;
/** Groups have 16 bits; so many have a number of their own. */
const MOST_GROUPS = 0xfffd;

/** What rows are grouped by: a group is a place in `values`; `without` has none, `nowhere` stands on no lane. */
export function groupsOf(set: ColumnSet, grouping: LaneGrouping) {
	// Lists are read from the wire when asked for: only the one that is wanted.
	const { values } = grouping === 'track' ? set.track : grouping === 'kind' ? set.subkind : grouping === 'topic' ? set.topics : set.actors;
	const without = Math.min(values.length, MOST_GROUPS);
	return { values, without, nowhere: without + 1 };
}

/** The lanes of a view, and on which of them a group stands. */
export interface Lanes {
	readonly lanes: readonly Lane[];
	readonly laneOf: Uint16Array;
}

/**
 * Groups items into lanes: most dated records first, then by name; what has no group stands on a last lane.
 * @param items those kept, ascending
 */
export function groupIntoLanes(set: ColumnSet, grouping: LaneGrouping, table: ItemTable, items: Uint32Array, reader: Reader): Lanes {
	const { values, without, nowhere } = groupsOf(set, grouping);
	const dated = new Uint32Array(nowhere + 1);
	const total = new Uint32Array(nowhere + 1);
	const { count, group, earliestStart } = table;
	for (let at = 0; at < items.length; at++) {
		const item = items[at]!;
		const own = group[item]!;
		const from = earliestStart[item]!;
		total[own]!++;
		dated[own]! += Number(from === from);
	}
	const labels = new Map<number, string>();
	const label = (code: number): string => {
		let known = labels.get(code);
		if (known === undefined) labels.set(code, (known = laneLabel(set, values[code] ?? '', grouping, reader)));
		return known;
	};
	const most = (a: number, b: number): number => dated[b]! - dated[a]! || total[b]! - total[a]!;
	const order: number[] = [];
	for (let code = 0; code < without; code++) if (total[code]! > 0) order.push(code);
	order.sort(most);
	// Names decide between equals; of thousands that share the lane "other" nobody asks for them.
	let named = Math.min(order.length, MOST_LANES);
	while (named < order.length && most(order[named - 1]!, order[named]!) === 0) named++;
	order.splice(0, named, ...order.slice(0, named).sort((a, b) => most(a, b) || (label(a) < label(b) ? -1 : 1)));
	const shown = order.length > MOST_LANES ? order.slice(0, MOST_LANES - 1) : order;
	const isLarge = count > SMALL_TABLE;
	const detail = (records: number) => (isLarge ? reader.t('timeline.lane-count', { count: records }) : '');
	const lanes: Lane[] = shown.map((code) => ({
		key: values[code] ?? '',
		name: label(code),
		detail: detail(total[code]!),
		language: reader.language,
		href: laneAddress(values[code] ?? '', grouping)
	}));
	const rest = lanes.length;
	const laneOf = new Uint16Array(nowhere + 1).fill(rest);
	shown.forEach((code, lane) => (laneOf[code] = lane));
	laneOf[nowhere] = NO_LANE;
	if (total[without]! > 0 || order.length > shown.length) {
		let others = total[without]!;
		for (const code of order.slice(shown.length)) others += total[code]!;
		lanes.push({ key: '', name: reader.t('common.other'), detail: detail(others), language: reader.language });
	}
	return { lanes, laneOf };
}

function laneLabel(set: ColumnSet, value: string, grouping: LaneGrouping, reader: Reader): string {
	if (grouping !== 'kind') return nameOf(set, value, reader.language);
	const [kind = '', subkind] = value.split(':');
	return subkind ? kindLabel(reader.t, value) : recordKindLabel(reader.t, kind);
}

function laneAddress(value: string, grouping: LaneGrouping): string | undefined {
	return grouping === 'kind'
		? undefined
		: `/${grouping === 'track' ? 'tracks' : grouping === 'topic' ? 'topics' : 'actors'}/${encodeURIComponent(value)}`;
}
