import type { DateValue } from '#lib/domain/claim.ts';
import type { Text } from '#lib/domain/text.ts';

/** Where in a file something stands. Rows are counted from 1 as an editor or spreadsheet shows them, headers included. */
export interface ForeignPlace {
	readonly file: string;
	/** Sheet of a workbook, when it has several. */
	readonly sheet?: string;
	/** Line of a text file, row of a sheet, or number of the object in a list. */
	readonly row: number;
	/** Header of the column, or path of the member (`events[3].start_date.month`). */
	readonly column?: string;
}

/**
 * What is wrong or odd at one place. `refused`: the cell (or row, or file) was not taken in as meant; `odd`: taken in,
 * but worth a look. The reader's words are made from `code` and `args` (messages `import.problem-CODE`).
 */
export interface ForeignProblem {
	readonly place: ForeignPlace;
	readonly severity: 'refused' | 'odd';
	/** What is lost: this cell only, the row, or the whole file. */
	readonly reach: 'cell' | 'row' | 'file';
	readonly code: string;
	/** The text as it stands in the file, at most 200 characters. */
	readonly value: string;
	readonly args?: Readonly<Record<string, string | number>>;
}

/** A file is refused as a whole: broken quoting, unknown encoding, not the format it claims to be. */
export class ForeignFileError extends Error {
	override readonly name = 'ForeignFileError';
	readonly problem: ForeignProblem;
	constructor(problem: ForeignProblem) {
		super(`${problem.place.file}:${problem.place.row}: ${problem.code}`);
		this.problem = problem;
	}
}

/** A table of cells as read, before anyone has said what they mean. Text only: nothing is converted on reading. */
export interface ForeignTable {
	readonly columns: readonly string[];
	/** Cells of a row by column; a missing cell is ''. `row` as in ForeignPlace. */
	readonly rows: AsyncIterable<{ readonly row: number; readonly cells: readonly string[] }>;
}

/** A date said of a record, already with its words; or a stage of an agreement with its date. */
export interface ForeignStage {
	readonly stage: string;
	readonly date: DateValue | null;
}

/**
 * A record as a file of others says it: what a mapped row gives, and what readers of formats with a meaning of their own
 * (iCalendar, TimelineJS, vis-timeline, SIMILE, Markwhen) give directly. Names, not ids: the import finds or makes the
 * tracks, topics and actors.
 */
export interface ForeignRecord {
	readonly place: ForeignPlace;
	/** What names it in its file for good (UID, id, key column); null: the hash of what is mapped stands for it. */
	readonly key: string | null;
	readonly kind: 'event' | 'agreement' | 'follow-up';
	readonly title: Text;
	readonly summary?: Text;
	/** Prefixless, as in domain/kinds: `session`, `treaty`. */
	readonly subkind?: string;
	readonly status?: string;
	/** Event's date, or a follow-up's due day. */
	readonly date?: DateValue;
	/** Agreement only. */
	readonly stages?: readonly ForeignStage[];
	/** `where` is a word of `place` already: this is the event's place. */
	readonly location?: Text;
	readonly track?: Text;
	readonly topics?: readonly Text[];
	/** Parties, participants or owners. */
	readonly actors?: readonly Text[];
	/** Where in the file's own references it came from: kept in the claim's `where`. */
	readonly quote?: { readonly text: string; readonly language: 'en' | 'ar' | 'fa' | 'ru' };
	/** Everything the file says that has no field here, by header or member: kept, never dropped. */
	readonly rest?: Readonly<Record<string, string>>;
	/** Problems found in this very row. */
	readonly problems: readonly ForeignProblem[];
}

/** Text fields a column can be mapped to; a language may follow (`title` + `fa`). */
export type TextTarget = 'title' | 'summary' | 'location' | 'track' | 'topics' | 'actors' | 'party-1' | 'party-2';

/** How the cells of a date column are written. Asked per column, never guessed per cell. */
export interface DateReading {
	/** `iso`: 2024-05-01, 2024-05, 2024, EDTF; `dmy`/`mdy`/`ymd`: numbers or month names in that order, any separator; `year`; `excel`: serial day. */
	readonly order: 'iso' | 'dmy' | 'mdy' | 'ymd' | 'year' | 'excel';
	readonly calendar: 'gregorian' | 'persian' | 'islamic';
	/** Cells that say "no end / still in force" (`0/0/0`, `9999-XX-XX`, `2699-01-01`). */
	readonly open?: readonly string[];
	/** Cells that say "not known" (`NA`, `n/a`, `0000-00-00`). */
	readonly unknown?: readonly string[];
	/** Years of two calendars stand in the column: a Gregorian year that looks like one of the Hijra is told as odd. */
	readonly mixed?: true;
}

export type ColumnTarget =
	| {
			readonly to: TextTarget;
			readonly language?: 'en' | 'ar' | 'fa' | 'ru';
			/** Splits several values (`;`, `|`). */ readonly separator?: string;
			/** The text names the row for good as well. */ readonly key?: true;
	  }
	| { readonly to: 'kind' | 'status'; readonly values?: Readonly<Record<string, string>> }
	| { readonly to: 'key' }
	/** `start`/`end` make one span; a stage name makes a stage of an agreement; `due` a follow-up's. `part` for dates in two or three columns. */
	| {
			readonly to: 'date';
			readonly role: 'date' | 'start' | 'end' | 'due' | `stage:${string}`;
			readonly part?: 'year' | 'month' | 'day' | 'time';
			readonly reading: DateReading;
	  }
	| { readonly to: 'words' }
	| { readonly to: 'rest' }
	| { readonly to: 'ignore' };

/** What the columns of one set of headers mean. Remembered by that set. */
export interface Mapping {
	readonly version: 1;
	/** What rows are when no column says so. */
	readonly kind: 'event' | 'agreement' | 'follow-up';
	/** Language of texts when no column says so. */
	readonly language: 'en' | 'ar' | 'fa' | 'ru';
	/** Header → meaning. A header left out is `rest`. */
	readonly columns: Readonly<Record<string, ColumnTarget>>;
	/** Text file: delimiter, quote, encoding where they were not found by looking. */
	readonly delimiter?: string;
	readonly encoding?: string;
	readonly sheet?: string;
	/** Row the headers stand on, from 1. */
	readonly headerRow?: number;
}
