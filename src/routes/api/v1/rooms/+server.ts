import { json } from '@sveltejs/kit';
import { isLoopback } from '#lib/server/desk/writes.ts';
import { AT_FIRST, readStageState } from '#lib/presenting/stage-state.ts';
import { badStateOf, bodyOf, deckOf, noDeck, roomsOf } from '../../decks.ts';

/** Opens a room in which others follow a deck: `{deck, state?}`. The key is told once; only it moves the room. */
export async function POST({ locals, request, url }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const id = String(read.body.deck ?? '');
	const deck = await deckOf(locals.context, id);
	if (!deck) return noDeck(id);
	const state = read.body.state === undefined ? AT_FIRST : readStageState(read.body.state);
	const refused = badStateOf(deck, state);
	if (refused) return refused;
	const { token, key } = await roomsOf(locals.context).open(id, state);
	const { listensOn, origin } = locals.context.reach;
	const from = origin ?? url.origin;
	return json(
		{ token, key, address: `${from}/follow/${token}`, reach: reachOf(listensOn, new URL(from).hostname), deck: deck.revision },
		{ status: 201 }
	);
}

/** Whom an address reaches: this machine alone because the server listens to nobody else, or because it is named by a name that means it. */
function reachOf(listensOn: string | null, host: string): 'all' | 'listens-here' | 'named-here' {
	if (!isLoopback(host)) return 'all';
	return listensOn === null || isLoopback(listensOn) ? 'listens-here' : 'named-here';
}
