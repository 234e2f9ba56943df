import type { Edges } from '#lib/temporal/edges.ts';
import type { DateValue } from '#lib/domain/claim.ts';
import { ordersOf, type KnownOrder } from '#lib/domain/known-order.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { datedEdges, factsOf, type Facts } from '#lib/filter/facts.ts';
import type { CodedColumn, CodedListColumn, ColumnSet } from './column-set.ts';

/** Kinds that are rows; a row's `kind` is its place here. */
export const ROW_KINDS = ['event', 'agreement', 'follow-up'] as const satisfies readonly RecordKind[];

/** A row on its way in or out of columns: the facts of its record. A follow-up's own track is left to the set. */
export type Row = Omit<Facts, 'spellings'> & {
	/** Where it is said to stand beside others, whatever is known of its date. */
	readonly order?: readonly KnownOrder[];
};

/** The columns that link rows, as `Row` and `ColumnSet` both call them. */
export const LINKS = ['previous', 'followsFrom', 'arisesFrom', 'partOf', 'atEvent'] as const;
export const LISTS = ['topics', 'actors', 'sources', 'stages'] as const;
export const EDGES = ['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd'] as const satisfies readonly (keyof Edges)[];

/** Whether a record is a row, or only gives rows their names. */
export function isRowKind(kind: RecordKind): boolean {
	return (ROW_KINDS as readonly RecordKind[]).includes(kind);
}

/** The row a record makes. */
export function rowOfRecord(body: RecordBody): Row {
	const { spellings: _, ...row } = factsOf(body);
	const order = ordersOf(body);
	return order.length === 0 ? row : { ...row, order };
}

/**
 * Reads one row back out of its columns; building a set from all rows gives the same columns.
 * @throws RangeError when the row is gone, or its words are not here.
 */
export function readRow(set: ColumnSet, row: number): Row {
	const words = set.words.of(row);
	if (!words) throw new RangeError(`the words of row ${row} are not here`);
	const { title, summary, place, date, conflictPath, quantities, earlierDates, dateVersions } = words;
	const order = set.orders.filter((each) => each.row === row).map(({ of, stands, same }): KnownOrder => ({ of, stands, same }));
	return {
		...(order.length > 0 && { order }),
		id: set.id.at(row),
		kind: ROW_KINDS[set.kind[row]!]!,
		subkind: valueOf(set.subkind, row),
		status: valueOf(set.status, row),
		date,
		planned: set.planned[row] === 1,
		conflicts: set.conflicts[row]!,
		voices: set.voices[row]!,
		conflictPath,
		track: valueOf(set.track, row),
		topics: valuesOf(set.topics, row),
		actors: valuesOf(set.actors, row),
		sources: valuesOf(set.sources, row),
		stages: valuesOf(set.stages, row),
		title,
		summary,
		place,
		quantities,
		earlierDates,
		dateVersions,
		previous: linkOf(set, 'previous', row),
		followsFrom: linkOf(set, 'followsFrom', row),
		arisesFrom: linkOf(set, 'arisesFrom', row),
		partOf: linkOf(set, 'partOf', row),
		atEvent: linkOf(set, 'atEvent', row),
		ordinal: set.ordinal[row]!
	};
}

/** The id a row's link names, '' when none: also one that no row of the set has. */
function linkOf(set: ColumnSet, link: (typeof LINKS)[number], row: number): string {
	const to = set[link][row]!;
	if (to >= 0) return set.id.at(to);
	return set.unresolved.find((open) => open.row === row && open.link === link)?.id ?? '';
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

/** From the earliest start to the latest end of some dates; null when none of them says when. */
export function hullOf(dates: readonly DateValue[]): { start: number; end: number } | null {
	let hull: { start: number; end: number } | null = null;
	for (const date of dates) {
		const edges = datedEdges(date);
		if (!edges) continue;
		hull ??= { start: Infinity, end: -Infinity };
		hull.start = Math.min(hull.start, edges.earliestStart);
		hull.end = Math.max(hull.end, edges.latestEnd);
	}
	return hull;
}
