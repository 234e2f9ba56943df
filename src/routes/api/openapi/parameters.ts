import { LANGUAGES } from '#lib/domain/text.ts';
import { oneOf, text, whole, type JsonSchema } from './json-schema.ts';

export interface Parameter {
	readonly name: string;
	readonly in: 'query' | 'path' | 'header';
	readonly description: string;
	readonly required?: true;
	readonly schema: JsonSchema;
	/** A value that is good on the seeds; the test asks with it. */
	readonly example?: string | number;
}

export function inQuery(name: string, description: string, schema: JsonSchema = text, example?: string | number): Parameter {
	return { name, in: 'query', description, schema, ...(example !== undefined && { example }) };
}

export function inPath(name: string, description: string, example: string, schema: JsonSchema = text): Parameter {
	return { name, in: 'path', description, required: true, schema, example };
}

export const LANG = inQuery('lang', 'The reader’s language: order of names, digits.', oneOf(LANGUAGES), 'fa');
export const ASOF = inQuery('asof', 'What this system knew: an entry of the ledger, a day (its end, UTC) or an instant.', text, 1);

export function upTo(name: string, most: number, otherwise: number, description: string): Parameter {
	return inQuery(name, description, { ...whole, minimum: 1, maximum: most, default: otherwise }, 2);
}

/** The keys of a view, as the dashboard's address has them. `f.TABLE.COLUMN` is one of many: it is told in words. */
export const VIEW: readonly Parameter[] = [
	inQuery('t', 'Extent that is looked at, an EDTF interval. It filters nothing.', text, '2025/2026'),
	inQuery('in', 'Only what stands to this EDTF interval as `rel` says, certainly or possibly.', text, '2025'),
	inQuery(
		'rel',
		'How a date must stand to `in`: `overlaps` shares time with it; `during` lies wholly in it; `before` was over when it began; `after` began when it was over, or later; `by` was over by its end, however long ago.',
		oneOf(['overlaps', 'during', 'before', 'after', 'by']),
		'overlaps'
	),
	inQuery('possible', 'Whether what only possibly lies in it is kept.', oneOf(['with', 'without']), 'without'),
	inQuery('undated', 'Whether undated records are kept.', oneOf(['with', 'without']), 'with'),
	inQuery('lanes', 'What the lanes of the timeline stand for.', text, 'track'),
	inQuery(
		'q',
		'All of these words, as a word’s beginning or, from three letters on, inside a word.',
		{ type: 'string', maxLength: 500 },
		'treaty'
	),
	inQuery('track', 'Ids of tracks, with commas; empty between them: not reported.', text, 'iran-russia'),
	inQuery('kind', 'Kinds with their record’s: `event:session`, `agreement`, `follow-up`.', text, 'event:session'),
	inQuery('status', 'Status with its record’s: `event:held`, `agreement:signed`.', text, 'event:held'),
	inQuery('topic', 'Ids of topics.', text, 'cybersecurity'),
	inQuery('actor', 'Ids of actors.', text, 'abedi'),
	inQuery('conflict', 'Only records on which sources differ.', oneOf(['only', 'any']), 'only'),
	inQuery('published', 'Only what was published by this day.', text, '2025-12-31'),
	inQuery('sel', 'Id of the selected record.', text, 'wg-5'),
	inQuery('table', 'The table that is shown.', oneOf(['agreements', 'events', 'follow-ups']), 'events'),
	inQuery(
		'sort',
		'Columns to sort by, with commas; `-` before one turns it round. Dates go by their earliest start; `date.latest` (`due.latest`) by their latest end.',
		text,
		'-date,title'
	),
	inQuery('group', 'Column to group by, or `year`.', text, 'track'),
	inQuery('cols', 'Columns that are shown.', text, 'title,date'),
	inQuery('cal', 'Calendar of dates in words, a second one after a comma.', text, 'gregorian'),
	inQuery('dir', 'Which way time runs.', oneOf(['ltr', 'rtl']), 'ltr'),
	ASOF,
	LANG
];
