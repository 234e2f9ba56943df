import type { RecordBody } from '#lib/domain/record.ts';
import { contextOf } from '#lib/filter/context.ts';
import { buildColumns } from './build.ts';
import type { ColumnSet } from './column-set.ts';
import { isRowKind, readRow, rowOfRecord, type Row } from './row.ts';

/**
 * The set as of a later `seq`: `changed` bodies of any kind take the place of the old ones or come last, `removed` ids go.
 * Row numbers stand unless a row is removed; then later rows move up. The old set is left as it is.
 */
export function patchColumns(set: ColumnSet, changed: readonly RecordBody[], removed: readonly string[], seq: number): ColumnSet {
	const gone = new Set(removed);
	const fresh = new Map<string, Row>();
	for (const body of changed) if (isRowKind(body.kind)) fresh.set(body.id, rowOfRecord(body));
	const rows: Row[] = [];
	for (let row = 0; row < set.count; row++) {
		const id = set.id[row]!;
		if (gone.has(id)) continue;
		rows.push(fresh.get(id) ?? readRow(set, row));
		fresh.delete(id);
	}
	for (const [id, row] of fresh) if (!gone.has(id)) rows.push(row);

	const context = contextOf(changed);
	const stale = new Set([...gone, ...changed.map(({ id }) => id)]);
	const merged = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) =>
		new Map([...[...old].filter(([id]) => !stale.has(id)), ...[...now].filter(([id]) => !gone.has(id))]);
	const names = {
		names: merged(set.names, context.names),
		spellings: merged(set.spellings, context.spellings),
		published: merged(set.published, context.published)
	};
	return buildColumns(rows, names, seq);
}
