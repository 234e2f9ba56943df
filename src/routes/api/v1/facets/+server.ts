import { json } from '@sveltejs/kit';
import { facetChoicesOf } from '#lib/columns/facets.ts';
import { filterOf } from '#lib/view/to-filter.ts';
import { columnsOf } from '#lib/tables/columns/columns-of.ts';
import { requested } from '../../requested.ts';

/** Counts by value for every column of the view's table that can be filtered; a column's own filter is left out of its counts. */
export async function GET({ locals, url }) {
	const asked = await requested(locals.context, locals.language, url.searchParams, []);
	if ('refused' in asked) return asked.refused;
	const { set, view } = asked;
	const filter = filterOf(view);
	const columns = columnsOf(view.table).filter((column) => column.filterable);
	const ids = columns.map((column) => column.id);
	const facets = Object.fromEntries(facetChoicesOf(set, filter, ids, view.table, asked.hits));
	return json({ table: view.table, facets, seq: set.seq });
}
