import type { Filter } from '#lib/filter/filter.ts';
import { intervalFromText } from './interval-text.ts';
import type { ViewState } from './view-state.ts';

/** The question a view asks of records. The table shown does not narrow it: the timeline shows all kinds. */
export function filterOf(view: ViewState): Filter {
	return {
		q: view.q,
		within: view.within === null ? null : intervalFromText(view.within),
		relation: view.within === null ? 'overlaps' : view.relation,
		possible: view.possible,
		undated: view.undated,
		tables: [],
		kind: view.kind,
		status: view.status,
		track: view.track,
		topic: view.topic,
		actor: view.actor,
		conflict: view.conflict,
		columns: view.columnFilters,
		published: view.published
	};
}
