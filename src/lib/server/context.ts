import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { columnsFromRecords } from '#lib/columns/from-records.ts';
import { patchColumns } from '#lib/columns/patch.ts';
import type { RecordBody } from '#lib/domain/record.ts';
import { todayIn } from '#lib/temporal/today.ts';
import type { Environment } from './environment.ts';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { openStore } from './storage/open-store.ts';
import type { Store } from './storage/store.ts';
import { loadSeeds } from './transfer/load-seeds.ts';

/** How many column sets of an earlier as-of are kept beside the one of now. */
const KEPT_SETS = 2;

/** What every request needs, passed as an argument and never reached for. */
export interface ServerContext {
	readonly store: Store;
	readonly ledger: Ledger;
	/** The zone in which today is taken, printed beside anything called due. */
	readonly zone: string;
	/** True when today was set by hand (tests, demonstrations). */
	readonly todayIsSet: boolean;
	/** Epoch day. */
	today(): number;
	/** The columns of now, or as of a seq. */
	columns(asof?: number | null): Promise<ColumnSet>;
	/** One sentence for the console: what was opened, and what was loaded. */
	readonly opened: string;
	/** Aborted when the server is asked to stop: long streams end. */
	readonly stopping: AbortSignal;
	stop(): void;
	close(): Promise<void>;
}

/**
 * Opens the store, loads the seeds into an empty one, fills the columns and keeps them in step with the ledger.
 * @throws StoreError for a file that cannot be used, SeedError for a bad seed: nothing is loaded then.
 */
export async function openContext(environment: Environment, options: { root: string; clock?: () => number }): Promise<ServerContext> {
	const clock = options.clock ?? Date.now;
	const store = await openStore(absolute(environment.db, options.root));
	try {
		const ledger = createLedger(store, { clock, account: 'desk' });
		let loaded = 'The store already held';
		if ((await store.head()) === 0 && environment.seeds !== null) {
			const folder = resolve(options.root, environment.seeds);
			// An empty page without a word would leave the reader of a mistyped path to guess.
			if (!existsSync(folder)) throw new Error(`There is no folder ${folder}. Set ACCORDLINE_SEEDS to the folder of seeds, or to none.`);
			await loadSeeds({ folder, append: (body) => ledger.append(body) });
			loaded = 'Loaded the seeds:';
		}
		let current = columnsFromRecords(await everyRecord(store), await store.head());
		const stopWatching = ledger.subscribe(({ entry, changed }) => {
			const bodies = changed.flatMap((change) => (change.after ? [change.after] : []));
			const gone = changed.flatMap((change) => (change.after ? [] : [change.record]));
			current = patchColumns(current, bodies, gone, entry.seq);
		});
		const kept = new Map<number, Promise<ColumnSet>>();
		const stopping = new AbortController();
		return {
			store,
			ledger,
			zone: environment.zone,
			todayIsSet: environment.today !== null,
			today: () => environment.today ?? todayIn(environment.zone, clock()),
			columns: async (asof) => {
				if (asof === undefined || asof === null || asof >= current.seq) return current;
				let set = kept.get(asof);
				if (!set) {
					set = everyRecord(store, asof).then((records) => columnsFromRecords(records, asof));
					kept.set(asof, set);
					for (const old of [...kept.keys()].slice(0, -KEPT_SETS)) kept.delete(old);
				}
				return set;
			},
			opened: `${environment.db}: ${loaded} ${count(current)}.`,
			stopping: stopping.signal,
			stop: () => stopping.abort(),
			close: async () => {
				stopWatching();
				await store.close();
			}
		};
	} catch (error) {
		await store.close();
		throw error;
	}
}

const SHARED = Symbol.for('accordline.context');

/** Hands the context opened by the start script to the built server in the same process. */
export function shareContext(context: ServerContext): void {
	(globalThis as Record<symbol, unknown>)[SHARED] = context;
}

/** The context the start script opened, if it did. */
export function sharedContext(): ServerContext | null {
	return ((globalThis as Record<symbol, unknown>)[SHARED] as ServerContext | undefined) ?? null;
}

async function everyRecord(store: Store, asof?: number): Promise<RecordBody[]> {
	const records: RecordBody[] = [];
	for await (const body of store.records({ asof })) records.push(body);
	return records;
}

function absolute(db: string, root: string): string {
	const path = db.slice('sqlite:'.length);
	return path === ':memory:' ? db : `sqlite:${resolve(join(root), path)}`;
}

function count(set: ColumnSet): string {
	const counts = [0, 0, 0];
	for (const kind of set.kind) counts[kind] = (counts[kind] ?? 0) + 1;
	return `${counts[0]} events, ${counts[1]} agreements, ${counts[2]} follow-ups (ledger at ${set.seq})`;
}
