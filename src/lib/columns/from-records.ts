import type { RecordBody } from '#lib/domain/record.ts';
import { createColumnsBuilder } from './build.ts';
import type { ColumnSet } from './column-set.ts';

/**
 * The columns of all records as of `seq`, with all their words. Every kind is passed, in any order: events, agreements
 * and follow-ups become rows in the order they entered the ledger, the others give them names.
 */
export function columnsFromRecords(records: Iterable<RecordBody>, seq: number): ColumnSet {
	const builder = createColumnsBuilder({ words: 'all' });
	for (const body of records) builder.add(body);
	return builder.finish(seq);
}
