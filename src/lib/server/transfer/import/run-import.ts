import { DESK, type Claim } from '#lib/domain/claim.ts';
import type { ImportFacts } from '#lib/domain/entry.ts';
import type { Text } from '#lib/domain/text.ts';
import type { ForeignProblem } from '#lib/formats/foreign.ts';
import { problemOf } from '#lib/formats/foreign-reading.ts';
import { textByScript } from '#lib/formats/script-language.ts';
import { appendBulk } from '../../ledger/append-bulk.ts';
import { LedgerError } from '../../ledger/check-entry.ts';
import type { Store } from '../../storage/store.ts';
import { compareEditions, type Comparison } from './compare-editions.ts';
import type { ForeignFile } from './foreign-file.ts';
import { editionsOf, pastImports, sameBytes, takesMostBack, type PastImport } from './import-list.ts';
import { openNameBook, type NameBook } from './names.ts';
import { problemBook, type ImportReport, type ProblemBook } from './report.ts';
import { hasKey } from './said-of-table.ts';
import { seriesIdOf } from './series.ts';

/** More rows refused than this share, and the file is: a wrong mapping must not leave half a file behind. */
export const REFUSED_SHARE = 0.1;

export type RefusalCode = 'too-many-refused' | 'nothing-in-it' | 'ledger' | 'unknown-source' | 'other-file';

/** An import that is refused as a whole. Nothing was written. */
export class ImportRefused extends Error {
	override readonly name = 'ImportRefused';
	readonly code: RefusalCode;
	readonly report: ImportReport | null;
	readonly args: Readonly<Record<string, string | number>>;
	constructor(code: RefusalCode, report: ImportReport | null, args: Readonly<Record<string, string | number>> = {}) {
		super(`${code} ${JSON.stringify(args)}`);
		this.code = code;
		this.report = report;
		this.args = args;
	}
}

/** How far an import has come. */
export interface ImportProgress {
	readonly phase: 'reading' | 'working out';
	/** Rows read, or records worked out. */
	readonly done: number;
}

export interface ImportOptions {
	readonly file: ForeignFile;
	readonly name: string;
	/** SHA-256 of the file, hex, and its length. */
	readonly hash: string;
	readonly bytes: number;
	/** Record of the file series; null: a new one. */
	readonly source: string | null;
	/** Nobody has said that the file continues the series: its name and format did. What would take most of it back is refused then. */
	readonly proposed?: boolean;
	/** Title of a new series; default: what the file calls itself, else its name. */
	readonly title?: string;
	readonly dryRun?: boolean;
	/** Take in what can be, however many rows are refused. */
	readonly acceptRefused?: boolean;
	readonly account: string;
	/** Milliseconds since 1970. */
	readonly clock: () => number;
	readonly signal?: AbortSignal;
	readonly onprogress?: (progress: ImportProgress) => void;
	/** Told of every problem, as it is found. */
	readonly onproblem?: (problem: ForeignProblem) => void;
}

/**
 * Reads a file and writes what it says as ONE entry of the ledger, or nothing: one source, repeatable, undoable as a whole.
 * What an earlier edition of the same series said and this one does not is taken back by the same entry.
 * @param reading a connection of its own, for the ledger's is inside a transaction for as long as the file is read
 * @param writing the store the entry goes to
 * @throws ImportRefused, ForeignFileError; StoreError `busy`; what `signal` was aborted with. Nothing is written then.
 */
export async function runImport({ reading, writing }: { reading: Store; writing: Store }, options: ImportOptions): Promise<ImportReport> {
	const { file, signal } = options;
	const imports = await pastImports(reading);
	const source = options.source ?? seriesIdOf(options.name, options.hash, options.clock());
	const editions = editionsOf(imports, source);
	const book = problemBook(options.onproblem);
	const names = await openNameBook(reading, source);
	const known = await reading.record(source);
	if (options.source !== null && known?.kind !== 'source' && editions.length === 0)
		throw new ImportRefused('unknown-source', null, { source });
	const called = known?.fields['title'];
	const title: Text = called?.shape === 'text' ? called.text : titleFor(options);
	const about: Claim[] = known ? [] : [{ record: source, kind: 'source', source: DESK, fields: { title } }];
	const report = reportMaker({ ...options, source, fresh: known === null && editions.length === 0, title }, book, names);

	const last = editions.at(-1);
	tellTwin(imports, source, options, book);
	if (last && saysTheSameFile(last, options)) {
		return report({ ...nothing, rows: last.facts.rows ?? 0, same: standingRecords(last) }, 'unchanged', null);
	}
	const compared = await compareEditions({
		reading,
		source,
		editions,
		file,
		book,
		names,
		onrows: (done) => options.onprogress?.({ phase: 'reading', done })
	});
	const claims = compared.claims(about, signal);
	const check = () => {
		const { rows, rowsRefused, accepted } = compared.counts();
		if (accepted === 0) throw new ImportRefused('nothing-in-it', report(compared.counts(), 'tried', null), { rows });
		const { gone, had } = compared.counts();
		if (last && options.proposed && takesMostBack(had, gone)) {
			const args = { gone, kept: had, source, file: options.name };
			throw new ImportRefused('other-file', report(compared.counts(), 'tried', null), args);
		}
		// What formats with a meaning of their own hold beside records (free and busy times, journals) says nothing of the rest.
		const isTable = file.mapping !== undefined || file.format.startsWith('own-');
		if (isTable && rowsRefused > rows * REFUSED_SHARE && !options.acceptRefused && !options.dryRun) {
			throw new ImportRefused('too-many-refused', report(compared.counts(), 'tried', null), { rows, refused: rowsRefused });
		}
	};
	const tellKeyless = () => {
		const { fresh, gone } = compared.counts();
		const { mapping, unique = [] } = file;
		if (!last || !mapping || hasKey(mapping) || fresh === 0 || gone === 0) return;
		const code = unique.length > 0 ? 'no-key' : 'no-key-to-name';
		book.see(
			problemOf({ file: options.name, row: mapping.headerRow ?? 1 }, 'odd', 'file', code, '', { name: unique.slice(0, 5).join(', ') })
		);
	};
	async function* checked(): AsyncGenerator<readonly Claim[]> {
		yield* claims;
		tellKeyless();
		check();
	}

	if (options.dryRun) {
		for await (const _ of checked()) signal?.throwIfAborted();
		return report(compared.counts(), 'tried', null);
	}
	try {
		const { entry } = await appendBulk(writing, checked(), options, {
			note: 'import',
			import: () => factsOf(options, source, compared.counts()),
			withdraws: () => compared.withdraws(),
			...(signal && { signal }),
			onprogress: ({ phase, done }) => {
				if (phase === 'working out') options.onprogress?.({ phase, done });
			}
		});
		return report(compared.counts(), 'committed', entry.seq);
	} catch (error) {
		if (error instanceof LedgerError && error.code === 'nothing said') return report(compared.counts(), 'unchanged', null);
		if (error instanceof LedgerError) {
			book.see(problemOf({ file: options.name, row: 1 }, 'refused', 'file', 'ledger', error.message));
			throw new ImportRefused('ledger', report(compared.counts(), 'tried', null), { reason: error.message });
		}
		throw error;
	}
}

type Counts = ReturnType<Comparison['counts']>;

const nothing: Counts = {
	rows: 0,
	accepted: 0,
	rowsRefused: 0,
	rowsDouble: 0,
	fresh: 0,
	changed: 0,
	had: 0,
	same: 0,
	gone: 0,
	said: 0,
	withdrawn: 0
};

/** What a new series is called. */
function titleFor({ title, file, name }: ImportOptions): Text {
	return (title ? textByScript(title) : file.title) ?? textByScript(name) ?? { en: name };
}

/** The same bytes read the same way say the same. */
function saysTheSameFile({ facts }: PastImport, { hash, file }: ImportOptions): boolean {
	return facts.hash === hash && facts.format === file.format && JSON.stringify(facts.mapping) === JSON.stringify(file.mapping);
}

/** The same bytes under another name, as browsers call what they load a second time: said, whichever series they go to. */
function tellTwin(imports: readonly PastImport[], source: string, { hash, name, file }: ImportOptions, book: ProblemBook): void {
	const own = editionsOf(imports, source).at(-1);
	const isOwn = own?.facts.hash === hash;
	const twin = isOwn ? own : sameBytes(imports, hash, source);
	if (!twin || twin.facts.format !== file.format || (isOwn && twin.facts.file === name)) return;
	const code = isOwn ? 'same-file' : 'same-file-again';
	book.see(problemOf({ file: name, row: 1 }, 'odd', 'file', code, '', { name: twin.facts.file, number: twin.seq }));
}

function standingRecords({ facts }: PastImport): number {
	return facts.fresh + facts.changed + (facts.same ?? 0);
}

function factsOf({ name, hash, bytes, file }: ImportOptions, source: string, counts: Counts): ImportFacts {
	const { rows, fresh, changed, same, gone } = counts;
	return {
		source,
		file: name,
		hash,
		format: file.format,
		...(file.headers !== undefined && { headers: file.headers }),
		...(file.mapping && { mapping: file.mapping }),
		rows,
		bytes,
		fresh,
		changed,
		same,
		gone
	};
}

function reportMaker(
	of: Omit<ImportOptions, 'source' | 'title'> & { readonly source: string; readonly fresh: boolean; readonly title: Text },
	book: ProblemBook,
	names: NameBook
) {
	const started = of.clock();
	return (counts: Counts, outcome: ImportReport['outcome'], entry: number | null): ImportReport => ({
		file: of.name,
		format: of.file.format,
		outcome,
		source: { id: of.source, fresh: of.fresh, title: Object.values(of.title)[0] ?? of.name },
		entry,
		rows: counts.rows,
		records: { fresh: counts.fresh, changed: counts.changed, same: counts.same, gone: counts.gone },
		rowsRefused: counts.rowsRefused,
		rowsDouble: counts.rowsDouble,
		claims: { said: counts.said, withdrawn: counts.withdrawn },
		made: { ...names.made },
		found: { ...names.found },
		refused: book.refused,
		odd: book.odd,
		counts: book.counts(),
		kept: book.kept(),
		seconds: Math.round(of.clock() - started) / 1000,
		bytes: of.bytes,
		storeBytes: null,
		hash: of.hash
	});
}
