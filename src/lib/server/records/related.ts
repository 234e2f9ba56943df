import type { CodedListColumn, ColumnSet } from '#lib/columns/column-set.ts';
import type { RecordBody } from '#lib/domain/record.ts';

/** How other records stand to this one. Only the forward links are stored; these inverses are derived from the columns. */
export type Relation =
	| 'next'
	| 'parts'
	| 'agreements-at'
	| 'led-to'
	| 'follow-ups'
	| 'events'
	| 'agreements'
	| 'owned-follow-ups'
	| 'records-of-source'
	| 'records-of-topic';

export interface Related {
	readonly relation: Relation;
	readonly ids: readonly string[];
}

/** The inverse links of a record, each only where there is something to show. */
export function relatedTo(set: ColumnSet, body: RecordBody): Related[] {
	const { id } = body;
	const groups: Related[] = [];
	const add = (relation: Relation, test: (row: number) => boolean) => {
		const ids: string[] = [];
		for (let row = 0; row < set.count; row++) if (test(row)) ids.push(set.id[row] ?? '');
		if (ids.length > 0) groups.push({ relation, ids: ids.sort(byTime(set)) });
	};
	switch (body.kind) {
		case 'event':
			add('next', (row) => set.previous[row] === id);
			add('parts', (row) => set.partOf[row] === id);
			add('agreements-at', (row) => set.atEvent[row] === id);
			add('follow-ups', (row) => set.arisesFrom[row] === id);
			break;
		case 'agreement':
			add('led-to', (row) => set.followsFrom[row] === id);
			add('follow-ups', (row) => set.arisesFrom[row] === id);
			break;
		case 'track':
			addByKind(add, set, (row) => set.track.values[set.track.codes[row] ?? -1] === id);
			break;
		case 'actor':
			addByKind(add, set, holds(set.actors, id));
			break;
		case 'topic':
			add('records-of-topic', holds(set.topics, id));
			break;
		case 'source':
			add('records-of-source', holds(set.sources, id));
			break;
	}
	return groups;
}

type Add = (relation: Relation, test: (row: number) => boolean) => void;

function addByKind(add: Add, set: ColumnSet, test: (row: number) => boolean): void {
	add('events', (row) => set.kind[row] === 0 && test(row));
	add('agreements', (row) => set.kind[row] === 1 && test(row));
	add('owned-follow-ups', (row) => set.kind[row] === 2 && test(row));
}

function holds(column: CodedListColumn, id: string): (row: number) => boolean {
	const code = column.values.indexOf(id);
	return (row) => code >= 0 && column.codes.subarray(column.offsets[row], column.offsets[row + 1]).includes(code);
}

/** Earliest first, undated last. */
function byTime(set: ColumnSet): (a: string, b: string) => number {
	const time = (id: string) => {
		const start = set.earliestStart[set.rowOf.get(id) ?? -1] ?? NaN;
		return Number.isNaN(start) ? Infinity : start;
	};
	return (a, b) => {
		const [left, right] = [time(a), time(b)];
		return left === right ? (a < b ? -1 : 1) : left - right;
	};
}
