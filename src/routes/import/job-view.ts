import type { ImportJob, JobState } from '#lib/server/transfer/import/import-jobs.ts';
import type { ImportReport } from '#lib/server/transfer/import/report.ts';

/** Problems of each severity that a page lists; the download has all. */
const LISTED = 200;

/** An import under way, as its page and the API tell it. */
export interface JobView {
	readonly id: string;
	readonly name: string;
	readonly bytes: number;
	readonly read: ImportJob['read'];
	readonly choice: ImportJob['choice'];
	readonly examined: ImportJob['examined'];
	readonly state: JobState;
	readonly undoes: number | null;
}

export function jobView(job: ImportJob): JobView {
	return { ...job, state: shortened(job.state) };
}

function shortened(state: JobState): JobState {
	if ((state.step === 'tried' || state.step === 'done') && state.report) return { ...state, report: shortReport(state.report) };
	if (state.step === 'refused' && state.refusal.report)
		return { ...state, refusal: { ...state.refusal, report: shortReport(state.refusal.report) } };
	return state;
}

function shortReport(report: ImportReport): ImportReport {
	return { ...report, refused: report.refused.slice(0, LISTED), odd: report.odd.slice(0, LISTED) };
}
