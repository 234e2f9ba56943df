import { listOf, mapOf, named, object, oneOf, orNull, text, whole, type JsonSchema } from './json-schema.ts';
import { inPath, LANG, type Parameter } from './parameters.ts';
import { json, problem, type Operation, type Paths } from './paths.ts';

const body = (schema: JsonSchema) => ({ required: true as const, content: { 'application/json': { schema } } });
const step = object({ id: text, view: text, caption: named('StageWords'), notes: named('StageWords') });
const kept = { title: named('StageWords'), steps: listOf(step), revision: whole };
const state = object({
	step: text,
	view: text,
	blank: { type: 'boolean' },
	pointer: orNull(object({ x: { type: 'number', minimum: 0 }, y: { type: 'number', minimum: 0 } }))
});
const NO_DECK = { '404': problem('There is no such deck.') };
const NO_ROOM = { '404': problem('There is no such room, or it has ended.') };
const WRITES = {
	'400': problem('The body cannot be read; `parameter` says which part of it.'),
	'403': problem('Others can reach this server, or the request came from another site: nothing is written.')
};
const DECK: Parameter = inPath('id', 'Id of the deck.', 'deck');
const ROOM: Parameter = inPath('token', 'Token of the room.', 'room');

const steps: Operation = {
	operationId: 'addStep',
	summary: 'Adds a view behind the steps of a deck.',
	parameters: [DECK],
	requestBody: body(object({ view: text, 'caption?': named('StageWords'), 'notes?': named('StageWords') })),
	responses: { '201': json('The step.', object({ id: text, n: whole, revision: whole })), ...WRITES, ...NO_DECK }
};

export const DECK_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	StageWords: mapOf(text, 'Words by language (`en`, `ar`, `fa`, `ru`), any of them or none.'),
	Deck: object({ kind: oneOf(['deck']), id: text, changed: text, ...kept })
};

/** Decks, and the rooms in which they are followed. */
export const DECK_PATHS: Paths = {
	'/api/v1/decks': {
		get: {
			operationId: 'listDecks',
			summary: 'All decks, last changed first.',
			parameters: [LANG],
			responses: {
				'200': json('The decks.', object({ items: listOf(named('Deck')), next: { type: 'null' } })),
				'400': problem('A parameter that is not known.')
			}
		},
		post: {
			operationId: 'makeDeck',
			summary: 'A new deck.',
			requestBody: body(object({ title: named('StageWords'), 'steps?': listOf(step) })),
			responses: { '201': json('The deck.', object({ id: text, ...kept })), ...WRITES }
		}
	},
	'/api/v1/decks/{id}': {
		get: {
			operationId: 'getDeck',
			summary: 'A deck.',
			parameters: [DECK, LANG],
			responses: { '200': json('The deck.', named('Deck')), '400': problem('A parameter that is not known.'), ...NO_DECK }
		},
		put: {
			operationId: 'putDeck',
			summary: 'Puts a deck in the place of the revision it was made from.',
			parameters: [DECK],
			requestBody: body(object(kept)),
			responses: {
				'200': json('The deck.', object({ id: text, ...kept })),
				'409': problem('It has been changed meanwhile.'),
				...WRITES,
				...NO_DECK
			}
		},
		delete: {
			operationId: 'deleteDeck',
			summary: 'Deletes a deck, and ends the rooms in which it is followed.',
			parameters: [DECK],
			responses: { '204': { description: 'It is gone.' }, '403': WRITES['403'], ...NO_DECK }
		}
	},
	'/api/v1/decks/{id}/steps': { post: steps },
	'/api/v1/decks/{id}/pptx': {
		get: {
			operationId: 'exportDeck',
			summary: 'A deck as slides of native shapes, each step under its caption and with its notes, in one language.',
			parameters: [DECK, LANG],
			responses: {
				'200': {
					description: 'A presentation.',
					content: {
						'application/vnd.openxmlformats-officedocument.presentationml.presentation': { schema: { type: 'string', format: 'binary' } }
					}
				},
				'400': problem('A parameter that is not known.'),
				'409': problem('The deck has no steps yet.'),
				...NO_DECK
			}
		}
	},
	'/api/v1/rooms': {
		post: {
			operationId: 'openRoom',
			summary:
				'Opens a room in which others follow a deck. The key is told once: only it moves the room. `reach` is other than `all` where only this machine reaches it.',
			requestBody: body(object({ deck: text, 'state?': state })),
			responses: {
				'201': json(
					'The room.',
					object({ token: text, key: text, address: text, reach: oneOf(['all', 'listens-here', 'named-here']), deck: whole })
				),
				...WRITES,
				...NO_DECK
			}
		}
	},
	'/api/v1/rooms/{token}': {
		get: {
			operationId: 'getRoom',
			summary:
				'What a room shows now, how many follow, and the revision of its deck. As it comes: Server-Sent Events at `/follow/TOKEN/events`.',
			parameters: [ROOM],
			responses: { '200': json('The room.', object({ state, n: whole, followers: whole, deck: whole })), ...NO_ROOM }
		},
		post: {
			operationId: 'moveRoom',
			summary: 'Shows something else in a room; what is `passing` (a pointer that moves) is told and not kept.',
			parameters: [ROOM],
			requestBody: body(object({ key: text, state, 'passing?': { type: 'boolean' } })),
			responses: {
				'200': json('Those who follow, and the revision of the deck.', object({ followers: whole, deck: whole })),
				...WRITES,
				...NO_ROOM
			}
		},
		delete: {
			operationId: 'closeRoom',
			summary: 'Ends a room.',
			parameters: [ROOM, { name: 'x-room-key', in: 'header', description: 'The room’s key.', schema: text }],
			responses: { '204': { description: 'It has ended.' }, '403': WRITES['403'], ...NO_ROOM }
		}
	}
};
