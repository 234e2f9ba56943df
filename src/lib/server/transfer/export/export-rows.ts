import type { ColumnSet } from '#lib/columns/column-set.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { CalendarName, Language } from '#lib/language/locales.ts';
import type { MonthNames } from '#lib/language/month-names.ts';
import type { MessageKey, TransferKey, Translate } from '#lib/language/translate.ts';
import type { ForeignRecord } from '#lib/formats/foreign.ts';
import { foreignOfFields, plainFields } from '#lib/formats/record-fields.ts';
import type { Store } from '../../storage/store.ts';

/** A view to be written out. */
export interface ExportRequest {
	readonly store: Store;
	/** undefined: now. */
	readonly asof: number | undefined;
	readonly set: ColumnSet;
	/** Row numbers in the view's order. */
	readonly rows: Uint32Array;
	/** By row: 1 possibly, 2 certainly. */
	readonly mask: Uint8Array;
	readonly language: Language;
	readonly calendar: CalendarName;
	/** By which country's names months go; default: the usual ones. */
	readonly months?: MonthNames | undefined;
	readonly t: Translate<MessageKey | TransferKey>;
	/** The view in words. */
	readonly title: string;
	/** ISO instant the data is of: the ledger's, not the clock's. */
	readonly at: string;
	/** A record's own page. */
	linkOf(kind: RecordBody['kind'], id: string): string;
	/** Aborted when nobody waits any longer. */
	readonly signal: AbortSignal;
	/** What a spreadsheet could run as a formula, in CSV. */
	readonly formulas: 'guard' | 'keep';
}

export interface ExportRow {
	readonly row: number;
	readonly body: RecordBody;
	readonly record: ForeignRecord;
	readonly possibly: boolean;
	readonly planned: boolean;
}

/** Records read at a time: some ten milliseconds of the server's one thread. */
const BATCH = 64;

/** The records of a view, in its order, batch by batch; other requests come in between. @throws the signal's reason */
export async function* exportRows(request: ExportRequest, rows: Uint32Array = request.rows): AsyncGenerator<readonly ExportRow[]> {
	const { set, mask, store, asof, signal } = request;
	const nameOf = (id: string) => set.names.get(id);
	for (let from = 0; from < rows.length; from += BATCH) {
		signal.throwIfAborted();
		const numbers = rows.subarray(from, from + BATCH);
		const bodies = await store.recordsById(
			Array.from(numbers, (row) => set.id.at(row)),
			asof
		);
		const batch: ExportRow[] = [];
		for (const row of numbers) {
			const body = bodies.get(set.id.at(row));
			if (!body || (body.kind !== 'event' && body.kind !== 'agreement' && body.kind !== 'follow-up')) continue;
			const record = foreignOfFields(body.id, body.kind, plainFields(body), nameOf, { file: '', row: row + 1 });
			batch.push({ row, body, record, possibly: mask[row] === 1, planned: set.planned[row] === 1 });
		}
		yield batch;
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** When an entry was made, by its seq; each is asked for once. */
export function entryTimes(store: Store, otherwise: string): (seq: number) => Promise<string> {
	const known = new Map<number, Promise<string>>();
	return (seq) => {
		let time = known.get(seq);
		if (!time) known.set(seq, (time = store.entry(seq).then((entry) => entry?.at ?? otherwise)));
		return time;
	};
}
