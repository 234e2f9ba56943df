import { json } from '@sveltejs/kit';
import { readStageState } from '#lib/presenting/stage-state.ts';
import { problem } from '../../../answers.ts';
import { badStateOf, bodyOf, roomOf, roomsOf } from '../../../decks.ts';

const noRoom = () => problem(404, { code: 'not-found', message: 'There is no such room, or it has ended.' });
const notYours = () => problem(403, { code: 'not-yours', message: 'Only the browser that opened the room moves it.' });

/** What the room shows now, how many follow, and the revision its deck stands at. */
export async function GET({ locals, params }) {
	const found = await roomOf(locals.context, params.token);
	if (!found) return noRoom();
	const { now, followers } = found.room;
	return json({ state: now.state, n: now.n, followers, deck: found.deck.revision });
}

/** Shows something else: `{key, state, passing?}`. */
export async function POST({ locals, params, request }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const found = await roomOf(locals.context, params.token);
	if (!found) return noRoom();
	const state = readStageState(read.body.state);
	const refused = badStateOf(found.deck, state);
	if (refused) return refused;
	const moved = await roomsOf(locals.context).move(params.token, String(read.body.key ?? ''), state, read.body.passing === true);
	if (moved === 'no room') return noRoom();
	return moved === 'not yours' ? notYours() : json({ followers: moved, deck: found.deck.revision });
}

/** Ends the room; its presenter's key stands in the header `x-room-key`. */
export async function DELETE({ locals, params, request }) {
	const closed = await roomsOf(locals.context).close(params.token, request.headers.get('x-room-key') ?? '');
	if (closed === 'no room') return noRoom();
	return closed === 'not yours' ? notYours() : new Response(null, { status: 204 });
}
