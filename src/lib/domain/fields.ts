import {
	ACTOR_KINDS,
	AGREEMENT_KINDS,
	EVENT_KINDS,
	EVENT_STATUSES,
	FOLLOW_UP_STATUSES,
	STAGES,
	TRACK_KINDS,
	type RecordKind
} from './kinds.ts';
import { ORDER_UNITS, STANDS } from './order-words.ts';

/**
 * How claims about a field add up (DESIGN, "Resolving"):
 * *editorial*: the desk's wording, per language, last recorded wins; *moving*: the latest said wins, earlier ones are
 * history; *standing*: the better source wins, differing values are a conflict.
 * `planned-date` is moving while the record is planned and standing once it was held.
 */
export type FieldNature = 'editorial' | 'moving' | 'standing' | 'planned-date';

/** What one value of a field, or of a member of a list's element, looks like. */
export type ValueType =
	| { readonly type: 'text' } // text by language
	| { readonly type: 'string' }
	| { readonly type: 'number' }
	| { readonly type: 'boolean' }
	| { readonly type: 'enum'; readonly values: readonly string[] }
	| { readonly type: 'date' }
	| { readonly type: 'range' } // {min, max}; null is open
	| { readonly type: 'ref'; readonly to: readonly RecordKind[] };

/** A field: one value, a group of members (series), or a keyed list of elements. */
export type FieldSpec = { readonly nature: FieldNature } & (
	| ({ readonly shape: 'value' } & ValueType)
	| { readonly shape: 'group'; readonly members: Readonly<Record<string, ValueType>> }
	| {
			readonly shape: 'list';
			/** Members that make an element's key; the others resolve like fields. */
			readonly key: readonly string[];
			readonly members: Readonly<Record<string, ValueType>>;
			/**
			 * Member → the member it puts into words. It follows the version shown of that one and is no conflict of its own:
			 * "three years" beside 3 says nothing more.
			 */
			readonly wording: Readonly<Record<string, string>>;
			/** Members besides the first of the key without which an element says nothing. */
			readonly required?: readonly string[];
	  }
);

const text = { type: 'text' } as const;
const date = { type: 'date' } as const;
const ref = (...to: RecordKind[]) => ({ type: 'ref', to }) as const;
const oneOf = (values: readonly string[]) => ({ type: 'enum', values }) as const;
const value = (nature: FieldNature, type: ValueType): FieldSpec => ({ shape: 'value', nature, ...type });
const list = (nature: FieldNature, key: string[], members: Record<string, ValueType>, wording: Record<string, string> = {}): FieldSpec => ({
	shape: 'list',
	nature,
	key,
	members,
	wording
});

const topics = list('standing', ['topic'], { topic: ref('topic') });
const people = list('standing', ['actor', 'role'], { actor: ref('actor'), role: { type: 'string' } });
const quantities = list(
	'standing',
	['what'],
	{ what: { type: 'string' }, label: text, amount: { type: 'range' }, unit: { type: 'string' }, words: text },
	{ label: 'what', words: 'amount' }
);

/** "After the ministers' meeting, same year": where a record stands beside another, whatever is known of the day. */
const order: FieldSpec = {
	...list('standing', ['record'], { record: ref('event', 'agreement', 'follow-up'), stands: oneOf(STANDS), same: oneOf(ORDER_UNITS) }),
	required: ['stands']
} as FieldSpec;

/** Every field of every kind: the one table that schemas, resolving, checks, forms and history read. */
export const FIELDS: Readonly<Record<RecordKind, Readonly<Record<string, FieldSpec>>>> = {
	track: {
		title: value('editorial', text),
		summary: value('editorial', text),
		kind: value('standing', oneOf(TRACK_KINDS)),
		parties: people
	},
	event: {
		title: value('editorial', text),
		summary: value('editorial', text),
		track: value('standing', ref('track')),
		kind: value('standing', oneOf(EVENT_KINDS)),
		status: value('moving', oneOf(EVENT_STATUSES)),
		date: value('planned-date', date),
		order,
		place: value('standing', text),
		participants: people,
		topics,
		quantities,
		series: { shape: 'group', nature: 'standing', members: { ordinal: { type: 'number' }, previous: ref('event') } },
		part_of: value('standing', ref('event'))
	},
	agreement: {
		title: value('editorial', text),
		summary: value('editorial', text),
		track: value('standing', ref('track')),
		kind: value('standing', oneOf(AGREEMENT_KINDS)),
		stages: list('standing', ['stage'], {
			stage: oneOf(STAGES),
			date,
			event: ref('event'),
			planned: { type: 'boolean' }
		}),
		order,
		parties: people,
		topics,
		quantities,
		follows_from: value('standing', ref('agreement'))
	},
	'follow-up': {
		title: value('editorial', text),
		summary: value('editorial', text),
		owner: people,
		due: value('moving', date),
		order,
		status: value('moving', oneOf(FOLLOW_UP_STATUSES)),
		arises_from: value('standing', ref('event', 'agreement'))
	},
	actor: {
		title: value('editorial', text),
		summary: value('editorial', text),
		kind: value('standing', oneOf(ACTOR_KINDS)),
		spellings: list('standing', ['text'], { text: { type: 'string' }, language: { type: 'string' } }),
		roles: list(
			'moving',
			['organisation', 'title'],
			{ organisation: ref('actor'), title: { type: 'string' }, words: text, from: date, to: date },
			{ words: 'title' }
		)
	},
	source: {
		title: value('editorial', text),
		outlet: value('editorial', text),
		language: value('standing', { type: 'string' }),
		published: value('standing', date),
		passes_on: value('standing', ref('source')),
		reliability: value('standing', oneOf(['A', 'B', 'C', 'D', 'E', 'F'])),
		link: value('standing', { type: 'string' }),
		note: value('editorial', text)
	},
	topic: {
		title: value('editorial', text),
		broader: value('editorial', ref('topic'))
	}
};
