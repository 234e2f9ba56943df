import { json } from '@sveltejs/kit';
import { problem } from '../../../../answers.ts';
import { changesOfShare } from '../../../../share-changes.ts';
import { refusal } from '../../../../share-refusal.ts';
import { sharesOf } from '../../../../share-context.ts';

/** What became of a shared view since its moment: added, moved, newly contradicted, dropped. */
export async function GET({ locals, params }) {
	const share = await sharesOf(locals.context).find(params.token);
	if (!share) return problem(404, { code: 'not-found', message: 'There is no such shared view, or it has ended.' });
	const changes = await changesOfShare(locals.context, share);
	return 'refused' in changes ? refusal(changes) : json(changes);
}
