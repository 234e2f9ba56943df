import { json } from '@sveltejs/kit';
import { undoApart, undoJoin } from '#lib/server/records/name-proposals/name-desk.ts';
import { problem } from '../../../answers.ts';
import { invalidBody, refusedByLedger, textsOf } from '../answers.ts';

/** Takes a join back (`{"from": ID, "into": ID}`), as an entry of its own, or lets two be proposed again (`{"one": ID, "other": ID}`). */
export async function POST({ locals, request }) {
	const body = await textsOf(request, [], ['from', 'into', 'one', 'other']);
	if (body?.from && body.into) {
		const { from, into } = body;
		return refusedByLedger(async () => json({ seq: await undoJoin(locals.context, { from, into }) }, { status: 201 }));
	}
	if (body?.one && body.other) {
		const { one, other } = body;
		if (await undoApart(locals.context, one, other)) return json({ one, other });
		return problem(409, { code: 'not-kept-apart', message: `"${one}" and "${other}" are not kept apart.` });
	}
	return invalidBody('The body is JSON with the ids "from" and "into" of a join, or "one" and "other" of two kept apart.');
}
