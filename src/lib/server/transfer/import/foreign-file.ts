import type { Claim } from '#lib/domain/claim.ts';
import type { Text } from '#lib/domain/text.ts';
import type { ForeignPlace, ForeignProblem, ForeignRecord, Mapping } from '#lib/formats/foreign.ts';

/** What a file gives, one after the other. Claims come from our own files only. */
export type ForeignRow =
	| { readonly record: ForeignRecord }
	| { readonly claim: Claim; readonly place: ForeignPlace }
	| { readonly problem: ForeignProblem }
	/** A row that was refused, but whose key is known: what an earlier edition said of it stands. */
	| { readonly keeps: string };

/** A file whose format is known and whose questions are answered: ready to be read from its beginning to its end. */
export interface ForeignFile {
	readonly format: string;
	/** Of tables: names the set of headers, and what they mean. */
	readonly headers?: string;
	readonly mapping?: Mapping;
	/** Columns that could name a row for good, where the mapping says of none that it does. */
	readonly unique?: readonly string[];
	/** What the file calls itself. */
	readonly title?: Text;
	/** Read anew at every call. @throws ForeignFileError where the file cannot be read on. */
	rows(): AsyncIterable<ForeignRow>;
}
