import { createColumnsBuilder } from '#lib/columns/build.ts';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { isRowKind } from '#lib/columns/row.ts';
import { createTextIndexBuilder, type TextIndex } from '#lib/columns/text-index.ts';
import { createTitleRanker } from '#lib/columns/title-ranks.ts';
import { titleOf } from '#lib/domain/read-record.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Store } from '../storage/store.ts';

/** Up to so many records all words are kept in memory and travel with a page. */
export const SMALL_SET = 500;
/** So many records more than this are never read together on the server's own thread. */
export const MOST_AT_ONCE = 4 * SMALL_SET;

/** What is worked out of all records beside the columns. */
export interface Side {
	readonly titles: Readonly<Record<Language, Uint32Array>>;
	readonly index: TextIndex;
}

export interface WholeSet extends Side {
	readonly set: ColumnSet;
}

/**
 * Columns without words of a large store as of a seq. Takes seconds: for a thread of its own. Reads batch by batch, so memory
 * grows with the columns and not with the records.
 */
export async function buildColumns(store: Store, seq: number, onprogress: (share: number) => void): Promise<ColumnSet> {
	const builder = createColumnsBuilder({ words: 'none', shared: true });
	const total = await store.changedCount(0, seq, Number.MAX_SAFE_INTEGER);
	let records = 0;
	for await (const bodies of store.bodies({ asof: seq })) {
		for (const body of bodies) builder.add(body);
		onprogress((records += bodies.length) / Math.max(total, records));
	}
	return builder.finish(seq);
}

/** Title ranks by language and the text index of a set: read anew, which costs less than keeping every text meanwhile. */
export async function rankAndIndex(store: Store, set: ColumnSet): Promise<Side> {
	const index = createTextIndexBuilder({ shared: true });
	const rankers = LANGUAGES.map((language) => createTitleRanker(language));
	for await (const bodies of store.bodies({ asof: set.seq })) {
		for (const body of bodies) {
			if (!isRowKind(body.kind)) continue;
			const row = set.id.rowOf(body.id);
			index.addRecord(row, body);
			const title = titleOf(body);
			for (const ranker of rankers) ranker.add(row, title);
		}
	}
	const titles = Object.fromEntries(LANGUAGES.map((language, at) => [language, rankers[at]!.finish(set.count, true)]));
	return { titles: titles as Record<Language, Uint32Array>, index: index.finish() };
}

/** What lies between two seqs: bodies as of the second, and ids that are not there then. */
export interface Changes {
	readonly bodies: RecordBody[];
	readonly gone: string[];
	readonly seq: number;
}

export async function changesBetween(store: Store, since: number, seq: number): Promise<Changes> {
	const bodies: RecordBody[] = [];
	const gone: string[] = [];
	for await (const batch of store.changedRecords(since, seq))
		for (const { record, body } of batch) {
			if (body) bodies.push(body);
			else gone.push(record);
		}
	return { bodies, gone, seq };
}
