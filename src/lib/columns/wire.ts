import type { Text } from '#lib/domain/text.ts';
import { buildColumns } from './build.ts';
import type { ColumnSet } from './column-set.ts';
import { readRow, ROW_KINDS, type Row } from './row.ts';

/** Raised when a field changes its meaning; a reader refuses what it does not know. */
const VERSION = 1;

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
	ordinal: -1
};

/** A row as sent: `kind` as a number, `planned` as 1, defaults left out. */
export type RowJson = { readonly id: string; readonly kind: number; readonly planned?: 1 } & {
	readonly [name in Exclude<Field, 'id'>]?: Row[name];
};

/**
 * A set as JSON. Edges are not sent: they follow from the EDTF dates, so no infinity or NaN has to cross, and the two
 * sides cannot disagree.
 */
export interface ColumnsJson {
	readonly version: number;
	readonly seq: number;
	readonly rows: readonly RowJson[];
	readonly names: Readonly<Record<string, Text>>;
	readonly spellings: Readonly<Record<string, readonly string[]>>;
	readonly published: Readonly<Record<string, string>>;
}

/** What `columnsFromJson` reads; safe for `JSON.stringify`. */
export function columnsToJson(set: ColumnSet): ColumnsJson {
	return {
		version: VERSION,
		seq: set.seq,
		rows: Array.from({ length: set.count }, (_, row) => rowToJson(readRow(set, row))),
		names: Object.fromEntries(set.names),
		spellings: Object.fromEntries(set.spellings),
		published: Object.fromEntries(set.published)
	};
}

/** @throws RangeError when the version is not known. */
export function columnsFromJson(json: ColumnsJson): ColumnSet {
	if (json.version !== VERSION) throw new RangeError(`unknown version of columns: ${json.version}`);
	const names = {
		names: new Map(Object.entries(json.names)),
		spellings: new Map(Object.entries(json.spellings)),
		published: new Map(Object.entries(json.published))
	};
	return buildColumns(json.rows.map(rowFromJson), names, json.seq);
}

function rowToJson(row: Row): RowJson {
	const said = Object.entries(row).filter(([name, value]) => name in EMPTY && !isEmpty(value, EMPTY[name as keyof typeof EMPTY]));
	const kind = (ROW_KINDS as readonly string[]).indexOf(row.kind);
	return { id: row.id, kind, ...(row.planned && { planned: 1 }), ...Object.fromEntries(said) };
}

function rowFromJson(json: RowJson): Row {
	return { ...(EMPTY as Row), ...json, kind: ROW_KINDS[json.kind] ?? 'event', planned: json.planned === 1 };
}

function isEmpty(value: unknown, empty: unknown): boolean {
	return value === empty || (Array.isArray(value) && value.length === 0);
}
