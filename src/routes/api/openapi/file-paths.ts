import { EXPORT_FILES, EXPORT_FORMATS } from '#lib/server/transfer/export/export-formats.ts';
import { VIEW_FILE_TYPES, VIEW_FILES } from '#lib/server/transfer/briefing/view-file.ts';
import { listOf, mapOf, named, object, oneOf, text, whole, type JsonSchema } from './json-schema.ts';
import { inPath, inQuery, VIEW } from './parameters.ts';
import { json, problem, type Paths } from './paths.ts';

const bytes: JsonSchema = { type: 'string', format: 'binary' };
const JOB = inPath('id', 'Id of the import.', '');
const REFUSED = { '403': problem('Others can reach this server, or the request came from another site: nothing is written.') };
const GONE = { '404': problem('There is no such import: it was discarded, or the server was started anew.') };
const LOCATION = { location: { description: 'Where to ask after it.', schema: text } };
const job = (description: string) => json(description, named('ImportJob'));

/** Files out and in. */
export const FILE_PATHS: Paths = {
	'/api/v1/export/{format}': {
		get: {
			operationId: 'export',
			summary: 'The records of a view as a file: its filter, order and as-of, the reader’s language and calendar.',
			parameters: [
				inPath('format', 'Which file.', 'csv', oneOf([...EXPORT_FORMATS, ...VIEW_FILES])),
				...VIEW,
				inQuery('formulas', 'Whether texts that a sheet would take for formulas are guarded.', oneOf(['guard', 'keep']), 'guard')
			],
			responses: {
				'200': {
					description: 'The file.',
					content: {
						...Object.fromEntries(
							EXPORT_FORMATS.map((format) => [
								EXPORT_FILES[format].type.split(';')[0],
								{ schema: format === 'timelinejs' ? { type: 'object', required: ['events'] } : bytes }
							])
						),
						...Object.fromEntries(VIEW_FILES.map((format) => [VIEW_FILE_TYPES[format].type.split(';')[0], { schema: bytes }]))
					}
				},
				'400': problem('A parameter that is not known or cannot be read.'),
				'404': problem('There is no such format.'),
				'413': problem('More records than a workbook has rows.'),
				'503': problem('The records are being read after a start; `Retry-After` says when to ask again.')
			}
		}
	},
	'/api/v1/scene.png': {
		get: {
			operationId: 'scenePng',
			summary: 'The picture of a view as PNG.',
			parameters: [
				...VIEW,
				inQuery('width', 'Width in px, 240–8000.', whole, 1280),
				inQuery('height', 'Height in px at most; 0: as high as it must be.', whole, 0),
				inQuery('theme', 'Colours.', oneOf(['light', 'dark']), 'light'),
				inQuery('scale', 'Pixels for each px.', oneOf(['1', '2', '3', '4']), '1'),
				inQuery('transparent', 'Without paper.', oneOf(['0', '1']), '0'),
				inQuery('card', 'As sites show links: 1200 × 630 with the view’s name.', oneOf(['0', '1']), '0')
			],
			responses: {
				'200': { description: 'The picture.', content: { 'image/png': { schema: bytes } } },
				'400': problem('A parameter that is not known or cannot be read.'),
				'413': problem('More than 80 million pixels.'),
				'503': problem('The fonts of pictures are not installed, or the records are being read.')
			}
		}
	},
	'/api/v1/imports': {
		get: {
			operationId: 'listImports',
			summary: 'The imports so far, latest first, and those under way.',
			responses: {
				'200': json(
					'Imports.',
					object({ items: listOf(named('PastImport')), running: listOf(object({ id: text, name: text, bytes: whole, step: text })) })
				),
				'400': problem('A parameter that is not known.')
			}
		},
		post: {
			operationId: 'takeFile',
			summary: 'Takes a file in: the body is the file as it is. Answers what was understood of it; nothing is written yet.',
			parameters: [{ ...inQuery('name', 'Name of the file.', text, 'two.csv'), required: true }],
			requestBody: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
			responses: {
				'201': { ...job('Taken in.'), headers: LOCATION },
				'400': problem('No name, or no file.'),
				...REFUSED,
				'409': problem('A store in memory takes no files.'),
				'413': problem('The file is too large.')
			}
		}
	},
	'/api/v1/imports/{id}': {
		get: {
			operationId: 'getImport',
			summary: 'How far an import is.',
			parameters: [JOB],
			responses: { '200': job('The import.'), ...GONE }
		},
		post: {
			operationId: 'runImport',
			summary: 'Starts a dry run or the import itself.',
			parameters: [JOB],
			requestBody: {
				required: true,
				content: {
					'application/json': {
						schema: {
							type: 'object',
							properties: {
								action: oneOf(['try', 'commit']),
								encoding: text,
								sheet: text,
								delimiter: text,
								mapping: mapOf({}, 'What the columns mean.'),
								source: text,
								title: text,
								acceptRefused: { type: 'boolean' }
							},
							required: ['action']
						}
					}
				}
			},
			responses: {
				'202': job('Begun.'),
				'400': problem('The body cannot be read.'),
				...REFUSED,
				...GONE,
				'409': problem('It is under way already.')
			}
		},
		delete: {
			operationId: 'discardImport',
			summary: 'Stops what is under way; an import at rest is discarded with its file.',
			parameters: [JOB],
			responses: { '204': { description: 'Done.' }, ...REFUSED, ...GONE }
		}
	},
	'/api/v1/imports/{id}/problems': {
		get: {
			operationId: 'getImportProblems',
			summary: 'Everything that was refused or odd in the last run, one JSON a line.',
			parameters: [JOB],
			responses: { '200': { description: 'Lines of ImportProblem.', content: { 'application/x-ndjson': { schema: text } } }, ...GONE }
		}
	},
	'/api/v1/imports/undo': {
		post: {
			operationId: 'undoImport',
			summary: 'Takes an import back, as an entry of its own.',
			requestBody: { required: true, content: { 'application/json': { schema: object({ entry: whole }) } } },
			responses: {
				'202': { ...job('Begun.'), headers: LOCATION },
				'400': problem('The body cannot be read.'),
				...REFUSED,
				'409': problem('It cannot be undone by itself.')
			}
		}
	}
};
