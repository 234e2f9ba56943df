import { json } from '@sveltejs/kit';
import { canUndo, importJobs, isOwnSite } from '../../../../import/imports.ts';
import { jobView } from '../../../../import/job-view.ts';
import { problem } from '../../../answers.ts';

/** Takes the import of an entry back (`{"entry": 12}`), as an entry of its own. Answers a job to ask after. */
export async function POST({ locals, request, url }) {
	if (!isOwnSite(request, url))
		return problem(403, { code: 'other-site', message: 'This request came from another site, so it was refused.' });
	const jobs = importJobs(locals.context);
	if (!jobs) return problem(409, { code: 'in-memory', message: 'A store in memory takes no files.' });
	const body = (await request.json().catch(() => null)) as { entry?: unknown } | null;
	const entry = Number(body?.entry);
	if (!Number.isInteger(entry)) return problem(400, { code: 'invalid-body', message: 'The body is JSON with the entry to undo.' });
	if (!(await canUndo(locals.context, entry)))
		return problem(409, {
			code: 'cannot-be-undone',
			message: 'No import, undone already, or a later edition stands on it: undo that one first.'
		});
	const job = jobs.undo(entry);
	return json(jobView(job), { status: 202, headers: { location: `/api/v1/imports/${job.id}` } });
}
