import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { AT, NOTHING, claim, type StoreUnderTest } from './under-test.ts';

/** What `Store.documents` promises: any fulfilment must pass it. */
export function describeDocuments(name: string, under: StoreUnderTest): void {
	describe(`${name} keeps the contract of a store for documents`, () => {
		let store: Store;
		const put = (id: string, expected: number, body: unknown, changed = AT) => store.documents.put('deck', { id, expected, changed, body });
		beforeEach(async () => {
			store = await under.open();
		});
		afterEach(() => store.close());

		test('a document is read back as written, also after opening again', async () => {
			const body = { name: 'نشست', steps: [{ caption: { fa: '۱' } }, null] };
			expect(await put('a', 0, body)).toBe(1);
			await store.close();
			store = await under.reopen();
			expect(await store.documents.get('deck', 'a')).toEqual({ id: 'a', revision: 1, changed: AT, body });
			expect(await store.documents.get('deck', 'b')).toBeNull();
		});

		test('whoever replaces another revision than stands is told so, and what stands is kept', async () => {
			expect([await put('a', 1, 'x'), await put('a', 0, 'one'), await put('a', 0, 'two'), await put('a', 1, 'two')]).toEqual([
				null,
				1,
				null,
				2
			]);
			expect(await put('a', 1, 'three')).toBeNull();
			expect((await store.documents.get('deck', 'a'))?.body).toBe('two');
		});

		test('of two writers of one revision exactly one wins', async () => {
			await put('a', 0, 'first');
			const answers = await Promise.all([put('a', 1, 'x'), put('a', 1, 'y')]);
			expect(answers.filter((answer) => answer === 2)).toHaveLength(1);
			expect(answers.filter((answer) => answer === null)).toHaveLength(1);
		});

		test('documents of one kind are listed, the last changed first, those of one moment by id', async () => {
			await put('old', 0, 1, '2025-01-01T00:00:00.000Z');
			await put('b', 0, 2, '2025-03-01T00:00:00.000Z');
			await put('a', 0, 3, '2025-03-01T00:00:00.000Z');
			await store.documents.put('room', { id: 'a', expected: 0, changed: AT, body: 4 });
			await put('old', 1, 5, '2025-04-01T00:00:00.000Z');
			expect((await store.documents.list('deck')).map(({ id, body }) => [id, body])).toEqual([
				['old', 5],
				['a', 3],
				['b', 2]
			]);
		});

		test('a deleted document is gone and may be made anew, and deleting says whether there was one', async () => {
			await put('a', 0, 'one');
			expect([await store.documents.delete('room', 'a'), await store.documents.delete('deck', 'a')]).toEqual([false, true]);
			expect([await store.documents.get('deck', 'a'), await store.documents.delete('deck', 'a')]).toEqual([null, false]);
			expect(await put('a', 0, 'again')).toBe(1);
		});

		test('documents are no facts: the ledger does not count them, and dropping what is derived leaves them', async () => {
			await store.append(0, { account: 'desk', at: AT, body: { kind: 'claims', claims: [claim('a')] } }, NOTHING);
			await put('a', 0, 'kept');
			expect(await store.head()).toBe(1);
			await store.clearDerived();
			expect((await store.documents.get('deck', 'a'))?.body).toBe('kept');
		});
	});
}
