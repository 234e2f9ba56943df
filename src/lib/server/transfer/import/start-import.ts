import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportTask, Outcome, TaskMessage } from './import-task.ts';

/** An import under way. */
export interface RunningImport {
	readonly outcome: Promise<Outcome>;
	/** Asks it to stop: what was not committed is taken back whole. */
	cancel(): void;
}

/** @param root the project's folder: the thread is started from its sources, also by the built server */
export function startImport(
	task: ImportTask,
	{ root, onmessage }: { root: string; onmessage: (message: TaskMessage) => void }
): RunningImport {
	const stop = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(join(root, 'src/lib/server/transfer/import/import-worker.ts'), { workerData: { task, stop } });
	const outcome = new Promise<Outcome>((done) => {
		let found: Outcome | null = null;
		worker.on('message', (message: TaskMessage) => {
			onmessage(message);
			if (message.type !== 'progress' && message.type !== 'committed') found = message;
		});
		worker.on('error', (error: Error) => (found = { type: 'failed', message: error.stack ?? error.message }));
		worker.on('exit', (code) => done(found ?? { type: 'failed', message: `The import ended without a word (${code}).` }));
	});
	return {
		outcome,
		cancel: () => {
			Atomics.store(stop, 0, 1);
		}
	};
}
