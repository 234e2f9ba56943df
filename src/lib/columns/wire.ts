import type { RecordBody } from '#lib/domain/record.ts';
import type { Text } from '#lib/domain/text.ts';
import { contextOf } from '#lib/filter/context.ts';
import { buildColumns } from './build.ts';
import { GONE, type ColumnSet } from './column-set.ts';
import { isRowKind, readRow, ROW_KINDS, rowOfRecord, type Row } from './row.ts';

/** Raised when a field changes its meaning; a reader refuses what it does not know. */
const VERSION = 2;

type Field = Exclude<keyof Row, 'kind' | 'planned'>;

/** Defaults are left out of the wire, so a row that says little is short. */
const EMPTY: Readonly<Record<Exclude<Field, 'id'>, unknown>> = {
	subkind: '',
	status: '',
	date: null,
	conflicts: 0,
	voices: 0,
	conflictPath: '',
	track: '',
	topics: [],
	actors: [],
	sources: [],
	stages: [],
	title: {},
	summary: null,
	place: null,
	quantities: [],
	earlierDates: [],
	dateVersions: [],
	previous: '',
	followsFrom: '',
	arisesFrom: '',
	partOf: '',
	atEvent: '',
	ordinal: -1,
	order: []
};

/** A row with its words as sent: `kind` as a number, `planned` as 1, defaults left out. A row that is gone is its id and kind. */
export type RowJson = { readonly id: string; readonly kind: number; readonly planned?: 1 } & {
	readonly [name in Exclude<Field, 'id'>]?: Row[name];
};

/** Names and dates of what is no row. */
export interface NamesJson {
	readonly names: Readonly<Record<string, Text>>;
	readonly spellings: Readonly<Record<string, readonly string[]>>;
	readonly published: Readonly<Record<string, string>>;
}

/**
 * A set with all its words as JSON, row by row in order, gone ones too: a row's place in the list is its number. Edges
 * are not sent: they follow from the EDTF dates, so no infinity or NaN has to cross, and the two sides cannot disagree.
 */
export interface ColumnsJson extends NamesJson {
	readonly version: number;
	readonly seq: number;
	readonly rows: readonly RowJson[];
}

/** What has become of a set by a later seq. Rows are named by their ids; a removed id may be of any kind. */
export interface PatchJson extends NamesJson {
	readonly seq: number;
	readonly rows: readonly RowJson[];
	readonly removed: readonly string[];
}

/**
 * What `columnsFromJson` reads; safe for `JSON.stringify`.
 * @throws RangeError when the set has not all its words.
 */
export function columnsToJson(set: ColumnSet): ColumnsJson {
	return { version: VERSION, seq: set.seq, rows: rowsToJson(set, Array(set.count).keys()), ...namesToJson(set) };
}

/** Some rows of a set as sent. @throws RangeError when the words of one are not here. */
export function rowsToJson(set: ColumnSet, rows: Iterable<number>): RowJson[] {
	return Array.from(rows, (row) => (set.kind[row] === GONE ? { id: set.id.at(row), kind: GONE } : rowToJson(readRow(set, row))));
}

/** @throws RangeError when the version is not known. */
export function columnsFromJson(json: ColumnsJson): ColumnSet {
	if (json.version !== VERSION) throw new RangeError(`unknown version of columns: ${json.version}`);
	const names = {
		names: new Map(Object.entries(json.names)),
		spellings: new Map(Object.entries(json.spellings)),
		published: new Map(Object.entries(json.published))
	};
	return buildColumns(
		json.rows.map((row) => (row.kind === GONE ? { gone: row.id } : rowFromJson(row))),
		names,
		json.seq
	);
}

/** The patch that brings a set to `seq`: the bodies as they are now, and the ids that are no longer. */
export function patchToJson(changed: readonly RecordBody[], removed: readonly string[], seq: number): PatchJson {
	const rows = changed.filter(({ kind }) => isRowKind(kind)).sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
	return { seq, rows: rows.map((body) => rowToJson(rowOfRecord(body))), removed, ...namesToJson(contextOf(changed)) };
}

export function rowFromJson(json: RowJson): Row {
	return { ...(EMPTY as Row), ...json, kind: ROW_KINDS[json.kind] ?? 'event', planned: json.planned === 1 };
}

function rowToJson(row: Row): RowJson {
	const said = Object.entries(row).filter(([name, value]) => name in EMPTY && !isEmpty(value, EMPTY[name as keyof typeof EMPTY]));
	const kind = (ROW_KINDS as readonly string[]).indexOf(row.kind);
	return { id: row.id, kind, ...(row.planned && { planned: 1 }), ...Object.fromEntries(said) };
}

function namesToJson(set: Pick<ColumnSet, 'names' | 'spellings' | 'published'>): NamesJson {
	return {
		names: Object.fromEntries(set.names),
		spellings: Object.fromEntries(set.spellings),
		published: Object.fromEntries(set.published)
	};
}

function isEmpty(value: unknown, empty: unknown): boolean {
	return value === empty || (Array.isArray(value) && value.length === 0);
}
