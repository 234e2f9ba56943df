import { json } from '@sveltejs/kit';
import type { ReadOptions } from '#lib/server/transfer/import/open-file.ts';
import { importJobs, isOwnSite } from '../../../../import/imports.ts';
import { jobView } from '../../../../import/job-view.ts';
import { problem } from '../../../answers.ts';

/** How far an import is. */
export function GET({ locals, params }) {
	const job = importJobs(locals.context)?.get(params.id);
	return job ? json(jobView(job)) : gone();
}

/** Starts a dry run (`{"action":"try"}`) or the import (`"commit"`), with `mapping`, `source`, `title`, `acceptRefused` as the command has them. */
export async function POST({ locals, params, request, url }) {
	const jobs = importJobs(locals.context);
	const job = jobs?.get(params.id);
	if (!jobs || !job) return gone();
	if (!isOwnSite(request, url)) return foreign();
	const body = (await request.json().catch(() => null)) as Record<string, unknown> | null;
	const action = body?.['action'];
	if (!body || (action !== 'try' && action !== 'commit'))
		return problem(400, { code: 'invalid-body', message: 'The body is JSON with an action: try or commit.' });
	if (job.state.step === 'running') return problem(409, { code: 'running', message: 'This import is under way already.' });
	const text = (name: string) => (typeof body[name] === 'string' ? { [name]: body[name] } : {});
	const read: ReadOptions = {
		...job.read,
		...text('encoding'),
		...text('sheet'),
		...text('delimiter'),
		...(body['mapping'] !== undefined && { mapping: body['mapping'] as ReadOptions['mapping'] & object })
	};
	const started = jobs.run(job.id, action, read, {
		source: typeof body['source'] === 'string' ? body['source'] : undefined,
		title: typeof body['title'] === 'string' ? body['title'] : undefined,
		acceptRefused: body['acceptRefused'] === true
	});
	return started ? json(jobView(jobs.get(job.id) ?? started), { status: 202 }) : gone();
}

/** Stops what is under way; an import at rest is discarded with its file. */
export function DELETE({ locals, params, request, url }) {
	const jobs = importJobs(locals.context);
	const job = jobs?.get(params.id);
	if (!jobs || !job) return gone();
	if (!isOwnSite(request, url)) return foreign();
	if (job.state.step === 'running') jobs.cancel(job.id);
	else jobs.remove(job.id);
	return new Response(null, { status: 204 });
}

const gone = () =>
	problem(404, { code: 'import-gone', message: 'There is no such import under way: it was discarded, or the server was started anew.' });
const foreign = () => problem(403, { code: 'other-site', message: 'This request came from another site, so it was refused.' });
