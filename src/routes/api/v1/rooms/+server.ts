import { json } from '@sveltejs/kit';
import { AT_FIRST, readStageState } from '#lib/presenting/stage-state.ts';
import { problem } from '../../answers.ts';
import { bodyOf, deckOf, noDeck, roomsOf } from '../../decks.ts';

/** Opens a room in which others follow a deck: `{deck, state?}`. The key is told once; only it moves the room. */
export async function POST({ locals, request, url }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const id = String(read.body.deck ?? '');
	if (!(await deckOf(locals.context, id))) return noDeck(id);
	const state = read.body.state === undefined ? AT_FIRST : readStageState(read.body.state);
	if (!state) return problem(400, { code: 'invalid-state', parameter: 'state', message: 'Should be {step, view, blank, pointer}.' });
	const { token, key } = await roomsOf(locals.context).open(id, state);
	const origin = locals.context.reach.origin ?? url.origin;
	return json({ token, key, address: `${origin}/follow/${token}` }, { status: 201 });
}
