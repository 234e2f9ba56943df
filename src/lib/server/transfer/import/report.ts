import type { ForeignProblem } from '#lib/formats/foreign.ts';
import type { NamedKind } from './names.ts';

/** Problems of each severity that are kept with the report itself; all of them go to the report file. */
const KEPT = 1000;

/** How often one thing was wrong in one column. */
export interface ProblemCount {
	readonly severity: ForeignProblem['severity'];
	readonly reach: ForeignProblem['reach'];
	readonly code: string;
	readonly column: string | null;
	readonly count: number;
}

/** In how many records something has no field. */
export interface KeptCount {
	readonly name: string;
	readonly count: number;
}

/** What an import did, or would do. */
export interface ImportReport {
	readonly file: string;
	readonly format: string;
	/** `unchanged`: nothing to say that is not said already; `tried`: a dry run. */
	readonly outcome: 'committed' | 'tried' | 'unchanged';
	/** Record of the file series, and whether this import made it. */
	readonly source: { readonly id: string; readonly fresh: boolean; readonly title: string };
	/** Entry of the ledger; null: nothing was written. */
	readonly entry: number | null;
	/** Rows read, without headers and blank ones. */
	readonly rows: number;
	readonly records: { readonly fresh: number; readonly changed: number; readonly same: number; readonly gone: number };
	/** Rows not taken in, and rows that say to the letter what another row says. */
	readonly rowsRefused: number;
	readonly rowsDouble: number;
	readonly claims: { readonly said: number; readonly withdrawn: number };
	readonly made: Readonly<Record<NamedKind, number>>;
	readonly found: Readonly<Record<NamedKind, number>>;
	readonly refused: readonly ForeignProblem[];
	readonly odd: readonly ForeignProblem[];
	/** All of them, most frequent first. */
	readonly counts: readonly ProblemCount[];
	/** Columns and members without a field: their values are kept with the records. Most frequent first. */
	readonly kept: readonly KeptCount[];
	readonly seconds: number;
	/** Length of the file, and what the store grew by. */
	readonly bytes: number;
	readonly storeBytes: number | null;
	readonly hash: string;
}

/** Collects problems: the first ones whole, the others as counts; each goes to `write` as it comes. */
export interface ProblemBook {
	see(problem: ForeignProblem): void;
	/** What of a record has no field, by name. */
	keep(rest: Readonly<Record<string, string>> | undefined): void;
	readonly refused: readonly ForeignProblem[];
	readonly odd: readonly ForeignProblem[];
	counts(): ProblemCount[];
	kept(): KeptCount[];
}

export function problemBook(write: (problem: ForeignProblem) => void = () => undefined): ProblemBook {
	const told = { refused: [] as ForeignProblem[], odd: [] as ForeignProblem[] };
	const counts = new Map<string, ProblemCount>();
	const names = new Map<string, number>();
	return {
		...told,
		keep(rest) {
			for (const name of Object.keys(rest ?? {})) {
				// Names come from the file: there may be as many as rows.
				if (names.size < KEPT || names.has(name)) names.set(name, (names.get(name) ?? 0) + 1);
			}
		},
		kept: () => Array.from(names, ([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
		see(problem) {
			write(problem);
			const { severity, reach, code, place } = problem;
			if (told[severity].length < KEPT) told[severity].push(problem);
			// Paths such as `events[3].start_date` name one thing in many places.
			const column = place.column?.replace(/\[\d+\]/gu, '[]') ?? null;
			const key = `${severity}\n${reach}\n${code}\n${column}`;
			counts.set(key, { severity, reach, code, column, count: (counts.get(key)?.count ?? 0) + 1 });
		},
		counts: () => [...counts.values()].sort((a, b) => b.count - a.count)
	};
}
