import type { ServerContext } from '../../context.ts';
import { runWorker } from '../../desk/run-worker.ts';
import { compareNames, onlySpokenOf, type NamesCompared } from './compare-names.ts';
import { namedActor, type NamedActor } from './named-actors.ts';
import type { FromNamesWorker, NamesTask } from './names-worker.ts';

/** What comparing needs: with an address and a folder very many names are compared on a thread of their own. */
export type NamesContext = Pick<ServerContext, 'store'> & Partial<Pick<ServerContext, 'db' | 'root' | 'limited'>>;

/** What was found, as of an entry of the ledger. */
export interface Compared extends NamesCompared {
	seq: number;
}

/** Nobody waits for it any more, or someone has said so. */
export class ComparingStopped extends Error {
	override readonly name = 'ComparingStopped';
}

/** So many are compared at once on the server's own thread, in some ten milliseconds. */
const FEW = 2_000;
/** Entries after which it is not asked one by one whether an actor changed. */
const MOST_CHANGES = 5_000;
/** After so long without a question nobody waits any more. The page asks every second or so. */
const IDLE_MS = 60_000;

interface State {
	/** What was found last, or is being found. */
	compared: Promise<Compared> | null;
	/** What was found last. */
	last: Compared | null;
	/** What of it held at a later entry. */
	before: { readonly of: Compared; readonly seq: number; readonly found: NamesCompared | null } | null;
	/** How far a comparing under way is, 0–1, and how to stop it. */
	underWay: { share: number; readonly stop: () => void } | null;
	askedAt: number;
}
const states = new WeakMap<object, State>();

function stateOf(store: object): State {
	let state = states.get(store);
	if (!state) states.set(store, (state = { compared: null, last: null, before: null, underWay: null, askedAt: 0 }));
	return state;
}

/**
 * What comparing all names as of `seq` comes to. Done anew only when an actor has changed since.
 * @throws ComparingStopped
 */
export async function comparedAt(context: NamesContext, seq: number): Promise<Compared> {
	const state = stateOf(context.store);
	state.askedAt = performance.now();
	for (;;) {
		const known = state.compared;
		const before = await known;
		if (before && (await changedSince(context, before, seq))?.size === 0) {
			before.seq = Math.max(before.seq, seq);
			return before;
		}
		// While this waited, another question may have begun it.
		if (state.compared !== known) continue;
		const next = compareAll(context, state, seq);
		state.compared = next;
		next.then(
			(found) => (state.last = found),
			() => {
				if (state.compared === next) state.compared = null;
			}
		);
	}
}

/** What was found before, without all that speaks of actors which have changed since; null: nothing, or too much has changed. */
export async function comparedBefore(context: NamesContext, seq: number): Promise<NamesCompared | null> {
	const state = stateOf(context.store);
	const { last, before } = state;
	if (!last || (before?.of === last && before.seq === seq)) return before?.found ?? null;
	const changed = await changedSince(context, last, seq);
	const found = changed && onlySpokenOf(last, changed);
	state.before = { of: last, seq, found };
	return found;
}

/** How far a comparing is, 0–1, while one is under way; null: none is. */
export function comparedSoFar(store: object): number | null {
	return states.get(store)?.underWay?.share ?? null;
}

/** Stops a comparing that is under way: whoever waits for it gets `ComparingStopped`. */
export function stopComparing(store: object): void {
	states.get(store)?.underWay?.stop();
}

/** Ids of the actors that changed after what was found; null: very many records did. */
async function changedSince({ store }: NamesContext, found: Compared, seq: number): Promise<Set<string> | null> {
	if (found.seq >= seq) return new Set();
	const changes = await store.changed(found.seq, seq, MOST_CHANGES);
	if (changes.length >= MOST_CHANGES) return null;
	return new Set(changes.flatMap(({ kind, record }) => (kind === 'actor' ? record : [])));
}

async function compareAll(context: NamesContext, state: State, seq: number): Promise<Compared> {
	const { store, db, root, limited } = context;
	const beside = db !== undefined && root !== undefined && !limited && !db.endsWith(':memory:') ? { db, root } : null;
	let stopped = false;
	state.underWay = { share: 0, stop: () => (stopped = true) };
	const own = state.underWay;
	try {
		const actors: NamedActor[] = [];
		for await (const body of store.records({ kind: 'actor', asof: seq })) {
			actors.push(namedActor(body));
			if (beside && actors.length > FEW) break;
		}
		if (beside && actors.length > FEW) {
			if (stopped) throw new ComparingStopped();
			return { seq, ...(await compareBeside({ db: beside.db, seq }, beside.root, state)) };
		}
		for (const step of compareNames(actors)) {
			if (typeof step !== 'number') return { seq, ...step };
			own.share = step;
			await new Promise((done) => setImmediate(done));
			if (stopped || isIdle(state)) throw new ComparingStopped();
		}
		throw new Error('Comparing ended without an answer.');
	} finally {
		state.underWay = null;
	}
}

async function compareBeside(task: NamesTask, root: string, state: State): Promise<NamesCompared> {
	let found: NamesCompared | null = null;
	const run = runWorker<NamesTask, FromNamesWorker>(root, '../records/name-proposals/names-worker.ts', task, (message) => {
		if (typeof message !== 'number') {
			const { bodies, pairs, spelled } = message;
			found = { actors: bodies.map(namedActor), pairs, spelled };
		} else if (isIdle(state)) run.stop();
		else own.share = message;
	});
	const own = (state.underWay = { share: 0, stop: () => run.stop() });
	await run.done;
	// Heard by way of a callback, which the compiler does not follow.
	const answer = found as NamesCompared | null;
	if (!answer) throw new ComparingStopped();
	return answer;
}

function isIdle({ askedAt }: State): boolean {
	return performance.now() - askedAt > IDLE_MS;
}
