import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateClaim } from '#lib/domain/validate-claim.ts';
import { checkReferences } from './check-references.ts';
import type { SeedProblem, SeedRow } from './seed-row.ts';

export interface SeedReading {
	readonly rows: readonly SeedRow[];
	readonly problems: readonly SeedProblem[];
}

/** Reads every `.jsonl` file of a folder, in the order of their names, and checks each row and what the rows say of each other. */
export function readSeeds(folder: string): SeedReading {
	const rows: SeedRow[] = [];
	const problems: SeedProblem[] = [];
	const seen = new Map<string, SeedRow>();
	const files = readdirSync(folder)
		.filter((name) => name.endsWith('.jsonl'))
		.sort();
	for (const file of files) {
		for (const [index, text] of readFileSync(join(folder, file), 'utf8').split(/\r?\n/).entries()) {
			if (text.trim() === '') continue;
			const line = index + 1;
			const parsed = parseLine(text);
			if ('reason' in parsed) {
				problems.push({ file, line, path: '', code: 'json', reason: parsed.reason });
				continue;
			}
			const result = validateClaim(parsed.value);
			if ('problems' in result) {
				for (const { path, code, message } of result.problems) problems.push({ file, line, path, code, reason: message });
				continue;
			}
			const row = { claim: result.claim, file, line };
			const same = seen.get(JSON.stringify(result.claim));
			if (same) problems.push({ file, line, path: '', code: 'double', reason: `the same claim stands in ${same.file}:${same.line}` });
			else seen.set(JSON.stringify(result.claim), row);
			rows.push(row);
		}
	}
	return { rows, problems: [...problems, ...checkReferences(rows)] };
}

function parseLine(text: string): { readonly value: unknown } | { readonly reason: string } {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		return { reason: `not JSON: ${(error as Error).message}` };
	}
}
