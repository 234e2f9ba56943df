import type { Edges } from '#lib/temporal/edges.ts';
import { datedEdges } from '#lib/filter/facts.ts';
import type { RecordContext } from '#lib/filter/context.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';
import { ROW_KINDS, type Row } from './row.ts';

/** The maps of a set that are not rows. */
export type SetNames = Omit<RecordContext, 'tracks'>;

/** Columns of rows in the order given. A follow-up's track is taken from the row it arises from, whatever it was. */
export function buildColumns(rows: readonly Row[], names: SetNames, seq: number): ColumnSet {
	const rowOf = new Map(rows.map((row, index) => [row.id, index]));
	const edges = rows.map((row) => datedEdges(row.date));
	const edge = (name: keyof Edges) => Float64Array.from(edges, (of) => of?.[name] ?? NaN);
	const track = (row: Row) => {
		if (row.kind !== 'follow-up') return row.track;
		const origin = rows[rowOf.get(row.arisesFrom) ?? -1];
		return origin && origin.kind !== 'follow-up' ? origin.track : '';
	};
	return {
		seq,
		count: rows.length,
		id: rows.map((row) => row.id),
		rowOf,
		kind: Uint8Array.from(rows, (row) => (ROW_KINDS as readonly string[]).indexOf(row.kind)),
		subkind: coded(rows.map((row) => row.subkind)),
		status: coded(rows.map((row) => row.status)),
		earliestStart: edge('earliestStart'),
		latestStart: edge('latestStart'),
		earliestEnd: edge('earliestEnd'),
		latestEnd: edge('latestEnd'),
		date: rows.map((row) => row.date),
		planned: Uint8Array.from(rows, (row) => Number(row.planned)),
		conflicts: Uint16Array.from(rows, (row) => row.conflicts),
		voices: Uint16Array.from(rows, (row) => row.voices),
		conflictPath: rows.map((row) => row.conflictPath),
		track: coded(rows.map(track)),
		topics: codedLists(rows.map((row) => row.topics)),
		actors: codedLists(rows.map((row) => row.actors)),
		sources: codedLists(rows.map((row) => row.sources)),
		stages: codedLists(rows.map((row) => row.stages)),
		title: rows.map((row) => row.title),
		summary: rows.map((row) => row.summary),
		place: rows.map((row) => row.place),
		quantities: rows.map((row) => row.quantities),
		earlierDates: rows.map((row) => row.earlierDates),
		dateVersions: rows.map((row) => row.dateVersions),
		previous: rows.map((row) => row.previous),
		followsFrom: rows.map((row) => row.followsFrom),
		arisesFrom: rows.map((row) => row.arisesFrom),
		partOf: rows.map((row) => row.partOf),
		atEvent: rows.map((row) => row.atEvent),
		ordinal: Int32Array.from(rows, (row) => row.ordinal),
		names: names.names,
		spellings: names.spellings,
		published: names.published
	};
}

/** Values as codes into a dictionary, in order of first appearance; '' takes -1. */
function coded(values: readonly string[]): CodedColumn {
	const dictionary = new Dictionary();
	const codes = Int32Array.from(values, (value) => (value === '' ? -1 : dictionary.code(value)));
	return { values: dictionary.values, codes };
}

function codedLists(lists: readonly (readonly string[])[]): CodedListColumn {
	const dictionary = new Dictionary();
	const offsets = new Uint32Array(lists.length + 1);
	lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
	const codes = Uint32Array.from(lists.flat(), (value) => dictionary.code(value));
	return { values: dictionary.values, offsets, codes };
}

class Dictionary {
	readonly values: string[] = [];
	readonly #codes = new Map<string, number>();

	code(value: string): number {
		let code = this.#codes.get(value);
		if (code === undefined) {
			code = this.values.push(value) - 1;
			this.#codes.set(value, code);
		}
		return code;
	}
}
