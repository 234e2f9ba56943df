import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Examined } from './examine.ts';
import type { ImportTask, Outcome, Refusal, TaskMessage } from './import-task.ts';
import type { ReadOptions } from './open-file.ts';
import type { ImportReport } from './report.ts';
import { removeStaged, stage } from './staging.ts';
import { startImport, type RunningImport } from './start-import.ts';

/** Imports kept at once; the oldest that is not under way gives way. */
const MOST_JOBS = 50;

/** What somebody chose for an import. */
export interface ImportChoice {
	readonly source: string | undefined;
	readonly title: string | undefined;
	readonly acceptRefused: boolean;
}

export type JobState =
	/** Nothing runs: it can be tried, committed or discarded. */
	| { readonly step: 'ready' }
	| {
			readonly step: 'running';
			readonly what: 'examine' | 'try' | 'commit' | 'undo';
			readonly phase: 'looking' | 'reading' | 'working out' | 'search';
			readonly done: number;
			readonly share: number | null;
			readonly stopping: boolean;
	  }
	| { readonly step: 'tried'; readonly report: ImportReport }
	/** `searching`: the records are there, their words are still being put into the search. */
	| { readonly step: 'done'; readonly report: ImportReport | null; readonly searching: boolean }
	| { readonly step: 'refused'; readonly refusal: Refusal }
	| { readonly step: 'cancelled' }
	| { readonly step: 'failed'; readonly message: string };

/** An import that somebody is at. */
export interface ImportJob {
	readonly id: string;
	readonly name: string;
	readonly bytes: number;
	readonly read: ReadOptions;
	readonly choice: ImportChoice;
	readonly examined: Examined | null;
	readonly state: JobState;
	/** Entry that is being or was undone. */
	readonly undoes: number | null;
}

export interface ImportJobs {
	/** Takes a file in as it arrives and looks at it. @throws TooLargeError */
	add(name: string, bytes: ReadableStream<Uint8Array> | Readable, most?: number): Promise<ImportJob>;
	get(id: string): ImportJob | null;
	/** All that are there, latest first. */
	all(): readonly ImportJob[];
	/** Looks at the file again, read in another way. Resolves when that is done. */
	examine(id: string, read: ReadOptions): Promise<ImportJob | null>;
	/** Starts a dry run or the import itself; while one is under way nothing is started. null: it, or its file, is gone. */
	run(id: string, what: 'try' | 'commit', read: ReadOptions, choice: ImportChoice): ImportJob | null;
	/** Starts taking an entry back. */
	undo(entry: number): ImportJob;
	/** Resolves when nothing is under way any more, or after so long. */
	settled(id: string, milliseconds: number): Promise<ImportJob | null>;
	/** Asks what is under way to stop. */
	cancel(id: string): void;
	/** Stops it and removes its file. */
	remove(id: string): void;
	/** Where the problems of its last run are written; null: there are none yet. */
	problemsOf(id: string): string | null;
}

interface Kept {
	job: ImportJob;
	readonly path: string | null;
	running: RunningImport | null;
	over: Promise<unknown>;
}

/**
 * Imports by the page: the file waits beside the database, the work is done on a thread of its own, and who asks is told how
 * far it is. Nothing of this outlives the server but what was committed.
 */
export function createImportJobs({
	db,
	root,
	account
}: {
	readonly db: string;
	readonly root: string;
	readonly account: string;
}): ImportJobs {
	const kept = new Map<string, Kept>();

	const change = (id: string, patch: Partial<ImportJob>) => {
		const one = kept.get(id);
		if (one) one.job = { ...one.job, ...patch };
	};
	const setState = (id: string, state: JobState) => change(id, { state });

	function keep(job: ImportJob, path: string | null): ImportJob {
		kept.set(job.id, { job, path, running: null, over: Promise.resolve() });
		for (const [id, { job: old }] of kept) if (kept.size > MOST_JOBS && old.state.step !== 'running') remove(id);
		return job;
	}

	function start(id: string, what: 'examine' | 'try' | 'commit' | 'undo', task: ImportTask): void {
		const one = kept.get(id);
		if (!one || one.running) return;
		setState(id, { step: 'running', what, phase: 'looking', done: 0, share: null, stopping: false });
		const running = startImport(task, { root, onmessage: (message) => follow(id, what, message) });
		one.running = running;
		one.over = running.outcome.then((outcome) => {
			one.running = null;
			end(id, outcome);
		});
	}

	function follow(id: string, what: 'examine' | 'try' | 'commit' | 'undo', message: TaskMessage): void {
		const state = kept.get(id)?.job.state;
		if (message.type === 'committed') setState(id, { step: 'done', report: message.report, searching: true });
		else if (message.type === 'progress' && state?.step === 'running') {
			const { phase, done, share } = message;
			setState(id, { step: 'running', what, phase, done, share, stopping: state.stopping });
		}
	}

	function end(id: string, outcome: Outcome): void {
		const one = kept.get(id);
		if (!one) return;
		switch (outcome.type) {
			case 'examined':
				return change(id, { examined: outcome.examined, state: { step: 'ready' } });
			case 'done': {
				const { report } = outcome;
				if (report?.outcome === 'tried') return setState(id, { step: 'tried', report });
				if (one.path !== null) removeStaged(one.path);
				return setState(id, { step: 'done', report, searching: false });
			}
			case 'refused':
				return setState(id, { step: 'refused', refusal: outcome.refusal });
			case 'cancelled':
				return setState(id, { step: 'cancelled' });
			case 'failed':
				// The page says that it failed; the server's log says why.
				console.error(outcome.message);
				return setState(id, { step: 'failed', message: outcome.message.split('\n')[0] ?? '' });
		}
	}

	function remove(id: string): void {
		const one = kept.get(id);
		if (!one) return;
		kept.delete(id);
		one.running?.cancel();
		const { path } = one;
		// What is being read is removed when nobody reads it any more.
		void one.over.then(() => {
			if (path !== null) for (const file of [path, problemsPath(path)]) removeStaged(file);
		});
	}

	async function examineJob(id: string, read: ReadOptions): Promise<ImportJob | null> {
		const one = kept.get(id);
		if (!one || one.path === null || one.running) return one?.job ?? null;
		change(id, { read });
		start(id, 'examine', { task: 'examine', db, path: one.path, name: one.job.name, read });
		await one.over;
		return kept.get(id)?.job ?? null;
	}

	return {
		async add(name, bytes, most) {
			const { path, bytes: length } = await stage(db, bytes, most);
			const choice = { source: undefined, title: undefined, acceptRefused: false };
			const job = keep(
				{ id: randomUUID(), name, bytes: length, read: {}, choice, examined: null, state: { step: 'ready' }, undoes: null },
				path
			);
			return (await examineJob(job.id, {})) ?? job;
		},
		get: (id) => kept.get(id)?.job ?? null,
		all: () => [...kept.values()].map(({ job }) => job).reverse(),
		examine: examineJob,
		run(id, what, read, choice) {
			const one = kept.get(id);
			if (!one || one.path === null || one.running) return one?.job ?? null;
			if (!existsSync(one.path)) return null;
			change(id, { read, choice });
			const { source, title, acceptRefused } = choice;
			start(id, what, {
				task: 'import',
				db,
				path: one.path,
				name: one.job.name,
				read,
				...(source !== undefined && { source }),
				...(title !== undefined && { title }),
				dryRun: what === 'try',
				acceptRefused,
				account,
				problemsPath: problemsPath(one.path)
			});
			return one.job;
		},
		undo(entry) {
			const choice = { source: undefined, title: undefined, acceptRefused: false };
			const job = keep(
				{ id: randomUUID(), name: '', bytes: 0, read: {}, choice, examined: null, state: { step: 'ready' }, undoes: entry },
				null
			);
			start(job.id, 'undo', { task: 'undo', db, entry, account });
			return kept.get(job.id)?.job ?? job;
		},
		async settled(id, milliseconds) {
			const one = kept.get(id);
			if (one) await Promise.race([one.over, new Promise((done) => setTimeout(done, milliseconds))]);
			return kept.get(id)?.job ?? null;
		},
		cancel(id) {
			const one = kept.get(id);
			if (!one?.running) return;
			one.running.cancel();
			if (one.job.state.step === 'running') setState(id, { ...one.job.state, stopping: true });
		},
		remove,
		problemsOf(id) {
			const path = kept.get(id)?.path;
			return path && existsSync(problemsPath(path)) ? problemsPath(path) : null;
		}
	};
}

function problemsPath(path: string): string {
	return `${path}.problems.jsonl`;
}
