import * as v from 'valibot';
import { parseEdtf } from '#lib/temporal/edtf.ts';
import { DESK } from './claim.ts';
import { FIELDS, type FieldSpec, type ValueType } from './fields.ts';
import { RECORD_KINDS, type RecordKind } from './kinds.ts';
import { LANGUAGES } from './text.ts';

/** Longest text a claim may carry, in characters; a summary is far shorter. */
const LONGEST_TEXT = 10_000;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Embeddings, overrides and isolates turn the text around them; a name may not carry them (marks such as ZWNJ may). */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/;

const edtf = v.pipe(
	v.string('expected:edtf'),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const result = parseEdtf(dataset.value);
		if (!result.ok) addIssue({ message: `edtf:"${dataset.value}" at character ${result.position + 1}: expected ${result.expected}` });
	})
);
const id = v.pipe(v.string('expected:id'), v.regex(ID, 'expected:id'));
const plainText = v.pipe(
	v.string('expected:text'),
	v.trim(),
	v.nonEmpty('empty:a text may not be blank'),
	v.maxLength(LONGEST_TEXT, `too-long:at most ${LONGEST_TEXT} characters`),
	v.check((text) => !BIDI_CONTROLS.test(text), 'bidi-control:U+202A–202E and U+2066–2069 may not stand in a stored text')
);
const text = v.pipe(
	v.strictObject(
		Object.fromEntries(LANGUAGES.map((language) => [language, v.optional(plainText)])),
		`language:a text by language, of ${LANGUAGES.join(', ')}`
	),
	v.check((value) => Object.keys(value).length > 0, 'no-language:a text in at least one language')
);
const date = v.strictObject(
	{
		edtf,
		words: v.optional(text),
		said: v.optional(edtf),
		calendar: v.optional(v.picklist(['gregorian', 'persian', 'islamic'], 'expected:gregorian, persian or islamic')),
		rule: v.optional(plainText)
	},
	'expected:a date {edtf, words, said, calendar, rule}'
);
const bound = v.nullable(v.number('expected:number or null'));
const range = v.pipe(
	v.strictObject({ min: bound, max: bound }, 'expected:a range {min, max}'),
	v.check(
		({ min, max }) => (min !== null || max !== null) && (min === null || max === null || min <= max),
		'range:min and max in order, not both open'
	)
);

const PLACE = 'expected:a paragraph from 1 on, or the name of a place';

type Schema = v.GenericSchema<unknown, unknown>;

function schemaOfValue(type: ValueType): Schema {
	switch (type.type) {
		case 'text':
			return text;
		case 'string':
			return plainText;
		case 'number':
			return v.pipe(v.number('expected:number'), v.finite('expected:number'));
		case 'boolean':
			return v.boolean('expected:true or false');
		case 'enum':
			return v.picklist(type.values, `expected:one of ${type.values.join(', ')}`);
		case 'date':
			return date;
		case 'range':
			return range;
		case 'ref':
			return id;
	}
}

function schemaOfField(spec: FieldSpec): Schema {
	if (spec.shape === 'value') return v.nullable(schemaOfValue(spec));
	const optional = Object.fromEntries(Object.entries(spec.members).map(([name, type]) => [name, v.optional(schemaOfValue(type))]));
	if (spec.shape === 'group') return v.nullable(v.strictObject(optional, `expected:a group {${Object.keys(optional).join(', ')}}`));
	// The first key member names the element; the others may be missing, but for those the field says.
	const needed = [spec.key[0] ?? '', ...(spec.required ?? [])].flatMap((name) => {
		const type = spec.members[name];
		return type ? [[name, schemaOfValue(type)] as const] : [];
	});
	const element = v.strictObject(
		{ ...optional, ...Object.fromEntries(needed) },
		`expected:an element {${Object.keys(optional).join(', ')}}`
	);
	return v.nullable(v.pipe(v.array(element, 'expected:a list'), v.minLength(1, 'empty:a list without elements says nothing')));
}

const fieldsOf = (kind: RecordKind): Schema =>
	v.pipe(
		v.strictObject(
			Object.fromEntries(Object.entries(FIELDS[kind]).map(([name, spec]) => [name, v.optional(schemaOfField(spec))])),
			`unknown-field:known fields of this kind are ${Object.keys(FIELDS[kind]).join(', ')}`
		),
		v.check((fields) => Object.keys(fields).length > 0, 'empty:a claim says something of at least one field')
	);

const claimOf = (kind: RecordKind): Schema =>
	v.strictObject(
		{
			record: v.pipe(
				id,
				v.check((name) => name !== DESK, 'reserved:the desk is no record')
			),
			kind: v.literal(kind),
			source: id,
			where: v.optional(v.union([v.pipe(v.number(), v.integer(PLACE), v.minValue(1, PLACE)), plainText], PLACE)),
			said_by: v.optional(id),
			said_on: v.optional(edtf),
			credibility: v.optional(v.picklist([1, 2, 3, 4, 5, 6], 'expected:a whole number from 1 to 6')),
			fields: fieldsOf(kind),
			quote: v.optional(v.strictObject({ text: plainText, language: v.picklist(LANGUAGES, `expected:one of ${LANGUAGES.join(', ')}`) })),
			rest: v.optional(v.record(v.string(), v.string('expected:text'), 'expected:texts by name'))
		},
		'unknown-key:a claim has record, kind, source, where, said_by, said_on, credibility, fields, quote, rest'
	);

/** One schema a kind, made from the one table of fields. Messages are `code:what was expected`. */
export const CLAIM_SCHEMAS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, claimOf(kind)])) as Readonly<Record<RecordKind, Schema>>;
