import { json } from '@sveltejs/kit';
import { readStageState } from '#lib/presenting/stage-state.ts';
import { problem } from '../../../answers.ts';
import { bodyOf, roomsOf } from '../../../decks.ts';

const noRoom = () => problem(404, { code: 'not-found', message: 'There is no such room, or it has ended.' });
const notYours = () => problem(403, { code: 'not-yours', message: 'Only the browser that opened the room moves it.' });

/** What the room shows now, and how many follow. */
export async function GET({ locals, params }) {
	const room = await roomsOf(locals.context).look(params.token);
	return room ? json({ state: room.now.state, n: room.now.n, followers: room.followers }) : noRoom();
}

/** Shows something else: `{key, state, passing?}`. */
export async function POST({ locals, params, request }) {
	const read = await bodyOf(request);
	if ('refused' in read) return read.refused;
	const state = readStageState(read.body.state);
	if (!state) return problem(400, { code: 'invalid-state', parameter: 'state', message: 'Should be {step, view, blank, pointer}.' });
	const moved = await roomsOf(locals.context).move(params.token, String(read.body.key ?? ''), state, read.body.passing === true);
	if (moved === 'no room') return noRoom();
	return moved === 'not yours' ? notYours() : json({ followers: moved });
}

/** Ends the room; its presenter's key stands in the header `x-room-key`. */
export async function DELETE({ locals, params, request }) {
	const closed = await roomsOf(locals.context).close(params.token, request.headers.get('x-room-key') ?? '');
	if (closed === 'no room') return noRoom();
	return closed === 'not yours' ? notYours() : new Response(null, { status: 204 });
}
