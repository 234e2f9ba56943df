import type { CodedColumn, CodedListColumn, ColumnSet } from '#lib/columns/column-set.ts';
import { recordKindLabel, kindLabel } from '#lib/language/labels.ts';
import type { Lane } from '#lib/timeline/items/item.ts';
import { nameOf, type Reader } from './reader.ts';

export type LaneGrouping = 'track' | 'kind' | 'topic' | 'actor';

/** More lanes than this would be a wall, not a picture; the rest share one lane "other". */
const MOST_LANES = 14;

/** The lanes of a view and, for each row asked about, the lanes it stands on (a record with two topics stands on both). */
export interface Lanes {
	readonly lanes: readonly Lane[];
	readonly lanesOf: (row: number) => readonly number[];
}

/** Groups rows into lanes: most dated records first, then by name; rows of no group stand on a last lane. */
export function groupIntoLanes(set: ColumnSet, rows: Uint32Array, grouping: LaneGrouping, reader: Reader): Lanes {
	const codesOf =
		grouping === 'track'
			? single(set.track)
			: grouping === 'kind'
				? single(set.subkind)
				: several(grouping === 'topic' ? set.topics : set.actors);
	const values =
		grouping === 'track'
			? set.track.values
			: grouping === 'kind'
				? set.subkind.values
				: grouping === 'topic'
					? set.topics.values
					: set.actors.values;
	const dated = new Map<number, number>();
	const total = new Map<number, number>();
	let withoutGroup = false;
	for (const row of rows) {
		const codes = codesOf(row);
		if (codes.length === 0) withoutGroup = true;
		for (const code of codes) {
			total.set(code, (total.get(code) ?? 0) + 1);
			if (!Number.isNaN(set.earliestStart[row])) dated.set(code, (dated.get(code) ?? 0) + 1);
		}
	}
	const label = (code: number) => laneLabel(set, values[code] ?? '', grouping, reader);
	const order = [...total.keys()].sort(
		(a, b) => (dated.get(b) ?? 0) - (dated.get(a) ?? 0) || (total.get(b) ?? 0) - (total.get(a) ?? 0) || (label(a) < label(b) ? -1 : 1)
	);
	const shown = order.length > MOST_LANES ? order.slice(0, MOST_LANES - 1) : order;
	const laneOf = new Map(shown.map((code, lane) => [code, lane]));
	const lanes: Lane[] = shown.map((code) => ({
		key: values[code] ?? '',
		name: label(code),
		detail: '',
		language: reader.language,
		href: laneAddress(values[code] ?? '', grouping)
	}));
	const rest = lanes.length;
	if (withoutGroup || order.length > shown.length)
		lanes.push({ key: '', name: reader.t('common.other'), detail: '', language: reader.language });
	return {
		lanes,
		lanesOf: (row) => {
			const codes = codesOf(row);
			if (codes.length === 0) return [rest];
			return [...new Set(codes.map((code) => laneOf.get(code) ?? rest))];
		}
	};
}

function single(column: CodedColumn): (row: number) => readonly number[] {
	return (row) => {
		const code = column.codes[row] ?? -1;
		return code < 0 ? [] : [code];
	};
}

function several(column: CodedListColumn): (row: number) => readonly number[] {
	return (row) => [...column.codes.subarray(column.offsets[row], column.offsets[row + 1])];
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
