import type { Page } from 'playwright';

/** Which rows the table shows, and which are told by the timeline: what a reader sees of an answer. */
interface PaintedWindow extends Window {
	/** When the first key or click came, and when what it asked for was on the screen. */
	asked?: number;
	seen?: number;
	/** When the timeline was last drawn; what is to be done then. */
	drawn?: number;
	ondrawn?: () => void;
}

/** Lets the page tell when its timeline is drawn: each drawing begins with an empty canvas. Call before it is opened. */
export async function watchDrawing(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { clearRect } = CanvasRenderingContext2D.prototype;
		CanvasRenderingContext2D.prototype.clearRect = function (...where) {
			clearRect.apply(this, where);
			const own = window as PaintedWindow;
			if (!this.canvas.closest('.plot')) return;
			own.drawn = performance.now();
			own.ondrawn?.();
		};
	});
}

/**
 * Watches for the next key or click, and for the frame in which its answer has been painted: the table's first rows are
 * others than before and have their titles. An answer to a key is in the timeline, too. Answers how to wait for it; that answers
 * in ms.
 */
export async function watchAnswer(page: Page, trigger: 'click' | 'input'): Promise<() => Promise<number>> {
	await page.evaluate((type) => {
		const own = window as PaintedWindow;
		own.asked = own.seen = undefined;
		const shown = () =>
			[...document.querySelectorAll<HTMLElement>('tbody tr[data-index] a')].slice(0, 8).map((link) => link.textContent.trim());
		const before = shown().join('\n');
		addEventListener(
			type,
			(e) => {
				own.asked = e.timeStamp;
				const isThere = () => {
					const now = shown();
					const isDrawn = type === 'click' || (own.drawn ?? 0) > (own.asked ?? 0);
					return isDrawn && now.join('\n') !== before && now.length > 0 && !now.some((text) => text === '' || text === '…');
				};
				const look = () => {
					if (!isThere()) return void requestAnimationFrame(look);
					found();
				};
				// The timeline may be drawn after this frame's look: then it is this frame all the same.
				own.ondrawn = () => isThere() && found();
				const found = () => {
					if (own.ondrawn === undefined) return;
					own.ondrawn = undefined;
					// A message is handled after the frame has been laid out and painted.
					const channel = new MessageChannel();
					channel.port1.onmessage = () => (own.seen = performance.now());
					channel.port2.postMessage(null);
				};
				requestAnimationFrame(look);
			},
			{ capture: true, once: true }
		);
	}, trigger);
	return async () => {
		await page.waitForFunction(() => (window as PaintedWindow).seen !== undefined, undefined, { timeout: 30_000, polling: 10 });
		return page.evaluate(() => ((window as PaintedWindow).seen ?? NaN) - ((window as PaintedWindow).asked ?? NaN));
	};
}
