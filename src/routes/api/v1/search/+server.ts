import { json } from '@sveltejs/kit';
import { titleOf } from '#lib/domain/read-record.ts';
import { foldWords } from '#lib/language/fold.ts';
import { unknownParameter, wholeNumber } from '../../answers.ts';

const MOST = 100;

/** Records of every kind whose text holds all words of `q`, as a word's beginning or, from three letters on, inside a word. */
export async function GET({ locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['q', 'limit', 'lang']);
	if (unknown) return unknown;
	const limit = wholeNumber(url.searchParams, 'limit', { fallback: 20, min: 1, max: MOST });
	if ('refused' in limit) return limit.refused;
	const terms = foldWords(url.searchParams.get('q') ?? '');
	if (terms.length === 0) return json({ items: [] });
	const { store } = locals.context;
	const items = [];
	for (const id of await store.search(terms, limit.value)) {
		const body = await store.record(id);
		if (body) items.push({ id, kind: body.kind, title: titleOf(body) });
	}
	return json({ items });
}
