import { bitmapOf } from '#lib/columns/mask.ts';
import { textMask } from '#lib/columns/text-mask.ts';
import { BEING_BUILT } from '#lib/server/desk/desk.ts';
import { LONGEST_QUESTION, nobodyWaits, searchBeingBuilt, tooLong, unknownParameter } from '../../answers.ts';
import { asofOf } from '../../asof.ts';

/** Which rows a text finds, as a bitmap: row r is bit r & 7 of byte r >> 3. */
export async function GET({ locals, url, request }) {
	const unknown = unknownParameter(url.searchParams, ['q', 'asof', 'lang']);
	if (unknown) return unknown;
	const q = url.searchParams.get('q') ?? '';
	if (q.length > LONGEST_QUESTION) return tooLong('q', q);
	const asof = await asofOf(locals.context, url.searchParams);
	if ('refused' in asof) return asof.refused;
	const { desk } = locals.context;
	const set = await desk.columns(asof.seq);
	if (request.signal.aborted) return nobodyWaits();
	const hits = await desk.textHits(set, q, asof.seq);
	if (hits === BEING_BUILT) return searchBeingBuilt();
	return new Response(bitmapOf(hits ?? textMask(set, q)) as Uint8Array<ArrayBuffer>, {
		headers: { 'content-type': 'application/octet-stream', 'x-accordline-seq': String(set.seq) }
	});
}
