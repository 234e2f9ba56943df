import { json } from '@sveltejs/kit';
import { unknownParameter, wholeNumber } from '../../answers.ts';
import { asofOf } from '../../asof.ts';

const MOST = 500;

/** A page of claims in ledger order. */
export async function GET({ locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['after', 'limit', 'source', 'asof', 'lang']);
	if (unknown) return unknown;
	const limit = wholeNumber(url.searchParams, 'limit', { fallback: 100, min: 1, max: MOST });
	if ('refused' in limit) return limit.refused;
	const asof = await asofOf(locals.context, url.searchParams);
	if ('refused' in asof) return asof.refused;
	const claims = await locals.context.store.claimPage({
		after: url.searchParams.get('after') ?? undefined,
		limit: limit.value + 1,
		source: url.searchParams.get('source') ?? undefined,
		asof: asof.seq ?? undefined
	});
	const items = claims.slice(0, limit.value).map((claim) => ({ ...claim, kind: 'claim', record_kind: claim.kind }));
	return json({ items, next: claims.length > limit.value ? items.at(-1)?.id : null });
}
