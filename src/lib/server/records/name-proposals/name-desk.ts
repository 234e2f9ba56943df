import { titleOf, valueOf } from '#lib/domain/read-record.ts';
import type { Text } from '#lib/domain/text.ts';
import { scoreOf } from '#lib/language/name-likeness/likeness.ts';
import type { ServerContext } from '../../context.ts';
import { LedgerError, type LedgerErrorCode } from '../../ledger/check-entry.ts';
import { followAlias, type Aliases } from '../../ledger/merging.ts';
import { alikeActors, WORTH_A_LOOK, type AlikePair } from './alike-actors.ts';
import { apartness, keepApart, keptApart, letTogether, type KeptApart } from './kept-apart.ts';
import { namedActor, type NamedActor } from './named-actors.ts';
import { officesOf, sharedOffice } from './offices.ts';
import { proposalsFrom, type Proposal, type WeighedPair } from './proposals.ts';
import { sharedRecords } from './shared-records.ts';
import { spellingsHeld, type SpelledPerson } from './spellings-held.ts';

/** A join that stands. */
export interface Joined {
	readonly from: string;
	readonly into: string;
	/** What the one that was merged was called. */
	readonly title: Text;
	readonly seq: number;
	/** ISO instant. */
	readonly at: string;
	readonly because: string;
}

/** All there is to say of names that may be one, as of an entry of the ledger. */
export interface NameDesk {
	readonly seq: number;
	readonly proposals: readonly Proposal[];
	readonly joined: readonly Joined[];
	readonly apart: readonly KeptApart[];
	readonly spelled: readonly SpelledPerson[];
	/** Every actor that proposals, joins and pairs kept apart speak of. */
	readonly actors: ReadonlyMap<string, NamedActor>;
}

/** Pairs that offices and records are looked up for: beyond, a reader has more than enough to do. */
const MOST_PAIRS = 500;
/** Of joins and of people with several spellings so many are listed. */
const MOST_LISTED = 500;
/** Entries after which it is not asked one by one whether an actor changed. */
const MOST_CHANGES = 5_000;

interface Compared {
	seq: number;
	readonly actors: readonly NamedActor[];
	readonly pairs: readonly AlikePair[];
	readonly spelled: readonly SpelledPerson[];
}
interface Known {
	/** Pairs of names compared so far, while a comparing of all is under way. */
	underWay: number | null;
	compared: Promise<Compared> | null;
	weighed: { readonly seq: number; readonly pairs: Promise<readonly WeighedPair[]> } | null;
}
const known = new WeakMap<object, Known>();

/** Proposals, joins and pairs kept apart, from what the ledger says now. Comparing is done anew only when an actor changed. */
export async function openNameDesk(context: Pick<ServerContext, 'store'>): Promise<NameDesk> {
	const { store } = context;
	let state = known.get(store);
	if (!state) known.set(store, (state = { underWay: null, compared: null, weighed: null }));
	const seq = await store.head();
	const compared = await comparedAt(context, state, seq);
	const aliases = await store.aliases();
	if (state.weighed?.seq !== seq) state.weighed = { seq, pairs: weigh(context, compared, aliases) };
	const pairs = await state.weighed.pairs;
	const { actors } = compared;
	const apart = await keptApart(store);
	const differ = (a: number, b: number) =>
		!actors[a]!.names.some((one) => actors[b]!.names.some((other) => scoreOf(one, other) >= WORTH_A_LOOK));
	const proposals = proposalsFrom(actors, pairs, differ, apartness(apart, aliases));
	return {
		seq,
		proposals,
		joined: await joinedOf(context, aliases),
		apart,
		spelled: compared.spelled,
		actors: new Map(actors.map((actor) => [actor.id, actor]))
	};
}

async function comparedAt(context: Pick<ServerContext, 'store'>, state: Known, seq: number): Promise<Compared> {
	const { store } = context;
	const before = await state.compared?.catch(() => null);
	if (before) {
		const changes = before.seq === seq ? [] : await store.changed(before.seq, seq, MOST_CHANGES);
		if (changes.length < MOST_CHANGES && changes.every(({ kind }) => kind !== 'actor')) {
			before.seq = Math.max(before.seq, seq);
			return before;
		}
	}
	const next = compareAll(context, seq, (pairs) => (state.underWay = pairs)).finally(() => (state.underWay = null));
	state.compared = next;
	return next;
}

/** How many pairs of names have been compared, while a first comparing of very many is under way; null: none is. */
export function comparedSoFar(store: object): number | null {
	return known.get(store)?.underWay ?? null;
}

/** Names compared between two looks at what others want: about as many as `alikeActors` does in one turn. */
const A_TURN = 2_000;

async function compareAll({ store }: Pick<ServerContext, 'store'>, seq: number, ontold: (pairs: number) => void): Promise<Compared> {
	const actors: NamedActor[] = [];
	for await (const body of store.records({ kind: 'actor', asof: seq })) actors.push(namedActor(body));
	const pairs: AlikePair[] = [];
	let turns = 0;
	for (const pair of alikeActors(actors)) {
		if (pair) pairs.push(pair);
		else {
			ontold(++turns * A_TURN);
			await new Promise((done) => setImmediate(done));
		}
	}
	pairs.sort((a, b) => b.likeness.score - a.likeness.score || a.left - b.left || a.right - b.right);
	return { seq, actors, pairs: pairs.slice(0, MOST_PAIRS), spelled: spellingsHeld(actors, MOST_LISTED) };
}

async function weigh({ store }: Pick<ServerContext, 'store'>, { actors, pairs }: Compared, aliases: Aliases): Promise<WeighedPair[]> {
	const people = [...new Set(pairs.flatMap(({ left, right }) => [left, right]))].map((at) => actors[at]!.body);
	const offices = await officesOf(store, people, (id) => followAlias(aliases, id));
	const weighed: WeighedPair[] = [];
	for (const pair of pairs) {
		const [left, right] = [actors[pair.left]!, actors[pair.right]!];
		weighed.push({
			...pair,
			office: sharedOffice(offices.get(left.id) ?? [], offices.get(right.id) ?? []),
			...(await sharedRecords(store, left.body, right.body))
		});
	}
	return weighed;
}

/** The joins of actors that stand, the latest first. */
async function joinedOf({ store }: Pick<ServerContext, 'store'>, aliases: Aliases): Promise<Joined[]> {
	const kinds = await store.kinds([...aliases.keys()]);
	const ids = new Set([...aliases.keys()].filter((id) => kinds.get(id) === 'actor'));
	if (ids.size === 0) return [];
	const standing = (await store.merges())
		.filter((entry) => entry.body.kind === 'merge' && ids.has(entry.body.from) && aliases.get(entry.body.from) === entry.body.into)
		.reverse();
	const joined = new Map<string, Joined>();
	for (const { seq, at, body } of standing) {
		if (body.kind !== 'merge' || joined.has(body.from) || joined.size >= MOST_LISTED) continue;
		const { from, into, because = '' } = body;
		const last = (await store.history(from)).findLast((version) => version.body !== null)?.body;
		joined.set(from, { from, into, title: last ? titleOf(last) : {}, seq, at, because });
	}
	return [...joined.values()];
}

/** Joins two actors as one entry of the ledger. @throws LedgerError where one of them is no standing actor */
export async function joinNames(
	{ store, ledger }: Pick<ServerContext, 'store' | 'ledger'>,
	{ from, into, because }: { readonly from: string; readonly into: string; readonly because: string }
): Promise<number> {
	await requireActors(store, [from, into]);
	await requireOneKind(store, from, into);
	if (apartness(await keptApart(store), await store.aliases())(from, into))
		throw new LedgerError('kept apart', `"${from}" and "${into}" are kept apart. Let them be proposed again first.`);
	const { entry } = await ledger.append({ kind: 'merge', from, into, ...(because === '' ? {} : { because }) });
	return entry.seq;
}

/** Takes a join back, exactly. @throws LedgerError where it does not stand */
export async function undoJoin(
	{ ledger }: Pick<ServerContext, 'ledger'>,
	{ from, into }: { readonly from: string; readonly into: string }
): Promise<number> {
	return (await ledger.append({ kind: 'unmerge', from, into })).entry.seq;
}

/** Remembers that two actors are two, until that is taken back. @throws LedgerError where one of them is no standing actor */
export async function markApart({ store }: Pick<ServerContext, 'store'>, { one, other, because, at }: KeptApart): Promise<void> {
	if (one === other) throw new LedgerError('same record', `"${one}" cannot be kept apart from itself.`);
	await requireActors(store, [one, other]);
	await keepApart(store, { one, other, because, at });
}

/** @returns whether the two were kept apart */
export async function undoApart({ store }: Pick<ServerContext, 'store'>, one: string, other: string): Promise<boolean> {
	return letTogether(store, one, other);
}

/** What the ledger refuses, in short; null: another error. By name: a context opened by the start script has classes of its own. */
export function refusalBy(error: unknown): { readonly code: LedgerErrorCode; readonly message: string } | null {
	if (!(error instanceof Error) || error.name !== 'LedgerError') return null;
	return { code: (error as LedgerError).code, message: error.message };
}

/** A person is no country: what both are said to be has to agree. Of an actor nothing is said of, nothing is asked. */
async function requireOneKind(store: ServerContext['store'], from: string, into: string): Promise<void> {
	const found = await store.recordsById([from, into]);
	const [one, other] = [from, into].map((id) => valueOf<string>(found.get(id)!, 'kind'));
	if (one && other && one !== other)
		throw new LedgerError('wrong kind', `"${from}" is a ${one}, "${into}" a ${other}: they cannot be one.`);
}

async function requireActors(store: ServerContext['store'], ids: readonly string[]): Promise<void> {
	const found = await store.recordsById([...new Set(ids)]);
	for (const id of ids) {
		const body = found.get(id);
		if (!body) {
			const now = await store.alias(id);
			if (now !== id) throw new LedgerError('already merged', `"${id}" has been joined to "${now}" already.`);
			throw new LedgerError('unknown record', `There is no record "${id}" by that very id.`);
		}
		if (body.kind !== 'actor') throw new LedgerError('wrong kind', `"${id}" is a ${body.kind}, not an actor.`);
	}
}
