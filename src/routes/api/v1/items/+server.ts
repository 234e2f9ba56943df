import { json } from '@sveltejs/kit';
import { GONE } from '#lib/columns/column-set.ts';
import { columnsToJson, patchToJson } from '#lib/columns/wire.ts';
import { columnsBytes } from '#lib/server/desk/columns-bytes.ts';
import { changesBetween, SMALL_SET } from '#lib/server/desk/whole-set.ts';
import { badParameter, wholeNumber } from '../../answers.ts';
import { requested } from '../../requested.ts';

const BINARY = 'application/vnd.accordline.columns';
const KINDS = ['event', 'agreement', 'follow-up'];
/** A patch of more records is no shorter than the whole. */
const MOST_PATCHED = 5000;

/**
 * Everything the timeline and the tables draw. JSON with the mask of this view (by row 0 no, 1 possibly, 2 certainly), for a
 * store of a few hundred records; in the binary form, without words, of any size; with `since`, what has changed since.
 */
export async function GET({ locals, url, request }) {
	const since = wholeNumber(url.searchParams, 'since', { fallback: -1, min: 0, max: 999_999_999 });
	if ('refused' in since) return since.refused;
	const form = url.searchParams.get('form');
	if (form !== null && form !== 'columns') return badParameter('form', form, 'The one form that can be asked for is `columns`.');
	const asked = await requested(locals.context, locals.language, url.searchParams, ['since', 'form']);
	if ('refused' in asked) return asked.refused;
	const { set } = asked;
	if (since.value >= 0) {
		const { store } = locals.context;
		if ((await store.changedCount(since.value, set.seq, MOST_PATCHED + 1)) > MOST_PATCHED)
			return badParameter('since', String(since.value), 'Too much has changed since; ask for all of it.');
		const { bodies, gone, seq } = await changesBetween(store, since.value, set.seq);
		return json(patchToJson(bodies, gone, seq));
	}
	if (form === 'columns' || request.headers.get('accept')?.includes(BINARY)) {
		const pieces = columnsBytes(set);
		const stream = new ReadableStream<Uint8Array>({
			async pull(controller) {
				const { value, done } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(value);
			}
		});
		return new Response(stream, { headers: { 'content-type': BINARY, 'cache-control': 'no-store', etag: `"${set.seq}"` } });
	}
	if (!set.words.complete || set.count > 10 * SMALL_SET)
		return badParameter(
			'Accept',
			request.headers.get('accept') ?? '',
			`There are ${set.count} rows; ask for form=columns (${BINARY}), and for words by /api/v1/rows.`
		);
	const { rows, ...columns } = columnsToJson(set);
	const items = rows.flatMap((row) => (row.kind === GONE ? [] : [{ ...row, kind: KINDS[row.kind] }]));
	const mask = [...asked.mask].filter((_, row) => set.kind[row] !== GONE);
	return json({ ...columns, items, mask, next: null });
}
