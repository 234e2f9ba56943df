import { error } from '@sveltejs/kit';
import { readStageState } from '#lib/presenting/stage-state.ts';
import { deckOf, roomsOf } from '../../api/decks.ts';
import { pageDeskOf } from '../../parts/page-desk-of.ts';
import { stepView } from '../../parts/step-view.ts';

/** What a room shows now, without the speaker's notes. */
export async function load({ locals, params, setHeaders }) {
	const { context, language } = locals;
	const room = await roomsOf(context).look(params.token);
	const kept = room && (await deckOf(context, room.deck));
	if (!room || !kept) error(404, { message: 'No room', code: 'not-found' });
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
	const state = readStageState(room.now.state);
	const set = await context.desk.columns();
	return {
		token: params.token,
		title: kept.deck.title,
		steps: kept.deck.steps.map(({ id, view, caption }) => ({ id, view, caption })),
		begin: state,
		desk: await pageDeskOf(context, set, null, stepView(state?.view ?? '', language))
	};
}
