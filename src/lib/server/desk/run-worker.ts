import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A thread at work. */
export interface Run {
	/** @throws what the thread failed with */
	readonly done: Promise<void>;
	stop(): void;
}

/**
 * Runs a script, named from this folder, on a thread of its own, from its source: the built server has no copy of it.
 * @param root the project's folder
 */
export function runWorker<Task, Message>(
	root: string,
	script: 'desk-worker.ts' | 'kept-worker.ts' | 'search-worker.ts' | '../records/name-proposals/names-worker.ts',
	task: Task,
	hear: (message: Message) => void
): Run {
	const worker = new Worker(join(root, 'src/lib/server/desk', script), { workerData: task });
	let stopped = false;
	const done = new Promise<void>((ended, failed) => {
		worker.on('message', (message: Message) => {
			if (!stopped) hear(message);
		});
		worker.on('error', failed);
		worker.on('exit', (code) => (code === 0 || stopped ? ended() : failed(new Error(`${script} ended with ${code}.`))));
	});
	return {
		done,
		stop() {
			stopped = true;
			void worker.terminate();
		}
	};
}
