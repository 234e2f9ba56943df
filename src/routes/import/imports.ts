import type { ServerContext } from '#lib/server/context.ts';
import { createImportJobs, type ImportJobs } from '#lib/server/transfer/import/import-jobs.ts';
import { laterEdition, pastImports, type PastImport } from '#lib/server/transfer/import/import-list.ts';
import { stagingFolder } from '#lib/server/transfer/import/staging.ts';

const rooms = new WeakMap<ServerContext, ImportJobs>();
const lists = new WeakMap<ServerContext, { readonly head: number; readonly imports: Promise<PastImport[]> }>();

/** The imports under way on this server; null: its store is in memory, where no other thread can reach it. */
export function importJobs(context: ServerContext): ImportJobs | null {
	if (stagingFolder(context.db) === null) return null;
	let jobs = rooms.get(context);
	if (!jobs) rooms.set(context, (jobs = createImportJobs({ db: context.db, root: context.root, account: 'desk' })));
	return jobs;
}

/** Every import of the ledger, oldest first; read again only when the ledger has grown. */
export async function importsSoFar(context: ServerContext): Promise<PastImport[]> {
	const head = await context.store.head();
	let list = lists.get(context);
	if (list?.head !== head) lists.set(context, (list = { head, imports: pastImports(context.store) }));
	return list.imports;
}

/** An import as pages and the API show it. */
export interface PastView {
	readonly entry: number;
	readonly at: string;
	readonly file: string;
	readonly format: string;
	/** Record of the file series; null: the file's claims brought their own sources. */
	readonly source: string | null;
	readonly rows: number | null;
	readonly records: { readonly fresh: number; readonly changed: number; readonly gone: number };
	readonly undone: boolean;
	/** A later edition that stands on this one. */
	readonly later: number | null;
}

/** The imports so far, latest first. */
export async function pastViews(context: ServerContext): Promise<PastView[]> {
	const imports = await importsSoFar(context);
	return imports.toReversed().map(({ seq, at, facts, undone }) => ({
		entry: seq,
		at,
		file: facts.file,
		format: facts.format,
		source: hasSource(facts.format) ? facts.source : null,
		rows: facts.rows ?? null,
		records: { fresh: facts.fresh, changed: facts.changed, gone: facts.gone },
		undone,
		later: laterEdition(imports, seq)?.seq ?? null
	}));
}

/** Our own claims bring their sources along; every other file is one itself. */
function hasSource(format: string): boolean {
	return format !== 'own-lines' && format !== 'own-json';
}

/** Whether an import can be undone by itself: it stands, and no later edition stands on it. */
export async function canUndo(context: ServerContext, entry: number): Promise<boolean> {
	const one = (await pastViews(context)).find((each) => each.entry === entry);
	return one !== undefined && !one.undone && one.later === null;
}

/** A form or program of another site may not write here, whatever the browser lets through. */
export function isOwnSite(request: Request, url: URL): boolean {
	const origin = request.headers.get('origin');
	if (origin !== null) return origin === url.origin;
	const site = request.headers.get('sec-fetch-site');
	return site === null || site === 'same-origin' || site === 'none';
}
