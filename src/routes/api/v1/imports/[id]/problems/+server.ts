import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { importJobs } from '../../../../../import/imports.ts';
import { problem } from '../../../../answers.ts';

/** Everything that was refused or odd in the last run, one JSON a line. */
export function GET({ locals, params }) {
	const path = importJobs(locals.context)?.problemsOf(params.id);
	if (!path) return problem(404, { code: 'import-gone', message: 'There is no report of this import.' });
	return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
		headers: { 'content-type': 'application/x-ndjson', 'content-disposition': 'attachment; filename="import-problems.jsonl"' }
	});
}
