import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/lib/domain/claim.ts';
import { HeadMovedError, type Derived, type Store } from '../../src/lib/server/storage/store.ts';
import { AT, NOTHING, body, claim, gone, listed, versions, worded, type StoreUnderTest } from './under-test.ts';

/** The meaning of `Store` in code, but for bulks and documents: any fulfilment must pass it. */
export function describeStore(name: string, under: StoreUnderTest): void {
	describe(`${name} keeps the contract of a store`, () => {
		let store: Store;
		const append = (head: number, claims: readonly Claim[], derived: Derived = NOTHING) =>
			store.append(head, { account: 'desk', at: AT, body: { kind: 'claims', claims } }, derived);
		beforeEach(async () => {
			store = await under.open();
		});
		afterEach(() => store.close());

		test('an empty store stands at 0 and holds nothing', async () => {
			expect(await store.head()).toBe(0);
			expect(await listed(store.entries(0))).toEqual([]);
			expect(await listed(store.records())).toEqual([]);
			expect(await store.record('x')).toBeNull();
			expect(await store.entry(1)).toBeNull();
		});

		test('entries are numbered without gaps and read back as written', async () => {
			for (let seq = 0; seq < 3; seq++) expect((await append(seq, [claim('میثم')])).seq).toBe(seq + 1);
			expect((await listed(store.entries(1))).map(({ seq }) => seq)).toEqual([2, 3]);
			expect((await listed(store.entries(0, 2))).map(({ seq }) => seq)).toEqual([1, 2]);
			expect(await store.entry(2)).toEqual({ seq: 2, account: 'desk', at: AT, body: { kind: 'claims', claims: [claim('میثم')] } });
		});

		test('a writer that is late is told so, and nothing of its entry is kept', async () => {
			await append(0, [claim('a')]);
			await expect(append(0, [claim('b')], versions(body('b', 1)))).rejects.toBeInstanceOf(HeadMovedError);
			expect(await store.head()).toBe(1);
			expect(await store.record('b')).toBeNull();
			expect(await store.claimsAbout(['b'])).toEqual([]);
		});

		test('of two writers at once exactly one wins', async () => {
			const results = await Promise.allSettled([append(0, [claim('a')]), append(0, [claim('b')])]);
			expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect(await store.head()).toBe(1);
		});

		test('what was acknowledged is there after closing and opening again', async () => {
			await append(0, [claim('a')], versions(body('a', 1)));
			await store.close();
			store = await under.reopen();
			expect(await store.head()).toBe(1);
			expect(await store.record('a')).toEqual(body('a', 1));
		});

		test('claims are found by record, by id and by page, in ledger order', async () => {
			await append(0, [claim('a'), claim('b'), claim('a', { broader: 'b' })]);
			await append(1, [claim('a', { broader: null }, 's')]);
			expect((await store.claimsAbout(['a', 'none'])).map(({ id }) => id)).toEqual(['1.1', '1.3', '2.1']);
			expect((await store.claims(['2.1', '1.2', '9.9', 'x'])).map(({ id, record }) => [id, record])).toEqual([
				['1.2', 'b'],
				['2.1', 'a']
			]);
			expect((await store.claimPage({ limit: 2 })).map(({ id }) => id)).toEqual(['1.1', '1.2']);
			expect((await store.claimPage({ limit: 9, after: '1.2' })).map(({ id }) => id)).toEqual(['1.3', '2.1']);
			expect((await store.claimPage({ limit: 9, source: 's' })).map(({ id }) => id)).toEqual(['2.1']);
			expect((await store.claimPage({ limit: 9, asof: 1 })).map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3']);
			expect(await store.kinds(['a', 'none'])).toEqual(new Map([['a', 'topic']]));
			expect(await store.mentioning(['b'])).toEqual(['a']);
			expect(await store.mentioning(['s'])).toEqual(['a']);
		});

		test('more claims than any statement takes parameters are written and read', async () => {
			const many = Array.from({ length: 2500 }, (_, at) => claim(`t${at}`));
			await append(0, many, versions(...many.map(({ record }) => body(record, 1))));
			expect(await store.claimsAbout(many.map(({ record }) => record))).toHaveLength(2500);
			const ids = (await listed(store.records({ kind: 'topic' }))).map(({ id }) => id);
			expect(ids).toEqual(many.map(({ record }) => record).sort());
		});

		test('a record stands as of any seq from the entry that changed it up to the next, not including it', async () => {
			await append(0, [claim('a')], versions(body('a', 1)));
			await append(1, [claim('b')], versions(body('b', 2, 'track')));
			await append(2, [claim('a')], versions(body('a', 3)));
			await append(3, [claim('a')], { ...NOTHING, versions: [{ record: 'a', kind: 'topic', body: null }] });
			expect([await store.record('a', 0), (await store.record('a', 1))?.changed, (await store.record('a', 2))?.changed]).toEqual([
				null,
				1,
				1
			]);
			expect([(await store.record('a', 3))?.changed, await store.record('a', 4), await store.record('a')]).toEqual([3, null, null]);
			expect((await listed(store.records({ asof: 3 }))).map(({ id }) => id)).toEqual(['a', 'b']);
			expect((await listed(store.records())).map(({ id }) => id)).toEqual(['b']);
			expect((await listed(store.records({ kind: 'topic', asof: 2 }))).map(({ id }) => id)).toEqual(['a']);
			expect((await store.history('a')).map(({ fromSeq, toSeq, body: at }) => [fromSeq, toSeq, at?.changed ?? null])).toEqual([
				[1, 3, 1],
				[3, 4, 3],
				[4, null, null]
			]);
			expect(await store.firstSeen(['a', 'none'])).toEqual(new Map([['a', 1]]));
			expect([...(await store.recordsById(['a', 'b'])).keys()]).toEqual(['b']);
			const changed = await store.changed(1, 3);
			expect(changed.map(({ seq, record, before, after }) => [seq, record, before?.changed ?? null, after?.changed ?? null])).toEqual([
				[2, 'b', null, 2],
				[3, 'a', 1, 3]
			]);
			expect((await store.changed(3)).map(({ before, after }) => [before?.changed, after])).toEqual([[3, null]]);
		});

		test('an alias is followed to its end, as of any seq', async () => {
			await append(0, [claim('a')], { ...NOTHING, aliases: [{ from: 'a', into: 'b' }] });
			await append(1, [claim('a')], { ...NOTHING, aliases: [{ from: 'b', into: 'c' }] });
			await append(2, [claim('a')], { ...NOTHING, aliases: [{ from: 'a', into: null }] });
			expect(await Promise.all([0, 1, 2, 3].map((seq) => store.alias('a', seq)))).toEqual(['a', 'b', 'c', 'a']);
			expect(await store.alias('b')).toBe('c');
			expect(await store.aliases()).toEqual(new Map([['b', 'c']]));
		});

		test('entries that act on others are found again', async () => {
			await append(0, [claim('a'), claim('b')]);
			const act = (head: number, entry: Parameters<Store['append']>[1]['body'], derived = NOTHING) =>
				store.append(head, { account: 'desk', at: AT, body: entry }, derived);
			await act(1, { kind: 'withdraw', claim: '1.1', reason: '' });
			await act(2, { kind: 'drop', record: 'b' });
			await act(3, { kind: 'merge', from: 'a', into: 'b' });
			await act(4, { kind: 'undo', entry: 3 }, { ...NOTHING, undone: [{ entry: 3, undone: true }] });
			expect((await store.controls(['a'])).map(({ seq }) => seq)).toEqual([2]);
			expect((await store.controls(['a', 'b'])).map(({ seq }) => seq)).toEqual([2, 3]);
			expect((await store.merges()).map(({ seq }) => seq)).toEqual([4]);
			expect(await store.undone([1, 2, 3])).toEqual(new Set([3]));
			await act(
				5,
				{ kind: 'undo', entry: 5 },
				{
					...NOTHING,
					undone: [
						{ entry: 5, undone: true },
						{ entry: 3, undone: false }
					]
				}
			);
			expect(await store.undone([1, 2, 3, 5])).toEqual(new Set([5]));
		});

		test('a redaction blanks the claim inside its entry and nothing else', async () => {
			await append(0, [claim('a', { title: { en: 'secret' } }), claim('b')]);
			await store.append(1, { account: 'desk', at: AT, body: { kind: 'redact', claim: '1.1', because: 'law' } }, NOTHING);
			expect(await store.claims(['1.1'])).toEqual([
				{ record: 'a', kind: 'topic', source: 'desk', fields: {}, redacted: true, id: '1.1', seq: 1 }
			]);
			expect((await store.claims(['1.2']))[0]?.fields).toEqual({ title: { en: 'b' } });
			expect(JSON.stringify(await store.entry(1))).not.toContain('secret');
		});

		test('search finds records holding every term, as a word’s beginning or from three letters on inside a word, folded', async () => {
			await append(0, [claim('a')], versions(worded('a', 1, 'تفاهم‌نامه مسکو', 'Memorandum, Moscow'), worded('b', 1, 'Moscow talks')));
			expect(await store.search(['mosc'], 9)).toEqual(['a', 'b']);
			expect(await store.search(['oscow'], 9)).toEqual(['a', 'b']);
			expect(await store.search(['os'], 9)).toEqual([]);
			expect(await store.search(['Moscow', 'مسكو'], 9)).toEqual(['a']);
			expect(await store.search(['moscow'], 1)).toEqual(['a']);
			expect(await store.search(['"', '*', ''], 9)).toEqual([]);
			await append(1, [claim('a')], { ...NOTHING, versions: [...versions(worded('a', 2, 'Tehran')).versions, ...gone('b').versions] });
			expect(await store.search(['moscow'], 9)).toEqual([]);
			expect(await store.search(['ehra'], 9)).toEqual(['a']);
		});

		test('letters must stand together, inside one text', async () => {
			await append(0, [claim('a')], versions(worded('a', 1, 'abcxbcd', 'red line'), worded('b', 1, 'xabcdx')));
			expect(await store.search(['abcd'], 9)).toEqual(['b']);
			expect(await store.search(['red line'], 9)).toEqual(['a']);
			expect(await store.search(['bcd red'], 9)).toEqual([]);
			expect(await store.search(['re', 'bcx'], 9)).toEqual(['a']);
		});

		test('derived bytes are kept under a name until others take their place, they are forgotten, or everything derived is dropped', async () => {
			const long = new Uint8Array(17 * 1024 * 1024).fill(7);
			await store.keep('ranks', 3, [Uint8Array.of(1, 2), Uint8Array.of(3)]);
			await store.keep('columns', 3, [long]);
			await store.keep('ranks', 4, [Uint8Array.of(9)]);
			expect(await store.kept('none')).toBeNull();
			await store.close();
			store = await under.reopen();
			expect(await store.kept('ranks')).toEqual({ seq: 4, chunks: [Uint8Array.of(9)] });
			const chunks = (await store.kept('columns'))?.chunks ?? [];
			expect(chunks.map(({ length }) => length)).toEqual([16 * 1024 * 1024, 1024 * 1024]);
			expect(Buffer.concat(chunks).equals(long)).toBe(true);
			await store.forget('columns');
			expect(await store.kept('columns')).toBeNull();
			await store.clearDerived();
			expect(await store.kept('ranks')).toBeNull();
		});

		test('other calls may be made while reading on', async () => {
			await append(0, [claim('a')], versions(body('a', 1)));
			for await (const { seq } of store.entries(0)) expect(await store.head()).toBe(seq);
			for await (const { id } of store.records()) expect((await store.record(id))?.id).toBe('a');
		});

		test('work done atomically is kept whole or not at all', async () => {
			await expect(
				store.atomically(async (inner) => {
					await inner.append(0, { account: 'desk', at: AT, body: { kind: 'claims', claims: [claim('a')] } }, NOTHING);
					throw new Error('no');
				})
			).rejects.toThrow('no');
			expect(await store.head()).toBe(0);
		});

		test('derived tables can be dropped and written again, and the entries stay', async () => {
			await append(0, [claim('a')], versions(worded('a', 1, 'word')));
			await store.clearDerived();
			expect([await store.record('a'), await store.claimsAbout(['a']), await store.search(['word'], 9), await store.head()]).toEqual([
				null,
				[],
				[],
				1
			]);
			await store.writeDerived(1, versions(body('a', 1)));
			await store.writeIndexes(1);
			expect(await store.record('a', 1)).toEqual(body('a', 1));
			expect(await store.claimsAbout(['a'])).toHaveLength(1);
		});

		test('a backup taken while writing is a whole store of its own, and overwrites nothing', async () => {
			await append(0, [claim('a')], versions(body('a', 1)));
			const path = under.copyPath();
			await Promise.all([store.backup(path), append(1, [claim('b')])]);
			const copy = await under.openCopy(path);
			expect(await copy.record('a')).toEqual(body('a', 1));
			expect((await listed(copy.entries(0))).length).toBe(await copy.head());
			await copy.close();
			await expect(store.backup(path)).rejects.toMatchObject({ code: 'exists' });
		});
	});
}
