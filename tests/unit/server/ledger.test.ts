import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Claim } from '../../../src/lib/domain/claim.ts';
import type { EntryBody } from '../../../src/lib/domain/entry.ts';
import { conflictsOf, elementsOf, titleOf, valueOf } from '../../../src/lib/domain/read-record.ts';
import { createLedger, type Ledger } from '../../../src/lib/server/ledger/ledger.ts';
import { rebuild } from '../../../src/lib/server/ledger/rebuild.ts';
import { openStore } from '../../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../../src/lib/server/storage/store.ts';

let store: Store;
let ledger: Ledger;
beforeEach(async () => {
	store = await openStore('sqlite::memory:');
	ledger = createLedger(store, { clock: () => Date.UTC(2025, 11, 5, 18), account: 'leila' });
});
afterEach(() => store.close());

const claim = (kind: Claim['kind'], record: string, fields: Claim['fields'], source = 'desk'): Claim => ({ record, kind, source, fields });
const named = (kind: Claim['kind'], ...ids: string[]) => ids.map((id) => claim(kind, id, { title: { en: id } }));
const say = (...claims: Claim[]) => ledger.append({ kind: 'claims', claims });
const code = (body: EntryBody) =>
	ledger.append(body).then(
		() => 'taken',
		(error: { code?: string }) => error.code
	);

test('an entry bears its number, account and time, and tells what it changed', async () => {
	const { entry, changed } = await say(...named('topic', 'b', 'a'));
	expect(entry).toMatchObject({ seq: 1, account: 'leila', at: '2025-12-05T18:00:00.000Z' });
	expect(changed.map(({ record, before, after }) => [record, before, after?.since, after?.changed])).toEqual([
		['a', null, 1, 1],
		['b', null, 1, 1]
	]);
});

test('a claim that says nothing new of a record’s shown values still becomes its evidence', async () => {
	await say(...named('source', 's'), claim('agreement', 'g', { kind: 'treaty' }, 's'));
	const { changed } = await say(claim('agreement', 'g', { kind: 'treaty' }, 's'));
	expect(changed[0]?.after).toMatchObject({ claims: ['1.2', '2.1'], since: 1, changed: 2, fields: { kind: { by: 'agree' } } });
});

test('listeners hear of entries in order, after they stand, until they stop listening', async () => {
	const heard: number[] = [];
	const stop = ledger.subscribe(({ entry }) => heard.push(entry.seq));
	await Promise.all([say(...named('topic', 'a')), say(...named('topic', 'b'))]);
	stop();
	await say(...named('topic', 'c'));
	expect(heard).toEqual([1, 2]);
});

test('two ledgers on one store lose nothing to each other', async () => {
	const other = createLedger(store, { clock: () => 0, account: 'omid' });
	const append = (by: Ledger, id: string) => by.append({ kind: 'claims', claims: named('topic', id) });
	await Promise.all(['a', 'b', 'c', 'd'].flatMap((id) => [append(ledger, id), append(other, `${id}2`)]));
	expect(await store.head()).toBe(8);
});

test('merging adds one record’s claims to the other, redirects its id everywhere, and unmerging is exact', async () => {
	await say(
		...named('actor', 'x', 'y'),
		...named('source', 's'),
		claim('event', 'e', { participants: [{ actor: 'x' }, { actor: 'y' }] }, 's')
	);
	const before = await Promise.all(['x', 'y', 'e'].map((id) => store.record(id)));
	await ledger.append({ kind: 'merge', from: 'x', into: 'y' });
	expect(await store.record('x')).toBeNull();
	expect(await store.alias('x')).toBe('y');
	expect(await store.record('y')).toMatchObject({ claims: ['1.1', '1.2'], merged: ['x'], since: 1, changed: 2 });
	const event = await store.record('e');
	expect(event && elementsOf(event, 'participants').map(({ key }) => key)).toEqual(['y · ']);
	await ledger.append({ kind: 'unmerge', from: 'x', into: 'y' });
	const after = await Promise.all(['x', 'y', 'e'].map((id) => store.record(id)));
	expect(after.map((body) => ({ ...body, changed: 1 }))).toEqual(before);
	expect(await store.alias('x')).toBe('x');
	expect(await store.alias('x', 2)).toBe('y');
});

test('an id that only a decision names is redirected by a merge as well', async () => {
	await say(...named('source', 's', 't', 'u'));
	await ledger.append({ kind: 'decide', record: 's', field: 'passes_on', value: 't', because: '' });
	await ledger.append({ kind: 'merge', from: 't', into: 'u' });
	expect(valueOf(await known('s'), 'passes_on')).toBe('u');
});

test('a claim about a merged id counts for the record it is merged into', async () => {
	await say(...named('topic', 'x', 'y'));
	await ledger.append({ kind: 'merge', from: 'x', into: 'y' });
	const { changed } = await say(claim('topic', 'x', { title: { en: 'later' } }));
	expect(changed.map(({ record }) => record)).toEqual(['y']);
	expect(changed[0]?.after && titleOf(changed[0].after)).toEqual({ en: 'later' });
});

test('a source that gets a grade, is passed on or is dropped is weighed anew in every record it speaks of', async () => {
	await say(
		...named('source', 's', 't', 'origin'),
		claim('agreement', 'g', { kind: 'treaty' }, 's'),
		claim('agreement', 'g', { kind: 'contract' }, 't')
	);
	const kind = async () => valueOf(await known('g'), 'kind');
	expect(await kind()).toBe('contract');
	await say(claim('source', 's', { reliability: 'A' }));
	expect(await kind()).toBe('treaty');
	await say(claim('source', 's', { passes_on: 'origin' }), claim('source', 't', { passes_on: 's' }));
	expect(conflictsOf(await known('g'))[0]?.voices).toBe(1);
	await ledger.append({ kind: 'drop', record: 's' });
	expect(await kind()).toBe('contract');
});

test('undoing takes an entry’s effect away and undoing that brings it back', async () => {
	await say(...named('topic', 'a'));
	await say(claim('topic', 'a', { title: { en: 'new' } }));
	const title = async () => titleOf(await known('a')).en;
	await ledger.append({ kind: 'undo', entry: 2 });
	expect(await title()).toBe('a');
	await ledger.append({ kind: 'undo', entry: 3 });
	expect(await title()).toBe('new');
	await ledger.append({ kind: 'undo', entry: 4 });
	expect(await title()).toBe('a');
	await ledger.append({ kind: 'drop', record: 'a' });
	expect(await store.record('a')).toBeNull();
	await ledger.append({ kind: 'undo', entry: 6 });
	expect((await known('a')).since).toBe(1);
});

test('a redacted claim is gone from every version, and the ledger can be rebuilt without it', async () => {
	await say(...named('topic', 'a'));
	await say(claim('topic', 'a', { title: { en: 'libel' } }));
	await ledger.append({ kind: 'redact', claim: '2.1', because: 'law' });
	expect(JSON.stringify(await store.history('a'))).not.toContain('libel');
	const before = await store.history('a');
	await rebuild(store);
	expect(await store.history('a')).toEqual(before);
});

test('an entry that points to nothing is refused with a code, and nothing of it is kept', async () => {
	await say(...named('topic', 'a', 'b'), ...named('actor', 'p'), ...named('event', 'e'));
	const [about, because] = ['a', ''];
	expect(await code({ kind: 'claims', claims: [] })).toBe('nothing said');
	expect(await code({ kind: 'claims', claims: [claim('event', 'e', { status: 'held' }, 'nobody')] })).toBe('unknown source');
	expect(await code({ kind: 'claims', claims: [claim('event', 'e', { status: 'held' }, 'a')] })).toBe('unknown source');
	expect(await code({ kind: 'claims', claims: [claim('event', 'e', { participants: [{ actor: 'nobody' }] })] })).toBe('unknown record');
	expect(await code({ kind: 'claims', claims: [claim('event', 'e', { participants: [{ actor: 'a' }] })] })).toBe('wrong kind');
	expect(await code({ kind: 'claims', claims: [claim('event', 'a', {})] })).toBe('wrong kind');
	expect(await code({ kind: 'withdraw', claim: '9.9', reason: '' })).toBe('unknown claim');
	expect(await code({ kind: 'withdraw', claim: '1.1', fields: ['date'], reason: '' })).toBe('unknown field');
	expect(await code({ kind: 'decide', record: 'nobody', field: 'kind', value: '', because })).toBe('unknown record');
	expect(await code({ kind: 'decide', record: about, field: 'kind', value: '', because })).toBe('unknown field');
	expect(await code({ kind: 'decide', record: about, field: 'title', value: '', because })).toBe('not decidable');
	expect(await code({ kind: 'drop', record: 'nobody' })).toBe('unknown record');
	expect(await code({ kind: 'merge', from: 'a', into: 'a' })).toBe('same record');
	expect(await code({ kind: 'merge', from: 'a', into: 'p' })).toBe('wrong kind');
	expect(await code({ kind: 'unmerge', from: 'a', into: 'b' })).toBe('not merged');
	expect(await code({ kind: 'redact', claim: '1.99', because })).toBe('unknown claim');
	expect(await code({ kind: 'undo', entry: 7 })).toBe('unknown entry');
	expect(await store.head()).toBe(1);
	await ledger.append({ kind: 'redact', claim: '1.1', because });
	expect(await code({ kind: 'redact', claim: '1.1', because })).toBe('already redacted');
	expect(await code({ kind: 'undo', entry: 2 })).toBe('cannot be undone');
	await ledger.append({ kind: 'drop', record: 'b' });
	await ledger.append({ kind: 'undo', entry: 3 });
	expect(await code({ kind: 'undo', entry: 3 })).toBe('already undone');
});

test('records are found by any wording kept, in any spelling of the script', async () => {
	await say(
		...named('source', 's'),
		claim('actor', 'abedi', { title: { fa: 'میثم عابدی' } }),
		claim('actor', 'abedi', { title: { ar: 'ميسم عابدي' }, spellings: [{ text: 'Meysam' }] }, 's')
	);
	for (const words of [['ميثم'], ['میسم', 'عابدي'], ['meys']]) expect(await store.search(words, 9), words.join(' ')).toEqual(['abedi']);
	await say(claim('agreement', 'mou', { title: { fa: 'تفاهم\u200Cنامه' } }));
	for (const words of [['تفاهمنامه'], ['تفاهم نامه'], ['نامه']]) expect(await store.search(words, 9), words.join(' ')).toEqual(['mou']);
});

test('a bulk is one entry: its claims may speak of each other in any order, and listeners hear that much has changed', async () => {
	const heard: [number, number, boolean | undefined][] = [];
	ledger.subscribe(({ entry, changed, many }) => heard.push([entry.seq, changed.length, many]));
	const progress: string[] = [];
	const { entry, claims, records } = await ledger.appendBulk(
		[[claim('event', 'e', { part_of: 'f', status: 'held' }, 's')], named('event', 'e', 'f'), named('source', 's')],
		{ note: 'all', onprogress: ({ phase, done }) => progress.push(`${phase} ${done}`) }
	);
	expect([entry.seq, claims, records]).toEqual([1, 4, 3]);
	expect(entry.body).toEqual({ kind: 'claims', claims: [], note: 'all', apart: 4 });
	expect(heard).toEqual([[1, 0, true]]);
	expect(progress).toContain('reading 4');
	expect(progress.at(-1)).toBe('working out 3');
	expect(await known('e')).toMatchObject({ claims: ['1.1', '1.2'], sources: ['s'], since: 1 });
	expect(await store.history('e')).toHaveLength(1);
});

test('a bulk that points nowhere is refused with the claim and the field, and nothing of it stays', async () => {
	await say(...named('actor', 'a'));
	const bulk = (...claims: Claim[]) => ledger.appendBulk([claims]);
	const refused: [Claim[], string, string][] = [
		[[], 'nothing said', 'at least one'],
		[
			[...named('event', 'e'), claim('event', 'e', { status: 'held' }, 'nobody')],
			'unknown source',
			'"nobody", given as the source of a claim about "e"'
		],
		[[claim('event', 'e', { participants: [{ actor: 'nobody' }] })], 'unknown record', '"nobody", in "participants" of "e"'],
		[[claim('event', 'e', { part_of: 'a' })], 'wrong kind', '"a", in "part_of" of "e", is a actor'],
		[named('event', 'a'), 'wrong kind', '"a" is given as a actor and as a event'],
		[[...named('event', 'e'), ...named('topic', 'e')], 'wrong kind', '"e"'],
		[named('topic', 'desk'), 'wrong kind', '"desk" is no record']
	];
	for (const [claims, errorCode, message] of refused) {
		await expect(bulk(...claims), message).rejects.toMatchObject({ name: 'LedgerError', code: errorCode });
		await expect(bulk(...claims)).rejects.toThrow(message);
	}
	await expect(ledger.appendBulk([named('event', 'e')], { withdraws: () => ['1.7'] })).rejects.toMatchObject({ code: 'unknown claim' });
	expect([await store.head(), await store.record('e')]).toEqual([1, null]);
});

test('a dry run says what would be, and a signal stops a bulk between two batches; neither writes', async () => {
	const heard: number[] = [];
	ledger.subscribe(({ entry }) => heard.push(entry.seq));
	const dry = await ledger.appendBulk([named('topic', 'a', 'b')], { dryRun: true });
	expect([dry.claims, dry.records, dry.entry.seq]).toEqual([2, 2, 1]);
	const stop = new AbortController();
	const batches = function* () {
		yield named('topic', 'a');
		stop.abort(new Error('enough'));
		yield named('topic', 'b');
	};
	await expect(ledger.appendBulk(batches(), { signal: stop.signal })).rejects.toThrow('enough');
	expect([await store.head(), await store.record('a'), heard]).toEqual([0, null, []]);
	expect((await say(...named('topic', 'a'))).entry.seq).toBe(1);
});

test('a new edition takes back what the old one said in the same entry, and undoing it brings the old one back', async () => {
	await ledger.appendBulk([[...named('source', 's'), ...named('event', 'e', 'gone'), claim('event', 'e', { status: 'planned' }, 's')]]);
	const before = await Promise.all([known('e'), known('gone')]);
	await ledger.appendBulk([[claim('event', 'e', { status: 'held' }, 's')]], { withdraws: () => ['1.4', '1.3'] });
	expect([await store.record('gone'), valueOf(await known('e'), 'status')]).toEqual([null, 'held']);
	expect((await known('e')).claims).toEqual(['1.2', '2.1']);
	const { many } = await ledger.append({ kind: 'undo', entry: 2 });
	expect(many).toBe(true);
	const after = await Promise.all([known('e'), known('gone')]);
	expect(after.map((body) => ({ ...body, changed: 1 }))).toEqual(before);
	await rebuild(store);
	expect((await store.history('gone')).map(({ fromSeq, body }) => [fromSeq, body !== null])).toEqual([
		[1, true],
		[2, false],
		[3, true]
	]);
});

test('a source that a bulk makes worth more moves records the bulk does not speak of', async () => {
	await say(
		...named('source', 's', 't'),
		...named('event', 'e'),
		claim('event', 'e', { kind: 'visit' }, 's'),
		claim('event', 'e', { kind: 'talks' }, 't')
	);
	const shown = async () => valueOf(await known('e'), 'kind');
	const first = await shown();
	const worse = first === 'visit' ? 't' : 's';
	await ledger.appendBulk([[claim('source', worse, { reliability: 'A' }, 's')]]);
	expect(await shown()).toBe(first === 'visit' ? 'talks' : 'visit');
	expect((await known('e')).changed).toBe(2);
});

async function known(id: string) {
	const body = await store.record(id);
	if (!body) throw new Error(`no ${id}`);
	return body;
}
