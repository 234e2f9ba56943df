import { columnsFromRecords } from '#lib/columns/from-records.ts';
import type { ColumnSet, RowWords } from '#lib/columns/column-set.ts';
import { columnsBefore, patchColumns } from '#lib/columns/patch.ts';
import { provideRanks } from '#lib/columns/ranks.ts';
import { NONE } from '#lib/columns/rank.ts';
import { isWordsCache, wordsOfRecord } from '#lib/columns/words.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import type { Language } from '#lib/language/locales.ts';
import type { Notice } from '../ledger/ledger.ts';
import type { Store } from '../storage/store.ts';
import type { DeskTask, FromDeskWorker } from './desk-worker.ts';
import { followSide, held, indexAsOf, takeColumns, takeKeptSide, takeSide, type Held } from './held.ts';
import { KEPT_NAMES, keptColumns, keptSize } from './keep-whole-set.ts';
import { keptByThread } from './kept-reader.ts';
import { createLookups } from './lookup.ts';
import { runWorker, type Run } from './run-worker.ts';
import { createSearchIndexing } from './search-indexing.ts';
import { changesBetween, MOST_AT_ONCE, type Changes } from './whole-set.ts';

/** How many column sets of an earlier as-of are kept beside the one of now. */
const KEPT_SETS = 2;
/** How often another process's writing is looked for. */
const WATCH_MS = 500;
/** Rows changed since the text index was built; beyond, it is built anew. */
const MOST_SET_SINCE = 10_000;

/** The text index is still being worked out. */
export const BEING_BUILT = 'being built';

/** Columns in front of the store: the set of now, kept in step with the ledger, and what belongs to it. */
export interface Desk {
	/** Starts filling the columns; a first question does so too. */
	begin(): void;
	/** The columns of now, or as of a seq. Waits until they are there. */
	columns(asof?: number | null): Promise<ColumnSet>;
	/** Words of rows of a set; they are put into it, too. */
	words(set: ColumnSet, rows: Iterable<number>, asof?: number | null): Promise<ReadonlyMap<number, RowWords>>;
	/** Title ranks of a large set; null for one that has all its words, or while they are worked out. */
	ranks(set: ColumnSet, language: Language): Promise<Uint32Array | null>;
	/** The rows of a large set that a text finds; null for a set that has all its words. */
	textHits(set: ColumnSet, q: string, asof?: number | null): Promise<Uint8Array | null | typeof BEING_BUILT>;
	/** Records of any kind whose texts hold all terms, as `Store.search`, without keeping anyone else waiting. */
	lookUp(terms: readonly string[], limit: number, signal?: AbortSignal): Promise<readonly string[]>;
	/** Rows of the set of now, gone ones included; of one that is still being filled, as many as were kept; null: not known. */
	size(): Promise<number | null>;
	/** Share (0–1) of the records read while there are no columns yet; null when there are. */
	progress(): number | null;
	/** Whether texts of all records are found, and how many records wait to be. */
	search(): { readonly ready: boolean; readonly waiting: number };
	/** Follows an entry of the ledger. */
	take(notice: Notice): Promise<void>;
	stop(): void;
}

export interface DeskOptions {
	readonly store: Store;
	/** Address of the store, for the worker's own connection; null: in memory, nothing else can reach it. */
	readonly db: string | null;
	/** The project's folder: workers are started from its sources. */
	readonly root: string;
	/** The columns have followed what another process wrote. */
	readonly onchange: (seq: number) => void;
}

export function openDesk({ store, db, root, onchange }: DeskOptions): Desk {
	let now: Held | null = null;
	let share = 0;
	let stopped = false;
	const runs = new Set<Run>();
	let whole: Run | null = null;
	/** Sets as of an earlier seq, the last asked for last. */
	const before = new Map<number, Promise<Held>>();
	const provided = new WeakMap<ColumnSet, Map<Language, Uint32Array>>();
	const search = createSearchIndexing(store, db, root);
	const lookups = createLookups(store, db, root, () => now === null || !now.set.words.complete);
	const first = Promise.withResolvers<void>();
	first.promise.catch(() => undefined);
	let begun = false;
	/** What is kept is being read. */
	let reading: { stop(): void } | null = null;
	/** Everything that replaces the set of now, one after the other. */
	let last: Promise<unknown> = Promise.resolve();

	function begin(): void {
		if (begun) return;
		begun = true;
		inTurn(load).then(first.resolve, first.reject);
	}
	function inTurn(work: () => Promise<void>): Promise<void> {
		const done = last.then(() => (stopped ? undefined : work()));
		last = done.catch(() => undefined);
		return done;
	}
	function serve(next: Held): void {
		now = next;
		first.resolve();
	}

	async function load(): Promise<void> {
		const thread = db !== null && (await keptSize(store)) ? keptByThread(store, db, root, KEPT_NAMES) : null;
		reading = thread;
		const kept = thread && (await keptColumns(thread.read));
		if (stopped) return;
		const head = await store.head();
		if (thread && kept && kept.seq <= head && (await few(kept.seq, head))) {
			const changes = kept.seq === head ? null : await changesBetween(store, kept.seq, head);
			const next = held(changes ? patchColumns(kept, changes.bodies, changes.gone, head) : kept);
			serve(next);
			await new Promise((answers) => setImmediate(answers));
			await takeKeptSide(store, thread.read, next, { keptAt: kept.seq, since: changes });
			reading = null;
			if (stopped || next.side.index) return;
		} else if (db === null || (await few(0, head))) {
			const records: RecordBody[] = [];
			for await (const batch of store.bodies({ asof: head })) records.push(...batch);
			return serve(held(columnsFromRecords(records, head)));
		}
		thread?.stop();
		await workOut(null, serve);
	}
	async function few(since: number, seq: number): Promise<boolean> {
		return (await store.changedCount(since, seq, MOST_AT_ONCE + 1)) <= MOST_AT_ONCE;
	}

	/** A set worked out by a worker. `ready` hears of the columns; ranks and index follow before this ends. */
	async function workOut(asof: number | null, ready: (next: Held) => void): Promise<void> {
		if (db === null) throw new Error('A store in memory has no worker.');
		let next: Held | null = null;
		let side: Promise<void> = Promise.resolve();
		const run = runWorker<DeskTask, FromDeskWorker>(root, 'desk-worker.ts', { db, asof }, (message) => {
			if (message.type === 'progress') {
				if (asof === null) share = message.share;
			} else if (message.type === 'columns') ready((next = takeColumns(message)));
			else if (next) {
				const of = next;
				side = takeSide(store, of, message, () => (now?.side === of.side ? now.set : of.set));
			}
		});
		if (asof === null) {
			// Of two states of the whole set only the later one is wanted.
			whole?.stop();
			whole = run;
		}
		runs.add(run);
		try {
			await run.done;
			await side;
		} finally {
			runs.delete(run);
		}
	}

	function follow(seq: number, listed?: Notice): Promise<void> {
		begin();
		return inTurn(async () => {
			if (!now || now.set.seq >= seq) return;
			const { set, side } = now;
			const given = listed && set.seq === seq - 1 && !listed.many && listed.changed.length <= MOST_AT_ONCE ? listed : null;
			if (!given && db !== null && !(await few(set.seq, seq))) return replace();
			const changes = given ? listedChanges(given) : await changesBetween(store, set.seq, seq);
			const next = { set: patchColumns(set, changes.bodies, changes.gone, changes.seq), side };
			if (db !== null && next.set.words.complete && next.set.count > MOST_AT_ONCE) return replace();
			serve(next);
			await followSide(store, next, changes);
			if (db !== null && (side.index?.index.changed ?? 0) > MOST_SET_SINCE) await replace();
		});
	}

	/** What there was stands until the worker has the new columns. Ranks and index follow while other entries are taken in. */
	async function replace(): Promise<void> {
		before.clear();
		await new Promise<void>((done, failed) => {
			workOut(null, (next) => {
				serve(next);
				done();
			}).then(done, (error: unknown) => {
				console.error(error);
				failed(error);
			});
		});
	}

	let version = NaN;
	const watch = setInterval(() => void lookOutside().catch(() => undefined), WATCH_MS);
	watch.unref();
	/** Another process may write to the same file: an import by command. */
	async function lookOutside(): Promise<void> {
		const found = await store.dataVersion();
		if (found === version || !now) return;
		version = found;
		const head = await store.head();
		if (stopped || head <= now.set.seq) return;
		void search.look().catch(() => undefined);
		await follow(head);
		onchange(head);
	}
	void first.promise.then(() => search.look()).catch(() => undefined);

	async function heldAt(asof: number | null | undefined): Promise<Held> {
		begin();
		await first.promise;
		if (!now) throw new Error('There are no columns.');
		if (asof === undefined || asof === null || asof >= now.set.seq) return now;
		const known = before.get(asof);
		before.delete(asof);
		const found = known ?? asOf(now, asof);
		before.set(asof, found);
		found.catch(() => before.delete(asof));
		for (const old of [...before.keys()].slice(0, -KEPT_SETS)) before.delete(old);
		return found;
	}

	/** The set of now with everything put back that changed since; small ones are made from their records, very different ones by a worker. */
	async function asOf({ set, side }: Held, asof: number): Promise<Held> {
		if (set.words.complete) {
			const records: RecordBody[] = [];
			for await (const batch of store.bodies({ asof })) records.push(...batch);
			return held(columnsFromRecords(records, asof));
		}
		if (db !== null && !(await few(asof, set.seq))) return new Promise((done, failed) => void workOut(asof, done).catch(failed));
		const then: { id: string; body: RecordBody | null }[] = [];
		for await (const batch of store.changedRecords(asof, asof)) for (const { record, body } of batch) then.push({ id: record, body });
		return held(columnsBefore(set, then, asof), side.titles);
	}

	async function heldOf(set: ColumnSet): Promise<Held | null> {
		if (now?.set === set) return now;
		for (const one of before.values()) {
			const found = await one;
			if (found.set === set) return found;
		}
		return null;
	}

	return {
		begin,
		columns: async (asof) => (await heldAt(asof)).set,
		async words(set, rows, asof) {
			const found = new Map<number, RowWords>();
			const missing: number[] = [];
			for (const row of new Set(rows)) {
				if (!(row >= 0 && row < set.count)) continue;
				const words = set.words.of(row);
				if (words) found.set(row, words);
				else missing.push(row);
			}
			if (missing.length === 0) return found;
			const ids = missing.map((row) => set.id.at(row));
			const bodies = await store.recordsById(ids, asof ?? set.seq);
			missing.forEach((row, at) => {
				const body = bodies.get(ids[at]!);
				if (!body) return;
				const words = wordsOfRecord(body);
				found.set(row, words);
				if (isWordsCache(set.words)) set.words.put(row, words);
			});
			return found;
		},
		async ranks(set, language) {
			if (set.words.complete) return null;
			const known = ((await heldOf(set)) ?? now)?.side.titles[language];
			if (!known) return null;
			// What was made of them (their order) is worth keeping.
			if (provided.get(set)?.get(language) === known) return known;
			const ranks = known.length >= set.count ? known : longer(known, set.count);
			provideRanks(set, 'title', language, ranks);
			provided.set(set, (provided.get(set) ?? new Map<Language, Uint32Array>()).set(language, ranks));
			return ranks;
		},
		async textHits(set, q) {
			if (set.words.complete || q === '') return null;
			const of = await heldOf(set);
			if (of && of !== now && !of.side.index && !of.side.later && now?.side.index)
				of.side.index = await indexAsOf(store, now.side.index, set);
			const index = of?.side.index ?? now?.side.index;
			return index ? index.index.find(set, q) : BEING_BUILT;
		},
		lookUp: (terms, limit, signal) => lookups.search(terms, limit, signal),
		size: async () => now?.set.count ?? (await keptSize(store))?.rows ?? null,
		progress: () => (now ? null : share),
		search: () => ({
			ready: now !== null && search.waiting === 0 && (now.set.words.complete || now.side.index !== null),
			waiting: search.waiting
		}),
		async take(notice) {
			await follow(notice.entry.seq, notice);
			void search.look().catch(() => undefined);
		},
		stop() {
			stopped = true;
			clearInterval(watch);
			search.stop();
			lookups.stop();
			reading?.stop();
			for (const run of runs) run.stop();
		}
	};
}

function listedChanges({ entry, changed }: Notice): Changes {
	return {
		bodies: changed.flatMap(({ after }) => after ?? []),
		gone: changed.flatMap(({ after, record }) => (after ? [] : [record])),
		seq: entry.seq
	};
}

/** Rows that have come and are not ranked yet stand after all others. */
function longer(ranks: Uint32Array, count: number): Uint32Array {
	const all = new Uint32Array(count).fill(NONE);
	all.set(ranks);
	return all;
}
