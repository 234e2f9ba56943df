import { json } from '@sveltejs/kit';
import { findRecords } from '#lib/server/records/find-records.ts';
import { LONGEST_QUESTION, tooLong, unknownParameter, wholeNumber } from '../../answers.ts';

const MOST = 100;

/** Records of every kind whose text holds all words of `q`, the best first: a word's beginning or, from three letters on, inside a word. */
export async function GET({ locals, url, request }) {
	const unknown = unknownParameter(url.searchParams, ['q', 'limit', 'lang']);
	if (unknown) return unknown;
	const limit = wholeNumber(url.searchParams, 'limit', { fallback: 20, min: 1, max: MOST });
	if ('refused' in limit) return limit.refused;
	const q = url.searchParams.get('q') ?? '';
	if (q.length > LONGEST_QUESTION) return tooLong('q', q);
	return json({ items: await findRecords(locals.context, q, limit.value, request.signal) });
}
