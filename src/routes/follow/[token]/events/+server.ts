import { roomStream } from '#lib/server/live/room-stream.ts';
import { problem } from '../../../api/answers.ts';
import { roomsOf } from '../../../api/decks.ts';

/** What a room shows, as it comes (Server-Sent Events). */
export async function GET({ locals, params, request }) {
	const stream = await roomStream(roomsOf(locals.context), params.token, [request.signal, locals.context.stopping]);
	if (!stream) return problem(404, { code: 'not-found', message: 'There is no such room, or it has ended.' });
	return new Response(stream, {
		headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
	});
}
