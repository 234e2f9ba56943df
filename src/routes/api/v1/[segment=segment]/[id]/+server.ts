import { json, redirect } from '@sveltejs/kit';
import { KIND_SEGMENT } from '#lib/domain/kinds.ts';
import { answerRecord } from '#lib/server/records/record-answer.ts';
import { problem, unknownParameter } from '../../../answers.ts';
import { asofOf } from '../../../asof.ts';

/** One record with its claims, conflicts, inverse links and history. */
export async function GET({ params, locals, url }) {
	const unknown = unknownParameter(url.searchParams, ['asof', 'lang']);
	if (unknown) return unknown;
	const asof = await asofOf(locals.context, url.searchParams);
	if ('refused' in asof) return asof.refused;
	const found = await answerRecord(locals.context, params.id, asof.seq ?? undefined);
	if (!found) return problem(404, { code: 'unknown-record', message: `There is no record "${params.id}".`, value: params.id });
	// Not for ever: a join can be undone.
	if ('moved' in found) redirect(307, `/api/v1/${KIND_SEGMENT[found.kind]}/${encodeURIComponent(found.moved)}${url.search}`);
	if (KIND_SEGMENT[found.answer.kind] !== params.segment) {
		return problem(404, {
			code: 'other-kind',
			message: `"${params.id}" is found under /api/v1/${KIND_SEGMENT[found.answer.kind]}.`,
			value: params.id
		});
	}
	return json(found.answer);
}
