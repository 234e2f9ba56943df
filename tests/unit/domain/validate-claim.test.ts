import { describe, expect, test } from 'vitest';
import { FIELDS, type ValueType } from '../../../src/lib/domain/fields.ts';
import { RECORD_KINDS } from '../../../src/lib/domain/kinds.ts';
import { validateClaim } from '../../../src/lib/domain/validate-claim.ts';

const claim = (fields: unknown, rest: object = {}) => ({ record: 'fair', kind: 'event', source: 'paper', fields, ...rest });
const problems = (input: unknown) => {
	const result = validateClaim(input);
	return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`.trim()) : [];
};

function sample(type: ValueType): unknown {
	switch (type.type) {
		case 'text':
			return { en: 'a text' };
		case 'string':
			return 'words';
		case 'number':
			return 5;
		case 'boolean':
			return true;
		case 'enum':
			return type.values[0];
		case 'date':
			return { edtf: '2026', words: { fa: 'تا سال آینده' }, said: '2025-12~', calendar: 'persian', rule: 'within next year' };
		case 'range':
			return { min: 6, max: null };
		case 'ref':
			return 'another-id';
	}
}

describe('validateClaim lets pass', () => {
	for (const kind of RECORD_KINDS) {
		test.each(Object.entries(FIELDS[kind]))(`${kind}.%s as the table of fields describes it, and null`, (field, spec) => {
			const members =
				spec.shape === 'value' ? {} : Object.fromEntries(Object.entries(spec.members).map(([name, type]) => [name, sample(type)]));
			const value = spec.shape === 'value' ? sample(spec) : spec.shape === 'group' ? members : [members];
			const input = { record: 'r', kind, source: 'paper', fields: { [field]: value } };
			expect(validateClaim(input)).toEqual({ claim: input });
			expect(problems({ ...input, fields: { [field]: null } })).toEqual([]);
		});
	}

	test.each([
		['a place by name', claim({ kind: 'visit' }, { where: 'header' })],
		[
			'everything a claim may carry',
			claim({ kind: 'visit' }, { where: 1, said_by: 'ann', said_on: '2025-12-05', credibility: 2, quote: { text: 'so', language: 'en' } })
		],
		['editorial texts by an outside source', claim({ title: { ar: 'معرض' } })],
		['editorial texts by the desk', claim({ title: { en: 'Fair' }, summary: { ru: 'Ярмарка' } }, { source: 'desk' })],
		['joiners and direction marks inside words', claim({ title: { fa: 'تفاهم‌نامه\u200F' } })]
	])('%s', (_, input) => {
		expect(problems(input)).toEqual([]);
	});

	test('a text with blanks around it, and takes them off', () => {
		expect(validateClaim(claim({ title: { en: ' Fair ' } }))).toMatchObject({ claim: { fields: { title: { en: 'Fair' } } } });
	});
});

describe('validateClaim refuses', () => {
	test.each<[string, unknown, string[]]>([
		['nothing', undefined, ['expected']],
		['null', null, ['expected']],
		['a list', [], ['expected']],
		['a text', 'claim', ['expected']],
		['a kind of its own', claim({}, { kind: 'toString' }), ['kind expected']],
		['a claim without record and fields', { kind: 'event', source: 'paper' }, ['record missing', 'fields missing']],
		['an id with blanks', claim({ kind: 'visit' }, { record: 'a b' }), ['record expected']],
		['the desk as a record', claim({ title: { en: 'x' } }, { record: 'desk' }), ['record reserved']],
		['a claim that says nothing', claim({}), ['fields empty']],
		['a field of another kind', claim({ stages: [{ stage: 'signed' }] }), ['fields.stages unknown']],
		['a field called like a part of objects', claim({ kind: 'visit', constructor: 1 }), ['fields.constructor unknown']],
		['a value in place of a list', claim({ topics: 'ai' }), ['fields.topics expected']],
		['an empty list', claim({ topics: [] }), ['fields.topics empty']],
		['an element without its key', claim({ quantities: [{ amount: { min: 1, max: 1 } }] }), ['fields.quantities.0.what missing']],
		['an unknown member', claim({ series: { number: 5 } }), ['fields.series.number unknown']],
		['a range upside down', claim({ quantities: [{ what: 'n', amount: { min: 2, max: 1 } }] }), ['fields.quantities.0.amount range']],
		[
			'a range without ends',
			claim({ quantities: [{ what: 'n', amount: { min: null, max: null } }] }),
			['fields.quantities.0.amount range']
		],
		['a number that is none', claim({ series: { ordinal: NaN } }), ['fields.series.ordinal expected']],
		['a date without EDTF', claim({ date: { words: { en: 'soon' } } }), ['fields.date.edtf missing']],
		['a day that does not exist', claim({ date: { edtf: '2025-02-30' } }), ['fields.date.edtf edtf']],
		['Persian digits in EDTF', claim({ date: { edtf: '۲۰۲۵' } }), ['fields.date.edtf edtf']],
		['a said_on that is not EDTF', claim({ kind: 'visit' }, { said_on: 'May' }), ['said_on edtf']],
		['a calendar of its own', claim({ date: { edtf: '2025', calendar: 'mayan' } }), ['fields.date.calendar expected']],
		['a language we do not keep', claim({ title: { de: 'Messe' } }), ['fields.title.de unknown']],
		['a blank text', claim({ title: { en: ' ' } }), ['fields.title.en empty']],
		['a text beyond all length', claim({ title: { en: 'x'.repeat(10_001) } }), ['fields.title.en too-long']],
		['half a paragraph', claim({ kind: 'visit' }, { where: 1.5 }), ['where expected']],
		['a grade beyond 6', claim({ kind: 'visit' }, { credibility: 7 }), ['credibility expected']],
		[
			'facts by the desk, each by name',
			claim({ title: { en: 'x' }, kind: 'visit', status: 'held' }, { source: 'desk' }),
			['fields.kind no-source', 'fields.status no-source']
		]
	])('%s', (_, input, expected) => {
		expect(problems(input)).toEqual(expected);
	});

	test.each([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'].map((sign) => [sign.codePointAt(0)?.toString(16), sign]))(
		'direction control U+%s in any text',
		(_, sign) => {
			expect(problems(claim({ title: { en: `a${sign}b` } }))).toEqual(['fields.title.en bidi-control']);
			expect(problems(claim({ quantities: [{ what: `a${sign}b` }] }))).toEqual(['fields.quantities.0.what bidi-control']);
			expect(problems(claim({ kind: 'visit' }, { quote: { text: `a${sign}b`, language: 'en' } }))).toEqual(['quote.text bidi-control']);
		}
	);
});
