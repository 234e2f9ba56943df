import { ranksOf } from '#lib/columns/ranks.ts';
import { badParameter, searchBeingBuilt, unknownParameter } from '../../answers.ts';
import { asofOf } from '../../asof.ts';

/** Ranks of titles in one language, or of dates, little-endian 32-bit numbers, one a row: equal titles rank alike, 0xffffffff has none. */
export async function GET({ locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['by', 'lang', 'asof']);
	if (unknown) return unknown;
	const by = url.searchParams.get('by') ?? 'title';
	if (by !== 'title' && by !== 'date') return badParameter('by', by, 'Should be "title" or "date".');
	const asof = await asofOf(locals.context, url.searchParams);
	if ('refused' in asof) return asof.refused;
	const { desk } = locals.context;
	const set = await desk.columns(asof.seq);
	const ranks = (by === 'title' ? await desk.ranks(set, locals.language) : null) ?? ranksOf(set, by, locals.language)?.ranks;
	if (!ranks) return searchBeingBuilt();
	const bytes = new Uint8Array(set.count * 4);
	bytes.set(new Uint8Array(ranks.buffer, ranks.byteOffset, bytes.length));
	return new Response(bytes, { headers: { 'content-type': 'application/octet-stream', 'x-accordline-seq': String(set.seq) } });
}
