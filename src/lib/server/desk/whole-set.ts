import { createColumnsBuilder } from '#lib/columns/build.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { createTextIndexBuilder, type TextIndex } from '#lib/columns/text-index.ts';
import { createTitleRanker } from '#lib/columns/title-ranks.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import { isRowKind } from '#lib/columns/row.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '../storage/store.ts';

/** Up to so many records all words are kept in memory and travel with a page. */
export const SMALL_SET = 500;

/** What is worked out of all records in one pass. */
export interface WholeSet {
	readonly set: ColumnSet;
	readonly ranks: Readonly<Record<Language, Uint32Array>>;
	readonly index: TextIndex;
}

/**
 * Columns without words, title ranks by language and the text index of a large store, as of its head. Takes seconds to minutes:
 * for a thread of its own. Reads batch by batch, so memory grows with the columns and not with the records.
 */
export async function workOutWholeSet(store: Store, onprogress: (records: number) => void = () => undefined): Promise<WholeSet> {
	const seq = await store.head();
	const builder = createColumnsBuilder({ words: 'none', shared: true });
	let records = 0;
	for await (const bodies of store.bodies({ asof: seq })) {
		for (const body of bodies) builder.add(body);
		onprogress((records += bodies.length));
	}
	const set = builder.finish(seq);
	const index = createTextIndexBuilder({ shared: true });
	const rankers = LANGUAGES.map((language) => createTitleRanker(language));
	// Row numbers are known only now; reading twice costs less than keeping every title.
	for await (const bodies of store.bodies({ asof: seq })) {
		for (const body of bodies) {
			if (!isRowKind(body.kind)) continue;
			const row = set.id.rowOf(body.id);
			index.addRecord(row, body);
			const title = titleOf(body);
			for (const ranker of rankers) ranker.add(row, title);
		}
		onprogress((records += bodies.length));
	}
	const ranks = Object.fromEntries(LANGUAGES.map((language, at) => [language, rankers[at]!.finish(set.count, true)]));
	return { set, ranks: ranks as Record<Language, Uint32Array>, index: index.finish() };
}

/** The patch material between a set and the head: bodies that changed, ids that went. */
export async function changesAfter(store: Store, seq: number): Promise<{ bodies: RecordBody[]; gone: string[]; seq: number }> {
	const head = await store.head();
	const bodies: RecordBody[] = [];
	const gone: string[] = [];
	for await (const batch of store.changedRecords(seq, head))
		for (const { record, body } of batch) {
			if (body) bodies.push(body);
			else gone.push(record);
		}
	return { bodies, gone, seq: head };
}
