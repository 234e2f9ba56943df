import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DESK, type Claim } from '../../../../src/lib/domain/claim.ts';
import { createLedger, type Ledger } from '../../../../src/lib/server/ledger/ledger.ts';
import { joinNames, markApart, openNameDesk, undoApart, undoJoin } from '../../../../src/lib/server/records/name-proposals/name-desk.ts';
import { openStore } from '../../../../src/lib/server/storage/open-store.ts';
import type { Store } from '../../../../src/lib/server/storage/store.ts';
import { readSeeds } from '../../../../src/lib/server/transfer/read-seeds.ts';
import { SEEDS } from '../../../seeds/seed-world.ts';

let store: Store;
let ledger: Ledger;
beforeEach(async () => {
	store = await openStore('sqlite::memory:');
	ledger = createLedger(store, { clock: () => Date.UTC(2026, 10, 22), account: 'desk' });
});
afterEach(() => store.close());

const say = (claims: readonly Claim[]) => ledger.append({ kind: 'claims', claims });
const desk = () => openNameDesk({ store });
const seeds = readSeeds(SEEDS).rows.map(({ claim }) => claim);

/** What a desk has before anybody joined anything: every spelling of the two deputy ministers is an actor of its own. */
function seedsUnjoined(): Claim[] {
	const split = new Set(['abedi', 'shoitov']);
	const ids = new Map<string, string>();
	return seeds.flatMap((claim): Claim[] => {
		if (claim.kind === 'source' || claim.kind === 'topic') return [claim];
		if (claim.kind !== 'actor') return [];
		if (!split.has(claim.record)) return [{ ...claim, said_by: undefined }];
		// The desk's own title would give the answer away.
		const spelling = (claim.fields.spellings as { text: string }[] | undefined)?.[0]?.text;
		if (claim.source === DESK || !spelling) return [];
		if (!ids.has(spelling)) ids.set(spelling, `spelling-${ids.size + 1}`);
		return [{ ...claim, record: ids.get(spelling)! }];
	});
}

const person = (id: string, title: string, more: Record<string, unknown> = {}): Claim[] => [
	{ record: id, kind: 'actor', source: DESK, fields: { title: { en: title } } },
	{ record: id, kind: 'actor', source: 'paper', fields: { kind: 'person', ...more } }
];
const paper = (id = 'paper', published = '2025-12-05'): Claim[] => [
	{ record: id, kind: 'source', source: DESK, fields: { title: { en: id } } },
	{ record: id, kind: 'source', source: id, fields: { published: { edtf: published } } }
];
const ministry: Claim[] = [{ record: 'ministry', kind: 'actor', source: DESK, fields: { title: { en: 'Ministry' } } }];
const minister = { roles: [{ organisation: 'ministry', title: 'minister' }] };

describe('the seeds', () => {
	test('the six spellings of the two deputy ministers come out as two people, and nobody else is proposed', async () => {
		await say(seedsUnjoined());
		const { proposals } = await desk();
		const people = new Map<number, Set<string>>();
		for (const { person: number, from, into, rival } of proposals) {
			expect(rival).toBe(false);
			people.set(number, (people.get(number) ?? new Set()).add(from).add(into));
		}
		const spellings = await Promise.all(
			[...people.values()].map(async (ids) => {
				const bodies = await store.recordsById([...ids]);
				return [...bodies.values()].flatMap(({ fields }) =>
					fields.spellings?.shape === 'list' ? fields.spellings.elements.map(({ key }) => key) : []
				);
			})
		);
		expect(spellings.map((each) => each.toSorted()).toSorted((a, b) => b.length - a.length)).toEqual([
			['ميثم عابدي', 'ميثم عبادي', 'ميسم عابدي', 'میثم عابدی'].toSorted(),
			['شفيتوف', 'شويتوف'].toSorted()
		]);
	});

	test('as they are, nothing is proposed: two ministers of one ministry are two, and so are companies with like titles', async () => {
		await say(seeds);
		expect((await desk()).proposals).toEqual([]);
	});

	test('as they are, the spellings of each deputy minister are told to be one name', async () => {
		await say(seeds);
		const { spelled } = await desk();
		const of = (id: string) => spelled.find((each) => each.id === id)!;
		expect(of('abedi')).toMatchObject({ how: 'same-consonants', likeness: 1, unlike: [] });
		expect(of('abedi').spellings).toHaveLength(4);
		expect(of('shoitov')).toMatchObject({ how: 'near-consonants', unlike: [] });
		expect(of('shoitov').spellings).toHaveLength(2);
	});

	test('the reason names the consonants and the office held at the same time', async () => {
		await say([...paper(), ...paper('gazette', '2025-06-01'), ...ministry]);
		const spelled = (id: string, text: string, source: string): Claim => ({
			record: id,
			kind: 'actor',
			source,
			fields: { kind: 'person', spellings: [{ text, language: 'ar' }], roles: [{ organisation: 'ministry', title: 'deputy minister' }] }
		});
		await say([spelled('a', 'شفيتوف', 'paper'), spelled('b', 'شويتوف', 'gazette')]);
		const [proposal, ...rest] = (await desk()).proposals;
		expect(rest).toEqual([]);
		expect(proposal).toMatchObject({ from: 'b', into: 'a', fromName: 'شويتوف', intoName: 'شفيتوف', strength: 'strong' });
		expect(proposal?.reasons).toEqual([
			{ code: 'near-consonants', pairs: [expect.objectContaining({ leftSounds: 'ش و ی ت و ف', rightSounds: 'ش ف ی ت و ف' })] },
			{ code: 'same-office', organisation: 'ministry', title: 'deputy minister', words: {}, when: 'same-time' }
		]);
	});
});

describe('what is not one', () => {
	test('two different ministers in one office are never proposed', async () => {
		await say([...paper(), ...ministry, ...person('a', 'Issa Zarepour', minister), ...person('b', 'Sattar Hashemi', minister)]);
		expect((await desk()).proposals).toEqual([]);
	});

	test('two whom one source lists side by side are two, however alike their names', async () => {
		await say([...paper(), ...person('a', 'Ali Hashemi'), ...person('b', 'Aly Hashimi')]);
		expect((await desk()).proposals).toHaveLength(1);
		const participants = [
			{ actor: 'a', role: 'guest' },
			{ actor: 'b', role: 'host' }
		];
		await say([{ record: 'talks', kind: 'event', source: 'paper', fields: { kind: 'talks', participants } }]);
		expect((await desk()).proposals).toEqual([]);
	});

	test('a family name alone goes with one of two who bear it, and the other is told as a rival', async () => {
		await say([
			...paper(),
			...ministry,
			...person('sattar', 'Sattar Hashemi', minister),
			...person('ali', 'Ali Hashemi'),
			...person('only', 'هاشمي', minister)
		]);
		const { proposals } = await desk();
		expect(proposals.map(({ from, into, strength, rival }) => [[from, into].toSorted().join(' '), strength, rival])).toEqual([
			['only sattar', 'strong', false],
			['ali only', 'weak', true]
		]);
	});

	test('the same words in another order are perhaps one person, never more, and the order is given as a reason', async () => {
		await say([...paper(), ...ministry, ...person('a', 'حسن علي', minister), ...person('b', 'علي حسن', minister)]);
		const [proposal, ...rest] = (await desk()).proposals;
		expect(rest).toEqual([]);
		expect(proposal?.strength).toBe('weak');
		expect(proposal?.reasons.map(({ code }) => code)).toContain('other-order');
	});

	test('one given name with family names that close otherwise is not likely one', async () => {
		await say([...paper(), ...person('a', 'Mohammad Javad Zarif'), ...person('b', 'Mohammad Javad Azari')]);
		await say([...person('c', 'Medvedev, Dmitry'), ...person('d', 'Dmitry Medvedev')]);
		const { proposals } = await desk();
		expect(proposals.map(({ from, into, strength }) => [[from, into].toSorted().join(' '), strength])).toEqual([
			['c d', 'strong'],
			['a b', 'weak']
		]);
	});

	test('a person is not proposed with a company of that name, nor a ministry with one whose name has a word more', async () => {
		const body = (id: string, title: string, kind: string): Claim[] => [
			{ record: id, kind: 'actor', source: DESK, fields: { title: { en: title } } },
			{ record: id, kind: 'actor', source: 'paper', fields: { kind } }
		];
		await say([...paper(), ...person('a', 'Behzad Akbari'), ...body('b', 'Behzad Akbari', 'company')]);
		await say([...body('c', 'Ministry of Energy', 'organisation'), ...body('d', 'Ministry of Energy and Water', 'organisation')]);
		expect((await desk()).proposals).toEqual([]);
		await say(body('e', 'Ministry of  energy', 'organisation'));
		expect((await desk()).proposals).toMatchObject([{ from: 'e', into: 'c', likeness: 1 }]);
	});
});

describe('joining', () => {
	const two = () => say([...paper(), ...person('a', 'Meysam Abedi'), ...person('b', 'Мейсам Абеди')]);

	test('a join is an entry with its reason; what was found stays found under the new id, and undoing it brings all back', async () => {
		await two();
		const before = await store.recordsById(['a', 'b']);
		const seq = await joinNames({ store, ledger }, { from: 'b', into: 'a', because: 'same consonants' });
		const joined = await desk();
		expect(joined.proposals).toEqual([]);
		expect(joined.joined).toEqual([
			{ from: 'b', into: 'a', title: { en: 'Мейсам Абеди' }, seq, at: '2026-11-22T00:00:00.000Z', because: 'same consonants' }
		]);
		expect(await store.alias('b')).toBe('a');
		expect(joined.actors.get('a')?.names.map(({ written }) => written)).toEqual(expect.arrayContaining(['Meysam Abedi', 'Мейсам Абеди']));
		await undoJoin({ ledger }, { from: 'b', into: 'a' });
		const after = await store.recordsById(['a', 'b']);
		expect([...after].map(([id, { fields }]) => [id, fields])).toEqual([...before].map(([id, { fields }]) => [id, fields]));
		const undone = await desk();
		expect(undone.joined).toEqual([]);
		expect(undone.proposals).toHaveLength(1);
	});

	test('only two actors that stand can be joined or kept apart', async () => {
		await two();
		const code = (work: Promise<unknown>) =>
			work.then(
				() => 'done',
				(error: { code?: string }) => error.code
			);
		expect(await code(joinNames({ store, ledger }, { from: 'paper', into: 'a', because: '' }))).toBe('wrong kind');
		expect(await code(joinNames({ store, ledger }, { from: 'nobody', into: 'a', because: '' }))).toBe('unknown record');
		expect(await code(joinNames({ store, ledger }, { from: 'a', into: 'a', because: '' }))).toBe('same record');
		expect(await code(markApart({ store }, { one: 'a', other: 'a', because: '', at: '' }))).toBe('same record');
		expect(await code(undoJoin({ ledger }, { from: 'b', into: 'a' }))).toBe('not merged');
		await joinNames({ store, ledger }, { from: 'b', into: 'a', because: '' });
		expect(await code(joinNames({ store, ledger }, { from: 'b', into: 'a', because: '' }))).toBe('already merged');
	});

	test('a person is not joined to a country, nor two that are kept apart', async () => {
		await two();
		await say([
			{ record: 'land', kind: 'actor', source: DESK, fields: { title: { en: 'Meysamia' } } },
			{ record: 'land', kind: 'actor', source: 'paper', fields: { kind: 'country' } }
		]);
		await expect(joinNames({ store, ledger }, { from: 'b', into: 'land', because: '' })).rejects.toMatchObject({ code: 'wrong kind' });
		await markApart({ store }, { one: 'a', other: 'b', because: '', at: '2026-11-22T00:00:00.000Z' });
		await expect(joinNames({ store, ledger }, { from: 'b', into: 'a', because: '' })).rejects.toMatchObject({ code: 'kept apart' });
		expect(await undoApart({ store }, 'a', 'b')).toBe(true);
		expect(await joinNames({ store, ledger }, { from: 'b', into: 'a', because: '' })).toBeGreaterThan(0);
	});
});

describe('not the same', () => {
	const at = '2026-11-22T00:00:00.000Z';
	const three = () =>
		say([
			...paper(),
			...person('a', 'Meysam Abedi'),
			...person('b', 'Мейсам Абеди'),
			...person('c', 'ميثم عابدي'),
			...person('z', 'Nobody Else')
		]);

	test('two kept apart are not proposed again, until that is taken back', async () => {
		await say([...paper(), ...person('a', 'Meysam Abedi'), ...person('b', 'Мейсам Абеди')]);
		await markApart({ store }, { one: 'b', other: 'a', because: 'cousins', at });
		expect(await desk()).toMatchObject({ proposals: [], apart: [{ one: 'b', other: 'a', because: 'cousins', at }] });
		expect(await undoApart({ store }, 'a', 'b')).toBe(true);
		expect(await undoApart({ store }, 'a', 'b')).toBe(false);
		expect((await desk()).proposals).toHaveLength(1);
	});

	test('it holds for whoever one of the two was joined to', async () => {
		await three();
		await markApart({ store }, { one: 'a', other: 'b', because: '', at });
		await joinNames({ store, ledger }, { from: 'c', into: 'b', because: '' });
		expect((await desk()).proposals).toEqual([]);
		await undoJoin({ ledger }, { from: 'c', into: 'b' });
		expect((await desk()).proposals.length).toBeGreaterThan(0);
	});

	test('two kept apart do not come into one group by way of a third', async () => {
		await three();
		await markApart({ store }, { one: 'a', other: 'b', because: '', at });
		const { proposals } = await desk();
		expect(proposals.filter(({ rival }) => !rival)).toHaveLength(1);
	});
});

describe('the evidence beside the name', () => {
	const held = (id: string, text: string, source: string, more: Record<string, unknown> = {}): Claim[] => [
		{ record: id, kind: 'actor', source: DESK, fields: { title: { en: text } } },
		{ record: id, kind: 'actor', source, fields: { kind: 'person', roles: [{ organisation: 'ministry', title: 'minister', ...more }] } }
	];
	const when = async () =>
		(await desk()).proposals.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.code === 'same-office' ? [reason.when] : [])));

	test('two holders named by sources within a year held it at the same time; ten years apart they did not', async () => {
		await say([...paper(), ...paper('late', '2026-06-01'), ...paper('old', '2015-06-01'), ...ministry]);
		await say([...held('a', 'Meysam Abedi', 'paper'), ...held('b', 'Meisam Abedi', 'late')]);
		expect(await when()).toEqual(['same-time']);
		await say([...held('c', 'Sattar Hashemi', 'paper'), ...held('d', 'Sattar Hashimi', 'old')]);
		expect((await when()).toSorted()).toEqual(['other-time', 'same-time']);
	});

	test('dates of the office itself go before the days on which sources speak', async () => {
		await say([...paper(), ...ministry]);
		await say([
			...held('a', 'Meysam Abedi', 'paper', { from: { edtf: '2010' }, to: { edtf: '2012' } }),
			...held('b', 'Meisam Abedi', 'paper', { from: { edtf: '2020' }, to: { edtf: '2022' } })
		]);
		expect(await when()).toEqual(['other-time']);
	});

	test('different sources that name them at one event are a reason', async () => {
		await say([...paper(), ...paper('other'), ...person('a', 'Meysam Abedi'), ...person('b', 'Мейсам Абеди')]);
		const at = (source: string, actor: string): Claim => ({
			record: 'talks',
			kind: 'event',
			source,
			fields: { kind: 'talks', participants: [{ actor, role: 'guest' }] }
		});
		await say([at('paper', 'a'), at('other', 'b')]);
		expect((await desk()).proposals[0]?.reasons).toContainEqual({ code: 'same-record', record: 'talks' });
	});

	test('a spelling under one person that is like none of the others is told', async () => {
		await say(paper());
		const spelled = (text: string): Claim => ({
			record: 'a',
			kind: 'actor',
			source: 'paper',
			fields: { kind: 'person', spellings: [{ text }] }
		});
		await say([...person('a', 'Meysam Abedi'), spelled('ميثم عابدي'), spelled('Мейсам Абеди'), spelled('Sattar Hashemi')]);
		expect((await desk()).spelled).toMatchObject([{ id: 'a', how: 'same-consonants', unlike: ['Sattar Hashemi'] }]);
	});
});
