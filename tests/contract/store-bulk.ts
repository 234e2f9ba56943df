import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/lib/domain/claim.ts';
import type { RecordBody } from '../../src/lib/domain/record.ts';
import { HeadMovedError, type BulkEntry, type Derived, type Store } from '../../src/lib/server/storage/store.ts';
import { AT, NOTHING, body, claim, gone, listed, versions, worded, type StoreUnderTest } from './under-test.ts';

/** What `Store` promises of entries too large for memory: any fulfilment must pass it. */
export function describeBulk(name: string, under: StoreUnderTest): void {
	describe(`${name} keeps the contract of a store for bulks`, () => {
		let store: Store;
		const append = (head: number, claims: readonly Claim[], derived: Derived = NOTHING) =>
			store.append(head, { account: 'desk', at: AT, body: { kind: 'claims', claims } }, derived);
		beforeEach(async () => {
			store = await under.open();
		});
		afterEach(() => store.close());

		const bulk = (parts: readonly (readonly Claim[])[], more: Partial<BulkEntry> = {}): BulkEntry => ({
			account: 'desk',
			at: AT,
			parts: async function* () {
				await Promise.resolve();
				yield* parts;
			},
			body: () => ({ kind: 'claims', claims: [] }),
			derive: async function* () {
				await Promise.resolve();
				yield NOTHING;
			},
			...more
		});
		const many = (from: number, count: number) => Array.from({ length: count }, (_, at) => claim(`t${from + at}`));
		const derived = (ids: readonly string[], seq: number) => versions(...ids.map((id) => worded(id, seq, `word ${id}`)));

		test('claims that come in parts stand apart from their entry, numbered through, and are found like all others', async () => {
			await append(0, [claim('a')], versions(body('a', 1)));
			const seen: number[] = [];
			const entry = await store.appendParts(
				1,
				bulk([many(1, 1200), [], [claim('a', { broader: 't7' }, 's')]], {
					body: () => ({ kind: 'claims', claims: [], note: 'all', withdraws: ['1.1'] }),
					onpart: (claims) => seen.push(claims)
				})
			);
			expect(entry).toEqual({
				seq: 2,
				account: 'desk',
				at: AT,
				body: { kind: 'claims', claims: [], note: 'all', withdraws: ['1.1'], apart: 1201 }
			});
			expect([await store.entry(2), await store.head(), seen.at(-1)]).toEqual([entry, 2, 1201]);
			expect((await listed(store.claimsOf(2))).flat().map(({ id }) => id)).toEqual(Array.from({ length: 1201 }, (_, at) => `2.${at + 1}`));
			expect((await store.claims(['2.1200', '2.1201'])).map(({ record }) => record)).toEqual(['t1200', 'a']);
			expect((await store.claimsAbout(['a'])).map(({ id }) => id)).toEqual(['1.1', '2.1201']);
			expect((await store.claimPage({ after: '2.1199', limit: 5 })).map(({ id }) => id)).toEqual(['2.1200', '2.1201']);
			expect([await store.mentioning(['t7']), await store.mentioning(['s'])]).toEqual([['a'], ['a']]);
			expect(await store.mentioning(['s'], { inside: true })).toEqual([]);
			expect(await store.takenBack(['1.1', '2.1'])).toEqual([{ claim: '1.1', by: 2 }]);
		});

		test('what a bulk derives is written batch by batch, each written before the next is asked for', async () => {
			await append(0, [claim('a')], derived(['a'], 1));
			const before: (RecordBody | null)[] = [];
			await store.appendParts(
				1,
				bulk([many(1, 3)], {
					derive: async function* (inside, { seq }) {
						yield {
							...derived(['t1', 't2'], seq),
							versions: derived(['t1', 't2'], seq).versions.map((each) => ({ ...each, fresh: true }))
						};
						before.push(await inside.record('t1'));
						yield { ...derived(['t3', 'a'], seq), undone: [{ entry: 1, undone: true }] };
					}
				})
			);
			expect(before).toEqual([worded('t1', 2, 'word t1')]);
			expect((await store.record('a', 1))?.changed).toBe(1);
			expect((await listed(store.bodies())).flat()).toEqual(['a', 't1', 't2', 't3'].map((id) => worded(id, 2, `word ${id}`)));
			expect(await store.undone([1])).toEqual(new Set([1]));
			expect((await listed(store.changedRecords(1))).flat().map(({ record }) => record)).toEqual(['a', 't1', 't2', 't3']);
			expect((await listed(store.changedRecords(1, 1))).flat().filter((each) => each.body)).toEqual([
				{ record: 'a', body: worded('a', 1, 'word a') }
			]);
			expect([await store.changedCount(0, 2, 99), await store.changedCount(0, 2, 3), (await store.changed(1, 2, 2)).length]).toEqual([
				4, 3, 2
			]);
		});

		test.each(['an error', 'a signal'])('a bulk that ends in %s leaves the store as it was', async (how) => {
			await append(0, [claim('a')], derived(['a'], 1));
			const stop = new AbortController();
			const ends = store.appendParts(
				1,
				bulk([many(1, 10), many(11, 10)], {
					signal: stop.signal,
					derive: async function* (_, { seq }) {
						await Promise.resolve();
						yield derived(['t1', 'a'], seq);
						if (how === 'an error') throw new Error('no more');
						stop.abort(new Error('no more'));
						yield derived(['t2'], seq);
					}
				})
			);
			await expect(ends).rejects.toThrow('no more');
			expect([await store.head(), await store.entry(2), await store.record('t1'), await store.claimsAbout(['t1'])]).toEqual([
				1,
				null,
				null,
				[]
			]);
			expect([await store.record('a'), await store.search(['word'], 9), await store.searchPending()]).toEqual([
				worded('a', 1, 'word a'),
				['a'],
				0
			]);
			expect((await append(1, [claim('b')])).seq).toBe(2);
			await expect(store.appendParts(1, bulk([many(1, 1)]))).rejects.toBeInstanceOf(HeadMovedError);
			await expect(
				store.appendParts(2, bulk([many(1, 1)], { body: () => ({ kind: 'claims', claims: [], withdraws: ['2.9'] }) }))
			).rejects.toThrow('2.9');
			expect(await store.head()).toBe(2);
		});

		test('words of a bulk are found after they were indexed, bit by bit, also after opening again and beside later words', async () => {
			await append(0, [claim('a')], derived(['a', 'gone'], 1));
			const ids = many(1, 10).map(({ record }) => record);
			await store.appendParts(
				1,
				bulk([many(1, 10)], {
					derive: async function* (_, { seq }) {
						await Promise.resolve();
						yield derived([...ids, 'a'], seq);
					}
				})
			);
			expect([await store.searchPending(), await store.search(['word'], 99)]).toEqual([11, ['gone']]);
			expect(await store.indexSearch(4)).toBe(7);
			expect(await store.search(['word'], 99)).toEqual(['gone', 't1', 't2', 't3', 't4']);
			await store.close();
			store = await under.reopen();
			await append(2, [claim('t2')], {
				...NOTHING,
				versions: [...versions(worded('t2', 3, 'other'), worded('t9', 3, 'Another')).versions, ...gone('gone').versions]
			});
			expect(await store.searchPending()).toBe(8);
			for (let left = 1; left > 0;) left = await store.indexSearch(3);
			expect(await store.search(['word'], 99)).toEqual(['a', 't1', 't10', 't3', 't4', 't5', 't6', 't7', 't8']);
			expect([await store.search(['other'], 99), await store.search(['ot'], 99), await store.searchPending()]).toEqual([
				['t2', 't9'],
				['t2'],
				0
			]);
			await append(3, [claim('t9')], versions(worded('t9', 4, 'last')));
			expect([await store.search(['other'], 99), await store.search(['last'], 99)]).toEqual([['t2'], ['t9']]);
		});

		test('records are set aside once each, sources first, in the order of their first claim', async () => {
			await append(0, [claim('old'), claim('far', { broader: 'hub' }), claim('by', {}, 's9')]);
			const source: Claim = { record: 's', kind: 'source', source: 'desk', fields: { title: { en: 's' } } };
			let aside: string[][] = [];
			await store.appendParts(
				1,
				bulk([[claim('z'), claim('a'), source, claim('z')]], {
					body: () => ({ kind: 'claims', claims: [], withdraws: ['1.1'] }),
					derive: async function* (inside, { seq }) {
						const gathered = await inside.gather(seq);
						const ids = async (which: 'sources' | 'others') => (await listed(gathered.records(which))).flat().map(({ record }) => record);
						aside = [await ids('sources'), await ids('others')];
						await gathered.mentioning(['hub', 's9']);
						await gathered.add([
							{ record: 'a', kind: 'topic' },
							{ record: 'new', kind: 'topic' }
						]);
						aside.push(await ids('others'));
						await gathered.done();
						yield NOTHING;
					}
				})
			);
			expect(aside).toEqual([['s'], ['z', 'a', 'old'], ['z', 'a', 'old', 'far', 'by', 'new']]);
		});

		test('a redaction blanks a claim that stands apart, and restoring keeps it blank', async () => {
			await store.appendParts(0, bulk([[claim('a', { title: { en: 'secret' } }), claim('b')]]));
			await store.append(1, { account: 'desk', at: AT, body: { kind: 'redact', claim: '1.1', because: 'law' } }, NOTHING);
			await store.clearDerived();
			const [first, second] = (await listed(store.claimsOf(1))).flat();
			expect(first).toEqual({ record: 'a', kind: 'topic', source: 'desk', fields: {}, redacted: true, id: '1.1', seq: 1 });
			expect(second?.fields).toEqual({ title: { en: 'b' } });
			await store.writeIndexes(1);
			expect((await store.claimsAbout(['b'])).map(({ id }) => id)).toEqual(['1.2']);
		});
	});
}
