import { joinList } from './codecs.ts';
import { PARAMETERS, written } from './parameters.ts';
import type { ViewState } from './view-state.ts';

/** What a change of the view does to the browser's history. */
export type HistoryAct = 'none' | 'replace' | 'push';

/** Looking about and arranging: Back should not have to step through it. */
const REPLACING: ReadonlySet<keyof ViewState> = new Set<keyof ViewState>(['extent', 'cols']);

/**
 * Pan and zoom replace; everything one would want to come back from pushes. Typing in the search pushes once, when it
 * begins, and replaces from then on.
 */
export function historyAct(before: ViewState, after: ViewState): HistoryAct {
	const changed = changedFields(before, after);
	if (changed.length === 0) return 'none';
	const pushes = changed.some((field) => (field === 'q' ? before.q === '' : !REPLACING.has(field)));
	return pushes ? 'push' : 'replace';
}

/** Whether the server has to load again: it answers for another language, or another state of knowledge. */
export function needsLoad(before: ViewState, after: ViewState): boolean {
	return PARAMETERS.some((parameter) => parameter.loads && written(parameter, before) !== written(parameter, after));
}

/** The fields in which two views differ as the address would write them. */
export function changedFields(before: ViewState, after: ViewState): (keyof ViewState)[] {
	const fields = PARAMETERS.filter((parameter) => written(parameter, before) !== written(parameter, after)).map(({ field }) => field);
	return columnText(before) === columnText(after) ? fields : [...fields, 'columnFilters'];
}

function columnText({ columnFilters }: ViewState): string {
	const asked = Object.keys(columnFilters).filter((path) => columnFilters[path]?.length);
	return asked
		.sort()
		.map((path) => `${path}=${joinList(columnFilters[path] ?? [])}`)
		.join('&');
}
