import { anything, flag, listOf, mapOf, named, number, object, oneOf, orNull, text, whole, type JsonSchema } from './json-schema.ts';

const step = ['ready', 'running', 'tried', 'done', 'refused', 'cancelled', 'failed'];

/** What imports answer. What was understood of a file and its report differ by format: they are told in the README. */
export const IMPORT_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
	ImportProblem: object({
		place: object({ file: text, 'sheet?': text, row: whole, 'column?': text }),
		severity: oneOf(['refused', 'odd']),
		reach: oneOf(['cell', 'row', 'file']),
		code: text,
		value: text,
		'args?': mapOf({ type: ['string', 'number'] })
	}),
	ImportJob: object(
		{
			id: text,
			name: text,
			bytes: whole,
			read: mapOf(anything),
			choice: mapOf(anything),
			examined: orNull(mapOf(anything)),
			state: {
				type: 'object',
				properties: {
					step: oneOf(step),
					what: oneOf(['examine', 'try', 'commit', 'undo']),
					phase: text,
					done: number,
					share: orNull(number),
					stopping: flag,
					report: orNull(named('ImportReport')),
					searching: flag,
					refusal: mapOf(anything),
					message: text
				},
				required: ['step']
			},
			undoes: orNull(whole)
		},
		'A file that was taken in: what was understood of it, and how far its import is.'
	),
	ImportReport: {
		type: 'object',
		properties: {
			file: text,
			format: text,
			outcome: oneOf(['committed', 'tried', 'unchanged']),
			source: object({ id: text, fresh: flag, title: text }),
			entry: orNull(whole),
			rows: whole,
			records: object({ fresh: whole, changed: whole, same: whole, gone: whole }),
			refused: listOf(named('ImportProblem')),
			odd: listOf(named('ImportProblem'))
		},
		required: ['file', 'format', 'outcome', 'rows', 'records', 'refused', 'odd']
	},
	PastImport: object({
		entry: whole,
		at: { type: 'string', format: 'date-time' },
		file: text,
		format: text,
		source: text,
		rows: orNull(whole),
		records: object({ fresh: whole, changed: whole, gone: whole }),
		undone: flag,
		later: { ...orNull(whole), description: 'Entry of a later edition that stands on this one.' }
	})
};
