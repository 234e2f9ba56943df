import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '#lib/formats/foreign.ts';
import { doTask, type ImportTask, type Outcome } from '#lib/server/transfer/import/import-task.ts';
import type { ImportReport } from '#lib/server/transfer/import/report.ts';
import { openStore } from '#lib/server/storage/open-store.ts';
import type { Store } from '#lib/server/storage/store.ts';

/** A folder with a store in a file, and files to take in. */
export interface Bench {
	readonly db: string;
	readonly folder: string;
	/** Takes a file in; the text is written under that name first. */
	take(name: string, text: string | Uint8Array, options?: Partial<Extract<ImportTask, { task: 'import' }>>): Promise<Outcome>;
	/** The same, and expects that it was done. */
	done(name: string, text: string | Uint8Array, options?: Partial<Extract<ImportTask, { task: 'import' }>>): Promise<ImportReport>;
	undo(entry: number): Promise<Outcome>;
	store(): Promise<Store>;
	end(): Promise<void>;
}

export function openBench(): Bench {
	const folder = mkdtempSync(join(tmpdir(), 'accordline-import-'));
	const db = `sqlite:${join(folder, 'store.db')}`;
	let open: Store | null = null;
	let now = Date.UTC(2026, 10, 22);
	const means = { tell: () => undefined, signal: new AbortController().signal, clock: () => (now += 1000) };
	const take: Bench['take'] = (name, text, options = {}) => {
		const path = join(folder, name);
		writeFileSync(path, text);
		return doTask({ task: 'import', db, path, name, read: {}, dryRun: false, acceptRefused: false, account: 'leila', ...options }, means);
	};
	return {
		db,
		folder,
		take,
		async done(name, text, options) {
			const outcome = await take(name, text, options);
			if (outcome.type !== 'done' || !outcome.report) throw new Error(JSON.stringify(outcome));
			return outcome.report;
		},
		undo: (entry) => doTask({ task: 'undo', db, entry, account: 'leila' }, means),
		async store() {
			return (open ??= await openStore(db));
		},
		async end() {
			await open?.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Rows of a table of events: key, title, day, track, parties. */
export const EVENTS: Mapping = {
	version: 1,
	kind: 'event',
	language: 'en',
	columns: {
		id: { to: 'key' },
		title: { to: 'title' },
		day: { to: 'date', role: 'date', reading: { order: 'dmy', calendar: 'gregorian' } },
		track: { to: 'track' },
		parties: { to: 'actors', separator: ';' }
	}
};

/** The same without a key. */
export const KEYLESS: Mapping = { ...EVENTS, columns: { ...EVENTS.columns, id: { to: 'ignore' } } };

/** A CSV text of such rows, and of what else a row holds. */
export function csv(...rows: readonly string[]): string {
	return ['id,title,day,track,parties,note', ...rows, ''].join('\n');
}
