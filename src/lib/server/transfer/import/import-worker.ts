/** Imports, and undoes imports, on a thread of its own, so that server and command stay free to answer and to stop it. */
import { parentPort, workerData } from 'node:worker_threads';
import { doTask, type ImportTask, type TaskMessage } from './import-task.ts';

/** How often the thread tells how far it is. */
const TELL_MS = 150;

const { task, stop } = workerData as { task: ImportTask; stop: Int32Array };
const cancelling = new AbortController();
let last = 0;

function tell(message: TaskMessage): void {
	// A busy thread hears no messages: it looks whether it should stop whenever it says how far it is.
	if (Atomics.load(stop, 0) !== 0 && !cancelling.signal.aborted) cancelling.abort(new Error('Cancelled.'));
	const now = Date.now();
	if (message.type === 'progress' && now - last < TELL_MS) return;
	last = now;
	parentPort?.postMessage(message);
}

const outcome = await doTask(task, { tell, signal: cancelling.signal, clock: Date.now });
parentPort?.postMessage(outcome);
