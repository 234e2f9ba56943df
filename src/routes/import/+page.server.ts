import { fail, redirect } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import { LARGEST_UPLOAD, TooLargeError } from '#lib/server/transfer/import/staging.ts';
import { canUndo, importJobs, isOwnSite, pastViews } from './imports.ts';

/** A form without scripts is held in memory while it arrives. */
const LARGEST_FORM = 256 * 1024 ** 2;

export async function load({ locals }) {
	const { context } = locals;
	const jobs = importJobs(context);
	const running = (jobs?.all() ?? []).filter(({ state }) => state.step !== 'done');
	return {
		takesFiles: jobs !== null,
		largest: LARGEST_UPLOAD,
		largestForm: LARGEST_FORM,
		running: running.map(({ id, name, state, undoes }) => ({ id, name, step: state.step, undoes })),
		past: await pastViews(context)
	};
}

export const actions = {
	/** The file of a page without scripts. */
	upload: async ({ request, locals, url }) => {
		const jobs = importJobs(locals.context);
		if (!jobs || !isOwnSite(request, url)) return fail(403, { problem: jobs ? 'other-site' : 'in-memory' } as const);
		const length = Number(request.headers.get('content-length') ?? NaN);
		if (!(length <= LARGEST_FORM)) return fail(413, { problem: 'too-large' } as const);
		const form = await request.formData().catch(() => null);
		const file = form?.get('file');
		if (!(file instanceof File) || file.size === 0) return fail(400, { problem: 'no-file' } as const);
		try {
			const job = await jobs.add(file.name, Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]));
			redirect(303, `/import/${job.id}`);
		} catch (error) {
			if (error instanceof TooLargeError) return fail(413, { problem: 'too-large' } as const);
			throw error;
		}
	},
	undo: async ({ request, locals, url }) => {
		const jobs = importJobs(locals.context);
		if (!jobs || !isOwnSite(request, url)) return fail(403, { problem: jobs ? 'other-site' : 'in-memory' } as const);
		const form = await request.formData();
		const entry = Number(form.get('entry'));
		if (!Number.isInteger(entry) || !(await canUndo(locals.context, entry))) redirect(303, '/import');
		const job = jobs.undo(entry);
		await jobs.settled(job.id, 1500);
		redirect(303, `/import/${job.id}`);
	}
};
