import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordBody } from '../../../../src/lib/domain/record.ts';
import { createLedger } from '../../../../src/lib/server/ledger/ledger.ts';
import { openStore } from '../../../../src/lib/server/storage/open-store.ts';
import { holdsTerms, searchText } from '../../../../src/lib/server/storage/search-text.ts';
import type { Store } from '../../../../src/lib/server/storage/store.ts';

const FIRST = ['memorandum', 'Memorial', 'ministry', 'تفاهم\u200cنامه', 'تفاهم نامه', 'هيئة', 'меморандум', 'Чёрное'];
const SECOND = ['on roads', 'of rail', 'ab', 'abroad', 'راه آهن', 'طرق', 'дорог', 'дороги', 'moran dum'];
const COUNT = 2600;

let store: Store;
const bodies: RecordBody[] = [];
beforeAll(async () => {
	store = await openStore('sqlite::memory:');
	const ledger = createLedger(store, { clock: () => Date.UTC(2026, 10, 22), account: 'desk' });
	await ledger.append({
		kind: 'claims',
		claims: Array.from({ length: COUNT }, (_, at) => ({
			// Not in the order they are written in.
			record: `r${(at * 7919) % COUNT}`,
			kind: 'event',
			source: 'desk',
			fields: {
				title: { en: `${FIRST[at % FIRST.length]} ${at % 977 === 5 ? 'rarity' : ''} ${at}` },
				summary: { en: SECOND[at % SECOND.length]! }
			}
		}))
	});
	while ((await store.indexSearch(1000)) > 0);
	for await (const batch of store.bodies()) bodies.push(...batch);
	bodies.sort((a, b) => (a.id < b.id ? -1 : 1));
});
afterAll(() => store.close());

/** Every text read, word by word: the slow twin. */
function readThrough(terms: readonly string[], limit: number): string[] {
	const holds = (text: string, term: string) =>
		[...term].length >= 3 ? text.includes(term) : text.split(/[ \n]/).some((word) => word.startsWith(term));
	return bodies
		.filter((body) => terms.every((term) => holds(searchText(body), term)))
		.slice(0, limit)
		.map(({ id }) => id);
}

test.each([
	[['memorandum']],
	[['mem']],
	[['memor', 'ab']],
	[['orandum']],
	[['ab']],
	[['o', 'a']],
	[['r']],
	[['rarity']],
	[['rarity', 'ab']],
	[['تفاهمنامه']],
	[['تفاهم', 'نامه']],
	[['меморандум', 'дор']],
	[['дороги']],
	[['черное']],
	[['moran']],
	[['1']],
	[['25']],
	[['259']],
	[['zzz']],
	[['z']]
])('%j is found in the same records, in the same order, as by reading every text', async (terms) => {
	for (const limit of [0, 1, 7, 200, COUNT * 2]) expect(await store.search(terms, limit)).toEqual(readThrough(terms, limit));
});

test('a record holds the terms its whole folded text holds', () => {
	for (const body of bodies.slice(0, 300))
		for (const terms of [['memorandum'], ['تفاهمنامه'], ['memor', 'abroad'], ['дорог', 'черное'], ['roads m'], []])
			expect(holdsTerms(body, terms)).toBe(terms.every((term) => searchText(body).includes(term)));
});
