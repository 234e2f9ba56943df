import { error, redirect } from '@sveltejs/kit';
import { KIND_SEGMENT } from '#lib/domain/kinds.ts';
import { answerRecord } from '#lib/server/records/record-answer.ts';

export async function load({ params, locals, url }) {
	const found = await answerRecord(locals.context, params.id);
	if (!found) error(404, { message: params.id, code: 'unknown-record' });
	// Not for ever: a join can be undone.
	if ('moved' in found) redirect(307, `/${KIND_SEGMENT[found.kind]}/${encodeURIComponent(found.moved)}${url.search}`);
	// An id under another kind's address is still that one record: it has one address only.
	const segment = KIND_SEGMENT[found.answer.kind];
	if (segment !== params.segment) redirect(301, `/${segment}/${encodeURIComponent(params.id)}${url.search}`);
	return { answer: found.answer };
}
