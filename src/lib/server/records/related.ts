import { GONE, type CodedColumn, type CodedListColumn, type ColumnSet } from '#lib/columns/column-set.ts';
import type { RecordBody } from '#lib/domain/record.ts';

/** How other records stand to this one. Only the forward links are stored; these inverses are derived from the columns. */
export type Relation =
	| 'next'
	| 'parts'
	| 'agreements-at'
	| 'led-to'
	| 'follow-ups'
	| 'ordered'
	| 'events'
	| 'agreements'
	| 'owned-follow-ups'
	| 'records-of-source'
	| 'records-of-topic';

export interface Related {
	readonly relation: Relation;
	readonly ids: readonly string[];
	/** All of them; `ids` names the first by time. */
	readonly count: number;
}

/** So many of each relation are named; the list page has the rest. */
export const MOST_RELATED = 200;

/** The inverse links of a record, each only where there is something to show. One pass over the columns. */
export function relatedTo(set: ColumnSet, body: RecordBody): Related[] {
	const row = set.id.rowOf(body.id);
	const groups: Related[] = [];
	const add = (relation: Relation, rows: readonly number[]) => {
		if (rows.length > 0) groups.push({ relation, ids: firstByTime(set, rows).map((each) => set.id.at(each)), count: rows.length });
	};
	switch (body.kind) {
		case 'event':
			add('next', pointingAt(set, set.previous, row));
			add('parts', pointingAt(set, set.partOf, row));
			add('agreements-at', pointingAt(set, set.atEvent, row));
			add('follow-ups', pointingAt(set, set.arisesFrom, row));
			break;
		case 'agreement':
			add('led-to', pointingAt(set, set.followsFrom, row));
			add('follow-ups', pointingAt(set, set.arisesFrom, row));
			break;
		case 'track':
			addByKind(add, set, bearing(set, set.track, body.id));
			break;
		case 'actor':
			addByKind(add, set, holding(set, set.actors, body.id));
			break;
		case 'topic':
			add('records-of-topic', holding(set, set.topics, body.id));
			break;
		case 'source':
			add('records-of-source', holding(set, set.sources, body.id));
			break;
	}
	add(
		'ordered',
		set.orders.flatMap((order) => (order.of === body.id && set.kind[order.row] !== GONE ? [order.row] : []))
	);
	return groups;
}

function addByKind(add: (relation: Relation, rows: readonly number[]) => void, set: ColumnSet, rows: readonly number[]): void {
	const ofKind = (kind: number) => rows.filter((row) => set.kind[row] === kind);
	add('events', ofKind(0));
	add('agreements', ofKind(1));
	add('owned-follow-ups', ofKind(2));
}

function pointingAt(set: ColumnSet, links: Int32Array, to: number): number[] {
	const rows: number[] = [];
	if (to < 0) return rows;
	for (let row = 0; row < set.count; row++) if (links[row] === to && set.kind[row] !== GONE) rows.push(row);
	return rows;
}

function bearing(set: ColumnSet, { values, codes }: CodedColumn, value: string): number[] {
	const code = values.indexOf(value);
	const rows: number[] = [];
	if (code >= 0) for (let row = 0; row < set.count; row++) if (codes[row] === code && set.kind[row] !== GONE) rows.push(row);
	return rows;
}

function holding(set: ColumnSet, { values, offsets, codes }: CodedListColumn, value: string): number[] {
	const code = values.indexOf(value);
	const rows: number[] = [];
	if (code < 0) return rows;
	for (let row = 0; row < set.count; row++) {
		if (set.kind[row] === GONE) continue;
		for (let at = offsets[row]!; at < offsets[row + 1]!; at++)
			if (codes[at] === code) {
				rows.push(row);
				break;
			}
	}
	return rows;
}

/** Earliest first, undated last. */
function firstByTime(set: ColumnSet, rows: readonly number[]): number[] {
	const time = (row: number) => (Number.isNaN(set.earliestStart[row]!) ? Infinity : set.earliestStart[row]!);
	return rows.toSorted((a, b) => (time(a) === time(b) ? (set.id.at(a) < set.id.at(b) ? -1 : 1) : time(a) - time(b))).slice(0, MOST_RELATED);
}
