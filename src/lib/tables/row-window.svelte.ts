import { untrack } from 'svelte';
import { drawnRows, offsetOf, scrollTopFor, type Sheet, type WindowRow } from './row-sheet.ts';

/** Rows that stand in the page before any script has run; a table of no more needs no window. */
const FIRST_ROWS = 60;

export interface RowWindowOptions {
	readonly scroller: () => HTMLElement | null;
	readonly count: () => number;
	/** Heights of a row and of the sticky head, px. */
	readonly rowHeight: () => number;
	readonly headHeight: () => number;
	/** A row that stays in the page wherever it is scrolled to, because it has the focus; -1: none. */
	readonly keep: () => number;
}

export interface RowWindow {
	readonly rows: readonly WindowRow[];
	/** Empty height after the last row drawn, px. */
	readonly rest: number;
	/** Whole rows that fit at once. */
	readonly page: number;
	/** True once rows come and go with scrolling. */
	readonly live: boolean;
	/** Scrolls as little as needed to show a row. */
	reveal(index: number): void;
}

/** The rows in view and a few around them, of however many there are. All rows are equally high. Call while a component is set up. */
export function createRowWindow(options: RowWindowOptions): RowWindow {
	/** Where the scroller stands and how high it is; null until it is in the page. */
	let at = $state.raw<{ readonly top: number; readonly height: number } | null>(null);
	const long = $derived(options.count() > FIRST_ROWS);
	const sheet = $derived<Sheet>({ count: options.count(), row: options.rowHeight(), head: options.headHeight(), view: at?.height ?? 0 });

	$effect(() => {
		const scroller = options.scroller();
		if (!scroller || !long) return;
		let frame = 0;
		const look = (): void => {
			frame = 0;
			at = { top: scroller.scrollTop, height: scroller.clientHeight };
		};
		const soon = (): void => {
			if (frame === 0) frame = requestAnimationFrame(look);
		};
		untrack(look);
		scroller.addEventListener('scroll', soon, { passive: true });
		const resized = new ResizeObserver(soon);
		resized.observe(scroller);
		return () => {
			cancelAnimationFrame(frame);
			scroller.removeEventListener('scroll', soon);
			resized.disconnect();
			at = null;
		};
	});

	const drawn = $derived(
		at && long
			? drawnRows(sheet, at.top, options.keep())
			: { rows: Array.from({ length: Math.min(FIRST_ROWS, options.count()) }, (_, index) => ({ index, gap: 0 })), rest: 0 }
	);

	return {
		get rows() {
			return drawn.rows;
		},
		get rest() {
			return drawn.rest;
		},
		get page() {
			const height = at?.height ?? options.scroller()?.clientHeight ?? 0;
			return Math.max(1, Math.floor((height - options.headHeight()) / options.rowHeight()) - 1);
		},
		get live() {
			return at !== null || (!long && options.scroller() !== null);
		},
		reveal(index) {
			const scroller = options.scroller();
			if (!scroller) return;
			const now = { ...sheet, view: scroller.clientHeight };
			const top = index * now.row;
			const offset = offsetOf(now, scroller.scrollTop);
			const room = now.view - now.head;
			if (top < offset) scroller.scrollTop = scrollTopFor(now, top);
			else if (top + now.row > offset + room) scroller.scrollTop = scrollTopFor(now, top + now.row - room);
			else return;
			if (long) at = { top: scroller.scrollTop, height: scroller.clientHeight };
		}
	};
}
