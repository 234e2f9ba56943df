import { titleOf, valueOf } from '#lib/domain/read-record.ts';
import type { Text } from '#lib/domain/text.ts';
import { scoreOf } from '#lib/language/name-likeness/likeness.ts';
import type { ServerContext } from '../../context.ts';
import { LedgerError, type LedgerErrorCode } from '../../ledger/check-entry.ts';
import { followAlias, type Aliases } from '../../ledger/merging.ts';
import { WORTH_A_LOOK } from './alike-actors.ts';
import type { NamesCompared } from './compare-names.ts';
import { comparedAt, comparedBefore, type NamesContext } from './comparing.ts';
import { apartness, keepApart, keptApart, letTogether, type KeptApart } from './kept-apart.ts';
import type { NamedActor } from './named-actors.ts';
import { officesOf, sharedOffice } from './offices.ts';
import { proposalsFrom, type Proposal, type WeighedPair } from './proposals.ts';
import { sharedRecords } from './shared-records.ts';
import type { SpelledPerson } from './spellings-held.ts';

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
	/** Every actor that proposals and spellings speak of, and where there are few, all others. */
	readonly actors: ReadonlyMap<string, NamedActor>;
}

/** Of joins so many are listed. */
const MOST_LISTED = 500;
const weighed = new WeakMap<object, { readonly seq: number; readonly pairs: Promise<readonly WeighedPair[]> }>();

/**
 * Proposals, joins and pairs kept apart, from what the ledger says now. Comparing is done anew only when an actor changed.
 * @throws ComparingStopped
 */
export async function openNameDesk(context: NamesContext): Promise<NameDesk> {
	const seq = await context.store.head();
	return deskFrom(context, seq, await comparedAt(context, seq));
}

/** The same without waiting for names to be compared: with what was found before, as far as it still holds. */
export async function nameDeskMeanwhile(context: NamesContext): Promise<NameDesk> {
	const seq = await context.store.head();
	return deskFrom(context, seq, (await comparedBefore(context, seq)) ?? { actors: [], pairs: [], spelled: [] });
}

async function deskFrom(context: NamesContext, seq: number, compared: NamesCompared): Promise<NameDesk> {
	const { store } = context;
	const { actors, spelled } = compared;
	const aliases = await store.aliases();
	let known = weighed.get(compared);
	if (known?.seq !== seq) weighed.set(compared, (known = { seq, pairs: weigh(context, compared, aliases) }));
	const pairs = await known.pairs;
	const apart = await keptApart(store);
	const differ = (a: number, b: number) =>
		!actors[a]!.names.some((one) => actors[b]!.names.some((other) => scoreOf(one, other) >= WORTH_A_LOOK));
	return {
		seq,
		proposals: proposalsFrom(actors, pairs, differ, apartness(apart, aliases)),
		joined: await joinedOf(context, aliases),
		apart,
		spelled,
		actors: new Map(actors.map((actor) => [actor.id, actor]))
	};
}

async function weigh({ store }: Pick<ServerContext, 'store'>, { actors, pairs }: NamesCompared, aliases: Aliases): Promise<WeighedPair[]> {
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
