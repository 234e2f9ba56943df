import type { ImportFacts } from '#lib/domain/entry.ts';
import type { Store } from '../../storage/store.ts';

/** An import as the ledger tells it. */
export interface PastImport {
	readonly seq: number;
	/** ISO instant, UTC. */
	readonly at: string;
	readonly account: string;
	readonly facts: ImportFacts;
	/** Claims made, and claims of earlier editions taken back. */
	readonly claims: number;
	readonly withdrawn: number;
	readonly undone: boolean;
}

/** Every import of the ledger, oldest first. */
export async function pastImports(store: Store): Promise<PastImport[]> {
	const found: Omit<PastImport, 'undone'>[] = [];
	for await (const { seq, at, account, body } of store.entries(0)) {
		if (body.kind !== 'claims' || !body.import) continue;
		found.push({
			seq,
			at,
			account,
			facts: body.import,
			claims: body.apart ?? body.claims.length,
			withdrawn: body.withdraws?.length ?? 0
		});
	}
	const undone = await store.undone(found.map(({ seq }) => seq));
	return found.map((each) => ({ ...each, undone: undone.has(each.seq) }));
}

/** The editions of one file series that stand, oldest first. */
export function editionsOf(imports: readonly PastImport[], source: string): PastImport[] {
	return imports.filter(({ facts, undone }) => facts.source === source && !undone);
}

/** What is known of a file before its series is: enough to recognise it. */
export interface FileMarks {
	readonly file: string;
	readonly format: string;
	readonly headers?: string;
	/** SHA-256 of its bytes, hex. */
	readonly hash?: string;
}

/**
 * The series that a file seems to continue: the one whose latest edition has the very same bytes, whatever it was called, else
 * the last import of the same format under the same name and, of a table, with the same headers. A proposal; who imports decides.
 */
export function seriesOf(imports: readonly PastImport[], { file, format, headers, hash }: FileMarks): PastImport | null {
	const alike = imports.filter(({ facts, undone }) => !undone && facts.format === format && facts.headers === headers);
	const same = hash === undefined ? undefined : sameBytes(alike, hash);
	return same ?? alike.findLast(({ facts }) => facts.file === file) ?? null;
}

/** The import of these bytes that still is the latest edition of its series. */
export function sameBytes(imports: readonly PastImport[], hash: string, but?: string): PastImport | undefined {
	return imports.findLast(
		(each) =>
			!each.undone && each.facts.hash === hash && each.facts.source !== but && editionsOf(imports, each.facts.source).at(-1) === each
	);
}

/** Records taken back at once that are more than a few. */
const FEW = 3;

/**
 * Whether a file of a known name looks like another file: it would take back more than half of what the series says, and at
 * least a few records, or all of two. @param kept records it speaks of again
 */
export function takesMostBack(kept: number, gone: number): boolean {
	return gone > kept && gone >= (kept === 0 ? FEW - 1 : FEW);
}

/** The mapping last used for this set of headers, whatever came of that import. */
export function rememberedMapping(imports: readonly PastImport[], headers: string): unknown {
	return imports.findLast(({ facts }) => facts.headers === headers && facts.mapping !== undefined)?.facts.mapping ?? null;
}

/** The later edition that must be undone before this one; null: this one can be undone by itself. */
export function laterEdition(imports: readonly PastImport[], seq: number): PastImport | null {
	const source = imports.find((each) => each.seq === seq)?.facts.source;
	return imports.findLast((each) => each.seq > seq && !each.undone && each.facts.source === source) ?? null;
}
