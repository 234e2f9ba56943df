import { setTimeout as wait } from 'node:timers/promises';
import { mainThreadMs, type Measured } from './chromium.ts';
import { quantile } from './figures.ts';

/** How a script of some seconds ran in the page. */
export interface Frames {
	readonly count: number;
	/** ms between animation frames */
	readonly median: number;
	readonly p95: number;
	readonly worst: number;
	/** ms of main-thread work a frame */
	readonly main: number;
	/** Tasks over 50 ms. */
	readonly long: readonly number[];
}

interface Recorder {
	readonly times: number[];
	readonly long: number[];
	stop(): void;
}

type RecordingWindow = Window & { recorder?: Recorder };

/** Runs a script while the page writes down when each of its frames began. */
export async function recordFrames(measured: Measured, script: () => Promise<void>): Promise<Frames> {
	const { page } = measured;
	await page.evaluate(() => {
		const times: number[] = [];
		const long: number[] = [];
		let on = true;
		const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
		observer.observe({ type: 'longtask' });
		const next = (now: number) => {
			times.push(now);
			if (on) requestAnimationFrame(next);
		};
		requestAnimationFrame(next);
		(window as RecordingWindow).recorder = {
			times,
			long,
			stop() {
				on = false;
				observer.disconnect();
			}
		};
	});
	const before = await mainThreadMs(measured);
	await script();
	const after = await mainThreadMs(measured);
	const { times, long } = await page.evaluate(() => {
		const { recorder } = window as RecordingWindow;
		recorder?.stop();
		return { times: recorder?.times ?? [], long: recorder?.long ?? [] };
	});
	const between = times.slice(1).map((time, at) => time - (times[at] ?? 0));
	return {
		count: between.length,
		median: quantile(between, 0.5),
		p95: quantile(between, 0.95),
		worst: Math.max(...between),
		main: (after - before) / between.length,
		long
	};
}

const STEP_MS = 16;

/** Calls `step` every 16 ms with the time since the beginning, for so long. */
export async function everyFrame(duration: number, step: (elapsed: number) => Promise<unknown>): Promise<void> {
	const begun = performance.now();
	for (let due = 0; due < duration; due += STEP_MS) {
		const ahead = due - (performance.now() - begun);
		if (ahead > 0) await wait(ahead);
		// Not waited for: a page that is behind must not slow the hand down.
		void step(performance.now() - begun).catch(() => undefined);
	}
}

/** Turns the wheel over a place. */
export function turnWheel({ devtools }: Measured, at: { x: number; y: number }, deltaX: number, deltaY: number): Promise<unknown> {
	return devtools.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX, deltaY });
}

/** Moves the mouse with its button held. */
export function drag({ devtools }: Measured, at: { x: number; y: number }): Promise<unknown> {
	return devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at, button: 'left', buttons: 1 });
}
