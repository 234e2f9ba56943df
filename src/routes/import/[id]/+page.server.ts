import { error, fail, redirect } from '@sveltejs/kit';
import type { Mapping } from '#lib/formats/foreign.ts';
import type { ImportJob } from '#lib/server/transfer/import/import-jobs.ts';
import { FORMAT_NAMES, isFormatName } from '#lib/server/transfer/import/format-names.ts';
import type { ReadOptions } from '#lib/server/transfer/import/open-file.ts';
import type { ServerContext } from '#lib/server/context.ts';
import { importJobs, importsSoFar, isOwnSite, pastViews } from '../imports.ts';
import { jobView } from '../job-view.ts';
import { choicesIn, mappingOf, openIn, type ColumnChoice } from '../mapping-form.ts';

/** A page without scripts is answered at once when the work is over so soon. */
const SOON_MS = 1500;

export async function load({ params, locals }) {
	const { context } = locals;
	const jobs = importJobs(context);
	const job = jobs?.get(params.id);
	if (!jobs || !job) error(404, { message: 'not-found', code: 'import-gone' });
	return {
		job: jobView(job),
		series: await seriesFor(context, job),
		hasProblems: jobs.problemsOf(job.id) !== null,
		formats: FORMAT_NAMES,
		past: await pastOf(context, job)
	};
}

/** What became of the entry an import wrote: somebody may have undone it since, or put a later edition on it. */
async function pastOf(context: ServerContext, { state }: ImportJob) {
	const entry = state.step === 'done' ? (state.report?.entry ?? null) : null;
	const past = entry === null ? undefined : (await pastViews(context)).find((each) => each.entry === entry);
	return past ? { entry: past.entry, file: past.file, undone: past.undone, later: past.later } : null;
}

/** The series the file seems to continue, and the others of its format: their latest editions. */
async function seriesFor(context: ServerContext, job: ImportJob) {
	const { examined } = job;
	if (!examined) return [];
	const imports = (await importsSoFar(context)).filter(({ undone }) => !undone);
	const { format, series } = examined;
	const latest = new Map(imports.filter(({ facts }) => facts.format === format).map((each) => [each.facts.source, each]));
	const titles = await context.store.recordsById([...latest.keys()]);
	return [...latest.values()].reverse().map(({ seq, facts }) => {
		const title = titles.get(facts.source)?.fields['title'];
		const name = title?.shape === 'text' ? (Object.values(title.text)[0] ?? facts.file) : facts.file;
		return { source: facts.source, entry: seq, name, proposed: facts.source === series.source, doubtful: facts.source === series.doubtful };
	});
}

/** What the form says of how the file is to be read. */
function readOf(form: FormData, job: ImportJob): { read: ReadOptions; said: readonly ColumnChoice[] } {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const table = job.examined?.table ?? null;
	const raw = String(form.get('delimiter') ?? '');
	const headerRow = Number(text('header-row'));
	const format = text('format');
	const order = text('order');
	const cut: ReadOptions = {
		...(isFormatName(format) && { format }),
		...(text('encoding') !== '' && { encoding: text('encoding') }),
		...(raw !== '' && { delimiter: raw }),
		...(text('sheet') !== '' && { sheet: text('sheet') }),
		...(Number.isInteger(headerRow) && headerRow > 0 && { headerRow }),
		...((order === 'dmy' || order === 'mdy') && { order })
	};
	if (!table || !form.has('to.0')) return { read: cut, said: [] };
	const before: Mapping = job.read.mapping ?? table.mapping;
	const said = choicesIn(form, table.columns);
	const mapping = mappingOf(form, table.columns, said, before);
	const { encoding, delimiter, sheet } = cut;
	return {
		read: {
			...cut,
			mapping: {
				...mapping,
				...(encoding !== undefined && { encoding }),
				...(delimiter !== undefined && { delimiter }),
				...(sheet !== undefined && { sheet }),
				headerRow: cut.headerRow ?? table.headerRow
			}
		},
		said
	};
}

export const actions = {
	look: async ({ request, params, locals, url }) => {
		const { jobs, job } = found(locals.context, params.id, request, url);
		const { read } = readOf(await request.formData(), job);
		const { mapping: _mapping, ...cut } = read;
		await jobs.examine(job.id, cut);
		redirect(303, `/import/${job.id}`);
	},
	try: async ({ request, params, locals, url }) => run('try', params.id, request, url, locals.context),
	commit: async ({ request, params, locals, url }) => run('commit', params.id, request, url, locals.context),
	cancel: async ({ request, params, locals, url }) => {
		const { jobs, job } = found(locals.context, params.id, request, url);
		jobs.cancel(job.id);
		await jobs.settled(job.id, SOON_MS);
		redirect(303, `/import/${job.id}`);
	},
	discard: async ({ request, params, locals, url }) => {
		const { jobs, job } = found(locals.context, params.id, request, url);
		jobs.remove(job.id);
		redirect(303, '/import');
	}
};

function found(context: ServerContext, id: string, request: Request, url: URL) {
	const jobs = importJobs(context);
	const job = jobs?.get(id);
	if (!jobs || !job) error(404, { message: 'not-found', code: 'import-gone' });
	if (!isOwnSite(request, url)) error(403, { message: 'other-site', code: 'other-site' });
	return { jobs, job };
}

async function run(what: 'try' | 'commit', id: string, request: Request, url: URL, context: ServerContext) {
	const { jobs, job } = found(context, id, request, url);
	const form = await request.formData();
	// The button under a report commits what was tried; the form above it says anew what is meant.
	const isFromForm = form.has('form');
	const { read, said } = isFromForm ? readOf(form, job) : { read: job.read, said: [] };
	// What was said so far is shown again beside what is asked: without scripts the page would begin anew.
	if (said.some((choice) => openIn(choice).length > 0))
		return fail(400, { said, kind: String(form.get('kind') ?? ''), language: String(form.get('language') ?? '') });
	const source = String(form.get('source') ?? '');
	const title = String(form.get('title') ?? '').trim();
	const started = jobs.run(id, what, read, {
		source: isFromForm ? source || undefined : job.choice.source,
		title: isFromForm ? title || undefined : job.choice.title,
		acceptRefused: form.has('accept-refused')
	});
	// Nothing starts without the file; it may have been taken away, and then the page says so.
	if (started?.state.step !== 'running') error(404, { message: 'not-found', code: 'import-gone' });
	await jobs.settled(id, SOON_MS);
	redirect(303, `/import/${id}`);
}
