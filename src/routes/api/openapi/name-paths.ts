import { ACTOR_KINDS, RECORD_KINDS } from '#lib/domain/kinds.ts';
import { flag, listOf, mapOf, named, number, object, oneOf, orNull, text, whole, type JsonSchema } from './json-schema.ts';
import { inQuery, LANG, upTo } from './parameters.ts';
import { json, problem, type Paths } from './paths.ts';

const share: JsonSchema = { ...number, minimum: 0, maximum: 1 };
const HOW = ['same-spelling', 'same-consonants', 'near-consonants'] as const;
const because: JsonSchema = { ...text, description: 'Why, kept with it.', maxLength: 500 };
const pair = object({ one: text, other: text });
const entry = json('Done, as this entry of the ledger.', object({ seq: whole }));
const body = (schema: JsonSchema) => ({ required: true as const, content: { 'application/json': { schema } } });
const REFUSED = {
	'400': problem('The body cannot be read.'),
	'403': problem('Others can reach this server, or the request came from another site: nothing is written.'),
	'404': problem('There is no such record.'),
	'409': problem('It cannot be done: no actor, one and the same, or not as it stands now.')
};

const reason: JsonSchema = {
	oneOf: [
		object({
			code: oneOf(HOW),
			pairs: listOf(
				object({
					left: text,
					right: text,
					score: share,
					leftSounds: { ...text, description: 'Sounds laid side by side, as written, parted by spaces.' },
					rightSounds: text
				})
			)
		}),
		object({ code: { const: 'other-order', description: 'The words stand in another order, which no comma explains.' } }),
		object({ code: { const: 'part-of-name' }, alone: listOf(text) }),
		object({
			code: { const: 'same-office' },
			organisation: text,
			title: text,
			words: { oneOf: [named('Text'), { type: 'object', additionalProperties: false }] },
			when: oneOf(['same-time', 'other-time', 'unknown'])
		}),
		object({ code: { const: 'same-record' }, record: text })
	]
};
const card = object({
	id: text,
	title: { type: 'object' },
	kind: orNull(oneOf(ACTOR_KINDS)),
	claims: whole,
	spellings: listOf(object({ text, language: orNull(text), sources: listOf(text) })),
	roles: listOf(object({ organisation: text, title: text, words: { type: 'object' } }))
});

/** Schemas of names that may be one. */
export const NAME_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	NameProposal: object(
		{
			id: text,
			kind: { const: 'proposal' },
			from: { ...text, description: 'Actor that would be joined.' },
			into: { ...text, description: 'Actor that would keep its address.' },
			fromName: text,
			intoName: text,
			likeness: share,
			strength: oneOf(['strong', 'likely', 'weak']),
			reasons: listOf(reason),
			person: { ...whole, description: 'Proposals of one number are about one person or body.' },
			rival: { ...flag, description: 'Another proposal fits one of the two better, and both cannot hold.' }
		},
		'Two actors whose names may be one. Nothing is joined by itself.'
	),
	Names: object({
		items: listOf(named('NameProposal')),
		next: orNull(whole),
		seq: whole,
		count: whole,
		joined: listOf(object({ from: text, into: text, title: { type: 'object' }, seq: whole, at: text, because: text })),
		apart: listOf(object({ one: text, other: text, because: text, at: text })),
		spelled: listOf(
			object({
				id: text,
				spellings: listOf(object({ text, language: orNull(text) })),
				likeness: share,
				how: oneOf(HOW),
				unlike: listOf(text)
			})
		),
		actors: mapOf(card),
		titles: mapOf(object({ kind: oneOf(RECORD_KINDS), title: { type: 'object' } }))
	})
};

/** Names that may be one. */
export const NAME_PATHS: Paths = {
	'/api/v1/names/proposals': {
		get: {
			operationId: 'listNameProposals',
			summary: 'Actors whose names may be one, the likeliest first, with reasons; joins, pairs kept apart, people of several spellings.',
			parameters: [upTo('limit', 500, 100, 'How many proposals.'), inQuery('after', '`next` of the page before.', whole, 0), LANG],
			responses: {
				'200': json('Proposals.', named('Names')),
				'400': problem('A parameter that is not known or cannot be read.'),
				'503': problem('Very many names are being compared for the first time; `Retry-After` says when to ask again.')
			}
		}
	},
	'/api/v1/names/join': {
		post: {
			operationId: 'joinNames',
			summary: 'Joins two actors, as one entry of the ledger. The old address leads to the new one.',
			requestBody: body(object({ from: text, into: text, 'because?': because })),
			responses: { '201': entry, ...REFUSED }
		}
	},
	'/api/v1/names/apart': {
		post: {
			operationId: 'keepNamesApart',
			summary: 'Remembers that two actors are two: they are not proposed again.',
			requestBody: body(object({ one: text, other: text, 'because?': because })),
			responses: { '201': json('Remembered.', object({ one: text, other: text, because: text, at: text })), ...REFUSED }
		}
	},
	'/api/v1/names/undo': {
		post: {
			operationId: 'undoNames',
			summary: 'Takes a join back (`from`, `into`), as an entry of its own, or lets two be proposed again (`one`, `other`).',
			requestBody: body({ oneOf: [object({ from: text, into: text }), pair] }),
			responses: { '200': json('They may be proposed again.', pair), '201': entry, ...REFUSED }
		}
	}
};
