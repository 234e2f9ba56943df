import { error } from '@sveltejs/kit';
import { readStageState } from '#lib/presenting/stage-state.ts';
import { pageDeskOf } from '../../parts/page-desk-of.ts';
import { stepView } from '../../parts/step-view.ts';

/** What a room shows now, without the speaker's notes. */
export async function load({ locals, params, setHeaders }) {
	const { context, language, room } = locals;
	if (!room) error(404, { message: 'No room', code: 'not-found' });
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const state = readStageState(room.state);
	return {
		token: params.token,
		title: room.title,
		steps: room.steps.map(({ id, view, caption }) => ({ id, view, caption })),
		begin: state,
		desk: await pageDeskOf(context, await context.columns(), null, stepView(state?.view ?? '', language))
	};
}
