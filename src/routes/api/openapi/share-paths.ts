import { MONTH_NAMES } from '#lib/language/month-names.ts';
import { flag, listOf, named, object, oneOf, orNull, text, whole, type JsonSchema } from './json-schema.ts';
import { inPath, LANG } from './parameters.ts';
import { json, problem, type Paths } from './paths.ts';

const TOKEN = inPath('token', 'Token of the link.', 'link');
const NONE = { '404': problem('There is no such shared view, or it has ended.') };
const REFUSED = { '403': problem('Others can reach this server and nobody has signed in, or the request came from another site.') };
const share = {
	token: text,
	name: text,
	view: text,
	frozen: flag,
	seq: whole,
	today: { type: 'integer', description: 'Epoch day.' },
	zone: text,
	language: text,
	calendar: text,
	'months?': oneOf(MONTH_NAMES),
	direction: oneOf(['ltr', 'rtl']),
	made: text,
	ends: text
} as const;

export const SHARE_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	Share: object(share, 'A view given to others by a link: what it shows is its filter, as of `seq` where it is frozen.'),
	ListedShare: object({ ...share, address: text }),
	ShareChange: object({
		id: text,
		kind: oneOf(['event', 'agreement', 'follow-up']),
		title: named('Text'),
		what: listOf(oneOf(['added', 'dropped', 'moved', 'contradicted'])),
		seq: orNull(whole),
		'from?': orNull(text),
		'to?': orNull(text),
		'contradictions?': listOf(
			object({ field: text, versions: listOf(object({ value: {}, claims: listOf(text), voices: listOf(text), isNew: flag })) })
		)
	})
};

/** Links to views. Under `/share/TOKEN` stand the reading addresses of this API, limited to the view. */
export const SHARE_PATHS: Paths = {
	'/api/v1/shares': {
		get: {
			operationId: 'listShares',
			summary: 'The links that are open, last made first.',
			parameters: [LANG],
			responses: {
				'200': json('The links.', object({ items: listOf(named('ListedShare')), next: { type: 'null' } })),
				'400': problem('A parameter that is not known.')
			}
		},
		post: {
			operationId: 'makeShare',
			summary: 'Gives a view to others by a link: live, or frozen as of now.',
			requestBody: {
				required: true,
				content: { 'application/json': { schema: object({ view: text, 'frozen?': flag, 'ends?': orNull(text), 'name?': text }) } }
			},
			responses: {
				'201': json('The link.', object({ token: text, address: text, seq: whole, ends: text })),
				'400': problem('The body, or a part of it, cannot be read.'),
				'409': problem('The view holds too many records to be shared.'),
				'503': problem('Search is being built; `Retry-After` says when to ask again.'),
				...REFUSED
			}
		}
	},
	'/api/v1/shares/{token}': {
		get: {
			operationId: 'getShare',
			summary: 'A link.',
			parameters: [TOKEN],
			responses: { '200': json('The link.', named('Share')), ...NONE }
		},
		post: {
			operationId: 'pinShare',
			summary: 'Pins a frozen link to what is known now.',
			parameters: [TOKEN],
			responses: { '200': json('The link.', named('Share')), ...REFUSED, ...NONE }
		},
		delete: {
			operationId: 'revokeShare',
			summary: 'Takes a link back: it opens nothing from now on.',
			parameters: [TOKEN],
			responses: { '204': { description: 'It is closed.' }, ...REFUSED, ...NONE }
		}
	},
	'/api/v1/shares/{token}/changes': {
		get: {
			operationId: 'listShareChanges',
			summary: 'What became of a shared view since its moment: added, moved, newly contradicted, dropped.',
			parameters: [TOKEN],
			responses: {
				'200': json('The changes.', object({ since: whole, head: whole, items: listOf(named('ShareChange')) })),
				'409': problem('The view holds by now more records than a link does.'),
				'503': problem('Search is being built; `Retry-After` says when to ask again.'),
				...NONE
			}
		}
	}
};
