import * as v from 'valibot';
import { STAGES } from '#lib/domain/kinds.ts';
import { LANGUAGES } from '#lib/domain/text.ts';
import { isEncoding } from './decode-text.ts';
import type { Mapping } from './foreign.ts';

/** What is wrong with a mapping, at which member (`columns.Date.reading.order`). */
export interface MappingIssue {
	readonly path: string;
	readonly code: string;
	readonly expected: string;
}

export type MappingResult =
	{ readonly ok: true; readonly mapping: Mapping } | { readonly ok: false; readonly issues: readonly MappingIssue[] };

/** Fields of a record that a text column can say. */
export const TEXT_TARGETS = ['title', 'summary', 'location', 'track', 'topics', 'actors', 'party-1', 'party-2'] as const;
const ROLES = ['date', 'start', 'end', 'due', ...STAGES.map((stage) => `stage:${stage}`)];
const MOST_COLUMNS = 5000;

const oneOf = <const T extends readonly string[]>(values: T) => v.picklist(values, `expected:one of ${values.join(', ')}`);
const text = v.pipe(v.string('expected:text'), v.maxLength(1000, 'too-long:at most 1000 characters'));
const language = oneOf(LANGUAGES);
const markers = v.optional(v.pipe(v.array(text, 'expected:a list of texts'), v.maxLength(1000, 'too-long:at most 1000 markers')));
const reading = v.strictObject(
	{
		order: oneOf(['iso', 'dmy', 'mdy', 'ymd', 'year', 'excel']),
		calendar: oneOf(['gregorian', 'persian', 'islamic']),
		open: markers,
		unknown: markers,
		mixed: v.optional(v.literal(true, 'expected:true'))
	},
	'expected:a reading {order, calendar, open, unknown, mixed}'
);
const values = v.optional(v.record(text, text, 'expected:a table from cell to value'));

const target = v.variant(
	'to',
	[
		v.strictObject(
			{
				to: oneOf(TEXT_TARGETS),
				language: v.optional(language),
				separator: v.optional(v.pipe(text, v.nonEmpty('empty:a separator'))),
				key: v.optional(v.literal(true, 'expected:true'))
			},
			'unknown-key:a text column has to, language, separator, key'
		),
		v.strictObject({ to: oneOf(['kind', 'status']), values }, 'unknown-key:a column of kinds or statuses has to, values'),
		v.strictObject(
			{ to: v.literal('date'), role: oneOf(ROLES), part: v.optional(oneOf(['year', 'month', 'day', 'time'])), reading },
			'unknown-key:a date column has to, role, part, reading'
		),
		v.strictObject({ to: oneOf(['key', 'words', 'rest', 'ignore']) }, 'unknown-key:nothing but to')
	],
	`expected:to is one of ${[...TEXT_TARGETS, 'kind', 'status', 'key', 'date', 'words', 'rest', 'ignore'].join(', ')}`
);

const schema = v.strictObject(
	{
		version: v.literal(1, 'expected:1'),
		kind: oneOf(['event', 'agreement', 'follow-up']),
		language,
		columns: v.pipe(
			v.record(text, target, 'expected:a table from header to meaning'),
			v.check((columns) => Object.keys(columns).length <= MOST_COLUMNS, `too-long:at most ${MOST_COLUMNS} columns`),
			v.check((columns) => Object.values(columns).some(({ to }) => to === 'title'), 'no-title:one column has to be the title')
		),
		delimiter: v.optional(v.pipe(v.string('expected:one character'), v.length(1, 'expected:one character'))),
		encoding: v.optional(v.pipe(v.string('expected:an encoding'), v.check(isEncoding, 'expected:the name of an encoding'))),
		sheet: v.optional(text),
		headerRow: v.optional(v.pipe(v.number('expected:a row'), v.integer('expected:a row'), v.minValue(1, 'expected:a row from 1 on')))
	},
	'unknown-key:a mapping has version, kind, language, columns, delimiter, encoding, sheet, headerRow'
);

/** A mapping out of JSON, or everything that is wrong with it, each with the path of its member. */
export function validateMapping(json: unknown): MappingResult {
	const result = v.safeParse(schema, json);
	if (result.success) return { ok: true, mapping: result.output as unknown as Mapping };
	return {
		ok: false,
		issues: result.issues.map((issue) => {
			const [code = '', expected = ''] = /^([a-z-]+):(.*)$/su.exec(issue.message)?.slice(1) ?? ['expected', issue.message];
			return { path: v.getDotPath(issue) ?? '', code, expected };
		})
	};
}
