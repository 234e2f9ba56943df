import type { Text } from '#lib/domain/text.ts';
import { ForeignFileError, type ForeignPlace, type ForeignProblem, type ForeignRecord } from './foreign.ts';

/** A file of records as read. `problems` is whole once `records` has been walked to its end; problems of rows stand in the rows. */
export interface ForeignReading {
	readonly title?: Text;
	readonly records: Iterable<ForeignRecord>;
	/** What belongs to no record: components left out, lines not understood. */
	readonly problems: readonly ForeignProblem[];
}

/** Longest value a problem shows, as the contract has it. */
const LONGEST_VALUE = 200;

/** A value as a problem shows it. */
export function shownValue(value: unknown): string {
	const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

export function problemOf(
	place: ForeignPlace,
	severity: ForeignProblem['severity'],
	reach: ForeignProblem['reach'],
	code: string,
	value: unknown,
	args?: ForeignProblem['args']
): ForeignProblem {
	return { place, severity, reach, code, value: shownValue(value), ...(args && { args }) };
}

/** Throws: the file as a whole is refused. */
export function refuseFile(file: string, row: number, code: string, value: unknown, args?: ForeignProblem['args']): never {
	throw new ForeignFileError(problemOf({ file, row }, 'refused', 'file', code, value, args));
}

/** What the members of a row leave over: kept by name, as text; nothing is empty. */
export function restOf(entries: Iterable<readonly [string, unknown]>): { readonly rest?: Readonly<Record<string, string>> } {
	const rest: Record<string, string> = {};
	for (const [name, value] of entries) {
		if (value === undefined || value === null || value === '') continue;
		rest[name] = typeof value === 'string' ? value : JSON.stringify(value);
	}
	return Object.keys(rest).length > 0 ? { rest } : {};
}
