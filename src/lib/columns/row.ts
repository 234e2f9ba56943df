import type { RecordBody } from '#lib/domain/record.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { factsOf, type Facts } from '#lib/filter/facts.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';

/** Kinds that are rows; a row's `kind` is its place here. */
export const ROW_KINDS = ['event', 'agreement', 'follow-up'] as const satisfies readonly RecordKind[];

/** A row on its way in or out of columns: the facts of its record. A follow-up's own track is left to the set. */
export type Row = Omit<Facts, 'spellings'>;

/** Whether a record is a row, or only gives rows their names. */
export function isRowKind(kind: RecordKind): boolean {
	return (ROW_KINDS as readonly RecordKind[]).includes(kind);
}

/** The row a record makes. */
export function rowOfRecord(body: RecordBody): Row {
	const { spellings: _, ...row } = factsOf(body);
	return row;
}

/** Reads one row back out of its columns; building a set from all rows gives the same columns. */
export function readRow(set: ColumnSet, row: number): Row {
	return {
		id: set.id[row]!,
		kind: ROW_KINDS[set.kind[row]!]!,
		subkind: valueOf(set.subkind, row),
		status: valueOf(set.status, row),
		date: set.date[row]!,
		planned: set.planned[row] === 1,
		conflicts: set.conflicts[row]!,
		voices: set.voices[row]!,
		conflictPath: set.conflictPath[row]!,
		track: valueOf(set.track, row),
		topics: valuesOf(set.topics, row),
		actors: valuesOf(set.actors, row),
		sources: valuesOf(set.sources, row),
		stages: valuesOf(set.stages, row),
		title: set.title[row]!,
		summary: set.summary[row]!,
		place: set.place[row]!,
		quantities: set.quantities[row]!,
		earlierDates: set.earlierDates[row]!,
		dateVersions: set.dateVersions[row]!,
		previous: set.previous[row]!,
		followsFrom: set.followsFrom[row]!,
		arisesFrom: set.arisesFrom[row]!,
		partOf: set.partOf[row]!,
		atEvent: set.atEvent[row]!,
		ordinal: set.ordinal[row]!
	};
}

/** A row's value in a coded column; '' when not reported. */
export function valueOf(column: CodedColumn, row: number): string {
	return column.values[column.codes[row]!] ?? '';
}

/** A row's values in a list column, in order. */
export function valuesOf(column: CodedListColumn, row: number): string[] {
	const values: string[] = [];
	for (let i = column.offsets[row]!; i < column.offsets[row + 1]!; i++) values.push(column.values[column.codes[i]!]!);
	return values;
}
