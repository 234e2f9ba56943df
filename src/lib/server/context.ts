import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ColumnSet } from '#lib/columns/column-set.ts';
import { kindCounts } from '#lib/columns/kind-counts.ts';
import { todayIn } from '#lib/temporal/today.ts';
import type { Environment } from './environment.ts';
import { openDesk, type Desk } from './desk/desk.ts';
import { MOST_AT_ONCE } from './desk/whole-set.ts';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { openStore } from './storage/open-store.ts';
import type { Store } from './storage/store.ts';
import { loadSeeds } from './transfer/load-seeds.ts';

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
	/** Rows a page takes in; of more the server draws everything itself. */
	readonly pageRecords: number;
	/** The columns of now, or as of a seq. */
	columns(asof?: number | null): Promise<ColumnSet>;
	readonly desk: Desk;
	/** It answers for a part of the records only, all of whose words are in its columns (a shared view). */
	readonly limited?: true;
	/** Told when the columns have followed another process's entry. Answers how to stop. */
	onforeign(listener: () => void): () => void;
	/** Absolute address of the store, `sqlite:PATH`. */
	readonly db: string;
	/** The project's folder. */
	readonly root: string;
	/** Where the server can be reached: decides who may write. */
	readonly reach: Reach;
	/** One sentence for the console: what was opened, and what was loaded. */
	readonly opened: string;
	/** Aborted when the server is asked to stop: long streams end. */
	readonly stopping: AbortSignal;
	stop(): void;
	close(): Promise<void>;
}

/** Where the server listens, once it does, and its public address. */
export interface Reach {
	/** As the system says it; null: not known (`npm run dev`). */
	listensOn: string | null;
	readonly origin: string | null;
}

/**
 * Opens the store, loads the seeds into an empty one, fills the columns and keeps them in step with the ledger.
 * @throws StoreError for a file that cannot be used, SeedError for a bad seed: nothing is loaded then.
 */
export async function openContext(environment: Environment, options: { root: string; clock?: () => number }): Promise<ServerContext> {
	const clock = options.clock ?? Date.now;
	const address = absolute(environment.db, options.root);
	const store = await openStore(address, { server: true });
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
		const foreign = new Set<() => void>();
		const desk = openDesk({
			store,
			db: address.endsWith(':memory:') ? null : address,
			root: options.root,
			onchange: () => foreign.forEach((listener) => listener())
		});
		const stopWatching = ledger.subscribe((notice) => {
			void desk.take(notice);
		});
		const stopping = new AbortController();
		return {
			store,
			ledger,
			desk,
			zone: environment.zone,
			todayIsSet: environment.today !== null,
			today: () => environment.today ?? todayIn(environment.zone, clock()),
			pageRecords: environment.pageRecords,
			columns: (asof) => desk.columns(asof),
			onforeign: (listener) => {
				foreign.add(listener);
				return () => foreign.delete(listener);
			},
			db: address,
			root: options.root,
			reach: { listensOn: null, origin: environment.origin },
			opened: `${environment.db}: ${loaded} ${await inShort(store, desk)}.`,
			stopping: stopping.signal,
			stop: () => stopping.abort(),
			close: async () => {
				stopWatching();
				desk.stop();
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

function absolute(db: string, root: string): string {
	const path = db.slice('sqlite:'.length);
	return path === ':memory:' ? db : `sqlite:${resolve(join(root), path)}`;
}

/** What is in it, where that is known at once; a large store is not waited for. */
async function inShort(store: Store, desk: Desk): Promise<string> {
	const head = await store.head();
	const rows = await desk.size();
	if (rows !== null) return `${rows} events, agreements and follow-ups (ledger at ${head})`;
	if ((await store.changedCount(0, head, MOST_AT_ONCE + 1)) > MOST_AT_ONCE) return `many records, to be read first (ledger at ${head})`;
	const [events, agreements, followUps] = kindCounts(await desk.columns());
	return `${events} events, ${agreements} agreements, ${followUps} follow-ups (ledger at ${head})`;
}
