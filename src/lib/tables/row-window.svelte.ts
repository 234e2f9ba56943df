import { untrack } from 'svelte';
import { drawnRows, offsetOf, placeAfter, scrollTopFor, type Sheet, type SheetPlace, type WindowRow } from './row-sheet.ts';

/** Rows that stand in the page before any script has run; a table of no more needs no window. */
const FIRST_ROWS = 60;
/** Scrolling rests when nothing moved for this long, ms. */
const REST = 150;

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
	/** Where the reader is and how high the scroller is; null until it is in the page. */
	let at = $state.raw<(SheetPlace & { readonly height: number }) | null>(null);
	const long = $derived(options.count() > FIRST_ROWS);
	const sheet = $derived<Sheet>({ count: options.count(), row: options.rowHeight(), head: options.headHeight(), view: at?.height ?? 0 });

	$effect(() => {
		const scroller = options.scroller();
		if (!scroller || !long) return;
		let frame = 0;
		let resting: ReturnType<typeof setTimeout> | undefined;
		const look = (): void => {
			frame = 0;
			at = placeIn(scroller);
			clearTimeout(resting);
			resting = setTimeout(rest, REST);
		};
		/** Puts a scroller that has drifted from its share of the list back there; no row moves on the screen. */
		const rest = (): void => {
			if (!at) return;
			const top = scrollTopFor(sheet, at.offset);
			if (Math.abs(top - at.top) < 1) return;
			scroller.scrollTop = top;
			at = { ...at, top: scroller.scrollTop };
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
			clearTimeout(resting);
			scroller.removeEventListener('scroll', soon);
			resized.disconnect();
			at = null;
		};
	});

	function placeIn(scroller: HTMLElement): SheetPlace & { readonly height: number } {
		const [top, height] = [scroller.scrollTop, scroller.clientHeight];
		const now = { ...sheet, view: height };
		return { ...(at ? placeAfter(now, at, top) : { top, offset: offsetOf(now, top) }), height };
	}

	const drawn = $derived(
		at && long
			? drawnRows(sheet, at, options.keep())
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
			const { offset } = placeIn(scroller);
			const room = now.view - now.head;
			const wanted = top < offset ? top : top + now.row > offset + room ? top + now.row - room : offset;
			if (wanted === offset) return;
			scroller.scrollTop = scrollTopFor(now, wanted);
			if (long) at = { top: scroller.scrollTop, offset: wanted, height: now.view };
		}
	};
}
