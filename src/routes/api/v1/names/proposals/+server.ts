import { json } from '@sveltejs/kit';
import { namesSoon } from '../../../../names/names-view.ts';
import { namesBeingCompared, unknownParameter, wholeNumber } from '../../../answers.ts';

const MOST = 500;

/**
 * Actors whose names may be one, the likeliest first, with the reasons; the joins that stand, the pairs kept apart, and
 * people that sources spell in several ways. Nothing is joined by itself.
 */
export async function GET({ locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['limit', 'after', 'lang']);
	if (unknown) return unknown;
	const limit = wholeNumber(url.searchParams, 'limit', { fallback: 100, min: 1, max: MOST });
	if ('refused' in limit) return limit.refused;
	const after = wholeNumber(url.searchParams, 'after', { fallback: 0, max: 1_000_000 });
	if ('refused' in after) return after.refused;
	const found = await namesSoon(locals.context, { limit: limit.value, from: after.value });
	if (!('view' in found)) return namesBeingCompared(found.compared);
	const { view } = found;
	const { proposals, ...rest } = view;
	const end = after.value + proposals.length;
	const items = proposals.map((proposal) => ({ id: `${proposal.from} ${proposal.into}`, kind: 'proposal', ...proposal }));
	return json({ items, next: end < view.count ? end : null, ...rest });
}
