import type { RecordBody } from '#lib/domain/record.ts';
import { factsOf, type Facts } from '#lib/filter/facts.ts';
import type { RowWords, WordsSource } from './column-set.ts';

/** What is read of a record, out of its facts. */
export function wordsOfFacts(facts: Pick<Facts, keyof RowWords>): RowWords {
	const { title, summary, place, date, conflictPath, quantities, earlierDates, dateVersions } = facts;
	return { title, summary, place, date, conflictPath, quantities, earlierDates, dateVersions };
}

/** What is read of a record. */
export function wordsOfRecord(body: RecordBody): RowWords {
	return wordsOfFacts(factsOf(body));
}

/** Words of every row; of a row that is gone there are none. */
export interface AllWords extends WordsSource {
	readonly complete: true;
	readonly rows: readonly (RowWords | undefined)[];
}

export function allWords(rows: readonly (RowWords | undefined)[]): AllWords {
	return { complete: true, rows, of: (row) => rows[row] };
}

export function isAllWords(words: WordsSource): words is AllWords {
	return words.complete && 'rows' in words;
}

/** Words of some rows: those put last or asked for last, up to a limit. */
export interface WordsCache extends WordsSource {
	readonly complete: false;
	put(row: number, words: RowWords): void;
	/** Of these rows, the ones whose words are not here. */
	missing(rows: Iterable<number>): number[];
	/** A cache of its own with the same words, but for the rows given: those are left out, or replaced. */
	with(changed: ReadonlyMap<number, RowWords | null>): WordsCache;
}

/** @param limit Rows kept; the ones longest unread go first. */
export function createWordsCache(limit = 5000, kept: Iterable<readonly [number, RowWords]> = []): WordsCache {
	const words = new Map<number, RowWords>(kept);
	const put = (row: number, of: RowWords) => {
		words.delete(row);
		words.set(row, of);
		if (words.size > limit) for (const oldest of words.keys()) if (words.delete(oldest)) break;
	};
	return {
		complete: false,
		put,
		of(row) {
			const found = words.get(row);
			if (found && words.size * 2 > limit) {
				words.delete(row);
				words.set(row, found);
			}
			return found;
		},
		missing: (rows) => [...rows].filter((row) => !words.has(row)),
		with(changed) {
			const copy = createWordsCache(
				limit,
				[...words].filter(([row]) => !changed.has(row))
			);
			for (const [row, of] of changed) if (of) copy.put(row, of);
			return copy;
		}
	};
}

export function isWordsCache(words: WordsSource): words is WordsCache {
	return !words.complete && 'put' in words;
}

/** Words as sent: JSON as they are, what says nothing left out. */
export type WordsJson = Partial<RowWords>;

export function wordsToJson(words: RowWords): WordsJson {
	return Object.fromEntries(Object.entries(words).filter(([, value]) => !saysNothing(value)));
}

export function wordsFromJson(json: WordsJson): RowWords {
	return { ...NO_WORDS, ...json };
}

/** A row of which nothing is said. */
export const NO_WORDS: RowWords = {
	title: {},
	summary: null,
	place: null,
	date: null,
	conflictPath: '',
	quantities: [],
	earlierDates: [],
	dateVersions: []
};

function saysNothing(value: unknown): boolean {
	if (value === null || value === '') return true;
	return typeof value === 'object' && Object.keys(value).length === 0;
}
