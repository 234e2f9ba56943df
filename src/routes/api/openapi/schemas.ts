import { ORDER_UNITS } from '#lib/domain/order-words.ts';
import { RECORD_KINDS } from '#lib/domain/kinds.ts';
import { LANGUAGES } from '#lib/domain/text.ts';
import { anything, flag, listOf, mapOf, named, number, object, oneOf, orNull, text, whole, type JsonSchema } from './json-schema.ts';
import { RECORD_ANSWER, RECORD_SCHEMAS } from './record-schemas.ts';
import { IMPORT_SCHEMAS } from './import-schemas.ts';

const kind = oneOf(RECORD_KINDS);
const day: JsonSchema = { oneOf: [{ type: 'string', description: 'ISO day, the last one included; `..` is open.' }, { type: 'null' }] };
const date = {
	edtf: { type: 'string', description: 'EDTF (ISO 8601-2), Gregorian.' },
	'words?': named('Text'),
	'said?': text,
	'calendar?': oneOf(['gregorian', 'persian', 'islamic']),
	'rule?': text
};
const value = {
	shape: { const: 'value' },
	value: anything,
	claims: listOf(text),
	by: text,
	'versions?': listOf(named('Version')),
	'earlier?': listOf(named('Version')),
	'decision?': object({ seq: whole, because: text, newer: flag })
};
const claim = {
	id: { type: 'string', pattern: '^\\d+\\.\\d+$' },
	seq: whole,
	record: text,
	kind,
	source: { type: 'string', description: 'Id of a source, or `desk`.' },
	'where?': { type: ['integer', 'string'], description: 'Paragraph from 1, or another place.' } as JsonSchema,
	'said_by?': text,
	'said_on?': text,
	'credibility?': { type: 'integer', minimum: 1, maximum: 6 } as JsonSchema,
	fields: mapOf(anything),
	'quote?': object({ text, language: oneOf(LANGUAGES) }),
	'rest?': mapOf(text),
	'redacted?': flag
};
/** Members of a row that say something; what says nothing is left out. */
const words = {
	'title?': named('Text'),
	'summary?': named('Text'),
	'place?': named('Text'),
	'date?': named('Date'),
	'conflictPath?': text,
	'quantities?': listOf(
		object({ what: text, label: orNull(named('Text')), amount: orNull(named('Range')), words: orNull(named('Text')), conflict: flag })
	),
	'earlierDates?': listOf(named('Date')),
	'dateVersions?': listOf(named('Date'))
};
const row = {
	'planned?': { const: 1 } as JsonSchema,
	'subkind?': text,
	'status?': text,
	'conflicts?': whole,
	'voices?': whole,
	'track?': text,
	'topics?': listOf(text),
	'actors?': listOf(text),
	'sources?': listOf(text),
	'stages?': listOf(text),
	'previous?': text,
	'followsFrom?': text,
	'arisesFrom?': text,
	'partOf?': text,
	'atEvent?': text,
	'ordinal?': whole,
	'order?': listOf(object({ of: text, stands: oneOf(['after', 'before']), same: orNull(oneOf([...ORDER_UNITS])) })),
	...words
};

export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	Problem: object(
		{ error: object({ code: text, message: text, 'parameter?': text, 'value?': text }) },
		'Why a request was not answered: a code for programs, a sentence for people, and the parameter it is about.'
	),
	Text: {
		...object(Object.fromEntries(LANGUAGES.map((language) => [`${language}?`, text])), 'A text by language: any of these, at least one.'),
		minProperties: 0
	},
	Range: object({ min: orNull(number), max: orNull(number) }, 'Null is open; both equal: exact.'),
	Edges: object({ earliestStart: day, latestStart: day, earliestEnd: day, latestEnd: day }, 'The four edges of a date; null is unknown.'),
	Date: object(date),
	DateFlag: object({
		code: oneOf(['weekday-differs', 'calendars-differ', 'words-differ']),
		'weekday?': { ...whole, description: '0 is Sunday.' },
		'edtf?': text,
		'languages?': { ...listOf(oneOf(LANGUAGES)), description: 'Of the words it stands in; only with dates of records.' }
	}),
	DateReading: object({
		edtf: text,
		edges: named('Edges'),
		words: named('Text'),
		calendar: oneOf(['gregorian', 'persian', 'islamic']),
		rule: text,
		flags: listOf(named('DateFlag')),
		'said?': { ...text, description: 'The day said from which the words were counted; only where they are.' }
	}),
	DateProblem: object({
		error: object({
			code: text,
			message: text,
			'parameter?': text,
			'value?': text,
			'position?': { ...whole, description: 'Where in the text, counted in characters of UTF-16 from 0.' },
			'expected?': text,
			'choices?': listOf(object({ edtf: text, calendar: text }))
		})
	}),
	DateWithEdges: object({ ...date, edges: named('Edges') }),
	Version: object({ value: anything, claims: listOf(text), voices: listOf(text) }),
	ResolvedValue: object(value),
	ResolvedField: {
		oneOf: [
			named('ResolvedValue'),
			object({
				shape: { const: 'text' },
				text: named('Text'),
				claims: mapOf(text),
				others: listOf(object({ language: text, text, claim: text }))
			}),
			object({
				shape: { const: 'list' },
				elements: listOf(object({ key: text, members: mapOf(named('ResolvedValue')), claims: listOf(text) }))
			}),
			object({ shape: { const: 'group' }, members: mapOf(named('ResolvedValue')) })
		]
	},
	RecordBody: object({
		id: text,
		kind,
		fields: mapOf(named('ResolvedField')),
		claims: listOf(text),
		sources: listOf(text),
		merged: listOf(text),
		since: whole,
		changed: whole
	}),
	...RECORD_SCHEMAS,
	RecordAnswer: RECORD_ANSWER,
	Claim: object(claim),
	/** In a list every item has its own kind; the kind of the record stands beside it. */
	ListedClaim: object({ ...claim, kind: { const: 'claim' }, record_kind: kind }),
	Change: object(
		{
			id: text,
			kind: { const: 'change' },
			seq: whole,
			at: { type: 'string', format: 'date-time' },
			account: text,
			entry: text,
			count: whole,
			records: listOf(object({ id: text, kind, what: oneOf(['new', 'changed', 'gone']), fields: listOf(text) }))
		},
		'One entry of the ledger: `count` records, of which the first are named.'
	),
	Mark: { ...listOf(whole), description: 'Start and end (exclusive) of what was found, in UTF-16 code units.' },
	Found: object({
		id: text,
		kind,
		title: named('Text'),
		date: { ...orNull(text), description: 'EDTF it is listed under.' },
		by: oneOf(['title', 'spelling', 'summary', 'text', 'name', 'date']),
		marks: mapOf(listOf(named('Mark')), 'Places in the title, by language.'),
		excerpt: orNull(object({ language: orNull(text), text, marks: listOf(named('Mark')) }))
	}),
	FacetCount: object({ value: { type: 'string', description: 'Empty: not reported.' }, count: whole }),
	Words: object(words, 'What is read of a row, not counted.'),
	Item: object({ id: text, kind: oneOf(['event', 'agreement', 'follow-up']), ...row }),
	PatchRow: object({ id: text, kind: { type: 'integer', enum: [0, 1, 2] }, ...row }),
	Health: object({
		status: { const: 'ok' },
		seq: whole,
		columns: { ...orNull(whole), description: 'Entry the columns stand at; null while they are being filled.' },
		progress: { type: 'number', minimum: 0, maximum: 1 },
		search: oneOf(['ready', 'being built']),
		waiting: { ...whole, description: 'Records whose words are not found yet.' }
	}),
	...IMPORT_SCHEMAS
};
