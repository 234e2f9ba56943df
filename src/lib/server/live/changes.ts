import type { EntryKind } from '#lib/domain/entry.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { changedFields } from '../records/record-answer.ts';
import type { Store } from '../storage/store.ts';

/** What one entry of the ledger did. One notice an entry, however many records it touched. */
export interface ChangeNotice {
	/** The entry's seq, as text: every item of the API has an id. */
	readonly id: string;
	readonly kind: 'change';
	readonly seq: number;
	readonly at: string;
	readonly account: string;
	readonly entry: EntryKind;
	/** Records it touched; a notice lists the first of them by id. */
	readonly count: number;
	readonly records: readonly {
		readonly id: string;
		readonly kind: RecordKind;
		readonly what: 'new' | 'changed' | 'gone';
		readonly fields: readonly string[];
	}[];
}

/** Records listed in one notice, and how far they are counted. */
const LISTED = 500;
const COUNTED = 10_000_000;

/** Notices of the entries after `since`, in order, at most `limit`. */
export async function* changesSince(store: Store, since: number, limit: number): AsyncGenerator<ChangeNotice> {
	for await (const entry of store.entries(since, limit)) {
		const changed = await store.changed(entry.seq - 1, entry.seq, LISTED);
		const count = changed.length < LISTED ? changed.length : await store.changedCount(entry.seq - 1, entry.seq, COUNTED);
		yield {
			id: String(entry.seq),
			kind: 'change',
			seq: entry.seq,
			at: entry.at,
			account: entry.account,
			entry: entry.body.kind,
			count,
			records: changed.map(({ record, kind, before, after }) => ({
				id: record,
				kind,
				what: before === null ? 'new' : after === null ? 'gone' : 'changed',
				fields: before && after ? changedFields(before, after) : []
			}))
		};
	}
}
