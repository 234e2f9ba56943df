import type { ServerContext } from '../context.ts';
import { changesSince } from './changes.ts';

/** Proxies and browsers drop a silent connection; a beat keeps it, and tells the page a dead one from a quiet one. */
const HEARTBEAT_MS = 20_000;
const BATCH = 200;

/**
 * The ledger after `since` as Server-Sent Events, then whatever is written from now on. The ledger is read, not the
 * notification: a notice only wakes, so nothing is lost or out of order between the two.
 */
export function changeStream(context: ServerContext, since: number, signal: AbortSignal): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let position = since;
	let reading = false;
	let again = false;
	let end = () => {};
	return new ReadableStream<Uint8Array>({
		start(controller) {
			const send = (text: string) => controller.enqueue(encoder.encode(text));
			const read = async () => {
				if (reading) {
					again = true;
					return;
				}
				reading = true;
				try {
					do {
						again = false;
						for await (const notice of changesSince(context.store, position, BATCH)) {
							if (stopped) return;
							send(`id: ${notice.seq}\nevent: change\ndata: ${JSON.stringify(notice)}\n\n`);
							position = notice.seq;
							again = true;
						}
					} while (again && !stopped);
				} catch (error) {
					if (!stopped) controller.error(error);
					end();
				} finally {
					reading = false;
				}
			};
			let stopped = false;
			const unsubscribe = context.ledger.subscribe(() => void read());
			const unforeign = context.onforeign(() => void read());
			const heartbeat = setInterval(() => send('event: beat\ndata: {}\n\n'), HEARTBEAT_MS);
			end = () => {
				if (stopped) return;
				stopped = true;
				unsubscribe();
				unforeign();
				clearInterval(heartbeat);
			};
			const close = () => {
				if (stopped) return;
				end();
				controller.close();
			};
			signal.addEventListener('abort', close, { once: true });
			context.stopping.addEventListener('abort', close, { once: true });
			send('retry: 2000\n\n');
			void read();
		},
		cancel: () => end()
	});
}
