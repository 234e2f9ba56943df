import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/lib/domain/claim.ts';
import type { RecordBody } from '../../src/lib/domain/record.ts';
import { HeadMovedError, type BulkEntry, type Derived, type Store } from '../../src/lib/server/storage/store.ts';

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

const AT = '2025-12-05T18:00:00.000Z';
const NOTHING: Derived = { versions: [], aliases: [], undone: [] };
const claim = (record: string, fields: Claim['fields'] = { title: { en: record } }, source = 'desk'): Claim => ({
	record,
	kind: 'topic',
	source,
	fields
});
const body = (id: string, changed: number, kind: RecordBody['kind'] = 'topic'): RecordBody => ({
	id,
	kind,
	fields: {},
	claims: [],
	sources: [],
	merged: [],
	since: 1,
	changed
});
const versions = (...bodies: RecordBody[]): Derived => ({
	...NOTHING,
	versions: bodies.map((each) => ({ record: each.id, kind: each.kind, body: each }))
});

/** A record that is found by these texts. */
const worded = (id: string, changed: number, ...texts: string[]): RecordBody => ({
	...body(id, changed),
	fields: { title: { shape: 'text', text: {}, claims: {}, others: texts.map((text) => ({ language: 'en', text, claim: '1.1' })) } }
});
const gone = (record: string): Derived => ({ ...NOTHING, versions: [{ record, kind: 'topic', body: null }] });

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const item of items) found.push(item);
	return found;
}

/** The meaning of `Store` in code: any fulfilment must pass it. */
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
