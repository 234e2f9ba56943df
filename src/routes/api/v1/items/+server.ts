import { json } from '@sveltejs/kit';
import { columnsToJson } from '#lib/columns/wire.ts';
import { requested } from '../../requested.ts';

/** Everything the timeline and the tables draw, with the mask of this view: by row 0 no, 1 possibly, 2 certainly. */
export async function GET({ locals, url }) {
	const asked = await requested(locals.context, locals.language, url.searchParams, []);
	if ('refused' in asked) return asked.refused;
	const { rows, ...columns } = columnsToJson(asked.set);
	const kinds = ['event', 'agreement', 'follow-up'];
	return json({ ...columns, items: rows.map((row) => ({ ...row, kind: kinds[row.kind] })), mask: [...asked.mask], next: null });
}
