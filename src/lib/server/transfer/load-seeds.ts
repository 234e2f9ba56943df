import type { EntryBody } from '#lib/domain/entry.ts';
import { readSeeds } from './read-seeds.ts';
import type { SeedProblem } from './seed-row.ts';

/** Seeds that cannot be loaded. Nothing was: a load is one entry of the ledger, or none. */
export class SeedError extends Error {
	readonly problems: readonly SeedProblem[];

	constructor(folder: string, problems: readonly SeedProblem[]) {
		super(`The seeds in ${folder} were not loaded, not even in part:\n${problems.map(problemLine).join('\n')}`);
		this.name = 'SeedError';
		this.problems = problems;
	}
}

/** `file:line: reason (place)`: the form editors can jump to. */
export function problemLine({ file, line, path, reason }: SeedProblem): string {
	return `${file}:${line}: ${reason}${path ? ` (${path})` : ''}`;
}

/** Loads a folder of seeds as ONE entry, so that no reader ever sees half of them. @throws SeedError when a single row is bad. */
export async function loadSeeds({ folder, append }: { folder: string; append: (body: EntryBody) => Promise<unknown> }): Promise<number> {
	const { rows, problems } = readSeeds(folder);
	if (problems.length > 0) throw new SeedError(folder, problems);
	if (rows.length > 0) await append({ kind: 'claims', claims: rows.map((row) => row.claim), note: 'seeds' });
	return rows.length;
}
