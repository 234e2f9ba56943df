import { json } from '@sveltejs/kit';
import { markApart } from '#lib/server/records/name-proposals/name-desk.ts';
import { invalidBody, refusedByLedger, textsOf } from '../answers.ts';

/** Remembers that two actors are two (`{"one": ID, "other": ID, "because": TEXT}`): they are not proposed again. */
export async function POST({ locals, request }) {
	const body = await textsOf(request, ['one', 'other'], ['because']);
	if (!body) return invalidBody('The body is JSON with the ids "one" and "other" and, if you like, "because".');
	return refusedByLedger(async () => {
		const pair = { ...body, at: new Date().toISOString() };
		await markApart(locals.context, pair);
		return json(pair, { status: 201 });
	});
}
