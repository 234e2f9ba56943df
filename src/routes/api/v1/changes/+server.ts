import { json } from '@sveltejs/kit';
import { changesSince, type ChangeNotice } from '#lib/server/live/changes.ts';
import { changeStream } from '#lib/server/live/change-stream.ts';
import { badParameter, unknownParameter, wholeNumber } from '../../answers.ts';

const MOST = 1000;

/** The ledger from `since` on: JSON, or Server-Sent Events where the client asks for them (`id:` is the seq). */
export async function GET({ request, locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['since', 'limit', 'lang']);
	if (unknown) return unknown;
	const since = wholeNumber(url.searchParams, 'since', { fallback: 0, max: 999_999_999 });
	if ('refused' in since) return since.refused;
	const limit = wholeNumber(url.searchParams, 'limit', { fallback: 100, min: 1, max: MOST });
	if ('refused' in limit) return limit.refused;
	const { context } = locals;

	if (request.headers.get('accept')?.includes('text/event-stream')) {
		const last = request.headers.get('last-event-id');
		if (last !== null && !/^\d{1,9}$/.test(last))
			return badParameter('Last-Event-ID', last, 'Should be the seq of the last notice received.');
		// Without any starting point a listener wants what comes, not what was.
		const from = last !== null ? Number(last) : url.searchParams.has('since') ? since.value : await context.store.head();
		// A stream for HEAD would never be read nor ended, and keep the client waiting for the end of nothing.
		return new Response(request.method === 'HEAD' ? null : changeStream(context, from, request.signal), {
			headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
		});
	}
	const items: ChangeNotice[] = [];
	for await (const notice of changesSince(context.store, since.value, limit.value + 1)) items.push(notice);
	const page = items.slice(0, limit.value);
	return json({ items: page, next: items.length > limit.value ? page.at(-1)?.seq : null, head: await context.store.head() });
}
