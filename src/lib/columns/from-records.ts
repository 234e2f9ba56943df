import type { RecordBody } from '#lib/domain/record.ts';
import { contextOf } from '#lib/filter/context.ts';
import { buildColumns } from './build.ts';
import type { ColumnSet } from './column-set.ts';
import { isRowKind, rowOfRecord } from './row.ts';

/**
 * The columns of all records as of `seq`. Every kind is passed: events, agreements and follow-ups become rows in the
 * order they entered the ledger, the others give them names.
 */
export function columnsFromRecords(records: Iterable<RecordBody>, seq: number): ColumnSet {
	const all = [...records];
	const rows = all
		.filter((body) => isRowKind(body.kind))
		.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
		.map(rowOfRecord);
	return buildColumns(rows, contextOf(all), seq);
}
