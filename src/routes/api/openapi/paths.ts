import { KIND_SEGMENT, RECORD_KINDS } from '#lib/domain/kinds.ts';
import type { RecordKind } from '#lib/domain/kinds.ts';
import { listOf, mapOf, named, object, oneOf, orNull, text, whole, type JsonSchema } from './json-schema.ts';
import { ASOF, inPath, inQuery, LANG, upTo, VIEW, type Parameter } from './parameters.ts';
import { schemaName } from './record-schemas.ts';

interface Content {
	readonly [type: string]: { readonly schema: JsonSchema };
}

export interface Answer {
	readonly description: string;
	readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
	readonly content?: Content;
}

export interface Operation {
	readonly operationId: string;
	readonly summary: string;
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: { readonly required: true; readonly content: Content };
	readonly responses: Readonly<Record<string, Answer>>;
}

export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export const json = (description: string, schema: JsonSchema): Answer => ({ description, content: { 'application/json': { schema } } });
export const problem = (description: string): Answer => json(description, named('Problem'));
/** Bytes that no schema describes. */
const bytes: JsonSchema = { type: 'string', format: 'binary' };
const SEQ = { 'x-accordline-seq': { description: 'Entry of the ledger the answer is as of.', schema: whole } };
const BAD = { '400': problem('A parameter that is not known or cannot be read.') };
const WAITS = {
	'503': problem('The records are being read after a start, or search is being built; `Retry-After` says when to ask again.')
};

const names = { names: mapOf(named('Text')), spellings: mapOf(listOf(text)), published: mapOf(text) };
const page = (items: JsonSchema, more: Readonly<Record<string, JsonSchema>> = {}) =>
	object({ items: listOf(items), next: { ...orNull(text), description: '`after` of the next page; null: this was the last.' }, ...more });

/** A record of each kind that the seeds hold. */
const EXAMPLES: Readonly<Record<RecordKind, string>> = {
	track: 'iran-russia',
	event: 'wg-5',
	agreement: 'contracts-2025',
	'follow-up': 'clear-obstacles',
	actor: 'abedi',
	source: 'ilna-2025-12-06',
	topic: 'cybersecurity'
};

const records: Paths = Object.fromEntries(
	RECORD_KINDS.flatMap((kind) => {
		const segment = KIND_SEGMENT[kind];
		const name = schemaName(kind);
		const list: Operation = {
			operationId: `list${name}s`,
			summary: `The ${segment}, filtered and sorted by the dashboard's keys, page by page.`,
			parameters: [
				...VIEW,
				upTo('limit', 500, 100, 'Records a page.'),
				inQuery('after', '`next` of the page before.', { ...whole, default: 0 }, 0)
			],
			responses: {
				'200': json(
					'A page.',
					page(named(name), {
						total: whole,
						seq: whole,
						'counts?': object(
							{ certainly: whole, possibly: whole, undated: whole },
							'Only where `in` is asked: records of each certainty, kept or not.'
						)
					})
				),
				...BAD,
				...WAITS
			}
		};
		const one: Operation = {
			operationId: `get${name}`,
			summary: 'One record with its claims, conflicts, inverse links and history.',
			parameters: [inPath('id', 'Id of the record.', EXAMPLES[kind]), ASOF, LANG],
			responses: {
				'200': json('The record.', named('RecordAnswer')),
				'307': { description: 'It was merged into another, whose address this is.' },
				...BAD,
				'404': problem('There is no such record, or it is of another kind.'),
				...WAITS
			}
		};
		return [
			[`/api/v1/${segment}`, { get: list }],
			[`/api/v1/${segment}/{id}`, { get: one }]
		] as const;
	})
);

export const READING_PATHS: Paths = {
	...records,
	'/api/v1/claims': {
		get: {
			operationId: 'listClaims',
			summary: 'Claims in the order of the ledger, page by page.',
			parameters: [
				inQuery('after', 'Id of the last claim of the page before.', text, '1.1'),
				upTo('limit', 500, 100, 'Claims a page.'),
				inQuery('source', 'Only those of one source.', text, 'ilna-2025-12-06'),
				ASOF,
				LANG
			],
			responses: { '200': json('A page.', page(named('ListedClaim'))), ...BAD }
		}
	},
	'/api/v1/date': {
		get: {
			operationId: 'readDate',
			summary: 'How a date as people type or say it is understood: its span, its words, its calendar and the rule.',
			parameters: [
				{
					...inQuery(
						'text',
						'A date in any of the four languages and three calendars, or EDTF.',
						{ type: 'string', maxLength: 500 },
						'5 Dec 2025'
					),
					required: true
				},
				inQuery('said', 'The day on which it was said (EDTF); phrases such as "next year" need it.', text, '2025-12-05'),
				inQuery('calendar', 'Of years and units whose words do not tell it.', oneOf(['gregorian', 'persian', 'islamic']), 'gregorian'),
				LANG
			],
			responses: {
				'200': json('How it was understood.', named('DateReading')),
				'400': json('It was not understood, or can be in several ways.', named('DateProblem'))
			}
		}
	},
	'/api/v1/items': {
		get: {
			operationId: 'getItems',
			summary:
				'Everything the timeline and the tables draw: as JSON with the mask of the view, for some thousand rows; as columns in a binary form, without words, of any size; with `since`, what has changed since.',
			parameters: [
				...VIEW,
				inQuery('since', 'Entry of the ledger the columns in hand stand at.', whole),
				inQuery('form', 'The binary form, where `Accept` cannot be set.', oneOf(['columns']))
			],
			responses: {
				'200': {
					description: 'Rows, columns or a patch.',
					content: {
						'application/json': { schema: { oneOf: [items(), patch()] } },
						'application/vnd.accordline.columns': { schema: bytes }
					}
				},
				...BAD,
				...WAITS
			}
		}
	},
	'/api/v1/rows': {
		get: {
			operationId: 'getRows',
			summary: 'Words of rows by number: what a page that has the columns only still needs of the rows in sight.',
			parameters: [{ ...inQuery('rows', 'Up to 1,000 row numbers.', text, '0-2,5'), required: true }, ASOF, LANG],
			responses: {
				'200': json(
					'The rows that are there.',
					object({ seq: whole, rows: listOf(object({ row: whole, id: text, words: named('Words') })) })
				),
				...BAD,
				...WAITS
			}
		}
	},
	'/api/v1/ranks': {
		get: {
			operationId: 'getRanks',
			summary:
				'Ranks of titles in one language, or of dates, 32-bit numbers, little-endian, one a row: equal ones rank alike, 0xffffffff has none.',
			parameters: [inQuery('by', 'What is ranked.', oneOf(['title', 'date']), 'title'), ASOF, LANG],
			responses: {
				'200': { description: 'Ranks.', headers: SEQ, content: { 'application/octet-stream': { schema: bytes } } },
				...BAD,
				...WAITS
			}
		}
	},
	'/api/v1/matches': {
		get: {
			operationId: 'getMatches',
			summary:
				'Which rows a text finds, as bits: row r is bit r & 7 of byte r >> 3. With words, those of so many rows on top of the view’s table follow the bits, as JSON.',
			parameters: [...VIEW, upTo('words', 200, 0, 'Rows whose words follow the bits.')],
			responses: {
				'200': { description: 'Bits.', headers: SEQ, content: { 'application/octet-stream': { schema: bytes } } },
				...BAD,
				...WAITS
			}
		}
	},
	'/api/v1/facets': {
		get: {
			operationId: 'getFacets',
			summary:
				'Counts by value for every column of the view’s table that can be filtered; a column’s own filter is left out of its counts.',
			parameters: VIEW,
			responses: {
				'200': json(
					'Counts.',
					object({ table: oneOf(['agreements', 'events', 'follow-ups']), facets: mapOf(listOf(named('FacetCount'))), seq: whole })
				),
				...BAD,
				...WAITS
			}
		}
	},
	'/api/v1/search': {
		get: {
			operationId: 'search',
			summary: 'Records of every kind whose text holds all words, the best first.',
			parameters: [
				inQuery('q', 'The words.', { type: 'string', maxLength: 500 }, 'treaty'),
				upTo('limit', 100, 20, 'Records at most.'),
				LANG
			],
			responses: { '200': json('What was found.', object({ items: listOf(named('Found')) })), ...BAD }
		}
	},
	'/api/v1/changes': {
		get: {
			operationId: 'listChanges',
			summary: 'The ledger from an entry on: as JSON, or as Server-Sent Events whose `id:` is the seq.',
			parameters: [
				inQuery('since', 'The entry before the first.', { ...whole, default: 0 }, 0),
				upTo('limit', 1000, 100, 'Entries at most (JSON).'),
				{ name: 'Last-Event-ID', in: 'header', description: 'Seq of the last event had: the stream goes on after it.', schema: whole },
				LANG
			],
			responses: {
				'200': {
					description: 'Entries, or a stream of them that does not end.',
					content: {
						'application/json': { schema: object({ items: listOf(named('Change')), next: orNull(whole), head: whole }) },
						'text/event-stream': { schema: text }
					}
				},
				...BAD
			}
		}
	},
	'/api/v1/scene.svg': {
		get: {
			operationId: 'getScene',
			summary: 'The timeline of a view as a picture.',
			parameters: [
				...VIEW,
				inQuery('width', 'px', { ...whole, minimum: 240, maximum: 8000, default: 1280 }, 900),
				inQuery('height', 'px; 0: as high as it is', { ...whole, maximum: 20_000, default: 0 }, 0),
				inQuery('theme', 'Colours.', oneOf(['light', 'dark']), 'dark')
			],
			responses: { '200': { description: 'The picture.', content: { 'image/svg+xml': { schema: text } } }, ...BAD, ...WAITS }
		}
	},
	'/api/v1/openapi.json': {
		get: {
			operationId: 'getDescription',
			summary: 'This document.',
			responses: { '200': json('OpenAPI 3.1.', { type: 'object', required: ['openapi', 'paths'] }) }
		}
	},
	'/health': {
		get: {
			operationId: 'getHealth',
			summary: 'Whether the store answers, how far the columns are with the ledger, and whether search is ready. Waits for nothing.',
			responses: { '200': json('How it is.', named('Health')) }
		}
	}
};

function items(): JsonSchema {
	return object({
		version: whole,
		seq: whole,
		...names,
		items: listOf(named('Item')),
		mask: { ...listOf({ type: 'integer', enum: [0, 1, 2] }), description: 'By item: 0 no, 1 possibly, 2 certainly in the view.' },
		next: { type: 'null' }
	});
}

function patch(): JsonSchema {
	return object({ seq: whole, ...names, rows: listOf(named('PatchRow')), removed: listOf(text) });
}
