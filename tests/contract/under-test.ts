import type { Claim } from '../../src/lib/domain/claim.ts';
import type { RecordBody } from '../../src/lib/domain/record.ts';
import type { Derived, Store } from '../../src/lib/server/storage/store.ts';

/** How a kind of store is opened for the suite. */
export interface StoreUnderTest {
	/** A new, empty store. */
	open(): Promise<Store>;
	/** Opens again what `open` made last, after it was closed. */
	reopen(): Promise<Store>;
	/** A path no file has, for a copy; and how the copy is opened. */
	copyPath(): string;
	openCopy(path: string): Promise<Store>;
}

export const AT = '2025-12-05T18:00:00.000Z';
export const NOTHING: Derived = { versions: [], aliases: [], undone: [] };
export const claim = (record: string, fields: Claim['fields'] = { title: { en: record } }, source = 'desk'): Claim => ({
	record,
	kind: 'topic',
	source,
	fields
});
export const body = (id: string, changed: number, kind: RecordBody['kind'] = 'topic'): RecordBody => ({
	id,
	kind,
	fields: {},
	claims: [],
	sources: [],
	merged: [],
	since: 1,
	changed
});
export const versions = (...bodies: RecordBody[]): Derived => ({
	...NOTHING,
	versions: bodies.map((each) => ({ record: each.id, kind: each.kind, body: each }))
});

/** A record that is found by these texts. */
export const worded = (id: string, changed: number, ...texts: string[]): RecordBody => ({
	...body(id, changed),
	fields: { title: { shape: 'text', text: {}, claims: {}, others: texts.map((text) => ({ language: 'en', text, claim: '1.1' })) } }
});
export const gone = (record: string): Derived => ({ ...NOTHING, versions: [{ record, kind: 'topic', body: null }] });

export async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const item of items) found.push(item);
	return found;
}
