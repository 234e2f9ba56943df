import type { Mapping } from '#lib/formats/foreign.ts';

/** Something a file leaves open. */
export interface Question {
	readonly about: 'encoding' | 'delimiter' | 'date-order' | 'calendar' | 'key' | 'title' | 'kind' | 'language';
	readonly column?: string;
	/** Nothing goes in before it is answered; else the mapping holds a fair guess. */
	readonly required: boolean;
	/** Answers to choose from, the likeliest first. */
	readonly candidates: readonly string[];
	/** Cells it is about, and how each answer would read them: one reading a cell, as EDTF; '' where it could not. */
	readonly cells?: readonly string[];
	readonly readings?: Readonly<Record<string, readonly string[]>>;
}

/** A file cannot be read before these are answered. Nothing was written. */
export class UnansweredError extends Error {
	override readonly name = 'UnansweredError';
	readonly questions: readonly Question[];
	/** What the columns seem to mean, with the questions left open. */
	readonly mapping: Mapping | undefined;

	constructor(questions: readonly Question[], mapping?: Mapping) {
		super(`unanswered: ${questions.map(({ about, column }) => (column === undefined ? about : `${about} (${column})`)).join(', ')}`);
		this.questions = questions;
		this.mapping = mapping;
	}
}

/** A mapping that cannot be used. `message` names the member and what would do. */
export class BadMappingError extends Error {
	override readonly name = 'BadMappingError';
}

export type BadOption = 'unknown-encoding' | 'option-not-for-format' | 'option-in-mapping' | 'no-such-column';

/** An option that cannot be followed. Nothing was written; the reader's words are made from `code` and `args` (messages `import.refused-CODE`). */
export class BadOptionError extends Error {
	override readonly name = 'BadOptionError';
	readonly code: BadOption;
	readonly args: Readonly<Record<string, string>>;
	constructor(code: BadOption, args: Readonly<Record<string, string>>) {
		super(`${code} ${JSON.stringify(args)}`);
		this.code = code;
		this.args = args;
	}
}
