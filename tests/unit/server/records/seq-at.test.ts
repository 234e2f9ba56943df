import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLedger } from '../../../../src/lib/server/ledger/ledger.ts';
import { seqAt } from '../../../../src/lib/server/records/seq-at.ts';
import { openStore } from '../../../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../../../src/lib/server/storage/store.ts';

const TIMES = ['2025-12-05T09:00Z', '2025-12-05T18:00Z', '2025-12-05T18:00Z', '2025-12-06T00:00Z', '2025-12-08T12:00Z'];

let store: Store;
beforeEach(async () => {
	store = await openStore('sqlite::memory:');
	const times = TIMES.map((time) => Date.parse(time));
	const ledger = createLedger(store, { clock: () => times.shift() ?? NaN, account: 'desk' });
	for (let n = 1; n <= TIMES.length; n++)
		await ledger.append({ kind: 'claims', claims: [{ record: `t${n}`, kind: 'topic', source: 'desk', fields: { title: { en: 'T' } } }] });
});
afterEach(() => store.close());

test('an entry number stands as it is, up to the last there is', async () => {
	expect(await Promise.all(['0', '3', '5', '99'].map((text) => seqAt(store, text)))).toEqual([0, 3, 5, 5]);
});

describe('an instant is the last entry written by then', () => {
	test.each([
		['2025-12-05T08:59:59Z', 0],
		['2025-12-05T09:00:00Z', 1],
		['2025-12-05T17:59:59.999Z', 1],
		['2025-12-05T18:00Z', 3],
		['2025-12-05T21:30:00+03:30', 3],
		['2025-12-05T21:29:00+03:30', 1],
		['2025-12-05T14:30:00.5-03:30', 3],
		['2025-12-05T17:59:59.999999999Z', 1],
		['2025-12-07T00:00:00Z', 4],
		['2030-01-01T00:00:00Z', 5]
	])('%s', async (text, seq) => {
		expect(await seqAt(store, text)).toBe(seq);
	});

	test('every one of them is found as by looking through all entries', async () => {
		for (let hour = 0; hour < 96; hour++) {
			const instant = new Date(Date.UTC(2025, 11, 5, hour));
			const slow = TIMES.filter((time) => Date.parse(time) <= instant.getTime()).length;
			expect([instant, await seqAt(store, instant.toISOString())]).toEqual([instant, slow]);
		}
	});
});

test('a bare day means its end', async () => {
	expect([await seqAt(store, '2025-12-04'), await seqAt(store, '2025-12-05'), await seqAt(store, '2025-12-06')]).toEqual([0, 3, 4]);
});

test.each([
	'',
	'yesterday',
	'-1',
	'1.5',
	'2025-13-01',
	'2025-02-30',
	'2025-02-30T10:00Z',
	'2025-12-05T25:00Z',
	'2025-12-05T10:00',
	'1234567890'
])('"%s" is neither', async (text) => {
	expect(await seqAt(store, text)).toBeNull();
});
