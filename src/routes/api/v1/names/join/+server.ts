import { json } from '@sveltejs/kit';
import { joinNames } from '#lib/server/records/name-proposals/name-desk.ts';
import { invalidBody, refusedByLedger, textsOf } from '../answers.ts';

/** Joins two actors (`{"from": ID, "into": ID, "because": TEXT}`) as one entry of the ledger; the old address redirects. */
export async function POST({ locals, request }) {
	const body = await textsOf(request, ['from', 'into'], ['because']);
	if (!body) return invalidBody('The body is JSON with the ids "from" and "into" and, if you like, "because".');
	return refusedByLedger(async () => json({ seq: await joinNames(locals.context, body) }, { status: 201 }));
}
