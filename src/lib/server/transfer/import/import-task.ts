import { createWriteStream, existsSync, statSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ForeignFileError, type ForeignProblem, type Mapping } from '#lib/formats/foreign.ts';
import { LedgerError } from '../../ledger/check-entry.ts';
import { createLedger } from '../../ledger/ledger.ts';
import { openStore } from '../../storage/open-store.ts';
import { StoreError, type Store } from '../../storage/store.ts';
import { examine, type Examined } from './examine.ts';
import { pastImports, rememberedMapping, seriesOf } from './import-list.ts';
import { checkOptions } from './option-scope.ts';
import { formatOf, openFile, type ReadOptions } from './open-file.ts';
import { proposeSeries } from './propose-series.ts';
import { BadMappingError, BadOptionError, UnansweredError, type Question } from './questions.ts';
import type { ImportReport } from './report.ts';
import { ImportRefused, runImport } from './run-import.ts';
import { hashOf } from './staging.ts';

/** Search rows put into the indexes at a time, and the breath in between in which others may write. */
const SEARCH_ROWS = 5000;
const BREATH_MS = 2;

/** What is to be done. Plain data: it is sent to a thread of its own. */
export type ImportTask =
	| {
			readonly task: 'import';
			/** `sqlite:PATH` */
			readonly db: string;
			readonly path: string;
			readonly name: string;
			readonly read: ReadOptions;
			/** A series to continue, `new`, or undefined: the one the file seems to belong to. */
			readonly source?: string;
			readonly title?: string;
			readonly dryRun: boolean;
			readonly acceptRefused: boolean;
			/** Options that say nothing about a file of this format are refused: what somebody has said must not be passed over. */
			readonly strict?: boolean;
			readonly account: string;
			/** Where every problem is written, one JSON a line. */
			readonly problemsPath?: string;
	  }
	| { readonly task: 'examine'; readonly db: string; readonly path: string; readonly name: string; readonly read: ReadOptions }
	| { readonly task: 'undo'; readonly db: string; readonly entry: number; readonly account: string };

/** Why nothing was written. */
export interface Refusal {
	readonly code: string;
	readonly args: Readonly<Record<string, string | number>>;
	readonly problem?: ForeignProblem;
	readonly questions?: readonly Question[];
	/** The mapping the questions are about. */
	readonly mapping?: Mapping;
	readonly report: ImportReport | null;
}

export type TaskMessage =
	| {
			readonly type: 'progress';
			readonly phase: 'looking' | 'reading' | 'working out' | 'search';
			/** Rows, records or search rows done. */
			readonly done: number;
			/** 0–1 of the phase; null where its end is not known. */
			readonly share: number | null;
	  }
	/** The entry stands; search follows. */
	| { readonly type: 'committed'; readonly report: ImportReport }
	| Outcome;

export type Outcome =
	| { readonly type: 'done'; readonly report: ImportReport | null; readonly searchSeconds: number }
	| { readonly type: 'examined'; readonly examined: Examined }
	| { readonly type: 'refused'; readonly refusal: Refusal }
	| { readonly type: 'cancelled' }
	| { readonly type: 'failed'; readonly message: string };

/** Does the task with connections of its own. Never throws: what went wrong is the outcome. */
export async function doTask(
	task: ImportTask,
	{ tell, signal, clock }: { tell: (message: TaskMessage) => void; signal: AbortSignal; clock: () => number }
): Promise<Outcome> {
	let problems: WriteStream | null = null;
	try {
		if (task.task === 'undo') return await undo(task, { tell, clock });
		if (task.task === 'examine') return { type: 'examined', examined: await look(task) };
		if (task.problemsPath !== undefined) problems = createWriteStream(task.problemsPath, { mode: 0o600 });
		return await importFile(task, { tell, signal, clock, onproblem: (problem) => problems?.write(`${JSON.stringify(problem)}\n`) });
	} catch (error) {
		if (signal.aborted) return { type: 'cancelled' };
		const refusal = refusalOf(error);
		if (refusal?.problem) problems?.write(`${JSON.stringify(refusal.problem)}\n`);
		return refusal
			? { type: 'refused', refusal }
			: { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
	} finally {
		problems?.end();
		if (problems) await finished(problems).catch(() => undefined);
	}
}

interface Means {
	readonly tell: (message: TaskMessage) => void;
	readonly signal: AbortSignal;
	readonly clock: () => number;
	readonly onproblem: (problem: ForeignProblem) => void;
}

async function importFile(task: Extract<ImportTask, { task: 'import' }>, { tell, signal, clock, onproblem }: Means): Promise<Outcome> {
	const dbFile = task.db.slice('sqlite:'.length);
	const reading = await openStore(task.db);
	const writing = await openStore(task.db);
	let committed: ImportReport;
	let searchSeconds: number;
	const before = sizeOf(dbFile);
	const begun = clock();
	try {
		tell({ type: 'progress', phase: 'looking', done: 0, share: null });
		const { hash, bytes } = await hashOf(task.path);
		const imports = await pastImports(reading);
		let readBytes = 0;
		const format = task.read.format ?? (await formatOf(task.path, task.name));
		if (task.strict) checkOptions(format, task.read);
		const file = await openFile(
			task.path,
			task.name,
			{ ...task.read, format, leaveOut: task.acceptRefused },
			{
				remembered: (headers) => rememberedMapping(imports, headers),
				onbytes: (length) => (readBytes += length)
			}
		);
		const series =
			task.source === undefined
				? seriesOf(imports, { file: task.name, format: file.format, ...(file.headers !== undefined && { headers: file.headers }), hash })
						?.facts.source
				: task.source;
		const report = await runImport(
			{ reading, writing },
			{
				file,
				name: task.name,
				hash,
				bytes,
				source: series === undefined || series === 'new' ? null : series,
				proposed: task.source === undefined,
				...(task.title !== undefined && { title: task.title }),
				dryRun: task.dryRun,
				acceptRefused: task.acceptRefused,
				account: task.account,
				clock,
				signal,
				onproblem,
				onprogress: ({ phase, done }) => {
					const share = phase === 'reading' && bytes > 0 ? Math.min(1, readBytes / bytes) : null;
					tell({ type: 'progress', phase, done, share });
				}
			}
		);
		committed = { ...report, seconds: Math.round(clock() - begun) / 1000 };
		if (committed.outcome !== 'committed') return { type: 'done', report: committed, searchSeconds: 0 };
		tell({ type: 'committed', report: committed });
		searchSeconds = await buildSearch(writing, { tell, signal, clock });
	} finally {
		await reading.close();
		await writing.close();
	}
	return { type: 'done', report: { ...committed, storeBytes: Math.max(0, sizeOf(dbFile) - before) }, searchSeconds };
}

/** What stands stays: from here on a cancel only leaves the rest of the search to the server. @returns seconds */
async function buildSearch(store: Store, { tell, signal, clock }: Pick<Means, 'tell' | 'signal' | 'clock'>): Promise<number> {
	const started = clock();
	for (let left = 1, done = 0; left > 0 && !signal.aborted; done += SEARCH_ROWS) {
		left = await store.indexSearch(SEARCH_ROWS);
		tell({ type: 'progress', phase: 'search', done, share: done / Math.max(1, done + left) });
		await new Promise((next) => setTimeout(next, BREATH_MS));
	}
	return Math.round(clock() - started) / 1000;
}

async function look({ db, path, name, read }: Extract<ImportTask, { task: 'examine' }>): Promise<Examined> {
	const store = await openStore(db);
	try {
		const imports = await pastImports(store);
		const remembered = (headers: string) => rememberedMapping(imports, headers);
		// Looked at whatever its rows are like: the page shows them, and what can be done.
		const examined = await examine(path, name, { ...read, leaveOut: true }, remembered);
		const { format, table } = examined;
		const marks = { file: name, format, ...(table && { headers: table.headers }), hash: (await hashOf(path)).hash };
		return {
			...examined,
			series: await proposeSeries(store, imports, marks, await readable(path, name, { ...read, format, leaveOut: true }, remembered))
		};
	} finally {
		await store.close();
	}
}

/** The file as it would be read now; null: questions come first. */
async function readable(path: string, name: string, read: ReadOptions, remembered: (headers: string) => unknown) {
	try {
		return await openFile(path, name, read, { remembered, onbytes: () => undefined });
	} catch (error) {
		if (
			error instanceof UnansweredError ||
			error instanceof BadMappingError ||
			error instanceof BadOptionError ||
			error instanceof ForeignFileError
		)
			return null;
		throw error;
	}
}

async function undo(
	{ db, entry, account }: Extract<ImportTask, { task: 'undo' }>,
	{ tell, clock }: Pick<Means, 'tell' | 'clock'>
): Promise<Outcome> {
	const store = await openStore(db);
	try {
		tell({ type: 'progress', phase: 'working out', done: 0, share: null });
		await createLedger(store, { clock, account }).append({ kind: 'undo', entry });
		return { type: 'done', report: null, searchSeconds: 0 };
	} finally {
		await store.close();
	}
}

/** The database and what waits beside it, in bytes. */
function sizeOf(file: string): number {
	return [file, `${file}-wal`].reduce((sum, path) => sum + (existsSync(path) ? statSync(path).size : 0), 0);
}

function refusalOf(error: unknown): Refusal | null {
	if (error instanceof ImportRefused) return { code: error.code, args: error.args, report: error.report };
	if (error instanceof ForeignFileError)
		return { code: error.problem.code, args: error.problem.args ?? {}, problem: error.problem, report: null };
	if (error instanceof UnansweredError)
		return {
			code: 'unanswered',
			args: { count: error.questions.length },
			questions: error.questions,
			mapping: error.mapping,
			report: null
		};
	if (error instanceof BadMappingError) return { code: 'bad-mapping', args: { reason: error.message }, report: null };
	if (error instanceof BadOptionError) return { code: error.code, args: error.args, report: null };
	if (error instanceof LedgerError)
		return { code: error.code === 'already undone' ? 'already-undone' : 'ledger', args: { reason: error.message }, report: null };
	if (error instanceof StoreError)
		return { code: `store-${error.code.replaceAll(' ', '-')}`, args: { message: error.message, file: error.file }, report: null };
	return null;
}
