import { FIELDS, type FieldSpec, type ValueType } from '#lib/domain/fields.ts';
import { KIND_SEGMENT, RECORD_KINDS, type RecordKind } from '#lib/domain/kinds.ts';
import { ORDER_UNITS } from '#lib/domain/order-words.ts';
import { listOf, mapOf, named, number, object, oneOf, orNull, text, flag, whole, type JsonSchema } from './json-schema.ts';

/** What a record of a kind is called among the schemas: `Event`, `FollowUp`. */
export function schemaName(kind: RecordKind): string {
	return kind.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}

/** What stands in a list of records of one kind: made from the one table of fields, so it cannot lag behind. */
/** With the doubt of both dates. */
const SHIFT = { type: 'integer', description: 'Days later, with the doubt of both dates; earlier when negative.' } as const;

export const RECORD_SCHEMAS: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
	RECORD_KINDS.map((kind) => [schemaName(kind), flatSchema(kind)])
);

function flatSchema(kind: RecordKind): JsonSchema {
	const fields = Object.entries(FIELDS[kind])
		.filter(([name]) => name !== 'title')
		.map(([name, spec]) => [`${name === 'kind' ? 'subkind' : name}?`, fieldSchema(spec)] as const);
	const own = {
		id: text,
		kind: { const: kind },
		title: named('Text'),
		conflicts: { ...whole, description: 'Number of fields on which sources differ.' },
		changed: { ...whole, description: 'Entry of the ledger that last changed it.' },
		'certainty?': {
			...oneOf(['certainly', 'possibly', 'undated']),
			description: 'Only where `in` is asked: how certain it is that its date stands to the interval as `rel` says.'
		}
	};
	return object(
		{ ...own, ...Object.fromEntries(fields) },
		`One of ${KIND_SEGMENT[kind]}: shown values only. A field that no claim speaks of is left out.`
	);
}

function fieldSchema(spec: FieldSpec): JsonSchema {
	switch (spec.shape) {
		case 'value':
			return orNull(valueSchema(spec));
		case 'group':
			return membersSchema(spec.members);
		case 'list':
			return listOf(membersSchema(spec.members));
	}
}

function membersSchema(members: Readonly<Record<string, ValueType>>): JsonSchema {
	return object(Object.fromEntries(Object.entries(members).map(([name, type]) => [`${name}?`, orNull(valueSchema(type))])));
}

function valueSchema(type: ValueType): JsonSchema {
	switch (type.type) {
		case 'text':
			return named('Text');
		case 'string':
			return text;
		case 'number':
			return number;
		case 'boolean':
			return flag;
		case 'enum':
			return oneOf(type.values);
		case 'date':
			return named('DateWithEdges');
		case 'range':
			return named('Range');
		case 'ref':
			return { type: 'string', description: `Id of one of ${type.to.map((kind) => KIND_SEGMENT[kind]).join(', ')}.` };
	}
}

/** A record with all that holds it up, as the detail page has it. */
export const RECORD_ANSWER: JsonSchema = object({
	id: text,
	kind: oneOf(RECORD_KINDS),
	title: named('Text'),
	fields: mapOf(named('ResolvedField'), 'What the claims add up to, field by field, with the claims behind each value.'),
	conflicts: listOf(object({ path: text, voices: whole, versions: listOf(named('Version')) })),
	claims: listOf(named('Claim')),
	sources: mapOf(named('RecordBody'), 'Records of the sources the claims come from.'),
	related: listOf(
		object({ relation: text, ids: listOf(text), count: whole }, 'Records that point at this one: the first by time, and how many.')
	),
	mentions: mapOf(
		object({
			kind: oneOf(RECORD_KINDS),
			title: named('Text'),
			listed: orNull(object({ date: orNull(text), status: text, differs: flag }, 'What a list tells of it: EDTF, status or stage.'))
		}),
		'What the ids in this answer are called.'
	),
	history: listOf(object({ seq: whole, at: text, entry: text, what: oneOf(['new', 'changed', 'gone']), fields: listOf(text) })),
	narrowed: {
		...orNull(text),
		description: 'EDTF of the days its known order leaves it, where that says more than its own date. Derived, never stored.'
	},
	orderFlags: {
		...listOf(
			object({
				record: text,
				of: text,
				stands: oneOf(['after', 'before']),
				same: orNull(oneOf([...ORDER_UNITS])),
				against: oneOf(['dates', 'orders'])
			})
		),
		description:
			'Stated orders of which this record is an end and which cannot hold beside the dates, or run in a circle: they narrow nothing.'
	},
	promises: orNull(
		object({
			steps: listOf(
				object({
					turn: oneOf(['promised', 'repeated', 'moved', 'held', 'done', 'lapsed', 'unknown', 'postponed', 'cancelled']),
					claim: text,
					said: orNull(text),
					date: orNull(named('Date')),
					moved: orNull({ type: 'integer', description: 'Days, from last day to last day.' }),
					movedBy: orNull(object({ least: SHIFT, most: SHIFT }))
				})
			),
			moves: whole,
			later: orNull({ type: 'integer', description: 'Days later than first said, from last day to last day.' }),
			laterBy: orNull(object({ least: SHIFT, most: SHIFT })),
			lastWord: orNull({ type: 'integer', description: 'Epoch day.' }),
			closed: flag
		})
	),
	seq: whole
});
