import { json } from '@sveltejs/kit';
import { LARGEST_UPLOAD, TooLargeError } from '#lib/server/transfer/import/staging.ts';
import { importJobs, isOwnSite, pastViews } from '../../../import/imports.ts';
import { jobView } from '../../../import/job-view.ts';
import { badParameter, problem, unknownParameter } from '../../answers.ts';

/** The imports so far, latest first, and those under way. */
export async function GET({ locals, url }) {
	const refused = unknownParameter(url.searchParams, []);
	if (refused) return refused;
	const { context } = locals;
	const running = (importJobs(context)?.all() ?? []).map(({ id, name, bytes, state }) => ({ id, name, bytes, step: state.step }));
	return json({ items: await pastViews(context), running });
}

/** Takes a file in: the body is the file as it is, `name` its name. Answers what was understood of it. */
export async function POST({ locals, url, request }) {
	const refused = unknownParameter(url.searchParams, ['name']);
	if (refused) return refused;
	if (!isOwnSite(request, url))
		return problem(403, { code: 'other-site', message: 'This request came from another site, so it was refused.' });
	const jobs = importJobs(locals.context);
	if (!jobs)
		return problem(409, { code: 'in-memory', message: 'A store in memory takes no files. Start the server with a database file.' });
	const name = (url.searchParams.get('name') ?? '').split(/[/\\]/u).pop()?.slice(0, 200) ?? '';
	if (name === '') return badParameter('name', '', 'The name of the file is missing.');
	if (!request.body) return problem(400, { code: 'no-file', message: 'The body holds no file.' });
	try {
		const job = await jobs.add(name, request.body);
		return json(jobView(job), { status: 201, headers: { location: `/api/v1/imports/${job.id}` } });
	} catch (error) {
		if (error instanceof TooLargeError)
			return problem(413, { code: 'too-large', message: `A file may have ${LARGEST_UPLOAD} bytes at most.` });
		throw error;
	}
}
