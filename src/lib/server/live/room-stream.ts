import type { RoomMoment, Rooms } from './rooms.ts';

const HEARTBEAT_MS = 15_000;
const encoder = new TextEncoder();

/** One moment is written once, however many follow. */
let last: { readonly moment: RoomMoment; readonly bytes: Uint8Array } | null = null;

function bytesOf(moment: RoomMoment): Uint8Array {
	if (last?.moment === moment) return last.bytes;
	const bytes = encoder.encode(`id: ${moment.n}\nevent: state\ndata: ${JSON.stringify(moment.state)}\n\n`);
	last = { moment, bytes };
	return bytes;
}

/**
 * A room as Server-Sent Events: what is shown now, then all that comes; `deck` when the steps or their words are other ones now,
 * `ended` when the presenter has closed it or the deck is gone. Who joins late or comes back gets the present at once, so nothing has
 * to be sent again. null: there is no such room.
 */
export async function roomStream(rooms: Rooms, token: string, signals: readonly AbortSignal[]): Promise<ReadableStream<Uint8Array> | null> {
	if (!(await rooms.look(token))) return null;
	let stop = (): void => undefined;
	return new ReadableStream<Uint8Array>({
		async start(controller) {
			let ended = false;
			const heartbeat = setInterval(() => controller.enqueue(encoder.encode('event: beat\ndata: {}\n\n')), HEARTBEAT_MS);
			stop = () => {
				if (ended) return;
				ended = true;
				clearInterval(heartbeat);
				unfollow?.();
			};
			const close = (): void => {
				if (ended) return;
				stop();
				controller.close();
			};
			controller.enqueue(encoder.encode('retry: 1000\n\n'));
			let unfollow: (() => void) | null = null;
			unfollow = await rooms.follow(token, (news) => {
				if (ended) return;
				if (typeof news === 'object') return controller.enqueue(bytesOf(news));
				controller.enqueue(encoder.encode(`event: ${news}\ndata: {}\n\n`));
				if (news === 'ended') close();
			});
			for (const signal of signals) {
				if (signal.aborted) close();
				else signal.addEventListener('abort', close, { once: true });
			}
		},
		cancel: () => stop()
	});
}
