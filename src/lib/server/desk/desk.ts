import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import type { ColumnSet, RowWords } from '#lib/columns/column-set.ts';
import { columnsBefore, patchColumns } from '#lib/columns/patch.ts';
import { provideRanks } from '#lib/columns/ranks.ts';
import { NONE } from '#lib/columns/rank.ts';
import { columnsFromParts } from '#lib/columns/share.ts';
import { textIndexFromParts, type TextIndex } from '#lib/columns/text-index.ts';
import { isWordsCache, wordsOfRecord } from '#lib/columns/words.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { LANGUAGES, type Language } from '#lib/language/locales.ts';
import type { Notice } from '../ledger/ledger.ts';
import type { Store } from '../storage/store.ts';
import type { FromDeskWorker } from './desk-worker.ts';
import { keptColumns, keptIndex, keptRanks } from './keep-whole-set.ts';
import { changesAfter, SMALL_SET } from './whole-set.ts';

/** How many column sets of an earlier as-of are kept beside the one of now. */
const KEPT_SETS = 2;
/** Search rows put into the full-text indexes at a time: a few tens of milliseconds. */
const SEARCH_ROWS = 500;
/** How often another process's writing is looked for. */
const WATCH_MS = 500;

/** The text index is still being worked out. */
export const BEING_BUILT = 'being built';

/** Columns in front of the store: the set of now, kept in step with the ledger, and what belongs to it. */
export interface Desk {
	/** The columns of now, or as of a seq. Waits until they are there. */
	columns(asof?: number | null): Promise<ColumnSet>;
	/** Words of rows of a set; they are put into it, too. */
	words(set: ColumnSet, rows: Iterable<number>, asof?: number | null): Promise<ReadonlyMap<number, RowWords>>;
	/** Title ranks of a large set; null for one that has all its words, or while they are worked out. */
	ranks(set: ColumnSet, language: Language): Promise<Uint32Array | null>;
	/** The rows of a large set that a text finds; null for a set that has all its words. */
	textHits(set: ColumnSet, q: string, asof?: number | null): Promise<Uint8Array | null | typeof BEING_BUILT>;
	/** Records read so far while columns are worked out; null when they are there. */
	progress(): number | null;
	searchReady(): boolean;
	/** Follows an entry of the ledger. */
	take(notice: Notice): Promise<void>;
	stop(): void;
}

export interface DeskOptions {
	readonly store: Store;
	/** Address of the store, for the worker's own connection; null: in memory, nothing else can reach it. */
	readonly db: string | null;
	/** The project's folder: the worker is started from its sources. */
	readonly root: string;
	readonly onchange: (seq: number) => void;
}

export function openDesk({ store, db, root, onchange }: DeskOptions): Desk {
	let current: Promise<ColumnSet>;
	let read: number | null = null;
	let index: { readonly index: TextIndex; seq: number } | null = null;
	let titles: Partial<Record<Language, Uint32Array>> = {};
	let worker: Worker | null = null;
	let stopped = false;
	const before = new Map<number, Promise<ColumnSet>>();

	/** All of it anew: at the start, and after an entry too large to be listed. */
	async function load(): Promise<ColumnSet> {
		before.clear();
		const kept = db === null ? null : await keptColumns(store);
		if (kept && kept.seq <= (await store.head())) {
			const set = await caughtUp(kept);
			void loadSide(kept.seq);
			return set;
		}
		const first: RecordBody[] = [];
		for await (const batch of store.bodies()) {
			first.push(...batch);
			if (db !== null && first.length > 4 * SMALL_SET) return inWorker(db);
		}
		return columnsFromRecords(first, await store.head());
	}

	async function caughtUp(set: ColumnSet): Promise<ColumnSet> {
		if (set.seq === (await store.head())) return set;
		const { bodies, gone, seq } = await changesAfter(store, set.seq);
		return patchColumns(set, bodies, gone, seq);
	}

	/** Index and ranks as kept; where they are older than the columns the worker makes them anew. */
	async function loadSide(seq: number): Promise<void> {
		const [found, ...ranks] = [await keptIndex(store), ...(await Promise.all(LANGUAGES.map((language) => keptRanks(store, language))))];
		if (found?.seq === seq) index = found;
		LANGUAGES.forEach((language, at) => {
			if (ranks[at]?.seq === seq) titles[language] = ranks[at].ranks;
		});
		const set = await current;
		if (!index && db !== null) return void inWorker(db).catch(() => undefined);
		for (const { row, body } of await bodiesSince(set, seq)) index?.index.setRecord(row, body);
	}

	async function bodiesSince(set: ColumnSet, seq: number): Promise<{ row: number; body: RecordBody }[]> {
		if (set.seq === seq) return [];
		const { bodies } = await changesAfter(store, seq);
		return bodies.flatMap((body) => (set.id.rowOf(body.id) < 0 ? [] : [{ row: set.id.rowOf(body.id), body }]));
	}

	function inWorker(address: string): Promise<ColumnSet> {
		read = 0;
		return new Promise((done, failed) => {
			worker = new Worker(join(root, 'src/lib/server/desk/desk-worker.ts'), { workerData: { db: address } });
			worker.on('message', (message: FromDeskWorker) => {
				if (message.type === 'progress') {
					read = message.records;
					return;
				}
				read = null;
				const set = columnsFromParts(message.set);
				titles = message.ranks;
				index = { index: textIndexFromParts(message.index), seq: set.seq };
				done(set);
			});
			worker.on('error', failed);
			worker.on('exit', (code) => (code === 0 ? undefined : failed(new Error(`The columns could not be worked out (${code}).`))));
		});
	}

	current = load();
	current.catch(() => undefined);

	/** Waiting search rows go in bit by bit, so that no request waits long. */
	let pending = true;
	async function indexRows(): Promise<void> {
		while (!stopped && (pending = (await store.searchPending()) > 0)) {
			await store.indexSearch(SEARCH_ROWS);
			await new Promise((next) => setTimeout(next, 5));
		}
	}
	const background = indexRows().catch(() => undefined);

	let version = NaN;
	const watch = setInterval(() => void lookOutside().catch(() => undefined), WATCH_MS);
	watch.unref();
	/** Another process may write to the same file: an import by command. */
	async function lookOutside(): Promise<void> {
		const now = await store.dataVersion();
		if (now === version) return;
		version = now;
		const set = await current;
		const head = await store.head();
		if (stopped || head === set.seq) return;
		await follow(head);
		onchange(head);
	}

	let following: Promise<unknown> = Promise.resolve();
	function follow(seq: number, listed?: Notice): Promise<void> {
		const next = following.then(async () => {
			const set = await current;
			if (set.seq >= seq) return;
			const changes =
				listed && set.seq === seq - 1 && !listed.many
					? {
							bodies: listed.changed.flatMap(({ after }) => after ?? []),
							gone: listed.changed.flatMap(({ after, record }) => (after ? [] : [record])),
							seq
						}
					: await changesAfter(store, set.seq);
			const patched = patchColumns(set, changes.bodies, changes.gone, changes.seq);
			const tooLarge = patched.words.complete && patched.count > 4 * SMALL_SET && db !== null;
			current = tooLarge ? inWorker(db) : Promise.resolve(patched);
			await current;
			for (const body of changes.bodies) {
				const row = patched.id.rowOf(body.id);
				if (row >= 0 && !tooLarge) index?.index.setRecord(row, body);
			}
			pending = true;
			void indexRows().catch(() => undefined);
		});
		following = next.catch(() => undefined);
		return next;
	}

	async function ranksFor(set: ColumnSet, language: Language): Promise<Uint32Array | null> {
		if (set.words.complete) return null;
		const known = titles[language];
		if (!known) return null;
		if (known.length >= set.count) return known;
		// Rows that came since stand after all others until they are ranked.
		const longer = new Uint32Array(set.count).fill(NONE);
		longer.set(known);
		return longer;
	}

	return {
		async columns(asof) {
			const now = await current;
			if (asof === undefined || asof === null || asof >= now.seq) return now;
			let set = before.get(asof);
			if (!set) {
				set = asOf(now, asof);
				before.set(asof, set);
				for (const old of [...before.keys()].slice(0, -KEPT_SETS)) before.delete(old);
			}
			return set;
		},
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
			const bodies = await store.recordsById(
				missing.map((row) => set.id.at(row)),
				asof ?? set.seq
			);
			for (const row of missing) {
				const body = bodies.get(set.id.at(row));
				if (!body) continue;
				const words = wordsOfRecord(body);
				found.set(row, words);
				if (isWordsCache(set.words)) set.words.put(row, words);
			}
			return found;
		},
		async ranks(set, language) {
			const ranks = await ranksFor(set, language);
			if (ranks) provideRanks(set, 'title', language, ranks);
			return ranks;
		},
		async textHits(set, q, asof) {
			if (set.words.complete || q === '') return null;
			if (index && (asof === undefined || asof === null)) return index.index.find(set, q);
			if (index) return index.index.find(set, q);
			return BEING_BUILT;
		},
		progress: () => read,
		searchReady: () => !pending,
		take: (notice) => follow(notice.entry.seq, notice),
		stop() {
			stopped = true;
			clearInterval(watch);
			void worker?.terminate();
			void background;
		}
	};

	/** The set of now with everything put back that changed since; small ones are made from their records. */
	async function asOf(now: ColumnSet, asof: number): Promise<ColumnSet> {
		if (now.words.complete) {
			const records: RecordBody[] = [];
			for await (const batch of store.bodies({ asof })) records.push(...batch);
			return columnsFromRecords(records, asof);
		}
		const then: { id: string; body: RecordBody | null }[] = [];
		for await (const batch of store.changedRecords(asof, asof)) for (const { record, body } of batch) then.push({ id: record, body });
		return columnsBefore(now, then, asof);
	}
}
